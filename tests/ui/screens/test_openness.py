"""Openness on the page of wishes, as a person lays something open, hears an answer or none, and takes it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from tests.ui.person import click, press, type_words
from tests.ui.screens.seen_amends import (
    ShowPage,
    cut_off,
    found,
    is_seen,
    line_text,
    press_button,
    read_all,
    settle,
    type_day,
    write,
)
from trustplanner.actions import offers, plans
from trustplanner.actions.offers import OfferTerms
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code
from trustplanner.domain.offers import Offer, OfferAnswer
from trustplanner.domain.plans import Contact, SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.offers import offers as every_offer
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.wishes_page import WishesPage

OpenWishes = Callable[..., WishesPage]
STATEMENTS = "The statements lie on the table"


@pytest.fixture
def open_wishes(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenWishes:
    """Open the page in a window of its own."""

    def open_it(**window: int) -> WishesPage:
        page = WishesPage(workspace)
        show_page(page, **window)
        settle()
        return page

    return open_it


@pytest.fixture
def offer(runner: Runner) -> Offer:
    return runner.do("Offer", offers.make_offer, OfferTerms(STATEMENTS, on("06-30"), on("05-18"))).result


def test_something_is_laid_open_until_a_day(open_wishes: OpenWishes, workspace: Workspace) -> None:
    page = open_wishes()
    assert "It proves nothing, it asks for nothing" in read_all(page)
    press_button(page, "wishes_offer_new_button")
    type_words(page, STATEMENTS)
    type_day(page, "wishes_offer_ends_field", on("08-05"))
    press_button(page, "wishes_offer_keep_button")
    assert workspace.read(every_offer) == ()
    assert workspace.catalogue.error_sentence(Code.OFFER_TOO_LONG) in read_all(page)
    type_day(page, "wishes_offer_ends_field", on("06-30"))
    press_button(page, "wishes_offer_keep_button")
    (made,) = workspace.read(every_offer)
    assert (made.words, made.offered_on, made.ends_on, made.review_on) == (
        STATEMENTS, MONDAY, on("06-30"), on("05-18"),
    )  # fmt: skip
    assert f"{STATEMENTS}\nSince 4 May. Until 30 June. Looked at again on 18 May." in read_all(page)


def test_ones_own_phone_is_not_laid_open(open_wishes: OpenWishes, workspace: Workspace) -> None:
    page = open_wishes()
    press_button(page, "wishes_offer_new_button")
    type_words(page, "My phone lies open on the table")
    press(page, Qt.Key.Key_Return)
    assert workspace.catalogue.error_sentence(Code.OPENS_TOO_MUCH) in read_all(page)
    assert workspace.read(every_offer) == ()
    write(page, "wishes_offer_field", STATEMENTS)
    press(page, Qt.Key.Key_Return)
    assert [each.words for each in workspace.read(every_offer)] == [STATEMENTS]


def test_what_became_of_it_is_noted_and_it_is_taken_back(
    open_wishes: OpenWishes, workspace: Workspace, offer: Offer
) -> None:
    page = open_wishes()
    click(found(page, QWidget, f"wishes_offer_answer_{offer.id}_declined_button"))
    assert workspace.read(every_offer)[0].answer is OfferAnswer.DECLINED
    press_button(page, f"wishes_offer_take_back_{offer.id}_button")
    assert workspace.read(every_offer)[0].taken_back_on == MONDAY
    assert "Taken back on 4 May." in read_all(page)
    assert not is_seen(page, f"wishes_offer_take_back_{offer.id}_button")
    workspace.undo(is_slip=True)
    assert workspace.read(every_offer)[0].taken_back_on is None


def test_on_its_review_day_amends_says_so_until_it_has_ended(
    applied_theme: Theme, workspace: Workspace, offer: Offer, clock: MovedClock, show_page: ShowPage
) -> None:
    page = AmendsPage(workspace)
    show_page(page)
    assert "To look at again" not in read_all(page)
    clock.go_to(on("05-18"))
    workspace.notice_the_day()
    assert f"To look at again: {STATEMENTS}" in read_all(page)
    clock.go_to(on("07-01"))
    workspace.notice_the_day()
    assert "To look at again" not in read_all(page)


def test_without_contact_nothing_new_is_laid_open_and_what_stands_can_be_taken_back(
    open_wishes: OpenWishes, workspace: Workspace, runner: Runner, offer: Offer
) -> None:
    runner.do("Contact", plans.set_contact, Contact.NONE)
    page = open_wishes()
    assert "No contact is wanted now, so nothing is laid open." in read_all(page)
    assert not is_seen(page, "wishes_offer_new_button")
    assert not is_seen(page, f"wishes_offer_change_{offer.id}_button")
    page.show_detail("offer:")
    settle()
    assert not is_seen(page, "wishes_offer_field")
    press_button(page, f"wishes_offer_take_back_{offer.id}_button")
    assert workspace.read(every_offer)[0].taken_back_on == MONDAY


def test_while_something_is_hidden_nothing_new_is_laid_open(
    open_wishes: OpenWishes, runner: Runner, offer: Offer
) -> None:
    hidden = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    runner.do("Safety", plans.answer_safety, hidden, keep_answers=False)
    page = open_wishes()
    assert "Something still goes on or is still hidden, so nothing is laid open now." in read_all(page)
    assert not is_seen(page, "wishes_offer_new_button")
    assert is_seen(page, f"wishes_offer_take_back_{offer.id}_button")


def test_a_form_that_is_open_while_contact_ends_is_closed_and_kept_as_a_draft(
    open_wishes: OpenWishes, workspace: Workspace
) -> None:
    page = open_wishes()
    press_button(page, "wishes_offer_new_button")
    type_words(page, STATEMENTS)
    page.save_typing()
    workspace.do("contact", plans.set_contact, Contact.NONE)
    settle()
    assert not is_seen(page, "wishes_offer_field")
    workspace.do("contact", plans.set_contact, Contact.OPEN)
    again = open_wishes()
    assert line_text(again, "wishes_offer_field") == STATEMENTS


@pytest.mark.parametrize("contact", [Contact.OPEN, Contact.NONE])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
def test_nothing_of_the_log_is_cut(
    open_wishes: OpenWishes,
    workspace: Workspace,
    runner: Runner,
    offer: Offer,
    contact: Contact,
    width: int,
    height: int,
    scale: float,
) -> None:
    runner.do("Contact", plans.set_contact, contact)
    workspace.theme.set_text_scale(scale)
    page = open_wishes(width=width, height=height)
    if contact is Contact.OPEN:
        press_button(page, "wishes_offer_new_button")
    assert cut_off(page) == []
    workspace.theme.set_text_scale(1.0)
