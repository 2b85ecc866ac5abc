"""Finding words again: case, accents and widths make no difference, and a piece around each match is shown."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

_SNIPPET: Final = 160  # characters
_BEFORE: Final = 50  # of them before the first match
_CUT: Final = "…"
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})  # accents and points set over a letter, and signs without a width
_BETWEEN: Final = "\x00"  # between rows that are compared; words hold none
_APOSTROPHES: Final = "\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"


class Chapter(StrEnum):
    """Where a piece of writing belongs, in the order in which results are shown."""

    PATH = "path"
    AMENDS = "amends"
    WISHES = "wishes"
    COMMITMENTS = "commitments"
    DAYS = "days"
    CONVERSATIONS = "conversations"
    LETTERS = "letters"
    DATES = "dates"
    PLAN = "plan"
    JOURNAL = "journal"


class Written(NamedTuple):
    """What stands in one row in a person's words. `about` names what it belongs to: a prompt, or an id."""

    kind: str
    chapter: Chapter
    key: str
    about: str
    day: date | None
    texts: tuple[str, ...]


class Piece(NamedTuple):
    """A piece of a snippet; one that `is_match` is what was looked for."""

    words: str
    is_match: bool


def folded(text: str) -> str:
    """Words as they are compared: "Ｃafé" and "cafe" are the same."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text)
    for sign in set(text):
        if not sign.isascii() and unicodedata.category(sign) in _UNSEEN:
            text = text.replace(sign, "")
    for sign in _APOSTROPHES:
        text = text.replace(sign, "'")
    return text.casefold()


def terms_of(typed: str) -> tuple[str, ...]:
    """The words that are looked for, each once."""
    return tuple(dict.fromkeys(folded(typed).split()))


def find(every: Iterable[Written], terms: Sequence[str]) -> tuple[Written, ...]:
    """What holds every one of these terms, anywhere in its words; nothing without a term."""
    rows = list(every) if terms else []
    compared = _all_folded(["\n".join(written.texts) for written in rows])
    return tuple(written for written, text in zip(rows, compared, strict=True) if all(term in text for term in terms))


def _all_folded(texts: Sequence[str]) -> Iterator[str]:
    """Each text folded. Those that are more than ASCII are folded as one, which is far faster than one by one."""
    harder = [text.replace(_BETWEEN, " ") for text in texts if not text.isascii()]
    folded_ones = iter(folded(_BETWEEN.join(harder)).split(_BETWEEN))
    for text in texts:
        yield text.lower() if text.isascii() else next(folded_ones)


def best_snippet(written: Written, terms: Sequence[str]) -> tuple[Piece, ...]:
    """The snippet of the text that holds most of the terms."""
    counts = [sum(term in compared for term in terms) for compared in map(folded, written.texts)]
    return snippet(written.texts[counts.index(max(counts))], terms)


def snippet(text: str, terms: Sequence[str]) -> tuple[Piece, ...]:
    """The piece of a text around its first match, cut between words, with every match in it marked."""
    text = " ".join(text.split())
    spans = _spans(text, terms)
    start, end = _window(text, spans[0][0] if spans else 0)
    pieces: list[Piece] = []
    here = start
    for first, last in spans:
        if first >= here and last <= end:
            pieces += [Piece(text[here:first], is_match=False), Piece(text[first:last], is_match=True)]
            here = last
    pieces.append(Piece(text[here:end], is_match=False))
    if start > 0:
        pieces.insert(0, Piece(_CUT, is_match=False))
    if end < len(text):
        pieces.append(Piece(_CUT, is_match=False))
    return _joined(pieces)


def _spans(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where the terms stand in the text itself, in order; those that overlap as one."""
    compared, origin = _with_origins(text)
    spans: list[tuple[int, int]] = []
    for term in terms:
        place = compared.find(term)
        while place >= 0:
            spans.append((origin[place], _end_of_letter(text, origin[place + len(term) - 1])))
            place = compared.find(term, place + len(term))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _with_origins(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the place it comes from."""
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        compared = folded(letter)
        letters.append(compared)
        origin += [place] * len(compared)
    return "".join(letters), origin


def _end_of_letter(text: str, place: int) -> int:
    """The place behind a letter and what is set over it."""
    end = place + 1
    while end < len(text) and unicodedata.category(text[end]) in _UNSEEN:
        end += 1
    return end


def _window(text: str, first: int) -> tuple[int, int]:
    """Where a snippet around this place begins and ends."""
    start = max(0, first - _BEFORE)
    if start > 0:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _SNIPPET)
    if end < len(text):
        space = text.rfind(" ", first + 1, end)
        end = space if space > start + _SNIPPET // 2 else end
    return start, end


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece, empty ones left out."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].is_match is piece.is_match:
            found[-1] = Piece(found[-1].words + piece.words, piece.is_match)
        elif piece.words:
            found.append(piece)
    return tuple(found)
