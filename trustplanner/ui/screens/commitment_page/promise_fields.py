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
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.tracked_line import TrackedLine
from trustplanner.ui.screens.commitment_page.typed import Typed

_OF_TWO: Final = re.compile(r"(?:we|both of us)\b", re.IGNORECASE)
_LEAVING_OFF: Final = re.compile(r"(?:not|never|no longer|stop|quit|avoid|give up|don[’']t)\b", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\[[^\[\]]*\]")
_FIELD_GAP: Final = 12


def question_about(will: str) -> Quality:
    """The question that fits what follows "I will" best: about two, about leaving off, or about being seen."""
    words = will.strip()
    if _OF_TWO.match(words):
        return Quality.ALONE
    return Quality.START if _LEAVING_OFF.match(words) else Quality.WILL


def _places(words: str) -> int:
    """How many places of a field these words take, as Qt counts them, in UTF-16."""
    return len(words.encode("utf-16-le")) // 2


class WillField(QWidget):
    """ "I will ...", with "When ..." above it for a promise that has an occasion."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal, brackets_left: str) -> None:
        super().__init__()
        self._occasion_field = SentenceField(theme, name="commitment_occasion_field", most=LONGEST_SENTENCE // 2)
        self._occasion = LabelledField(theme, self.tr("When"), self._occasion_field)
        self._occasion.setContentsMargins(0, 0, 0, _FIELD_GAP)
        self.tracked = TrackedLine(theme, self.tr("I will"), refusal, name="commitment_will_field")
        self._brackets = TextLabel(theme, brackets_left, "small", "ink_2")
        layout = column(self)
        layout.addWidget(self._occasion)
        layout.addWidget(self.tracked)
        layout.addWidget(self._brackets)
        self._occasion_field.textEdited.connect(self.edited)
        self.tracked.edited.connect(self._on_edited)
        self.setFocusProxy(self.tracked)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._occasion_field.fill(typed.occasion)
        self.tracked.fill(typed.will)
        self.show_occasion(is_shown=typed.is_event)
        self._show_brackets()
        self._select_first_brackets()

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, occasion=self._occasion_field.text(), will=self.tracked.line.text())

    def show_occasion(self, *, is_shown: bool) -> None:
        """Show or hide the field of the occasion; its words are kept."""
        self._occasion.setVisible(is_shown)

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with "I will"."""
        self.tracked.label.show_sentence(sentence)

    def question(self) -> Quality:
        """What the margin asks about the words as they are now."""
        return question_about(self.tracked.line.text())

    def _on_edited(self) -> None:
        self._show_brackets()
        self.edited.emit()

    def _show_brackets(self) -> None:
        self._brackets.setVisible(_BRACKETS.search(self.tracked.line.text()) is not None)

    def _select_first_brackets(self) -> None:
        """Bring what is still to be replaced into sight; the next key replaces it."""
        found = _BRACKETS.search(self.tracked.line.text())
        if found is not None:
            before = found.string[: found.start()]
            self.tracked.line.setSelection(_places(before), _places(found.group()))


class SoThatField(QWidget):
    """ "so that Ana ..."."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal) -> None:
        super().__init__()
        self.tracked = TrackedLine(theme, "", refusal, name="commitment_so_that_field")
        column(self).addWidget(self.tracked)
        self.tracked.edited.connect(self.edited)
        self.setFocusProxy(self.tracked)

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about."""
        words = self.tr("so that {name}").format(name=voice.name)
        self.tracked.label.label.set_text(words)
        self.tracked.line.setAccessibleName(words)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self.tracked.fill(typed.so_that)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, so_that=self.tracked.line.text())


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
