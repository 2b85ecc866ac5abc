import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine

from tests.storage.children import ROOT, Children
from tests.storage.migrations import write_first_revision
from tests.storage.scenes import PASSPHRASE, bytes_in, content_of, write_setting, write_words
from trustplanner.domain.errors import Code, DamagedError, UnreadableError
from trustplanner.storage import tables
from trustplanner.storage.backups import backups
from trustplanner.storage.check import check_vault
from trustplanner.storage.migrations import RELEASED, Revisions
from trustplanner.storage.migrations.upgrade import run_revisions
from trustplanner.storage.opening import unlock
from trustplanner.storage.siblings import backups_of
from trustplanner.storage.vault import Vault

RELEASED_VAULTS = Path(__file__).parent / "released"

# A revision as they are written: a table is made anew to change it, which is where cascades lose rows.
REBUILD = """
from alembic import op
import os, signal

revision = "0002"
down_revision = "0001"

STEPS = (
    "CREATE TABLE new_sessions (id TEXT NOT NULL PRIMARY KEY, day INTEGER NOT NULL, at_minute INTEGER,"
    " with_whom TEXT NOT NULL, created_at INTEGER NOT NULL, place TEXT NOT NULL) STRICT",
    "INSERT INTO new_sessions SELECT id, day, at_minute, with_whom, created_at, 'here' FROM sessions",
    "DROP TABLE sessions",
    "ALTER TABLE new_sessions RENAME TO sessions",
    "UPDATE drafts SET body = body || ' migrated'",
    "CREATE INDEX ix_sessions_day ON sessions (day)",
)


def upgrade():
    connection = op.get_bind()
    for number, step in enumerate(STEPS):
        connection.exec_driver_sql(step)
        {after_step}
"""
DIES_AFTER = "if number == {number}: os.kill(os.getpid(), signal.SIGKILL)"
SESSIONS = 30


