"""The private journal: one entry a day, for the writer alone."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.journal import JournalEntry
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.storage.queries.journal import journal_entry
from trustplanner.storage.unit_of_work import UnitOfWork


def write_entry(unit: UnitOfWork, now: Now, day: date, words: str) -> JournalEntry | None:
    """Save what is typed for a day; an emptied entry leaves nothing behind.

    Raises:
        RuleError: FUTURE_DAY, DATE_IMPOSSIBLE, ANSWER_TOO_LONG.
    """
    require_possible(day)
    if day > now.today:
        raise RuleError(Code.FUTURE_DAY)
    before = unit.read(journal_entry, day)
    if not words.strip():
        if before is not None:
            unit.delete(before)
        return None
    if before is None:
        before = JournalEntry(str(uuid4()), day, "", now.at)
    if words == before.words:
        return before
    if len(words) > max(LONGEST_ANSWER, len(before.words)):  # longer words may come from an import
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER)
    return unit.put(replace(before, words=words, updated_at=now.at))


def delete_entry(unit: UnitOfWork, now: Now, day: date) -> None:
    """Delete the entry of a day.

    Raises:
        RuleError: NOT_FOUND.
    """
    found = unit.read(journal_entry, day)
    if found is None:
        raise RuleError(Code.NOT_FOUND)
    unit.delete(found)
