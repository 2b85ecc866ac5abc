"""Finds what is quoted in a letter: words that somebody said are reported, not said, and nothing is asked about them.

A quotation opens and closes within one paragraph; a mark that is never closed quotes nothing. The work grows with the
length of the text and with nothing else, whatever marks it holds.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple


class Span(NamedTuple):
    """From the first character up to, without, the last."""

    start: int
    end: int


_CLOSED_BY: Final = {'"': '"', "“": "”", "«": "»", "»": "«", "„": "“”", "「": "」", "『": "』"}
_PARAGRAPH: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_MARK: Final = re.compile(r"[\"“«»„「『]|(?<!\w)['‘](?=\w)(?!(?:em|cause|cos|til|tis|twas|n|bout|round)\b)")
_SINGLE_END: Final = re.compile(r"(?<=[^\s(\[])['’](?!\w)")


def quotations(text: str) -> tuple[Span, ...]:
    """The quotations of a text with their marks, in order; none lies in another."""
    return tuple(span for found in _PARAGRAPH.finditer(text) for span in _in_paragraph(text, *found.span()))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    closings = _Closings(text, start, end)
    free_from = start
    for found in _MARK.finditer(text, start, end):
        if found.start() < free_from:
            continue
        closing = closings.after(found[0], found.end())
        if closing is not None:
            free_from = closing + 1
            yield Span(found.start(), free_from)


class _Closings:
    """The next closing mark of each kind; every kind is walked through once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._walks: dict[str, Iterator[re.Match[str]]] = {}
        self._next: dict[str, int | None] = {}

    def after(self, opening: str, place: int) -> int | None:
        if opening not in self._walks:
            marks = _CLOSED_BY.get(opening)
            pattern = _SINGLE_END if marks is None else re.compile(f"[{marks}]")
            self._walks[opening] = pattern.finditer(self._text, self._start, self._end)
            self._next[opening] = self._start
        while (found := self._next[opening]) is not None and found <= place:
            match = next(self._walks[opening], None)
            self._next[opening] = None if match is None else match.start()
        return found


def without_quotations(text: str, quoted: tuple[Span, ...], sign: str) -> str:
    """The text, as long as it was, with one `sign` and spaces where a quotation stands."""
    if not quoted:
        return text
    edges = (Span(0, 0), *quoted, Span(len(text), len(text)))
    return "".join(
        text[before.end : after.start] + (sign + " " * (after.end - after.start - 1) if after.start < after.end else "")
        for before, after in pairwise(edges)
    )
