"""Random histories, and the plain definition of the record to compare with: day by day, answer by answer, slowly."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from tests.builders import NOON, a_history, a_pause, row, some_terms
from trustplanner.domain.answers import AnswerRow, Value, current, readable
from trustplanner.domain.commitments import Pause, Stance, Terms, terms_on
from trustplanner.domain.items import OUTCOME_OF, History, Item, Outcome, items
from trustplanner.domain.schedules import (
    Schedule,
    Shape,
    Unit,
    daily,
    every,
    is_due,
    on_month_day,
    on_weekdays,
    once,
    period_of,
    times_a,
)

DAY = timedelta(days=1)
LONGEST = 150  # days
CREDIT = {Outcome.KEPT: 1.0, Outcome.PARTLY: 0.5, Outcome.MISSED: 0.0}
STANCES = [Stance.ACTIVE] * 4 + [Stance.WAITING, Stance.ENDED]
# What is written for one item: values, and how many days after its day.
PATTERNS = (
    (),
    (),
    ((Value.KEPT, 0),),
    ((Value.PARTLY, 0),),
    ((Value.MISSED, 0),),
    ((Value.NOT_APPLICABLE, 0),),
    ((Value.KEPT, 1),),
    ((Value.MISSED, 2),),
    ((Value.KEPT, 9),),
    ((Value.KEPT, 0), (Value.MISSED, 0)),
    ((Value.KEPT, 0), (Value.TAKEN_BACK, 1)),
    ((Value.MISSED, 0), (Value.TAKEN_BACK, 5)),
    ((Value.MISSED, 0), (Value.KEPT, 9)),
    ((Value.MISSED, 0), (Value.KEPT, 3), (Value.TAKEN_BACK, 3), (Value.PARTLY, 7)),
    ((Value.NOT_APPLICABLE, 0), (Value.PARTLY, 5), (Value.KEPT, 1)),  # by a clock that was set back
)


class Scene(NamedTuple):
    """A history and the day on which it is looked at."""

    history: History
    today: date


# Two leap days, every month end and several year ends lie within reach.
first_days = st.one_of(
    st.dates(date(2023, 10, 1), date(2028, 12, 31)), st.sampled_from([date(2024, 2, 26), date(2028, 1, 31)])
)


# Strategies are made once: making them anew for each example takes longer than all that is tested.
_on_days = st.integers(0, LONGEST)
_near = st.integers(-10, LONGEST)
_one_in_ten = st.integers(0, 9).map(lambda number: number == 0)
_spans = st.integers(0, 40)

# Each makes a schedule for a commitment from its first day.
_shapes: st.SearchStrategy[Callable[[date], Schedule]] = st.one_of(
    st.just(lambda _: daily()),
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: lambda _: on_weekdays(days)),
    st.tuples(st.integers(1, 40), _near).map(lambda n: lambda first: every(n[0], Unit.DAY, first + n[1] * DAY)),
    st.tuples(st.integers(1, 5), _near).map(lambda n: lambda first: every(n[0], Unit.WEEK, first + n[1] * DAY)),
    st.integers(1, 7).map(lambda times: lambda _: times_a(Unit.WEEK, times)),
    st.integers(1, 28).map(lambda times: lambda _: times_a(Unit.MONTH, times)),
    st.integers(1, 31).map(lambda day: lambda _: on_month_day(day)),
    _near.map(lambda days: lambda first: once(first + days * DAY)),
)
_terms = st.tuples(_shapes, _on_days, st.sampled_from(STANCES), _one_in_ten, st.none() | st.integers(0, 24 * 60 - 1))
_pauses_drawn = st.lists(
    st.tuples(st.integers(-5, LONGEST), _spans, st.sampled_from([None, "call", "other"]), _one_in_ten), max_size=3
)
_two_or_three = st.integers(2, 3)
_up_to_two = st.integers(0, 2)
_done_days = st.sets(_on_days)


def _terms_rows(draw: st.DrawFn, first: date, seqs: Sequence[int]) -> list[Terms]:
    rows = []
    for seq in seqs:
        shape, days, stance, is_taken_back, at_minute = draw(_terms)
        rows.append(
            some_terms(
                shape(first),
                first + timedelta(days=0 if seq == 1 else days),
                seq=seq,
                stance=Stance.ACTIVE if seq == 1 else stance,
                taken_back_at=NOON if is_taken_back else None,
                at_minute=at_minute,
            )
        )
    return rows


def _some_pauses(draw: st.DrawFn, first: date) -> list[Pause]:
    return [
        a_pause(
            first + start * DAY,
            first + (start + days) * DAY,
            commitment_id=whose,
            taken_back_at=NOON if is_taken_back else None,
        )
        for start, days, whose, is_taken_back in draw(_pauses_drawn)
    ]


def rows_for(item: Item, pattern: int, today: date) -> list[AnswerRow]:
    """What may be written for an item by `today`: a period that still runs can only be kept."""
    if item.times and item.day >= today:
        return [row(item.day, value, today) for value in (Value.KEPT, Value.TAKEN_BACK)[: pattern % 3]]
    written = PATTERNS[pattern % len(PATTERNS)]
    return [row(item.day, value, min(item.day + timedelta(days=days), today)) for value, days in written]


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Any history with up to four terms, pauses and answers; some terms and pauses came after the answers."""
    first = draw(first_days)
    today = first + draw(_on_days) * DAY
    before = _terms_rows(draw, first, range(1, draw(_two_or_three)))
    earlier = _some_pauses(draw, first)
    asked = items(a_history(before, pauses=earlier), today)
    patterns = draw(st.binary(min_size=len(asked), max_size=len(asked)))
    answers = [found for item, pattern in zip(asked, patterns, strict=True) for found in rows_for(item, pattern, today)]
    done = sorted(day for days in draw(_done_days) if (day := first + days * DAY) <= today)
    after = _terms_rows(draw, first, range(len(before) + 1, len(before) + 1 + draw(_up_to_two)))
    return Scene(
        a_history(
            before + after,
            answers,
            earlier + _some_pauses(draw, first),
            done,
        ),
        today,
    )


