"""Making commitments, changing their terms with or without notice, letting them wait, ending and pausing them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.commitments import (
    MOST_ACTIVE,
    NOTICE,
    AskedBy,
    Commitment,
    Direction,
    Pause,
    Reason,
    Stance,
    Terms,
    View,
    check_pause,
    check_words,
    directions_of_change,
    is_tightening,
    pending,
    settled,
    start_of_change,
    start_of_easing,
    terms_on,
)
from trustplanner.domain.days import oldest_open_day, require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import History, is_open_today, item_on, items
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.plans import CONTACT_TO_LOOK_AT
from trustplanner.domain.schedules import Schedule, Shape
from trustplanner.storage.queries.commitments import belongings, every_commitment, histories, history_of, terms_of
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Wording:
    """What is promised, before it is dated: the words, the schedule, the time of day in minutes from midnight."""

    will: str
    so_that: str
    schedule: Schedule
    at_minute: int | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside the promise and may change at any time without notice."""

    if_cue: str = ""
    then_action: str = ""
    sign: str = ""
    asked_by: AskedBy = AskedBy.NOBODY
    asked_on: date | None = None
    sureness: int | None = None
    smallest: str = ""
    review_on: date | None = None
    harm_id: str | None = None
    is_line: bool = False
    is_event: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """Their view of a loosening as it was heard: which, on what day, in which words.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """

    view: View = View.NOT_ASKED
    on: date | None = None
    words: str = ""

    def __post_init__(self) -> None:
        require_possible_if_any(self.on)


NOT_ASKED = Heard()


def create(
    unit: UnitOfWork,
    now: Now,
    title: str,
    wording: Wording,
    surroundings: Surroundings,
    *,
    starts_on: date | None = None,
    waits: bool = False,
    instead_of: str | None = None,
) -> Commitment:
    """Write a new commitment. It is active from `starts_on` (today if None), or waits.

    With three active ones a fourth waits; `instead_of` names an older one that is let wait for it, with notice, so
    that four are shown meanwhile.

    Raises:
        RuleError: WORDS_MISSING, WORDS_TOO_LONG, TRACKS_THEM, DATE_IMPOSSIBLE if it starts in the past or is due once
            on a day before it starts.
    """
    check_words(title, wording.will)
    refuse_tracking(unit, f"{wording.will} {wording.so_that}", title, *_promises_beside(surroundings))
    first_day = require_possible(starts_on or now.today)
    only_day = wording.schedule.anchor if wording.schedule.shape is Shape.ONCE else None
    if first_day < now.today or (only_day is not None and only_day < first_day):
        raise RuleError(Code.DATE_IMPOSSIBLE)
    if instead_of is not None:
        let_wait(unit, now, instead_of)
    waits = waits or active_count(unit, now.today) >= MOST_ACTIVE
    position = max((each.position for each in unit.read(every_commitment)), default=-1) + 1
    commitment = unit.put(
        Commitment(
            id=str(uuid4()),
            title=title.strip(),
            imported=False,
            position=position,
            created_at=now.at,
            **_fields(surroundings),
        )
    )
    unit.put(
        _terms(
            now,
            commitment.id,
            wording,
            stance=Stance.WAITING if waits else Stance.ACTIVE,
            direction=Direction.FIRST,
            starts_on=now.today if waits else first_day,
        )
    )
    return commitment


def describe(unit: UnitOfWork, now: Now, commitment_id: str, title: str, surroundings: Surroundings) -> Commitment:
    """Change the short name and what stands beside the promise; the promise itself is not touched.

    Raises:
        RuleError: NOT_FOUND, WORDS_MISSING, WORDS_TOO_LONG, TRACKS_THEM, DATE_IMPOSSIBLE.
    """
    before = unit.require(Commitment, commitment_id)
    check_words(title, "-")
    refuse_tracking(unit, title, *_promises_beside(surroundings))
    return unit.put(replace(before, title=title.strip(), **_fields(surroundings)))


