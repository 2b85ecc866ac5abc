"""One event in the list: what, when, and the private note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.events import Event, EventKind
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.dates_page.section import entry_head


class EventRow(QWidget):
    """An event with its note in the person's own words; `key` is its id."""

    change_requested = Signal(str)
    delete_requested = Signal(str)
    acts_requested = Signal(str)

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._what = TextLabel(theme, "", "strong")
        self._note = TextLabel(theme, "", "promise", "ink_2")
        self.change_button = Button(theme, self.tr("Change"), Kind.LINK, name="dates_event_change_button")
        self._delete_button = Button(theme, self.tr("Delete"), Kind.LINK, name="dates_event_delete_button")
        self._acts = Button(theme, self.tr("What comes after it"), Kind.LINK, name="dates_event_acts_button")
        self._content = QWidget()
        inside = column(self._content, spacing=4)
        inside.addLayout(entry_head(self._what, self.change_button, self._delete_button))
        inside.addWidget(self._note)
        inside.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignLeading)
        self._column = column(self)
        self._column.addWidget(self._content)
        self.change_button.clicked.connect(lambda: self.change_requested.emit(self.key))
        self._acts.clicked.connect(lambda: self.acts_requested.emit(self.key))
        self._delete_button.clicked.connect(lambda: self.delete_requested.emit(self.key))

    def show_event(self, event: Event, name: str, day: str) -> None:
        """Show the event as it is saved; `name` is what it was, `day` when, both in words."""
        self._what.set_text([Run(name), Run(f" {day}", "ink_2", "body")])
        self._note.set_text(event.words)
        self._note.setVisible(bool(event.words))
        self._acts.setVisible(event.kind is EventKind.SETBACK)
        self._acts.setAccessibleDescription(f"{name}, {day}")
        self.change_button.setAccessibleName(self.tr("Change {name}, {day}").format(name=name, day=day))
        self._delete_button.setAccessibleName(self.tr("Delete {name}, {day}").format(name=name, day=day))

    def show_form(self, form: QWidget) -> None:
        """Show the fields in place of the words."""
        self._content.hide()
        self._column.addWidget(form)

    def show_words(self) -> None:
        """Show the words again."""
        self._content.show()
