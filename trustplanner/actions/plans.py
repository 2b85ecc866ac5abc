"""The plan itself, the private questions, and the settings that belong to it."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from trustplanner.actions.places import active_count
from trustplanner.domain.days import changed_day_start, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Draft, Now, Setting
from trustplanner.domain.plans import (
    CONTACT_TO_LOOK_AT,
    Contact,
    Plan,
    Pronoun,
    SafetyAnswer,
    SafetyQuestion,
    SafetyScreen,
    Share,
    contact_in_force,
    is_stricter,
    switches_after,
)
from trustplanner.domain.settings import DAY_START, DAY_START_FLOOR, LOCK_MINUTES, day_start_of
from trustplanner.storage.queries.plans import last_safety_screen, safety_screens, settings, the_plan
from trustplanner.storage.unit_of_work import UnitOfWork

LONGEST_NAME = 60
SHORTEST_LOCK, LONGEST_LOCK = 1, 15  # minutes


def begin(
    unit: UnitOfWork,
    now: Now,
    own_name: str,
    their_name: str,
    pronoun: Pronoun,
    counsellor: str = "",
) -> Plan:
    """Write the plan at the first run, or change the names of one that is there.

    Raises:
        RuleError: WORDS_MISSING without both names, WORDS_TOO_LONG.
    """
    names: dict[str, Any] = {
        "own_name": own_name.strip(),
        "their_name": their_name.strip(),
        "counsellor": counsellor.strip(),
    }
    if not names["own_name"] or not names["their_name"]:
        raise RuleError(Code.WORDS_MISSING)
    if max(map(len, names.values())) > LONGEST_NAME:
        raise RuleError(Code.WORDS_TOO_LONG, most=LONGEST_NAME)
    before = unit.read(the_plan)
    if before is not None:
        return unit.put(replace(before, pronoun=pronoun, **names))
    return unit.put(
        Plan(
            id=str(uuid4()),
            pronoun=pronoun,
            kind=None,
            pattern=None,
            hidden=None,
            danger=None,
            others=None,
            contact=Contact.OPEN,
            contact_until=None,
            contact_note="",
            first_day=now.today,
            created_at=now.at,
            **names,
        )
    )


def begin_first_run(
    unit: UnitOfWork,
    now: Now,
    own_name: str,
    their_name: str,
    pronoun: Pronoun,
    counsellor: str = "",
) -> Plan:
    """Write the plan at the first run. Until it is said what contact is welcome, there are limits.

    Raises:
        RuleError: as `begin`.
    """
    is_new = unit.read(the_plan) is None
    plan = begin(unit, now, own_name, their_name, pronoun, counsellor)
    return _change_plan(unit, contact=Contact.LIMITED) if is_new else plan


def choose_kind(
    unit: UnitOfWork,
    now: Now,
    kind: str | None,
    pattern: Share | None = None,
    hidden: Share | None = None,
    danger: Share | None = None,
    others: Share | None = None,
) -> Plan:
    """Choose the breach kind and answer the four cross-cutting questions; anything may be left open."""
    return _change_plan(unit, kind=kind, pattern=pattern, hidden=hidden, danger=danger, others=others)


def set_contact(unit: UnitOfWork, now: Now, contact: Contact, until: date | None = None, note: str = "") -> Plan:
    """Record what contact the hurt person allows, as theirs.

    Raises:
        RuleError: NOT_FOUND without a plan, DATE_IMPOSSIBLE.
    """
    before = _contact(unit)
    plan = _change_plan(unit, contact=contact, contact_until=require_possible_if_any(until), contact_note=note)
    _note_change_of_contact(unit, now, before)
    return plan


def answer_safety(
    unit: UnitOfWork, now: Now, answers: dict[SafetyQuestion, SafetyAnswer], *, keep_answers: bool
) -> SafetyScreen:
    """Record what the private questions switch; the answers themselves only by consent.

    A switch that is on is lifted by a clear no to each of its questions, not before the next day.
    """
    before = _contact(unit)
    now_on = switches_after(unit.read(last_safety_screen), answers, now.today)
    lines = "\n".join(
        f"{question.value}={answers[question].value}" for question in SafetyQuestion if question in answers
    )
    screen = unit.put(
        SafetyScreen(seq=None, asked_on=now.today, written_at=now.at, answers=lines if keep_answers else "", **now_on)
    )
    _note_change_of_contact(unit, now, before)
    return screen


def forget_safety_answers(unit: UnitOfWork, now: Now) -> None:
    """Take the consent back: forget the answers that were kept in any round; what they switched stays."""
    for screen in unit.read(safety_screens):
        if screen.answers:
            unit.put(replace(screen, answers=""))


def set_day_start(unit: UnitOfWork, now: Now, minutes: int) -> None:
    """Change when a promise day begins, 0 to 360 minutes after midnight.

    Raises:
        RuleError: DAY_START_IMPOSSIBLE.
    """
    changed = changed_day_start(day_start_of(unit.read(settings)), minutes, now.local)
    unit.put(Setting(DAY_START, str(changed.minutes)))
    unit.put(Setting(DAY_START_FLOOR, changed.floor.isoformat() if changed.floor else ""))


def set_lock_minutes(unit: UnitOfWork, now: Now, minutes: int) -> None:
    """Change after how many idle minutes the program locks, 1 to 15.

    Raises:
        RuleError: LOCK_TIME_IMPOSSIBLE.
    """
    if not SHORTEST_LOCK <= minutes <= LONGEST_LOCK:
        raise RuleError(Code.LOCK_TIME_IMPOSSIBLE)
    unit.put(Setting(LOCK_MINUTES, str(minutes)))


def set_setting(unit: UnitOfWork, now: Now, name: str, value: str) -> None:
    """Keep a setting of a screen with the plan."""
    unit.put(Setting(name, value))


def keep_draft(unit: UnitOfWork, now: Now, name: str, body: str) -> None:
    """Keep what is typed but not saved, or where the cursor stands; an empty body forgets it."""
    kept = unit.get(Draft, name)
    if body == (kept.body if kept else ""):
        return  # nothing new: the vault is not written for a later time alone
    if body:
        unit.put(Draft(name, body, now.at))
    elif kept is not None:
        unit.delete(kept)


def _change_plan(unit: UnitOfWork, **values: Any) -> Plan:
    before = unit.read(the_plan)
    if before is None:
        raise RuleError(Code.NOT_FOUND)
    return unit.put(replace(before, **values))


def _contact(unit: UnitOfWork) -> Contact | None:
    plan = unit.read(the_plan)
    return None if plan is None else contact_in_force(plan, unit.read(last_safety_screen))


def _note_change_of_contact(unit: UnitOfWork, now: Now, before: Contact | None) -> None:
    """Keep that what was promised is to be looked through, where less contact may be proposed than before."""
    after = _contact(unit)
    if before is None or after is None or before is after:
        return
    if is_stricter(before, after) and active_count(unit, now.today):
        unit.put(Setting(CONTACT_TO_LOOK_AT, "1"))
    elif after is Contact.OPEN and unit.read(settings).get(CONTACT_TO_LOOK_AT):
        unit.put(Setting(CONTACT_TO_LOOK_AT, ""))
