"""What could be kept of a commitment on the worst day of a month: all of it, its smallest version, or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.sureness import SurenessWords
from trustplanner.domain.sureness import SURE_ENOUGH, WorstDay
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme


class WorstDayField(QWidget):
    """`day_chosen` carries a `WorstDay`."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, words: SurenessWords, *, name: str) -> None:
        super().__init__()
        options = [SegmentOption(day.value, words.worst_days[day]) for day in WorstDay]
        self._segment = SegmentedControl(theme, options, name=name, label=words.worst_title)
        column(self).addWidget(LabelledField(theme, words.worst_title, self._segment))
        self._segment.option_chosen.connect(lambda code: self.day_chosen.emit(WorstDay(code)))
        self.setFocusProxy(self._segment)

    @property
    def day(self) -> WorstDay | None:
        """What is chosen."""
        return None if self._segment.chosen is None else WorstDay(self._segment.chosen)

    def show_day(self, day: WorstDay | None) -> None:
        """Show what is chosen, without any signal."""
        self._segment.set_chosen(None if day is None else day.value)


def is_unsure(sureness: int | None, worst_day: WorstDay | None) -> bool:
    """Whether a smaller promise would be a surer one; it is asked, never forced."""
    return (sureness is not None and sureness < SURE_ENOUGH) or worst_day is WorstDay.NOTHING
