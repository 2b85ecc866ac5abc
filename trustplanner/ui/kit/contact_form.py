"""What contact the hurt person wants: the state, for how long, and what was said about it."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.first_run import ContactPage
from trustplanner.content.texts import Voice
from trustplanner.domain.plans import Contact, Plan
from trustplanner.ui.kit.choice_fields import LATEST, DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

SAID, DAY = "said", "day"  # for how long: until they say otherwise, or until a day
FIRST_SPAN = timedelta(weeks=4)
_GROUP_GAP, _NOTE_GAP = 22, 6


class ContactForm(QWidget):
    """`chosen` follows the state and the day, `note_edited` each key in the note, `note_left` the end of a visit."""

    chosen = Signal()
    note_edited = Signal()
    note_left = Signal()
    go_on_requested = Signal()

    def __init__(self, theme: Theme, words: ContactPage, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self._today = date.min
        states = [ListedOption(contact, words.options[contact].label) for contact in Contact]
        self._states = OptionList(theme, states, name=f"{name}_state_list")
        self._states.option_chosen.connect(self._on_state_chosen)
        spans = [SegmentOption(SAID, words.until_label), SegmentOption(DAY, words.until_day)]
        self._span = SegmentedControl(theme, spans, name=f"{name}_span_segment", label=words.until_label)
        self._span.option_chosen.connect(self._on_span_chosen)
        self._day = DateField(theme, name=f"{name}_until_field")
        self._day.setAccessibleName(words.until_day)
        self._day.edited.connect(self.chosen)
        self._note = WritingField(theme, name=f"{name}_note_field")
        self._note.textChanged.connect(self.note_edited)
        self._note.go_on_requested.connect(self.go_on_requested)
        self._note.installEventFilter(self)
        self.setFocusProxy(self._states)
        self._lay_out()

    def show_plan(self, plan: Plan, voice: Voice, today: date) -> None:
        """Show what is recorded, in these names; what is being written stays as it is."""
        self._today = today
        self._states.setAccessibleName(self._words.title.said_to(voice))
        for contact in Contact:
            self._states.set_note(contact, self._words.options[contact].explained.said_to(voice))
        until_said = SegmentOption(SAID, self._words.until_said.said_to(voice))
        self._span.set_options([until_said, SegmentOption(DAY, self._words.until_day)])
        self._until_note.set_text(self._words.until_note.said_to(voice))
        self._states.set_chosen(plan.contact)
        self._span.set_chosen(SAID if plan.contact_until is None else DAY)
        if plan.contact_until is not None:
            self._day.set_limits(min(today, plan.contact_until), LATEST)
            self._day.fill(plan.contact_until)
        if self.note() != plan.contact_note and not self._note.hasFocus():
            self._note.fill(plan.contact_note)
        self._show_until()

    def contact(self) -> Contact:
        """The chosen state."""
        return Contact(self._states.chosen or Contact.LIMITED)

    def until(self) -> date | None:
        """The day until which it was said to hold; None for "until they say otherwise", and without limits."""
        return self._day.day() if self._span.chosen == DAY and self.contact() is not Contact.OPEN else None

    def note(self) -> str:
        """What was said about it."""
        return self._note.toPlainText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit to the note is over when it loses the focus."""
        if watched is self._note and event.type() == QEvent.Type.FocusOut:
            self.note_left.emit()
        return False

    def _lay_out(self) -> None:
        theme, words = self.theme, self._words
        layout = column(self)
        layout.addWidget(self._states)
        layout.addSpacing(_NOTE_GAP)
        layout.addWidget(TextLabel(theme, words.unsure, "small", "ink_2"))
        layout.addSpacing(_GROUP_GAP)
        self._until = QWidget()
        until = column(self._until)
        until.addWidget(TextLabel(theme, words.until_label, "label", "ink_2"))
        until.addSpacing(_NOTE_GAP)
        fields = WrappingRow(gap=12)
        fields.addWidget(self._span)
        fields.addWidget(self._day)
        until.addLayout(fields)
        self._until_note = TextLabel(theme, "", "small", "ink_2")
        until.addSpacing(_NOTE_GAP)
        until.addWidget(self._until_note)
        until.addSpacing(_GROUP_GAP)
        layout.addWidget(self._until)
        layout.addWidget(LabelledField(theme, words.note_label, self._note))
        layout.addSpacing(_NOTE_GAP)
        layout.addWidget(TextLabel(theme, words.note_note, "small", "ink_2"))

    def _show_until(self) -> None:
        self._until.setVisible(self.contact() is not Contact.OPEN)
        has_day = self._span.chosen == DAY
        self._day.setVisible(has_day)
        self._until_note.setVisible(has_day)

    def _on_state_chosen(self, _: str) -> None:
        self._show_until()
        self.chosen.emit()

    def _on_span_chosen(self, span: str) -> None:
        if span == DAY:
            self._day.set_limits(self._today, LATEST)
            self._day.fill(self._today + FIRST_SPAN)
        self._show_until()
        self.chosen.emit()
