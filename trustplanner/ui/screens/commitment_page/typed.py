"""What stands in the editor's fields: plain values that can be kept as a draft, compared, and made into a promise."""

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum

from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.terms import Wording
from trustplanner.content.kinds import Suggestion, blanks, minute_of, schedule_from
from trustplanner.content.texts import Text, Voice
from trustplanner.domain.commitments import AskedBy, Commitment, Terms, sentence, will_of
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.schedules import Schedule, Shape, Unit, daily, every, on_month_day, on_weekdays, once, times_a
from trustplanner.domain.sureness import WorstDay

MINUTES_AN_HOUR = 60
FIRST_REVIEW = timedelta(weeks=4)
FIRST_ONCE = timedelta(days=7)
DAY = timedelta(days=1)


class Begins(StrEnum):
    """When a new commitment begins."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    ON_DATE = "date"


@dataclass(frozen=True, slots=True)
class Typed:
    """Every field of the editor. Dates are ISO texts; those of fields that are switched off are kept all the same.

    `waits_instead` is the id of an older commitment that is let wait for this one, empty if this one waits where there
    is no place. `weekdays` are digits, Monday is 0. `at_minute` counts from midnight and only if `has_time`.
    `worst_day` is a `WorstDay`, or empty while it is not said.
    """

    title: str = ""
    occasion: str = ""
    will: str = ""
    so_that: str = ""
    is_event: bool = False
    shape: str = Shape.DAILY.value
    weekdays: str = ""
    every: int = 2
    every_unit: str = Unit.DAY.value
    anchor: str = ""
    times: int = 3
    times_unit: str = Unit.WEEK.value
    month_day: int = 1
    once: str = ""
    has_time: bool = False
    at_minute: int = 18 * MINUTES_AN_HOUR
    begins: str = Begins.TODAY.value
    begins_on: str = ""
    waits_instead: str = ""
    if_cue: str = ""
    then_action: str = ""
    sign: str = ""
    asked_by: str = AskedBy.NOBODY.value
    has_asked_on: bool = False
    asked_on: str = ""
    sureness: int | None = None
    worst_day: str = ""
    smallest: str = ""
    has_review: bool = False
    review_on: str = ""
    harm_id: str = ""
    is_line: bool = False

    # --- as the promise it makes

    @property
    def schedule(self) -> Schedule:
        """The schedule of the chosen shape.

        Raises:
            RuleError: SCHEDULE_IMPOSSIBLE where no weekday is chosen, DATE_IMPOSSIBLE.
        """
        match Shape(self.shape):
            case Shape.DAILY:
                return daily()
            case Shape.WEEKDAYS:
                return on_weekdays(map(int, self.weekdays))
            case Shape.EVERY:
                return every(self.every, Unit(self.every_unit), _day(self.anchor))
            case Shape.TIMES:
                return times_a(Unit(self.times_unit), self.times)
            case Shape.MONTH_DAY:
                return on_month_day(self.month_day)
            case Shape.ONCE:
                return once(_day(self.once))

    @property
    def wording(self) -> Wording:
        """What is promised.

        Raises:
            RuleError: as `schedule`.
        """
        minute = self.at_minute if self.has_time else None
        occasion = self.occasion if self.is_event else ""
        return Wording(will_of(occasion, self.will), self.so_that.strip(), self.schedule, minute)

    @property
    def surroundings(self) -> Surroundings:
        """What stands beside the promise."""
        was_asked = self.asked_by != AskedBy.NOBODY and self.has_asked_on
        return Surroundings(
            if_cue=self.if_cue.strip(),
            then_action=self.then_action.strip(),
            sign=self.sign.strip(),
            asked_by=AskedBy(self.asked_by),
            asked_on=_day(self.asked_on) if was_asked else None,
            sureness=self.sureness,
            smallest=self.smallest.strip(),
            review_on=_day(self.review_on) if self.has_review else None,
            harm_id=self.harm_id or None,
            is_line=self.is_line,
            is_event=self.is_event,
        )

    def starts_on(self, today: date) -> date:
        """The first day of a new commitment.

        Raises:
            RuleError: DATE_IMPOSSIBLE.
        """
        match Begins(self.begins):
            case Begins.TODAY:
                return today
            case Begins.TOMORROW:
                return today + DAY
            case Begins.ON_DATE:
                return _day(self.begins_on)

    # --- as a draft

    def to_json(self) -> str:
        """A draft that `typed_from_json` reads."""
        return json.dumps(asdict(self), ensure_ascii=False)


def typed_from_json(body: str, otherwise: Typed) -> Typed:
    """A draft. What it does not hold is as in `otherwise`; one that no editor can have written is no draft at all."""
    try:
        found = json.loads(body)
        known = {field.name: found[field.name] for field in fields(Typed) if field.name in found}
        typed = replace(otherwise, **known)
        _check(typed)
    except (ValueError, TypeError):
        return otherwise
    return typed


def _check(typed: Typed) -> None:
    """Refuse what no field can show.

    Raises:
        ValueError, TypeError: a value is of another kind, or is none of the choices.
    """
    for field in fields(Typed):
        value, usual = getattr(typed, field.name), field.default
        if not isinstance(value, int | None if field.name == "sureness" else type(usual)):
            raise TypeError(field.name)
    Shape(typed.shape), Unit(typed.every_unit), Unit(typed.times_unit), Begins(typed.begins), AskedBy(typed.asked_by)
    for day in (typed.anchor, typed.once, typed.begins_on, typed.asked_on, typed.review_on):
        date.fromisoformat(day)
    if typed.worst_day:
        WorstDay(typed.worst_day)
    if not set(typed.weekdays) <= set("0123456") or typed.sureness not in (None, *range(11)):
        raise ValueError(typed.weekdays)


def nothing_typed(today: date) -> Typed:
    """An empty editor, with days to begin from in the fields that need one."""
    return Typed(
        anchor=today.isoformat(),
        once=(today + FIRST_ONCE).isoformat(),
        begins_on=(today + FIRST_ONCE).isoformat(),
        asked_on=today.isoformat(),
        review_on=(today + FIRST_REVIEW).isoformat(),
    )


def typed_from(commitment: Commitment, terms: Terms, today: date) -> Typed:
    """A commitment as its fields show it."""
    empty, promise = nothing_typed(today), sentence(terms)
    shows_occasion = commitment.is_event and bool(promise.occasion)
    return replace(
        with_schedule(empty, terms.schedule, terms.at_minute),
        title=commitment.title,
        occasion=promise.occasion.removeprefix("when ") if shows_occasion else "",
        will=promise.act if shows_occasion else terms.will,
        so_that=terms.so_that,
        is_event=commitment.is_event,
        if_cue=commitment.if_cue,
        then_action=commitment.then_action,
        sign=commitment.sign,
        asked_by=commitment.asked_by.value,
        has_asked_on=commitment.asked_on is not None,
        asked_on=(commitment.asked_on or today).isoformat(),
        sureness=commitment.sureness,
        smallest=commitment.smallest,
        has_review=commitment.review_on is not None,
        review_on=(commitment.review_on or today + FIRST_REVIEW).isoformat(),
        harm_id=commitment.harm_id or "",
        is_line=commitment.is_line,
    )


def typed_from_suggestion(suggestion: Suggestion, voice: Voice, today: date) -> Typed:
    """A suggestion as the editor is filled with it, once a person has taken it."""
    empty = nothing_typed(today)
    schedule = schedule_from(
        suggestion.schedule, today if not suggestion.schedule.startswith(Shape.ONCE) else today + FIRST_ONCE
    )
    return replace(
        with_schedule(empty, schedule, minute_of(suggestion)),
        title=suggestion.short,
        will=suggestion.will.said_to(voice),
        so_that=_said(suggestion.so_that, voice),
        is_event=suggestion.event,
        if_cue=suggestion.if_cue.said_to(voice),
        then_action=suggestion.then_will.said_to(voice),
        sign=suggestion.how_known.said_to(voice),
        is_line=suggestion.line,
    )


def with_schedule(typed: Typed, schedule: Schedule, at_minute: int | None) -> Typed:
    """The same with another schedule; the fields of other shapes stay as they are."""
    anchor = (schedule.anchor or date.fromisoformat(typed.anchor)).isoformat()
    with_time = replace(
        typed, has_time=at_minute is not None, at_minute=typed.at_minute if at_minute is None else at_minute
    )
    match schedule.shape:
        case Shape.WEEKDAYS:
            return replace(with_time, shape=schedule.shape.value, weekdays="".join(map(str, schedule.weekdays)))
        case Shape.EVERY:
            unit = schedule.unit or Unit.DAY
            return replace(
                with_time, shape=schedule.shape.value, every=schedule.every, every_unit=unit.value, anchor=anchor
            )
        case Shape.TIMES:
            unit = schedule.unit or Unit.WEEK
            return replace(with_time, shape=schedule.shape.value, times=schedule.times, times_unit=unit.value)
        case Shape.MONTH_DAY:
            return replace(with_time, shape=schedule.shape.value, month_day=schedule.month_day)
        case Shape.ONCE:
            return replace(with_time, shape=schedule.shape.value, once=anchor)
        case Shape.DAILY:
            return replace(with_time, shape=schedule.shape.value)


def blanks_left(typed: Typed, suggested: Typed | None) -> tuple[str, ...]:
    """What a suggestion left in square brackets and nobody has replaced yet in the promise itself."""
    if suggested is None:
        return ()
    offered = set(blanks(suggested.will))
    return tuple(blank for blank in blanks(typed.will) if blank in offered)


def _said(text: Text | None, voice: Voice) -> str:
    return "" if text is None else text.said_to(voice)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError(Code.DATE_IMPOSSIBLE) from None
