"""The fields of one event: what it was, on which day, and a private note."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.dates import EventWords
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.events import Event, EventKind
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

FIELD_GAP: Final = 14


class EventForm(QWidget):
    """An event that is being written down or changed. Nothing is kept until `kept`; `edited` follows every change.

    `acts_wanted` asks to keep a setback and to go on to what comes after it.

    `subject` is the id of the event, or nothing for a new one.
    """

    edited = Signal()
    kept = Signal()
    left = Signal()
    acts_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        subject: str,
        words: EventWords,
        names: dict[EventKind, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.subject = subject
        self._words = words
        options = [SegmentOption(kind.value, names[kind]) for kind in EventKind]
        what = self.tr("What it was")
        self._kind_segment = SegmentedControl(theme, options, name="dates_event_kind_segment", label=what)
        self._kind_field = LabelledField(theme, what, self._kind_segment)
        self._explained = TextLabel(theme, "", "small", "ink_2")
        self._day_field = DateField(theme, name="dates_event_day_field")
        # A day that has not come yet can be typed, so that it can be said what is wrong with it.
        self._day_field.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._day = LabelledField(theme, self.tr("Day"), self._day_field)
        self._note_field = WritingField(theme, name="dates_event_note_field")
        self._lay_out(theme)
        self._connect()
        self.setFocusProxy(self._kind_segment)

    def _lay_out(self, theme: Theme) -> None:
        keep = self.tr("Keep the changes") if self.subject else self.tr("Write it down")
        leave = self.tr("Leave it as it was") if self.subject else self.tr("Do not add it")
        self.keep_button = Button(theme, keep, Kind.PRIMARY, name="dates_event_keep_button")
        self.leave_button = Button(theme, leave, Kind.QUIET, name="dates_event_leave_button")
        go_on = self.tr("Keep it and go on to what comes after it")
        self.acts_button = Button(theme, go_on, Kind.NORMAL, name="dates_event_go_on_button")
        fields = column(self, spacing=FIELD_GAP)
        kind = column(spacing=6)
        kind.addWidget(self._kind_field)
        kind.addWidget(self._explained)
        fields.addLayout(kind)
        fields.addWidget(self._day)
        note = column(spacing=4)
        note.addWidget(LabelledField(theme, self._words.note_label, self._note_field))
        note.addWidget(TextLabel(theme, self._words.note_note, "small", "ink_2"))
        fields.addLayout(note)
        buttons = WrappingRow()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.acts_button)
        buttons.addWidget(self.leave_button)
        fields.addLayout(buttons)

    def _connect(self) -> None:
        self._kind_segment.option_chosen.connect(self._on_kind_chosen)
        self._day_field.edited.connect(self._on_anything_edited)
        self._note_field.textChanged.connect(self._on_anything_edited)
        self._note_field.go_on_requested.connect(self.kept)
        self.keep_button.clicked.connect(self.kept)
        self.acts_button.clicked.connect(self.acts_wanted)
        self.leave_button.clicked.connect(self.left)

    # --- what is in the fields

    def fill_from(self, event: Event) -> None:
        """Show an event as it is."""
        self._fill(event.kind, event.day, event.words)

    def fill_new(self, day: date) -> None:
        """Offer a day; what it was is for the person to say."""
        self._fill(None, day, "")

    def fill_draft(self, values: dict[str, str]) -> None:
        """Show what was typed before a lock; a value that cannot be read is left as it is."""
        try:
            kind = EventKind(values["kind"]) if values["kind"] else None
            self._fill(kind, date.fromisoformat(values["day"]), values["words"])
        except (KeyError, ValueError):
            return

    def draft(self) -> dict[str, str]:
        """What is typed, as words."""
        return {"kind": self._kind_segment.chosen or "", "day": self.day().isoformat(), "words": self.words()}

    def kind(self) -> EventKind | None:
        """What it was; None until it is chosen."""
        chosen = self._kind_segment.chosen
        return None if chosen is None else EventKind(chosen)

    def day(self) -> date:
        """The day as it is typed now."""
        self._day_field.interpretText()
        return self._day_field.day()

    def words(self) -> str:
        """The private note."""
        return self._note_field.toPlainText()

    def show_sentence(self, sentence: str) -> None:
        """Say at the day what is wrong with it; an empty sentence takes it back."""
        self._day.show_sentence(sentence)

    def show_kind_missing(self, sentence: str) -> None:
        """Say that it is not chosen yet what it was, and go there."""
        self._kind_field.show_sentence(sentence)
        self._kind_segment.setFocus()

    def _fill(self, kind: EventKind | None, day: date, words: str) -> None:
        self._kind_segment.set_chosen(None if kind is None else kind.value)
        self._explain(kind)
        self._day_field.fill(day)
        self._note_field.fill(words)

    def _explain(self, kind: EventKind | None) -> None:
        said = "" if kind is None else self._words.explained[kind]
        if kind is EventKind.SETBACK:
            said = f"{said} {self._words.setback_note}"
        self._explained.set_text(said)
        self._explained.setVisible(bool(said))
        self.acts_button.setVisible(kind is EventKind.SETBACK)

    def _on_kind_chosen(self, value: str) -> None:
        self._kind_field.show_sentence("")
        self._explain(EventKind(value))
        self.edited.emit()

    def _on_anything_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()
