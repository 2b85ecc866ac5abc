"""S6: the record of ten years of twenty commitments, whole and after one edit, beside fetching its rows bare."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import text

from benchmarks.measuring import Measured, in_turns, timed
from benchmarks.vaults import PASSPHRASE, demo_vault
from trustplanner.domain.answers import Answer, Value
from trustplanner.domain.items import item_on, with_appended
from trustplanner.domain.record import build_record
from trustplanner.storage.queries.commitments import histories, history_of
from trustplanner.storage.vault import Vault

YEARS, COMMITMENTS = 10, 20
GOALS = {"whole": 0.5, "edit": 0.001}
ROWS = "SELECT commitment_id, day, seq, value, written_on FROM answers ORDER BY commitment_id, day, seq"


DAYS_OF_TODAY = timedelta(days=28)  # so many are known on Today, where answers are given; none is read again


def run() -> list[Measured]:
    """Everything from SQL to figures; then what one answer changes: its own item."""
    with demo_vault(YEARS, COMMITMENTS) as path:
        vault = Vault.open(path, PASSPHRASE)
        try:
            return _measured(vault)
        finally:
            vault.close(backup=False)


def _measured(vault: Vault) -> list[Measured]:
    known = vault.read(histories)
    newest = max(max(row.day for row in history.answers) for history in known if history.answers)
    today = date.fromordinal(newest)
    one = known[0].commitment.id

    def whole() -> object:
        return build_record(vault.read(histories), today)

    def one_commitment() -> object:
        history = vault.read(history_of, one)
        assert history is not None
        return build_record([history], today)

    since = today - DAYS_OF_TODAY
    begun = vault.read(history_of, one, since)
    assert begun is not None
    written = Answer(None, one, today, Value.KEPT, datetime.now(UTC), 0, today, 0, imported=False)

    def one_day() -> object:
        return item_on(with_appended(begun, [written], since), today, today)

    def bare() -> object:
        return vault.read(lambda connection: connection.execute(text(ROWS)).fetchall())

    rows = sum(len(history.answers) for history in known)
    limit = (f"the bare fetch of the same {rows:,} rows", timed(bare))
    return [
        in_turns("S6", GOALS["whole"], ("the record of 10 years, 20 commitments", timed(whole)), limit),
        in_turns("S6", GOALS["whole"], ("what Recovery shows: one commitment of them", timed(one_commitment)), limit),
        in_turns(
            "S6", GOALS["edit"], ("after one edit: its answer added, its day judged again", timed(one_day, 200)), limit
        ),
    ]
