"""How much a vault holds."""

from sqlalchemy import Connection, func, select

from trustplanner.storage.tables import metadata


def row_counts(connection: Connection) -> dict[str, int]:
    """The number of rows of every table, by its name."""
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in metadata.tables.items()
    }
