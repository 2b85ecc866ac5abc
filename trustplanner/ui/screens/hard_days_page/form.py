"""The fields of one hard day or place: whose it is, what makes it hard, when or where, and when theirs was heard."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.hard_days import HardDayWords as Written
from trustplanner.content.hard_days import HardDaysWords
from trustplanner.content.texts import Voice
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.hard_days import LONGEST_WORDS, HardDay, HardFor, is_theirs_too
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

Typed = dict[str, Any]
_FIELD_GAP: Final = 14
_LOW: Final = 46


class HardDayForm(QWidget):
    """Nothing is kept until `kept`; `edited` follows every change. `subject` is the id, or nothing for a new one."""

    edited = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, subject: str, words: HardDaysWords, voice: Voice, today: date) -> None:
        super().__init__()
        self.subject = subject
        self._content = words
        self._voice = voice
        self._make_fields(theme, today)
        self._lay_out(theme)
        self._connect()
        self._fill(Written(HardFor.ME, day=today))
        self.setFocusProxy(self._whose)

    def _make_fields(self, theme: Theme, today: date) -> None:
        kinds = self._content.kinds
        options = [SegmentOption(each.value, kinds[each].label.said_to(self._voice)) for each in HardFor]
        self._whose = SegmentedControl(
            theme, options, name="hard_days_whose_segment", label=self.tr("Whose hard day it is")
        )
        self._whose_field = LabelledField(theme, self.tr("Whose hard day it is"), self._whose)
        self._explained = TextLabel(theme, "", "small", "ink_2")
        self._words = WritingField(theme, name="hard_days_words_field", lowest=_LOW, most=LONGEST_WORDS)
        self._words_field = LabelledField(theme, self.tr("What makes it hard"), self._words)
        self._has_day = Switch(theme, self.tr("It has a date"), name="hard_days_day_switch", is_track_first=True)
        self._day = DateField(theme, name="hard_days_day_field")
        self._day.setAccessibleName(self.tr("Date"))
        self._day.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._yearly = Switch(theme, self.tr("Every year"), name="hard_days_yearly_switch", is_track_first=True)
        self._place = LineField(theme, name="hard_days_place_field")
        self._place_field = LabelledField(theme, self.tr("Place"), self._place)
        self._heard = DateField(theme, name="hard_days_heard_field")
        self._heard.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._heard.fill(today)
        self._heard_field = LabelledField(theme, self.tr("Heard on"), self._heard)

    def _lay_out(self, theme: Theme) -> None:
        keep = self.tr("Keep the changes") if self.subject else self.tr("Write it down")
        leave = self.tr("Leave it as it was") if self.subject else self.tr("Do not add it")
        self.keep_button = Button(theme, keep, Kind.PRIMARY, name="hard_days_keep_button")
        self._leave = Button(theme, leave, Kind.QUIET, name="hard_days_leave_button")
        layout = column(self, spacing=_FIELD_GAP)
        whose = column(spacing=6)
        whose.addWidget(self._whose_field)
        whose.addWidget(self._explained)
        layout.addLayout(whose)
        layout.addWidget(self._words_field)
        when = WrappingRow(gap=16)
        for part in (self._has_day, self._day, self._yearly):
            when.addWidget(part)
        layout.addLayout(when)
        place = column(spacing=4)
        place.addWidget(self._place_field)
        place.addWidget(TextLabel(theme, self._content.place_note, "small", "ink_2"))
        layout.addLayout(place)
        layout.addWidget(self._heard_field)
        buttons = WrappingRow()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self._leave)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._whose.option_chosen.connect(self._on_whose_chosen)
        self._words.textChanged.connect(self._on_edited)
        self._words.go_on_requested.connect(self.kept)
        self._place.textEdited.connect(self._on_edited)
        self._place.returnPressed.connect(self.kept)
        self._has_day.switched.connect(self._on_day_switched)
        self._yearly.switched.connect(self._on_edited)
        self._day.edited.connect(self._on_edited)
        self._heard.edited.connect(self._on_edited)
        self.keep_button.clicked.connect(self.kept)
        self._leave.clicked.connect(self.left)

    # --- what is in the fields

    def fill_from(self, hard: HardDay) -> None:
        """Show one as it is; one that they named stays theirs."""
        self._fill(Written(hard.whose, hard.words, hard.day, hard.is_yearly, hard.place, hard.heard_on))
        self._whose.setEnabled(not is_theirs_too(hard))

    def written(self) -> Written:
        """What is to be kept."""
        for field in (self._day, self._heard):
            field.interpretText()
        whose = HardFor(self._whose.chosen or HardFor.ME)
        return Written(
            whose=whose,
            words=self._words.toPlainText(),
            day=self._day.day() if self._has_day.is_on else None,
            is_yearly=self._has_day.is_on and self._yearly.is_on,
            place=self._place.text(),
            heard_on=None if whose is HardFor.ME else self._heard.day(),
        )

    def typed(self) -> Typed:
        """Every field, as plain values."""
        now = self.written()
        return {
            "whose": now.whose.value,
            "words": now.words,
            "day": now.day.isoformat() if now.day else "",
            "yearly": now.is_yearly,
            "place": now.place,
            "heard": now.heard_on.isoformat() if now.heard_on else "",
        }

    def fill_typed(self, typed: Typed) -> None:
        """Show what was typed.

        Raises:
            KeyError, TypeError, ValueError: another version kept something else.
        """
        self._fill(
            Written(
                HardFor(typed["whose"]),
                str(typed["words"]),
                date.fromisoformat(typed["day"]) if typed["day"] else None,
                bool(typed["yearly"]),
                str(typed["place"]),
                date.fromisoformat(typed["heard"]) if typed["heard"] else None,
            )
        )

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong, where a place or a date can be filled in; an empty sentence takes it back."""
        self._place_field.show_sentence(sentence)

    def _fill(self, written: Written) -> None:
        self._whose.set_chosen(written.whose.value)
        self._words.fill(written.words)
        self._place.fill(written.place)
        self._has_day.set_on(written.day is not None)
        if written.day is not None:
            self._day.fill(written.day)
        self._yearly.set_on(written.is_yearly)
        if written.heard_on is not None:
            self._heard.fill(written.heard_on)
        self._show_parts()

    def _show_parts(self) -> None:
        whose = HardFor(self._whose.chosen or HardFor.ME)
        self._explained.set_text(self._content.kinds[whose].explained.said_to(self._voice))
        self._heard_field.setVisible(whose is not HardFor.ME)
        self._day.setVisible(self._has_day.is_on)
        self._yearly.setVisible(self._has_day.is_on)

    def _on_whose_chosen(self, _value: str) -> None:
        self._show_parts()
        self._on_edited()

    def _on_day_switched(self, _is_on: bool) -> None:
        self._show_parts()
        self._on_edited()

    def _on_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
