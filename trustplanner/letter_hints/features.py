"""What is looked at in a sentence: its words in a row, their kinds, who does what to whom, and where it turns.

Every feature is a number of 64 bits, mixed from a few smaller ones. The work is done for all sentences at once, because
a loop over every feature would take a second for a long letter.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from trustplanner.letter_hints.words import BEGIN, END, word_set

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

GROUPS: Final = 6
WORDS, WIDE, NARROW, ROLES, TURNS, BONES = range(GROUPS)

FUNCTION_WORDS: Final = word_set(
    """i me my mine myself you your yours yourself he him his she her hers it its they them their we us our who
    whom which what that this these those a an the and or but if so because since though although while when
    where whether unless until till before after as than then not no never ever nor neither either both all any
    some every each other another one only just even still yet already again always too very much more most less
    least really quite rather maybe perhaps am is are was were be been being do does did done have has had
    having will would shall should can could may might must ought need in on at by for with without from to of
    off out up down over under about into through between against how why there here now say said tell told know
    knew think thought feel felt want wanted make made get got let sorry apologise apology forgive forgiven
    forgiveness regret mean meant promise trust hurt lie lied please own fault anyone anybody anything nothing
    nobody everything something someone whatever thing things except however"""
)
_AUXILIARIES: Final = word_set(
    """am is are was were be been do does did have has had will would shall should can could may might must"""
)
_DENIALS: Final = frozenset({"not", "never", "hardly"})
_BETWEEN: Final = _AUXILIARIES | word_set(
    """not never ever just only even still always really already also honestly truly simply actually hardly merely
    so very too quite probably perhaps maybe then now all both long once to"""
)
_SUBJECTS: Final = word_set(
    """i you we it he she they this that there who nobody everyone anyone people <name> things nothing something
    everything"""
)
LITTLE_WORDS: Final = FUNCTION_WORDS | _SUBJECTS  # those that nearly every English sentence has
_OBJECTS: Final = word_set("me you us him her them myself yourself it your my our")
_SHARP_TURNS: Final = word_set("but however though although yet")
_TURNS: Final = _SHARP_TURNS | word_set("still except only whereas while whilst albeit then")
_STOPS: Final = frozenset(".;")
_ADMISSIONS: Final = word_set(
    """sorry apologise apologies regret wrong ashamed admit own forgive shame blame fault accept apology should"""
)
_REACH: Final = 7  # words between a subject and its verb


class Kind(NamedTuple):
    """What is known of one word: numbers for itself, its wide kind and its narrow kind."""

    word: int
    wide: int
    narrow: int
    is_bone: bool


class Found(NamedTuple):
    """Features: the sentence, the group and the number of each."""

    sentence: Places
    group: Places
    number: Numbers


class Kinds:
    """Knows the kinds of words; `wide` and `narrow` are the numbers of the classes of words."""

    def __init__(self, classes: Mapping[str, tuple[int, int]]) -> None:
        self._classes = classes
        self._known: dict[str, Kind] = {}

    def of(self, word: str) -> Kind:
        """The kind of a word, looked up once."""
        kind = self._known.get(word)
        if kind is None:
            kind = self._known[word] = self._kind(word)
        return kind

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of the words themselves."""
        return [kind.word for kind in map(self.of, words)]

    def _kind(self, word: str) -> Kind:
        number = _number(word)
        is_bone = word in FUNCTION_WORDS or not word[0].isalpha()
        if is_bone:
            return Kind(number, number, number, is_bone)
        wide, narrow = self._classes.get(word, (-1, -1))
        if wide < 0:
            unknown = _number(f"~{word[-2:]}")
            return Kind(number, unknown, unknown, is_bone)
        ending = next((end for end in ("ed", "ing", "s") if word.endswith(end)), "")
        return Kind(number, _number(f"wide {wide} {ending}"), _number(f"narrow {narrow} {ending}"), is_bone)


def _number(words: str) -> int:
    return crc32(words.encode()) + 1


