"""Pauses, as a person plans time off, begins again, and takes back what was to become easier."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.builders import on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, press
from tests.ui.screens.opened_planner import OpenPlanner
from tests.ui.screens.seen_amends import (
    ShowPage,
    bring_into_view,
    cut_off,
    found,
    is_seen,
    line_text,
    page_opener,
    pick,
    press_button,
    read_all,
    settle,
    type_day,
    write,
)
from trustplanner.actions import commitments, pauses, plans, views
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.views import Heard, noted
from trustplanner.domain.commitments import Commitment, Pause, Reason, pending
from trustplanner.domain.items import is_open_today
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedules import on_weekdays
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import every_pause, history_of, terms_of
from trustplanner.storage.queries.views import views_about
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.option_list import OptionList
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.pauses_page import PausesPage
from trustplanner.ui.screens.today_page.notices import QuietLine

OpenPauses = Callable[..., PausesPage]
LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]


@pytest.fixture
def open_pauses(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenPauses:
    """Open Pauses in a window of its own."""
    return page_opener(lambda: PausesPage(workspace), show_page)


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    """What was said in toasts, in order."""
    words: list[str] = []
    workspace.recorded.connect(words.append)
    return words


@pytest.fixture
def ring(runner: Runner, plan: object) -> Commitment:
    return promise(runner, title="Ring at six")


@pytest.fixture
def supper(runner: Runner, plan: object) -> Commitment:
    return promise(runner, title="Supper")


def all_pauses(workspace: Workspace) -> tuple[Pause, ...]:
    return workspace.read(every_pause)


def asks_today(workspace: Workspace, commitment: Commitment) -> bool:
    history = workspace.read(history_of, commitment.id)
    assert history is not None
    return is_open_today(history, workspace.today)


def choose_reason(page: PausesPage, reason: Reason) -> None:
    options = found(page, OptionList, "pause_sheet_reason_options")
    options.setFocus()
    for _ in Reason:
        if options.chosen == reason:
            break
        press(page, Qt.Key.Key_Down)
    assert options.chosen == reason
    settle()


# Planning


def test_time_off_is_planned_for_one_commitment_with_its_reason_and_their_view(
    open_pauses: OpenPauses, workspace: Workspace, ring: Commitment, supper: Commitment, said: list[str]
) -> None:
    page = open_pauses()
    assert "No pause runs, and none is planned. A pause is for days on which" in read_all(page)
    press_button(page, "pauses_plan_button")
    pick(page, "pause_sheet_whose_combo", supper.id)
    type_day(page, "pause_sheet_starts_field", on("05-20"))
    type_day(page, "pause_sheet_ends_field", on("05-24"))
    write(page, "pause_sheet_note_field", "By the sea")
    pick(page, "pause_sheet_view_combo", View.AGREES)
    write(page, "pause_sheet_heard_field", "Go.")
    press_button(page, "pause_sheet_pause_button")
    [pause] = all_pauses(workspace)
    assert (pause.commitment_id, pause.starts_on, pause.ends_on) == (supper.id, on("05-20"), on("05-24"))
    assert (pause.reason, pause.note) == (Reason.CHOICE, "By the sea")
    assert noted(workspace.read(views_about, pause)).words == "Go."
    read = read_all(page)
    span = "Pause from Wednesday 20 May to Sunday 24 May: my own wish."
    assert f"Supper\n{span} Begins in 16 days, on Wednesday 20 May." in read
    assert "By the sea" in read
    assert "Ana: agrees, as you heard it, on 4 May. “Go.”" in read
    assert said == ["Pause from Wednesday 20 May to Sunday 24 May: my own wish."]


def test_all_commitments_are_paused_at_once_for_an_illness(
    open_pauses: OpenPauses, workspace: Workspace, ring: Commitment, supper: Commitment
) -> None:
    page = open_pauses()
    press_button(page, "pauses_plan_button")
    choose_reason(page, Reason.ILLNESS)
    press_button(page, "pause_sheet_pause_button")
    [pause] = all_pauses(workspace)
    assert (pause.commitment_id, pause.starts_on) == (None, workspace.today)
    assert "Paused now\nAll commitments\nPaused until Sunday 10 May: illness." in read_all(page)
    assert not asks_today(workspace, ring)


def test_why_is_asked_first_and_the_button_says_the_day(
    open_pauses: OpenPauses, workspace: Workspace, ring: Commitment
) -> None:
    page = open_pauses()
    press_button(page, "pauses_plan_button")
    button = found(page, Button, "pause_sheet_pause_button")
    assert button.text() == "Pause from 11 May"
    why = found(page, OptionList, "pause_sheet_reason_options")
    from_day = found(page, DateField, "pause_sheet_starts_field")
    assert why.mapTo(page.window(), QPoint()).y() < from_day.mapTo(page.window(), QPoint()).y()
    choose_reason(page, Reason.ILLNESS)
    assert button.text() == "Pause from 4 May"
    type_day(page, "pause_sheet_starts_field", on("05-06"))
    assert button.text() == "Pause from 6 May"
    press_button(page, "pause_sheet_pause_button")
    assert all_pauses(workspace)[0].starts_on == on("05-06")


def test_the_pause_sheet_leads_to_help_and_keeps_what_was_typed(open_planner: OpenPlanner, ring: Commitment) -> None:
    planner = open_planner()
    planner.go(Destination("pauses"))
    press_button(planner, "pauses_plan_button")
    write(planner, "pause_sheet_note_field", "By the sea")
    press_button(planner, "pause_sheet_help_button")
    assert not is_seen(planner, "pause_sheet")
    assert is_seen(planner, "support_page")
    planner.go(Destination("back"))
    press_button(planner, "pauses_plan_button")
    assert line_text(planner, "pause_sheet_note_field") == "By the sea"


def test_a_range_that_begins_before_its_notice_cannot_be_typed(
    open_pauses: OpenPauses, workspace: Workspace, ring: Commitment
) -> None:
    page = open_pauses()
    press_button(page, "pauses_plan_button")
    starts = found(page, DateField, "pause_sheet_starts_field")
    starts.fill(on("05-06"))  # what a file of another version might have kept
    assert starts.day() == on("05-11")
    press_button(page, "pause_sheet_pause_button")
    assert all_pauses(workspace)[0].starts_on == on("05-11")


def test_a_range_that_was_right_yesterday_is_refused_in_place_with_one_sentence(
    open_pauses: OpenPauses, workspace: Workspace, ring: Commitment, clock: MovedClock
) -> None:
    page = open_pauses()
    press_button(page, "pauses_plan_button")
    clock.go_to(on("05-06"))
    press_button(page, "pause_sheet_pause_button")
    assert all_pauses(workspace) == ()
    assert is_seen(page, "pause_sheet_pause_button")
    assert any("7 days" in line for line in read_all(page).split("\n"))


def test_without_anything_that_asks_there_is_nothing_to_plan(
    open_pauses: OpenPauses, runner: Runner, plan: object
) -> None:
    page = open_pauses()
    assert not is_seen(page, "pauses_plan_button")
    assert "No commitment asks for anything now, so there is nothing to pause." in read_all(page)


# Beginning again


def test_beginning_again_wakes_only_what_this_pause_put_to_sleep(
    open_pauses: OpenPauses,
    workspace: Workspace,
    runner: Runner,
    ring: Commitment,
    supper: Commitment,
    clock: MovedClock,
    said: list[str],
) -> None:
    own = runner.do("", pauses.pause, ring.id, on("05-04"), on("05-12"), reason=Reason.ILLNESS).result
    every = runner.do("", pauses.pause, None, on("05-04"), on("05-10"), reason=Reason.ILLNESS).result
    clock.go_to(on("05-06"))
    page = open_pauses()
    assert "If this pause ends, “Ring at six” stays paused by another until 12 May." in read_all(page)
    press_button(page, f"pauses_resume_{every.seq}_button")
    assert asks_today(workspace, supper)
    assert not asks_today(workspace, ring)
    stays = "“Ring at six” stays paused by another until 12 May."
    assert said == [f"From today on it asks again. {stays}"]
    read = read_all(page)
    assert "Pause from Monday 4 May to Tuesday 5 May: illness." in read.split("Over")[1]
    assert "If this pause ends" not in read
    press_button(page, f"pauses_resume_{own.seq}_button")
    assert asks_today(workspace, ring)
    assert said[-1] == "From today on it asks again."
    workspace.undo()
    assert not asks_today(workspace, ring)


def wished(runner: Runner, starts: date, ends: date) -> Pause:
    return runner.do("", pauses.pause, None, starts, ends, reason=Reason.THEIR_WISH).result


def test_a_pause_that_is_their_wish_ends_only_with_the_day_on_which_they_said_so(
    open_pauses: OpenPauses, workspace: Workspace, runner: Runner, ring: Commitment, clock: MovedClock, said: list[str]
) -> None:
    pause = wished(runner, on("05-04"), on("05-24"))
    clock.go_to(on("05-08"))
    page = open_pauses()
    assert "not asked" not in read_all(page), "it is their own wish"
    press_button(page, f"pauses_resume_{pause.seq}_button")
    assert not asks_today(workspace, ring)
    assert "Has Ana said that it may begin again?" in read_all(page)
    press_button(page, "begin_again_sheet_no_button")
    assert all_pauses(workspace) == (pause,)
    press_button(page, f"pauses_resume_{pause.seq}_button")
    field = found(page, DateField, "begin_again_sheet_heard_on_field")
    assert field.maximumDate().toPython() == workspace.today
    type_day(page, "begin_again_sheet_heard_on_field", on("05-07"))
    assert found(page, Button, "begin_again_sheet_yes_button").text() == "Yes, heard on 7 May"
    press_button(page, "begin_again_sheet_yes_button")
    assert asks_today(workspace, ring)
    heard = noted(workspace.read(views_about, pause))
    assert (heard.view, heard.on, heard.words) == (View.AGREES, on("05-07"), "")
    assert said == ["From today on it asks again."]
    over = read_all(page).split("Over\n")[1]
    assert "Ana: said that it may begin again, as you heard it, on 7 May." in over
    workspace.undo()
    assert not asks_today(workspace, ring)
    assert noted(workspace.read(views_about, pause)).view is View.NOT_ASKED


def test_what_they_said_of_their_own_pause_never_becomes_a_word_of_its_end(
    open_pauses: OpenPauses, workspace: Workspace, runner: Runner, clock: MovedClock
) -> None:
    pause = wished(runner, on("05-04"), on("05-24"))
    for said in (Heard(View.DISAGREES, on("05-04")), Heard(View.AGREES, on("05-04"))):
        runner.do("", views.note_their_view_of_pause, pause.seq or 0, said)
    clock.go_to(on("05-08"))
    page = open_pauses()
    assert "Ana: agrees, as you heard it, on 4 May." in read_all(page)
    assert "may begin again, as you heard it" not in read_all(page)
    press_button(page, f"pauses_resume_{pause.seq}_button")
    type_day(page, "begin_again_sheet_heard_on_field", on("05-04"))
    press_button(page, "begin_again_sheet_yes_button")
    over = read_all(page).split("Over\n")[1]
    assert "Ana: said that it may begin again, as you heard it, on 4 May." in over
    assert "Earlier: agrees, as you heard it, on 4 May." in over
    assert "Earlier: does not agree, as you heard it, on 4 May." in over


def test_one_to_come_that_is_their_wish_is_not_taken_back_with_one_click(
    open_pauses: OpenPauses, workspace: Workspace, runner: Runner, ring: Commitment
) -> None:
    pause = wished(runner, on("05-20"), on("05-24"))
    page = open_pauses()
    press_button(page, f"pauses_resume_{pause.seq}_button")
    assert all_pauses(workspace) == (pause,)
    assert "Has Ana said that it need not be paused?" in read_all(page)
    write(page, "begin_again_sheet_heard_field", "Go on as ever.")
    press_button(page, "begin_again_sheet_yes_button")
    assert all_pauses(workspace)[0].taken_back_at is not None
    assert noted(workspace.read(views_about, pause)).words == "Go on as ever."
    assert "Ana: said that it need not be paused, as you heard it" in read_all(page)


def test_without_contact_the_end_of_their_wish_is_asked_of_nobody(
    open_pauses: OpenPauses, runner: Runner, ring: Commitment
) -> None:
    runner.do("", plans.set_contact, Contact.NONE)
    pause = wished(runner, on("05-04"), on("05-24"))
    page = open_pauses()
    press_button(page, f"pauses_resume_{pause.seq}_button")
    assert "Nobody is asked about it." in read_all(page)


def test_amends_asks_too_and_a_lock_keeps_the_question(
    open_planner: OpenPlanner, workspace: Workspace, runner: Runner, ring: Commitment, clock: MovedClock
) -> None:
    pause = wished(runner, on("05-04"), on("05-24"))
    clock.go_to(on("05-06"))
    planner = open_planner()
    planner.go(Destination("amends"))
    press_button(planner, f"amends_resume_{pause.seq}_button")
    write(planner, "begin_again_sheet_heard_field", "Ring me again.")
    planner.save_typing()
    again = open_planner()
    assert line_text(again, "begin_again_sheet_heard_field") == "Ring me again."
    press_button(again, "begin_again_sheet_yes_button")
    assert asks_today(workspace, ring)
    assert noted(workspace.read(views_about, pause)).words == "Ring me again."


def test_today_leads_to_pauses_for_one_to_come_that_is_their_wish(
    open_planner: OpenPlanner, workspace: Workspace, runner: Runner, ring: Commitment
) -> None:
    pause = wished(runner, on("05-06"), on("05-24"))
    planner = open_planner()
    planner.go(Destination("today"))
    settle()
    [line] = [each for each in planner.findChildren(QuietLine) if "everything is paused" in each.sentence()]
    assert line.link.text() == "Pauses"
    click(line.link)
    settle()
    assert is_seen(planner, "pauses_page")
    assert all_pauses(workspace) == (pause,)


def test_a_pause_to_come_is_taken_back_and_stays_readable(
    open_pauses: OpenPauses, workspace: Workspace, runner: Runner, ring: Commitment, said: list[str]
) -> None:
    pause = runner.do("", pauses.pause, None, on("05-20"), on("05-24"), reason=Reason.CHOICE).result
    page = open_pauses()
    press_button(page, f"pauses_resume_{pause.seq}_button")
    assert all_pauses(workspace)[0].taken_back_at is not None
    assert said == ["The pause is taken back."]
    over = read_all(page).split("Over\n")[1]
    assert "Pause from Wednesday 20 May to Sunday 24 May: my own wish. Taken back on 4 May." in over


def test_what_they_said_to_a_pause_is_noted_later(
    open_pauses: OpenPauses, workspace: Workspace, runner: Runner, ring: Commitment
) -> None:
    pause = runner.do("", pauses.pause, None, on("05-20"), on("05-24"), reason=Reason.CHOICE).result
    page = open_pauses()
    press_button(page, f"pauses_view_{pause.seq}_button")
    pick(page, "view_sheet_view_combo", View.DISAGREES)
    press_button(page, "view_sheet_note_button")
    assert noted(workspace.read(views_about, pause)).view is View.DISAGREES
    assert "Ana: does not agree, as you heard it, on 4 May." in read_all(page)


# What becomes easier


def test_a_loosening_counts_down_in_promise_days_and_is_taken_back(
    open_pauses: OpenPauses,
    workspace: Workspace,
    runner: Runner,
    ring: Commitment,
    clock: MovedClock,
    said: list[str],
) -> None:
    eased = Wording("I will call when I am late", "you need not wonder", on_weekdays([0, 2]))
    runner.do("", change_terms, ring.id, eased)
    clock.go_to(on("05-07"))
    page = open_pauses()
    read = read_all(page)
    assert "Ring at six\nIt becomes easier in 4 days, on Monday 11 May.\nThen: Monday and Wednesday." in read
    clock.go_to(on("05-10"))
    page.mark_stale()
    assert "It becomes easier tomorrow, on Monday 11 May." in read_all(page)
    press_button(page, f"pauses_take_back_{ring.id}_button")
    assert pending(workspace.read(terms_of, ring.id), workspace.today) is None
    assert said == ["Taken back. “Ring at six” goes on as before."]
    assert "Nothing is to become easier." in read_all(page)


def test_what_is_to_wait_and_to_end_is_said_and_leads_to_its_record(
    open_pauses: OpenPauses, runner: Runner, ring: Commitment, supper: Commitment
) -> None:
    runner.do("", commitments.let_wait, ring.id)
    runner.do("", commitments.end, supper.id)
    page = open_pauses()
    led: list[Destination] = []
    page.go_requested.connect(led.append)
    read = read_all(page)
    assert "Ring at six\nIt begins to wait in 7 days, on Monday 11 May." in read
    assert "Supper\nIt ends in 7 days, on Monday 11 May." in read
    press_button(page, f"pauses_record_{ring.id}_button")
    assert led == [Destination("commitment_record", ring.id)]


# Around it


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (900, 600, 2.0)])
@pytest.mark.parametrize("pronoun", list(Pronoun))
def test_nothing_is_cut(
    open_pauses: OpenPauses,
    runner: Runner,
    ring: Commitment,
    applied_theme: Theme,
    pronoun: Pronoun,
    width: int,
    height: int,
    scale: float,
) -> None:
    runner.do("", plans.begin, "Sam", LONG_NAME, pronoun)
    long_one = promise(runner, title=LONG_NAME)
    runner.do("", pauses.pause, long_one.id, on("05-04"), on("05-24"), reason=Reason.THEIR_WISH)
    runner.do("", pauses.pause, None, on("05-20"), on("05-24"), reason=Reason.CHOICE)
    runner.do("", commitments.let_wait, long_one.id)
    applied_theme.set_text_scale(scale)
    assert cut_off(open_pauses(width=width, height=height)) == []


def test_without_contact_nobody_is_asked(
    open_pauses: OpenPauses, workspace: Workspace, runner: Runner, ring: Commitment
) -> None:
    runner.do("", plans.set_contact, Contact.NONE)
    page = open_pauses()
    press_button(page, "pauses_plan_button")
    assert not is_seen(page, "pause_sheet_view_combo")
    press_button(page, "pause_sheet_pause_button")
    assert noted(workspace.read(views_about, all_pauses(workspace)[0])).view is View.NOT_WELCOME


def test_amends_today_and_the_menu_lead_here_and_a_lock_keeps_the_sheet(
    open_planner: OpenPlanner, workspace: Workspace, runner: Runner, ring: Commitment, supper: Commitment
) -> None:
    runner.do("", pauses.pause, ring.id, on("05-04"), on("05-12"), reason=Reason.ILLNESS)
    planner = open_planner()
    assert "“Ring at six” is paused until Tuesday 12 May." in read_all(planner)
    [link] = [each for each in planner.findChildren(Button) if each.isVisible() and each.words() == "Pauses"]
    bring_into_view(link)
    click(link)
    settle()
    assert is_seen(planner, "pauses_page")
    planner.go(Destination("amends"))
    press_button(planner, "amends_pauses_button")
    assert is_seen(planner, "pauses_page")
    press_button(planner, "pauses_plan_button")
    pick(planner, "pause_sheet_whose_combo", supper.id)
    write(planner, "pause_sheet_note_field", "By the sea")
    planner.save_typing()
    again = open_planner()
    assert is_seen(again, "pauses_page")
    assert line_text(again, "pause_sheet_note_field") == "By the sea"
    press_button(again, "pause_sheet_pause_button")
    assert [pause.commitment_id for pause in all_pauses(workspace)] == [ring.id, supper.id]
