"""A line of a promise in which words that would watch somebody are refused in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.commitments import TrackingRefusal
from trustplanner.content.texts import Voice
from trustplanner.domain.commitments import LONGEST_SENTENCE
from trustplanner.domain.tracking import Tracking, tracking_in
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine


class RefusalPassage(QWidget):
    """Why a promise that tracks somebody is not taken, what can be promised instead, what this check cannot see."""

    def __init__(self, theme: Theme, words: TrackingRefusal) -> None:
        super().__init__()
        self._words = words
        self._reason = TextLabel(theme, "", "small")
        self._instead = TextLabel(theme, "", "small")
        self._own = TextLabel(theme, "", "small", "ink_2")
        layout = column(self, spacing=4)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self._reason)
        layout.addSpacing(4)
        layout.addWidget(TextLabel(theme, words.again_title, "label"))
        layout.addWidget(self._instead)
        layout.addWidget(self._own)
        layout.addSpacing(4)
        layout.addWidget(TextLabel(theme, words.limit, "small", "ink_2"))
        self.hide()

    def explain(self, how: Tracking | None, voice: Voice) -> None:
        """Say why; None hides the passage."""
        if how is not None:
            reason = self._words.reason if how is Tracking.WATCHES else self._words.needs_answer
            self._reason.set_text(reason.said_to(voice))
            self._instead.set_text(self._words.instead.said_to(voice))
            self._own.set_text(self._words.own_device.said_to(voice))
        self.setVisible(how is not None)


class TrackedLine(QWidget):
    """A sentence of a promise that is looked at for tracking when it is left, and until it is reworded.

    `edited` follows every key. A `line` of one's own stands in place of the field for a sentence.
    """

    edited = Signal()

    def __init__(
        self, theme: Theme, label: str, refusal: TrackingRefusal, *, name: str = "", line: WordsLine | None = None
    ) -> None:
        super().__init__()
        self._refusal = refusal
        self._voice: Voice | None = None
        self.line: WordsLine | SentenceField = line or SentenceField(theme, name=name, most=LONGEST_SENTENCE)
        self.label = LabelledField(theme, label, self.line)
        self._passage = RefusalPassage(theme, refusal)
        layout = column(self)
        layout.addWidget(self.label)
        layout.addWidget(self._passage)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.is_refused)
        self.setFocusProxy(self.line)

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about."""
        self._voice = voice

    def fill(self, text: str) -> None:
        """Show what is typed, without a word about it."""
        self.line.fill(text)
        self.label.show_sentence("")
        self._explain(None)

    def is_refused(self) -> bool:
        """Whether the line tracks somebody; says so in place."""
        how = tracking_in(self.line.text(), self._voice.name if self._voice else "")
        self._explain(how)
        if how is not None:
            self.label.show_sentence(self._refusal.title)
        elif self.label.sentence() == self._refusal.title:
            self.label.show_sentence("")
        return how is not None

    def _explain(self, how: Tracking | None) -> None:
        if self._voice is not None:
            self._passage.explain(how, self._voice)

    def _on_edited(self) -> None:
        if self.label.sentence() == self._refusal.title:
            self.is_refused()
        else:
            self.label.show_sentence("")
        self.edited.emit()
