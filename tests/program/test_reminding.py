"""Reminders in the whole program: an icon never keeps it open, and nothing of them is left behind the lock."""

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from tests.builders import promise
from tests.moved_clock import MovedClock
from tests.program.running import Running
from tests.ui.screens.entry_person import is_seen, settle
from trustplanner.actions.reminders import set_reminders
from trustplanner.domain.reminders import Reminders
from trustplanner.ui.kit.reminding import Reminding
from trustplanner.ui.kit.tray import Tray

# Without a screen there is no tray for Qt to follow, and no other window to come before.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", r"does not support raise\(\)")


@pytest.fixture
def reminded(open_program: Running, clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The program with an icon in the tray, at an hour of a reminder."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    workspace = open_program.planner.workspace
    promise(workspace.runner)
    workspace.do_quietly(set_reminders, Reminders(is_on=True, has_icon=True))
    clock.go_to(clock.local.date(), "19:05")
    return open_program


def tray_of(running: Running) -> Tray:
    [tray] = running.planner.findChildren(Tray)
    return tray


def test_the_icon_goes_with_the_lock_and_the_reminder_stands_once_it_is_unlocked(reminded: Running) -> None:
    tray = tray_of(reminded)
    assert tray.is_shown
    tray.lock_requested.emit()
    assert not any(icon.isVisible() for icon in tray.findChildren(QSystemTrayIcon))
    assert len(reminded.handed_over) == 1
    reminded.start_again()
    settle()
    assert tray_of(reminded).is_shown
    assert is_seen(reminded.planner, "today_reminder_banner")


def test_the_icon_brings_back_a_window_that_was_made_small(reminded: Running) -> None:
    window = reminded.program.window
    window.showMinimized()
    settle()
    assert tray_of(reminded).is_shown
    tray_of(reminded).open_requested.emit()
    assert not window.isMinimized()


def test_closing_the_window_ends_the_program_with_an_icon_too(reminded: Running) -> None:
    tray = tray_of(reminded)
    reminded.program.window.close()
    settle()
    assert not tray.is_shown
    assert not reminded.program.window.isVisible()
    assert reminded.program._vault is None


def test_a_look_at_the_clock_behind_the_lock_says_nothing(reminded: Running) -> None:
    [reminding] = reminded.planner.findChildren(Reminding)
    reminded.program.lock()
    reminding.check()
    assert reminding.line.sentence() == ""
