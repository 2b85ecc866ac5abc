"""Wishes, limits and what is given back for `pictures.py`: the two columns, a repair in full, and a refused plan."""

from __future__ import annotations

from datetime import timedelta

from picture_scenes.amends import LONG_NAME, TODAY
from picture_scenes.dates_and_recovery import PageFrame, empty_vault
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from trustplanner.actions import harms, offers, payments, plans, wishes
from trustplanner.actions.harms import RepairDetails
from trustplanner.actions.offers import OfferTerms
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.harms import RepairWay
from trustplanner.domain.plans import Contact, Pronoun, Share
from trustplanner.domain.wishes import WishKind
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.wishes_page import WishesPage

DAY = timedelta(days=1)


def _wished(theme: Theme) -> Workspace:
    """Wishes of both sorts, said and guessed, one of them lifted."""
    workspace = empty_vault(theme)
    do = workspace.runner.do
    asked, limit = WishKind.ASKED, WishKind.NOT_WANTED
    do("", wishes.add_wish, asked, WishWords("The statements on the table on Sundays", heard_on=TODAY - 9 * DAY))
    do("", wishes.add_wish, asked, WishWords("An evening on which nobody speaks of it", is_guess=True))
    day = TODAY + 38 * DAY
    do("", wishes.add_wish, limit, WishWords("Leave my mother out of it until summer", "mother", day))
    do("", wishes.add_wish, limit, WishWords("No flowers at work", "flowers, work", is_guess=True))
    lifted = do("", wishes.add_wish, limit, WishWords("No calls", "calls", heard_on=TODAY - 20 * DAY)).result
    do("", wishes.lift, lifted.id, TODAY - 2 * DAY)
    return workspace


def _owed(workspace: Workspace) -> str:
    """A harm with repairs in every state of talk; the id of the one that gives money back."""
    do = workspace.runner.do
    harm = do("", harms.add_harm, "The 500 her sister lent us for a repair that never was").result
    owed = RepairDetails(RepairWay.INDIRECT, Share.NO, Share.NO, "Ana, on 5 May", 500_00, "EUR")
    repair = do("", harms.add_repair, harm.id, "Pay it back in parts", None, owed).result
    for part, due, paid in ((150_00, None, -12), (150_00, 15, None), (200_00, 45, None)):
        due_on = TODAY + due * DAY if due is not None else None
        paid_on = TODAY + paid * DAY if paid is not None else None
        do("", payments.plan_payment, repair.id, part, due_on, paid_on)
    do("", harms.add_repair, harm.id, "Tell her sister what the money was for", None, RepairDetails(RepairWay.DIRECT))
    caution = RepairDetails(RepairWay.DIRECT, Share.NO, Share.YES)
    do("", harms.add_repair, harm.id, "Say to the rest of the family what was mine", None, caution)
    do("", harms.add_harm, "Her mother is told nothing in advance any more")
    return repair.id


def _press(page: Page, name: str) -> None:
    button = page.findChild(Button, name)
    button.click()
    for area in page.findChildren(QScrollArea):
        area.ensureWidgetVisible(button)


def build_wishes(theme: Theme) -> QWidget:
    """Both columns."""
    return PageFrame(theme, WishesPage(_wished(theme)), "amends")


def build_wishes_form(theme: Theme) -> QWidget:
    """A limit that is being written down, about somebody with a long name, without contact."""
    workspace = _wished(theme)
    workspace.runner.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    workspace.runner.do("", plans.set_contact, Contact.NONE)
    return PageFrame(theme, WishesPage(workspace), "amends", lambda page: _press(page, "wishes_not_wanted_new_button"))


def build_wishes_openness(theme: Theme) -> QWidget:
    """The log of openness, with a form for something new."""
    workspace = _wished(theme)
    statements = OfferTerms("The statements lie on the table", TODAY + 30 * DAY, TODAY + 10 * DAY, "On Sundays")
    workspace.runner.do("", offers.make_offer, statements)
    plan = workspace.runner.do("", offers.make_offer, OfferTerms("My plan of the week on the door", TODAY)).result
    workspace.runner.do("", offers.take_back, plan.id)

    def open_form(page: Page) -> None:
        _press(page, "wishes_offer_new_button")
        for area in page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    return PageFrame(theme, WishesPage(workspace), "amends", open_form)


def build_amends_money(theme: Theme) -> QWidget:
    """Payments, gaps and limits in the ledger."""
    workspace = _wished(theme)
    _owed(workspace)
    return PageFrame(theme, AmendsPage(workspace), "amends")


def build_amends_repair(theme: Theme) -> QWidget:
    """The whole form of a repair, with an amount that can be read in two ways."""
    workspace = _wished(theme)
    key = _owed(workspace)

    def change(page: Page) -> None:
        _press(page, f"amends_repair_change_{key}_button")
        line = page.findChild(QLineEdit, "amends_repair_amount_field")
        line.setText("1,50,000")
        line.textEdited.emit(line.text())
        _press(page, "amends_repair_keep_button")

    return PageFrame(theme, AmendsPage(workspace), "amends", change)


def build_amends_refused(theme: Theme) -> QWidget:
    """A repair that touches a limit."""
    workspace = _wished(theme)
    harm = workspace.runner.do("", harms.add_harm, "Her mother heard it from somebody else").result

    def refuse(page: Page) -> None:
        _press(page, f"amends_harm_add_{harm.id}_button")
        page.findChild(QLineEdit, "amends_repair_field").setText("Write to her mother")
        _press(page, "amends_repair_keep_button")

    return PageFrame(theme, AmendsPage(workspace), "amends", refuse)
