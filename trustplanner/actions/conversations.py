"""Planning an invited talk, and what became of the invitation. Whether there is a talk, they decide."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.conversations import LONGEST_TALK, SHORTEST_TALK, Talk, TalkState
from trustplanner.domain.days import require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import Contact, contact_in_force
from trustplanner.storage.queries.conversations import agreements, talk_lines
from trustplanner.storage.queries.plans import last_safety_screen, the_plan
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class TalkPlan:
    """What is planned for one talk. A time of day counts only with a day; `minutes` is the limit both keep to."""

    invitation: str = ""
    stop_signs: str = ""
    tempted: str = ""
    day: date | None = None
    at_minute: int | None = None
    minutes: int | None = None


def plan_talk(unit: UnitOfWork, now: Now, plan: TalkPlan) -> Talk:
    """Begin to plan a talk.

    Raises:
        RuleError: NO_CONTACT_WANTED, ENDING_FIRST, ANSWER_TOO_LONG, DATE_IMPOSSIBLE, TALK_LENGTH_IMPOSSIBLE.
    """
    _require_open(unit)
    blank = Talk(
        id=str(uuid4()),
        state=TalkState.PLANNED,
        day=None,
        at_minute=None,
        minutes=None,
        invitation="",
        stop_signs="",
        tempted="",
        not_known="",
        created_at=now.at,
        updated_at=now.at,
    )
    return unit.put(_with_plan(blank, plan))


def change_talk(unit: UnitOfWork, now: Now, talk_id: str, plan: TalkPlan) -> Talk:
    """Plan a talk otherwise.

    Raises:
        RuleError: NOT_FOUND, ANSWER_TOO_LONG, DATE_IMPOSSIBLE, TALK_LENGTH_IMPOSSIBLE.
    """
    before = unit.require(Talk, talk_id)
    after = _with_plan(before, plan)
    return before if after == before else unit.put(replace(after, updated_at=now.at))


def set_talk_state(unit: UnitOfWork, now: Now, talk_id: str, state: TalkState) -> Talk:
    """Say what became of an invitation; a talk that was held has its day, today if no day that has come is named.

    Raises:
        RuleError: NOT_FOUND.
    """
    before = unit.require(Talk, talk_id)
    if before.state is state:
        return before
    day, at_minute = before.day, before.at_minute
    if state is TalkState.HELD and (day is None or day > now.today):
        day, at_minute = now.today, None
    return unit.put(replace(before, state=state, day=day, at_minute=at_minute, updated_at=now.at))


def write_not_known(unit: UnitOfWork, now: Now, talk_id: str, words: str) -> Talk:
    """Save the one thing that had not been known before the talk.

    Raises:
        RuleError: NOT_FOUND, ANSWER_TOO_LONG.
    """
    before = unit.require(Talk, talk_id)
    if words == before.not_known:
        return before
    require_room(words, before.not_known)
    return unit.put(replace(before, not_known=words, updated_at=now.at))


def delete_talk(unit: UnitOfWork, now: Now, talk_id: str) -> None:
    """Delete a talk with its note and agreements; commitments that came of it stay. Undo restores all of it."""
    talk = unit.require(Talk, talk_id)
    for line in unit.read(talk_lines, talk_id):
        unit.delete(line)
    for agreement in unit.read(agreements, talk_id):
        unit.delete(agreement)
    unit.delete(talk)


def require_room(words: str, before: str = "") -> None:
    """Longer words may come from an import; they can be changed as long as they do not grow.

    Raises:
        RuleError: ANSWER_TOO_LONG.
    """
    if len(words) > max(LONGEST_ANSWER, len(before)):
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER)


def _with_plan(talk: Talk, plan: TalkPlan) -> Talk:
    for words, before in (
        (plan.invitation, talk.invitation),
        (plan.stop_signs, talk.stop_signs),
        (plan.tempted, talk.tempted),
    ):
        require_room(words, before)
    if plan.minutes is not None and not SHORTEST_TALK <= plan.minutes <= LONGEST_TALK:
        raise RuleError(Code.TALK_LENGTH_IMPOSSIBLE, least=SHORTEST_TALK, most=LONGEST_TALK)
    return replace(
        talk,
        invitation=plan.invitation,
        stop_signs=plan.stop_signs,
        tempted=plan.tempted,
        day=require_possible_if_any(plan.day),
        at_minute=None if plan.day is None else plan.at_minute,
        minutes=plan.minutes,
    )


def _require_open(unit: UnitOfWork) -> None:
    """Nobody plans a talk that is not wanted, or one beside which something stays hidden."""
    plan, last = unit.read(the_plan), unit.read(last_safety_screen)
    if last is not None and last.ending:
        raise RuleError(Code.ENDING_FIRST)
    if plan is not None and contact_in_force(plan, last) is Contact.NONE:
        raise RuleError(Code.NO_CONTACT_WANTED)
