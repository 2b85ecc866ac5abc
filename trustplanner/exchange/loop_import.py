"""Habits of Loop Habit Tracker as waiting commitments, with what became of their days.

An imported answer has no known time of writing, so it is dated with the day of the import and drawn as late. What
cannot be told without guessing is left out, and counted with its reason.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID, uuid5

from trustplanner.actions.terms import Wording, new_terms
from trustplanner.content.habits import HabitsWords
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
from trustplanner.domain.habits_taken import OF_HABITS, LeftOut
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


@dataclass(frozen=True, slots=True)
class Found:
    """What an import makes of one habit: its rows, or the reasons why there are none.

    `left_out` counts the habit itself under one reason, or its entries that cannot be used.
    """

    habit: Habit
    rows: tuple[Entity, ...]
    entries: int
    left_out: Counter[LeftOut]
    is_rounded: bool = False
    is_shortened: bool = False

    @property
    def days(self) -> list[date]:
        """The days of the entries that are brought over, in order."""
        return sorted({row.day for row in self.rows if isinstance(row, Answer | DoneDay)})


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

    def lines(self, words: HabitsWords) -> Iterator[str]:
        """The end of an import in plain lines."""
        yield words.read.said(habits=words.of_habits(self.habits_read), entries=words.of_entries(self.entries_read))
        yield words.used.said(habits=words.of_habits(self.habits_used), entries=words.of_entries(self.entries_used))
        for reason, count in self.left_out.items():
            what = words.of_habits(count) if reason in OF_HABITS else words.of_entries(count)
            yield words.left_out_line.said(what=what, why=words.left_out[reason])
        if self.rounded:
            yield words.rounded.said(habits=words.of_habits(self.rounded))
        if self.shortened:
            yield words.shortened.said(names=words.of_names(self.shortened))
        if self.rows:
            yield words.they_wait


def take_in_habits(
    unit: UnitOfWork, now: Now, habits: Sequence[Habit], chosen: Collection[int] | None = None
) -> Import:
    """Write habits into a vault as waiting commitments with their entries; all of them, or those at these places.

    Raises:
        RuleError: as `planned_import`; nothing is changed then.
    """
    planned = planned_import(unit, now, habits, chosen)
    for row in planned.rows:
        unit.put(row)
    return planned


def planned_import(vault: Reader, now: Now, habits: Sequence[Habit], chosen: Collection[int] | None = None) -> Import:
    """What an import of these habits would write; no rows if the vault holds all of them already.

    Raises:
        RuleError: STOPPED, ENDING_FIRST: new commitments are closed; IMPORT_WITHOUT_ENTRIES if no entry can be used.
    """
    found = [
        each if chosen is None or place in chosen or not each.rows else _not_chosen(each)
        for place, each in enumerate(found_habits(vault, now, habits))
    ]
    left_out = sum((each.left_out for each in found), Counter[LeftOut]())
    used = [each for each in found if each.rows]
    if not used and not left_out[LeftOut.THERE]:
        raise RuleError(Code.IMPORT_WITHOUT_ENTRIES)
    return Import(
        rows=tuple(row for each in used for row in each.rows),
        habits_read=len(habits),
        entries_read=sum(len(habit.marks) for habit in habits),
        habits_used=len(used),
        entries_used=sum(each.entries for each in used),
        left_out={reason: left_out[reason] for reason in LeftOut if left_out[reason]},
        rounded=sum(each.is_rounded for each in used),
        shortened=sum(each.is_shortened for each in used),
    )


def found_habits(vault: Reader, now: Now, habits: Sequence[Habit]) -> list[Found]:
    """What an import would make of each habit, in their order.

    Raises:
        RuleError: STOPPED, ENDING_FIRST.
    """
    require_open(vault)
    plan, wanted = vault.read(the_plan), vault.read(wishes)
    known = vault.read(every_commitment)
    ids, position = {each.id for each in known}, max((each.position for each in known), default=-1) + 1
    seen: Counter[str] = Counter()
    found: list[Found] = []
    for habit in habits:
        seen[habit.name] += 1
        habit_id = str(uuid5(_IDS, f"{seen[habit.name]} {habit.name}"))
        sentence = sentence_of(habit.name)
        reason = _reason_against(habit, is_known=habit_id in ids)
        if tracks_them(sentence, plan.their_name if plan else ""):
            reason = LeftOut.WATCHES
        elif touched_limit(wanted, sentence) is not None:
            reason = LeftOut.LIMIT
        found.append(_left(habit, reason) if reason else _taken(habit, habit_id, position + len(found), now))
    return found


def sentence_of(name: str) -> str:
    """A name in one line, as far as a sentence reaches."""
    return " ".join(name.split())[:LONGEST_SENTENCE]


def title_of(name: str) -> str:
    """A name as the short name of a commitment."""
    sentence = sentence_of(name)
    return sentence if len(sentence) <= LONGEST_TITLE else f"{sentence[: LONGEST_TITLE - 1].rstrip()}…"


def _left(habit: Habit, reason: LeftOut) -> Found:
    return Found(habit, (), 0, Counter({reason: 1}))


def _not_chosen(found: Found) -> Found:
    return _left(found.habit, LeftOut.NOT_CHOSEN)


def _reason_against(habit: Habit, *, is_known: bool) -> LeftOut | None:
    if is_known:
        return LeftOut.THERE
    if habit.amounts:
        return LeftOut.AMOUNTS
    if not habit.name.strip():
        return LeftOut.NAMELESS
    return None if habit.marks else LeftOut.NOTHING_WRITTEN


def _taken(habit: Habit, habit_id: str, position: int, now: Now) -> Found:
    """The rows of one habit: none if no entry of it can be used."""
    first_day = next(iter(habit.marks))
    schedule, is_rounded = _schedule(habit, first_day)
    left_out: Counter[LeftOut] = Counter()
    entries: list[Answer | DoneDay] = []
    for day, mark in habit.marks.items():
        reason = _reason_against_mark(day, mark, schedule, now.today)
        if reason is not None:
            left_out[reason] += 1
        elif schedule.shape is Shape.TIMES:
            entries.append(DoneDay(None, habit_id, day, now.at, now.today, None, imported=True))
        else:
            entries.append(_answer(now, habit_id, day, _VALUES[mark]))
    if not entries:
        return Found(habit, (), 0, left_out)
    sentence = sentence_of(habit.name)
    terms = new_terms(
        now,
        habit_id,
        Wording(sentence, "", schedule),
        stance=Stance.WAITING,
        direction=Direction.FIRST,
        starts_on=first_day,
    )
    rows: list[Entity] = [_commitment(habit_id, sentence, position, now), terms, *entries]
    if schedule.shape is Shape.TIMES:
        rows += _kept_periods(now, habit_id, schedule, [row.day for row in entries])
    return Found(habit, tuple(rows), len(entries), left_out, is_rounded, len(sentence) > LONGEST_TITLE)


def _reason_against_mark(day: date, mark: Mark, schedule: Schedule, today: date) -> LeftOut | None:
    if is_open(day, today):
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
    return Commitment(
        id=habit_id,
        title=title_of(sentence),
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
