"""A commitment, its terms over time, its pauses, and the notice that easing them needs.

Terms are never overwritten: each change is a row with the day from which it counts. On a given day the terms in
force are the newest written among those that have begun and were not taken back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from trustplanner.domain.days import LATEST_START, oldest_open_day, require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.schedules import Schedule, Shape, is_due, keeps_every_due_day, period_of

MOST_ACTIVE = 3
NOTICE = timedelta(days=7)
LONGEST_ILLNESS_WITHOUT_LOOK = timedelta(days=14)
LONGEST_SENTENCE = 500  # characters
LONGEST_TITLE = 60


class Stance(StrEnum):
    """Whether terms ask for anything."""

    ACTIVE = "active"
    WAITING = "waiting"
    ENDED = "ended"


class Direction(StrEnum):
    """How new terms relate to the ones before."""

    FIRST = "first"
    STRICTER = "stricter"
    EASIER = "easier"
    WORDING = "wording"


class Reason(StrEnum):
    """Why terms were eased or paused. All but CHOICE take effect at once."""

    CHOICE = "choice"
    ILLNESS = "illness"
    DANGER = "danger"
    THEIR_WISH = "their_wish"


class AskedBy(StrEnum):
    """Who asked for a commitment."""

    NOBODY = "nobody"
    THEY = "they"
    COUNSELLOR = "counsellor"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Commitment:
    """What stays the same while terms change.

    `sureness` is 0 to 10 or None. `sign` says how they would know without asking. `is_line` marks a line I must not
    cross: a miss opens the support page. `is_event` marks a promise for an occasion ("when I notice ..."): daily,
    not applicable when it did not arise. `imported` marks one that came from another program.
    """

    id: str
    title: str
    if_cue: str
    then_action: str
    sign: str
    asked_by: AskedBy
    asked_on: date | None
    sureness: int | None
    smallest: str
    review_on: date | None
    harm_id: str | None
    is_line: bool
    is_event: bool
    imported: bool
    position: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Terms:
    """What is promised from `starts_on` on: the words, the schedule, the time of day.

    `at_minute` counts minutes from midnight on the wall clock, None if no time is promised. `written_on` is the
    promise day of writing.
    """

    seq: int | None
    commitment_id: str
    stance: Stance
    will: str
    so_that: str
    schedule: Schedule
    at_minute: int | None
    starts_on: date
    written_at: datetime
    written_on: date
    direction: Direction
    reason: Reason
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which one commitment, or all when `commitment_id` is None, ask for nothing.

    `ends_on` is the last paused day. `looks_again` marks an illness without a known end: `ends_on` is then the day
    on which the program asks again, and the pause ends with it unless it is made longer.
    """

    seq: int | None
    commitment_id: str | None
    starts_on: date
    ends_on: date
    looks_again: bool
    reason: Reason
    note: str
    written_at: datetime
    written_on: date
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of days, both ends included, under one set of terms; `last` is None while it goes on."""

    first: date
    last: date | None
    terms: Terms


class Promise(NamedTuple):
    """What terms promise, in its parts: the occasion ("when I notice a half-truth", or empty), the act, the purpose.

    The act follows "I will", the purpose follows "so that" and their name. None ends with a comma or a full stop.
    """

    occasion: str
    act: str
    purpose: str


_AT_THE_END: Final = " .,;\n"
_OCCASION: Final = r"(?P<occasion>(?:when|whenever|if|each time|every time)\b"
_SAID_WHOLE: Final = re.compile(rf"{_OCCASION}.*?), *I (?:will|shall) +(?P<act>\S.*)", re.IGNORECASE | re.DOTALL)
_SAID_SHORT: Final = re.compile(rf"{_OCCASION}[^,]+), *(?P<act>\S.*)", re.IGNORECASE | re.DOTALL)
_I_WILL: Final = ", I will "


def sentence(terms: Terms) -> Promise:
    """The promise in its parts, as the day, the chart and the editor say it."""
    will, purpose = terms.will.strip(_AT_THE_END), terms.so_that.strip(_AT_THE_END)
    found = _SAID_WHOLE.match(will) or _SAID_SHORT.match(will)
    if found is None:
        return Promise("", will, purpose)
    return Promise(found["occasion"].rstrip(), found["act"], purpose)


def will_of(occasion: str, act: str) -> str:
    """The text that keeps a promise for an occasion; without one it is the act alone.

    `sentence` gives both back, unless the occasion itself holds ", I will".
    """
    begins, does = occasion.strip(_AT_THE_END), act.strip(_AT_THE_END)
    if not begins or not does:
        return does
    if re.match(_OCCASION + ")", begins, re.IGNORECASE) is None:
        begins = f"when {begins}"
    is_whole = "," in begins or re.search(r", *I (?:will|shall) ", does, re.IGNORECASE) is not None
    return f"{begins}{_I_WILL if is_whole else ', '}{does}"


def segments(terms: Iterable[Terms]) -> list[Segment]:
    """The terms in force, stretch by stretch, in order of days."""
    counting = sorted((row for row in terms if row.taken_back_at is None), key=lambda row: row.seq or 0)
    starts = sorted({row.starts_on for row in counting})
    found: list[Segment] = []
    for start in starts:
        in_force = [row for row in counting if row.starts_on <= start][-1]
        if found and found[-1].terms is in_force:
            continue
        if found:
            found[-1] = Segment(found[-1].first, start - timedelta(days=1), found[-1].terms)
        found.append(Segment(start, None, in_force))
    return found


def terms_on(terms: Iterable[Terms], day: date) -> Terms | None:
    """The terms in force on `day`; None before the commitment began."""
    begun = [row for row in terms if row.taken_back_at is None and row.starts_on <= day]
    return max(begun, key=lambda row: row.seq or 0, default=None)


def pending(terms: Sequence[Terms], today: date) -> Terms | None:
    """Terms written but not yet in force; there is at most one at a time.

    Rows older than the terms in force are none: when their day comes, the newer ones still hold.
    """
    in_force = terms_on(terms, today)
    newer_than = -1 if in_force is None else in_force.seq or 0
    coming = [
        row for row in terms if row.taken_back_at is None and row.starts_on > today and (row.seq or 0) > newer_than
    ]
    return max(coming, key=lambda row: row.seq or 0, default=None)


def settled(terms: Sequence[Terms], today: date) -> Terms:
    """What will hold once every notice has run out: the pending terms, else those in force today."""
    found = pending(terms, today) or terms_on(terms, today)
    if found is None:
        raise RuleError(Code.NOT_FOUND)
    return found


def is_tightening(old: Terms, new_schedule: Schedule, new_minute: int | None, *, same_words: bool, today: date) -> bool:
    """Whether a change is tightening beyond doubt, so that nothing needs to be asked.

    Every due day of the next 366 stays due, the number of times and the time of day are not eased, and the words
    are unchanged (product rule "tighter or looser").
    """
    if not same_words or time_is_eased(old.at_minute, new_minute):
        return False
    return keeps_every_due_day(old.schedule, new_schedule, today)


def time_is_eased(old_minute: int | None, new_minute: int | None) -> bool:
    """A later time, or none where there was one, is easier; so may be any other time in the small hours.

    Before the latest possible day start a time may stand at the end of its promise day: from 23:00 to 01:00 is later.
    """
    if old_minute is None or new_minute == old_minute:
        return False
    return new_minute is None or new_minute > old_minute or new_minute < LATEST_START


def directions_of_change(old: Terms, new_schedule: Schedule, new_minute: int | None) -> tuple[Direction, ...]:
    """What a person may say a change is; where the schedule or the time differs it is more than the wording."""
    if (old.schedule, old.at_minute) == (new_schedule, new_minute):
        return Direction.STRICTER, Direction.EASIER, Direction.WORDING
    return Direction.STRICTER, Direction.EASIER


def start_of_change(
    old: Terms,
    new_schedule: Schedule,
    direction: Direction,
    reason: Reason,
    today: date,
    *,
    is_open_today: bool = False,
) -> date:
    """The day from which changed terms count.

    Easing waits for seven promise days unless illness, danger or their wish is the reason; anything else counts at
    once. What `is_open_today` still has to be answered: a schedule that does not ask today begins tomorrow then.
    Terms of "N times a week or month" change with the next period, so that no running period is cut.
    """
    if reason is not Reason.CHOICE:
        return today
    if direction is Direction.EASIER:
        earliest = today + NOTICE
    elif is_open_today and not is_due(new_schedule, today):
        earliest = today + timedelta(days=1)
    else:
        earliest = today
    for schedule in (old.schedule, new_schedule):
        if schedule.shape is Shape.TIMES:
            period = period_of(schedule, earliest)
            if period is not None and period.first < earliest:
                return period.last + timedelta(days=1)
            return earliest
    return earliest


def start_of_easing(reason: Reason, today: date) -> date:
    """The day from which waiting, ending or a pause counts: after notice, or at once with a reason."""
    return today + NOTICE if reason is Reason.CHOICE else today


def check_pause(starts_on: date, ends_on: date, *, reason: Reason, looks_again: bool, today: date) -> None:
    """Refuse a pause that reaches back into closed days, comes without notice, or is open for too long.

    Raises:
        RuleError: PAUSE_TOO_EARLY, PAUSE_TOO_LONG or DATE_IMPOSSIBLE.
    """
    earliest = today + NOTICE if reason is Reason.CHOICE else oldest_open_day(today)
    if starts_on < earliest:
        raise RuleError(Code.PAUSE_TOO_EARLY, days=NOTICE.days)
    if require_possible(ends_on) < starts_on:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    if looks_again and ends_on > starts_on + LONGEST_ILLNESS_WITHOUT_LOOK:
        raise RuleError(Code.PAUSE_TOO_LONG, days=LONGEST_ILLNESS_WITHOUT_LOOK.days)


def active_spans(terms: Iterable[Terms]) -> list[tuple[date, date]]:
    """The stretches in which the commitment asks for something, both ends included, sorted and merged."""
    found = (segment for segment in segments(terms) if segment.terms.stance is Stance.ACTIVE)
    return merged((segment.first, segment.last or date.max) for segment in found)


def paused_spans(pauses: Iterable[Pause], commitment_id: str) -> list[tuple[date, date]]:
    """The paused stretches of one commitment, both ends included, sorted and merged."""
    return merged(
        (pause.starts_on, pause.ends_on)
        for pause in pauses
        if pause.taken_back_at is None
        and pause.commitment_id in (None, commitment_id)
        and pause.starts_on <= pause.ends_on
    )


def merged(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The same days in as few stretches as possible, sorted."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if found and (first - found[-1][1]).days <= 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def overlaps(spans: Iterable[tuple[date, date]], others: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """The days that are in both, stretch by stretch; both are sorted and merged, few and short."""
    common = ((max(first, start), min(last, end)) for first, last in spans for start, end in others)
    return [(first, last) for first, last in common if first <= last]


def check_words(title: str, will: str) -> None:
    """Refuse a commitment without its sentence or its short name, or with words no screen can show.

    Raises:
        RuleError: WORDS_MISSING or WORDS_TOO_LONG.
    """
    if not title.strip() or not will.strip():
        raise RuleError(Code.WORDS_MISSING)
    for words, most in ((title, LONGEST_TITLE), (will, LONGEST_SENTENCE)):
        if len(words) > most:
            raise RuleError(Code.WORDS_TOO_LONG, most=most)
