"""Amends, as a person keeps the list of harms, repairs and commitments."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.seen_amends import (
    ShowPage,
    can_do,
    cut_off,
    found,
    is_seen,
    line_text,
    page_opener,
    pick,
    press_button,
    press_deed,
    read_all,
    settle,
    type_day,
    write,
)
from trustplanner.actions import answers, commitments, harms, pauses, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.views import Heard, noted
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment, Direction, Pause, Reason, Stance, Terms
from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.harms import Harm, RepairState
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedules import daily, on_weekdays, once
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import every_commitment, every_pause, terms_of
from trustplanner.storage.queries.harms import harms as every_harm
from trustplanner.storage.queries.harms import repairs as every_repair
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.views import views_about
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
OpenAmends = Callable[..., AmendsPage]
NEXT_WEEK = MONDAY + timedelta(days=7)


@pytest.fixture
def open_amends(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenAmends:
    """Open Amends in a window of its own."""
    return page_opener(lambda: AmendsPage(workspace), show_page)


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    """What was said in toasts, in order."""
    words: list[str] = []
    workspace.recorded.connect(words.append)
    return words


@pytest.fixture
def harm(runner: Runner) -> Harm:
    return runner.do("Harm", harms.add_harm, "She lay awake").result


def the_terms(workspace: Workspace, commitment: Commitment) -> Terms:
    """The newest terms of a commitment."""
    return workspace.read(terms_of, commitment.id)[-1]


def the_pause(workspace: Workspace) -> Pause:
    """The newest pause."""
    return workspace.read(every_pause)[-1]


# --- harms and repairs


def test_before_anything_is_written_it_says_how_amends_begin(open_amends: OpenAmends, workspace: Workspace) -> None:
    page = open_amends()
    assert "Nothing is written down here yet." in read_all(page)
    press_button(page, "amends_first_harm_button")
    assert focus_in(page).objectName() == "amends_harm_field"
    type_words(page, "Not knowing what is real")
    press(page, Qt.Key.Key_Return)
    assert [each.words for each in workspace.read(every_harm)] == ["Not knowing what is real"]
    assert "Not knowing what is real\nPlan a repair" not in read_all(page)
    assert "No repair yet." in read_all(page)


def test_a_repair_is_planned_with_its_day_and_the_gap_is_gone(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm, said: list[str]
) -> None:
    page = open_amends()
    assert "No repair yet." in read_all(page)
    press_button(page, f"amends_harm_add_{harm.id}_button")
    type_words(page, "Pay back the deposit")
    switch = found(page, Switch, "amends_repair_day_switch")
    switch.setFocus()
    press(switch, Qt.Key.Key_Space)
    settle()
    type_day(page, "amends_repair_day_field", on("06-01"))
    press_button(page, "amends_repair_keep_button")
    (repair,) = workspace.read(every_repair)
    assert (repair.words, repair.due_on, repair.harm_id) == ("Pay back the deposit", on("06-01"), harm.id)
    read = read_all(page)
    assert "Pay back the deposit\n" in read
    assert "By Monday 1 June" in read
    assert "No repair yet." not in read
    assert said == ["Written down: “Pay back the deposit”."]


def test_a_repair_that_would_watch_somebody_is_refused_at_its_field(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm
) -> None:
    page = open_amends()
    press_button(page, f"amends_harm_add_{harm.id}_button")
    type_words(page, "check her phone every night")
    press_button(page, "amends_repair_keep_button")
    assert workspace.catalogue.error_sentence(Code.TRACKS_THEM) in read_all(page)
    assert workspace.read(every_repair) == ()
    assert line_text(page, "amends_repair_field") == "check her phone every night"


def test_a_harm_and_a_repair_are_changed_in_place(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    repair = runner.do("Repair", harms.add_repair, harm.id, "Pay back", on("06-01")).result
    page = open_amends()
    press_button(page, f"amends_harm_change_{harm.id}_button")
    assert line_text(page, "amends_harm_field") == "She lay awake"
    write(page, "amends_harm_field", "She lay awake for weeks")
    press(page, Qt.Key.Key_Return)
    press_button(page, f"amends_repair_change_{repair.id}_button")
    write(page, "amends_repair_field", "Pay back 120")
    press_button(page, "amends_repair_keep_button")
    assert workspace.read(every_harm)[0].words == "She lay awake for weeks"
    assert workspace.read(every_repair)[0].words == "Pay back 120"
    assert workspace.read(every_repair)[0].due_on == on("06-01")
    assert "She lay awake for weeks" in read_all(page)


def test_a_repair_is_done_let_go_and_opened_again(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm, said: list[str]
) -> None:
    repair = runner.do("Repair", harms.add_repair, harm.id, "Pay back").result
    page = open_amends()
    press_button(page, f"amends_repair_done_{repair.id}_button")
    assert workspace.read(every_repair)[0].state is RepairState.DONE
    assert "Done on 4 May" in read_all(page)
    press_button(page, f"amends_repair_open_{repair.id}_button")
    press_button(page, f"amends_repair_let_go_{repair.id}_button")
    assert workspace.read(every_repair)[0].state is RepairState.LET_GO
    assert "Let go" in read_all(page)
    assert said == ["Recorded as done: “Pay back”.", "Open again: “Pay back”.", "Recorded as let go: “Pay back”."]


def test_deleting_a_harm_takes_its_repairs_along_and_undo_brings_all_of_it_back(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm, said: list[str]
) -> None:
    for words in ("Pay back", "Say it to her sister"):
        runner.do("Repair", harms.add_repair, harm.id, words)
    answering = promise(runner, surroundings=Surroundings(harm_id=harm.id))
    page = open_amends()
    before = read_all(page)
    assert "Answered by “Call when late”" in before
    press_button(page, f"amends_harm_change_{harm.id}_button")
    press_button(page, "amends_harm_delete_button")
    assert workspace.read(every_harm) == ()
    assert workspace.read(every_repair) == ()
    assert said == ["Deleted: “She lay awake”, with its 2 repairs."]
    assert "She lay awake" not in read_all(page)
    workspace.undo()
    assert [each.id for each in workspace.read(every_harm)] == [harm.id]
    assert [each.words for each in workspace.read(every_repair)] == ["Pay back", "Say it to her sister"]
    assert workspace.read(every_commitment)[0].harm_id == harm.id == answering.harm_id
    assert read_all(page) == before


def test_a_repair_is_deleted_alone(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm, said: list[str]
) -> None:
    repair = runner.do("Repair", harms.add_repair, harm.id, "Pay back").result
    page = open_amends()
    press_button(page, f"amends_repair_change_{repair.id}_button")
    press_button(page, "amends_repair_delete_button")
    assert workspace.read(every_repair) == ()
    assert len(workspace.read(every_harm)) == 1
    assert said == ["Deleted: “Pay back”."]


def test_nothing_is_kept_without_words(open_amends: OpenAmends, workspace: Workspace, harm: Harm) -> None:
    page = open_amends()
    press_button(page, f"amends_harm_add_{harm.id}_button")
    press(page, Qt.Key.Key_Return)
    assert workspace.catalogue.error_sentence(Code.WORDS_MISSING) in read_all(page)
    assert workspace.read(every_repair) == ()


def test_escape_puts_away_what_is_typed_and_undo_brings_it_back_as_a_draft(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm, said: list[str]
) -> None:
    page = open_amends()
    press_button(page, "amends_new_harm_button")
    type_words(page, "The evenings")
    press(page, Qt.Key.Key_Escape)
    assert not is_seen(page, "amends_harm_field")
    assert said == ["Put away what you had typed."]
    assert workspace.read(draft, "amends") is None
    workspace.undo()
    assert line_text(page, "amends_harm_field") == "The evenings"


def test_opening_another_form_keeps_what_was_written(open_amends: OpenAmends, workspace: Workspace, harm: Harm) -> None:
    page = open_amends()
    press_button(page, "amends_new_harm_button")
    type_words(page, "The evenings")
    press_button(page, f"amends_harm_change_{harm.id}_button")
    assert [each.words for each in workspace.read(every_harm)] == ["She lay awake", "The evenings"]
    assert line_text(page, "amends_harm_field") == "She lay awake"


def test_what_is_typed_is_kept_by_itself_and_is_there_again(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm, qtbot: QtBot
) -> None:
    page = open_amends()
    press_button(page, f"amends_harm_add_{harm.id}_button")
    type_words(page, "Pay it back")
    qtbot.waitUntil(lambda: workspace.read(draft, "amends") is not None)
    page.save_typing()
    again = open_amends()
    assert line_text(again, "amends_repair_field") == "Pay it back"
    assert workspace.read(every_repair) == ()
    write(again, "amends_repair_field", "Pay it back in May")
    press(again, Qt.Key.Key_Return)
    assert [each.words for each in workspace.read(every_repair)] == ["Pay it back in May"]
    assert workspace.read(draft, "amends") is None


@pytest.mark.parametrize("body", ["no json", "{}", '{"target": "harm:x:x", "words": "", "due": ""}', "[1]"])
def test_a_draft_that_cannot_be_read_opens_nothing(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm, body: str
) -> None:
    workspace.do_quietly(plans.keep_draft, "amends", body)
    assert not is_seen(open_amends(), "amends_harm_field")


def test_a_form_survives_another_change(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    repair = runner.do("Repair", harms.add_repair, harm.id, "Pay back").result
    page = open_amends()
    press_button(page, f"amends_harm_change_{harm.id}_button")
    write(page, "amends_harm_field", "She lay awake, and")
    workspace.do("State", harms.set_repair_state, repair.id, RepairState.DONE)
    assert line_text(page, "amends_harm_field") == "She lay awake, and"
    assert focus_in(page).objectName() == "amends_harm_field"


def test_a_harm_leads_to_a_commitment_that_answers_it(open_amends: OpenAmends, harm: Harm, qtbot: QtBot) -> None:
    page = open_amends()
    with qtbot.waitSignal(page.go_requested) as led:
        press_button(page, f"amends_harm_commit_{harm.id}_button")
    assert led.args == [Destination("commitment", f"harm:{harm.id}")]


# --- commitments


def test_commitments_stand_with_their_sentence_their_days_and_the_places(
    open_amends: OpenAmends, runner: Runner
) -> None:
    promise(runner, on_weekdays(range(5)), "Ring at six", at_minute=18 * 60)
    promise(runner, title="Phone on the table", waits=True)
    wording = Wording("when I notice a half-truth, correct it", "need not find out", daily())
    runner.do("New", commitments.create, "Half-truths", wording, Surroundings(is_event=True), starts_on=on("05-11"))
    read = read_all(open_amends())
    assert "2 of 3 places in use. Stricter counts at once; easier counts after a week." in read
    assert (
        "Ring at six\nI will call when I am late, so that Ana you need not wonder.\nMonday to Friday at 18:00" in read
    )
    assert "When I notice a half-truth, I will correct it, so that Ana need not find out." in read
    assert "Every day. Begins on Monday 11 May" in read
    assert read.index("Half-truths") < read.index("Waiting\nPhone on the table")


def test_opening_and_writing_lead_to_the_editor(open_amends: OpenAmends, runner: Runner, qtbot: QtBot) -> None:
    commitment = promise(runner)
    page = open_amends()
    for button, detail in (
        (f"amends_open_{commitment.id}_button", commitment.id),
        ("amends_new_commitment_button", ""),
    ):
        with qtbot.waitSignal(page.go_requested) as led:
            press_button(page, button)
        assert led.args == [Destination("commitment", detail)]


def test_a_waiting_one_begins_where_a_place_is_free(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, said: list[str]
) -> None:
    for title in ("One", "Two", "Three"):
        promise(runner, title=title)
    waiting = promise(runner, title="Four")
    page = open_amends()
    refused: list[KnownError] = []
    workspace.refused.connect(refused.append)
    press_deed(page, "begin", waiting.id)
    assert [error.code for error in refused] == [Code.THREE_ACTIVE]
    runner.do("End", commitments.end, workspace.read(every_commitment)[0].id, Reason.DANGER)
    page.refresh()
    press_deed(page, "begin", waiting.id)
    assert the_terms(workspace, waiting).stance is Stance.ACTIVE
    assert said == ["“Four” begins today."]


def test_letting_wait_takes_its_notice_and_can_be_taken_back(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, said: list[str]
) -> None:
    commitment = promise(runner)
    page = open_amends()
    press_deed(page, "let_wait", commitment.id)
    assert "Written on Monday 4 May, in force from Monday 11 May." in read_all(page)
    pick(page, "wait_sheet_view_combo", View.AGREES)
    press_button(page, "wait_sheet_decide_button")
    terms = the_terms(workspace, commitment)
    assert (terms.stance, terms.direction, terms.starts_on) == (Stance.WAITING, Direction.EASIER, NEXT_WEEK)
    assert noted(workspace.read(views_about, terms)) == Heard(View.AGREES, MONDAY)
    read = read_all(page)
    assert "From Monday 11 May it waits." in read
    assert "Ana: agrees, as you heard it, on 4 May." in read
    assert not can_do(page, "let_wait", commitment.id)
    press_deed(page, "take_back", commitment.id)
    assert the_terms(workspace, commitment).taken_back_at is not None
    assert "From Monday 11 May" not in read_all(page)
    assert said == ["“Call when late” waits from Monday 11 May.", "Taken back. “Call when late” goes on as before."]


def test_a_limit_of_theirs_ends_a_commitment_at_once(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, clock: MovedClock, said: list[str]
) -> None:
    commitment = promise(runner)
    clock.go_to(on("05-05"))
    page = open_amends()
    press_deed(page, "end", commitment.id)
    press(page, Qt.Key.Key_4)  # the last of the reasons, by its number
    assert "It counts from today." in read_all(page)
    press_button(page, "end_sheet_decide_button")
    terms = the_terms(workspace, commitment)
    assert (terms.stance, terms.reason, terms.starts_on) == (Stance.ENDED, Reason.THEIR_WISH, on("05-05"))
    assert "Ended\nCall when late" in read_all(page)
    assert "Ended on Tuesday 5 May; its record stays.\nAna: not asked." in read_all(page)
    assert said == ["“Call when late” has ended."]


def test_leaving_a_sheet_changes_nothing(open_amends: OpenAmends, workspace: Workspace, runner: Runner) -> None:
    commitment = promise(runner)
    page = open_amends()
    press_deed(page, "let_wait", commitment.id)
    press(page, Qt.Key.Key_Escape)
    assert len(workspace.read(terms_of, commitment.id)) == 1
    assert not is_seen(page, "wait_sheet")


def test_one_that_never_asked_is_deleted_and_one_that_did_is_not(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, said: list[str]
) -> None:
    fresh, answered = promise(runner, title="Fresh"), promise(runner, title="Answered")
    runner.do("Answer", answers.write, answered.id, MONDAY, Value.MISSED)
    page = open_amends()
    assert not can_do(page, "delete", answered.id)
    press_deed(page, "delete", fresh.id)
    assert [each.title for each in workspace.read(every_commitment)] == ["Answered"]
    assert said == ["Deleted: “Fresh”."]


def test_a_once_that_is_over_takes_no_place(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, clock: MovedClock
) -> None:
    promise(runner, once(on("05-05")), "Everything on one sheet")
    clock.go_to(on("05-08"))
    read = read_all(open_amends())
    assert "0 of 3 places in use." in read
    assert "Ended\nEverything on one sheet" in read
    assert "Once, by Tuesday 5 May. It is over; its record stays." in read


# --- pauses


def test_a_pause_of_my_own_wish_takes_its_notice(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, said: list[str]
) -> None:
    commitment = promise(runner)
    page = open_amends()
    press_deed(page, "pause", commitment.id)
    assert "in force from Monday 11 May" in read_all(page)
    type_day(page, "pause_sheet_starts_field", on("05-20"))
    type_day(page, "pause_sheet_ends_field", on("05-24"))
    write(page, "pause_sheet_note_field", "At the lake.")
    press_button(page, "pause_sheet_pause_button")
    pause = the_pause(workspace)
    assert (pause.commitment_id, pause.starts_on, pause.ends_on) == (commitment.id, on("05-20"), on("05-24"))
    assert (pause.reason, pause.note, pause.looks_again) == (Reason.CHOICE, "At the lake.", False)
    assert "Pause from Wednesday 20 May to Sunday 24 May: my own wish. At the lake." in read_all(page)
    assert said == ["Pause from Wednesday 20 May to Sunday 24 May."]
    press_button(page, f"amends_resume_{pause.seq}_button")
    assert the_pause(workspace).taken_back_at is not None
    assert said[-1] == "The pause is taken back."


def test_an_illness_pauses_all_at_once_until_it_is_looked_at_again(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, clock: MovedClock, said: list[str]
) -> None:
    promise(runner)
    page = open_amends()
    press_button(page, "amends_pause_all_button")
    click(found(page, QWidget, "pause_sheet_reason_options_illness_button"))
    settle()
    switch = found(page, Switch, "pause_sheet_looks_switch")
    switch.setFocus()
    press(switch, Qt.Key.Key_Space)
    assert "Look again on" in read_all(page)
    press_button(page, "pause_sheet_pause_button")
    pause = the_pause(workspace)
    assert (pause.commitment_id, pause.starts_on, pause.ends_on, pause.looks_again) == (
        None,
        MONDAY,
        MONDAY + timedelta(days=14),
        True,
    )
    assert "Paused; looked at again on Monday 18 May: illness." in read_all(page)
    clock.go_to(on("05-06"))
    workspace.notice_the_day()
    page.refresh()
    press_button(page, f"amends_resume_{pause.seq}_button")
    assert the_pause(workspace).ends_on == on("05-05")
    assert "Paused" not in read_all(page)
    assert said[-1] == "From today on it asks again."


def test_their_view_is_noted_later_as_it_was_heard(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner
) -> None:
    commitment = promise(runner)
    runner.do("Wait", commitments.let_wait, commitment.id)
    pause = runner.do("Pause", pauses.pause, commitment.id, MONDAY, MONDAY, reason=Reason.ILLNESS).result
    page = open_amends()
    assert "Ana: not asked." in read_all(page)
    press_deed(page, "note_view", commitment.id)
    pick(page, "view_sheet_view_combo", View.DISAGREES)
    write(page, "view_sheet_heard_field", "You said that before")
    type_day(page, "view_sheet_heard_on_field", on("05-03"))
    press_button(page, "view_sheet_note_button")
    told = noted(workspace.read(views_about, the_terms(workspace, commitment)))
    assert told == Heard(View.DISAGREES, on("05-03"), "You said that before")
    assert "Ana: does not agree, as you heard it, on 3 May. “You said that before”" in read_all(page)
    press_button(page, f"amends_pause_view_{pause.seq}_button")
    pick(page, "view_sheet_view_combo", View.AGREES)
    press_button(page, "view_sheet_note_button")
    assert noted(workspace.read(views_about, the_pause(workspace))) == Heard(View.AGREES, MONDAY)


@pytest.mark.parametrize("of_all", [False, True])
def test_a_view_that_was_noted_before_stays_readable(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, clock: MovedClock, *, of_all: bool
) -> None:
    commitment = promise(runner)
    runner.do("Wait", commitments.let_wait, commitment.id)
    paused = None if of_all else commitment.id
    pause = runner.do("Pause", pauses.pause, paused, MONDAY, on("05-08"), reason=Reason.ILLNESS).result
    page = open_amends()
    of_terms = partial(press_deed, page, "note_view", commitment.id)
    of_pause = partial(press_button, page, f"amends_pause_view_{pause.seq}_button")
    for ask in (of_terms, of_pause):
        clock.go_to(MONDAY)
        ask()
        pick(page, "view_sheet_view_combo", View.DISAGREES)
        write(page, "view_sheet_heard_field", "Not again")
        press_button(page, "view_sheet_note_button")
        clock.go_to(on("05-06"))
        workspace.notice_the_day()
        ask()
        pick(page, "view_sheet_view_combo", View.NOT_ASKED)
        press_button(page, "view_sheet_note_button")
    both = "Ana: not asked.\nEarlier: does not agree, as you heard it, on 4 May. “Not again”"
    assert read_all(page).count(both) == 2
    workspace.undo()
    assert read_all(page).count(both) == 1
    assert "Ana: does not agree, as you heard it, on 4 May. “Not again”" in read_all(page)


def test_what_was_made_easier_is_still_said_when_it_counts(
    open_amends: OpenAmends, runner: Runner, clock: MovedClock
) -> None:
    commitment = promise(runner)
    runner.do("Ease", change_terms, commitment.id, Wording("I will call", "", on_weekdays([0])))
    assert "From Monday 11 May: easier. Every Monday." in read_all(open_amends())
    clock.go_to(on("05-12"))
    assert "Made easier on Monday 11 May." in read_all(open_amends())


# --- suggestions


def test_suggestions_open_the_editor_and_fill_nothing_by_themselves(
    open_amends: OpenAmends, workspace: Workspace, qtbot: QtBot
) -> None:
    page = open_amends()
    with qtbot.waitSignal(page.go_requested) as led:
        press_button(page, "amends_choose_kind_button")
    assert led.args == [Destination("names")]
    workspace.do("Kind", plans.choose_kind, "small_lies")
    with qtbot.waitSignal(page.go_requested) as led:
        press_button(page, "amends_suggestion_weekly_note_button")
    assert led.args == [Destination("commitment", "kind:weekly_note")]
    assert workspace.read(every_commitment) == ()


def test_a_limit_stands_apart_from_what_is_below_and_moves_nothing_while_there_is_none(
    open_amends: OpenAmends, workspace: Workspace
) -> None:
    workspace.do("Harm", harms.add_harm, "Evenings of waiting")
    page = open_amends()
    [heading] = [label for label in page.findChildren(TextLabel) if label.text() == "Harms and repairs"]
    settle()
    before = heading.mapTo(page, QPoint(0, 0)).y()
    workspace.do("Contact", plans.set_contact, Contact.LIMITED)
    settle()
    banner = found(page, Banner, "amends_limited_banner")
    assert heading.mapTo(page, QPoint(0, 0)).y() == before + banner.height() + 34 - 12, (
        "a group’s gap instead of that below the title"
    )


def test_without_contact_nothing_suggests_any(open_amends: OpenAmends, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do("Kind", plans.choose_kind, "affair")
    page = open_amends()
    assert is_seen(page, "amends_suggestion_say_where_button")
    workspace.do("Contact", plans.set_contact, Contact.LIMITED)
    contact = workspace.catalogue.today().contact
    assert contact.limited_banner.said_to(workspace.voice) in read_all(page)
    with qtbot.waitSignal(page.go_requested) as led:
        press_button(page, "amends_limited_banner_link_button")
    assert led.args == [Destination("contact")]
    assert workspace.catalogue.commitment_quality().contact_limited in read_all(page)
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    assert not is_seen(page, "amends_suggestion_say_where_button")
    assert is_seen(page, "amends_suggestion_health_test_button")
    assert contact.none_banner.said_to(workspace.voice) in read_all(page)


def test_what_is_taken_is_not_suggested_again(open_amends: OpenAmends, workspace: Workspace, runner: Runner) -> None:
    workspace.do("Kind", plans.choose_kind, "small_lies")
    page = open_amends()
    assert is_seen(page, "amends_suggestion_weekly_note_button")
    promise(runner, title="What I wanted to hide")
    page.refresh()
    settle()
    assert not is_seen(page, "amends_suggestion_weekly_note_button")


# --- small windows and long words


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (900, 600, 2.0)])
def test_nothing_is_cut_off(
    open_amends: OpenAmends,
    workspace: Workspace,
    runner: Runner,
    width: int,
    height: int,
    scale: float,
) -> None:
    long_name = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]
    runner.do("Names", plans.begin, "Sam", long_name, Pronoun.SHE, "Ruth")
    runner.do("Kind", plans.choose_kind, "hidden_money")
    runner.do("Contact", plans.set_contact, Contact.LIMITED)
    for words in ("She lay awake " * 20, "x" * 200, "לא לדעת מה אמיתי 🌿"):
        harm = runner.do("Harm", harms.add_harm, words).result
    runner.do("Repair", harms.add_repair, harm.id, "Pay back the deposit " * 10, on("05-01"))
    commitment = promise(runner, title=long_name)
    runner.do("Wait", commitments.let_wait, commitment.id, heard=Heard(View.DISAGREES, MONDAY, "no " * 100))
    runner.do("Pause", pauses.pause, None, MONDAY, on("05-06"), reason=Reason.THEIR_WISH, note="n " * 100)
    workspace.theme.set_text_scale(scale)
    page = open_amends(width=width, height=height)
    assert cut_off(page) == []
    press_button(page, "amends_new_harm_button")
    assert cut_off(page) == []
    press_deed(page, "pause", commitment.id)
    assert cut_off(page.window()) == []
