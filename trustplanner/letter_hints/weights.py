"""The trained weights, and how strongly they speak for a slip in each of several sentences.

They are one file of arrays beside the other content of a language; `packaging/letter_hints` trains it. A sentence is
a bag of features; each group of features weighs the same however long the sentence is. Beside them stand the vectors of
its words, as their mean and extremes. Each column sums up to one judgement: 0 is "not fair", the others are the slips.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from trustplanner.content.reading import Place
from trustplanner.letter_hints.features import GROUPS, Kinds, features_of

Floats = NDArray[np.float32]

GROUP_WEIGHTS: Final = np.array([1, 1, 1, 1.3, 0.7, 0.7], np.float32)
_SHELF_BITS: Final = 18
_AT_ONCE: Final = 1000  # sentences, so that a pasted book needs no gigabytes


@dataclass(frozen=True, slots=True, eq=False)
class WordTable:
    """The words that have classes and a vector."""

    places: dict[str, int]
    kinds: Kinds
    vectors: Floats

    def knows(self, word: str) -> bool:
        """Whether a word of a sentence is one of ours."""
        return word in self.places


class Known:
    """The features that were met in training: their numbers in order, their groups, and how rare they are."""

    def __init__(self, keys: NDArray[np.uint32], groups: NDArray[np.uint8], rarity: NDArray[np.floating]) -> None:
        self.keys = keys
        self.groups = groups
        self.rarity = rarity.astype(np.float32)
        bounds = np.arange((1 << _SHELF_BITS) + 1, dtype=np.uint64) << np.uint64(32 - _SHELF_BITS)
        self._shelves = np.searchsorted(keys, bounds)
        self._fullest = int(np.diff(self._shelves).max())

    def find(self, numbers: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of the numbers are known, and their places among the keys.

        Keys that begin alike stand on one shelf; a shelf holds a few at most, so that nothing is searched for.
        """
        shelf = (numbers >> np.uint64(32 - _SHELF_BITS)).astype(np.int64)
        open_to, place, last = np.arange(len(numbers)), self._shelves[shelf], self._shelves[shelf + 1]
        which, places = [open_to[:0]], [place[:0]]
        for _ in range(self._fullest):
            is_left = place < last
            open_to, place, last = open_to[is_left], place[is_left], last[is_left]
            is_it = self.keys[place] == numbers[open_to]
            which.append(open_to[is_it])
            places.append(place[is_it])
            place = place + 1
        return np.concatenate(which), np.concatenate(places)


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """The known features of sentences: the sentence, the place among the keys, and how much each counts."""

    sentence: NDArray[np.int64]
    feature: NDArray[np.int64]
    value: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was trained. `sure` is enough for a hint, `possible` where a pattern finds something, too."""

    table: WordTable
    known: Known
    columns: Floats
    of_vectors: Floats
    bias: Floats
    slip_share: float
    sure: float
    possible: float

    def judge(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """One row for each sentence: how strongly it is a slip at all, then how strongly it is each of them."""
        parts = [self._judge(sentences[at : at + _AT_ONCE]) for at in range(0, len(sentences), _AT_ONCE)]
        return np.concatenate([np.zeros((0, self.columns.shape[1]), np.float32), *parts])

    def _judge(self, sentences: Sequence[Sequence[str]]) -> Floats:
        bag = bag_of(sentences, self.table, self.known)
        sums = vectors_of(sentences, self.table) @ self.of_vectors + self.bias
        ends = np.searchsorted(bag.sentence, np.arange(len(sentences) + 1)).tolist()
        for at, (start, end) in enumerate(pairwise(ends)):
            sums[at] += bag.value[start:end] @ self.columns[bag.feature[start:end]]
        sums[:, 0] += self.slip_share * sums[:, 1:].max(axis=1)
        return sums


def bag_of(sentences: Sequence[Sequence[str]], table: WordTable, known: Known) -> Bag:
    """The known features of sentences, each once in a sentence, ordered by sentence."""
    found = features_of(sentences, table.kinds)
    which, place = known.find(found.number)
    codes, counts = np.unique(found.sentence[which] * len(known.keys) + place, return_counts=True)
    sentence, feature = np.divmod(codes, len(known.keys))
    value = (1 + np.log(counts.astype(np.float32))) * known.rarity[feature]
    group = known.groups[feature]
    pile = sentence * GROUPS + group
    length = np.sqrt(np.bincount(pile, value * value, len(sentences) * GROUPS))
    return Bag(sentence, feature, (value / length[pile] * GROUP_WEIGHTS[group]).astype(np.float32))


def vectors_of(sentences: Sequence[Sequence[str]], table: WordTable) -> Floats:
    """The mean, the highest and the lowest of the vectors of the words of each sentence."""
    known = [[table.places[word] for word in words if word in table.places] for words in sentences]
    sizes = np.fromiter(map(len, known), np.int64, len(known))
    width = table.vectors.shape[1]
    found = np.zeros((len(sentences), 3 * width), np.float32)
    full = np.flatnonzero(sizes)
    if len(full):
        rows = table.vectors[[place for places in known for place in places]]
        firsts = (np.cumsum(sizes) - sizes)[full]
        found[full, :width] = np.add.reduceat(rows, firsts) / sizes[full, None]
        found[full, width : 2 * width] = np.maximum.reduceat(rows, firsts)
        found[full, 2 * width :] = np.minimum.reduceat(rows, firsts)
    return found


def read_words(path: Path) -> WordTable:
    """The words with their classes and vectors.

    Raises:
        UnreadableError: CONTENT_UNREADABLE.
    """
    return _word_table(_arrays(path), path.name)


def read_weights(folder: Path) -> Weights:
    """The words and the weights of a language.

    Raises:
        UnreadableError: CONTENT_UNREADABLE, naming the file.
    """
    name = "letter_weights.npz"
    table = read_words(folder / "letter_words.npz")
    arrays = _arrays(folder / name)
    try:
        return weights_from(arrays, table)
    except (KeyError, ValueError):
        raise Place(name).refused() from None


def weights_from(arrays: dict[str, NDArray[Any]], table: WordTable) -> Weights:
    """The weights in the arrays of a file."""
    sure, possible, slip_share = arrays["limits"].tolist()
    return Weights(
        table,
        Known(arrays["keys"], arrays["groups"], arrays["rarity"]),
        arrays["columns"].astype(np.float32) * arrays["steps"],
        arrays["of_vectors"],
        arrays["bias"],
        slip_share,
        sure,
        possible,
    )


def _word_table(arrays: dict[str, NDArray[Any]], name: str) -> WordTable:
    try:
        words = arrays["words"].tobytes().decode().split("\n")
        classes = zip(words, zip(arrays["wide"].tolist(), arrays["narrow"].tolist(), strict=True), strict=True)
        vectors = arrays["vectors"].astype(np.float32) * arrays["step"].astype(np.float32)
        return WordTable({word: at for at, word in enumerate(words)}, Kinds(dict(classes)), vectors)
    except (KeyError, ValueError):
        raise Place(name).refused() from None


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    try:
        with path.open("rb") as content, np.load(content, allow_pickle=False) as file:
            return dict(file)
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        raise Place(path.name, "reading the file").refused() from None
