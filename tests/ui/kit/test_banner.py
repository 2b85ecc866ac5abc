from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.pictures import picture, shows
from tests.ui.screens.entry_person import settle
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.mark.parametrize("tone", list(BannerTone))
def test_the_paper_says_whose_matter_it_is(show_window: ShowWindow, theme: Theme, tone: BannerTone) -> None:
    banner = Banner(theme, "No contact until 1 June, as Ana asked.", tone=tone, icon="hand")
    show_window(banner)
    assert shows(picture(banner), banner.rect().adjusted(4, 4, -4, -4), theme, tone.value)
    assert banner.sentence() == "No contact until 1 June, as Ana asked."


def test_the_link_is_heard(show_window: ShowWindow, theme: Theme) -> None:
    banner = Banner(theme, "The last verified backup is 9 days old.", link="Back up", name="today_backup_banner")
    show_window(banner)
    heard: list[str] = []
    banner.link_activated.connect(lambda: heard.append("link"))
    QTest.keyClick(banner.link_button, Qt.Key.Key_Return)
    assert heard == ["link"]
    assert banner.link_button.objectName() == "today_backup_banner_link_button"


def test_without_a_link_there_is_nothing_to_press(show_window: ShowWindow, theme: Theme) -> None:
    banner = Banner(theme, "Paused until 1 June.")
    show_window(banner)
    assert not banner.link_button.isVisible()


def test_a_long_sentence_takes_more_lines(show_window: ShowWindow, theme: Theme) -> None:
    short, long = Banner(theme, "Paused."), Banner(theme, "Paused until the first of June, as agreed. " * 6)
    show_window(short, long, width=400)
    assert long.height() > 3 * short.height() / 2


def test_its_link_is_never_a_window_of_its_own(theme: Theme, qapp: QApplication) -> None:
    banner = Banner(theme, "The last verified backup is 9 days old.", link="Back up")
    assert [window for window in qapp.topLevelWidgets() if window.isVisible()] == []
    assert banner.link_button.parent() is banner


def _first_line(banner: Banner, theme: Theme) -> int:
    """The middle of the first line of the sentence, counted from the top of the banner."""
    [sentence] = banner.findChildren(TextLabel)
    return sentence.mapTo(banner, QPoint(0, theme.line_height("control") // 2)).y()


def _middle(banner: Banner, widget: QWidget) -> int:
    return widget.mapTo(banner, widget.rect().center()).y()


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (620, 1.0), (1200, 2.0)])
def test_icon_link_and_first_line_stand_level(
    show_window: ShowWindow, applied_theme: Theme, width: int, scale: float
) -> None:
    applied_theme.set_text_scale(scale)
    banner = Banner(
        applied_theme, "The private questions are back, and they can wait until you are alone.", link="Read"
    )
    show_window(banner, width=width)
    [icon] = banner.findChildren(Icon)
    middle = _first_line(banner, applied_theme)
    assert _middle(banner, icon) == pytest.approx(middle, abs=1)
    assert _middle(banner, banner.link_button) == pytest.approx(middle, abs=1)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_link_beside_more_than_two_lines_goes_below_them(
    show_window: ShowWindow, applied_theme: Theme, direction: Qt.LayoutDirection
) -> None:
    banner = Banner(applied_theme, "Paused until the first of June, as agreed. " * 3, link="Read what was agreed")
    window = show_window(banner, width=900)
    window.setLayoutDirection(direction)
    [sentence] = banner.findChildren(TextLabel)
    link = banner.link_button
    assert link.geometry().top() < sentence.geometry().bottom()
    for width, is_below in ((420, True), (900, False), (420, True)):
        window.resize(width, 800)
        settle()
        assert (link.geometry().top() > sentence.geometry().bottom()) == is_below
        assert banner.rect().contains(link.geometry())
        assert sentence.height() >= sentence.heightForWidth(sentence.width())
    begins = (link.geometry().left(), sentence.geometry().left())
    ends = (link.geometry().right(), sentence.geometry().right())
    assert begins[0] == begins[1] if direction is Qt.LayoutDirection.LeftToRight else ends[0] == ends[1]
