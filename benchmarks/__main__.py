"""Runs all benchmarks, or those named: `python -m benchmarks S3 S7`."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("PYTHONHASHSEED", "0")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import (
    r17_zones,
    s1_first_window,
    s2_unlock,
    s3_answer,
    s4_redraw,
    s5_hover_pan,
    s6_record,
    s7_due_list,
    s8_memory,
    s9_growth,
    s10_report,
    s11_event_loop,
    s12_first_start,
    s13_letter_hints,
    s14_search,
)


class Printed(Protocol):
    """What a benchmark found: one line, or a table."""

    def line(self) -> str:
        """What is printed of it."""


RUNS: dict[str, Callable[[], Sequence[Printed]]] = {
    "S1": s1_first_window.run,
    "S2": s2_unlock.run,
    "S3": s3_answer.run,
    "S4": s4_redraw.run,
    "S5": s5_hover_pan.run,
    "S6": s6_record.run,
    "S7": s7_due_list.run,
    "S8": s8_memory.run,
    "S9": s9_growth.run,
    "S10": s10_report.run,
    "S11": s11_event_loop.run,
    "S12": s12_first_start.run,
    "S13": s13_letter_hints.run,
    "S14": s14_search.run,
    "R17": r17_zones.run,
}


def main(names: list[str]) -> int:
    """Print every figure beside its limit; returns 0 whatever was reached, because machines differ."""
    names = [name.upper() for name in names]
    unknown = set(names) - set(RUNS)
    if unknown:
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(RUNS)}.", file=sys.stderr)
        return 2
    for name in names or RUNS:
        for measured in RUNS[name]():
            print(measured.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
