"""Hints as plain lines and as JSON, for whoever reads them without a window."""

from collections.abc import Iterable, Iterator, Sequence

from trustplanner.content.letter_hints import LetterHints
from trustplanner.letter_hints.hints import Hint


def hints_as_lines(text: str, hints: Sequence[Hint], words: LetterHints) -> Iterator[str]:
    """Each hint with its line, the words it is about, the question, the reason and an idea; then what hints miss.

    What hints miss is said whether or not there is one: that there is none says nothing about a letter.
    """
    line, counted = 1, 0
    for hint in hints:
        line += text.count("\n", counted, hint.start)
        counted = hint.start
        said = words.slips[hint.slip]
        yield f"Line {line}: {' '.join(text[hint.start : hint.end].split())}"
        yield f"  {said.question}"
        yield f"  {said.reason}"
        yield f"  {words.support if said.idea is None else said.idea}"
    yield words.limits


def hints_as_json(hints: Iterable[Hint], words: LetterHints) -> list[dict[str, str | int]]:
    """One object for each hint; `start` and `end` count the characters of the text."""
    return [
        {
            "rule": hint.slip.value,
            "start": hint.start,
            "end": hint.end,
            "question": words.slips[hint.slip].question,
        }
        for hint in hints
    ]
