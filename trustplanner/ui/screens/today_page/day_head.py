"""The head of the page: the day, one quiet line, what comes next in what has begun, and the way to the days around."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.hard_days import HardDaysWords
from trustplanner.content.texts import Voice
from trustplanner.domain.evening import WalkKind
from trustplanner.domain.hard_days import HardDay
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hard_day_dot import HardDayDot, HardDayLines
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.today_page.day_state import DayState
from trustplanner.ui.screens.today_page.day_words import DayWords
from trustplanner.ui.screens.today_page.notices import NextLine, Notice, NoticeColumn

GAP = 20
BELOW_TITLE = 4
ABOVE_NEXT, BETWEEN_NEXT = 10, 2


class DayHead(QWidget):
    """`day_requested` carries -1 for the day before, 1 for the day after and 0 for today.

    `walk_requested` asks for the walk through the evening or the morning.
    """

    day_requested = Signal(int)
    walk_requested = Signal()

    def __init__(self, theme: Theme, words: DayWords) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self._hard_ids: list[str] = []
        self._title = TextLabel(theme, role="title")
        self._line = TextLabel(theme, role="body", color="ink_2")
        self._before = self._link("chevron-left", "day_before", -1)
        self._after = Button(theme, "", Kind.LINK, end_icon="chevron-right", name="today_day_after_button")
        self._after.clicked.connect(lambda: self.day_requested.emit(1))
        self._today = self._link("calendar", "back_to_today", 0)
        self._today.set_words(self.tr("Today"))
        self._walk = Button(theme, "", Kind.LINK, name="today_walk_button")
        self._walk.setToolTip(self.tr("One thing at a time: Ctrl+E"))
        self._walk.clicked.connect(self.walk_requested)
        self._dot = HardDayDot(theme, "today_hard_day_button")
        self._dot.activated.connect(self._on_dot_activated)
        self._hard_lines = HardDayLines(theme)
        self._hard_lines.hide()
        self._next = NoticeColumn(theme, NextLine, spacing=BETWEEN_NEXT, above=ABOVE_NEXT)
        days = QWidget()
        links = WrappingRow(days, gap=GAP, line_gap=0)
        for link in (self._before, self._after, self._today, self._walk):
            links.addWidget(link)
        top = QWidget()
        beside = WrappingRow(top, gap=GAP, line_gap=0)
        beside.addWidget(self._title)
        beside.addWidget(self._dot)
        beside.addWidget(days)
        layout = column(self)
        layout.addWidget(top)
        layout.addSpacing(BELOW_TITLE)
        layout.addWidget(self._line)
        layout.addWidget(self._hard_lines)
        layout.addWidget(self._next.widget)

    def show_state(self, state: DayState) -> None:
        """Show which day it is, and how far it is answered."""
        day, today = state.view.day, state.view.today
        self._title.set_text(self._words.title(day))
        self._line.set_text(self._words.quiet_line(state))
        self._show_link(self._before, self._words.neighbour(day, -1), self.tr("The day before, {day}"))
        self._show_link(self._after, self._words.neighbour(day, 1), self.tr("The day after, {day}"))
        self._after.setVisible(day < today)
        self._today.setVisible(day < today)

    def show_hard_days(self, found: Sequence[HardDay], words: HardDaysWords, voice: Voice) -> None:
        """The dot on a hard day; its words stay closed until they are asked for, and close with the day."""
        if [each.id for each in found] != self._hard_ids:
            self._hard_ids = [each.id for each in found]
            self._hard_lines.hide()
        self._dot.show_days(found, words, voice)
        self._hard_lines.show_days(found, words, voice)

    def show_next(self, notices: Sequence[Notice]) -> bool:
        """Say what comes next, where it is seen at once; returns whether a line came or went."""
        return self._next.show_notices(notices)

    def _on_dot_activated(self) -> None:
        self._hard_lines.setVisible(self._hard_lines.isHidden())

    def show_walk(self, kind: WalkKind | None) -> None:
        """Offer the walk of this time of day, or none."""
        is_morning = kind is WalkKind.MORNING
        words = self.tr("Walk through the morning") if is_morning else self.tr("Walk through the evening")
        self._walk.set_words(words)
        self._walk.setVisible(kind is not None)

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
