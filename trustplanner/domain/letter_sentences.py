"""Sentences of a letter: where each begins and ends, and which one a changed one was before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_ENDS: Final = re.compile(r"[.!?…؟۔।]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[”」』）]*")
_SHORT_FORMS: Final = frozenset({"mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "vs"})
_LAST_WORD: Final = re.compile(r"[^\s(\[“\"]+$")
_REACH: Final = 12  # characters before a full stop, more than any short form has; all would take time without end
_ALIKE: Final = 0.5  # from here on a changed sentence is taken for the same one
_LOOK_AHEAD: Final = 4  # sentences further on in which a changed one is looked for


@dataclass(frozen=True, slots=True)
class LetterSentence:
    """One sentence; `start` and `end` count characters of the letter."""

    words: str
    start: int
    end: int
    begins_paragraph: bool


def sentences(text: str) -> tuple[LetterSentence, ...]:
    """The sentences of a letter. A line break ends one, too."""
    found: list[LetterSentence] = []
    for line in re.finditer(r"[^\n]+", text):
        is_first = True
        for start, end in _split(line.group()):
            found.append(LetterSentence(line.group()[start:end], line.start() + start, line.start() + end, is_first))
            is_first = False
    return tuple(found)


def what_became_of(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """The sentences that were rewritten, and what each is now; those that came, went or stayed are not in it."""
    stayed, found, reached = set(before), dict[str, str](), 0
    for was in before:
        if was in after[reached:]:
            reached = after.index(was, reached) + 1
            continue
        for place in range(reached, min(reached + _LOOK_AHEAD, len(after))):
            if after[place] not in stayed and _are_alike(was, after[place]):
                found[was], reached = after[place], place + 1
                break
    return found


def _split(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _ENDS.finditer(line):
        if not _is_short_form(line[max(start, end.start() - _REACH) : end.start()], end.group()):
            yield from _without_spaces(line, start, end.end())
            start = end.end()
    yield from _without_spaces(line, start, len(line))


def _without_spaces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = line[start:end]
    stripped = words.strip()
    if stripped:
        first = start + words.index(stripped)
        yield first, first + len(stripped)


def _is_short_form(words: str, mark: str) -> bool:
    """Whether a full stop belongs to "Dr." or to the first letter of a name."""
    last = _LAST_WORD.search(words)
    if mark != "." or last is None:
        return False
    word = last.group()
    is_initial = len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    return is_initial or word.lower() in _SHORT_FORMS


def _are_alike(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one):
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # the quick ones are never too low
    return all(ratio() >= _ALIKE for ratio in ratios)
