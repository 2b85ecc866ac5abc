"""The promise itself: "When ..., I will ...", "so that Ana ...", and whether it is for an occasion."""

import re
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.commitments import Quality, TrackingRefusal
from trustplanner.content.texts import Voice
from trustplanner.domain.commitments import LONGEST_SENTENCE
from trustplanner.domain.schedules import Shape
from trustplanner.domain.tracking import Tracking, tracking_in
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.screens.commitment_page.typed import Typed

_OF_TWO: Final = re.compile(r"(?:we|both of us)\b", re.IGNORECASE)
_LEAVING_OFF: Final = re.compile(r"(?:not|never|no longer|stop|quit|avoid|give up|don[’']t)\b", re.IGNORECASE)
_FIELD_GAP: Final = 12


def question_about(will: str) -> Quality:
    """The question that fits what follows "I will" best: about two, about leaving off, or about being seen."""
    words = will.strip()
    if _OF_TWO.match(words):
        return Quality.ALONE
    return Quality.START if _LEAVING_OFF.match(words) else Quality.WILL


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
    """A line of the promise that is looked at for tracking when it is left, and until it is reworded.

    `edited` follows every key.
    """

    edited = Signal()

    def __init__(self, theme: Theme, label: str, refusal: TrackingRefusal, *, name: str) -> None:
        super().__init__()
        self._refusal = refusal
        self._voice: Voice | None = None
        self.line = WordsLine(theme, name=name, most=LONGEST_SENTENCE)
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


class WillField(QWidget):
    """ "I will ...", with "When ..." above it for a promise that has an occasion."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal, brackets_left: str) -> None:
        super().__init__()
        self._occasion_line = WordsLine(theme, name="commitment_occasion_field", most=LONGEST_SENTENCE // 2)
        self._occasion = LabelledField(theme, self.tr("When"), self._occasion_line)
        self._occasion.setContentsMargins(0, 0, 0, _FIELD_GAP)
        self._will = TrackedLine(theme, self.tr("I will"), refusal, name="commitment_will_field")
        self._brackets = TextLabel(theme, brackets_left, "small", "ink_2")
        layout = column(self)
        layout.addWidget(self._occasion)
        layout.addWidget(self._will)
        layout.addWidget(self._brackets)
        self._occasion_line.textEdited.connect(self.edited)
        self._will.edited.connect(self._on_edited)
        self.setFocusProxy(self._will)

    @property
    def act(self) -> QWidget:
        """The field that the questions are about, without the occasion above it."""
        return self._will

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about."""
        self._will.say_to(voice)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._occasion_line.fill(typed.occasion)
        self._will.fill(typed.will)
        self.show_occasion(is_shown=typed.is_event)
        self._show_brackets()

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, occasion=self._occasion_line.text(), will=self._will.line.text())

    def show_occasion(self, *, is_shown: bool) -> None:
        """Show or hide the field of the occasion; its words are kept."""
        self._occasion.setVisible(is_shown)

    def is_refused(self) -> bool:
        """Whether the promise tracks somebody; says so in place."""
        return self._will.is_refused()

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with "I will"."""
        self._will.label.show_sentence(sentence)

    def question(self) -> Quality:
        """What the margin asks about the words as they are now."""
        return question_about(self._will.line.text())

    def _on_edited(self) -> None:
        self._show_brackets()
        self.edited.emit()

    def _show_brackets(self) -> None:
        text = self._will.line.text()
        self._brackets.setVisible("[" in text and "]" in text)


class SoThatField(QWidget):
    """ "so that Ana ..."."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal) -> None:
        super().__init__()
        self._purpose = TrackedLine(theme, "", refusal, name="commitment_so_that_field")
        column(self).addWidget(self._purpose)
        self._purpose.edited.connect(self.edited)
        self.setFocusProxy(self._purpose)

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about."""
        words = self.tr("so that {name}").format(name=voice.name)
        self._purpose.label.label.set_text(words)
        self._purpose.line.setAccessibleName(words)
        self._purpose.say_to(voice)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._purpose.fill(typed.so_that)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, so_that=self._purpose.line.text())

    def is_refused(self) -> bool:
        """Whether it tracks somebody; says so in place."""
        return self._purpose.is_refused()


class EventField(QWidget):
    """Whether the promise is for an occasion; `switched` comes when a person has changed it."""

    switched = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = self.tr("Only when something happens (“when I notice …”)")
        self._switch = Switch(theme, words, name="commitment_event_switch", is_track_first=True)
        column(self).addWidget(self._switch)
        self._switch.switched.connect(self.switched)

    @property
    def is_on(self) -> bool:
        """What is chosen."""
        return self._switch.is_on

    def fill(self, typed: Typed) -> None:
        """Show what is chosen."""
        self._switch.set_on(typed.is_event)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what is chosen: a promise for an occasion is asked about every day."""
        if not self._switch.is_on:
            return replace(typed, is_event=False)
        return replace(typed, is_event=True, shape=Shape.DAILY.value)
