"""The calendar of the record: months with their ways to earlier and later ones, the day in words, and the signs."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustplanner.domain.items import Outcome
from trustplanner.domain.record_calendar import CalendarDay, RecordCalendar
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.record_cell import paint_cell
from trustplanner.ui.kit.record_months import RecordMonths
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_record_page.section import Section

_SIGN: Final = 14
_SIGN_GAP: Final = 6
_LEGEND_GAP: Final = 14


class CalendarSection(Section):
    """`day_chosen` carries the day that is to be opened."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, help_words: str, period_words: str) -> None:
        super().__init__(theme, "")
        self._periods = TextLabel(theme, period_words, "caption", "ink_3")
        self.title.set_text(self.tr("Day by day"))
        self.months = RecordMonths(theme, name="record_months")
        self._earlier = Button(theme, self.tr("Earlier months"), Kind.LINK, name="record_earlier_button")
        self._later = Button(theme, self.tr("Later months"), Kind.LINK, name="record_later_button")
        self._day = TextLabel(theme, "", "control")
        self._day.setObjectName("record_day_label")
        self._legend = WrappingRow(gap=_LEGEND_GAP, line_gap=4)
        self._indent = QWidget()  # what is said of the cells stands on their line
        theme.changed.connect(self._indent_as_the_cells)
        self._lay_out(help_words)
        self._connect()

    def _lay_out(self, help_words: str) -> None:
        links = WrappingRow(gap=18, line_gap=0)
        links.addWidget(self._earlier)
        links.addWidget(self._later)
        self.body.addLayout(links)
        self.body.addSpacing(6)
        holder = row()  # the months stand where lines begin, however wide the column
        holder.addWidget(self.months, 1)
        self.body.addLayout(holder)
        self.body.addSpacing(8)
        indented = row()
        indented.addWidget(self._indent)
        indented.addLayout(self._below(help_words), 1)
        self.body.addLayout(indented)
        self._indent_as_the_cells()

    def _below(self, help_words: str) -> QVBoxLayout:
        below = column()
        below.addWidget(self._day)
        below.addSpacing(10)
        below.addLayout(self._legend)
        for sign in self._signs():
            self._legend.addWidget(sign)
        below.addSpacing(6)
        below.addWidget(self._periods)
        below.addWidget(TextLabel(self.theme, help_words, "caption", "ink_3"))
        return below

    def _indent_as_the_cells(self) -> None:
        self._indent.setFixedWidth(self.months.indent)

    def _signs(self) -> list[QWidget]:
        named = (
            (Outcome.KEPT, False, self.tr("Kept")),
            (Outcome.PARTLY, False, self.tr("Partly")),
            (Outcome.MISSED, False, self.tr("Missed")),
            (Outcome.UNANSWERED, False, self.tr("Not answered")),
            (Outcome.NOT_APPLICABLE, False, self.tr("Not applicable")),
            (Outcome.OPEN, False, self.tr("Still open")),
            (Outcome.KEPT, True, self.tr("Written late")),
            (None, False, self.tr("Paused")),
        )
        return [LegendSign(self.theme, outcome, words, is_late=late) for outcome, late, words in named]

    def _connect(self) -> None:
        self._earlier.clicked.connect(lambda: self.months.go_months(-1))
        self._later.clicked.connect(lambda: self.months.go_months(1))
        self.months.day_chosen.connect(self.day_chosen)
        self.months.day_looked_at.connect(self._on_day_looked_at)
        self.months.months_changed.connect(self._show_ways)
        for keys, step in (("Alt+PgUp", -1), ("Alt+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self.months.go_months(step))

    def show_calendar(
        self, calendar: RecordCalendar, say: Callable[[CalendarDay], str], title: str, *, keeps_place: bool
    ) -> None:
        """Show the days of one commitment."""
        self.months.setAccessibleName(self.tr("Calendar of “{title}”").format(title=title))
        self._periods.setVisible(calendar.has_periods)
        self.months.show_calendar(calendar, say, keeps_place=keeps_place)
        self._show_ways()

    def _show_ways(self) -> None:
        """A way that leads nowhere keeps its place, so that the months do not move."""
        self._earlier.setEnabled(self.months.has_earlier)
        self._later.setEnabled(self.months.has_later)

    def _on_day_looked_at(self, day: date) -> None:
        self._day.set_text(self.months.words_of(day))


class LegendSign(QWidget):
    """One sign of the calendar with its word."""

    def __init__(self, theme: Theme, outcome: Outcome | None, words: str, *, is_late: bool = False) -> None:
        super().__init__()
        layout = row(self, spacing=_SIGN_GAP)
        layout.addWidget(_Sign(theme, outcome, is_late=is_late), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(TextLabel(theme, words, "caption", "ink_2"))


class _Sign(QWidget):
    """A cell; without an outcome the shade of a paused day."""

    def __init__(self, theme: Theme, outcome: Outcome | None, *, is_late: bool) -> None:
        super().__init__()
        self.theme = theme
        self._outcome = outcome
        self._is_late = is_late
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """One cell."""
        side = self.theme.px(_SIGN)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cell or the shade."""
        painter = QPainter(self)
        if self._outcome is None:
            painter.fillRect(self.rect(), self.theme.color("shade"))
            return
        paint_cell(painter, QRectF(self.rect()), self._outcome, self.theme, is_late=self._is_late)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