_NUMBER_OF_BEGIN: Final = _number(BEGIN)


def features_of(sentences: Sequence[Sequence[str]], kinds: Kinds) -> Found:
    """The features of sentences, given as words."""
    words = [word for sentence in sentences for word in (BEGIN, *sentence, END)]
    sizes = np.fromiter((len(sentence) + 2 for sentence in sentences), np.int64, len(sentences))
    place = np.repeat(np.arange(len(sentences)), sizes)
    distinct = {word: at for at, word in enumerate(dict.fromkeys(words))}
    row = np.fromiter(map(distinct.__getitem__, words), np.int64, len(words))
    known = [kinds.of(word) for word in distinct]
    word, wide, narrow = (np.array([kind[column] for kind in known], np.uint64)[row] for column in range(3))
    is_bone = np.array([kind.is_bone for kind in known], bool)[row]
    parts = [
        _rows(group, numbers, place, length)
        for group, numbers, lengths in (
            (WORDS, word, (1, 2, 3)),
            (WIDE, wide, (1, 2, 3, 4)),
            (NARROW, narrow, (1, 2, 3)),
        )
        for length in lengths
    ]
    parts += [_rows(BONES, word[is_bone], place[is_bone], length) for length in (2, 3, 4)]
    parts.append(_roles(sentences, kinds))
    parts += _turns(sentences, wide, place, sizes)
    return Found(
        np.concatenate([where for where, _, _ in parts]),
        np.repeat(np.array([group for _, group, _ in parts]), [len(where) for where, _, _ in parts]),
        np.concatenate([number for _, _, number in parts]),
    )


def _rows(group: int, row: Numbers, place: Places, length: int) -> tuple[Places, int, Numbers]:
    """Every `length` words in a row that stand in one sentence."""
    last = len(row) - length + 1
    if last <= 0:
        return place[:0], group, row[:0]
    number = _mixed(group * 8 + length, *(row[at : at + last] for at in range(length)))
    is_whole = place[:last] == place[length - 1 :]
    return place[:last][is_whole], group, number[is_whole]


_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)


def _mixed(salt: int, *columns: Numbers) -> Numbers:
    mixed = np.full(len(columns[0]), salt + 1, np.uint64)
    for column in columns:
        mixed = (mixed ^ column) * _PRIME
        mixed ^= mixed >> np.uint64(29)
    return mixed * _PRIME >> np.uint64(32)


# Who does what to whom


def _roles(sentences: Sequence[Sequence[str]], kinds: Kinds) -> tuple[Places, int, Numbers]:
    where: list[int] = []
    rows: list[tuple[int, int, int, int, int]] = []
    for at, sentence in enumerate(sentences):
        found = _roles_in(sentence, kinds)
        rows += found
        where += [at] * len(found)
    columns = np.array(rows, np.uint64).reshape(-1, 5).T
    return np.array(where, np.int64), ROLES, _mixed(100, *columns)


_Row = tuple[int, int, int, int, int]
_Actor = tuple[int, int, int]  # the subject, what helps its verb, and whether it is denied


