"""One repair: its words, how it stands, what is to be looked at, what is given back, and what can be done with it."""

from typing import Final

from PySide6.QtCore import Signal

from trustplanner.domain.harms import Payment, RepairState
from trustplanner.domain.money import Money
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.amends_page.entry_form import PAYMENT, REPAIR, EntryForm, EntryTarget
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.ledger import RepairEntry
from trustplanner.ui.screens.amends_page.replaceable import Replaceable

_INDENT: Final = 22
_LINK_GAP: Final = 18
_PAYMENT_GAP: Final = 4


class PaymentLine(Replaceable):
    """One payment. `paid_requested` carries its id and whether it was paid, `form_requested` the payment."""

    paid_requested = Signal(str, bool)
    form_requested = Signal(str)

    def __init__(self, theme: Theme, payment: Payment) -> None:
        super().__init__()
        self._id = payment.id
        self._words = TextLabel(theme, "", "small")
        name = f"amends_payment_{{}}_{payment.id}_button"
        self._paid = Button(theme, self.tr("It is paid"), Kind.LINK, name=name.format("paid"))
        self._unpaid = Button(theme, self.tr("Not paid yet"), Kind.LINK, name=name.format("unpaid"))
        self._change = Button(theme, self.tr("Change"), Kind.LINK, name=name.format("change"))
        self._paid.clicked.connect(lambda: self.paid_requested.emit(self._id, True))
        self._unpaid.clicked.connect(lambda: self.paid_requested.emit(self._id, False))
        self._change.clicked.connect(lambda: self.form_requested.emit(self._id))
        line = WrappingRow(self.reading, gap=_LINK_GAP, line_gap=0)
        for part in (self._words, self._paid, self._unpaid, self._change):
            line.addWidget(part)

    def show_payment(self, payment: Payment, currency: str, words: EntryWords) -> None:
        """Show it as it is now."""
        is_paid = payment.paid_on is not None
        said = words.payment(payment, Money(payment.amount, currency))
        self._words.set_text(said)
        self._words.set_color("ink_2" if is_paid else "ink")
        self._paid.setVisible(not is_paid)
        self._unpaid.setVisible(is_paid)
        for link in (self._paid, self._unpaid, self._change):
            link.setAccessibleDescription(said)


class RepairRow(Replaceable):
    """`form_requested` carries an `EntryTarget`, `state_requested` and `paid_requested` an id and the new state."""

    form_requested = Signal(object)
    state_requested = Signal(str, str)
    paid_requested = Signal(str, bool)

    def __init__(self, theme: Theme, entry: RepairEntry, words: EntryWords) -> None:
        super().__init__()
        self.theme = theme
        self._repair = entry.repair
        self._entry_words = words
        self._words = TextLabel(theme, "", "promise")
        self._beside = TextLabel(theme, "", "small", "ink_2")
        self._gaps = TextLabel(theme, "", "aside", "ink_2")
        self._state = TextLabel(theme, "", "small", "ink_2")
        self._money = TextLabel(theme, "", "small")
        self._payments: KeyedColumn[Payment, PaymentLine] = KeyedColumn(
            lambda payment: payment.id, self._make_payment, self._show_payment, spacing=_PAYMENT_GAP
        )
        self._new_payment = column()
        self._links = {
            RepairState.DONE: self._link("done", self.tr("It is done")),
            RepairState.LET_GO: self._link("let_go", self.tr("Drop it")),
            RepairState.OPEN: self._link("open", self.tr("Open it again")),
        }
        self._change = self._link("change", self.tr("Change"))
        self._pay = self._link("pay", self.tr("Plan a payment"))
        self._lay_out()
        self._connect()
        self.show_repair(entry, words)

    def _lay_out(self) -> None:
        links = WrappingRow(gap=_LINK_GAP, line_gap=0)
        links.addWidget(self._state)
        for link in (*self._links.values(), self._pay, self._change):
            links.addWidget(link)
        layout = column(self.reading)
        layout.addWidget(self._words)
        layout.addWidget(self._beside)
        layout.addWidget(self._gaps)
        layout.addWidget(self._money)
        layout.addLayout(links)
        below = column(spacing=_PAYMENT_GAP)
        below.setContentsMargins(_INDENT, 0, 0, 0)
        below.addWidget(self._payments.widget)
        below.addLayout(self._new_payment)
        self.both.addLayout(below)

    def _connect(self) -> None:
        for state, link in self._links.items():
            link.clicked.connect(lambda _checked=False, to=state: self.state_requested.emit(self._repair.id, to.value))
        self._change.clicked.connect(lambda: self._ask(REPAIR, self._repair.id))
        self._pay.clicked.connect(lambda: self._ask(PAYMENT, self._repair.id))

    def _ask(self, kind: str, key: str) -> None:
        self.form_requested.emit(EntryTarget(kind, self._repair.harm_id, key))

    def show_repair(self, entry: RepairEntry, words: EntryWords) -> None:
        """Show it as it is now."""
        self._repair, self._entry_words = entry.repair, words
        is_open = entry.repair.state is RepairState.OPEN
        self._words.set_text(entry.repair.words)
        self._words.set_color("ink" if is_open else "ink_2")
        given_back = entry.restitution
        for label, said in (
            (self._beside, words.beside(entry.repair)),
            (self._gaps, "\n".join(entry.gaps)),
            (self._state, words.repair(entry.repair)),
            (self._money, words.restitution(given_back) if given_back is not None else ""),
        ):
            label.set_text(said)
            label.setVisible(bool(said))
        self._payments.show_things(entry.payments)
        for to, link in self._links.items():
            link.setVisible(is_open is not (to is RepairState.OPEN))
        self._pay.setVisible(is_open and given_back is not None and given_back.left > 0)
        for link in (*self._links.values(), self._change, self._pay):
            link.setAccessibleDescription(entry.repair.words)

    def place_form_at(self, target: EntryTarget, form: EntryForm | None) -> None:
        """Show a form in the place of what it is about, that of a new payment below the others."""
        line = self._payments.of(target.payment_id)
        if not target.is_payment:
            self.place_form(form)
        elif line is not None:
            line.place_form(form)
        elif form is not None:
            self._new_payment.addWidget(form)
            form.show()

    def _make_payment(self, payment: Payment) -> PaymentLine:
        line = PaymentLine(self.theme, payment)
        line.paid_requested.connect(self.paid_requested)
        line.form_requested.connect(lambda key: self._ask(PAYMENT, f"{self._repair.id}.{key}"))
        return line

    def _show_payment(self, line: PaymentLine, payment: Payment) -> None:
        line.show_payment(payment, self._repair.currency, self._entry_words)

    def _link(self, name: str, words: str) -> Button:
        return Button(self.theme, words, Kind.LINK, name=f"amends_repair_{name}_{self._repair.id}_button")
