"""The harms and their repairs. One form is open at a time; opening another keeps what was written in the first."""

import json
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions import harms, payments
from trustplanner.actions.plans import keep_draft
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.harms import RepairState
from trustplanner.domain.money import Money, figures
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page.entry_form import HARM, REPAIR, EntryForm, EntryTarget, target_from
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.harm_row import HarmRow
from trustplanner.ui.screens.amends_page.keeping import keep_entry
from trustplanner.ui.screens.amends_page.ledger import HarmEntry, Ledger, RepairEntry
from trustplanner.ui.screens.amends_page.repair_fields import RepairFields

DRAFT: Final = "amends"
_ROW_GAP: Final = 26
NEW_HARM: Final = EntryTarget(HARM, "", "")
FROM_WISH: Final = EntryTarget(REPAIR, "", "")  # its harm is chosen in the form


class HarmsSection(QWidget):
    """`new_commitment_requested` carries the id of a harm that is to be answered."""

    new_commitment_requested = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme = workspace.theme
        self._ledger: Ledger | None = None
        self._words: EntryWords | None = None
        self._form: EntryForm | None = None
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        self._rows: KeyedColumn[HarmEntry, HarmRow] = KeyedColumn(
            lambda entry: entry.harm.id, self._make_row, self._show_row, spacing=_ROW_GAP
        )
        self._none = TextLabel(theme, self.tr("No harm is named yet."), "aside", "ink_2")
        self._new_form = column()
        self._new = Button(theme, self.tr("Name a harm"), Kind.NORMAL, name="amends_new_harm_button")
        self._new.clicked.connect(lambda: self.open_form(NEW_HARM))
        head = SpreadRow(gap=16)
        head.addWidget(TextLabel(theme, self.tr("Harms and repairs"), "heading"))
        head.addWidget(self._new)
        layout = column(self, spacing=16)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self._rows.widget)
        layout.addLayout(self._new_form)

    def show_ledger(self, ledger: Ledger, words: EntryWords) -> None:
        """Show the harms as they are now; a form that is open stays, unless what it is about is gone."""
        self._ledger, self._words = ledger, words
        if self._form is not None and not self._is_there(self._form.target):
            self._close_form()
        self._rows.show_things(ledger.harms)
        self._none.setVisible(not ledger.harms and self._form is None)

    @property
    def has_form(self) -> bool:
        """Whether a form is open."""
        return self._form is not None

    # --- the form

    def open_form(self, target: EntryTarget) -> EntryForm | None:
        """Open the form of a harm or a repair; keeps what was written in another one, or goes to it if it cannot."""
        if self._form is not None and self._form.target == target:
            self._form.setFocus()
            return self._form
        if not self.finish_form():
            return None
        form = EntryForm(
            self._workspace.theme, target, self._label_of(target), self._workspace.today, self._fields_of(target)
        )
        self._fill(form)
        form.edited.connect(self._autosave.touch)
        form.kept.connect(self._on_kept)
        form.left.connect(self._on_left)
        form.deleted.connect(self._on_deleted)
        self._form = form
        self._place(form)
        form.setFocus()
        return form

    def open_from_wish(self, wish_id: str) -> EntryForm | None:
        """Open the form of a repair that they asked for, with their words in it; None if that cannot be."""
        wish = next((each for each in self._workspace.read(wishes) if each.id == wish_id), None)
        if wish is None or self._ledger is None or not self._ledger.harms:
            return None
        form = self.open_form(FROM_WISH)
        if form is not None and form.fields is not None:
            form.write(" ".join(wish.words.split()))
            if not wish.is_guess and self._words is not None:
                form.fields.ask_for(self._words.asked_by(wish.heard_on))
            self._autosave.touch()
        return form

    def finish_form(self) -> bool:
        """Keep what is written in the open form, if anything; False where it could not be kept."""
        if self._form is None:
            return True
        if not self._form.is_changed() or not self._form.words():
            self._put_away()
            return True
        return self._keep(self._form)

    def restore_draft(self) -> None:
        """Open again what was being written before a lock."""
        kept = self._workspace.read(draft, DRAFT)
        if kept is None or self._form is not None:
            return
        try:
            found = json.loads(kept.body)
            target = target_from(found["target"])
            if target is None or not self._is_there(target):
                return
            form = self.open_form(target)
            if form is not None:
                form.fill_draft(found["words"], found["due"], found["fields"])
        except (ValueError, KeyError, TypeError):
            return

    def save_typing(self) -> None:
        """Keep what is typed as a draft.

        Raises:
            KnownError: it could not be written.
        """
        self._autosave.flush()

    def _save_draft(self) -> None:
        has_words = self._form is not None and self._form.is_changed()
        body = self._form.to_json() if self._form is not None and has_words else ""
        self._workspace.do_quietly(keep_draft, DRAFT, body)

    def _label_of(self, target: EntryTarget) -> str:
        if target.is_repair:
            return self.tr("What would repair it")
        if target.is_payment:
            entry = self._repair_of(target)
            currency = "" if entry is None else entry.repair.currency
            return self.tr("How much, in {currency}").format(currency=currency)
        return self.tr("What it cost, in one sentence")

    def _fields_of(self, target: EntryTarget) -> RepairFields | None:
        if not target.is_repair:
            return None
        workspace, entries = self._workspace, self._ledger.harms if self._ledger else ()
        words = workspace.catalogue.amends().repair
        to_choose = [each.harm for each in entries] if target == FROM_WISH else []
        fields = RepairFields(workspace.theme, words, workspace.voice, to_choose)
        used = [each.repair.currency for entry in entries for each in entry.repairs if each.repair.currency]
        if used:
            fields.offer_currency(used[-1])
        return fields

    def _fill(self, form: EntryForm) -> None:
        target, entry = form.target, self._repair_of(form.target)
        if target.kind == HARM:
            for harm in [each.harm for each in (self._ledger.harms if self._ledger else ())]:
                if harm.id == target.key:
                    form.fill(harm.words, None)
        elif target.is_payment and entry is not None:
            for payment in entry.payments:
                if payment.id == target.payment_id:
                    form.fill(figures(Money(payment.amount, entry.repair.currency)), payment.due_on)
        elif entry is not None and form.fields is not None:
            form.fields.fill(entry.repair)
            form.fill(entry.repair.words, entry.repair.due_on)

    def _repair_of(self, target: EntryTarget) -> RepairEntry | None:
        entries = self._ledger.harms if self._ledger else ()
        repairs = (each for entry in entries for each in entry.repairs)
        return next((each for each in repairs if each.repair.id == target.repair_id), None)

    def _is_there(self, target: EntryTarget) -> bool:
        """Whether what a form is about, or what it is to be added to, is there."""
        if target == NEW_HARM:
            return True
        entries = {entry.harm.id: entry for entry in self._ledger.harms} if self._ledger else {}
        if target == FROM_WISH:
            return bool(entries)
        entry = entries.get(target.harm_id)
        if entry is None or target.kind == HARM or not target.key:
            return entry is not None
        repair = self._repair_of(target)
        if repair is None or not target.payment_id:
            return repair is not None
        return target.payment_id in {payment.id for payment in repair.payments}

    def _place(self, form: EntryForm | None, target: EntryTarget | None = None) -> None:
        about = form.target if form is not None else target
        if about is None:
            return
        row = self._rows.of(about.harm_id)
        if row is not None:
            row.place_form_at(about, form)
        elif form is not None:
            self._new_form.addWidget(form)
            form.show()
        self._new.setVisible(form is None or about != NEW_HARM)
        self._none.setVisible(form is None and not (self._ledger and self._ledger.harms))

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._place(None, form.target)
            form.hide()
            form.deleteLater()

    def _put_away(self) -> None:
        """Close the form and forget its draft."""
        self._close_form()
        try:
            self._autosave.touch()
            self._autosave.flush()
        except KnownError as error:
            self._workspace.refused.emit(error)

    # --- what a person does

    def _on_kept(self) -> None:
        if self._form is None:
            return
        if not self._form.words():
            self._form.show_sentence(self._workspace.catalogue.error_sentence(Code.WORDS_MISSING))
            self._form.setFocus()
        elif self._form.is_changed():
            self._keep(self._form)
        else:
            self._put_away()

    def _keep(self, form: EntryForm) -> bool:
        words, entry = form.words(), self._repair_of(form.target)
        try:
            keep_entry(self._workspace, form, "" if entry is None else entry.repair.currency)
        except RuleError as error:
            form.show_error(error, self._workspace.sentence_for(error))
            return False
        except KnownError as error:
            self._workspace.refused.emit(error)
            return False
        self._put_away()
        self._workspace.recorded.emit(self.tr("Written down: “{words}”.").format(words=shortened(words)))
        return True

    def _on_left(self) -> None:
        was_changed = self._form is not None and self._form.is_changed() and bool(self._form.words())
        if was_changed:
            try:
                self._autosave.touch()
                self._autosave.flush()
                self._workspace.do(self.tr("putting away of what was typed"), keep_draft, DRAFT, "")
            except KnownError as error:
                self._workspace.refused.emit(error)
                return
            self._close_form()
            self._workspace.recorded.emit(self.tr("Put away what you had typed."))
        else:
            self._put_away()

    def _on_deleted(self) -> None:
        form = self._form
        if form is None:
            return
        words, count = self._name_of(form.target)
        self._put_away()
        if form.target.is_payment:
            label = self.tr("deletion of a payment")
            done = self._workspace.attempt(label, payments.delete_payment, form.target.payment_id)
        elif form.target.is_repair:
            done = self._workspace.attempt(self.tr("deletion of a repair"), harms.delete_repair, form.target.key)
        else:
            done = self._workspace.attempt(self.tr("deletion of a harm"), harms.delete_harm, form.target.key)
        if done is not None:
            self._workspace.recorded.emit(self._deleted_words(words, count))

    def _name_of(self, target: EntryTarget) -> tuple[str, int]:
        """The words of what a form is about, and how many repairs a harm has."""
        for entry in self._ledger.harms if self._ledger else ():
            if target.kind == HARM and entry.harm.id == target.key:
                return entry.harm.words, len(entry.repairs)
            for repair in entry.repairs:
                if target.is_repair and repair.repair.id == target.key:
                    return repair.repair.words, 0
                for payment in repair.payments:
                    if payment.id == target.payment_id:
                        return figures(Money(payment.amount, repair.repair.currency)), 0
        return "", 0

    def _deleted_words(self, words: str, repairs: int) -> str:
        if repairs == 1:
            return self.tr("Deleted: “{words}”, with its repair.").format(words=shortened(words))
        if repairs:
            said = self.tr("Deleted: “{words}”, with its {n} repairs.")
            return said.format(words=shortened(words), n=repairs)
        return self.tr("Deleted: “{words}”.").format(words=shortened(words))

    def _on_state_requested(self, repair_id: str, state: str) -> None:
        to = RepairState(state)
        done = self._workspace.attempt(self.tr("state of a repair"), harms.set_repair_state, repair_id, to)
        if done is None:
            return
        words = {
            RepairState.DONE: self.tr("Recorded as done: “{words}”."),
            RepairState.LET_GO: self.tr("Recorded as let go: “{words}”."),
            RepairState.OPEN: self.tr("Open again: “{words}”."),
        }[to]
        self._workspace.recorded.emit(words.format(words=shortened(done.result.words)))

    def _on_paid_requested(self, payment_id: str, *, is_paid: bool) -> None:
        paid_on = self._workspace.today if is_paid else None
        label = self.tr("state of a payment")
        if self._workspace.attempt(label, payments.mark_paid, payment_id, paid_on) is not None:
            self._workspace.recorded.emit(self.tr("Recorded as paid.") if is_paid else self.tr("Not paid yet."))

    def _make_row(self, entry: HarmEntry) -> HarmRow:
        assert self._words is not None  # noqa: S101  (rows are made while a ledger is shown)
        row = HarmRow(self._workspace.theme, entry, self._words)
        row.form_requested.connect(self.open_form)
        row.state_requested.connect(self._on_state_requested)
        row.paid_requested.connect(lambda key, is_paid: self._on_paid_requested(key, is_paid=is_paid))
        row.commitment_requested.connect(self.new_commitment_requested)
        return row

    def _show_row(self, row: HarmRow, entry: HarmEntry) -> None:
        if self._words is not None:
            row.show_entry(entry, self._words)


_LONGEST_IN_TOAST: Final = 60


def shortened(words: str) -> str:
    """The beginning of long words, for one line of a toast."""
    one_line = " ".join(words.split())
    if len(one_line) <= _LONGEST_IN_TOAST:
        return one_line
    return f"{one_line[: _LONGEST_IN_TOAST - 1].rstrip()}…"
