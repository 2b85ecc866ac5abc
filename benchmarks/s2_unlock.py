"""S2: from Enter on the passphrase to Today painted, ten years of data, beside the key derivation alone."""

from functools import partial
from pathlib import Path

from benchmarks.children import DERIVATION, DRIVEN, run_child
from benchmarks.measuring import Measured, in_turns
from benchmarks.vaults import PASSPHRASE, demo_vault, home_in


def run() -> list[Measured]:
    """With one year and with ten years of twenty commitments: it must hardly grow."""
    found = []
    for years, commitments in ((1, None), (10, 20)):
        with demo_vault(years, commitments) as vault:
            found.append(
                in_turns(
                    "S2",
                    1.25,
                    (f"Enter to Today painted, {years} years of data", partial(_unlock, vault)),
                    ("the key derivation alone", partial(_derive, vault)),
                )
            )
    return found


def _unlock(vault: Path) -> float:
    told = run_child(DRIVEN, str(vault), PASSPHRASE, "today", environment=home_in(vault.parent))
    return float(told["marks"]["today"] - told["marks"]["enter"])


def _derive(vault: Path) -> float:
    return float(run_child(DERIVATION, str(vault), PASSPHRASE))
