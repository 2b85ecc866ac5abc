"""The session view, as the people in front of it see it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.builders import MONDAY, a_commitment, promise, some_terms
from tests.moved_clock import MovedClock
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, commitments, journal, path, plans, sessions
from trustplanner.actions.views import Heard
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Reason, Stance
from trustplanner.domain.moments import Now
from trustplanner.domain.plans import Contact, SafetyAnswer, SafetyQuestion
from trustplanner.domain.session_notes import Decision, Fits, SessionNote
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import every_commitment, terms_of
from trustplanner.storage.queries.sessions import session_decisions, session_note
from trustplanner.storage.queries.sessions import sessions as all_sessions
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.session_page import SessionPage
from trustplanner.ui.screens.session_page.leaf import grouped

DAY = timedelta(days=1)
TODAY = MONDAY + 10 * DAY


def give(unit: UnitOfWork, now: Now, *rows: object) -> None:
    """Written by another page, with their consent."""
    for row in rows:
        unit.put(row)  # type: ignore[type-var]  # rows of any kind


@pytest.fixture
def told(workspace: Workspace, clock: MovedClock) -> Workspace:
    """Ten days of a promise since the last session, one missed and told first; the next session is on the 19th."""
    do = workspace.do
    ring = promise(workspace.runner, title="Ring at six")
    for n in range(10):
        clock.go_to(MONDAY + n * DAY)
        do("", answers.write, ring.id, MONDAY + n * DAY, Value.MISSED if n == 4 else Value.KEPT)
    do("", answers.tell, ring.id, MONDAY + 4 * DAY, How.TOLD_FIRST)
    do("", sessions.add_session, MONDAY, None, "Dr Lee")
    do("", sessions.add_session, TODAY + 5 * DAY, None, "Dr Lee")
    clock.go_to(TODAY)
    return workspace


def voice_given(workspace: Workspace) -> None:
    now = workspace.runner.now()
    given = [
        TheirConsent(None, MONDAY, 1, now.at),
        Anchors(None, "I listen for the door.", "I stop listening for the door.", MONDAY, now.at),
        Reading(None, MONDAY - 14 * DAY, 2, "", None, MONDAY, now.at),
        Reading(None, MONDAY - 7 * DAY, None, "", None, MONDAY, now.at),
        Reading(None, MONDAY, 4, "The call comes.", None, MONDAY, now.at),
    ]
    workspace.do("", give, *given)


def open_session(open_planner: OpenPlanner) -> tuple[Planner, SessionPage]:
    planner = open_planner()
    press(planner, Qt.Key.Key_6, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    return planner, seen_as(SessionPage, planner, "session_page")


def tree_of(widget: QWidget) -> list[str]:
    """Every name and description that assistive technology finds."""
    found: list[str] = []

    def walk(part: QAccessibleInterface | None) -> None:
        if part is None:
            return
        found.append(part.text(QAccessible.Text.Name))
        found.append(part.text(QAccessible.Text.Description))
        found.append(part.text(QAccessible.Text.Value))
        for at in range(part.childCount()):
            walk(part.child(at))

    walk(QAccessible.queryAccessibleInterface(widget))
    return [words for words in found if words]


def test_since_the_last_session_in_counts_marks_and_words(told: Workspace, open_planner: OpenPlanner) -> None:
    planner, page = open_session(open_planner)
    said = words_on(page)
    assert "Session, Tuesday 19 May" in said
    assert "Since 4 May, 11 days" in said
    assert "10 answers due, 10 given." in said
    assert "9 of 10 kept, 1 missed, all answered" in said
    assert "Missed Friday 8 May: told first." in said
    [marks] = [marks for marks in page.findChildren(MarkRow) if marks.isVisible()]
    assert marks.accessibleName() == "9 of 10 kept, 1 missed, all answered"
    assert not is_seen(planner, "sidebar")


def test_without_their_consent_nothing_of_theirs_is_there_or_missing(
    told: Workspace, open_planner: OpenPlanner
) -> None:
    _, page = open_session(open_planner)
    assert not any("voice" in words for words in words_on(page))


def test_their_voice_stands_in_a_column_of_its_own(told: Workspace, open_planner: OpenPlanner) -> None:
    voice_given(told)
    _, page = open_session(open_planner)
    said = words_on(page)
    for words in (
        "Ana’s voice",
        "4",
        "of 10, on 4 May",
        "before that: not~today~(27~April), 2~(20~April)".replace("~", "\N{NO-BREAK SPACE}"),
        "“The call comes.”",
        "7 would be: “I stop listening for the door.”",
    ):
        assert words in said


@pytest.mark.parametrize("width", [900, 1280])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_on_any_page(
    told: Workspace, open_planner: OpenPlanner, applied_theme: Theme, width: int, scale: float
) -> None:
    voice_given(told)
    told.do("", give, Reading(None, MONDAY - 35 * DAY, None, "", None, MONDAY, told.runner.now().at))
    session = told.read(all_sessions)[-1]
    for words in ("W" * 500, "one word after the other " * 20, "שלום וברכה " * 40):
        told.do("", sessions.add_agenda_line, session.id, words)
    applied_theme.set_text_scale(scale)
    planner, page = open_session(open_planner)
    planner.window().resize(width, 600)
    settle()
    for _ in range(40):
        assert cut_widgets(page) == []
        press(page, Qt.Key.Key_Right)
        settle()


def test_without_any_session_it_is_from_the_beginning(workspace: Workspace, open_planner: OpenPlanner) -> None:
    promise(workspace.runner)
    _, page = open_session(open_planner)
    assert "Session" in words_on(page)
    assert any("this is from the beginning" in words for words in words_on(page))


def test_b_leaves_plain_paper_and_nothing_in_the_accessible_tree(told: Workspace, open_planner: OpenPlanner) -> None:
    voice_given(told)
    planner, page = open_session(open_planner)
    press(page, Qt.Key.Key_B)
    settle()
    assert words_on(page) == ["Paused"]
    assert set(tree_of(page)) == {"Paused"}
    assert "Ring at six" not in " ".join(tree_of(planner))
    press(page, Qt.Key.Key_B)
    settle()
    assert "Since 4 May, 11 days" in words_on(page)


def test_a_change_does_not_wake_a_blank_screen(told: Workspace, open_planner: OpenPlanner) -> None:
    _, page = open_session(open_planner)
    press_button(page, "session_blank_button")
    told.do("", sessions.add_session, TODAY + 9 * DAY, None, "")
    assert words_on(page) == ["Paused"]


def test_esc_leads_back_and_the_sidebar_is_there_again(told: Workspace, open_planner: OpenPlanner) -> None:
    planner, page = open_session(open_planner)
    press(page, Qt.Key.Key_Escape)
    settle()
    assert is_seen(planner, "today_page")
    assert is_seen(planner, "sidebar")


def test_f1_and_its_button_lead_to_help(told: Workspace, open_planner: OpenPlanner) -> None:
    planner, page = open_session(open_planner)
    press_button(page, "session_help_button")
    assert is_seen(planner, "support_page")


def test_twenty_commitments_are_paged_and_never_scrolled(
    told: Workspace, open_planner: OpenPlanner, clock: MovedClock
) -> None:
    for n in range(19):
        title = f"Promise number {n} with a name as long as names may become"
        rows = (a_commitment(id=str(n), title=title, position=n), some_terms(seq=None, commitment_id=str(n)))
        told.do("", give, *rows)
    planner, page = open_session(open_planner)
    planner.window().resize(900, 600)
    settle()
    seen_titles: list[str] = []
    for _ in range(40):
        seen_titles += [words for words in words_on(page) if words.startswith(("Promise number", "Ring"))]
        assert seen_as(QWidget, page, "scrolled").height() <= page.height()
        assert cut_widgets(page) == []
        press(page, Qt.Key.Key_Right)
        settle()
    assert len(set(seen_titles)) == 20


def test_something_hidden_closes_it_as_it_closes_every_share(
    told: Workspace, open_planner: OpenPlanner, applied_theme: Theme
) -> None:
    planner = open_planner()
    hidden = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    told.do_quietly(plans.answer_safety, hidden, keep_answers=False)
    planner.go(Destination("session"))
    settle()
    assert not is_seen(planner, "session_page")


# --- the pages after the first


def go_to(planner: Planner, topic: str) -> SessionPage:
    planner.go(Destination("session", f"session_{topic}:0"))
    settle()
    return seen_as(SessionPage, planner, "session_page")


def note_of(workspace: Workspace) -> SessionNote:
    session = workspace.read(all_sessions)[-1]
    note = workspace.read(session_note, session.id)
    assert note is not None
    return note


def choose(page: QWidget, name: str) -> None:
    click(seen_as(QWidget, page, name))
    settle()


def test_every_page_comes_by_arrow_key_and_page_key(told: Workspace, open_planner: OpenPlanner) -> None:
    _, page = open_session(open_planner)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown) * 3 + (Qt.Key.Key_Right,):
        press(page, key)
        settle()
    assert "Page 7 of 7" in words_on(page)
    press(page, Qt.Key.Key_Home)
    assert "Page 1 of 7" in words_on(page)
    press(page, Qt.Key.Key_End)
    press(page, Qt.Key.Key_PageUp)
    assert "Page 6 of 7" in words_on(page)


def test_arrow_keys_turn_pages_on_a_button_too(told: Workspace, open_planner: OpenPlanner) -> None:
    _, page = open_session(open_planner)
    seen_as(QWidget, page, "session_on_button").setFocus()
    press(page, Qt.Key.Key_Right)
    settle()
    assert "Page 2 of 7" in words_on(page)


def test_terms_since_stand_with_notice_and_their_view(told: Workspace, open_planner: OpenPlanner) -> None:
    [ring] = told.read(every_commitment)
    told.do("", commitments.end, ring.id, Reason.CHOICE, Heard(View.DISAGREES, TODAY, "Not again"))
    page = go_to(open_planner(), "terms")
    said = " ".join(words_on(page))
    assert "Ends on Thursday 21 May." in said
    assert "Notice of 7 days; until then it counts as before." in said
    assert "“Not again”" in said


def test_the_agenda_is_read_and_questions_are_written_there(told: Workspace, open_planner: OpenPlanner) -> None:
    session = told.read(all_sessions)[-1]
    told.do("", sessions.add_agenda_line, session.id, "Is it the right size?")
    told.do("", path.write_answer, "session_show", "The chart for March", "", session.day)
    told.do("", path.write_answer, "session_avoided", "SECRET loan", "", session.day)
    planner = open_planner()
    page = go_to(planner, "agenda")
    said = words_on(page)
    assert "1. Is it the right size?" in said
    assert "The chart for March" in said
    assert not any("SECRET" in words for words in said)
    field = seen_as(QTextEdit, page, "session_questions_field")
    field.setFocus()
    type_words(field, "Who rings whom?")
    planner.save_typing()  # as a lock does
    assert note_of(told).questions == "Who rings whom?"
    again = go_to(open_planner(), "agenda")
    assert seen_as(QTextEdit, again, "session_questions_field").toPlainText() == "Who rings whom?"


@pytest.mark.parametrize("fits", list(Fits))
def test_each_of_their_answers_is_a_full_one(told: Workspace, open_planner: OpenPlanner, fits: Fits) -> None:
    page = go_to(open_planner(), "fits")
    assert "Ana, does this match what you saw?" in words_on(page)
    choose(page, f"session_fits_segment_{fits.value}_button")
    assert note_of(told).fits is fits
    choose(page, "session_fits_take_out_button")
    assert told.read(session_note, told.read(all_sessions)[-1].id) is None


def test_their_page_is_absent_under_no_contact(told: Workspace, open_planner: OpenPlanner) -> None:
    told.do_quietly(plans.set_contact, Contact.NONE)
    _, page = open_session(open_planner)
    press(page, Qt.Key.Key_End)
    settle()
    assert "Page 6 of 6" in words_on(page)
    assert page.findChildren(QWidget, "session_fits") == []
    assert page.findChildren(QWidget, "session_hand_over_button") == []


def test_one_miss_is_walked_through_without_what_is_private(told: Workspace, open_planner: OpenPlanner) -> None:
    [ring] = told.read(every_commitment)
    told.do(
        "",
        answers.review_miss,
        ring.id,
        MONDAY + 4 * DAY,
        facts="I stayed at work until eight.",
        last_moment="SECRET moment",
        cost="SECRET cost",
        likelier=frozenset({"tired"}),
        repair="I ring at nine.",
    )
    page = go_to(open_planner(), "walk")
    choose(page, "session_walk_2026-05-08_button")
    said = words_on(page)
    assert "I stayed at work until eight." in said
    assert "I ring at nine." in said
    assert not any("SECRET" in words for words in said)
    field = seen_as(QTextEdit, page, "session_walked_field")
    field.setFocus()
    type_words(field, "I put the coat on at five")
    page.save_typing()
    assert note_of(told).walked_words == "I put the coat on at five"


def test_a_commitment_is_kept_changed_or_ended_there(told: Workspace, open_planner: OpenPlanner) -> None:
    [ring] = told.read(every_commitment)
    session = told.read(all_sessions)[-1]
    planner = open_planner()
    page = go_to(planner, "decisions")
    choose(page, f"session_decide_{ring.id}_kept_button")
    assert [row.decision for row in told.read(session_decisions, session.id)] == [Decision.KEPT]
    choose(page, f"session_decide_{ring.id}_ended_button")
    sheet = planner.window()
    press_button(sheet, "end_sheet_decide_button")
    settle()
    assert [row.decision for row in told.read(session_decisions, session.id)] == [Decision.ENDED]
    assert told.read(terms_of, ring.id)[-1].stance is Stance.ENDED
    assert any("It ends on Thursday 21 May." in words for words in words_on(page))
    choose(page, f"session_decide_{ring.id}_changed_button")
    assert is_seen(planner, "commitment_page")
    planner.go(Destination("back"))
    settle()
    assert "Stays, changes, or ends" in words_on(seen_as(SessionPage, planner, "session_page"))


def test_a_lock_in_the_middle_of_ending_one_comes_back_to_the_question(
    told: Workspace, open_planner: OpenPlanner
) -> None:
    [ring] = told.read(every_commitment)
    planner = open_planner()
    page = go_to(planner, "decisions")
    choose(page, f"session_decide_{ring.id}_ended_button")
    planner.save_typing()  # as a lock does
    again = open_planner()
    assert "Stays, changes, or ends" in words_on(seen_as(SessionPage, again, "session_page"))
    press_button(again.window(), "end_sheet_decide_button")
    assert told.read(terms_of, ring.id)[-1].stance is Stance.ENDED


def test_without_a_session_to_come_its_date_comes_first(workspace: Workspace, open_planner: OpenPlanner) -> None:
    planner = open_planner()
    page = go_to(planner, "next")
    press_button(page, "session_next_date_button")
    assert is_seen(planner, "dates_page")


# --- what is kept back


def test_what_is_kept_back_is_a_number(told: Workspace, open_planner: OpenPlanner) -> None:
    told.do("", journal.write_entry, TODAY, "Nobody reads this.")
    _, page = open_session(open_planner)
    assert "Kept back: 1 private item" in words_on(page)


def test_what_fits_stands_together_and_what_is_too_high_alone() -> None:
    assert grouped([100, 100, 100], 230, 30) == [[0, 1], [2]]
    assert grouped([500, 100], 230, 30) == [[0], [1]]
    assert grouped([], 230, 30) == []
