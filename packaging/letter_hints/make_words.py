"""Makes `letter_words.npz`: the most frequent English words with two classes and a small vector each.

    PYTHONPATH=. python packaging/letter_hints/make_words.py GLOVE.txt

The vectors are those of GloVe 6B with 50 numbers a word (Pennington, Socher, Manning 2014; public domain dedication and
licence 1.0), centred and of equal length. The classes are groups of similar vectors, once 64 and once 400 of them.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import MiniBatchKMeans

WORDS = 15_000
CLASSES = (64, 400)
FULL = 0.75  # the largest number of a vector that is kept
TARGET = Path(__file__).resolve().parents[2] / "resources" / "content" / "en" / "letter_words.npz"


def main(source: Path) -> None:
    """Read the vectors, group them and write the file."""
    words, rows = [], []
    with source.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(40_000), strict=False):
            word, *numbers = line.split(" ")
            words.append(word)
            rows.append([float(number) for number in numbers])
    vectors = np.array(rows, np.float32)
    vectors -= vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    wide, narrow = (
        MiniBatchKMeans(count, random_state=0, n_init=3, batch_size=4096).fit(vectors[:20_000]).labels_[:WORDS]
        for count in CLASSES
    )
    small = np.clip(np.round(vectors[:WORDS] * 127 / FULL), -127, 127).astype(np.int8)
    np.savez_compressed(
        TARGET,
        words=np.frombuffer("\n".join(words[:WORDS]).encode(), np.uint8),
        wide=wide.astype(np.uint8),
        narrow=narrow.astype(np.uint16),
        vectors=small,
        step=np.float32(FULL / 127),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
