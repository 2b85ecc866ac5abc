"""Questions that come again: each answer belongs to its day, its week or its session, whatever happens meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.path_page.path_person import PathPerson
from trustplanner.actions import path
from trustplanner.actions.sessions import add_session, change_session, delete_session
from trustplanner.domain.path import PromptState
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.painted_button import PaintedButton

ShowPage = Callable[..., QWidget]
TUESDAY = on("05-05")


def test_an_answer_of_the_evening_belongs_to_the_promise_day(person: PathPerson, clock: MovedClock) -> None:
    clock.go_to(TUESDAY, "01:30")  # the promise day is still Monday
    person.open("day_shaded")
    assert person.heading == "Day to day, in the evening, question 1 of 3"
    assert person.day == "Today, Monday 4 May"
    person.type("I said traffic.")
    person.press_button("go_on")
    assert person.words("day_shaded", MONDAY) == "I said traffic."
    assert person.stage("day_to_day") == "Day to day. Today: 1 of 3 written"


def test_words_that_are_being_written_stay_with_their_day_when_the_next_begins(
    person: PathPerson, clock: MovedClock
) -> None:
    clock.go_to(TUESDAY, "02:59")
    person.workspace.notice_the_day()
    person.open("day_shaded")
    person.type("I said")
    clock.go_to(TUESDAY, "03:01")
    person.workspace.notice_the_day()
    assert person.field.toPlainText() == "I said"
    assert person.day == "Monday 4 May"
    person.type(" traffic.")
    person.press_button("later")
    assert person.words("day_shaded", MONDAY) == "I said traffic."
    assert person.answer("day_shaded", TUESDAY) is not None, "opened"
    assert (person.day, person.field.toPlainText()) == ("Today, Tuesday 5 May", "")
    person.type("Nothing.")
    person.press_button("earlier")
    assert (person.day, person.field.toPlainText()) == ("Monday 4 May", "I said traffic.")
    assert person.words("day_shaded", TUESDAY) == "Nothing."


def test_an_empty_field_goes_over_to_the_new_day(person: PathPerson, clock: MovedClock) -> None:
    person.open("day_shaded")
    clock.go_to(TUESDAY, "08:00")
    person.workspace.notice_the_day()
    assert person.day == "Today, Tuesday 5 May"
    person.type("Not today.")
    person.leave_field()
    assert person.words("day_shaded", TUESDAY) == "Not today."
    assert person.words("day_shaded", MONDAY) == ""


def test_who_comes_back_on_another_day_finds_that_day(person: PathPerson, clock: MovedClock, qtbot: QtBot) -> None:
    person.open("day_shaded")
    person.type("I said traffic.")
    person.page.save_typing()
    person.page.hide()
    clock.go_to(TUESDAY, "20:00")
    person.workspace.notice_the_day()
    person.page.show()
    assert (person.day, person.field.toPlainText()) == ("Today, Tuesday 5 May", "")
    assert person.the(Button, "path_earlier_button").words() == "Earlier: 4 May"
    assert person.words("day_shaded", MONDAY) == "I said traffic."


def test_undo_on_the_next_day_shows_the_day_it_changed(person: PathPerson, clock: MovedClock) -> None:
    person.open("day_shaded")
    person.type("I said traffic.")
    person.leave_field()
    clock.go_to(TUESDAY, "20:00")
    person.workspace.notice_the_day()
    person.open("day_noticed")
    person.workspace.undo()
    assert (person.day, person.field.toPlainText()) == ("Monday 4 May", "")
    assert person.words("day_shaded", MONDAY) == ""


def test_earlier_answers_are_walked_one_by_one(person: PathPerson, clock: MovedClock) -> None:
    for day in ("04-20", "05-01", "05-03"):
        clock.go_to(on(day))
        person.workspace.do("Write", path.write_answer, "day_noticed", f"on {day}", on=on(day))
    clock.go_to(MONDAY)
    person.open("day_noticed")
    seen = []
    while person.seen(Button, "path_earlier_button"):
        person.press_button("earlier")
        seen.append((person.day, person.field.toPlainText()))
    assert seen == [("Sunday 3 May", "on 05-03"), ("Friday 1 May", "on 05-01"), ("Monday 20 April", "on 04-20")]
    assert person.page.detail() == "day_noticed@2026-04-20"
    person.press_button("later")
    assert person.day == "Friday 1 May"
    person.press_keys(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert person.heading == "Day to day, in the evening, question 3 of 3"
    assert person.day == "Today, Monday 4 May"


def test_a_number_of_the_evening_is_asked_anew_each_day(person: PathPerson, clock: MovedClock) -> None:
    person.open("day_how_hard")
    click(person.the(PaintedButton, "path_scale_6_button"))
    clock.go_to(TUESDAY)
    person.open("ready_value")
    person.open("day_how_hard")
    assert person.state("day_how_hard", TUESDAY) is PromptState.OPENED
    person.press_button("earlier")
    assert person.answer("day_how_hard", MONDAY) is not None
    assert person.the(PaintedButton, "path_scale_6_button").isChecked()


def test_a_weekly_answer_belongs_to_the_monday_of_its_week(person: PathPerson, clock: MovedClock) -> None:
    clock.go_to(on("05-10"))  # a Sunday
    person.open("week_slipped")
    assert person.day == "This week, from Monday 4 May"
    person.type("Tuesdays call.")
    person.leave_field()
    assert person.words("week_slipped", MONDAY) == "Tuesdays call."
    clock.go_to(on("05-11"))
    person.open("week_size")
    person.open("week_slipped")
    assert (person.day, person.field.toPlainText()) == ("This week, from Monday 11 May", "")
    person.press_button("earlier")
    assert person.day == "The week from Monday 4 May"


def test_an_evening_ends_with_its_questions_whatever_is_open_elsewhere(person: PathPerson) -> None:
    person.open("day_shaded")
    for words in ("No.", "One cup of tea."):
        person.type(words)
        person.press_button("go_on")
    click(person.the(PaintedButton, "path_scale_3_button"))
    assert person.reads("These questions are written. Each can be read and changed at any time.")
    person.press_button("go_on")
    assert person.went == [Destination("today")]


def test_the_stage_leads_to_the_daily_page(person: PathPerson) -> None:
    assert person.stage("day_to_day") == "Day to day. Your daily page"
    person.open("day_shaded")
    person.press_button("today")
    assert person.went == [Destination("today")]


# --- sessions


def test_a_session_question_belongs_to_the_coming_session(person: PathPerson, clock: MovedClock) -> None:
    person.workspace.do("Session", add_session, on("05-07"), None, "Ruth")
    person.open("session_show")
    assert person.day == "The session on Thursday 7 May"
    person.type("The chart for March.")
    person.leave_field()
    assert person.words("session_show", on("05-07")) == "The chart for March."
    clock.go_to(on("05-08"))
    person.workspace.do("Session", add_session, on("05-21"), None, "Ruth")
    person.open("session_avoided")
    person.open("session_show")
    assert (person.day, person.field.toPlainText()) == ("The session on Thursday 21 May", "")
    person.press_button("earlier")
    assert person.day == "Written for Thursday 7 May"


def test_without_a_date_the_words_wait_for_the_session_that_is_set_later(person: PathPerson, clock: MovedClock) -> None:
    person.open("session_use")
    assert person.day == "The next session has no date yet."
    person.type("How do I answer")
    person.leave_field()
    clock.go_to(on("05-06"))
    person.workspace.notice_the_day()
    assert person.field.toPlainText() == "How do I answer"
    person.press_button("session_date")
    assert person.went == [Destination("dates", "session:")]
    person.workspace.do("Session", add_session, on("05-14"), None, "Ruth")
    assert (person.day, person.field.toPlainText()) == ("The session on Thursday 14 May", "How do I answer")
    assert not person.seen(Button, "path_session_date_button")


def test_words_go_along_when_a_session_is_moved_or_called_off(person: PathPerson, clock: MovedClock) -> None:
    session = person.workspace.do("Session", add_session, on("05-07"), None, "Ruth").result
    person.open("session_use")
    person.type("How do I answer")
    person.leave_field()
    person.workspace.do("Move", change_session, session.id, on("05-21"), None, "Ruth")
    assert (person.day, person.field.toPlainText()) == ("The session on Thursday 21 May", "How do I answer")
    person.workspace.do("Call off", delete_session, session.id)
    assert (person.day, person.field.toPlainText()) == ("The next session has no date yet.", "How do I answer")
    clock.go_to(on("05-30"))
    person.open("session_show")
    person.open("session_use")
    assert person.field.toPlainText() == "How do I answer"
