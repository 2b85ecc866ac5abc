import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import picture
from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.icons import DIRECTED, Icon, icon_pixmap, themed_icon
from trustplanner.ui.kit.theme import Theme

FOLDER = resources_folder() / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
BLUE = QColor("#264A80")


def colors_of(pixmap: QPixmap) -> set[str]:
    """Colours of all pixels that are mostly there."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in pixels if color.alpha() > 128}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_one_colour_asked_for(qapp: QApplication, name: str) -> None:
    colors = colors_of(icon_pixmap(name, 40, BLUE, 1.0))
    assert colors
    # Half-covered pixels come back from premultiplied colours a step off.
    assert all(abs(QColor(color).blue() - BLUE.blue()) <= 2 for color in colors)


@pytest.mark.parametrize("name", NAMES)
def test_no_icon_brings_a_colour_or_an_address_of_its_own(name: str) -> None:
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:stroke|fill)="([^"]*)"', svg)) <= {"currentColor", "none"}
    assert re.findall(r"https?://\S+", svg) == ['http://www.w3.org/2000/svg"']


def test_the_icons_come_with_their_licence() -> None:
    licence = (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "Lucide" in licence


def test_a_sharper_screen_gets_more_pixels_for_the_same_size(qapp: QApplication) -> None:
    pixmap = icon_pixmap("lock", 20, BLUE, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (40, 20.0)


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    first = icon_pixmap("lock", 20, BLUE, 1.0)
    assert icon_pixmap("lock", 20, BLUE, 1.0).cacheKey() == first.cacheKey()
    assert icon_pixmap("lock", 20, QColor("#A6C1EE"), 1.0).cacheKey() != first.cacheKey()


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("trophy", 20, BLUE, 1.0)


def test_directed_icons_turn_round_with_the_direction_of_reading(qapp: QApplication) -> None:
    usual = icon_pixmap("chevron-left", 20, BLUE, 1.0).toImage()
    assert icon_pixmap("chevron-left", 20, BLUE, 1.0, is_mirrored=True).toImage() == usual.flipped(
        Qt.Orientation.Horizontal
    )
    assert {f"{name}.svg" for name in DIRECTED} <= {path.name for path in FOLDER.iterdir()}


def test_an_icon_follows_colours_and_text_size(qtbot: QtBot, theme: Theme) -> None:
    icon = Icon(theme, "lock", "accent")
    qtbot.addWidget(icon)
    light = picture(icon)
    theme.set_mode("dark")
    assert picture(icon) != light
    theme.set_text_scale(2.0)
    assert icon.size().width() == 40


def test_an_icon_beside_words_stands_in_the_middle_of_their_first_line(qtbot: QtBot, theme: Theme) -> None:
    icon = Icon(theme, "info", size=16, beside="small")
    qtbot.addWidget(icon)
    assert icon.height() == theme.line_height("small")


def test_a_disabled_button_has_a_paler_icon(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtGui import QIcon

    widget = QWidget()
    qtbot.addWidget(widget)
    icon = themed_icon(theme, "lock", widget, "accent")
    usual, disabled = (icon.pixmap(20, 20, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert usual != disabled
