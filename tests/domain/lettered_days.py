"""Days written as letters, K P M N and a dot for nothing, and the record they make."""

from datetime import date, timedelta
from typing import Any

from tests.builders import MONDAY, a_history, row, some_terms
from trustplanner.domain.answers import AnswerRow, Value
from trustplanner.domain.items import History
from trustplanner.domain.record import CommitmentRecord, build_record

DAY = timedelta(days=1)
KEPT, PARTLY, MISSED, NOT_APPLICABLE = Value.KEPT, Value.PARTLY, Value.MISSED, Value.NOT_APPLICABLE
LETTERS = {"K": KEPT, "P": PARTLY, "M": MISSED, "N": NOT_APPLICABLE}


def written(letters: str, first: date = MONDAY) -> list[AnswerRow]:
    """One answer a day from `first` on; a dot is a day without one."""
    return [row(first + at * DAY, LETTERS[letter]) for at, letter in enumerate(letters) if letter != "."]


def record_of(history: History, today: date, **given: Any) -> CommitmentRecord:
    (found,) = build_record([history], today, **given).commitments
    return found


def daily_record(letters: str, *, today_after: int = 1, **given: Any) -> CommitmentRecord:
    """The record of a daily commitment since Monday 4 May, seen `today_after` days after the last letter."""
    return record_of(a_history(some_terms(), written(letters)), MONDAY + (len(letters) + today_after) * DAY, **given)
