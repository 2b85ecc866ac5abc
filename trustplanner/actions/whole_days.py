"""Answering several items in one go: all of a day, or what an illness of some days left open."""

from datetime import date

from trustplanner.actions import answers
from trustplanner.domain.answers import Answer, Value
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.whole_days import open_between
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.unit_of_work import UnitOfWork


def write_all(unit: UnitOfWork, now: Now, day: date, value: Value) -> tuple[Answer, ...]:
    """Give everything that is due on `day` and has no answer the same one; a week or month that runs is left out.

    Raises:
        RuleError: FUTURE_DAY; NOT_DUE if nothing is open on that day.
    """
    return _write_between(unit, now, day, day, value)


def write_not_applicable(unit: UnitOfWork, now: Now, first: date, last: date) -> tuple[Answer, ...]:
    """Say of everything open from `first` to `last` that it could not arise, as after an illness.

    Raises:
        RuleError: FUTURE_DAY; NOT_DUE if nothing is open on these days.
    """
    return _write_between(unit, now, first, last, Value.NOT_APPLICABLE)


def _write_between(unit: UnitOfWork, now: Now, first: date, last: date, value: Value) -> tuple[Answer, ...]:
    if last > now.today:
        raise RuleError(Code.FUTURE_DAY)
    found = open_between(unit.read(histories, first), first, last, now.today).items
    if not found:
        raise RuleError(Code.NOT_DUE)
    return tuple(answers.write(unit, now, each.commitment.id, each.item.day, value) for each in found)
