"""One half of the page: a heading, a button for something new, and the place where its form stands."""

from typing import Final, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.workspace import Workspace

ROW_GAP: Final = 26


class RowWithForm(Protocol):
    """A row in whose place a form can stand."""

    change_button: Button

    def show_form(self, form: QWidget) -> None:
        """Show the fields in place of the words."""

    def show_words(self) -> None:
        """Show the words again."""


class Form(Protocol):
    """The fields of an entry; `subject` is its id, or nothing for a new one."""

    subject: str
    edited: SignalInstance
    kept: SignalInstance
    left: SignalInstance

    def draft(self) -> dict[str, str]:
        """What is typed, as words."""
        ...

    def fill_draft(self, values: dict[str, str]) -> None:
        """Show what was typed before a lock."""


class Section(QWidget):
    """Holds at most one form at a time. `form_opened` and `form_closed` follow it, `edited` every key in it."""

    form_opened = Signal()
    form_closed = Signal()
    edited = Signal()

    def __init__(
        self, workspace: Workspace, title: str, add_words: str, add_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._form: Form | None = None
        self._form_widget: QWidget | None = None
        self._add_button = Button(workspace.theme, add_words, name=add_name)
        self._add_button.clicked.connect(self.open_new)
        self._slot = column()
        self._content = column(self)
        self._content.addWidget(TextLabel(workspace.theme, title, "heading"))
        self._content.addSpacing(6)
        self._content.addWidget(Hairline(workspace.theme))
        self._content.addSpacing(16)
        self._content.addLayout(in_row(self._add_button))
        self._content.addLayout(self._slot)
        self._content.addSpacing(16)

    @property
    def first_stop(self) -> QWidget:
        """Where the focus of somebody who is led here belongs: the open form, else the button for something new."""
        return self._add_button if self._form_widget is None else self._form_widget

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self._form

    def open_new(self) -> None:
        """Open the form for something new, or go to the one that is open for it."""
        if self._form is not None and self._form_widget is not None and not self._form.subject:
            self._form_widget.setFocus()
        else:
            self.open("")

    def open(self, key: str) -> None:
        """Open the form of an entry, or of a new one for an empty key."""
        raise NotImplementedError

    def close_form(self) -> None:
        """Take the form away and show what stood in its place, with the focus where it came from."""
        form, widget = self._form, self._form_widget
        self._form = self._form_widget = None
        if form is None or widget is None:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and widget.isAncestorOf(focused)
        widget.hide()
        widget.deleteLater()
        row = self._row_of(form.subject)
        self._add_button.show()
        if row is not None:
            row.show_words()
        if had_focus:
            (self._add_button if row is None else row.change_button).setFocus()
        self.form_closed.emit()

    def make_primary(self, *, is_primary: bool) -> None:
        """Let the button for something new be the one thing to begin with, or one among others."""
        self._add_button.set_kind(Kind.PRIMARY if is_primary else Kind.NORMAL)

    def focus_add_button(self) -> None:
        """Go to the button for something new, after something was deleted."""
        self._add_button.setFocus()

    def _take_form(self, form: Form, widget: QWidget) -> None:
        """`form` and `widget` are the same, seen as what it offers and as what is shown."""
        self.close_form()
        self._form, self._form_widget = form, widget
        form.edited.connect(self.edited)
        form.kept.connect(self._keep)
        form.left.connect(self.close_form)
        row = self._row_of(form.subject)
        if row is not None:
            row.show_form(widget)
        else:
            self._slot.addWidget(widget)
            self._add_button.hide()
        widget.show()  # now, because what is not shown yet cannot have the focus
        self.form_opened.emit()
        widget.setFocus()

    def _close_form_unless(self, known: set[str]) -> None:
        """What is being changed may have been undone or deleted meanwhile."""
        if self._form is not None and self._form.subject and self._form.subject not in known:
            self.close_form()

    def _row_of(self, key: str) -> RowWithForm | None:
        """The row of an entry, if it is shown."""
        raise NotImplementedError

    def _keep(self) -> None:
        """Write down what is in the form."""
        raise NotImplementedError


def in_row(button: Button) -> WrappingRow:
    """A button that is as wide as its words."""
    row = WrappingRow()
    row.addWidget(button)
    return row


def entry_head(label: TextLabel, *buttons: Button) -> SpreadRow:
    """What an entry is called, with what can be done to it at the end of the line."""
    holder = QWidget()
    side_by_side = WrappingRow(holder, gap=16)
    for button in buttons:
        side_by_side.addWidget(button)
    head = SpreadRow(gap=16, line_gap=0)
    head.addWidget(label)
    head.addWidget(holder)
    return head
