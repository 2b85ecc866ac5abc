"""The only way anything changes: one action, one transaction, one `Change`.

The runner knows no screen. The window, the command line, the demo and imports all use it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Concatenate, Generic, ParamSpec, TypeVar

from trustplanner.actions import answers
from trustplanner.domain.answers import Answer
from trustplanner.domain.change import Change, Topic
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.days import DayStart, promise_day
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.settings import day_start_of
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.storage.vault import Vault

P = ParamSpec("P")
R = TypeVar("R")
Action = Callable[Concatenate[UnitOfWork, Now, P], R]
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What an action returned, what it changed, and when."""

    result: R
    change: Change
    now: Now


class Runner:
    """Runs actions on one vault with one clock.

    `clock` returns an aware datetime in the local zone.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self.vault = vault
        self._clock = clock
        self._day_start = day_start_of(vault.read(settings))

    def now(self) -> Now:
        """This moment, with the promise day it belongs to."""
        return now_at(self._clock(), self._day_start)

    def local_zone(self) -> tzinfo | None:
        """The zone of the wall clock, for moments that are shown."""
        return self._clock().tzinfo

    def do(self, label: str, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Done[R]:
        """Run one action in one transaction; nothing is changed if it raises."""
        now = self.now()
        with self.vault.transaction() as unit:
            result = action(unit, now, *args, **kwargs)
            change = unit.change(label)
        self._read_day_start_again(change)
        return Done(result, change, now)

    def do_in_passing(self, action: Action[P, None], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Run an action that leaves nothing a person would miss: it is no undo step, and alone no reason to back up."""
        now = self.now()
        with self.vault.transaction(is_worth_backup=False) as unit:
            action(unit, now, *args, **kwargs)

    @contextmanager
    def together(self, clock: Clock | None = None) -> Iterator["Together"]:
        """Run many actions in one transaction, for stories and imports; `clock` replaces the runner's."""
        with self.vault.transaction() as unit:
            yield Together(unit, clock or self._clock)
        self._day_start = day_start_of(self.vault.read(settings))

    def undo(self, change: Change, *, is_slip: bool) -> Done[None]:
        """Put a change back.

        A slip, undone while its toast stands, is gone. Later an answer is never removed: a row that takes it back is
        appended, and on a closed day both stay readable.

        Raises:
            RuleError: CHANGED_SINCE if a row was changed by something else meanwhile, or others now refer to it.
        """
        if is_slip or not _appended(change):
            return self.do(change.label, _apply, change.reversed())
        return self.do(change.label, _take_back, change)

    def _read_day_start_again(self, change: Change) -> None:
        if Topic.SETTINGS in change.topics:
            self._day_start = day_start_of(self.vault.read(settings))


class Together:
    """Many actions in one transaction, each with its own moment."""

    def __init__(self, unit: UnitOfWork, clock: Clock) -> None:
        self._unit = unit
        self._clock = clock
        self._day_start = day_start_of(unit.read(settings))

    def do(self, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one action at the clock's moment."""
        result = action(self._unit, now_at(self._clock(), self._day_start), *args, **kwargs)
        if self._unit.has_changed(Setting):
            self._day_start = day_start_of(self._unit.read(settings))
        return result


def now_at(moment: datetime, day_start: DayStart) -> Now:
    """The moment as actions are given it: to the millisecond, with offset and promise day."""
    offset = moment.utcoffset()
    assert offset is not None  # noqa: S101  (a clock without a zone is a mistake of ours)
    local = moment.replace(tzinfo=None)
    at = moment.astimezone(UTC)
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    return Now(at, round(offset.total_seconds() / 60), promise_day(local, day_start))


def _appended(change: Change) -> list[Answer]:
    """The answers that a change appended to commitments that were there before; others go with their commitment."""
    rows = [edit.after for edit in change.edits if edit.before is None]
    new = {row.id for row in rows if isinstance(row, Commitment)}
    return [row for row in rows if isinstance(row, Answer) and row.commitment_id not in new]


def _apply(unit: UnitOfWork, now: Now, change: Change) -> None:
    unit.apply(change)


def _take_back(unit: UnitOfWork, now: Now, change: Change) -> None:
    """Undo with a memory: answers are taken back by a new row, everything else is put back as it was."""
    appended = _appended(change)
    taken_back = {id(row) for row in appended}
    kept = tuple(edit for edit in change.edits if id(edit.after) not in taken_back)
    for answer in reversed(appended):
        answers.take_back_row(unit, now, answer)
    unit.apply(Change(change.label, kept).reversed())
