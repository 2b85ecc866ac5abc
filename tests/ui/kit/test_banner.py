from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.pictures import picture, shows
from trustplanner.ui.kit.banner import Banner, BannerTone
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
