"""When contact becomes less, what was promised before is looked through once; what needs contact waits at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY, promise
from tests.ui.person import click
from tests.ui.screens.entry_person import answer, is_seen, press_button, seen, settle, words_on
from trustplanner.actions import plans
from trustplanner.domain.commitments import Commitment, Reason, Stance, Terms
from trustplanner.domain.first_run import STEP
from trustplanner.domain.plans import Contact, SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

ShowPage = Callable[..., QWidget]
SHEET = "contact_sheet"


@pytest.fixture
def promised(workspace: Workspace) -> list[Commitment]:
    """Two commitments of a plan whose first run is over."""
    no = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do_quietly(plans.answer_safety, no, keep_answers=False)
    workspace.do_quietly(plans.set_setting, STEP, "")
    return [promise(workspace.runner, title=title) for title in ("Ring at six", "Pay it back")]


@pytest.fixture
def planner(workspace: Workspace, promised: list[Commitment], show_page: ShowPage, tmp_path: Path) -> Planner:
    planner = Planner(workspace, DeviceSettings(tmp_path / "settings.ini"))
    show_page(planner)
    planner.begin()
    planner.go(Destination("today"))
    settle()
    return planner


def the_terms(workspace: Workspace, commitment: Commitment) -> Terms:
    return workspace.read(terms_of, commitment.id)[-1]


def choose_no_contact(planner: Planner) -> None:
    planner.go(Destination("contact"))
    click(seen(planner, "contact_state_list_none_button"))
    settle()


def let_the_first_wait(planner: Planner, promised: list[Commitment]) -> None:
    switches = [planner.window().findChild(Switch, f"{SHEET}_{each.id}_switch") for each in promised]
    assert [switch.is_on for switch in switches if switch is not None] == [False, False]
    assert not is_seen(planner.window(), f"{SHEET}_wait_button"), "nothing is chosen yet"
    click(seen(planner.window(), f"{SHEET}_{promised[0].id}_switch"))
    press_button(planner.window(), f"{SHEET}_wait_button")
    settle()


def check_what_stands(workspace: Workspace, promised: list[Commitment]) -> None:
    waits, goes_on = (the_terms(workspace, each) for each in promised)
    assert (waits.stance, waits.reason, waits.starts_on) == (Stance.WAITING, Reason.THEIR_WISH, MONDAY)
    assert goes_on.stance is Stance.ACTIVE


def test_the_contact_page_offers_it_once_no_contact_is_chosen(
    planner: Planner, workspace: Workspace, promised: list[Commitment]
) -> None:
    planner.go(Destination("contact"))
    assert not is_seen(planner, "contact_change_banner")
    choose_no_contact(planner)
    assert is_seen(planner, "contact_change_banner")
    press_button(planner, "contact_change_banner_link_button")
    let_the_first_wait(planner, promised)
    check_what_stands(workspace, promised)
    assert not is_seen(planner, "contact_change_banner")


def test_the_banner_of_today_offers_it_until_it_is_looked_through(
    planner: Planner, workspace: Workspace, promised: list[Commitment]
) -> None:
    choose_no_contact(planner)
    planner.go(Destination("today"))
    press_button(planner, "today_none_change_banner_link_button")
    let_the_first_wait(planner, promised)
    check_what_stands(workspace, promised)
    assert is_seen(planner, "today_none_banner")
    assert not is_seen(planner, "today_none_change_banner")
    assert "Ring at six" not in words_on(planner), "it is not asked for any more today"


def test_a_private_answer_offers_it_at_once(planner: Planner, workspace: Workspace, promised: list[Commitment]) -> None:
    planner.go(Destination("safety"))
    answer(planner, "safety", SafetyQuestion.ASKED_NO_CONTACT, SafetyAnswer.YES)
    press_button(planner, "safety_save_button")
    let_the_first_wait(planner, promised)
    check_what_stands(workspace, promised)


def test_that_none_of_them_needs_contact_is_an_answer_too(
    planner: Planner, workspace: Workspace, promised: list[Commitment]
) -> None:
    choose_no_contact(planner)
    planner.go(Destination("contact_change"))
    press_button(planner.window(), f"{SHEET}_none_button")
    settle()
    assert not is_seen(planner, "contact_change_banner")
    assert [the_terms(workspace, each).stance for each in promised] == [Stance.ACTIVE] * 2


def test_undoing_it_brings_both_back(planner: Planner, workspace: Workspace, promised: list[Commitment]) -> None:
    choose_no_contact(planner)
    planner.go(Destination("contact_change"))
    let_the_first_wait(planner, promised)
    workspace.undo()
    settle()
    assert is_seen(planner, "contact_change_banner")
    assert the_terms(workspace, promised[0]).stance is Stance.ACTIVE
    assert workspace.voice.contact is Contact.NONE
