"""Vaults of the demo story for measuring, made once for a run with the key derivation of real vaults."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from trustplanner.actions.demo import write_demo

PASSPHRASE = "demo"


@contextmanager
def demo_vault(years: int = 1, commitments: int | None = None) -> Iterator[Path]:
    """A vault with so many years of the story; the folder also serves as an empty home."""
    with TemporaryDirectory(prefix="trustplanner-benchmark-") as folder:
        path = Path(folder) / "plan.vault"
        write_demo(path, PASSPHRASE, lambda: datetime.now(UTC).astimezone(), years=years, commitments=commitments)
        yield path


def home_in(folder: Path) -> dict[str, str]:
    """The variables that make a folder the person's home."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR")
    return dict.fromkeys(names, str(folder))
