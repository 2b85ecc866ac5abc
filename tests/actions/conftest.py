"""The furnished vault, and a look at everything that lies in a vault."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select

from tests.actions.furnished import Room, furnish
from tests.moved_clock import MovedClock
from trustplanner.actions.runner import Runner
from trustplanner.storage.tables import metadata
from trustplanner.storage.vault import Vault

Snapshot = Callable[[], dict[str, list[Any]]]


def every_row(connection: Connection) -> dict[str, list[Any]]:
    """All rows of all tables, in order of their keys."""
    return {
        table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
        for table in metadata.sorted_tables
    }


@pytest.fixture
def room(runner: Runner, clock: MovedClock) -> Room:
    """A vault two weeks into its plan."""
    return furnish(runner, clock)


@pytest.fixture
def snapshot(vault: Vault) -> Snapshot:
    """Reads every row of every table."""
    return lambda: vault.read(every_row)
