"""Where the words of events stand: below their signs, in two rows, none touching another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trustplanner.charts.drawing import Drawing
from trustplanner.charts.figures_in_words import short_sign_in_words, sign_in_words
from trustplanner.charts.letters import width_of
from trustplanner.charts.view import Mark, MarkKind

WORD_ROWS: Final = 2
WORDS_APART: Final = 12.0  # pixels between two words of a row


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """The words of one event: their left and right end in pixels, and their row, 0 or 1."""

    mark: Mark
    words: str
    left: float
    right: float
    row: int


def placed_words(drawing: Drawing) -> list[PlacedWord]:
    """The words below the line of events; short ones where the long ones leave no room for all.

    Sessions have no word: their sign is explained beside the panel.
    """
    marks = [mark for mark in drawing.view.marks if mark.kind is not MarkKind.SESSION]
    long = _placed(drawing, marks, [sign_in_words(mark, drawing.words) for mark in marks])
    if len(long) == len(marks):
        return long
    short = _placed(drawing, marks, [short_sign_in_words(mark, drawing.words) for mark in marks])
    return max(long, short, key=len)


def _placed(drawing: Drawing, marks: Sequence[Mark], said: Sequence[str]) -> list[PlacedWord]:
    """Each under its sign, in the row where it has to give way least; left out where it would lose its sign."""
    style, layout, axis = drawing.style, drawing.layout, drawing.axis
    apart = WORDS_APART * style.scale
    ends = [layout.left - apart] * WORD_ROWS
    placed: list[PlacedWord] = []
    for mark, words in zip(marks, said, strict=True):
        width, sign = width_of(words, style.sans, style.small_px), axis.middle_of(mark.day)
        wanted = min(max(sign - width / 2, layout.left), layout.right - width)
        row = min(range(WORD_ROWS), key=lambda row: max(wanted, ends[row] + apart))
        left = max(wanted, ends[row] + apart)
        if left <= sign and left + width <= layout.right:
            ends[row] = left + width
            placed.append(PlacedWord(mark, words, left, left + width, row))
    return placed