def change_terms(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str,
    wording: Wording,
    *,
    said_to_be: Direction | None = None,
    reason: Reason = Reason.CHOICE,
    heard: Heard = NOT_ASKED,
) -> Terms | None:
    """Promise something else from a later day on, or at once if it is stricter.

    What is tightening beyond doubt is not asked about; otherwise `said_to_be` is the person's own word for it and no
    answer means easier. A change that is still pending is replaced. Returns None if nothing differs from what is in
    force.

    Raises:
        RuleError: NOT_FOUND, WORDS_MISSING, WORDS_TOO_LONG, TRACKS_THEM, ALREADY_ENDED; THREE_ACTIVE if it was to
            wait or to end, or is a "once" that is over, and its place was given to another.
    """
    check_words("-", wording.will)
    refuse_tracking(unit, f"{wording.will} {wording.so_that}")
    rows = unit.read(terms_of, commitment_id)
    old = _in_force_or_coming(rows, now.today)
    if old.stance is Stance.ENDED:
        raise RuleError(Code.ALREADY_ENDED)
    _check_place(unit, now, commitment_id, old)
    _take_back_pending(unit, now, rows)
    if _wording(old) == _trimmed(wording):
        return None
    if old.stance is Stance.WAITING or old.starts_on > now.today:
        direction = said_to_be or direction_of(old, wording, None, now.today)  # it asks for nothing yet
        starts_on = max(now.today, old.starts_on)
    else:
        direction = direction_of(old, wording, said_to_be, now.today)
        starts_on = _start_of_change(unit, now, old, wording.schedule, direction, reason)
    return unit.put(
        _terms(
            now,
            commitment_id,
            wording,
            stance=old.stance,
            direction=direction,
            starts_on=starts_on,
            reason=reason,
            heard=heard,
        )
    )


def direction_of(old: Terms, wording: Wording, said_to_be: Direction | None, today: date) -> Direction:
    """Stricter if that is beyond doubt, else what the person said it is; no answer, or a wrong one, means easier."""
    same_words = (old.will, old.so_that) == (wording.will.strip(), wording.so_that.strip())
    if is_tightening(old, wording.schedule, wording.at_minute, same_words=same_words, today=today):
        return Direction.STRICTER
    if said_to_be in directions_of_change(old, wording.schedule, wording.at_minute):
        return said_to_be
    return Direction.EASIER


def let_wait(
    unit: UnitOfWork, now: Now, commitment_id: str, reason: Reason = Reason.CHOICE, heard: Heard = NOT_ASKED
) -> Terms:
    """Let an active commitment wait: a loosening, with its notice unless there is a reason."""
    return _ease(unit, now, commitment_id, Stance.WAITING, reason, heard)


def end(
    unit: UnitOfWork, now: Now, commitment_id: str, reason: Reason = Reason.CHOICE, heard: Heard = NOT_ASKED
) -> Terms:
    """End a commitment: a loosening, with its notice unless there is a reason. Its record stays."""
    return _ease(unit, now, commitment_id, Stance.ENDED, reason, heard)


def let_wait_for_contact(unit: UnitOfWork, now: Now, commitment_ids: Iterable[str]) -> None:
    """Let wait at once what needs contact that is not welcome any more; what was to end ends at once.

    Without any the commitments were looked through, and none needs it.
    """
    for commitment_id in commitment_ids:
        to_come = settled(unit.read(terms_of, commitment_id), now.today)
        stance = Stance.ENDED if to_come.stance is Stance.ENDED else Stance.WAITING
        _ease(unit, now, commitment_id, stance, Reason.THEIR_WISH, NOT_ASKED)
    unit.put(Setting(CONTACT_TO_LOOK_AT, ""))


def activate(unit: UnitOfWork, now: Now, commitment_id: str) -> Terms:
    """Begin with a waiting commitment at once.

    Raises:
        RuleError: THREE_ACTIVE; ALREADY_STARTED if it is active; ALREADY_ENDED.
    """
    rows = unit.read(terms_of, commitment_id)
    old = settled(rows, now.today)
    if old.stance is Stance.ACTIVE:
        raise RuleError(Code.ALREADY_STARTED)
    if old.stance is Stance.ENDED:
        raise RuleError(Code.ALREADY_ENDED)
    if active_count(unit, now.today) >= MOST_ACTIVE:
        raise RuleError(Code.THREE_ACTIVE, most=MOST_ACTIVE)
    if pending(rows, now.today) is not None:
        _take_back_pending(unit, now, rows)
        return _in_force_or_coming(rows, now.today)
    return unit.put(
        _terms(
            now,
            commitment_id,
            _wording(old),
            stance=Stance.ACTIVE,
            direction=Direction.STRICTER,
            starts_on=now.today,
        )
    )


