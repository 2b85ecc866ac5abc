"""When a talk is, if that is agreed, and how long it may last."""

from datetime import date, time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.conversations import PlanWords
from trustplanner.content.texts import Voice
from trustplanner.domain.conversations import LONGEST_TALK, SHORTEST_TALK
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.ui.kit.choice_fields import DateField, TimeField
from trustplanner.ui.kit.dates import clock_time
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.number_field import NumberField
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme

FIRST_LENGTH: Final = 30  # minutes
FIRST_TIME: Final = 19 * 60
MINUTES_AN_HOUR: Final = 60
_GAP = 16


class WhenFields(QWidget):
    """A day only once one is agreed, a time of it, and the limit that both keep to. `edited` follows each change."""

    edited = Signal()

    def __init__(self, theme: Theme, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._today = date.min
        self._day_switch = Switch(theme, words.day_switch, name="talk_day_switch")
        self._day_field = DateField(theme, name="talk_day_field")
        self._day_field.setAccessibleName(self.tr("Day"))
        self._day_field.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._day_note = TextLabel(theme, "", "small", "ink_2")
        self._time_switch = Switch(theme, self.tr("At a set time"), name="talk_time_switch")
        self._time_field = TimeField(theme, name="talk_time_field")
        self._time_field.setAccessibleName(self.tr("Time"))
        self._limit_switch = Switch(theme, words.limit_switch, name="talk_limit_switch")
        self._limit_field = NumberField(theme, name="talk_limit_field")
        self._limit_field.setAccessibleName(self.tr("Minutes"))
        self._limit_field.set_limits(SHORTEST_TALK, LONGEST_TALK)
        self._lay_out(theme)
        for switch, field in (
            (self._day_switch, self._day_field),
            (self._time_switch, self._time_field),
            (self._limit_switch, self._limit_field),
        ):
            switch.switched.connect(self._on_switched)
            field.edited.connect(self.edited)
        self.fill(None, None, None)

    def _lay_out(self, theme: Theme) -> None:
        self._time_row = QWidget()
        layout = column(self)
        for gap, fields in (
            (0, (self._day_switch, self._day_field)),
            (10, (self._time_switch, self._time_field)),
        ):
            layout.addSpacing(gap)
            holder = self._time_row if fields[0] is self._time_switch else QWidget()
            line = WrappingRow(holder, gap=_GAP)
            for field in fields:
                line.addWidget(field)
            layout.addWidget(holder)
        layout.addSpacing(4)
        layout.addWidget(self._day_note)
        layout.addSpacing(18)
        limit = WrappingRow(gap=_GAP)
        limit.addWidget(self._limit_switch)
        limit.addWidget(self._limit_field)
        layout.addLayout(limit)
        layout.addSpacing(4)
        layout.addWidget(TextLabel(theme, self._words.limit_note, "small", "ink_2"))

    # --- what is in the fields

    def say_to(self, voice: Voice, today: date) -> None:
        """Whose yes a day needs."""
        self._today = today
        self._day_note.set_text(self._words.day_note.said_to(voice))

    def fill(self, day: date | None, at_minute: int | None, minutes: int | None) -> None:
        """Show what is agreed."""
        self._day_switch.set_on(day is not None)
        self._time_switch.set_on(at_minute is not None)
        self._limit_switch.set_on(minutes is not None)
        if day is not None:
            self._day_field.fill(day)
        self._time_field.fill(time.fromisoformat(clock_time(FIRST_TIME if at_minute is None else at_minute)))
        self._limit_field.fill(FIRST_LENGTH if minutes is None else minutes)
        self._show_fields()

    def day(self) -> date | None:
        """The day that is agreed."""
        if not self._day_switch.is_on:
            return None
        self._day_field.interpretText()
        return self._day_field.day()

    def at_minute(self) -> int | None:
        """Minutes from midnight, None without a day or a set time."""
        if not (self._day_switch.is_on and self._time_switch.is_on):
            return None
        self._time_field.interpretText()
        moment = self._time_field.moment()
        return moment.hour * MINUTES_AN_HOUR + moment.minute

    def minutes(self) -> int | None:
        """The limit, None without one."""
        return self._limit_field.number() if self._limit_switch.is_on else None

    def _on_switched(self, is_on: bool) -> None:
        if self.sender() is self._day_switch and is_on:
            self._day_field.fill(self._today)
        self._show_fields()
        self.edited.emit()

    def _show_fields(self) -> None:
        has_day = self._day_switch.is_on
        self._day_field.setVisible(has_day)
        self._day_note.setVisible(not has_day)
        self._time_row.setVisible(has_day)
        self._time_field.setVisible(self._time_switch.is_on)
        self._limit_field.setVisible(self._limit_switch.is_on)
