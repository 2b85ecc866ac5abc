"""The form of one harm or one repair, in place of what it changes."""

import json
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import LONGEST_SENTENCE
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.errors import RuleError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.screens.amends_page.repair_fields import RepairFields

HARM: Final = "harm"
REPAIR: Final = "repair"
PAYMENT: Final = "payment"
_FIRST_DUE: Final = timedelta(days=7)
_FIELD_GAP: Final = 12


class EntryTarget(NamedTuple):
    """What a form is about: a harm, or a repair of the harm `harm_id`; `key` is its id, empty for a new one.

    That of a payment is `<repair>.<payment>`, a new one has only the repair. A repair whose harm is still to be chosen
    has an empty `harm_id`.
    """

    kind: str
    harm_id: str
    key: str

    @property
    def is_repair(self) -> bool:
        """Whether it is about a repair."""
        return self.kind == REPAIR

    @property
    def is_payment(self) -> bool:
        """Whether it is about a payment."""
        return self.kind == PAYMENT

    @property
    def repair_id(self) -> str:
        """The repair that it is about, or that its payment belongs to."""
        return self.key.partition(".")[0] if self.kind in (REPAIR, PAYMENT) else ""

    @property
    def payment_id(self) -> str:
        """The payment, empty for a new one."""
        return self.key.partition(".")[2] if self.is_payment else ""

    @property
    def is_new(self) -> bool:
        """Whether nothing of it is written down yet."""
        return not (self.payment_id if self.is_payment else self.key)

    def to_text(self) -> str:
        """For a draft: `repair:<harm>:<id>`."""
        return ":".join(self)


def target_from(text: str) -> EntryTarget | None:
    """The reverse of `to_text`; None for anything else."""
    parts = text.split(":")
    is_target = len(parts) == len(EntryTarget._fields) and parts[0] in (HARM, REPAIR, PAYMENT)
    return EntryTarget(*parts) if is_target else None


_State = tuple[str, date | None, dict[str, Any]]


class EntryForm(QWidget):
    """Words, and for a repair a day if there is one. Enter keeps, Esc leaves; `edited` follows every change.

    `target` says what it is about, see `EntryTarget`. Of a repair `fields` hold what stands beside the words; of a
    payment the words are the amount.
    """

    edited = Signal()
    kept = Signal()
    left = Signal()
    deleted = Signal()

    def __init__(
        self, theme: Theme, target: EntryTarget, label: str, today: date, fields: RepairFields | None = None
    ) -> None:
        super().__init__()
        self.target = target
        self.fields = fields
        name = f"amends_{target.kind}"
        self._before: _State = ("", None, {})
        self._line = WordsLine(theme, name=f"{name}_field", most=LONGEST_SENTENCE)
        self._words = LabelledField(theme, label, self._line)
        self._day_switch = Switch(theme, self.tr("By a day"), name=f"{name}_day_switch", is_track_first=True)
        self._day_field = DateField(theme, name=f"{name}_day_field")
        self._day_field.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._day_field.setAccessibleName(self.tr("Day"))
        self._day_field.fill(today + _FIRST_DUE)
        self._lay_out(theme, name)
        self._connect()
        self.setFocusProxy(self._line)

    def _lay_out(self, theme: Theme, name: str) -> None:
        is_new = self.target.is_new
        keep = self.tr("Write it down") if is_new else self.tr("Keep the change")
        self._keep_button = Button(theme, keep, Kind.NORMAL, name=f"{name}_keep_button")
        self._leave_button = Button(theme, self.tr("Cancel"), Kind.QUIET, name=f"{name}_leave_button")
        self._delete_button = Button(theme, self.tr("Delete"), Kind.QUIET, name=f"{name}_delete_button")
        layout = column(self, spacing=_FIELD_GAP)
        layout.addWidget(self._words)
        day = WrappingRow(gap=12)
        day.addWidget(self._day_switch)
        day.addWidget(self._day_field)
        layout.addLayout(day)
        if self.fields is not None:
            layout.addWidget(self.fields)
        buttons = WrappingRow()
        for button in (self._keep_button, self._leave_button, self._delete_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self._day_switch.setVisible(self.target.kind != HARM)
        self._day_field.hide()
        self._delete_button.setVisible(not is_new)

    def _connect(self) -> None:
        self._line.textEdited.connect(self._on_edited)
        self._line.returnPressed.connect(self.kept)
        self._day_switch.switched.connect(self._on_day_switched)
        self._day_field.edited.connect(self._on_edited)
        if self.fields is not None:
            self.fields.edited.connect(self.edited)
        self._keep_button.clicked.connect(self.kept)
        self._leave_button.clicked.connect(self.left)
        self._delete_button.clicked.connect(self.deleted)

    def fill(self, words: str, due_on: date | None) -> None:
        """Show an entry as it is; `fields` are filled before."""
        self._line.fill(words)
        self._line.end(False)
        self._day_switch.set_on(due_on is not None)
        self._day_field.setVisible(due_on is not None)
        if due_on is not None:
            self._day_field.fill(due_on)
        self._before = self._now()

    def write(self, words: str) -> None:
        """Put words into the field as if they were typed."""
        self._line.fill(words)

    def words(self) -> str:
        """What is written."""
        return self._line.words()

    def due_on(self) -> date | None:
        """The day, if there is one."""
        if not self._day_switch.is_on:
            return None
        self._day_field.interpretText()
        return self._day_field.day()

    def is_changed(self) -> bool:
        """Whether anything differs from what was there before."""
        return self._now() != self._before

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with the words; an empty sentence takes it back."""
        self._words.show_sentence(sentence)

    def show_error(self, error: RuleError, sentence: str) -> None:
        """Say at the field that a rule is about what is wrong with it."""
        if self.fields is not None and self.fields.takes(error):
            self.fields.show_sentence_at_amount(sentence)
        else:
            self.show_sentence(sentence)
            self.setFocus()

    # --- the draft

    def to_json(self) -> str:
        """What is typed, as a draft."""
        due_on = self.due_on()
        typed = {
            "target": self.target.to_text(),
            "words": self._line.text(),
            "due": due_on.isoformat() if due_on else "",
            "fields": self.fields.typed() if self.fields is not None else {},
        }
        return json.dumps(typed)

    def fill_draft(self, words: str, due: str, fields: dict[str, Any]) -> None:
        """Show what was typed before a lock, over what is there."""
        before = self._before
        if self.fields is not None and fields:
            self.fields.fill_typed(fields)
        self.fill(words, date.fromisoformat(due) if due else None)
        self._before = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _now(self) -> _State:
        return self.words(), self.due_on(), self.fields.typed() if self.fields is not None else {}

    def _on_day_switched(self) -> None:
        self._day_field.setVisible(self._day_switch.is_on)
        self._on_edited()

    def _on_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()
