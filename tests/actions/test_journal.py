"""The private journal: one entry a day, that leaves nothing behind when it is emptied."""

from datetime import date, timedelta

import pytest

from tests.builders import on
from tests.moved_clock import MovedClock
from trustplanner.actions import journal
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.journal import JournalEntry
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.storage.queries.journal import journal_count, journal_entries, journal_entry


def write(runner: Runner, day: date, words: str) -> JournalEntry | None:
    return runner.do("Write", journal.write_entry, day, words).result


def test_a_day_has_one_entry_that_can_be_written_on(runner: Runner, clock: MovedClock) -> None:
    today = runner.now().today
    first = write(runner, today, "A long day")
    clock.forward(minutes=60)
    second = write(runner, today, "A long day, and a quiet evening")
    assert first is not None
    assert second is not None
    assert (second.id, second.words) == (first.id, "A long day, and a quiet evening")
    assert second.updated_at > first.updated_at
    assert runner.vault.read(journal_entries, 10) == (second,)


def test_an_emptied_entry_leaves_nothing_behind(runner: Runner) -> None:
    today = runner.now().today
    write(runner, today, "A long day")
    assert write(runner, today, " \n ") is None
    assert runner.vault.read(journal_count) == 0
    assert write(runner, today, "") is None


def test_the_newest_days_come_first_and_only_as_many_as_are_asked_for(runner: Runner) -> None:
    today = runner.now().today
    for back in (2, 0, 1):
        write(runner, today - timedelta(days=back), f"{back} back")
    assert [entry.words for entry in runner.vault.read(journal_entries, 2)] == ["0 back", "1 back"]
    assert runner.vault.read(journal_count) == 3


@pytest.mark.parametrize(
    ("day", "words", "code"),
    [
        (on("12-31"), "Later", Code.FUTURE_DAY),
        (date(1969, 12, 31), "Before", Code.DATE_IMPOSSIBLE),
        (on("01-01"), "x" * (LONGEST_ANSWER + 1), Code.ANSWER_TOO_LONG),
    ],
)
def test_what_no_entry_can_be_is_refused(runner: Runner, day: date, words: str, code: Code) -> None:
    with pytest.raises(RuleError) as refused:
        write(runner, day, words)
    assert refused.value.code is code


def test_an_entry_is_deleted_by_its_day(runner: Runner) -> None:
    today = runner.now().today
    write(runner, today, "A long day")
    runner.do("Delete", journal.delete_entry, today)
    assert runner.vault.read(journal_entry, today) is None
    with pytest.raises(RuleError) as refused:
        runner.do("Delete", journal.delete_entry, today)
    assert refused.value.code is Code.NOT_FOUND
