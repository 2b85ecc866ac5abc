"""Whatever a command is given: one plain sentence, the right exit status, nothing changed."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.conftest import Run, require_one_plain_sentence, sentence
from tests.exchange.loop_files import tables
from tests.full_vault import PASSPHRASE
from tests.storage.conftest import ordinary_folder  # noqa: F401  (a fixture)
from tests.storage.scenes import bytes_in
from trustplanner.domain.errors import Code
from trustplanner.storage.connecting import connect
from trustplanner.storage.file_checks import read_salt
from trustplanner.storage.keys import derive
from trustplanner.storage.pages import PAGE_BYTES
from trustplanner.storage.vault import Vault

# What is wrong with a vault: each makes it from a good one


def empty(vault: Path) -> None:
    vault.write_bytes(b"")


def cut_off(vault: Path) -> None:
    vault.write_bytes(vault.read_bytes()[:-1000])


def foreign(vault: Path) -> None:
    vault.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(8184))


def plain_sqlite(vault: Path) -> None:
    vault.write_bytes(b"SQLite format 3\0" + bytes(8176))


def newer(vault: Path) -> None:
    driver = connect(vault, derive(PASSPHRASE, read_salt(vault)), writable=True)
    driver.execute("UPDATE alembic_version SET version_num = '9999'")
    driver.close()


def link(vault: Path) -> None:
    vault.rename(vault.with_name("real"))
    vault.symlink_to("real")


def folder(vault: Path) -> None:
    vault.unlink()
    vault.mkdir()


def pipe(vault: Path) -> None:
    vault.unlink()
    os.mkfifo(vault)


def missing(vault: Path) -> None:
    vault.unlink()


def missing_folder(vault: Path) -> None:
    shutil.rmtree(vault.parent)


BAD_VAULTS: dict[Callable[[Path], None], tuple[Code, int]] = {
    empty: (Code.FILE_EMPTY, 4),
    cut_off: (Code.FILE_TRUNCATED, 4),
    foreign: (Code.FILE_FOREIGN, 4),
    plain_sqlite: (Code.FILE_NOT_ENCRYPTED, 4),
    newer: (Code.FILE_NEWER, 4),
    link: (Code.FILE_IS_LINK, 5),
    folder: (Code.FILE_IS_FOLDER, 5),
    pipe: (Code.FILE_NOT_REGULAR, 5),
    missing: (Code.FILE_MISSING, 5),
    missing_folder: (Code.FOLDER_MISSING, 5),
}
COMMANDS = ("check", "record", "chart", "export", "import")


def call(command: str, vault: Path, beside: Path) -> tuple[object, ...]:
    """A good call of each command, but for the vault."""
    match command:
        case "chart":
            return "chart", vault, "-o", beside / "chart.svg"
        case "export":
            return "export", vault, "-o", beside / "plan.json"
        case "import":
            return "import", beside / "good.json", "--into", vault
        case _:
            return command, vault


@pytest.fixture
def beside(run: Run, vault_file: Path, tmp_path: Path) -> Path:
    """A folder for what the commands would write, with a good archive in it."""
    folder = tmp_path / "beside"
    folder.mkdir()
    assert run("export", vault_file, "-o", folder / "good.json").status == 0
    return folder


BAD_CALLS = [
    pytest.param(command, spoil, id=f"{command}-{spoil.__name__}")
    for command in COMMANDS
    for spoil in BAD_VAULTS
    if (command, spoil) != ("import", missing)  # then a new vault is made
]


@pytest.mark.parametrize(("command", "spoil"), BAD_CALLS)
def test_a_bad_vault_is_named_for_what_it_is(
    run: Run, vault_file: Path, beside: Path, command: str, spoil: Callable[[Path], None]
) -> None:
    spoil(vault_file)
    before = bytes_in(beside.parent)
    told = run(*call(command, vault_file, beside))
    code, status = BAD_VAULTS[spoil]
    assert told.status == status
    if command == "check" and code is Code.FILE_TRUNCATED:
        pages = -(-vault_file.stat().st_size // PAGE_BYTES)  # the last of them is cut
        assert told.err == sentence(Code.FILE_DAMAGED, page=str(pages), pages=pages)
    else:
        named = vault_file.parent if code is Code.FOLDER_MISSING else vault_file
        assert told.err == sentence(code, path=str(named))
    assert bytes_in(beside.parent) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_passphrase_is_told_apart_from_damage(
    run: Run, vault_file: Path, beside: Path, passphrase_file: Path, command: str
) -> None:
    passphrase_file.write_text("something else", encoding="utf-8")
    before = bytes_in(beside.parent)
    told = run(*call(command, vault_file, beside))
    assert told.status == 3
    require_one_plain_sentence(told)
    assert told.err == sentence(Code.WRONG_PASSPHRASE)
    assert bytes_in(beside.parent) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_while_a_window_holds_the_vault_a_command_says_so(
    run: Run, vault_file: Path, beside: Path, command: str
) -> None:
    with Vault.open(vault_file, PASSPHRASE):
        told = run(*call(command, vault_file, beside))
    assert told.status == 5
    require_one_plain_sentence(told)
    assert told.err == sentence(Code.IN_USE)


@pytest.mark.parametrize("name", ["a?b#c%41'\".vault", "č ž.vault", "-dash.vault", "a\nb.vault", "plain"])
def test_any_name_the_system_takes_will_do(run: Run, vault_file: Path, beside: Path, name: str) -> None:
    vault_file = vault_file.rename(vault_file.with_name(name))
    for command in ("check", "record", "export", "import"):
        told = run(*call(command, vault_file, beside))
        assert (told.status, told.err) == (0, "")
        assert told.out.isprintable() or "\n" in told.out


# Places without rights, for a person who is not root


IMPORTED_BY_COMMANDS = (
    "encodings.utf_8_sig",
    "nacl.bindings",
    "trustplanner.actions.demo",
    "trustplanner.charts.sentences",
    "trustplanner.exchange.exports",
    "trustplanner.exchange.json_archive",
    "trustplanner.exchange.record_texts",
    "trustplanner.exchange.vault_record",
    "trustplanner.exchange.whole_files",
    "trustplanner.storage.check",
)


class Room:
    """A folder of a person without special rights, with a vault, a passphrase and an archive."""

    def __init__(self, folder: Path, vault: bytes) -> None:
        self.folder = folder / "room"
        self.folder.mkdir()
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        self.vault = self.folder / "mine.vault"
        self.vault.write_bytes(vault)
        self.words = folder / "passphrase"
        self.words.write_text(PASSPHRASE, encoding="utf-8")


@pytest.fixture
def room(lived: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Room:
    vault = lived.read_bytes()  # while this process still may, as it may import what may lie in root's own home
    for module in IMPORTED_BY_COMMANDS:
        import_module(module)
    folder = request.getfixturevalue("ordinary_folder")
    (folder / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "temporary"))
    return Room(folder, vault)


@pytest.mark.parametrize("command", ["check", "record", "export"])
def test_a_vault_that_may_not_be_read_is_named(run: Run, room: Room, command: str) -> None:
    room.vault.chmod(0)
    told = run(*call(command, room.vault, room.elsewhere), "--passphrase-file", room.words)
    assert told.status == 5
    require_one_plain_sentence(told)
    assert told.err == sentence(Code.NO_PERMISSION, path=str(room.vault))
    assert list(room.elsewhere.iterdir()) == []


def test_a_vault_that_may_only_be_read_is_read(run: Run, room: Room) -> None:
    room.vault.chmod(0o400)
    room.folder.chmod(0o500)
    for command in ("check", "record", "export"):
        told = run(*call(command, room.vault, room.elsewhere), "--passphrase-file", room.words)
        assert (told.status, told.err) == (0, "")
    archive = room.elsewhere / "plan.json"
    told = run("import", archive, "--into", room.vault, "--passphrase-file", room.words)
    assert told.status == 5
    require_one_plain_sentence(told)


def test_where_nothing_may_be_written_nothing_appears(run: Run, room: Room) -> None:
    archive = room.elsewhere / "plan.json"
    run("export", room.vault, "-o", archive, "--passphrase-file", room.words)
    room.folder.chmod(0o500)
    before = bytes_in(room.folder)
    for target in (
        ("export", room.vault, "-o", room.folder / "plan.json"),
        ("import", archive, "--into", room.folder / "new.vault"),
        ("demo", "-o", room.folder / "demo.vault"),
    ):
        told = run(*target, "--passphrase-file", room.words)
        assert told.status == 5
        require_one_plain_sentence(told)
    assert bytes_in(room.folder) == before


def test_a_passphrase_file_that_may_not_be_read_is_named(run: Run, room: Room) -> None:
    room.words.chmod(0)
    told = run("check", room.vault, "--passphrase-file", room.words)
    assert (told.status, told.err) == (5, sentence(Code.NO_PERMISSION, path=str(room.words)))


# What is wrong with the place to write to


@pytest.mark.parametrize("command", ["export", "chart"])
def test_a_target_that_cannot_be_is_refused_before_the_passphrase_is_asked_for(
    run: Run, vault_file: Path, beside: Path, command: str, passphrase_file: Path
) -> None:
    passphrase_file.unlink()
    ending = ".json" if command == "export" else ".svg"
    (beside / f"folder{ending}").mkdir()
    (beside / f"link{ending}").symlink_to("good.json")
    before = bytes_in(beside)
    for name, code, status in (
        (f"folder{ending}", Code.FILE_IS_FOLDER, 5),
        (f"link{ending}", Code.FILE_IS_LINK, 5),
        ("plan.txt", Code.UNKNOWN_FORMAT, 2),
        ("plan", Code.UNKNOWN_FORMAT, 2),
        ("plan.csv", Code.UNKNOWN_FORMAT, 2),
        (ending, Code.UNKNOWN_FORMAT, 2),
    ):
        told = run(command, vault_file, "-o", beside / name)
        assert (told.status, told.err) == (status, sentence(code, path=str(beside / name)))
    nowhere = beside / "nowhere" / f"plan{ending}"
    told = run(command, vault_file, "-o", nowhere)
    assert (told.status, told.err) == (5, sentence(Code.FOLDER_MISSING, path=str(nowhere.parent)))
    assert bytes_in(beside) == before


def test_the_vault_itself_is_never_written_over(run: Run, vault_file: Path) -> None:
    vault_file = vault_file.rename(vault_file.with_name("vault.json"))
    os.link(vault_file, vault_file.with_name("same.json"))
    before = vault_file.read_bytes()
    for target in ("vault.json", "same.json"):
        told = run("export", vault_file, "-o", vault_file.with_name(target))
        assert told.status == 2
        require_one_plain_sentence(told)
    assert vault_file.read_bytes() == before


def test_a_new_vault_is_not_made_where_something_is(run: Run, vault_file: Path) -> None:
    before = bytes_in(vault_file.parent)
    told = run("demo", "-o", vault_file)
    assert (told.status, told.err) == (2, sentence(Code.VAULT_EXISTS, path=str(vault_file)))
    assert bytes_in(vault_file.parent) == before


# What is wrong with a file to import


@pytest.mark.parametrize(
    ("content", "code", "status"),
    [
        (b"", Code.FILE_EMPTY, 4),
        (b"\xff\xfe", Code.NOT_UTF8, 4),
        (b"title,day\n", Code.FILE_FOREIGN, 4),
        (b'{"format": "trustplanner", "version": 2}', Code.FILE_NEWER, 4),
        (b'{"format": "trustplanner", "version": 1, "pl', Code.IMPORT_CUT_OFF, 4),
    ],
)
def test_an_archive_that_is_none_is_named_and_nothing_is_made(
    run: Run, vault_file: Path, beside: Path, content: bytes, code: Code, status: int
) -> None:
    archive = beside / "bad.json"
    archive.write_bytes(content)
    before = bytes_in(beside.parent)
    for into in (vault_file, beside / "new.vault"):
        told = run("import", archive, "--into", into)
        assert told.status == status
        require_one_plain_sentence(told)
        assert told.err == sentence(code, path=str(archive))
    assert bytes_in(beside.parent) == before


def test_a_fault_is_named_by_its_place_without_what_was_written(run: Run, vault_file: Path, beside: Path) -> None:
    raw = json.loads((beside / "good.json").read_bytes())
    raw["commitments"][2]["terms"][0]["schedule"] = "whenever Ana asks"
    (beside / "bad.json").write_text(json.dumps(raw), encoding="utf-8")
    before = bytes_in(beside.parent)
    for into in (vault_file, beside / "new.vault"):
        told = run("import", beside / "bad.json", "--into", into)
        assert told.status == 2
        require_one_plain_sentence(told)
        assert "commitments[2].terms[0].schedule" in told.err
        assert "Ana" not in told.err
    assert bytes_in(beside.parent) == before


@pytest.mark.parametrize(
    ("name", "code"),
    [("nothing.json", Code.FILE_MISSING), ("folder.json", Code.FILE_IS_FOLDER), ("pipe.json", Code.FILE_NOT_REGULAR)],
)
def test_an_archive_that_cannot_be_read_is_named(
    run: Run, vault_file: Path, beside: Path, name: str, code: Code
) -> None:
    (beside / "folder.json").mkdir()
    os.mkfifo(beside / "pipe.json")
    told = run("import", beside / name, "--into", vault_file)
    assert (told.status, told.err) == (5, sentence(code, path=str(beside / name)))


def test_an_import_needs_its_ending(run: Run, vault_file: Path, beside: Path) -> None:
    told = run("import", beside / "loop.csv", "--into", vault_file)
    assert (told.status, told.err) == (2, sentence(Code.UNKNOWN_FORMAT, path=str(beside / "loop.csv")))


@pytest.mark.parametrize(
    ("name", "content", "code", "status"),
    [
        ("loop.zip", b"", Code.FILE_EMPTY, 4),
        ("loop.zip", tables()[:-30], Code.IMPORT_CUT_OFF, 4),
        ("loop.zip", tables("Position,Name\n001,Caf\xe9\n".encode("latin-1")), Code.NOT_UTF8, 4),
        ("loop.zip", tables(marks={"001": "2026-02-30,2\n"}), Code.IMPORT_INVALID, 2),
        ("loop.zip", tables(marks={"001": "2026-03-07,2\n" * 4_000_000}), Code.FILE_TOO_LARGE, 5),
        ("loop.zip", tables(marks={}), Code.IMPORT_WITHOUT_ENTRIES, 2),
        ("loop.db", b"{}", Code.FILE_FOREIGN, 4),
        ("loop.db", b"SQLite format 3\0" + bytes(2000), Code.IMPORT_DAMAGED, 4),
    ],
    ids=[
        "empty",
        "cut off",
        "another encoding",
        "no such day",
        "a bomb",
        "nothing",
        "no database",
        "an empty database",
    ],
)
def test_habits_that_cannot_be_brought_over_are_one_plain_sentence_and_change_nothing(
    run: Run, vault_file: Path, beside: Path, name: str, content: bytes, code: Code, status: int
) -> None:
    (beside / name).write_bytes(content)
    before = bytes_in(beside.parent)
    state = vault_file.with_name(f"{vault_file.name}.state")  # of a vault that was opened and closed
    for into in (vault_file, beside / "new.vault"):
        told = run("import", beside / name, "--into", into)
        assert told.status == status
        require_one_plain_sentence(told)
        facts = {"place": "line 1 of habit 1", "expected": "a date such as 2026-05-02"}
        assert told.err == sentence(code, path=str(beside / name), **facts)
        state.unlink(missing_ok=True)
    assert bytes_in(beside.parent) == before


# What is wrong with the call


@pytest.mark.parametrize(
    "arguments",
    [
        ["walk"],
        ["check"],
        ["check", "a", "b"],
        ["check", "a", "--passphrase", "secret"],
        ["check", "a", "--pass", "secret"],
        ["record", "a", "--from", "yesterday"],
        ["record", "a", "--from", "2026-02-30"],
        ["record", "a", "--from", "20260302"],
        ["record", "a", "--to"],
        ["chart", "a"],
        ["chart", "a", "-o", "b.svg", "--range", "5y"],
        ["export", "a"],
        ["export", "a", "-o", "b.json", "--preview"],
        ["import", "a.json"],
        ["demo"],
        ["demo", "-o", "a.vault", "--years", "0"],
        ["demo", "-o", "a.vault", "--years", "many"],
        ["demo", "-o", "a.vault", "--years", "1000"],
        ["demo", "-o", "a.vault", "--commitments", "-1"],
        ["--vault", "a", "check", "b"],
        ["--demo", "check", "b"],
        ["--vault", "a", "--demo"],
        ["--vault"],
        ["--colour", "red"],
        ["\x1b[2J"],
    ],
)
def test_a_mistake_in_the_call_is_one_plain_sentence(
    run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = bytes_in(tmp_path)
    told = run(*arguments)
    assert told.status == 2
    require_one_plain_sentence(told)
    assert "\x1b" not in told.err
    assert bytes_in(tmp_path) == before


def test_days_in_the_wrong_order_are_a_mistake(run: Run, vault_file: Path) -> None:
    for days in (("--from", "2026-03-05", "--to", "2026-03-04"), ("--from", "2026-03-24")):
        told = run("record", vault_file, *days)
        assert told.status == 2
        require_one_plain_sentence(told)


# Where the passphrase comes from


@pytest.mark.parametrize(
    "content", [f"{PASSPHRASE}\r\nmore".encode(), f"\ufeff{PASSPHRASE}".encode(), PASSPHRASE.encode()]
)
def test_the_passphrase_is_the_first_line(run: Run, vault_file: Path, passphrase_file: Path, content: bytes) -> None:
    passphrase_file.write_bytes(content)
    assert run("check", vault_file).status == 0


def test_the_file_that_the_call_names_comes_before_the_environment(
    run: Run, vault_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUSTPLANNER_PASSPHRASE_FILE", str(tmp_path / "nothing"))
    assert run("check", vault_file, "--passphrase-file", tmp_path / "passphrase").status == 0
    told = run("check", vault_file)
    assert (told.status, told.err) == (5, sentence(Code.FILE_MISSING, path=str(tmp_path / "nothing")))


@pytest.mark.parametrize(
    ("content", "code", "status"),
    [(b"", Code.NO_PASSPHRASE, 2), (b"\nsecond", Code.NO_PASSPHRASE, 2), (b"\xff\xfe", Code.NOT_UTF8, 5)],
)
def test_a_passphrase_file_without_a_passphrase_is_named(
    run: Run, vault_file: Path, passphrase_file: Path, content: bytes, code: Code, status: int
) -> None:
    passphrase_file.write_bytes(content)
    told = run("check", vault_file)
    assert (told.status, told.err) == (status, sentence(code, path=str(passphrase_file), option="--passphrase-file"))


def test_without_a_terminal_and_a_file_no_passphrase_is_asked_for(
    run: Run, vault_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRUSTPLANNER_PASSPHRASE_FILE")
    told = run("check", vault_file)
    assert (told.status, told.err) == (2, sentence(Code.NO_PASSPHRASE, option="--passphrase-file"))
