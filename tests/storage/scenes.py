"""What the tests of the vault write, and how they look at the folder afterwards."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from trustplanner.domain.moments import Draft, Setting
from trustplanner.storage.pages import PAGE_BYTES
from trustplanner.storage.plan_tables import drafts, settings
from trustplanner.storage.siblings import lock_of
from trustplanner.storage.vault import Vault

PASSPHRASE = "a long walk by the river"
MOMENT = datetime(2026, 5, 2, 19, 30, tzinfo=UTC)


def write_words(vault: Vault, count: int, size: int = 1500) -> None:
    """Fill some pages, in one transaction."""
    with vault.transaction() as unit:
        for number in range(count):
            unit.put(Draft(f"words-{number}", "w" * size, MOMENT))


def write_setting(vault: Vault, name: str, value: str) -> None:
    with vault.transaction() as unit:
        unit.put(Setting(name, value))


def settings_in(connection: Connection) -> dict[str, str]:
    return {row.id: row.value for row in connection.execute(select(settings))}


def drafts_in(connection: Connection) -> dict[str, str]:
    return {row.id: row.body for row in connection.execute(select(drafts))}


def content_of(vault: Vault) -> tuple[dict[str, str], dict[str, str]]:
    return vault.read(settings_in), vault.read(drafts_in)


def bytes_in(folder: Path, *, without_locks: bool = True) -> dict[str, bytes]:
    """Every file below a folder with its bytes, links and folders by name; lock files are kept on purpose."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[str(path.relative_to(folder))] = path.read_bytes()
        else:
            found[str(path.relative_to(folder))] = b"(no file)"
    if without_locks:
        for name in [name for name in found if name.endswith(lock_of(Path("x")).suffix)]:
            del found[name]
    return found


def flip(path: Path, position: int) -> None:
    """Change one byte."""
    with path.open("r+b") as handle:
        handle.seek(position)
        (byte,) = handle.read(1)
        handle.seek(position)
        handle.write(bytes([byte ^ 0x40]))


def pages_of(path: Path) -> list[bytes]:
    content = path.read_bytes()
    return [content[start : start + PAGE_BYTES] for start in range(0, len(content), PAGE_BYTES)]
