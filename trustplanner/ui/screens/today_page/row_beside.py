"""What stands below a row, besides its answer: repeated misses and their ways out, a repair, the smallest version."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import Voice
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.row_beside_state import Beside

_ICON = 16
_LINK_GAP = 18


class RowWish(StrEnum):
    """What a person wants from what stands below a row."""

    SMALLER = "smaller"
    TAKE = "take"
    LEAVE = "leave"
    HARD = "hard"
    NOT_HARD = "not_hard"


class RowBeside(QWidget):
    """`wished` carries a `RowWish`."""

    wished = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._dates = DateWords()
        theme = workspace.theme
        words, often = workspace.catalogue.sureness(), workspace.catalogue.miss_steps().repeated
        self._repair = QWidget()
        self._repaired = TextLabel(theme, "", "small", "ink_2")
        repair = row(self._repair, spacing=6)
        repair.addWidget(Icon(theme, "check", "ink_3", _ICON, beside="small"), 0, Qt.AlignmentFlag.AlignTop)
        repair.addWidget(self._repaired, 1)
        self._smallest = TextLabel(theme, "", "small", "ink")
        self._hard = self._link(RowWish.HARD, words.hard_link)
        self._not_hard = self._link(RowWish.NOT_HARD, words.hard_back)
        self._often = QWidget()
        self._often_words = TextLabel(theme, "", "small", "ink_2")
        self._take = self._link(RowWish.TAKE, "")
        ways = WrappingRow(gap=_LINK_GAP, line_gap=0)
        for link in (self._link(RowWish.SMALLER, often.smaller), self._take, self._link(RowWish.LEAVE, often.leave)):
            ways.addWidget(link)
        lines = column(self._often)
        lines.addWidget(self._often_words)
        lines.addLayout(ways)
        layout = column(self, spacing=2)
        for part in (self._repair, self._smallest, self._hard, self._not_hard, self._often):
            if isinstance(part, Button):
                layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                layout.addWidget(part)

    def show_beside(self, beside: Beside, promise: str, voice: Voice) -> None:
        """Show what is so now; `promise` says to a voice which row a link belongs to."""
        words, often = self._workspace.catalogue.sureness(), self._workspace.catalogue.miss_steps()
        self._repair.setVisible(beside.repaired_on is not None)
        if beside.repaired_on is not None:
            day = self._dates.short(beside.repaired_on, self._workspace.today)
            self._repaired.set_text(often.after.repaired.said(date=day))
        self._smallest.setVisible(bool(beside.smallest))
        smallest = words.hard_line if beside.says_rule else words.smallest_beside
        self._smallest.set_text(smallest.said(words=beside.smallest.rstrip(" .")))
        self._hard.setVisible(beside.may_be_hard)
        self._not_hard.setVisible(beside.is_said_hard)
        self._often.setVisible(beside.often is not None)
        if beside.often is not None:
            missed, due = beside.often.missed, beside.often.due
            self._often_words.set_text(often.repeated.often.said_to(voice, n=missed, most=due))
            self._take.set_words(often.repeated.take.said_to(voice))
        for link in self.findChildren(Button):
            link.setAccessibleDescription(promise)

    def _link(self, wish: RowWish, words: str) -> Button:
        link = Button(self._workspace.theme, words, Kind.LINK, name=f"today_{wish.value}_button")
        link.clicked.connect(lambda: self.wished.emit(wish.value))
        return link
