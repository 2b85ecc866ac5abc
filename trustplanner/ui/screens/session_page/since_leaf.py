"""Since last time: what was done on one side, their voice on the other. The two are never mixed into one figure."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.session import SessionViewWords
from trustplanner.domain.answers import MissReview
from trustplanner.domain.commitments import Stance
from trustplanner.domain.plans import Contact
from trustplanner.domain.session_view import CommitmentSince
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.session_page.leaf import Lane, Leaf
from trustplanner.ui.screens.session_page.reading import SessionReading, VoiceShown
from trustplanner.ui.screens.session_page.words import SessionWords

MOST_MARKS: Final = 62  # two months of days; more are no picture any more
MOST_MISSES: Final = 4
READINGS_BEFORE: Final = 3
_MARK, _PITCH, _LINE = 20, 28, 28


class CommitmentBlock(QWidget):
    """One commitment: its name and counts, its marks, its misses and how they came out."""

    def __init__(
        self, theme: Theme, since: CommitmentSince, reviews: dict[tuple[str, date], MissReview], words: SessionWords
    ) -> None:
        super().__init__()
        self.setObjectName("session_commitment")
        layout = column(self, spacing=6)
        head = SpreadRow(gap=24, line_gap=2)
        title = since.commitment.title
        ended = words.tr("ended") if since.stance is Stance.ENDED else ""
        runs = [Run(title)] + ([Run(f"  {ended}", "ink_2", "large")] if ended else [])
        counts = words.counts(since.counts)
        head.addWidget(TextLabel(theme, runs, "heading"))
        head.addWidget(TextLabel(theme, counts, "large_strong"))
        layout.addLayout(head)
        if 0 < len(since.items) <= MOST_MARKS:
            marks = MarkRow(theme, side=_MARK, pitch=_PITCH, line=_LINE)
            marks.set_marks([item.outcome.value for item in since.items], counts)
            layout.addWidget(marks)
        shown = since.misses[::-1][:MOST_MISSES]
        for miss in shown[::-1]:
            said = words.miss(miss, reviews.get((since.commitment.id, miss.day)))
            layout.addWidget(TextLabel(theme, said, "large", "ink_2"))
        if len(shown) < len(since.misses):
            layout.addWidget(TextLabel(theme, words.earlier_misses(len(since.misses) - len(shown)), "large", "ink_2"))


class VoiceBlock(QWidget):
    """The newest of what they gave, in their ink, with what came before it."""

    def __init__(self, theme: Theme, voice: VoiceShown, words: SessionWords) -> None:
        super().__init__()
        self.setObjectName("session_voice")
        newest, *before = voice.readings
        side = row(spacing=12)
        value = TextLabel(theme, words.reading_value(newest), "display", "theirs", wraps=False)
        side.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(spacing=0)
        lines.addWidget(TextLabel(theme, words.reading_day(newest), "large", "ink_2"))
        if before:
            earlier = words.readings_before(before[:READINGS_BEFORE])
            lines.addWidget(TextLabel(theme, earlier, "large", "ink_2"))
        lines.addStretch(1)
        side.addLayout(lines, 1)
        layout = column(self, spacing=14)
        layout.addLayout(side)
        if newest.words.strip():
            layout.addWidget(TextLabel(theme, words.quoted(newest.words), "heading", "theirs"))


class AnchorsBlock(QWidget):
    """Their own words for a 3 and a 7, and that a reading may be left out."""

    def __init__(self, theme: Theme, voice: VoiceShown, note: str, words: SessionWords) -> None:
        super().__init__()
        layout = column(self, spacing=8)
        own = voice.anchors
        for number, said in ((3, own.three), (7, own.seven)) if own is not None else ():
            if said.strip():
                layout.addWidget(TextLabel(theme, words.anchor(number, said), "large", "ink_2"))
        layout.addWidget(TextLabel(theme, note, "small", "ink_2"))


class SinceLeaf(Leaf):
    """The first page. `hand_over_requested` gives them the screen; it stands beside their voice alone."""

    hand_over_requested = Signal()

    def __init__(self, theme: Theme, texts: SessionViewWords, words: SessionWords) -> None:
        self._own = Lane(theme, words.own())
        self._theirs = Lane(theme, words.theirs(), "theirs")
        super().__init__(theme, "session_since", [self._own, self._theirs])
        self._texts = texts
        self._voice = words.voice
        hand_over = self.tr("Hand the screen to {name}").format(name=self._voice.name)
        self._hand_over = Button(theme, hand_over, Kind.LINK, name="session_voice_hand_over_button")
        self._hand_over.clicked.connect(self.hand_over_requested)
        self._hand_over_line = QWidget()
        column(self._hand_over_line).addWidget(self._hand_over, 0, Qt.AlignmentFlag.AlignLeading)
        self._theirs.keep(self._hand_over_line)

    def show_reading(self, reading: SessionReading, words: SessionWords) -> None:
        """Show it as it is now."""
        since = reading.since
        self._voice = words.voice
        self.set_title(words.since(since), words.totals(since))
        blocks: list[QWidget] = [
            CommitmentBlock(self.theme, each, reading.repairs, words) for each in since.commitments
        ]
        self._own.set_blocks(blocks or [TextLabel(self.theme, self._texts.nothing_promised, "large", "ink_2")])
        theirs = self._voice_blocks(reading.voice, words)
        is_in_room = reading.session is not None and self._voice.contact is not Contact.NONE
        self._theirs.set_blocks([*theirs, self._hand_over_line] if theirs and is_in_room else theirs)

    def close_voice(self) -> None:
        """What they let be seen is out of the window again."""
        self._theirs.set_blocks([self._locked()])

    def _voice_blocks(self, voice: VoiceShown | None, words: SessionWords) -> list[QWidget]:
        """Nothing at all where they gave nothing: what they do not do is never shown as missing."""
        if voice is not None and voice.readings:
            said = self._texts.voice_let_be_seen if voice.is_sealed else self._texts.voice_note
            note = said.said_to(words.voice)
            return [VoiceBlock(self.theme, voice, words), AnchorsBlock(self.theme, voice, note, words)]
        if voice is not None and voice.is_locked:
            return [self._locked()]
        return []

    def _locked(self) -> QWidget:
        return TextLabel(self.theme, self._texts.voice_locked.said_to(self._voice), "large", "ink_2")
