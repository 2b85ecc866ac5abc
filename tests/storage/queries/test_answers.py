"""Single answers: all rows of an item, the newest of the vault, and done-days that count."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.builders import MONDAY, NOON, a_commitment, on
from trustplanner.domain.answers import Answer, DoneDay, Value
from trustplanner.storage.queries.answers import answers_for, done_day, latest_answer_moment, newest_answer
from trustplanner.storage.vault import Vault

HOUR = timedelta(hours=1)
ANSWER = Answer(None, "call", MONDAY, Value.KEPT, NOON, 120, MONDAY, 0, imported=False)
DONE = DoneDay(None, "call", MONDAY, NOON, MONDAY, None)


def write(vault: Vault, *rows: Answer | DoneDay) -> list[Answer | DoneDay]:
    with vault.transaction() as unit:
        unit.put(a_commitment())
        return [unit.put(row) for row in rows]


def test_all_rows_of_an_item_come_in_order_of_writing_whatever_their_clock_said(vault: Vault) -> None:
    first, second, _ = write(
        vault, ANSWER, replace(ANSWER, value=Value.MISSED, written_at=NOON - HOUR), replace(ANSWER, day=on("05-05"))
    )
    assert vault.read(answers_for, "call", MONDAY) == (first, second)
    assert vault.read(answers_for, "other", MONDAY) == ()


def test_the_newest_answer_is_the_one_written_last_here(vault: Vault) -> None:
    assert vault.read(newest_answer) is None
    _, earlier_clock, _ = write(
        vault, ANSWER, replace(ANSWER, written_at=NOON - HOUR), replace(ANSWER, written_at=NOON + HOUR, imported=True)
    )
    assert vault.read(newest_answer) == earlier_clock


def test_the_latest_moment_is_the_highest_any_clock_said_here(vault: Vault) -> None:
    assert vault.read(latest_answer_moment) == datetime(1970, 1, 1, tzinfo=UTC)
    write(
        vault,
        replace(ANSWER, written_at=NOON + HOUR),
        replace(ANSWER, clock_behind=60),
        replace(ANSWER, written_at=NOON + 9 * HOUR, imported=True),
    )
    assert vault.read(latest_answer_moment) == NOON + HOUR


def test_a_done_day_counts_until_it_is_taken_back(vault: Vault) -> None:
    gone, kept = write(vault, replace(DONE, taken_back_at=NOON), DONE)
    assert vault.read(done_day, "call", MONDAY) == kept
    assert vault.read(done_day, "call", on("05-05")) is None
    assert gone != kept
