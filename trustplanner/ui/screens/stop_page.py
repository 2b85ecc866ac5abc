"""Shown instead of the planner when it is stopped. It never says which answer stopped it."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Topic
from trustplanner.domain.plans import may_lift
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.helpline_list import HelplineList
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.put_first import SaidParagraphs
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace

GROUP_GAP = 28
BEFORE_NUMBERS = 1  # paragraph; whoever is in danger has no time for more


class StopPage(Page):
    """Help, a copy, deleting, and answering again from the next day on; nothing else."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PLAN, Topic.SAFETY})
    is_for_help: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, device: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("stop_page")
        theme = workspace.theme
        self._words = workspace.catalogue.safety()
        stop = self._words.stop
        self._support = SaidParagraphs(theme, self._words.support_first.paragraphs)
        self._first = SaidParagraphs(theme, stop.paragraphs[:BEFORE_NUMBERS])
        self._more = SaidParagraphs(theme, stop.paragraphs[BEFORE_NUMBERS:])
        self._numbers = HelplineList(theme, workspace.catalogue, device, name="stop")
        self._too_soon = TextLabel(theme, self._words.lifting.too_soon, "small", "ink_2")
        self._again = self._way("again", self.tr("Answer the questions again"), "safety")
        self._page = ScrollPage(theme)
        main = self._page.main
        main.addWidget(TextLabel(theme, stop.title, "title"))
        for gap, part in (
            (14, self._support),
            (14, self._first),
            (GROUP_GAP, TextLabel(theme, stop.help_title, "heading")),
            (12, self._numbers),
            (GROUP_GAP, Hairline(theme)),
            (GROUP_GAP, self._more),
            (GROUP_GAP, Hairline(theme)),
        ):
            main.addSpacing(gap)
            main.addWidget(part)
        self._add_what_stays()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._numbers)

    def refresh(self) -> None:
        """Say the words, and whether the questions can be answered again today."""
        voice, last = self.workspace.voice, self.workspace.safety
        self._support.say_to(voice)
        self._support.setVisible(last is not None and last.support)
        self._first.say_to(voice)
        self._more.say_to(voice)
        self._numbers.refresh()
        is_too_soon = last is not None and not may_lift(last, self.workspace.today)
        self._again.setEnabled(not is_too_soon)
        self._too_soon.setVisible(is_too_soon)

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _add_what_stays(self) -> None:
        theme, main, words = self.workspace.theme, self._page.main, self._words
        main.addSpacing(GROUP_GAP)
        main.addWidget(TextLabel(theme, words.stop.still_here_title, "strong"))
        main.addSpacing(12)
        ways = WrappingRow()
        ways.addWidget(self._way("help", self.tr("Need to talk to someone now?"), "support"))
        ways.addWidget(self._way("export", self.tr("Save a copy"), "export"))
        ways.addWidget(self._way("delete", self.tr("Delete everything"), "delete"))
        main.addLayout(ways)
        main.addSpacing(GROUP_GAP)
        main.addWidget(TextLabel(theme, words.lifting.title, "strong"))
        for part in (words.lifting.lead, words.lifting.note):
            main.addSpacing(6)
            main.addWidget(TextLabel(theme, part, "body", "ink_2"))
        main.addSpacing(12)
        again = WrappingRow(gap=14)
        again.addWidget(self._again)
        main.addLayout(again)
        main.addSpacing(6)
        main.addWidget(self._too_soon)

    def _way(self, name: str, words: str, place: str) -> Button:
        """One of the ways on; all weigh the same."""
        button = Button(self.workspace.theme, words, Kind.NORMAL, name=f"stop_{name}_button")
        button.clicked.connect(lambda: self.go_requested.emit(Destination(place)))
        return button