def _roles_in(words: Sequence[str], kinds: Kinds) -> list[_Row]:
    rows: list[_Row] = []
    actors: list[_Actor] = []
    numbers = kinds.numbers(words)
    for at, word in enumerate(words):
        if word in _SUBJECTS:
            _add_role(words, numbers, at, kinds, rows, actors)
    for one, two in pairwise(actors):
        rows.append((20, one[0], one[2], two[0], two[2]))
        rows.append((21, one[0] * 7 + one[1], one[2], two[0] * 7 + two[1], two[2]))
    order = 0
    for actor in actors[:5]:
        order = order * 31 + actor[0] % 1_000_003
    theirs = sum(map(words.count, ("you", "your", "yourself")))
    mine = sum(map(words.count, ("i", "my", "me", "myself")))
    signs = sum(map(words.count, ("<num>", "<nw>", "<day>", "<month>", "<money>", "<name>")))
    rows += [
        (22, order, 0, 0, 0),
        (23, numbers[-1] if words else 0, 0, 0, 0),
        (24, numbers[0] if words else 0, 0, 0, 0),
        (25, min(theirs, 4), 0, 0, 0),
        (26, min(mine, 4), 0, 0, 0),
        (27, (theirs > mine) + 2 * (theirs < mine), 0, 0, 0),
        (28, min(len(words) // 6, 6), 0, 0, 0),
        (29, min(signs, 3), 0, 0, 0),
    ]
    return rows


def _add_role(
    words: Sequence[str], numbers: Sequence[int], at: int, kinds: Kinds, rows: list[_Row], actors: list[_Actor]
) -> None:
    """One subject with what stands between it and its verb, the verb, and the first object after it."""
    subject, helping, denied, helpers = numbers[at], 0, 0, 0
    after, end = at + 1, min(at + _REACH, len(words))
    while after < end and (word := words[after]) in _BETWEEN:
        if word in _DENIALS:
            denied = 1
        elif word in _AUXILIARIES:
            helpers += 1
            helping = helping * 31 + numbers[after] if helpers <= 2 else helping
        else:
            rows.append((10, subject, numbers[after], 0, 0))
        after += 1
    if after >= len(words) or not (words[after][0].isalpha() or words[after][0] == "<"):
        return
    verb, before = kinds.of(words[after]), numbers[at - 1] if at else _NUMBER_OF_BEGIN
    to = next((numbers[place] for place in range(after + 1, min(after + 5, len(words))) if words[place] in _OBJECTS), 0)
    rows += [
        (11, subject, helping, denied, 0),
        (12, subject, verb.narrow, 0, 0),
        (13, subject, verb.wide, denied, helping),
        (14, before, subject, helping, denied),
        (15, subject, verb.wide, to, 0),
        (16, subject, to, denied, helping),
        (17, subject, verb.word, denied, 0),
        (18, before, subject, verb.wide, 0),
    ]
    actors.append((subject, helping, denied))


# Where it turns


def _turns(
    sentences: Sequence[Sequence[str]], wide: Numbers, place: Places, sizes: Places
) -> list[tuple[Places, int, Numbers]]:
    turn = np.zeros(len(sentences), np.int64)
    admits = np.zeros(len(sentences), np.uint64)
    for at, words in enumerate(sentences):
        turn[at] = _turn(words)
        admits[at] = not _ADMISSIONS.isdisjoint(words)
    start = np.cumsum(sizes) - sizes
    has_turn = turn > 0
    cut = start + turn + 1  # the word it turns on, behind the sign for the beginning
    inside = np.arange(len(place)) - start[place]
    part = (inside >= (turn + 1)[place]).astype(np.uint64)
    is_word = has_turn[place] & (inside > 0) & (inside < (sizes - 1)[place])
    turned = np.flatnonzero(has_turn)
    at_turn, after = wide[cut[turned]], wide[cut[turned] + 1]
    pair = is_word[:-1] & is_word[1:] & (part[:-1] == part[1:]) & (place[:-1] == place[1:])
    return [
        (np.arange(len(sentences)), TURNS, _mixed(60, admits)),
        (turned, TURNS, _mixed(61, at_turn, admits[turned])),
        (turned, TURNS, _mixed(62, at_turn, after, admits[turned])),
        (place[is_word], TURNS, _mixed(63, part[is_word], wide[is_word])),
        (place[:-1][pair], TURNS, _mixed(64, part[:-1][pair], wide[:-1][pair], wide[1:][pair])),
    ]


def _turn(words: Sequence[str]) -> int:
    """The place of the word on which a sentence turns; 0 if it does not."""
    turn = 0
    for at in range(1, len(words) - 1):
        word = words[at]
        if word in _SHARP_TURNS:
            return at
        if at > 1 and (word in _TURNS or word in _STOPS):
            turn = at
    return turn