def revisions_with(folder: Path, text: str, newest: str = "0002") -> Revisions:
    shutil.copytree(RELEASED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{newest}_synthetic.py").write_text(text)
    return Revisions((*RELEASED.known, newest), folder)


@pytest.fixture
def rebuild(tmp_path: Path) -> Revisions:
    return revisions_with(tmp_path / "rebuild", REBUILD.format(after_step="pass"))


@pytest.fixture
def old(closed: Path) -> Path:
    """A vault of the released schema, with rows that refer to rows of the table that is made anew."""
    with Vault.open(closed, PASSPHRASE) as vault, vault.transaction() as unit:
        for number in range(SESSIONS):
            unit.read(
                lambda c, n: c.exec_driver_sql("INSERT INTO sessions VALUES (?, 1, NULL, 'Ms Berg', 0)", (f"s{n}",)),
                number,
            )
            unit.read(
                lambda c, n: c.exec_driver_sql("INSERT INTO agenda_lines VALUES (?, ?, 1, 'w')", (f"a{n}", f"s{n}")),
                number,
            )
    return closed


def whole_state(vault: Vault) -> str:
    """ "old" or "new"; whatever is neither is half a migration."""

    def one(statement: str) -> object:
        return vault.read(lambda c: c.exec_driver_sql(statement).scalar())

    assert one("SELECT count(*) FROM drafts") == 40
    assert one("SELECT count(*) FROM sessions") == SESSIONS
    assert one("SELECT count(*) FROM agenda_lines") == SESSIONS
    signs = {
        "version": one("SELECT version_num FROM alembic_version") == "0002",
        "column": one("SELECT count(*) FROM pragma_table_info('sessions') WHERE name = 'place'") == 1,
        "rows": one("SELECT count(*) FROM drafts WHERE body LIKE '% migrated'") == 40,
        "any row": one("SELECT count(*) FROM drafts WHERE body LIKE '% migrated'") != 0,
        "index": "place" in str(one("SELECT sql FROM sqlite_schema WHERE name = 'sessions'")),
    }
    assert len(set(signs.values())) == 1, signs
    return "new" if signs["version"] else "old"


def state_after_kill(path: Path, revisions: Revisions) -> str:
    """The state as the older program sees it or, if that refuses the vault as newer, as the newer one does."""
    older = Revisions(revisions.known[:1], revisions.folder)
    try:
        vault = Vault.open(path, PASSPHRASE, writable=False, revisions=older)
    except DamagedError:
        vault = Vault.open(path, PASSPHRASE, writable=False, revisions=revisions)
    with vault:
        return whole_state(vault)


def test_a_pending_migration_runs_at_opening_and_loses_no_row(old: Path, rebuild: Revisions) -> None:
    with Vault.open(old, PASSPHRASE) as vault:
        assert whole_state(vault) == "old"
    with Vault.open(old, PASSPHRASE, revisions=rebuild) as vault:
        assert whole_state(vault) == "new"
        assert vault.changed_since_open
        assert vault.read(lambda c: c.exec_driver_sql("PRAGMA foreign_keys").scalar()) == 1
    assert check_vault(old, PASSPHRASE, revisions=rebuild).is_sound


def test_a_verified_backup_of_the_old_schema_is_made_before(old: Path, rebuild: Revisions) -> None:
    before = len(backups(old))
    Vault.open(old, PASSPHRASE, revisions=rebuild).close()
    made = backups(old)[before:]
    assert len(made) == 2, "one before the migration, one at close"
    assert [check_vault(copy.path, PASSPHRASE, revisions=rebuild).revision for copy in made] == ["0001", "0002"]


def test_without_a_backup_there_is_no_migration(old: Path, rebuild: Revisions) -> None:
    shutil.rmtree(backups_of(old))
    backups_of(old).write_text("in the way")
    before = bytes_in(old.parent)
    with pytest.raises(UnreadableError):
        Vault.open(old, PASSPHRASE, revisions=rebuild)
    assert bytes_in(old.parent) == before


def test_it_runs_once(old: Path, rebuild: Revisions) -> None:
    Vault.open(old, PASSPHRASE, revisions=rebuild).close()
    before = bytes_in(old.parent)
    with Vault.open(old, PASSPHRASE, revisions=rebuild) as vault:
        assert not vault.changed_since_open
    assert bytes_in(old.parent) == before


def test_an_older_program_refuses_the_newer_vault_and_leaves_every_byte(old: Path, rebuild: Revisions) -> None:
    Vault.open(old, PASSPHRASE, revisions=rebuild).close()
    before = bytes_in(old.parent)
    for writable in (True, False):
        with pytest.raises(DamagedError) as refused:
            Vault.open(old, PASSPHRASE, writable=writable)
        assert refused.value.code is Code.FILE_NEWER
    assert bytes_in(old.parent) == before


def test_reading_an_old_vault_with_a_newer_program_changes_nothing(old: Path, rebuild: Revisions) -> None:
    before = bytes_in(old.parent)
    with Vault.open(old, PASSPHRASE, writable=False, revisions=rebuild) as vault:
        assert whole_state(vault) == "new"
    assert bytes_in(old.parent) == before


def test_a_revision_that_fails_changes_nothing(old: Path, tmp_path: Path) -> None:
    failing = revisions_with(tmp_path / "failing", REBUILD.format(after_step="if number == 4: raise KeyError"))
    before = old.read_bytes()
    with pytest.raises(KeyError):
        Vault.open(old, PASSPHRASE, revisions=failing)
    assert state_after_kill(old, failing) == "old"
    with Vault.open(old, PASSPHRASE) as vault:
        assert whole_state(vault) == "old"
    assert len(old.read_bytes()) == len(before)


def test_a_revision_that_breaks_a_reference_is_refused_and_changes_nothing(old: Path, tmp_path: Path) -> None:
    text = REBUILD.format(after_step="if number == 3: connection.exec_driver_sql('DELETE FROM sessions')")
    with pytest.raises(DamagedError) as refused:
        Vault.open(old, PASSPHRASE, revisions=revisions_with(tmp_path / "breaking", text))
    assert refused.value.code is Code.FILE_INCONSISTENT
    with Vault.open(old, PASSPHRASE) as vault:
        assert whole_state(vault) == "old"


def test_a_migration_killed_after_each_statement_is_never_half(old: Path, tmp_path: Path, children: Children) -> None:
    for number in range(6):
        text = REBUILD.format(after_step=DIES_AFTER.format(number=number))
        revisions = revisions_with(tmp_path / f"dies-{number}", text)
        path = copy_of(old, tmp_path / f"killed-{number}")
        assert migrate_and_die(path, revisions, children) == []
        assert state_after_kill(path, revisions) == "old"
        assert len(backups(path)) == len(backups(old)) + 1


def test_a_migration_killed_at_every_file_step_is_never_half(
    old: Path, rebuild: Revisions, tmp_path: Path, children: Children
) -> None:
    states = []
    for step in range(1, 500):
        path = copy_of(old, tmp_path / f"step-{step}")
        said = migrate_and_die(path, rebuild, children, step)
        states.append(state_after_kill(path, rebuild))
        if said:
            assert said == ["done"]
            break
    assert states == sorted(states, reverse=True)
    assert (states[0], states[-1]) == ("old", "new")


def test_the_same_look_catches_a_migration_that_commits_in_between(
    old: Path, tmp_path: Path, children: Children
) -> None:
    commits = "connection.exec_driver_sql('COMMIT'); connection.exec_driver_sql('BEGIN')\n        "
    text = REBUILD.format(after_step=commits + DIES_AFTER.format(number=3))
    revisions = revisions_with(tmp_path / "commits", text)
    assert migrate_and_die(old, revisions, children) == []
    with pytest.raises(AssertionError):
        state_after_kill(old, revisions)


def copy_of(path: Path, folder: Path) -> Path:
    shutil.copytree(path.parent, folder)
    return folder / path.name


def migrate_and_die(path: Path, revisions: Revisions, children: Children, step: int = 0) -> list[str]:
    how = {"folder": str(revisions.folder), "newest": revisions.newest}
    return children.run("die_at_step", step=step, operation="migrate", path=str(path), **how)


def schema_made_by(make: "str", metadata: MetaData = tables.metadata) -> dict[str, str]:
    """Every object of a schema with its text, spaces evened out."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        if make == "revisions":
            run_revisions(connection, RELEASED)
        else:
            metadata.create_all(connection)
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name != 'alembic_version'"
        ).all()
    engine.dispose()
    return {name: re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")").strip() for name, sql in rows}


def test_the_migrated_schema_is_that_of_the_tables() -> None:
    assert schema_made_by("revisions") == schema_made_by("tables"), (
        "Once 0001 is released, add a revision. Until then: python -m tests.storage.migrations.write_first_revision"
    )


def test_a_new_vault_says_the_newest_revision_that_alembic_knows(vault: Vault) -> None:
    config = Config()
    config.set_main_option("script_location", str(RELEASED.folder))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == RELEASED.newest
    assert tuple(revision.revision for revision in script.walk_revisions())[::-1] == RELEASED.known
    assert vault.read(lambda c: c.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()) == [
        RELEASED.newest
    ]


@pytest.mark.parametrize("revision", RELEASED.known)
def test_a_vault_of_each_released_schema_opens(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "old.vault"
    shutil.copy(RELEASED_VAULTS / f"{revision}.vault", path)
    with Vault.open(path, PASSPHRASE) as vault:
        assert content_of(vault)[0] == {"made_by": revision}
        write_setting(vault, "written", "today")
        write_words(vault, 2)
    assert check_vault(path, PASSPHRASE).is_sound


def test_the_version_table_is_the_one_alembic_makes(tmp_path: Path, vault: Vault) -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        run_revisions(connection, RELEASED)
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = 'alembic_version'").scalar()
    engine.dispose()
    ours = vault.read(
        lambda c: c.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = 'alembic_version'").scalar()
    )
    assert "".join(str(ours).split()) == "".join(str(made).split())


def test_the_first_revision_is_what_its_writer_writes() -> None:
    assert write_first_revision.TARGET.read_text(encoding="utf-8") == write_first_revision.text()


def test_opening_a_vault_without_a_pending_migration_never_loads_alembic(closed: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from trustplanner.storage.vault import Vault;"
        f"Vault.open(Path({str(closed)!r}), {PASSPHRASE!r}).close();"
        "assert not any(name.split('.')[0] == 'alembic' for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_key_and_the_folder_of_revisions_may_have_odd_names(old: Path, tmp_path: Path) -> None:
    revisions = revisions_with(tmp_path / "100%s here", REBUILD.format(after_step="pass"))
    with Vault.open_with_key(old, unlock(old, PASSPHRASE), revisions=revisions) as vault:
        assert whole_state(vault) == "new"
