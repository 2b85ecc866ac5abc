"""The line below a missed answer: how it came out, and one link to the next step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme

INDENT = 6
ICON = 18
WIDEST = 588  # as wide as the answers above


class FollowUpLine(QWidget):
    """An arrow, a mark if something is known, a sentence, and a link; `link_activated` asks for what it names."""

    link_activated = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        top = Qt.AlignmentFlag.AlignTop
        words = QWidget()
        inside = row(words, spacing=8)
        inside.setContentsMargins(INDENT, 0, 0, 0)
        self._mark_place = QWidget()
        self._mark = MarkRow(theme)
        column(self._mark_place).addWidget(self._mark)
        self._sentence = TextLabel(theme, role="control")
        inside.addWidget(Icon(theme, "corner-down-right", "ink_3", ICON, beside="control"), 0, top)
        inside.addWidget(self._mark_place, 0, top)
        inside.addWidget(self._sentence, 1)
        self.link = Button(theme, "", Kind.LINK, name="today_follow_up_button")
        self.link.clicked.connect(self.link_activated)
        layout = SpreadRow(self, gap=16, line_gap=2)
        layout.addWidget(words)
        layout.addWidget(self.link)
        theme.changed.connect(self._fit)
        self._fit()

    def show_miss(self, mark: str, runs: Sequence[Run], link: str) -> None:
        """Show how a miss came out; `mark` is empty while nothing is said."""
        self._mark.set_marks([mark] if mark else [], "")
        self._mark_place.setVisible(bool(mark))
        self._sentence.set_text(runs)
        self.link.set_words(link)
        self.link.setAccessibleDescription(self.sentence())

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def _fit(self) -> None:
        """The mark stands in the middle of the first line of the words."""
        self.setMaximumWidth(self.theme.px(WIDEST))
        spare = self.theme.line_height("control") - self._mark.sizeHint().height()
        self._mark_place.setContentsMargins(0, max(0, round(spare / 2)), 0, 0)
