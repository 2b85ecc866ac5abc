"""Counts what the hints find in sentences with labels: `PYTHONPATH=. python packaging/letter_hints/exam.py FILE.jsonl`.

Each line of the file is an object with `text`, `label` (a slip, or "fair") and `like` (what a fair one resembles). The
intervals are those of Wilson for 95 %.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path

from trustplanner.content.letter_hints import Slip
from trustplanner.letter_hints.hints import hints_for, shipped_judges

FAIR = "fair"


class Counts:
    """How many sentences there were of each kind, and how many of them got which hint."""

    def __init__(self) -> None:
        self.all = Counter[tuple[str, str]]()
        self.hinted = Counter[tuple[str, str]]()
        self.right = Counter[tuple[str, str]]()

    def add(self, label: str, like: str, slips: Iterable[Slip]) -> None:
        """Count one sentence with the hints it got."""
        found = list(slips)
        kind = (label, like if label == FAIR else "")
        self.all[kind] += 1
        self.hinted[kind] += bool(found)
        self.right[kind] += label in found

    def sums(self, counter: Counter[tuple[str, str]], *, fair: bool) -> int:
        """The sum over all fair ones, or all others."""
        return sum(count for (label, _), count in counter.items() if (label == FAIR) is fair)


def share(part: int, whole: int) -> str:
    """A share with its interval, in per cent."""
    if not whole:
        return "none"
    rate, square = part / whole, 1.96**2
    middle = (rate + square / (2 * whole)) / (1 + square / whole)
    reach = 1.96 * sqrt(rate * (1 - rate) / whole + square / (4 * whole**2)) / (1 + square / whole)
    low, high = max(0.0, middle - reach), middle + reach
    return f"{part:>5} of {whole:<5} {100 * rate:5.1f} % ({100 * low:.1f}-{100 * high:.1f})"


def table(counts: Counts, *, short: bool = False) -> str:
    """All figures, or only the sums."""
    lines = []
    if not short:
        for slip in Slip:
            kind = (slip.value, "")
            whole = counts.all[kind]
            lines.append(
                f"{slip:<28} hinted {share(counts.hinted[kind], whole)}  right {share(counts.right[kind], whole)}"
            )
        for like in sorted({like for label, like in counts.all if label == FAIR}):
            kind = (FAIR, like)
            lines.append(f"fair, like {like:<28} hinted {share(counts.hinted[kind], counts.all[kind])}")
    bad, fair = counts.sums(counts.all, fair=False), counts.sums(counts.all, fair=True)
    lines.append(f"{'all slips':<28} hinted {share(counts.sums(counts.hinted, fair=False), bad)}")
    lines.append(f"{'with the right slip':<28} hinted {share(counts.sums(counts.right, fair=False), bad)}")
    lines.append(f"{'all fair ones':<28} hinted {share(counts.sums(counts.hinted, fair=True), fair)}")
    return "\n".join(lines)


def main(path: Path) -> None:
    """Print the figures for one file."""
    counts = Counts()
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        found = hints_for(row["text"], shipped_judges())
        counts.add(row["label"], row.get("like") or "none", [hint.slip for hint in found])
    print(table(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
