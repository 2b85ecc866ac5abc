"""One window of reminders: whether it is on, from when, until when."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.reminders import Window
from trustplanner.ui.kit.choice_fields import TimeField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme

_MINUTES_A_DAY = 24 * 60


class ReminderWindow(QWidget):
    """`window_chosen` carries the window as the person wants it. Moving its beginning keeps its length."""

    window_chosen = Signal(object)

    def __init__(self, theme: Theme, words: str, name: str) -> None:
        super().__init__()
        self._window = Window(0, 0, is_on=False)
        self._switch = Switch(theme, words, name=f"{name}_switch", is_track_first=True)
        self._switch.switched.connect(self._on_switched)
        self._begins, self._ends = (
            TimeField(theme, name=f"{name}_from_field"),
            TimeField(theme, name=f"{name}_to_field"),
        )
        self._begins.edited.connect(self._on_begins_edited)
        self._ends.edited.connect(self._on_ends_edited)
        for field, said in ((self._begins, self.tr("from")), (self._ends, self.tr("until"))):
            field.setAccessibleName(f"{words}, {said}")
        self._times = QWidget()
        times = WrappingRow(self._times, gap=18)
        times.addWidget(LabelledField(theme, self.tr("From"), self._begins))
        times.addWidget(LabelledField(theme, self.tr("Until"), self._ends))
        layout = column(self, spacing=8)
        layout.addWidget(self._switch)
        layout.addWidget(self._times)

    def fill(self, window: Window) -> None:
        """Show what is kept."""
        self._window = window
        self._switch.set_on(window.is_on)
        self._begins.fill(_clock(window.begins))
        self._ends.fill(_clock(window.ends))
        self._times.setVisible(window.is_on)

    def _on_switched(self, is_on: bool) -> None:
        self.window_chosen.emit(Window(self._window.begins, self._window.ends, is_on=is_on))

    def _on_begins_edited(self, moment: time) -> None:
        begins = _minutes(moment)
        self.window_chosen.emit(Window(begins, (begins + self._window.length) % _MINUTES_A_DAY, is_on=True))

    def _on_ends_edited(self, moment: time) -> None:
        self.window_chosen.emit(Window(self._window.begins, _minutes(moment), is_on=True))


def _clock(minutes: int) -> time:
    return time(*divmod(minutes, 60))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
