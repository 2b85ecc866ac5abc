"""Repairs in full on Amends: how they are done, what is given back, what is missing in quiet words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY, on, promise
from tests.ui.person import click, press, type_words
from tests.ui.screens.seen_amends import (
    ShowPage,
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
from trustplanner.actions import answers, harms, payments, plans, wishes
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.harms import RepairDetails
from trustplanner.actions.runner import Runner
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.errors import Code
from trustplanner.domain.harms import Harm, Repair, RepairWay
from trustplanner.domain.plans import Contact, Pronoun, Share
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.harms import payments as every_payment
from trustplanner.storage.queries.harms import repairs as every_repair
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage

OpenAmends = Callable[..., AmendsPage]
OWED = RepairDetails(amount=500_00, currency="EUR")
NO_FOLLOW_THROUGH = "Nothing follows from it yet: no day, no payment, no commitment."
LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]


@pytest.fixture
def open_amends(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenAmends:
    """Open Amends in a window of its own."""
    return page_opener(lambda: AmendsPage(workspace), show_page)


@pytest.fixture
def harm(runner: Runner) -> Harm:
    return runner.do("Harm", harms.add_harm, "The 500 her sister lent us").result


def repair_of(runner: Runner, harm: Harm, details: RepairDetails = OWED) -> Repair:
    return runner.do("Repair", harms.add_repair, harm.id, "Pay it back", None, details).result


def choose(page: QWidget, name: str, value: str) -> None:
    segment = found(page, SegmentedControl, f"amends_repair_{name}_segment")
    click(found(page, QWidget, f"{segment.objectName()}_{value}_button"))
    settle()


def test_a_repair_says_how_it_is_done_and_what_it_gives_back(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm
) -> None:
    page = open_amends()
    press_button(page, f"amends_harm_add_{harm.id}_button")
    type_words(page, "Pay it back")
    assert not is_seen(page, "amends_repair_amount_field")
    press_button(page, "amends_repair_more_button")
    choose(page, "way", "indirect")
    choose(page, "wanted", "no")
    choose(page, "injures", "yes")
    assert "Then it waits until somebody who is not part of it has looked at it with you." in read_all(page)
    choose(page, "injures", "no")
    write(page, "amends_repair_advised_field", "Ruth")
    write(page, "amends_repair_amount_field", "1 500,50")
    pick(page, "amends_repair_currency_field", "CHF")
    press_button(page, "amends_repair_keep_button")
    (repair,) = workspace.read(every_repair)
    assert (repair.way, repair.wants_contact, repair.could_injure, repair.advised_by) == (
        RepairWay.INDIRECT, Share.NO, Share.NO, "Ruth",
    )  # fmt: skip
    assert (repair.amount, repair.currency) == (1500_50, "CHF")
    read = read_all(page)
    assert "By another way. Contact is not wanted for it. It injures nobody. Asked for or advised by: Ruth" in read
    assert "0 of 1 500.50 CHF paid." in read
    press_button(page, f"amends_repair_change_{repair.id}_button")
    assert line_text(page, "amends_repair_amount_field") == "1\N{NO-BREAK SPACE}500.50"
    press_button(page, "amends_repair_keep_button")
    assert workspace.read(every_repair) == (repair,)


def test_an_amount_that_can_be_read_in_two_ways_is_refused_where_it_is_typed(
    open_amends: OpenAmends, workspace: Workspace, harm: Harm
) -> None:
    page = open_amends()
    press_button(page, f"amends_harm_add_{harm.id}_button")
    type_words(page, "Pay it back")
    press_button(page, "amends_repair_more_button")
    write(page, "amends_repair_amount_field", "1,50,000")
    press_button(page, "amends_repair_keep_button")
    assert workspace.read(every_repair) == ()
    assert workspace.catalogue.error_sentence(Code.AMOUNT_UNCLEAR) in read_all(page)
    write(page, "amends_repair_amount_field", "$150")
    pick(page, "amends_repair_currency_field", "USD")
    press_button(page, "amends_repair_keep_button")
    assert [(each.amount, each.currency) for each in workspace.read(every_repair)] == [(150_00, "USD")]


def test_payments_are_planned_paid_changed_and_taken_out(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    repair = repair_of(runner, harm)
    page = open_amends()
    assert NO_FOLLOW_THROUGH in read_all(page)
    press_button(page, f"amends_repair_pay_{repair.id}_button")
    assert "How much, in EUR" in read_all(page)
    type_words(page, "150")
    switch = found(page, Switch, "amends_payment_day_switch")
    switch.setFocus()
    press(switch, Qt.Key.Key_Space)
    settle()
    type_day(page, "amends_payment_day_field", on("05-29"))
    press_button(page, "amends_payment_keep_button")
    (part,) = workspace.read(every_payment)
    assert (part.repair_id, part.amount, part.due_on) == (repair.id, 150_00, on("05-29"))
    read = read_all(page)
    assert "0 of 500 EUR paid, next by 29 May." in read
    assert "150 EUR by 29 May" in read
    assert NO_FOLLOW_THROUGH not in read
    press_button(page, f"amends_payment_paid_{part.id}_button")
    assert workspace.read(every_payment)[0].paid_on == MONDAY
    assert "150 of 500 EUR paid." in read_all(page)
    assert "150 EUR, paid on 4 May" in read_all(page)
    press_button(page, f"amends_payment_change_{part.id}_button")
    write(page, "amends_payment_field", "501")
    press_button(page, "amends_payment_keep_button")
    assert workspace.catalogue.error_sentence(Code.PAID_TOO_MUCH) in read_all(page)
    write(page, "amends_payment_field", "500")
    press(page, Qt.Key.Key_Return)
    assert "All of 500 EUR is paid." in read_all(page)
    assert not is_seen(page, f"amends_repair_pay_{repair.id}_button")
    press_button(page, f"amends_payment_change_{part.id}_button")
    press_button(page, "amends_payment_delete_button")
    assert workspace.read(every_payment) == ()
    workspace.undo(is_slip=True)
    assert [each.amount for each in workspace.read(every_payment)] == [500_00]


def test_what_is_typed_in_a_payment_or_a_repair_is_there_after_a_lock(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    repair = repair_of(runner, harm)
    page = open_amends()
    press_button(page, f"amends_repair_pay_{repair.id}_button")
    type_words(page, "75,5")
    page.save_typing()
    again = open_amends()
    assert line_text(again, "amends_payment_field") == "75,5"
    press_button(again, "amends_payment_keep_button")
    assert [each.amount for each in workspace.read(every_payment)] == [75_50]
    press_button(again, f"amends_repair_change_{repair.id}_button")
    choose(again, "way", "lived")
    write(again, "amends_repair_advised_field", "Ruth")
    again.save_typing()
    last = open_amends()
    assert line_text(last, "amends_repair_advised_field") == "Ruth"
    press_button(last, "amends_repair_keep_button")
    assert [(each.way, each.advised_by) for each in workspace.read(every_repair)] == [(RepairWay.LIVED, "Ruth")]


def test_what_they_asked_for_becomes_a_repair_of_the_chosen_harm(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    other = runner.do("Harm", harms.add_harm, "Evenings of waiting").result
    wish = runner.do("Wish", wishes.add_wish, WishKind.ASKED, WishWords("The 500 back by summer")).result
    page = open_amends()
    page.show_detail(f"wish:{wish.id}")
    settle()
    assert line_text(page, "amends_repair_field") == "The 500 back by summer"
    assert line_text(page, "amends_repair_advised_field") == "Ana, on 4 May"
    pick(page, "amends_repair_harm_field", other.id)
    press_button(page, "amends_repair_keep_button")
    (made,) = workspace.read(every_repair)
    assert (made.harm_id, made.words, made.advised_by) == (other.id, "The 500 back by summer", "Ana, on 4 May")


def test_gaps_are_said_quietly_and_go_when_something_follows(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    careful = RepairDetails(way=RepairWay.DIRECT, wants_contact=Share.NO, could_injure=Share.YES)
    repair_of(runner, harm, careful)
    page = open_amends()
    read = read_all(page)
    for gap in (
        "It could injure somebody. It waits until it is looked at together.",
        "It is planned to be direct, and contact is not wanted for it.",
        NO_FOLLOW_THROUGH,
    ):
        assert gap in read
    made = promise(runner, surroundings=Surroundings(harm_id=harm.id))
    runner.do("Answer", answers.write, made.id, MONDAY, Value.KEPT)
    page.refresh()
    read = read_all(page)
    assert NO_FOLLOW_THROUGH not in read
    assert f"Answered by “{made.title}”: 1 of 1 kept, all answered, in the last 28 days" in read
    assert "Nobody asked for this so far. Ana may not want it." in read
    runner.do("Limit", wishes.add_wish, WishKind.NOT_WANTED, WishWords("No more of the money", "pay back"))
    page.refresh()
    assert "It touches a limit: “No more of the money”." in read_all(page)


def test_a_commitment_that_was_asked_for_has_no_gap(open_amends: OpenAmends, runner: Runner) -> None:
    promise(runner, surroundings=Surroundings(asked_by=AskedBy.THEY))
    assert "Nobody asked for this" not in read_all(open_amends())


def test_without_contact_nothing_direct_is_offered_and_what_was_planned_waits(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, harm: Harm
) -> None:
    repair = repair_of(runner, harm, RepairDetails(way=RepairWay.DIRECT))
    promise(runner)
    runner.do("Contact", plans.set_contact, Contact.NONE)
    page = open_amends()
    read = read_all(page)
    assert "It needs contact, which is not welcome now. It waits." in read
    assert "Ana may not want it" not in read
    press_button(page, f"amends_harm_add_{harm.id}_button")
    press_button(page, "amends_repair_more_button")
    assert not is_seen(page, "amends_repair_wanted_segment")
    assert not is_seen(page, "amends_repair_way_segment_direct_button")
    press(page, Qt.Key.Key_Escape)
    press_button(page, f"amends_repair_change_{repair.id}_button")
    assert is_seen(page, "amends_repair_way_segment_direct_button")


@pytest.mark.parametrize("contact", list(Contact))
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
def test_nothing_of_a_repair_is_cut(
    open_amends: OpenAmends,
    workspace: Workspace,
    runner: Runner,
    harm: Harm,
    contact: Contact,
    width: int,
    height: int,
    scale: float,
) -> None:
    runner.do("Names", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    runner.do("Contact", plans.set_contact, contact)
    workspace.theme.set_text_scale(scale)
    details = RepairDetails(RepairWay.DIRECT, Share.YES, Share.YES, LONG_NAME, 10**11, "EUR")
    repair = repair_of(runner, harm, details)
    runner.do("Pay", payments.plan_payment, repair.id, 10**10, on("05-29"))
    page = open_amends(width=width, height=height)
    assert cut_off(page) == []
    press_button(page, f"amends_repair_change_{repair.id}_button")
    assert cut_off(page) == []
    workspace.theme.set_text_scale(1.0)


def suggested(page: QWidget) -> list[str]:
    """The short names of the suggestions, from the top."""
    settle()
    links = [each for each in page.findChildren(Button) if each.objectName().startswith("amends_suggestion_")]
    return [each.words() for each in sorted(links, key=lambda each: each.mapTo(page, QPoint()).y()) if each.isVisible()]


def test_what_was_answered_says_what_is_suggested_first(open_amends: OpenAmends, runner: Runner) -> None:
    runner.do("Kind", plans.choose_kind, "hidden_drinking")
    page = open_amends()
    plain = suggested(page)
    assert "stands first" not in read_all(page)
    runner.do("Kind", plans.choose_kind, "hidden_drinking", danger=Share.YES, pattern=Share.YES)
    page.refresh()
    ranked = suggested(page)
    assert sorted(ranked) == sorted(plain)
    assert ranked != plain
    read = read_all(page)
    assert "Somebody was in danger, so what makes it safe stands first." in read
    assert "It was more than one act, so what is kept over time stands before what is done once." in read


def test_nothing_that_touches_a_limit_is_suggested(open_amends: OpenAmends, runner: Runner) -> None:
    runner.do("Kind", plans.choose_kind, "hidden_money")
    page = open_amends()
    assert "Statements on Sunday" in suggested(page)
    runner.do("Limit", wishes.add_wish, WishKind.NOT_WANTED, WishWords("No statements", "statements"))
    page.refresh()
    assert "Statements on Sunday" not in suggested(page)