def take_back_pending(unit: UnitOfWork, now: Now, commitment_id: str) -> Terms:
    """Take a loosening back before it starts, so that the old terms go on.

    Raises:
        RuleError: ALREADY_STARTED if nothing is pending, which first terms never are; THREE_ACTIVE if its place was
            given to another.
    """
    rows = unit.read(terms_of, commitment_id)
    found = pending(rows, now.today)
    if found is None or found.direction is Direction.FIRST:
        raise RuleError(Code.ALREADY_STARTED)
    _check_place(unit, now, commitment_id, _in_force_or_coming(rows, now.today))
    return unit.put(replace(found, taken_back_at=now.at))


def note_their_view(unit: UnitOfWork, now: Now, seq: int, heard: Heard) -> Terms:
    """Add their view of a loosening later, as it was heard; it stands beside the mark and blocks nothing."""
    return unit.put(
        replace(unit.require(Terms, seq), their_view=heard.view, their_view_on=heard.on, their_words=heard.words)
    )


def note_their_view_of_pause(unit: UnitOfWork, now: Now, seq: int, heard: Heard) -> Pause:
    """The same for a pause."""
    return unit.put(
        replace(unit.require(Pause, seq), their_view=heard.view, their_view_on=heard.on, their_words=heard.words)
    )


def pause(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str | None,
    starts_on: date,
    ends_on: date,
    *,
    reason: Reason,
    note: str = "",
    looks_again: bool = False,
    heard: Heard = NOT_ASKED,
) -> Pause:
    """Pause one commitment, or all with None, for a range of days; answered items inside stay in the sum.

    Raises:
        RuleError: PAUSE_TOO_EARLY, PAUSE_TOO_LONG, DATE_IMPOSSIBLE, NOT_FOUND.
    """
    if commitment_id is not None:
        unit.require(Commitment, commitment_id)
    check_pause(starts_on, ends_on, reason=reason, looks_again=looks_again, today=now.today)
    return unit.put(
        Pause(
            None,
            commitment_id,
            starts_on,
            ends_on,
            looks_again,
            reason,
            note,
            heard.view,
            heard.on,
            heard.words,
            now.at,
            now.today,
            None,
        )
    )


def resume(unit: UnitOfWork, now: Now, seq: int) -> Pause:
    """End a pause: from today on it asks for things again; the days before stay paused.

    One that has not begun is taken back.

    Raises:
        RuleError: ALREADY_ENDED.
    """
    before = unit.require(Pause, seq)
    if before.taken_back_at is not None or before.ends_on < now.today:
        raise RuleError(Code.ALREADY_ENDED)
    if before.starts_on >= now.today:
        return unit.put(replace(before, taken_back_at=now.at))
    return unit.put(replace(before, ends_on=now.today - timedelta(days=1), looks_again=False))


def lengthen_pause(unit: UnitOfWork, now: Now, seq: int, ends_on: date) -> Pause:
    """Make an illness longer when the program looks again; each step is 14 days at most.

    Raises:
        RuleError: PAUSE_TOO_LONG, ALREADY_ENDED, PAUSE_TOO_EARLY for a pause without such a reason.
    """
    before = unit.require(Pause, seq)
    if before.taken_back_at is not None or before.ends_on < oldest_open_day(now.today):
        raise RuleError(Code.ALREADY_ENDED)
    if before.reason is Reason.CHOICE:
        raise RuleError(Code.PAUSE_TOO_EARLY, days=NOTICE.days)
    check_pause(
        max(before.ends_on, oldest_open_day(now.today)),
        ends_on,
        reason=before.reason,
        looks_again=before.looks_again,
        today=now.today,
    )
    return unit.put(replace(before, ends_on=ends_on))


def delete(unit: UnitOfWork, now: Now, commitment_id: str) -> None:
    """Delete a commitment that never asked for anything. One that did is ended instead: misses stay.

    Raises:
        RuleError: ALREADY_STARTED.
    """
    history = unit.read(history_of, commitment_id)
    if history is None:
        raise RuleError(Code.NOT_FOUND)
    if has_asked(history, now.today):
        raise RuleError(Code.ALREADY_STARTED)
    for row in unit.read(belongings, commitment_id):
        unit.delete(row)
    unit.delete(history.commitment)


def has_asked(history: History, today: date) -> bool:
    """Whether a commitment has ever asked for anything, so that it can be ended and no longer deleted."""
    if history.answers or history.done_days:
        return True
    return any(item.first < today or item.is_answered for item in items(history, today))


def active_count(unit: UnitOfWork, today: date) -> int:
    """How many commitments will be active once every notice has run out; a "once" that is over takes no place."""
    return sum(takes_a_place(history, today) for history in unit.read(histories, today - timedelta(days=31)))


