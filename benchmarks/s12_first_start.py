"""S12: the first start ever, with an empty home, beside a warm start of the same build; to the window, to the chart."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.children import DRIVEN, FIRST_WINDOW, run_child
from benchmarks.measuring import Measured, in_turns
from benchmarks.vaults import PASSPHRASE, demo_vault, home_in


def run() -> list[Measured]:
    """Nothing may be scanned or compiled at the first start that a later one finds done."""
    with demo_vault() as vault, TemporaryDirectory() as warm_home:

        def start(home: Path) -> float:
            return float(run_child(FIRST_WINDOW, str(vault), environment=home_in(home)))

        def chart(home: Path) -> float:
            told = run_child(DRIVEN, str(vault), PASSPHRASE, "chart", environment=home_in(home))
            return float(told["marks"]["chart"] - told["marks"]["recovery"])

        return [
            in_turns(
                "S12",
                1.05,
                (f"first start ever, to {name}", _in_empty_home(measure)),
                ("a warm start", partial(measure, Path(warm_home))),
            )
            for name, measure in (("the window", start), ("the chart, from Today", chart))
        ]


def _in_empty_home(measure: Callable[[Path], float]) -> Callable[[], float]:
    def once() -> float:
        with TemporaryDirectory() as home:
            return measure(Path(home))

    return once
