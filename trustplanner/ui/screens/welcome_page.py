"""The first page of a first start: what this is not, before what it is. Both ways on weigh the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.front_page import FrontPage
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.passages import passage
from trustplanner.ui.kit.theme import Theme

LIMIT_GAP = 26
LEVEL_WITH_LEAD = 58  # where the rail begins beside the main column


class WelcomePage(FrontPage):
    """Says the limits first. Neither way on is the expected one, so neither is primary."""

    go_on_requested = Signal()
    other_file_requested = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="welcome", parent=parent)
        self._words = catalogue.welcome()
        self.main.addWidget(TextLabel(theme, self._words.title, "title"))
        self.main.addSpacing(10)
        self.main.addWidget(TextLabel(theme, self._words.lead, "heading"))
        for limit in self._words.limits:
            self.main.addSpacing(LIMIT_GAP)
            self.main.addLayout(passage(theme, limit.title, (limit.text,)))
        self.main.addSpacing(40)
        self.add_ways_on(self._both_ways())
        self.main.addSpacing(16)
        self.main.addLayout(self._other_file())
        self._fill_rail()

    def _both_ways(self) -> WrappingRow:
        ways = WrappingRow(gap=10)
        self._go_on = Button(self.theme, self._words.go_on, Kind.NORMAL, name="welcome_go_on_button")
        self._go_on.clicked.connect(self.go_on_requested)
        not_for_me = Button(self.theme, self._words.not_for_me, Kind.NORMAL, name="welcome_not_for_me_button")
        not_for_me.clicked.connect(self.help_requested)
        ways.addWidget(self._go_on)
        ways.addWidget(not_for_me)
        self.setFocusProxy(self._go_on)
        return ways

    def _other_file(self) -> QHBoxLayout:
        other = Button(self.theme, self.tr("Open a file you already have"), Kind.LINK, name="welcome_other_file_button")
        other.clicked.connect(self.other_file_requested)
        line = row()
        line.addWidget(other)
        line.addStretch(1)
        return line

    def _fill_rail(self) -> None:
        theme, always = self.theme, self._words.always
        self.rail.addSpacing(LEVEL_WITH_LEAD)
        self.rail.addWidget(TextLabel(theme, self._words.always_title, "label", "ink_2"))
        self.rail.addSpacing(12)
        lines = column(spacing=14)
        for icon, words in (
            ("lock", always.lock),
            ("life-buoy", always.talk),
            ("skip-forward", always.skip),
            ("undo-2", always.undo),
        ):
            line = row(spacing=12)
            line.addLayout(_at_top(Icon(theme, icon, "accent", beside="control")))
            line.addWidget(TextLabel(theme, words, "control"), 1)
            lines.addLayout(line)
        self.rail.addLayout(lines)
        self.rail.addSpacing(32)
        self.rail.addWidget(Hairline(theme))
        self.rail.addSpacing(20)
        self.rail.addWidget(TextLabel(theme, self._words.never_title, "label", "ink_2"))
        self.rail.addSpacing(10)
        self.rail.addWidget(TextLabel(theme, self._words.never, "aside"))


def _at_top(icon: Icon) -> QHBoxLayout:
    """An icon level with the first line of the words beside it."""
    lane = row()
    above = column()
    above.addWidget(icon)
    above.addStretch(1)
    lane.addLayout(above)
    return lane
