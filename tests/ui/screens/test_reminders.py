"""Reminders: chosen in Settings, shown inside the window and outside, closed for their window, never behind a lock."""

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import promise
from tests.moved_clock import MovedClock
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, pauses, plans
from trustplanner.actions.reminders import set_reminders
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Reason
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.reminders import Outside, Reminders, Says, Window
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import ComboField, TimeField
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.reminder_line import ReminderLine
from trustplanner.ui.kit.reminder_state import chosen_reminders, words_outside
from trustplanner.ui.kit.reminding import Reminding
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.tray import Tray
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

EVENING = "You asked to be reminded: something of today or yesterday is not answered."
# Without a screen there is no tray for Qt to follow; only that an icon is there, and what it says, is looked at.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A computer with a tray, and what its messages say."""
    said: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, title, text, _picture: said.append(title + text))
    return said


@pytest.fixture
def due(workspace: Workspace, clock: MovedClock) -> str:
    """A promise that is due, reminders in the evening, and a clock shortly before."""
    commitment_id = promise(workspace.runner).id
    workspace.do_quietly(set_reminders, Reminders(is_on=True))
    clock.go_to(clock.local.date(), "18:50")
    return commitment_id


def reminding_of(planner: Planner) -> Reminding:
    [found] = planner.findChildren(Reminding)
    return found


def tray_of(planner: Planner) -> Tray:
    [found] = planner.findChildren(Tray)
    return found


def line_of(planner: Planner) -> str:
    [line] = planner.findChildren(ReminderLine)
    return line.sentence()


def later(planner: Planner, clock: MovedClock, at: str) -> None:
    """The clock goes on, and the program looks at it."""
    clock.go_to(clock.local.date(), at)
    reminding_of(planner).check()
    settle()


def banner_is_seen(planner: Planner) -> bool:
    return is_seen(planner, "today_reminder_banner")


# --- inside the window


def test_a_reminder_stands_on_today_and_as_a_line_elsewhere_until_it_is_closed(
    open_planner: OpenPlanner, due: str, clock: MovedClock
) -> None:
    planner = open_planner()
    assert not banner_is_seen(planner)
    later(planner, clock, "19:05")
    assert banner_is_seen(planner)
    assert EVENING in words_on(planner)
    planner.go(Destination("path"))
    settle()
    assert line_of(planner) == EVENING
    press_button(planner, "reminder_today_button")
    settle()
    assert (is_seen(planner, "today_page"), line_of(planner)) == (True, "")
    press_button(planner, "today_reminder_banner_link_button")
    settle()
    assert not banner_is_seen(planner)
    planner.go(Destination("path"))
    later(planner, clock, "20:00")
    assert line_of(planner) == "", "closed for this window"


def test_the_line_is_closed_where_it_stands(open_planner: OpenPlanner, due: str, clock: MovedClock) -> None:
    planner = open_planner()
    planner.go(Destination("amends"))
    later(planner, clock, "19:05")
    assert line_of(planner) == EVENING
    press_button(planner, "reminder_close_button")
    assert line_of(planner) == ""
    planner.go(Destination("today"))
    settle()
    assert not banner_is_seen(planner)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_line_is_read_whole_with_larger_text_and_in_a_small_window(
    open_planner: OpenPlanner, due: str, clock: MovedClock, scale: float
) -> None:
    planner = open_planner()
    planner.go(Destination("path"))
    planner.workspace.theme.set_text_scale(scale)
    planner.window().resize(900, 600)
    later(planner, clock, "19:05")
    settle()
    [line] = planner.findChildren(ReminderLine)
    [words] = line.findChildren(TextLabel)
    assert words.height() >= words.heightForWidth(words.width())
    assert line.rect().contains(words.geometry())
    for button in line.findChildren(Button):
        assert button.width() >= button.sizeHint().width()


def test_an_answer_ends_it(
    open_planner: OpenPlanner, due: str, clock: MovedClock, workspace: Workspace, qtbot: QtBot
) -> None:
    planner = open_planner()
    later(planner, clock, "19:05")
    workspace.do("", answers.write, due, workspace.today, Value.MISSED)
    qtbot.waitUntil(lambda: not banner_is_seen(planner))
    workspace.undo()
    qtbot.waitUntil(lambda: banner_is_seen(planner))  # it is open again, and the reminder was not closed


@pytest.mark.parametrize("place", ["support", "safety"])
def test_where_people_seek_help_no_line_stands(
    open_planner: OpenPlanner, due: str, clock: MovedClock, place: str
) -> None:
    planner = open_planner()
    planner.go(Destination(place))
    later(planner, clock, "19:05")
    assert line_of(planner) == ""


