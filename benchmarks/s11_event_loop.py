"""S11: the longest gap of the event loop from the first paint to the chart being ready, beside one frame."""

from benchmarks.children import DRIVEN, run_child
from benchmarks.measuring import Measured, in_turns
from benchmarks.vaults import PASSPHRASE, demo_vault, home_in

FRAME = 1000 / 60


def run() -> list[Measured]:
    """Lock screen, unlocking, Today, Recovery with its chart drawn, on the demo's year."""
    with demo_vault() as vault:
        told = []

        def longest_gap() -> float:
            told.append(run_child(DRIVEN, str(vault), PASSPHRASE, "chart", environment=home_in(vault.parent)))
            return float(told[-1]["gaps"][0][0])

        measured = in_turns(
            "S11",
            1.0,
            ("longest gap of the event loop, first paint to chart ready", longest_gap),
            ("one frame", lambda: FRAME),
        )
        return [measured]
