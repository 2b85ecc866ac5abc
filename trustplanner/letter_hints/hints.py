"""Questions beside the sentences of a letter. Only what may hurt is pointed at; what is not is never called good.

Two judges look at each sentence: weights that were trained on many letters, and patterns of well-known turns of phrase.
The weights alone are enough when they are sure; a pattern is enough where the weights find it possible. What is quoted
is looked at by neither. The work grows with the length of the text and with nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from trustplanner.content.catalogue import DEFAULT_LANGUAGE
from trustplanner.content.letter_hints import Slip
from trustplanner.domain.letter_sentences import sentences
from trustplanner.domain.quotations import Span, quotations, without_quotations
from trustplanner.letter_hints.features import LITTLE_WORDS
from trustplanner.letter_hints.patterns import Pattern, read_patterns
from trustplanner.letter_hints.weights import Weights, read_weights
from trustplanner.letter_hints.words import QUOTED, words_of
from trustplanner.resource_files import resources_folder

LONGEST: Final = 400  # characters that are looked at as one; what goes on longer is cut at a space
_TURNS_BACK: Final = re.compile(
    r"(?:but|however|still|though|although|yet|that said|having said that|that being said|at the same time|then again|"
    r"on the other hand|mind you|even so|in fairness|to be fair|in my defen[cs]e)\b",
    re.IGNORECASE,
)
# How much stronger a sentence may be judged alone than together with one beside it, which may own it: "I said it was
# nothing. It was not." Some is left, because any two sentences together seem milder than one.
_OWNED_BESIDE: Final = 3.0
_STRAIGHT: Final = str.maketrans("’‘ʼ`", "''''")


class Hint(NamedTuple):
    """A slip, and where in the text it stands."""

    slip: Slip
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Judges:
    """What is known of slips in one language."""

    weights: Weights
    patterns: tuple[Pattern, ...]


class _Part(NamedTuple):
    """A part of the text that is judged: its place and its words."""

    span: Span
    words: Sequence[str]


class _Judged(NamedTuple):
    """How strongly a part is a slip on its own and where it stands, and which slip is the likeliest."""

    alone: float
    in_place: float
    likely: Slip


@cache
def shipped_judges(language: str = DEFAULT_LANGUAGE) -> Judges:
    """What comes with the program, read once.

    Raises:
        UnreadableError: RESOURCES_MISSING, CONTENT_UNREADABLE.
    """
    return judges_from(resources_folder() / "content" / language)


def judges_from(folder: Path) -> Judges:
    """The weights and patterns of a folder.

    Raises:
        UnreadableError: CONTENT_UNREADABLE.
    """
    return Judges(read_weights(folder), read_patterns(folder / "letter_patterns.txt"))


def hints_for(text: str, judges: Judges) -> tuple[Hint, ...]:
    """At most one hint for each sentence, in their order; none begins or ends within a quotation."""
    quoted = quotations(text)
    plain = without_quotations(text, quoted, QUOTED)
    parts = [part for span in _spans(text, plain) if _is_known(part := _Part(span, words_of(_at(plain, span))), judges)]
    judged = _judged(parts, plain, judges)
    found = (_hint(plain, part.span, row, judges) for part, row in zip(parts, judged, strict=True))
    return tuple(hint for hint in found if hint is not None)


def _judged(parts: Sequence[_Part], plain: str, judges: Judges) -> list[_Judged]:
    """Each part as it stands, milder where one beside it owns it, and with the one before where it turns back."""
    alone: list[list[float]] = judges.weights.judge([part.words for part in parts]).tolist()
    turned = {at for at, part in enumerate(parts) if at and _TURNS_BACK.match(plain, part.span.start)}
    open_to = {at for at, row in enumerate(alone) if row[0] >= judges.weights.sure or at in turned}
    pairs = sorted({pair for at in open_to for pair in (at - 1, at) if 0 <= pair < len(parts) - 1})
    rows = judges.weights.judge([[*parts[at].words, *parts[at + 1].words] for at in pairs]).tolist()
    paired = dict(zip(pairs, rows, strict=True))
    found: list[_Judged] = []
    for at, row in enumerate(alone):
        beside = [paired[pair] for pair in (at - 1, at) if at in open_to and pair in paired]
        if at in turned:
            row = max(row, beside[0], key=_strength)  # noqa: PLW2901  (the same part, judged better)
            beside = []
        mildest = max(map(_strength, beside), default=row[0]) + _OWNED_BESIDE
        found.append(_Judged(row[0], min(row[0], mildest), max(zip(row[1:], Slip, strict=True))[1]))
    return found


def _strength(row: list[float]) -> float:
    return row[0]


def _spans(text: str, plain: str) -> Iterator[Span]:
    for sentence in sentences(text):
        start, end = sentence.start, sentence.end
        while end - start > LONGEST:
            space = plain.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
            yield from _outside_quotations(plain, Span(start, cut))
            start = cut
        yield from _outside_quotations(plain, Span(start, end))


def _outside_quotations(plain: str, span: Span) -> Iterator[Span]:
    """The part without quotations at its ends; nothing if nothing else is left."""
    words = _at(plain, span)
    kept = words.strip(f"{QUOTED} \t\r\f\v")
    if any(letter.isalnum() for letter in kept):
        start = span.start + words.index(kept)
        yield Span(start, start + len(kept))


def _at(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _is_known(part: _Part, judges: Judges) -> bool:
    """Whether it is more than a word and in our language: a hint about words that are not known would be a guess."""
    words = [word for word in part.words if word[0].isalpha()]
    small = sum(word in LITTLE_WORDS for word in words)
    known = sum(word in LITTLE_WORDS or judges.weights.table.knows(word) for word in words)
    return len(words) > 1 and 4 * small >= len(words) and 2 * known >= len(words)


def _hint(plain: str, span: Span, judged: _Judged, judges: Judges) -> Hint | None:
    if judged.alone < judges.weights.possible:
        return None
    is_sure = judged.in_place >= judges.weights.sure
    words = _at(plain, span).translate(_STRAIGHT)
    is_sure_alone = judged.alone >= judges.weights.sure
    for pattern in judges.patterns:
        if (pattern.slip is judged.likely or not is_sure) and (is_sure_alone or pattern.is_plain):
            match = pattern.shape.search(words)
            if match is not None:
                return Hint(pattern.slip, span.start + match.start(), span.start + match.end())
    return Hint(judged.likely, *span) if is_sure else None
