"""When it is due: one of six shapes with its days, numbers and dates, and a time of day if it has one."""

from dataclasses import replace
from datetime import date, time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.schedules import LONGEST_MONTH, MOST_EVERY, MOST_TIMES, Shape, Unit
from trustplanner.ui.kit.choice_fields import ComboField, DateField, TimeField
from trustplanner.ui.kit.dates import clock_time
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.fields import NoticeLine, set_needs_look
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.number_field import NumberField
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_page.typed import MINUTES_AN_HOUR, Typed

_LABEL_GAP: Final = 6
_LINE_GAP: Final = 8


class ScheduleFields(QWidget):
    """The fields of the shape that is chosen; those of the others keep what was typed in them.

    `edited` follows every change by a person.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._label = TextLabel(theme, self.tr("When"), "label", "ink_2")
        self._shape_combo = ComboField(theme, name="commitment_shape_combo")
        self._shape_combo.setAccessibleName(self.tr("How often"))
        self._shape_combo.set_choices(self._shapes())
        self._days_chips = DayChips(theme, name="commitment_days_chips", label=self.tr("On which days"))
        self._every_field = NumberField(theme, name="commitment_every_field")
        self._every_unit_combo = ComboField(theme, name="commitment_every_unit_combo")
        self._anchor_field = DateField(theme, name="commitment_anchor_field")
        self._times_field = NumberField(theme, name="commitment_times_field")
        self._times_unit_combo = ComboField(theme, name="commitment_times_unit_combo")
        self._month_day_field = NumberField(theme, name="commitment_month_day_field")
        self._once_field = DateField(theme, name="commitment_once_field")
        self._time_switch = Switch(theme, self.tr("At a set time"), name="commitment_time_switch", is_track_first=True)
        self._time_field = TimeField(theme, name="commitment_time_field")
        self._time_field.setAccessibleName(self.tr("Time of day"))
        self._notice = NoticeLine(theme)
        self._next = TextLabel(theme, "", "small")
        self._counts_from = TextLabel(theme, "", "small", "ink_2")
        self._parts = self._make_parts()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._shape_combo)

    def _shapes(self) -> list[tuple[object, str]]:
        return [
            (Shape.DAILY, self.tr("Every day")),
            (Shape.WEEKDAYS, self.tr("On chosen weekdays")),
            (Shape.EVERY, self.tr("Every few days or weeks")),
            (Shape.TIMES, self.tr("Several times a week or month")),
            (Shape.MONTH_DAY, self.tr("On a day of the month")),
            (Shape.ONCE, self.tr("Once, by a date")),
        ]

    def _make_parts(self) -> dict[Shape, QWidget]:
        """What belongs to each shape, in one line of words and fields."""
        self._every_unit_combo.set_choices([(Unit.DAY, self.tr("days")), (Unit.WEEK, self.tr("weeks"))])
        self._times_unit_combo.set_choices([(Unit.WEEK, self.tr("week")), (Unit.MONTH, self.tr("month"))])
        self._month_day_field.set_limits(1, LONGEST_MONTH)
        for field, words in (
            (self._every_field, self.tr("Every how many")),
            (self._every_unit_combo, self.tr("Days or weeks")),
            (self._anchor_field, self.tr("First on")),
            (self._times_field, self.tr("How many times")),
            (self._times_unit_combo, self.tr("A week or a month")),
            (self._month_day_field, self.tr("Day of the month")),
            (self._once_field, self.tr("By")),
        ):
            field.setAccessibleName(words)
        return {
            Shape.WEEKDAYS: self._line(self._days_chips),
            Shape.EVERY: self._line(
                self.tr("Every"), self._every_field, self._every_unit_combo, self.tr("from"), self._anchor_field
            ),
            Shape.TIMES: self._line(self._times_field, self.tr("times a"), self._times_unit_combo),
            Shape.MONTH_DAY: self._line(
                self.tr("On day"), self._month_day_field, self.tr("or on the last day of a shorter month")
            ),
            Shape.ONCE: self._line(self.tr("By"), self._once_field),
        }

    def _line(self, *parts: str | QWidget) -> QWidget:
        holder = QWidget()
        layout = WrappingRow(holder, gap=8, line_gap=_LINE_GAP)
        layout.setContentsMargins(0, _LINE_GAP, 0, 0)
        for part in parts:
            layout.addWidget(TextLabel(self.theme, part, "control") if isinstance(part, str) else part)
        return holder

    def _lay_out(self) -> None:
        first = QWidget()
        how_often = WrappingRow(first, gap=16, line_gap=_LINE_GAP)
        for field in (self._shape_combo, self._time_switch, self._time_field):
            how_often.addWidget(field)
        layout = column(self)
        layout.addWidget(self._label)
        layout.addSpacing(_LABEL_GAP)
        layout.addWidget(first)
        for part in self._parts.values():
            layout.addWidget(part)
        layout.addWidget(self._notice)
        layout.addSpacing(_LINE_GAP)
        layout.addWidget(self._next)
        layout.addWidget(self._counts_from)

    def _connect(self) -> None:
        self._shape_combo.chosen.connect(self._on_shape_chosen)
        self._days_chips.days_chosen.connect(self._on_anything_edited)
        for number in (self._every_field, self._times_field, self._month_day_field):
            number.edited.connect(self._on_anything_edited)
        for unit in (self._every_unit_combo, self._times_unit_combo):
            unit.chosen.connect(self._on_unit_chosen)
        for day in (self._anchor_field, self._once_field):
            day.edited.connect(self._on_anything_edited)
        self._time_switch.switched.connect(self._on_time_switched)
        self._time_field.edited.connect(self._on_anything_edited)

    # --- what is in the fields

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._shape_combo.fill(Shape(typed.shape))
        self._days_chips.set_days(map(int, typed.weekdays))
        self._every_unit_combo.fill(Unit(typed.every_unit))
        self._times_unit_combo.fill(Unit(typed.times_unit))
        self._limit_numbers()
        self._every_field.fill(typed.every)
        self._times_field.fill(typed.times)
        self._month_day_field.fill(typed.month_day)
        for field, day in ((self._anchor_field, typed.anchor), (self._once_field, typed.once)):
            field.set_limits(EARLIEST_DAY, LATEST_DAY)
            field.fill(date.fromisoformat(day))
        self._time_switch.set_on(typed.has_time)
        self._time_field.fill(time.fromisoformat(clock_time(typed.at_minute)))
        self._show_what_is_chosen(is_event=typed.is_event)
        self.show_sentence("")

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        for field in (self._anchor_field, self._once_field, self._time_field):
            field.interpretText()
        moment = self._time_field.moment()
        return replace(
            typed,
            shape=self._shape().value,
            weekdays="".join(map(str, sorted(self._days_chips.days))),
            every=self._every_field.number(),
            every_unit=str(self._every_unit_combo.code()),
            anchor=self._anchor_field.day().isoformat(),
            times=self._times_field.number(),
            times_unit=str(self._times_unit_combo.code()),
            month_day=self._month_day_field.number(),
            once=self._once_field.day().isoformat(),
            has_time=self._time_switch.is_on,
            at_minute=moment.hour * MINUTES_AN_HOUR + moment.minute,
        )

    def show_event(self, *, is_event: bool) -> None:
        """A promise for an occasion is asked about every day; there is nothing to choose."""
        if is_event:
            self._shape_combo.fill(Shape.DAILY)
        self._show_what_is_chosen(is_event=is_event)

    def show_coming(self, coming: str, counts_from: str) -> None:
        """Say the next days on which it is due, and from when it counts if that is not plain."""
        self._next.set_text([Run(self.tr("Next five:"), "ink_3"), Run(f"  {coming}")] if coming else "")
        self._next.setVisible(bool(coming))
        self._counts_from.set_text(counts_from)
        self._counts_from.setVisible(bool(counts_from))

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with it; an empty sentence takes it back."""
        self._notice.show_sentence(sentence)
        set_needs_look(self._days_chips, bool(sentence) and self._shape() is Shape.WEEKDAYS)

    def _shape(self) -> Shape:
        return Shape(str(self._shape_combo.code()))

    def _show_what_is_chosen(self, *, is_event: bool) -> None:
        self._label.set_text(self.tr("Asked about") if is_event else self.tr("When"))
        self._shape_combo.setEnabled(not is_event)
        for shape, part in self._parts.items():
            part.setVisible(shape is self._shape())
        self._time_field.setVisible(self._time_switch.is_on)

    def _limit_numbers(self) -> None:
        self._every_field.set_limits(1, MOST_EVERY[Unit(str(self._every_unit_combo.code()))])
        self._times_field.set_limits(1, MOST_TIMES[Unit(str(self._times_unit_combo.code()))])

    # --- what a person does

    def _on_shape_chosen(self) -> None:
        self._show_what_is_chosen(is_event=False)
        self._on_anything_edited()

    def _on_unit_chosen(self) -> None:
        self._limit_numbers()
        self._on_anything_edited()

    def _on_time_switched(self) -> None:
        self._time_field.setVisible(self._time_switch.is_on)
        self._on_anything_edited()

    def _on_anything_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()
