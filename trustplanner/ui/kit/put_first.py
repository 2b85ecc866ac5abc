"""What comes before the planner while a private answer has switched it: support, and the ending and telling track."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.content.helplines import HelpFor
from trustplanner.content.texts import Text, Voice, all_said_to
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.helpline_list import HelplineList
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.scaled_width import ScaledWidth
from trustplanner.ui.kit.theme import Theme

FOR_A_CRISIS: Final = frozenset({HelpFor.EMERGENCY, HelpFor.CRISIS})
BEFORE_NUMBERS: Final = 1  # paragraph; nobody should have to scroll to a number
_GROUP_GAP, _STEP_GAP = 28, 18
_NUMBER_LANE = 30


class SaidParagraphs(QWidget):
    """Paragraphs that are said anew when a name, a pronoun or the contact changes."""

    def __init__(
        self, theme: Theme, texts: Sequence[Text], *, color: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._labels = [TextLabel(theme, "", "body", color) for _ in texts]
        layout = column(self, spacing=10)
        for label in self._labels:
            layout.addWidget(label)

    def say_to(self, voice: Voice) -> None:
        """Say them in these names and pronouns."""
        for label, words in zip(self._labels, all_said_to(self._texts, voice), strict=True):
            label.set_text(words)


class SupportFirst(QWidget):
    """People to talk to, before anything else; and the way on."""

    go_on_requested = Signal()

    def __init__(
        self, theme: Theme, catalogue: Catalogue, settings: DeviceSettings, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = catalogue.safety().support_first
        self._first = SaidParagraphs(theme, words.paragraphs[:BEFORE_NUMBERS])
        self._more = SaidParagraphs(theme, words.paragraphs[BEFORE_NUMBERS:])
        self._numbers = HelplineList(theme, catalogue, settings, name=f"{name}_support", kinds=FOR_A_CRISIS)
        go_on = Button(theme, words.go_on, Kind.NORMAL, name=f"{name}_support_go_on_button")
        go_on.clicked.connect(self.go_on_requested)
        layout = column(self)
        layout.addWidget(TextLabel(theme, words.title, "title"))
        layout.addSpacing(14)
        layout.addWidget(self._first)
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(self._numbers)
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(self._more)
        layout.addSpacing(_GROUP_GAP)
        self.ways = WrappingRow()
        self.ways.addWidget(go_on)
        layout.addLayout(self.ways)
        self.setFocusProxy(self._numbers)

    def show_to(self, voice: Voice) -> None:
        """Say the words, and read the list of numbers again."""
        self._first.say_to(voice)
        self._more.say_to(voice)
        self._numbers.refresh()


class EndingTrack(QWidget):
    """What comes first where something still goes on or is still hidden: five steps, with a counsellor."""

    go_on_requested = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = catalogue.safety().ending
        self._paragraphs = SaidParagraphs(theme, words.paragraphs)
        self._steps = [(step, TextLabel(theme, "", "body", "ink_2")) for step in words.steps]
        go_on = Button(theme, catalogue.safety().support_first.go_on, Kind.NORMAL, name=f"{name}_ending_go_on_button")
        go_on.clicked.connect(self.go_on_requested)
        layout = column(self)
        layout.addWidget(TextLabel(theme, words.title, "title"))
        layout.addSpacing(14)
        layout.addWidget(self._paragraphs)
        layout.addSpacing(_GROUP_GAP)
        for number, (step, label) in enumerate(self._steps, start=1):
            layout.addLayout(_numbered(theme, number, step.title, label))
            layout.addSpacing(_STEP_GAP)
        layout.addSpacing(_GROUP_GAP - _STEP_GAP)
        self.ways = WrappingRow()
        self.ways.addWidget(go_on)
        layout.addLayout(self.ways)
        self.setFocusProxy(go_on)

    def show_to(self, voice: Voice) -> None:
        """Say the words in these names and pronouns."""
        self._paragraphs.say_to(voice)
        for step, label in self._steps:
            label.set_text(step.words.said_to(voice))


class NoContactMeaning(QWidget):
    """What a wish for no contact changes: title and paragraphs."""

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = catalogue.safety().indirect
        self._notice = words.notice
        self._lead = TextLabel(theme, "", "promise")
        self._paragraphs = SaidParagraphs(theme, words.paragraphs, color="ink_2")
        layout = column(self)
        layout.addWidget(self._lead)
        layout.addSpacing(14)
        layout.addWidget(self._paragraphs)

    def show_to(self, voice: Voice) -> None:
        """Say the words in these names and pronouns."""
        self._lead.set_text(self._notice.said_to(voice))
        self._paragraphs.say_to(voice)


def _numbered(theme: Theme, number: int, title: str, words: TextLabel) -> QHBoxLayout:
    """A step with its number before it."""
    line = row()
    lane = column()
    lane.addWidget(_step_number(theme, number))
    lane.addStretch(1)
    line.addLayout(lane)
    body = column(spacing=2)
    body.addWidget(TextLabel(theme, title, "strong"))
    body.addWidget(words)
    line.addLayout(body, 1)
    return line


def _step_number(theme: Theme, number: int) -> TextLabel:
    label = TextLabel(theme, str(number), "strong", "ink_3", wraps=False)
    ScaledWidth(theme, label, label.setFixedWidth, _NUMBER_LANE)
    return label