def test_nothing_comes_while_everything_is_paused_or_the_program_stops(
    open_planner: OpenPlanner, due: str, clock: MovedClock, workspace: Workspace, messages: list[str]
) -> None:
    today = workspace.today
    workspace.do("", pauses.pause, None, today, today, reason=Reason.ILLNESS)
    planner = open_planner()
    later(planner, clock, "19:05")
    assert not banner_is_seen(planner)
    workspace.undo()
    workspace.do_quietly(plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    later(planner, clock, "19:10")
    assert line_of(planner) == ""
    assert messages == []


def test_what_came_due_behind_the_lock_is_said_once_after_it(
    open_planner: OpenPlanner, due: str, clock: MovedClock, messages: list[str]
) -> None:
    clock.go_to(clock.local.date(), "23:00")
    planner = open_planner()
    assert banner_is_seen(planner)
    press_button(planner, "today_reminder_banner_link_button")
    settle()
    planner.window().close()
    assert not banner_is_seen(open_planner())
    assert messages == []


def test_a_reminder_still_stands_after_a_lock_until_it_is_closed(
    open_planner: OpenPlanner, due: str, clock: MovedClock
) -> None:
    planner = open_planner()
    later(planner, clock, "19:05")
    planner.window().close()
    clock.go_to(clock.local.date(), "21:00")
    assert banner_is_seen(open_planner())


# --- outside


def with_icon(workspace: Workspace, **changes: object) -> None:
    workspace.do_quietly(set_reminders, Reminders(is_on=True, has_icon=True, **changes))  # type: ignore[arg-type]  # as the fields have them


def test_a_message_comes_once_in_a_window_when_another_one_is_in_front(
    open_planner: OpenPlanner, due: str, clock: MovedClock, workspace: Workspace, messages: list[str]
) -> None:
    with_icon(workspace)
    planner = open_planner()
    later(planner, clock, "19:01")
    assert messages == [], "the window is in front"
    clock.forward(days=1)
    other = QWidget()
    other.show()
    other.activateWindow()
    settle()
    later(planner, clock, "19:01")
    later(planner, clock, "19:02")
    assert messages == ["A moment for today"]


def test_nothing_is_outside_while_the_planner_is_covered(
    open_planner: OpenPlanner, due: str, clock: MovedClock, workspace: Workspace, messages: list[str]
) -> None:
    with_icon(workspace)
    planner = open_planner()
    assert tray_of(planner).is_shown
    planner.window().hide()
    assert not tray_of(planner).is_shown
    later(planner, clock, "19:05")
    assert messages == []
    planner.window().show()
    settle()
    assert tray_of(planner).is_shown
    assert banner_is_seen(planner)


def test_the_icon_opens_locks_and_quits_and_names_nothing(
    open_planner: OpenPlanner, due: str, workspace: Workspace, messages: list[str]
) -> None:
    with_icon(workspace)
    planner = open_planner()
    tray = tray_of(planner)
    asked: list[str] = []
    for name in ("forward", "lock", "quit"):
        getattr(planner, f"{name}_requested").connect(lambda name=name: asked.append(name))
    menu = tray.menu
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Open", "Lock", "Quit"]
    for action in menu.actions():
        action.trigger()
    assert asked == ["forward", "lock", "quit"]
    [icon] = tray.findChildren(QSystemTrayIcon)
    assert icon.toolTip() == "Planner"
    assert not icon.icon().isNull()


def test_a_tray_that_goes_and_comes_is_followed(
    open_planner: OpenPlanner, due: str, workspace: Workspace, messages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_icon(workspace)
    planner = open_planner()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    reminding_of(planner).check()
    assert not tray_of(planner).is_shown
    assert reminding_of(planner).outside() is Outside.NOWHERE
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    reminding_of(planner).check()
    assert tray_of(planner).is_shown


def test_own_words_that_come_to_name_somebody_are_not_said(workspace: Workspace) -> None:
    chosen = Reminders(is_on=True, says=Says.OWN, own_words="Tea with Zoe")
    workspace.do_quietly(set_reminders, chosen)
    assert words_outside(workspace, chosen) == "Tea with Zoe"
    workspace.do("", plans.begin, "Sam", "Zoe", workspace.plan.pronoun)
    assert words_outside(workspace, chosen) == "A moment for today"


# --- Settings


@pytest.fixture
def settings_page(open_planner: OpenPlanner) -> Planner:
    planner = open_planner()
    planner.go(Destination("settings"))
    settle()
    return planner


def switch(planner: Planner, name: str) -> None:
    seen_as(Switch, planner, f"settings_{name}_switch").setFocus()
    press(planner, Qt.Key.Key_Space)
    settle()


def test_reminders_are_off_until_they_are_switched_on_with_the_keyboard(
    settings_page: Planner, workspace: Workspace
) -> None:
    assert chosen_reminders(workspace) == Reminders()
    assert not is_seen(settings_page, "settings_reminder_show_button")
    switch(settings_page, "reminders")
    assert chosen_reminders(workspace).is_on
    assert is_seen(settings_page, "settings_reminder_show_button")
    press(settings_page, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    assert not chosen_reminders(workspace).is_on
    assert not is_seen(settings_page, "settings_reminder_show_button")


def test_hours_days_and_words_are_kept_at_once(settings_page: Planner, workspace: Workspace) -> None:
    switch(settings_page, "reminders")
    begins = seen_as(TimeField, settings_page, "settings_evening_from_field")
    begins.setTime(QTime(20, 30))
    settle()
    assert chosen_reminders(workspace).evening == Window(20 * 60 + 30, 23 * 60 + 30, is_on=True)
    seen_as(TimeField, settings_page, "settings_evening_to_field").setTime(QTime(0, 30))
    switch(settings_page, "morning")
    press_button(settings_page, "settings_reminder_days_6_button")
    chosen = chosen_reminders(workspace)
    assert (chosen.evening.ends, chosen.morning.is_on, chosen.weekdays) == (30, True, frozenset(range(6)))


def test_hours_that_cannot_be_are_refused_in_place(settings_page: Planner, workspace: Workspace) -> None:
    switch(settings_page, "reminders")
    ends = seen_as(TimeField, settings_page, "settings_evening_to_field")
    ends.setTime(QTime(18, 0))
    settle()
    assert "A window lasts from a quarter of an hour to twelve hours" in "\n".join(words_on(settings_page))
    assert chosen_reminders(workspace).evening.ends == 22 * 60
    assert ends.time() == QTime(22, 0)


def choose_own_words(planner: Planner, words: str) -> LineField:
    combo = seen_as(ComboField, planner, "settings_reminder_says_combo")
    combo.setFocus()
    press(planner, Qt.Key.Key_End)
    settle()
    field = seen_as(LineField, planner, "settings_reminder_words_field")
    field.setFocus()
    type_words(planner, words)
    return field


def test_own_words_are_kept_and_those_that_name_somebody_stay_in_their_field(
    settings_page: Planner, workspace: Workspace, open_planner: OpenPlanner
) -> None:
    switch(settings_page, "reminders")
    choose_own_words(settings_page, "Tea at eight")
    settings_page.save_typing()
    assert chosen_reminders(workspace).own_words == "Tea at eight"
    field = seen_as(LineField, settings_page, "settings_reminder_words_field")
    field.selectAll()
    type_words(settings_page, "Think of Ana")
    settings_page.save_typing()
    assert "Others may see these words on the screen." in "\n".join(words_on(settings_page))
    assert chosen_reminders(workspace).own_words == "Tea at eight"
    settings_page.window().close()
    again = open_planner()
    again.go(Destination("settings"))
    settle()
    assert seen_as(LineField, again, "settings_reminder_words_field").text() == "Think of Ana"


def test_it_is_said_where_a_message_can_be_shown(
    settings_page: Planner, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = workspace.catalogue.reminders()
    switch(settings_page, "reminders")
    assert words.outside[Outside.NOWHERE] in words_on(settings_page)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    switch(settings_page, "tray")
    assert words.outside[Outside.TRAY] in words_on(settings_page)
    switch(settings_page, "tray")
    assert words.outside[Outside.NEEDS_ICON] in words_on(settings_page)
    for day in range(7):
        press_button(settings_page, f"settings_reminder_days_{day}_button")
    settle()
    assert words.no_hours in words_on(settings_page)


def test_it_can_be_looked_at_once(settings_page: Planner, workspace: Workspace, messages: list[str]) -> None:
    switch(settings_page, "reminders")
    switch(settings_page, "tray")
    press_button(settings_page, "settings_reminder_show_button")
    settle()
    assert line_of(settings_page) == workspace.catalogue.reminders().example
    assert not is_seen(settings_page, "reminder_today_button")
    assert messages == ["A moment for today"]
    press_button(settings_page, "reminder_close_button")
    assert line_of(settings_page) == ""
