"""What keeping an open form does: one action, one step that can be undone."""

from PySide6.QtCore import QCoreApplication

from trustplanner.actions import harms, payments
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.money import money_from
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page.entry_form import EntryForm


def keep_entry(workspace: Workspace, form: EntryForm, currency: str) -> None:
    """Write down what is in a form; `currency` is that of the repair whose payment it is.

    Raises:
        KnownError: a rule or the surroundings say no; nothing has changed.
    """
    target = form.target
    if target.is_payment:
        _keep_payment(workspace, form, currency)
    elif target.is_repair:
        _keep_repair(workspace, form)
    elif target.is_new:
        workspace.do(QCoreApplication.translate("Amends", "new harm"), harms.add_harm, form.words())
    else:
        label = QCoreApplication.translate("Amends", "change of a harm")
        workspace.do(label, harms.reword_harm, target.key, form.words())


def _keep_repair(workspace: Workspace, form: EntryForm) -> None:
    target, words, due_on = form.target, form.words(), form.due_on()
    details = form.fields.details() if form.fields is not None else harms.NO_DETAILS
    if target.key:
        label = QCoreApplication.translate("Amends", "change of a repair")
        workspace.do(label, harms.change_repair, target.key, words, due_on, details)
    else:
        label = QCoreApplication.translate("Amends", "new repair")
        harm_id = target.harm_id or (form.fields.harm_id() if form.fields is not None else "")
        workspace.do(label, harms.add_repair, harm_id, words, due_on, details)


def _keep_payment(workspace: Workspace, form: EntryForm, currency: str) -> None:
    target, due_on = form.target, form.due_on()
    money = money_from(form.words(), currency)
    if money.currency != currency:
        raise RuleError(Code.AMOUNT_UNCLEAR)
    if target.payment_id:
        label = QCoreApplication.translate("Amends", "change of a payment")
        workspace.do(label, payments.change_payment, target.payment_id, money.amount, due_on)
    else:
        label = QCoreApplication.translate("Amends", "new payment")
        workspace.do(label, payments.plan_payment, target.repair_id, money.amount, due_on)
