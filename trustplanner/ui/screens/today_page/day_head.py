"""The head of the page: the day, one quiet line, and the quiet way to the days around it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.today_page.day_state import DayState
from trustplanner.ui.screens.today_page.day_words import DayWords

GAP = 20
BELOW_TITLE = 4


class DayHead(QWidget):
    """`day_requested` carries -1 for the day before, 1 for the day after and 0 for today."""

    day_requested = Signal(int)

    def __init__(self, theme: Theme, words: DayWords) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self._title = TextLabel(theme, role="title")
        self._line = TextLabel(theme, role="body", color="ink_2")
        self._before = self._link("chevron-left", "day_before", -1)
        self._after = Button(theme, "", Kind.LINK, end_icon="chevron-right", name="today_day_after_button")
        self._after.clicked.connect(lambda: self.day_requested.emit(1))
        self._today = self._link("calendar", "back_to_today", 0)
        self._today.set_words(self.tr("Today"))
        days = QWidget()
        links = WrappingRow(days, gap=GAP, line_gap=0)
        for link in (self._before, self._after, self._today):
            links.addWidget(link)
        top = QWidget()
        beside = WrappingRow(top, gap=GAP, line_gap=0)
        beside.addWidget(self._title)
        beside.addWidget(days)
        layout = column(self)
        layout.addWidget(top)
        layout.addSpacing(BELOW_TITLE)
        layout.addWidget(self._line)

    def show_state(self, state: DayState) -> None:
        """Show which day it is, and how far it is answered."""
        day, today = state.view.day, state.view.today
        self._title.set_text(self._words.title(day))
        self._line.set_text(self._words.quiet_line(state))
        self._show_link(self._before, self._words.neighbour(day, -1), self.tr("The day before, {day}"))
        self._show_link(self._after, self._words.neighbour(day, 1), self.tr("The day after, {day}"))
        self._after.setVisible(day < today)
        self._today.setVisible(day < today)

    def line(self) -> str:
        """The quiet line."""
        return self._line.text()

    def title(self) -> str:
        """The day in words."""
        return self._title.text()

    def _link(self, icon: str, name: str, step: int) -> Button:
        link = Button(self._theme, "", Kind.LINK, icon=icon, name=f"today_{name}_button")
        link.clicked.connect(lambda: self.day_requested.emit(step))
        return link

    def _show_link(self, link: Button, day: str, spoken: str) -> None:
        link.set_words(day)
        link.setAccessibleName(spoken.format(day=day))
