"""A heading, its entries, and a button for a new one; the form of an entry stands in the place of its words."""

from collections.abc import Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme

ROW_GAP: Final = 22
_HEAD_GAP: Final = 12

Typed = dict[str, Any]


class EntryForm(Protocol):
    """The fields of an entry; nothing is kept until `kept`, and `edited` follows every change."""

    edited: SignalInstance
    kept: SignalInstance
    left: SignalInstance
    deleted: SignalInstance

    def typed(self) -> Typed:
        """What stands in the fields, as plain values."""
        ...

    def fill_typed(self, typed: Typed) -> None:
        """Show what was typed.

        Raises:
            KeyError, TypeError, ValueError: another version kept something else.
        """

    def has_words(self) -> bool:
        """Whether there is anything to keep."""
        ...

    def show_sentence(self, sentence: str) -> None:
        """Say at the words what is wrong; an empty sentence takes it back."""


class EntryRow(QWidget):
    """What is read of an entry, and in its place the form that changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = QWidget()
        self._both = column(self)
        self._both.addWidget(self.reading)

    def place_form(self, form: QWidget) -> None:
        """Show the form instead."""
        self.reading.hide()
        self._both.addWidget(form)
        form.show()

    def take_form_away(self, form: QWidget) -> None:
        """Show again what is read."""
        self._both.removeWidget(form)
        self.reading.show()


T = TypeVar("T")
R = TypeVar("R", bound=EntryRow)


class ColumnHead(QWidget):
    """`new_requested` asks for the form of a new entry."""

    new_requested = Signal()

    def __init__(self, theme: Theme, none: str, new: str, name: str) -> None:
        super().__init__()
        self.title = TextLabel(theme, "", "heading")
        self.note = TextLabel(theme, "", "small", "ink_2")
        self.note.hide()
        self.none = TextLabel(theme, none, "aside", "ink_2")
        self.new_button = Button(theme, new, Kind.NORMAL, name=name)
        self.new_button.clicked.connect(self.new_requested)


class EntryColumn(Generic[T, R]):
    """The entries of one sort, in `widget`. `rows` makes and shows the row of one."""

    def __init__(self, head: ColumnHead, rows: KeyedColumn[T, R]) -> None:
        self.widget = head
        self._head = head
        self._rows = rows
        self._may_add = True
        self._slot = column()
        self._form: QWidget | None = None
        self._key = ""
        layout = column(head, spacing=_HEAD_GAP)
        layout.addWidget(head.title)
        layout.addWidget(head.note)
        layout.addWidget(head.none)
        layout.addWidget(rows.widget)
        layout.addLayout(self._slot)
        line = WrappingRow()
        line.addWidget(head.new_button)
        layout.addLayout(line)

    def show_entries(self, entries: Sequence[T], *, may_add: bool = True) -> None:
        """Show these, in this order."""
        self._may_add = may_add
        self._rows.show_things(entries)
        self._head.none.setVisible(not entries and self._form is None)
        self._head.new_button.setVisible(may_add and (self._form is None or bool(self._key)))

    def place_form(self, form: QWidget, key: str) -> None:
        """Show a form in the place of an entry, or below all for a new one."""
        row = self._rows.of(key)
        self._form, self._key = form, key
        if row is not None:
            row.place_form(form)
        else:
            self._slot.addWidget(form)
            form.show()
            self._head.none.hide()
            self._head.new_button.hide()

    def take_form_away(self) -> None:
        """Show again what stood there."""
        form, row = self._form, self._rows.of(self._key)
        self._form = None
        if form is None:
            return
        if row is not None:
            row.take_form_away(form)
        self._head.none.setVisible(not self._rows.all())
        self._head.new_button.setVisible(self._may_add)
        form.hide()
        form.deleteLater()
