"""Makes commitments, terms, pauses, answers and histories with what a test does not care about filled in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from trustplanner.actions import commitments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording
from trustplanner.domain.answers import AnswerRow, How, Telling, Value
from trustplanner.domain.commitments import AskedBy, Commitment, Direction, Pause, Reason, Stance, Terms
from trustplanner.domain.items import History
from trustplanner.domain.plans import Contact, Plan, Pronoun
from trustplanner.domain.schedules import Schedule, daily

PASSPHRASE = "a long walk by the river"
MONDAY = date(2026, 5, 4)
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def on(text: str) -> date:
    """A date in ISO form; without a year it is 2026."""
    return date.fromisoformat(text if len(text) > len("05-04") else f"2026-{text}")


def a_commitment(**changes: Any) -> Commitment:
    """A commitment without surroundings."""
    plain = Commitment(
        id="call",
        title="Call when late",
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
        imported=False,
        position=0,
        created_at=NOON,
    )
    return replace(plain, **changes)


def a_plan(**changes: Any) -> Plan:
    """Sam's plan for Ana, with open contact and nothing chosen yet."""
    plain = Plan(
        id="plan",
        own_name="Sam",
        their_name="Ana",
        pronoun=Pronoun.SHE,
        counsellor="",
        kind=None,
        pattern=None,
        hidden=None,
        danger=None,
        others=None,
        contact=Contact.OPEN,
        contact_until=None,
        contact_note="",
        first_day=MONDAY,
        created_at=NOON,
    )
    return replace(plain, **changes)


def some_terms(
    schedule: Schedule | None = None, starts_on: date = MONDAY, seq: int | None = 1, **changes: Any
) -> Terms:
    """Active terms: the first ones with `seq` 1 or without one, else stricter ones."""
    plain = Terms(
        seq=seq,
        commitment_id="call",
        stance=Stance.ACTIVE,
        will="I will call when I am late",
        so_that="you need not wonder",
        schedule=schedule or daily(),
        at_minute=None,
        starts_on=starts_on,
        written_at=NOON,
        written_on=starts_on,
        direction=Direction.FIRST if seq in (None, 1) else Direction.STRICTER,
        reason=Reason.CHOICE,
        taken_back_at=None,
    )
    return replace(plain, **changes)


def a_pause(starts_on: date, ends_on: date, **changes: Any) -> Pause:
    """A pause of all commitments for an illness with a known end."""
    plain = Pause(
        seq=1,
        commitment_id=None,
        starts_on=starts_on,
        ends_on=ends_on,
        looks_again=False,
        reason=Reason.ILLNESS,
        note="",
        written_at=NOON,
        written_on=starts_on,
        taken_back_at=None,
    )
    return replace(plain, **changes)


def a_telling(day: date, how: How = How.TOLD_FIRST, seq: int = 1, **changes: Any) -> Telling:
    """How the miss of `day` came out."""
    plain = Telling(
        seq=seq,
        commitment_id="call",
        day=day,
        how=how,
        told_on=None,
        told_minute=None,
        written_at=NOON,
        written_on=day,
    )
    return replace(plain, **changes)


def row(day: date, value: Value, written_on: date | None = None) -> AnswerRow:
    """An answer written on its own day unless said otherwise."""
    return AnswerRow(day.toordinal(), value, (written_on or day).toordinal())


def a_history(
    terms: Terms | Iterable[Terms],
    answers: Iterable[AnswerRow] = (),
    pauses: Iterable[Pause] = (),
    done_days: Iterable[date] = (),
    tellings: Iterable[Telling] = (),
    **changes: Any,
) -> History:
    """A history in the order a query gives it; rows of one day keep the order they are given in."""
    return History(
        commitment=a_commitment(**changes),
        terms=(terms,) if isinstance(terms, Terms) else tuple(terms),
        pauses=tuple(pauses),
        answers=tuple(sorted(answers, key=lambda answer: answer.day)),
        done_days=tuple(sorted(done_days)),
        tellings=tuple(tellings),
    )


def promise(
    runner: Runner,
    schedule: Schedule | None = None,
    title: str = "Call when late",
    *,
    at_minute: int | None = None,
    **given: Any,
) -> Commitment:
    """Write a commitment through its action."""
    wording = Wording("I will call when I am late", "you need not wonder", schedule or daily(), at_minute)
    surroundings = given.pop("surroundings", Surroundings())
    return runner.do("New commitment", commitments.create, title, wording, surroundings, **given).result
