"""What every table is made with: the metadata they register in, and the columns that many share."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text

LAST_MINUTE = 24 * 60 - 1

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def words(name: str) -> Column[str]:
    """A column for words, which may be empty and are never missing."""
    return Column(name, Text, nullable=False)


def own_id() -> Column[str]:
    """The key of rows that are made anywhere."""
    return Column("id", Text, primary_key=True, nullable=False)


def sequence() -> Column[int]:
    """The key of rows that are only appended: their order of writing."""
    return Column("seq", Integer, primary_key=True, autoincrement=True)


def belongs_to(name: str, target: str, *, nullable: bool = False) -> Column[str]:
    """The id of the row in another table that this one belongs to."""
    return Column(name, Text, ForeignKey(target), nullable=nullable)
