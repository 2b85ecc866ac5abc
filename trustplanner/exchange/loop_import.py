"""Habits of Loop Habit Tracker as waiting commitments, with what became of their days.

An imported answer has no known time of writing, so it is dated with the day of the import and drawn as late. What
cannot be told without guessing is left out, and counted with its reason.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid5

from trustplanner.actions.terms import Wording, new_terms
from trustplanner.domain.answers import Answer, DoneDay, Value
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import (
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    AskedBy,
    Commitment,
    Direction,
    Stance,
)
from trustplanner.domain.days import is_open
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.limits import touched_limit
from trustplanner.domain.moments import Now
from trustplanner.domain.schedules import (
    DAYS_A_WEEK,
    LONGEST_MONTH,
    MOST_EVERY,
    MOST_TIMES,
    SHORTEST_MONTH,
    Schedule,
    Shape,
    Unit,
    daily,
    every,
    period_of,
    times_a,
)
from trustplanner.domain.tracking import tracks_them
from trustplanner.exchange.closed_by_safety import require_open
from trustplanner.exchange.loop_habits import Habit, Mark
from trustplanner.exchange.readers import Reader
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.plans import the_plan
from trustplanner.storage.queries.wishes import wishes
from trustplanner.storage.unit_of_work import UnitOfWork

_IDS: Final = UUID("8a52b8f0-5a0a-4d53-9f4b-3d3c5c2f7b61")  # the same habit has the same id in every import
_VALUES: Final = {Mark.DONE: Value.KEPT, Mark.SKIPPED: Value.NOT_APPLICABLE, Mark.NOT_DONE: Value.MISSED}


class LeftOut(StrEnum):
    """Why a habit or an entry is not brought over; the value follows "because"."""

    THERE = "what the vault holds already stays as it is"
    AMOUNTS = "an amount is neither kept nor missed"
    NAMELESS = "without a name nothing is promised"
    WATCHES = "a commitment is only about what you do"
    LIMIT = "this touches what you were asked to leave alone"
    NOTHING_WRITTEN = "nothing is written for any day"
    NOT_OVER = "the day is still open or has not come"
    AUTOMATIC = "Loop added this by itself"
    UNCHECKED = "an unchecked day of this file may be missed or not answered"
    NO_DAY_DUE = "only a daily habit can miss or skip a single day"


_OF_HABITS: Final = frozenset(
    {LeftOut.THERE, LeftOut.AMOUNTS, LeftOut.NAMELESS, LeftOut.WATCHES, LeftOut.LIMIT, LeftOut.NOTHING_WRITTEN}
)


@dataclass(frozen=True, slots=True)
class Import:
    """What an import writes, and what it says of the file: habits and entries read, used, and left out by reason."""

    rows: tuple[Entity, ...]
    habits_read: int
    entries_read: int
    habits_used: int
    entries_used: int
    left_out: dict[LeftOut, int]
    rounded: int
    shortened: int

    def lines(self) -> Iterator[str]:
        """The end of an import in plain lines."""
        yield f"Read: {_of('habit', self.habits_read)} with {_of('entry', self.entries_read)}."
        yield f"Used: {_of('habit', self.habits_used)} with {_of('entry', self.entries_used)}."
        for reason, count in self.left_out.items():
            yield f"Left out: {_of('habit' if reason in _OF_HABITS else 'entry', count)}, because {reason.value}."
        if self.rounded:
            yield f"Changed: {_of('habit', self.rounded)}, to the nearest number of times a week."
        if self.shortened:
            yield f"Shortened: {_of('name', self.shortened)}, to what a short name can hold."
        if self.rows:
            yield "They wait until you begin with one. Their entries are marked: when they were written is not known."


def _of(word: str, count: int) -> str:
    """`1 habit`, `2 entries`."""
    many = f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s"
    return f"{count} {word if count == 1 else many}"


def take_in_habits(unit: UnitOfWork, now: Now, habits: Sequence[Habit]) -> Import:
    """Write habits into a vault as waiting commitments with their entries.

    Raises:
        RuleError: as `planned_import`; nothing is changed then.
    """
    found = planned_import(unit, now, habits)
    for row in found.rows:
        unit.put(row)
    return found


def planned_import(vault: Reader, now: Now, habits: Sequence[Habit]) -> Import:
    """What an import of these habits would write; no rows if the vault holds all of them already.

    Raises:
        RuleError: STOPPED, ENDING_FIRST: new commitments are closed; IMPORT_WITHOUT_ENTRIES if no entry can be used.
    """
    require_open(vault)
    plan, wanted = vault.read(the_plan), vault.read(wishes)
    known = vault.read(every_commitment)
    taking = _Taking(now, {each.id for each in known}, max((each.position for each in known), default=-1) + 1)
    seen: Counter[str] = Counter()
    for habit in habits:
        seen[habit.name] += 1
        habit_id = str(uuid5(_IDS, f"{seen[habit.name]} {habit.name}"))
        sentence = _sentence(habit.name)
        if tracks_them(sentence, plan.their_name if plan else ""):
            taking.left_out[LeftOut.WATCHES] += 1
        elif touched_limit(wanted, sentence) is not None:
            taking.left_out[LeftOut.LIMIT] += 1
        else:
            taking.take(habit, habit_id)
    found = taking.result(habits)
    if not found.entries_used and LeftOut.THERE not in found.left_out:
        raise RuleError(Code.IMPORT_WITHOUT_ENTRIES)
    return found


def _sentence(name: str) -> str:
    """A name in one line, as far as a sentence reaches."""
    return " ".join(name.split())[:LONGEST_SENTENCE]


class _Taking:
    """Gathers the rows of one import, and counts what they are made of."""

    def __init__(self, now: Now, known: set[str], position: int) -> None:
        self._now = now
        self._known = known
        self._first_position = position
        self._rows: list[Entity] = []
        self.left_out: Counter[LeftOut] = Counter()
        self._habits = self._entries = self._rounded = self._shortened = 0

    def take(self, habit: Habit, habit_id: str) -> None:
        """The rows of one habit, or the reason why there are none."""
        if (reason := self._reason_against(habit, habit_id)) is not None:
            self.left_out[reason] += 1
            return
        first_day = next(iter(habit.marks))
        schedule, is_rounded = _schedule(habit, first_day)
        entries = list(self._entries_of(habit, habit_id, schedule))
        if not entries:
            return
        sentence = _sentence(habit.name)
        self._habits += 1
        self._rounded += is_rounded
        self._shortened += len(sentence) > LONGEST_TITLE
        self._rows.append(_commitment(habit_id, sentence, self._first_position + self._habits - 1, self._now))
        self._rows.append(
            new_terms(
                self._now,
                habit_id,
                Wording(sentence, "", schedule),
                stance=Stance.WAITING,
                direction=Direction.FIRST,
                starts_on=first_day,
            )
        )
        self._rows += entries
        if schedule.shape is Shape.TIMES:
            self._rows += _kept_periods(self._now, habit_id, schedule, [row.day for row in entries])

    def result(self, habits: Sequence[Habit]) -> Import:
        """All of it."""
        return Import(
            rows=tuple(self._rows),
            habits_read=len(habits),
            entries_read=sum(len(habit.marks) for habit in habits),
            habits_used=self._habits,
            entries_used=self._entries,
            left_out={reason: self.left_out[reason] for reason in LeftOut if self.left_out[reason]},
            rounded=self._rounded,
            shortened=self._shortened,
        )

    def _reason_against(self, habit: Habit, habit_id: str) -> LeftOut | None:
        if habit_id in self._known:
            return LeftOut.THERE
        if habit.amounts:
            return LeftOut.AMOUNTS
        if not habit.name.strip():
            return LeftOut.NAMELESS
        return None if habit.marks else LeftOut.NOTHING_WRITTEN

    def _entries_of(self, habit: Habit, habit_id: str, schedule: Schedule) -> Iterator[Answer | DoneDay]:
        """One row for each mark that says something for certain."""
        for day, mark in habit.marks.items():
            reason = self._reason_against_mark(day, mark, schedule)
            if reason is not None:
                self.left_out[reason] += 1
                continue
            self._entries += 1
            if schedule.shape is Shape.TIMES:
                yield DoneDay(None, habit_id, day, self._now.at, self._now.today, None, imported=True)
            else:
                yield _answer(self._now, habit_id, day, _VALUES[mark])

    def _reason_against_mark(self, day: date, mark: Mark, schedule: Schedule) -> LeftOut | None:
        if is_open(day, self._now.today):
            return LeftOut.NOT_OVER
        if mark is Mark.AUTOMATIC:
            return LeftOut.AUTOMATIC
        if mark is Mark.UNCHECKED:
            return LeftOut.UNCHECKED
        if mark is not Mark.DONE and schedule.shape is not Shape.DAILY:
            return LeftOut.NO_DAY_DUE
        return None


def _schedule(habit: Habit, first_day: date) -> tuple[Schedule, bool]:
    """The shape nearest to "`times` in `days` days", and whether it is another one than Loop's."""
    times, days = habit.times, habit.days
    if times >= days:
        return daily(), False
    if days == DAYS_A_WEEK:
        return times_a(Unit.WEEK, times), False
    if SHORTEST_MONTH <= days <= LONGEST_MONTH:
        return times_a(Unit.MONTH, min(times, MOST_TIMES[Unit.MONTH])), False
    if times == 1 and days <= MOST_EVERY[Unit.DAY]:
        return every(days, Unit.DAY, first_day), False
    return times_a(Unit.WEEK, min(max(1, round(times * DAYS_A_WEEK / days)), DAYS_A_WEEK)), True


def _commitment(habit_id: str, sentence: str, position: int, now: Now) -> Commitment:
    title = sentence if len(sentence) <= LONGEST_TITLE else f"{sentence[: LONGEST_TITLE - 1].rstrip()}…"
    return Commitment(
        id=habit_id,
        title=title,
        if_cue="",
        then_action="",
        sign="",
        asked_by=AskedBy.NOBODY,
        asked_on=None,
        sureness=None,
        smallest="",
        review_on=None,
        harm_id=None,
        is_line=False,
        is_event=False,
        imported=True,
        position=position,
        created_at=now.at,
    )


def _answer(now: Now, habit_id: str, day: date, value: Value) -> Answer:
    return Answer(None, habit_id, day, value, now.at, now.utc_offset, now.today, 0, True)


def _kept_periods(now: Now, habit_id: str, schedule: Schedule, done: Sequence[date]) -> Iterator[Answer]:
    """A period with as many done-days as were wanted was kept. Of the others nothing is known."""
    counted = Counter(period.last for day in done if (period := period_of(schedule, day)) is not None)
    for last, count in counted.items():
        if count >= schedule.times and not is_open(last, now.today):
            yield _answer(now, habit_id, last, Value.KEPT)
