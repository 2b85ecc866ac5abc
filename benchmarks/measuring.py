"""Measures a figure and its limit in turns, so that whatever else the machine does falls on both."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure beside its limit: milliseconds of each round, and the ratio that is to be reached."""

    code: str
    figure: str
    limit: str
    goal: float
    figure_ms: tuple[float, ...]
    limit_ms: tuple[float, ...]
    note: str = ""

    @property
    def ratio(self) -> float:
        """The median of the rounds' own ratios."""
        return median(a / b for a, b in zip(self.figure_ms, self.limit_ms, strict=True))

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio <= self.goal

    def line(self) -> str:
        """One line of the table."""
        reached = "reached" if self.is_reached else f"{self.ratio / self.goal:.2f} times the goal"
        return (
            f"{self.code:<4} {self.figure:<58} {median(self.figure_ms):>10.3f} ms\n"
            f"     {self.limit:<58} {median(self.limit_ms):>10.3f} ms\n"
            f"     ratio {self.ratio:.2f}, goal {self.goal:.2f}: {reached}"
            + (f"\n     {self.note}" if self.note else "")
        )


def in_turns(
    code: str,
    goal: float,
    figure: tuple[str, Callable[[], float]],
    limit: tuple[str, Callable[[], float]],
    *,
    rounds: int = ROUNDS,
    note: str = "",
) -> Measured:
    """Measure both in turns after one round of each that does not count.

    The functions return milliseconds, so that each decides what it times.
    """
    figure[1]()
    limit[1]()
    figures, limits = [], []
    for _ in range(rounds):
        figures.append(figure[1]())
        limits.append(limit[1]())
    return Measured(code, figure[0], limit[0], goal, tuple(figures), tuple(limits), note)


def timed(work: Callable[[], object], repeat: int = 1) -> Callable[[], float]:
    """A function that does `work` and returns how many milliseconds one of `repeat` times took."""

    def measure() -> float:
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            began = time.perf_counter_ns()
            for _ in range(repeat):
                work()
            return (time.perf_counter_ns() - began) / 1e6 / repeat
        finally:
            if was_enabled:
                gc.enable()

    return measure
