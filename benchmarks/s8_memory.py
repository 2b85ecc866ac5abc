"""S8: the most memory that the program held, with Today shown and with Recovery drawn, beside a bare window."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.children import BARE_WINDOW, DRIVEN, run_child
from benchmarks.measuring import Measured, in_turns
from benchmarks.vaults import PASSPHRASE, demo_vault, home_in

# A child ends at once, so that it says what it held just before; the key derivation is over by then, but its 256 MiB
# would be the most memory that was ever held: what is held at the end is read instead.
HELD = """
def held():
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
"""
BARE = HELD + BARE_WINDOW.replace('print((time.monotonic_ns() - int(os.environ["T0"])) / 1e6', "print(held()")
PROGRAM = HELD + DRIVEN.replace('json.dumps({"marks"', 'json.dumps({"held": held(), "marks"')


def run() -> list[Measured]:
    """The figures are mebibytes, although the table says ms."""
    found = []
    for years in (1, 10):
        with demo_vault(years, 20 if years > 1 else None) as vault:
            for wanted, name, goal in (("today", "Today shown", 1.6), ("chart", "Recovery drawn too", 2.6)):
                found.append(
                    in_turns(
                        "S8",
                        goal,
                        (f"MiB held: {name}, {years} years", _program(vault, wanted)),
                        ("MiB held: a bare window", lambda: float(run_child(BARE))),
                        rounds=3,
                        note="Mebibytes, not milliseconds.",
                    )
                )
    return found


def _program(vault: Path, wanted: str) -> Callable[[], float]:
    def held() -> float:
        return float(run_child(PROGRAM, str(vault), PASSPHRASE, wanted, environment=home_in(vault.parent))["held"])

    return held
