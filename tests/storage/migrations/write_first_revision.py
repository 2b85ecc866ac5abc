"""Writes the first revision anew from `tables.py`, and a vault of it: only until it is released, never afterwards.

python -m tests.storage.migrations.write_first_revision
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_mock_engine
from sqlalchemy.schema import ExecutableDDLElement

from tests.storage.scenes import PASSPHRASE, write_setting
from trustplanner.storage import migrations
from trustplanner.storage.keys import TEST
from trustplanner.storage.tables import metadata
from trustplanner.storage.vault import Vault

RELEASED_VAULTS = Path(__file__).parent / "released"
TARGET = Path(migrations.__file__).parent / "versions" / "0001_first.py"
HEADER = '''"""The first released schema. Written from `tables.py`; once released, never changed.

Plain SQL, so that no later change of a table or of SQLAlchemy can change what this revision makes.
"""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
'''
FOOTER = ''')


def upgrade() -> None:
    """Make all tables."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
'''


def statements() -> list[str]:
    """What makes all tables and indexes, in order."""
    found: list[str] = []

    def note(statement: ExecutableDDLElement, *_: object, **__: object) -> None:
        lines = str(statement.compile(dialect=engine.dialect)).strip().splitlines()
        text = "\n".join(line.replace("\t", "  ").rstrip() for line in lines)
        found.append(text.replace("\n STRICT", " STRICT"))

    engine = create_mock_engine("sqlite://", note)
    metadata.create_all(engine, tables=metadata.sorted_tables, checkfirst=False)
    return found


def text() -> str:
    """The file's content."""
    blocks = []
    for statement in statements():
        assert '"""' not in statement
        assert "\\" not in statement
        indented = statement.replace("\n", "\n    ")
        blocks.append(f'    """\n    {indented}\n    """,\n')
    return HEADER + "".join(blocks) + FOOTER


def write_vault() -> None:
    """A small vault of this schema, for the test that every released schema still opens."""
    path = RELEASED_VAULTS / "0001.vault"
    with TemporaryDirectory() as folder:
        made = Path(folder) / path.name
        with Vault.create(made, PASSPHRASE, TEST) as vault:
            write_setting(vault, "made_by", "0001")
        RELEASED_VAULTS.mkdir(exist_ok=True)
        path.write_bytes(made.read_bytes())
    # Opening a vault made all new files private; these are sources like any other.
    RELEASED_VAULTS.chmod(0o755)
    path.chmod(0o644)


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    TARGET.chmod(0o644)
    write_vault()
