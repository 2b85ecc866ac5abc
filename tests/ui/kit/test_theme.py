import re
import subprocess
import sys

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.theme import Theme, filled_style_sheet

FIRST_WINDOW = """
import os
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QApplication, QWidget
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import load_theme
app = QApplication([])
theme = load_theme(app)
theme.apply_to(app)
window = QWidget()
layout = column(window)
for widget in (
    TextLabel(theme, "Trustplanner", "title"),
    LabelledField(theme, "Passphrase", PassphraseField(theme)),
    Button(theme, "Unlock", Kind.PRIMARY),
    Button(theme, "Someone to talk to", Kind.QUIET, icon="life-buoy"),
):
    layout.addWidget(widget)
window.show()
app.processEvents()
print([name for module, name in ((QtCore, "Qt"), (QtWidgets, "QStyle")) if name in vars(module)])
"""


def test_each_mode_has_its_colours(theme: Theme) -> None:
    theme.set_mode("light")
    assert (theme.color("paper").name(), theme.is_dark) == ("#f6f4f0", False)
    theme.set_mode("dark")
    assert (theme.color("paper").name(), theme.is_dark) == ("#1b1a18", True)


def test_a_colour_with_transparency_keeps_it(theme: Theme) -> None:
    assert theme.color("scrim").getRgb() == (0x21, 0x1F, 0x1C, 0x73)


def test_a_colour_or_role_that_is_not_there_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("red")
    with pytest.raises(KeyError):
        theme.font("shouting")
    with pytest.raises(ValueError, match="sepia"):
        theme.set_mode("sepia")


def test_giving_a_colour_away_does_not_give_the_theme_away(theme: Theme) -> None:
    theme.color("ink").setRgb(0, 0, 0)
    assert theme.color("ink").name() == "#211f1c"


def test_larger_text_multiplies_fonts_lines_and_lengths(theme: Theme) -> None:
    theme.set_text_scale(2.0)
    assert theme.font("body").pixelSize() == 32
    assert theme.line_height("body") == round(32 * 1.45)
    assert theme.px(40) == 80


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.3, 1.3), (9.0, 2.0)])
def test_text_stays_between_100_and_200_percent(theme: Theme, asked: float, given: float) -> None:
    theme.set_text_scale(asked)
    assert theme.text_scale == given


def test_every_change_is_told(theme: Theme) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append("changed"))
    theme.set_mode("dark")
    theme.set_text_scale(1.5)
    theme.set_more_contrast(True)
    assert len(told) == 3


def test_more_contrast_makes_paper_pure_and_borders_heavier(theme: Theme) -> None:
    assert theme.border_width == 1
    theme.set_more_contrast(True)
    assert {theme.color(name).name() for name in ("paper", "margin", "sheet", "hover")} == {"#ffffff"}
    assert theme.color("ink_3") == theme.color("ink") == theme.color("edge")
    assert theme.border_width == 2
    theme.set_mode("dark")
    assert theme.color("paper").name() == "#000000"


def test_less_motion_makes_every_movement_nothing(theme: Theme) -> None:
    assert theme.motion("slide") == 120
    theme.set_less_motion(True)
    assert theme.motion("slide") == theme.motion("fade") == 0


def test_the_system_font_can_be_chosen_instead(theme: Theme) -> None:
    own = theme.font("promise").family()
    theme.set_uses_system_font(True)
    assert theme.font("promise").family() not in {own, theme.tokens.fonts.families["sans"]}
    assert theme.font("promise").pixelSize() == 18
    theme.set_uses_system_font(False)
    assert theme.font("promise").family() == own


def test_the_program_takes_the_colours_and_follows_them(applied_theme: Theme, qapp: QApplication) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window) == applied_theme.color("paper")
    assert qapp.style().objectName() in {"", "fusion"}  # a style sheet hides the name of the style under it
    applied_theme.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#1b1a18"
    assert qapp.palette().color(QPalette.ColorRole.Text) == applied_theme.color("ink")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_style_sheet_has_no_gap_left(applied_theme: Theme, qapp: QApplication, mode: str) -> None:
    applied_theme.set_mode(mode)
    filled = re.sub(r"/\*.*?\*/", "", qapp.styleSheet(), flags=re.DOTALL)
    assert "@" not in filled
    assert not re.search(r"\dsp\b", filled)
    assert f"#{applied_theme.color('accent').rgba():08x}" in filled


def test_the_style_sheet_names_colours_only_by_their_names() -> None:
    template = (resources_folder() / "style" / "app.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", template)


def test_a_style_sheet_is_filled_with_colours_and_scaled_lengths() -> None:
    filled = filled_style_sheet(
        "a { color: @ink_2; width: 15sp; height: 3px; }", str.upper, lambda size: round(size * 2)
    )
    assert filled == "a { color: INK_2; width: 30px; height: 3px; }"


def test_the_first_window_makes_none_of_the_large_sets_of_enumerations() -> None:
    """Each takes several milliseconds, and a person waits for that window."""
    seen = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW], capture_output=True, text=True, check=True, cwd=resources_folder().parent
    )
    assert seen.stdout.strip() == "[]"
