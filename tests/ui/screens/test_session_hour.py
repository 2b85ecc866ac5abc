"""The hour itself, as the people in front of the window live it: said, typed, interrupted, and gone on with."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, promise
from tests.moved_clock import MovedClock
from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, sessions
from trustplanner.domain.answers import How, Value
from trustplanner.domain.session_notes import Around, Fits
from trustplanner.storage.queries.sessions import agenda, session_note, session_ratings
from trustplanner.storage.queries.sessions import sessions as all_sessions
from trustplanner.storage.queries.their_voice import their_voice
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.session_page import SessionPage

DAY = timedelta(days=1)
TODAY = MONDAY + 10 * DAY
MISSED = MONDAY + 4 * DAY
FIELDS = {"agenda": "questions", "fits": "fits", "walk": "walked"}


@pytest.fixture
def hour(workspace: Workspace, clock: MovedClock) -> Workspace:
    """Ten days of a promise, one missed and told when asked; the session is today."""
    do = workspace.do
    ring = promise(workspace.runner, title="Ring at six")
    for n in range(10):
        clock.go_to(MONDAY + n * DAY)
        do("", answers.write, ring.id, clock.moment().today, Value.MISSED if n == 4 else Value.KEPT)
    do("", answers.tell, ring.id, MISSED, How.WHEN_ASKED)
    do("", sessions.add_session, TODAY, None, "Dr Lee")
    clock.go_to(TODAY)
    return workspace


def page_of(planner: Planner) -> SessionPage:
    settle()
    assert planner.window().isActiveWindow(), "nothing flashed up that took the keyboard away"
    return seen_as(SessionPage, planner, "session_page")


def go_to(planner: Planner, topic: str) -> SessionPage:
    planner.go(Destination("session", f"session_{topic}:0"))
    return page_of(planner)


def field_on(planner: Planner, topic: str) -> QTextEdit:
    """The field of a topic; a miss is chosen first, so that there is something to write to it."""
    page = go_to(planner, topic)
    if topic == "walk" and is_seen(page, f"session_walk_{MISSED.isoformat()}_button"):
        press_button(page, f"session_walk_{MISSED.isoformat()}_button")
        settle()
    return seen_as(QTextEdit, page, f"session_{FIELDS[topic]}_field")


def paste(planner: Planner, words: str) -> None:
    """Letters that the keyboard of the tests does not have."""
    QApplication.clipboard().setText(words)
    press(planner, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)


def written(workspace: Workspace, topic: str) -> str:
    note = workspace.read(session_note, workspace.read(all_sessions)[-1].id)
    if note is None:
        return ""
    return {"agenda": note.questions, "fits": note.fits_words, "walk": note.walked_words}[topic]


# --- what is typed


@pytest.mark.parametrize("topic", FIELDS)
def test_what_is_typed_is_in_the_vault_within_a_second(
    topic: str, hour: Workspace, open_planner: OpenPlanner, qtbot: QtBot
) -> None:
    field_on(planner := open_planner(), topic).setFocus()
    type_words(planner, "b and B")
    paste(planner, " בוא נדבר")
    qtbot.waitUntil(lambda: written(hour, topic) == "b and B בוא נדבר", timeout=1000)
    assert "Paused" not in words_on(page_of(planner))


@pytest.mark.parametrize("topic", FIELDS)
def test_a_lock_in_the_middle_of_a_word_comes_back_to_it(
    topic: str, hour: Workspace, open_planner: OpenPlanner
) -> None:
    planner = open_planner()
    field_on(planner, topic).setFocus()
    type_words(planner, "I said it be")
    planner.save_typing()  # as a lock does
    again = open_planner()
    page = page_of(again)
    field = seen_as(QTextEdit, page, f"session_{FIELDS[topic]}_field")
    assert field.toPlainText() == "I said it be"
    assert focus_in(again) is field
    type_words(again, "fore")
    again.save_typing()
    assert written(hour, topic) == "I said it before"


@pytest.mark.parametrize("topic", FIELDS)
def test_esc_leaves_with_every_word_and_blank_takes_none_away(
    topic: str, hour: Workspace, open_planner: OpenPlanner
) -> None:
    planner = open_planner()
    field_on(planner, topic).setFocus()
    type_words(planner, "Not yet")
    press_button(page_of(planner), "session_blank_button")
    settle()
    assert words_on(page_of(planner)) == ["Paused"]
    press(page_of(planner), Qt.Key.Key_B)
    settle()
    field = field_on(planner, topic)
    assert field.toPlainText() == "Not yet"
    field.setFocus()
    press(planner, Qt.Key.Key_End)
    type_words(planner, " all")
    press(planner, Qt.Key.Key_Escape)
    settle()
    assert not is_seen(planner, "session_page")
    assert is_seen(planner, "sidebar")
    assert written(hour, topic) == "Not yet all"


# --- does this match what you saw?


def test_by_keyboard_she_says_that_it_was_different_and_how(hour: Workspace, open_planner: OpenPlanner) -> None:
    planner = open_planner()
    page = go_to(planner, "fits")
    seen_as(QWidget, page, f"session_fits_segment_{Fits.FITS.value}_button").setFocus()
    press(page, Qt.Key.Key_Right)
    settle()
    note = hour.read(session_note, hour.read(all_sessions)[-1].id)
    assert note is not None
    assert note.fits is Fits.DIFFERENT
    assert page.detail() == "session_fits:0", "an arrow key answers here and turns no page"
    seen_as(QTextEdit, page, "session_fits_field").setFocus()
    type_words(page, "The call on Sunday came from the car")
    press(planner, Qt.Key.Key_Escape)
    settle()
    again = go_to(planner, "fits")
    assert seen_as(QTextEdit, again, "session_fits_field").toPlainText() == "The call on Sunday came from the car"
    assert seen_as(Button, again, "session_fits_take_out_button").isVisible()


# --- their reading in the session


def test_she_gives_a_reading_in_the_session_and_it_stands_beside(hour: Workspace, open_planner: OpenPlanner) -> None:
    planner = open_planner()
    press_button(go_to(planner, "fits"), "session_hand_over_button")
    settle()
    press_button(planner, "their_voice_agree_button")
    settle()
    scale = seen_as(Scale, planner, "their_voice_scale")
    scale.setFocus()
    for keys, number in (("11", 1), ("99", 9), ("10", 10), ("12", 2), ("-", 2), ("04", 4)):
        type_words(planner, keys)
        assert scale.number == number, "no number beyond the scale can be typed"
    press_button(planner, "their_voice_give_button")
    settle()
    press_button(planner, "their_voice_hand_back_button")
    page = page_of(planner)
    assert page.detail() == "session_fits:0", "the screen comes back to where it was handed over"
    press(page, Qt.Key.Key_Home)
    said = words_on(page)
    assert {"Ana’s voice", "4", "of 10, on 14 May"} <= set(said)
    assert [each.value for each in hour.read(their_voice).readings] == [4]


def test_not_today_stands_beside_as_itself_and_once_a_week_is_asked(
    hour: Workspace, open_planner: OpenPlanner, clock: MovedClock
) -> None:
    planner = open_planner()
    press_button(go_to(planner, "fits"), "session_hand_over_button")
    settle()
    press_button(planner, "their_voice_agree_button")
    settle()
    press_button(planner, "their_voice_not_today_button")
    settle()
    press_button(planner, "their_voice_hand_back_button")
    page = page_of(planner)
    press(page, Qt.Key.Key_Home)
    assert {"Not today", "on 14 May"} <= set(words_on(page))
    assert not any(words.startswith("of 10") for words in words_on(page)), "it is no number"
    clock.go_to(TODAY + 6 * DAY)
    hour.notice_the_day()
    hour.do("", sessions.add_session, TODAY + 6 * DAY, None, "Dr Lee")
    press_button(go_to(planner, "fits"), "session_hand_over_button")
    settle()
    assert not is_seen(planner, "their_voice_scale")
    assert not is_seen(planner, "their_voice_not_today_button")


# --- the agenda, the day before


def test_what_is_chosen_the_day_before_is_read_in_its_order_and_is_three_at_most(
    hour: Workspace, open_planner: OpenPlanner, clock: MovedClock
) -> None:
    coming = hour.do("", sessions.add_session, TODAY + DAY, None, "Dr Lee").result
    hour.do("", sessions.delete_session, hour.read(all_sessions)[0].id)
    planner = open_planner()
    planner.go(Destination("dates"))
    settle()
    chosen = ["The call on Sunday", "מה עם הכסף", "What she asked for \N{TELEPHONE RECEIVER}"]
    for words in chosen:
        seen_as(LineField, planner, "dates_agenda_new_field").setFocus()
        paste(planner, words)
        press(planner, Qt.Key.Key_Return)
        settle()
    assert not is_seen(planner, "dates_agenda_new_field")
    assert [line.words for line in hour.read(agenda, coming.id)] == chosen
    clock.go_to(TODAY + DAY)
    hour.notice_the_day()
    page = go_to(planner, "agenda")
    assert [words for words in words_on(page) if words[:2] in {"1.", "2.", "3."}] == [
        f"{n}. {words}" for n, words in enumerate(chosen, start=1)
    ]


# --- the next date


def test_the_next_date_is_written_down_and_stands_on_the_last_page(hour: Workspace, open_planner: OpenPlanner) -> None:
    planner = open_planner()
    page = go_to(planner, "next")
    aloud = hour.catalogue.session().next_who
    assert "None yet" in words_on(page)
    assert aloud not in words_on(page), "there is no day to say aloud yet"
    press_button(page, "session_next_date_button")
    settle()
    field = seen_as(DateField, planner, "dates_session_day_field")
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    type_words(field, f"{TODAY + 14 * DAY:%d%m%Y}")
    press_button(planner, "dates_session_keep_button")
    settle()
    assert [each.day for each in hour.read(all_sessions)] == [TODAY, TODAY + 14 * DAY]
    page = go_to(planner, "next")
    assert any(words.startswith("Thursday 28 May") for words in words_on(page))
    assert aloud in words_on(page)


# --- how it stands on the paper


def seen_titles(page: QWidget) -> list[TextLabel]:
    return [each for each in page.findChildren(TextLabel) if each.isVisible() and "match what you saw" in each.text()]


def test_the_question_to_her_is_one_line_where_there_is_room(
    hour: Workspace, open_planner: OpenPlanner, applied_theme: Theme
) -> None:
    planner = open_planner()
    planner.window().resize(1280, 800)
    [title] = seen_titles(go_to(planner, "fits"))
    assert title.height() < 1.5 * applied_theme.line_height("display")


@pytest.mark.parametrize("topic", ["next", "agenda", "walk", "decisions"])
def test_what_stands_on_a_page_takes_no_more_room_than_it_needs(
    topic: str, hour: Workspace, open_planner: OpenPlanner
) -> None:
    planner = open_planner()
    planner.window().resize(1280, 800)
    page = go_to(planner, topic)
    labels = [label for label in page.findChildren(TextLabel) if label.isVisible() and label.text()]
    stretched = [each.text() for each in labels if each.height() > each.heightForWidth(each.width()) + 1]
    beside_buttons = {"Session, Thursday 14 May", "Kept back: 0 private items"}
    beside_buttons |= {words for words in stretched if words.startswith("Page ")}
    assert set(stretched) <= beside_buttons


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (900, 600, 2.0)])
def test_who_leaves_for_the_four_lines_sees_the_first_of_them_and_answers_by_key(
    hour: Workspace, open_planner: OpenPlanner, applied_theme: Theme, width: int, height: int, scale: float
) -> None:
    for n in range(1, 4):
        hour.do("", sessions.add_session, TODAY + n * DAY, None, "Dr Lee")
    applied_theme.set_text_scale(scale)
    planner = open_planner()
    planner.window().resize(width, height)
    settle()
    press(go_to(planner, "next"), Qt.Key.Key_End)
    press_button(planner, "session_ratings_button")
    settle()
    scale_of_first = seen_as(Scale, planner, "dates_after_heard_scale")
    assert scale_of_first.isAncestorOf(focus_in(planner))
    [area] = [each for each in planner.findChildren(QScrollArea) if each.isVisible()]
    [question] = [
        each
        for each in area.findChildren(TextLabel)
        if each.isVisible() and each.text() == "How much of what I said was heard?"
    ]
    for part in (question, scale_of_first):
        top = part.mapTo(area.viewport(), QPoint()).y()
        assert top >= 0
        assert top + part.height() <= area.viewport().height()
    press(planner, Qt.Key.Key_7)
    settle()
    assert [(row.around, row.value) for row in hour.read(session_ratings)] == [(Around.AFTER, 7)]
    assert cut_widgets(planner) == []
