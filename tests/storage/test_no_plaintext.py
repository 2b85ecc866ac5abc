"""Nothing a person writes, no passphrase and no key ever reaches a file in plain."""

import base64
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.children import Children
from tests.storage.scenes import MOMENT, bytes_in
from trustplanner.domain.moments import Draft, Setting
from trustplanner.storage.keys import TEST, VaultKey
from trustplanner.storage.opening import unlock
from trustplanner.storage.siblings import backups_of, journal_of
from trustplanner.storage.vault import Vault

MARKER = "Marker-of-what-Sam-wrote-7f3a"
PASSPHRASE = "Marker-of-the-passphrase-91c2"
NEW_PASSPHRASE = "Marker-of-the-new-passphrase-55d0"


def encodings(words: str) -> set[bytes]:
    """A marker as it might end up in a file: text in eight forms."""
    plain = words.encode()
    return {
        plain,
        plain.upper(),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        base64.b64encode(plain).rstrip(b"="),
        words.encode("utf-16-le"),
        words.encode("utf-16-be"),
        words.encode("utf-32-le"),
    }


def found_in(folder: Path, secrets: set[bytes]) -> list[str]:
    return [name for name, content in bytes_in(folder).items() if any(secret in content for secret in secrets)]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds all that is written, temporary files included."""
    temporary = tmp_path / "room" / "temporary"
    temporary.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    return temporary.parent


def whole_life(room: Path, secrets: set[bytes]) -> Iterator[str]:
    """Everything that writes to the disk; yields after each step, with the transaction still open in one."""
    path = room / "mine.vault"
    vault = Vault.create(path, PASSPHRASE, TEST)
    secrets |= secrets_of(unlock(path, PASSPHRASE))
    yield "created"
    with vault.transaction() as unit:
        unit.read(lambda c: c.exec_driver_sql("PRAGMA cache_size = 1"))
        for number in range(300):
            unit.put(Draft(f"{MARKER}-{number}", MARKER * 40, MOMENT))
        yield "spilled"
    for number in range(300):
        with vault.transaction() as unit:
            unit.put(Setting(MARKER, f"{MARKER} {number}"))
            if number % 100 == 0:
                assert journal_of(path).exists()
                yield "journal"
    with vault.transaction() as unit:
        query = "SELECT count(*) FROM (SELECT DISTINCT body, id FROM drafts ORDER BY body || id DESC)"
        unit.read(lambda c: c.exec_driver_sql(query))
        yield "sorted"
        for number in range(0, 300, 2):
            unit.delete(Draft(f"{MARKER}-{number}", "", MOMENT))
    yield "deleted"
    vault.back_up()
    yield "backed up"
    vault.change_passphrase(NEW_PASSPHRASE)
    secrets |= secrets_of(unlock(path, NEW_PASSPHRASE))
    yield "passphrase changed"
    vault.close()
    yield "closed"
    with Vault.open(path, NEW_PASSPHRASE, writable=False) as reading:
        assert reading.read(lambda c: c.exec_driver_sql("SELECT count(*) FROM drafts").scalar()) == 150
        yield "read"


def secrets_of(key: VaultKey) -> set[bytes]:
    raw = bytes(key.raw)
    return {raw, raw.hex().encode(), raw.hex().upper().encode(), base64.b64encode(raw).rstrip(b"=")}


def test_no_file_ever_holds_a_marker_a_passphrase_or_a_key(room: Path) -> None:
    secrets = encodings(MARKER) | encodings(PASSPHRASE) | encodings(NEW_PASSPHRASE)
    steps = []
    for step in whole_life(room, secrets):
        steps.append(step)
        assert found_in(room, secrets) == [], step
    assert len(steps) == 11
    assert list(backups_of(room / "mine.vault").iterdir())


def test_no_file_begins_like_a_plain_database(room: Path) -> None:
    for _ in whole_life(room, set()):
        assert not [name for name, content in bytes_in(room).items() if content.startswith(b"SQLite format 3")]


def test_the_remains_of_a_crash_hold_no_marker(room: Path, children: Children) -> None:
    path = room / "mine.vault"
    with Vault.create(path, "a long walk by the river", TEST) as vault, vault.transaction() as unit:
        unit.put(Draft("old", MARKER, MOMENT))
    children.run("crash_in_transaction", path=str(path), name=MARKER, count=400)
    assert journal_of(path).exists()
    assert found_in(room, encodings(MARKER)) == []
    Vault.open(path, "a long walk by the river").close()
    assert found_in(room, encodings(MARKER)) == []


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le", "UTF-16be"])
def test_the_same_search_finds_the_marker_in_a_database_that_is_not_encrypted(room: Path, encoding: str) -> None:
    plain = sqlite3.connect(room / "plain.db", isolation_level=None)
    plain.execute(f"PRAGMA encoding = '{encoding}'")
    plain.execute("CREATE TABLE drafts (body TEXT)")
    plain.execute("INSERT INTO drafts VALUES (?)", (MARKER,))
    assert found_in(room, encodings(MARKER)) == ["plain.db"]
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("PRAGMA cache_size = 1")
    plain.execute("UPDATE drafts SET body = 'gone'")
    shutil.copy(room / "plain.db-journal", room / "journal of a crash")
    plain.execute("COMMIT")
    plain.close()
    assert "journal of a crash" in found_in(room, encodings(MARKER))