def takes_a_place(history: History, today: date) -> bool:
    """Whether a commitment is one of the three: active, and not a "once" that is answered or past."""
    terms = pending(history.terms, today) or terms_on(history.terms, today)
    if terms is None or terms.stance is not Stance.ACTIVE:
        return False
    if terms.schedule.shape is not Shape.ONCE or terms.schedule.anchor is None:
        return True
    item = item_on(history, terms.schedule.anchor, today)
    is_past = terms.schedule.anchor < oldest_open_day(today)
    return not is_past and (item is None or not item.is_answered)


def _ease(unit: UnitOfWork, now: Now, commitment_id: str, stance: Stance, reason: Reason, heard: Heard) -> Terms:
    rows = unit.read(terms_of, commitment_id)
    old, to_come = _in_force_or_coming(rows, now.today), settled(rows, now.today)
    has_notice = old.stance is Stance.ACTIVE and old.starts_on <= now.today
    starts_on = start_of_easing(reason, now.today) if has_notice else now.today
    is_sooner = to_come.stance is stance and starts_on < to_come.starts_on
    if to_come.stance in (Stance.ENDED, stance) and not is_sooner:
        raise RuleError(Code.ALREADY_ENDED)
    _take_back_pending(unit, now, rows)
    return unit.put(
        _terms(
            now,
            commitment_id,
            _wording(old),
            stance=stance,
            direction=Direction.EASIER,
            starts_on=starts_on,
            reason=reason,
            heard=heard,
        )
    )


def _in_force_or_coming(rows: tuple[Terms, ...], today: date) -> Terms:
    """The terms in force today, or those a new commitment will begin with."""
    return terms_on(rows, today) or settled(rows, today)


def _start_of_change(
    unit: UnitOfWork, now: Now, old: Terms, schedule: Schedule, direction: Direction, reason: Reason
) -> date:
    history = unit.read(history_of, old.commitment_id)
    is_open = history is not None and is_open_today(history, now.today)
    return start_of_change(old, schedule, direction, reason, now.today, is_open_today=is_open)


def _check_place(unit: UnitOfWork, now: Now, commitment_id: str, old: Terms) -> None:
    """Refuse to keep a commitment active whose place may be another's: it was to wait or to end, or is over.

    Raises:
        RuleError: THREE_ACTIVE.
    """
    history = unit.read(history_of, commitment_id)
    if history is None or old.stance is not Stance.ACTIVE or takes_a_place(history, now.today):
        return
    if active_count(unit, now.today) >= MOST_ACTIVE:
        raise RuleError(Code.THREE_ACTIVE, most=MOST_ACTIVE)


def _take_back_pending(unit: UnitOfWork, now: Now, rows: Iterable[Terms]) -> None:
    for row in rows:
        if row.taken_back_at is None and row.starts_on > now.today and row.direction is not Direction.FIRST:
            unit.put(replace(row, taken_back_at=now.at))


def _wording(terms: Terms) -> Wording:
    return Wording(terms.will, terms.so_that, terms.schedule, terms.at_minute)


def _trimmed(wording: Wording) -> Wording:
    return replace(wording, will=wording.will.strip(), so_that=wording.so_that.strip())


def _promises_beside(surroundings: Surroundings) -> tuple[str, ...]:
    """What stands beside the promise and binds as it does; the cue of a plan may name the urge to look."""
    return surroundings.then_action, surroundings.sign, surroundings.smallest


def _fields(surroundings: Surroundings) -> dict[str, Any]:
    for day in (surroundings.asked_on, surroundings.review_on):
        require_possible_if_any(day)
    return {name: getattr(surroundings, name) for name in Surroundings.__dataclass_fields__}


def _terms(
    now: Now,
    commitment_id: str,
    wording: Wording,
    *,
    stance: Stance,
    direction: Direction,
    starts_on: date,
    reason: Reason = Reason.CHOICE,
    heard: Heard = NOT_ASKED,
) -> Terms:
    return Terms(
        seq=None,
        commitment_id=commitment_id,
        stance=stance,
        will=wording.will.strip(),
        so_that=wording.so_that.strip(),
        schedule=wording.schedule,
        at_minute=wording.at_minute,
        starts_on=starts_on,
        written_at=now.at,
        written_on=now.today,
        direction=direction,
        reason=reason,
        their_view=heard.view,
        their_view_on=heard.on,
        their_words=heard.words,
        taken_back_at=None,
    )
