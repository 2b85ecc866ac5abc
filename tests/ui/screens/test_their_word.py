"""What they say to a commitment, in Amends and in the editor; and the editor where a promise may be too large."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from tests.ui.screens.seen_amends import press_deed
from trustplanner.actions import answers, plans
from trustplanner.actions.responses import hear_response
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Commitment, Reason, Stance, terms_on
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.responses import Response
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.storage.queries.commitments import every_commitment, terms_of
from trustplanner.storage.queries.responses import every_response, sureness_of
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.commitment_page import CommitmentPage
from trustplanner.ui.screens.main_window import Planner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
ShowPage = Callable[..., QWidget]
LONG_NAME = "Annamaria-Theodora Wolkenstein-Trostburg von und zu Rodenegg"


@pytest.fixture
def amends(workspace: Workspace, show_page: ShowPage, applied_theme: Theme) -> Callable[..., AmendsPage]:
    def open_it(**size: int) -> AmendsPage:
        page = AmendsPage(workspace)
        show_page(page, **size)
        settle()
        return page

    return open_it


def sheet_of(page: QWidget, commitment: Commitment) -> QWidget:
    press_deed(page, "response", commitment.id)
    settle()
    return seen(page.window(), "response_sheet")


def stance(workspace: Workspace, commitment: Commitment) -> tuple[Stance, Reason]:
    terms = terms_on(workspace.read(terms_of, commitment.id), workspace.today)
    assert terms is not None
    return terms.stance, terms.reason


def test_please_stop_ends_it_at_once_and_can_be_undone(amends: Callable[..., AmendsPage]) -> None:
    page = amends()
    commitment = promise(page.workspace.runner)
    page.mark_stale()
    toasts: list[str] = []
    page.workspace.recorded.connect(toasts.append)
    sheet = sheet_of(page, commitment)
    click(seen(sheet, "response_sheet_options_matters_button"))
    assert seen_as(Button, sheet, "response_sheet_note_button").text() == "Note it"
    click(seen(sheet, "response_sheet_options_please_stop_button"))
    assert seen_as(Button, sheet, "response_sheet_note_button").text() == "Note it, and end it"
    seen(sheet, "response_sheet_words_field").setFocus()
    type_words(sheet, "Leave it, please")
    press_button(sheet, "response_sheet_note_button")
    settle()
    assert stance(page.workspace, commitment) == (Stance.ENDED, Reason.THEIR_WISH)
    assert toasts == ["“Call when late” has ended. Its record stays."]
    assert "She asked you to stop, as you heard it. “Leave it, please”" in words_on(page)
    page.workspace.undo()
    assert stance(page.workspace, commitment)[0] is Stance.ACTIVE
    assert page.workspace.read(every_response) == ()


def test_what_is_heard_is_dated_and_earlier_words_stay(amends: Callable[..., AmendsPage]) -> None:
    page = amends()
    commitment = promise(page.workspace.runner)
    page.workspace.do_quietly(hear_response, commitment.id, Response.NO_DIFFERENCE)
    sheet = sheet_of(page, commitment)
    click(seen(sheet, "response_sheet_options_matters_button"))
    click(seen(sheet, "response_sheet_day_switch"))
    press_button(sheet, "response_sheet_note_button")
    settle()
    said = words_on(page)
    assert "It matters to her, as you heard it on 4 May." in said
    assert "Before: It makes no difference to her, as you heard it." in said


@pytest.mark.parametrize("pronoun", list(Pronoun))
@pytest.mark.parametrize("contact", list(Contact))
def test_nobody_is_asked_for_it(
    amends: Callable[..., AmendsPage], workspace: Workspace, contact: Contact, pronoun: Pronoun
) -> None:
    workspace.do_quietly(plans.begin, "Sam", LONG_NAME, pronoun, "Ruth")
    workspace.do_quietly(plans.set_contact, contact, None, "")
    page = amends(width=900, height=600)
    commitment = promise(workspace.runner)
    page.mark_stale()
    said = " ".join(words_on(sheet_of(page, commitment)))
    assert "nothing is missing without it" in said
    assert ("Nobody is asked" in said) is (contact is Contact.NONE)
    assert cut_widgets(seen(page.window(), "response_sheet")) == []


# In the editor


def test_a_promise_that_may_be_too_large_is_asked_about_and_saved_as_it_is(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    commitment = promise(workspace.runner)
    planner = open_planner()
    planner.go(Destination("commitment", commitment.id))
    press_button(planner, "commitment_sureness_scale_6_button")
    press_button(planner, "commitment_worst_segment_smallest_button")
    words = workspace.catalogue.sureness()
    assert f"{words.unsure}\n{words.smallest_ask}" in words_on(planner)
    seen(planner, "commitment_smallest_field").setFocus()
    type_words(planner, "A message by six")
    assert f"{words.unsure}\nSmallest version: A message by six" in words_on(planner)
    press_button(planner, "commitment_save_button")
    settle()
    [row] = workspace.read(sureness_of, commitment.id)
    assert (row.sureness, row.worst_day, row.asked_in) == (6, WorstDay.SMALLEST, AskedIn.EDITOR)
    [saved] = workspace.read(every_commitment)
    assert (saved.sureness, saved.smallest) == (6, "A message by six")


def editor(planner: Planner) -> CommitmentPage:
    found = planner.findChild(CommitmentPage)
    assert isinstance(found, CommitmentPage)
    return found


def test_nothing_new_is_promised_while_two_misses_are_hidden(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    commitment = promise(workspace.runner)
    for days in range(2):
        day = MONDAY.replace(day=4 + days)
        clock.go_to(day)
        workspace.do_quietly(answers.write, commitment.id, day, Value.MISSED)
        workspace.do_quietly(answers.tell, commitment.id, day, How.FOUND_OUT)
    planner = open_planner()
    planner.go(Destination("commitment"))
    closed = workspace.catalogue.miss_steps().repeated.closed.said_to(workspace.voice)
    assert closed in words_on(planner)
    planner.go(Destination("commitment", commitment.id))
    assert closed not in words_on(planner)
    workspace.do_quietly(answers.tell, commitment.id, MONDAY, How.TOLD_FIRST)
    planner.go(Destination("commitment"))
    assert closed not in words_on(planner)
    assert not is_seen(planner, "commitment_closed_banner")


def test_what_they_say_is_noted_from_the_editor_too(open_planner: OpenPlanner, workspace: Workspace) -> None:
    commitment = promise(workspace.runner)
    planner = open_planner()
    planner.go(Destination("commitment", commitment.id))
    press_button(planner, "commitment_response_button")
    settle()
    click(seen(planner.window(), "response_sheet_options_no_difference_button"))
    press_button(planner.window(), "response_sheet_note_button")
    settle()
    assert "It makes no difference to her, as you heard it." in words_on(planner)


def test_from_help_the_way_leads_to_what_comes_after(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.go(Destination("support"))
    press_button(planner, "support_setback_button")
    assert is_seen(planner, "setback_stop_field")
