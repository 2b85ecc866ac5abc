"""A day with its time that may not be there: a button brings it, a link takes it away."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField, TimeField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme

_MINUTES_AN_HOUR = 60


class MomentFields(QWidget):
    """`wanted` asks for a first moment; `chosen` carries the day and the minute; `removed` says there is none."""

    wanted = Signal()
    chosen = Signal(object, object)
    removed = Signal()

    def __init__(self, theme: Theme, *, label: str, bring: str, take_away: str, name: str) -> None:
        super().__init__()
        self._button = Button(theme, bring, Kind.NORMAL, name=f"{name}_button")
        self._day_field = DateField(theme, name=f"{name}_day_field")
        self._day_field.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._time_field = TimeField(theme, name=f"{name}_time_field")
        self._remove = Button(theme, take_away, Kind.LINK, name=f"{name}_remove_button")
        fields = WrappingRow(gap=12, line_gap=6)
        for field in (self._day_field, self._time_field, self._remove):
            fields.addWidget(field)
        holder = QWidget()
        column(holder).addLayout(fields)
        self._labelled = LabelledField(theme, label, holder)
        self._day_field.setAccessibleName(self.tr("{label}: day").format(label=label))
        self._time_field.setAccessibleName(self.tr("{label}: time").format(label=label))
        layout = column(self)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._labelled)
        self._button.clicked.connect(self.wanted)
        self._remove.clicked.connect(self.removed)
        self._day_field.edited.connect(self._on_edited)
        self._time_field.edited.connect(self._on_edited)

    def describe(self, words: str) -> None:
        """Which of several such fields this is, for a voice."""
        for part in (self._button, self._remove):
            part.setAccessibleDescription(words)

    def show_moment(self, day: date | None, minute: int | None) -> None:
        """Show a moment, or the button that asks for one."""
        self._button.setVisible(day is None)
        self._labelled.setVisible(day is not None)
        if day is not None:
            self._day_field.fill(day)
        self._time_field.fill(_time(minute or 0))

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with the moment; an empty sentence takes it back."""
        self._labelled.show_sentence(sentence)

    def focus_fields(self) -> None:
        """Go to the day."""
        self._day_field.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_button(self) -> None:
        """Go back to the button."""
        self._button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        moment = self._time_field.moment()
        self.chosen.emit(self._day_field.day(), moment.hour * _MINUTES_AN_HOUR + moment.minute)


def suggested(now: datetime) -> tuple[date, int]:
    """When the next thing is done, to begin with: at the next full hour but one."""
    hour = (now + timedelta(hours=2)).replace(minute=0)
    return hour.date(), hour.hour * _MINUTES_AN_HOUR


def minute_of(now: datetime) -> int:
    """Minutes from midnight."""
    return now.hour * _MINUTES_AN_HOUR + now.minute


def _time(minute: int) -> time:
    return time(*divmod(minute, _MINUTES_AN_HOUR))