def answered(history: History, *more: AnswerRow) -> History:
    """The history with rows written after all others."""
    return replace(history, answers=tuple(sorted([*history.answers, *more], key=lambda found: found.day)))


# The plain definition


class PlainItem(NamedTuple):
    """An item as the plain definition sees it."""

    day: date
    outcome: Outcome
    first: date
    terms: Terms | None


def plain_items(history: History, today: date) -> list[PlainItem]:
    """Items by asking every single day what it asks for."""
    days = _days_in_question(history, today)
    in_force = {day: terms_on(history.terms, day) for day in days}
    paused = {day for day in days if any(_pauses(pause, history, day) for pause in history.pauses)}
    found: dict[date, tuple[date, Terms]] = {}
    for terms in sorted(history.terms, key=lambda terms: terms.seq or 0):
        if terms.schedule.shape is Shape.TIMES and terms.stance is Stance.ACTIVE:
            for period in {period_of(terms.schedule, day) for day in days if in_force[day] is terms and day <= today}:
                assert period is not None
                held = [day for day in days if period.first <= day <= period.last and in_force[day] is terms]
                free = len([day for day in held if day not in paused])
                if 2 * free >= period.day_count and free >= terms.schedule.times:
                    found[period.last] = (held[0], terms)
    for day in days:  # of two things due on one day, it is the one that the terms of that day ask for
        terms_then = in_force[day]
        if terms_then is None or terms_then.stance is not Stance.ACTIVE or day in paused:
            continue
        shape = terms_then.schedule.shape
        begun = min(other for other in days if in_force[other] is terms_then)
        if shape is Shape.ONCE and terms_then.schedule.anchor == day and begun <= today:
            found[day] = (begun, terms_then)
        elif shape not in (Shape.ONCE, Shape.TIMES) and day <= today and is_due(terms_then.schedule, day):
            found[day] = (day, terms_then)
    rows = {day: [each for each in history.answers if each.day == day.toordinal()] for day in days}
    return [
        PlainItem(day, _outcome(rows[day], day, today), *found.get(day, (day, None)))
        for day in days
        if day in found or readable(rows[day])
    ]


def _days_in_question(history: History, today: date) -> list[date]:
    ends = [terms.schedule.anchor for terms in history.terms if terms.schedule.anchor]
    last = max([today, *ends]) + timedelta(days=31)
    first = min(terms.starts_on for terms in history.terms)
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def _pauses(pause: Pause, history: History, day: date) -> bool:
    is_for_it = pause.commitment_id in (None, history.commitment.id)
    return pause.taken_back_at is None and is_for_it and pause.starts_on <= day <= pause.ends_on


def _outcome(rows: Sequence[AnswerRow], day: date, today: date) -> Outcome:
    counting = current(rows)
    if counting is not None:
        return OUTCOME_OF[counting.value]
    return Outcome.OPEN if today <= day + DAY else Outcome.UNANSWERED


def plain_range(found: Sequence[Item]) -> tuple[int, float, float]:
    """Due, low and high of items in the sum, as the rule says it."""
    due = len(found)
    credit = sum(CREDIT.get(item.outcome, 0.0) for item in found)
    unanswered = sum(item.outcome is Outcome.UNANSWERED for item in found)
    return due, credit / due, (credit + unanswered) / due


def plain_quiet_value(every: Sequence[Item], day: date, today: date) -> float:
    """The quiet line at `day`, as the rule says it."""
    pairs = [
        (0.5 ** ((day - item.stands_on(today)).days / 14), CREDIT[item.outcome])
        for item in every
        if item.outcome in CREDIT and item.stands_on(today) <= day
    ]
    weights = sum(weight for weight, _ in pairs)
    return float(sum(weight * credit for weight, credit in pairs) / weights)
