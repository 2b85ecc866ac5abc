"""Trains the weights behind the hints for letters, and measures them on writers they have not seen.

    PYTHONPATH=. python packaging/letter_hints/train.py          # writes letter_weights.npz
    PYTHONPATH=. python packaging/letter_hints/train.py check    # trains on all writers but one, measures on that one

Needs scikit-learn, which the program itself does not; `requirements.txt` beside this file pins it. The same sentences
give the same file.
"""

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from exam import Counts, table
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from trustplanner.content.letter_hints import Slip
from trustplanner.domain.quotations import quotations, without_quotations
from trustplanner.letter_hints.features import features_of
from trustplanner.letter_hints.hints import Judges, hints_for
from trustplanner.letter_hints.patterns import read_patterns
from trustplanner.letter_hints.weights import Known, WordTable, bag_of, read_words, vectors_of, weights_from
from trustplanner.letter_hints.words import QUOTED, words_of

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parents[1] / "resources" / "content" / "en"
JUDGED = ("first", "second", "third")  # writers of whole collections; the others only add to the training
FAIR = "fair"
LEAST = 3  # sentences that a feature must stand in
VECTORS = 0.7 / 12  # how much the vectors of the words count beside the features
# Found on the unseen writers: 4 of 100 fair sentences are above the first, and a pattern below the second finds little.
SURE, POSSIBLE = 1.25, -0.6
# The columns come to the same spread: two for a slip at all, one for the likeliest slip and where its middle lies.
SPREAD, SPREAD_OF_COUNTS, SPREAD_OF_SLIPS, MIDDLE_OF_SLIPS = 2.85, 4.07, 2.09, -1.92


class Example(NamedTuple):
    """A sentence, its label, what a fair one resembles, and who wrote it."""

    text: str
    label: str
    like: str
    writer: str


def main(arguments: list[str]) -> None:
    """Train or check."""
    examples = [
        Example(row["text"], row["label"], row["like"], path.stem)
        for path in sorted((HERE / "sentences").glob("*.jsonl"))
        for row in map(json.loads, path.read_text("utf-8").splitlines())
    ]
    if arguments == ["check"]:
        check(examples)
    else:
        np.savez_compressed(
            CONTENT / "letter_weights.npz", **trained(examples, read_words(CONTENT / "letter_words.npz"))
        )


def check(examples: list[Example]) -> None:
    """Print what the hints find in the sentences of each writer when trained on the others."""
    words = read_words(CONTENT / "letter_words.npz")
    patterns = read_patterns(CONTENT / "letter_patterns.txt")
    together = Counts()
    for writer in JUDGED:
        arrays = trained([each for each in examples if each.writer != writer], words)
        judges = Judges(weights_from(arrays, words), patterns)
        alone = Counts()
        for each in examples:
            if each.writer == writer:
                slips = [hint.slip for hint in hints_for(each.text, judges)]
                alone.add(each.label, each.like, slips)
                together.add(each.label, each.like, slips)
        print(f"--- {writer}\n{table(alone, short=True)}", flush=True)
    print(f"--- together\n{table(together)}")


def trained(examples: list[Example], words: WordTable) -> dict[str, Any]:
    """The arrays of the file, trained on these sentences."""
    texts = [words_of(without_quotations(each.text, quotations(each.text), QUOTED)) for each in examples]
    keys, groups, rarity = known_features(texts, words)
    bag = bag_of(texts, words, Known(keys, groups, rarity))
    features = csr_matrix((bag.value, (bag.sentence, bag.feature)), (len(texts), len(keys)), dtype=np.float64)
    vectors = vectors_of(texts, words).astype(np.float64)
    middle, spread = vectors.mean(0), vectors.std(0)
    rows = hstack([features, csr_matrix((vectors - middle) / spread * VECTORS)]).tocsr()
    columns, bias = fitted(rows, np.array([each.label for each in examples]))
    of_features, of_vectors = columns[: len(keys)], columns[len(keys) :] * VECTORS / spread[:, None]
    steps = np.abs(of_features).max(0) / 127
    small = np.round(of_features / steps).astype(np.int8)
    is_used = small.any(axis=1)
    return {
        "keys": keys[is_used],
        "groups": groups[is_used],
        "rarity": rarity[is_used],
        "columns": small[is_used],
        "steps": steps.astype(np.float32),
        "of_vectors": of_vectors.astype(np.float32),
        "bias": (bias - middle @ of_vectors).astype(np.float32),
        "limits": np.array([SURE, POSSIBLE, 1 / SPREAD_OF_SLIPS]),
    }


def known_features(texts: list[list[str]], words: WordTable) -> tuple[Any, Any, Any]:
    """Features that stand in enough sentences: their numbers in order, their groups, and how rare they are."""
    found = features_of(texts, words.kinds)
    pairs, firsts = np.unique(np.stack([found.number, found.sentence.astype(np.uint64)]), axis=1, return_index=True)
    numbers, starts, counts = np.unique(pairs[0], return_index=True, return_counts=True)
    often = counts >= LEAST
    groups = found.group[firsts][starts]
    rarity = np.log(len(texts) / counts) + 1
    return numbers[often].astype(np.uint32), groups[often].astype(np.uint8), rarity[often].astype(np.float16)


def fitted(rows: Any, labels: Any) -> tuple[Any, Any]:
    """A column of weights and a bias for "not fair", and for each slip.

    "Not fair" is the sum of two: fitted to the features as they are, and to the features by how much more they stand
    in sentences that are not fair.
    """
    is_slip = labels != FAIR
    plain = LogisticRegression(C=3, solver="liblinear").fit(rows, is_slip)
    sizes = abs(rows)
    ratio = np.log1p(np.asarray(sizes[is_slip].sum(0)).ravel()) - np.log1p(np.asarray(sizes[~is_slip].sum(0)).ravel())
    counted = LogisticRegression(C=30, solver="liblinear").fit(rows @ diags(ratio), is_slip)
    columns = [plain.coef_[0] / SPREAD + counted.coef_[0] * ratio / SPREAD_OF_COUNTS]
    bias = [plain.intercept_[0] / SPREAD + counted.intercept_[0] / SPREAD_OF_COUNTS - MIDDLE_OF_SLIPS / SPREAD_OF_SLIPS]
    for slip in Slip:
        one = LogisticRegression(C=5, solver="liblinear").fit(rows, labels == slip.value)
        columns.append(one.coef_[0])
        bias.append(one.intercept_[0])
    return np.array(columns).T, np.array(bias)


if __name__ == "__main__":
    main(sys.argv[1:])
