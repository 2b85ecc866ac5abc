"""Their voice: what they agree to, give and take back themselves, with the screen in their hands."""

from dataclasses import replace

from trustplanner.actions.plans import keep_draft
from trustplanner.actions.sealed import begin_note, write_note
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.plans import Contact, contact_in_force
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.sessions import Session
from trustplanner.domain.their_voice import (
    SEALED_VOICE,
    TYPED,
    Anchors,
    Given,
    Reading,
    TheirConsent,
    new_anchors,
    new_reading,
)
from trustplanner.storage.queries.plans import last_safety_screen, the_plan
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import session_notes
from trustplanner.storage.queries.their_voice import their_consent, their_voice
from trustplanner.storage.unit_of_work import UnitOfWork


def consent(unit: UnitOfWork, now: Now, wording: int) -> TheirConsent:
    """They agree to this version of their page. Once they have, agreeing again changes nothing.

    Raises:
        RuleError: STOPPED, ENDING_FIRST, NO_CONTACT_WANTED.
    """
    _require_room(unit)
    standing = unit.read(their_consent)
    return standing or unit.put(TheirConsent(None, now.today, wording, now.at))


def write_anchors(unit: UnitOfWork, now: Now, three: str, seven: str) -> Anchors:
    """Their own words for a 3 and a 7, from today on.

    Raises:
        RuleError: as `consent`; NOT_CONSENTED, VOICE_LOCKED, WORDS_TOO_LONG.
    """
    _require_open(unit)
    written = new_anchors(unit.read(their_voice), three, seven, now)
    return unit.put(written)


def give_reading(unit: UnitOfWork, now: Now, given: Given) -> Reading:
    """One reading, or "not today". The session is named if there still is one.

    Raises:
        RuleError: as `consent`; NOT_CONSENTED, VOICE_LOCKED, READING_IMPOSSIBLE, READING_TOO_SOON, WORDS_TOO_LONG.
    """
    _require_open(unit)
    reading = new_reading(unit.read(their_voice), given, now)
    is_there = given.session_id is not None and unit.get(Session, given.session_id) is not None
    return unit.put(reading if is_there else replace(reading, session_id=None))


def seal_voice(unit: UnitOfWork, now: Now, wrapped: str, sealed: str) -> SealedNote:
    """Put all of it behind a passphrase of their own: `sealed` holds it, and what lay open is gone.

    Raises:
        RuleError: as `consent`; NOT_CONSENTED; VOICE_LOCKED if it is sealed already.
    """
    _require_open(unit)
    note = begin_note(unit, now, SEALED_VOICE, wrapped, sealed)
    _delete_what_lies_open(unit, now)
    return note


def write_sealed_voice(unit: UnitOfWork, now: Now, sealed: str) -> SealedNote:
    """Save what is sealed, with what they have just given.

    Raises:
        RuleError: as `consent`; NOT_CONSENTED, NOT_FOUND.
    """
    _require_consent(unit)
    return write_note(unit, now, SEALED_VOICE, sealed)


def withdraw(unit: UnitOfWork, now: Now) -> None:
    """Take all of it back, consent and all, and what they said of the record in sessions. It needs no passphrase."""
    _delete_what_lies_open(unit, now)
    standing, note = unit.read(their_consent), unit.read(sealed_note, SEALED_VOICE)
    if standing is not None:
        unit.delete(standing)
    if note is not None:
        unit.delete(note)
    for left in unit.read(session_notes):
        unit.put(replace(left, fits=None, fits_words=""))


def _delete_what_lies_open(unit: UnitOfWork, now: Now) -> None:
    voice = unit.read(their_voice)
    for row in voice.anchors:
        unit.delete(row)
    for reading in voice.readings:
        unit.delete(reading)
    keep_draft(unit, now, TYPED, "")


def _require_open(unit: UnitOfWork) -> None:
    _require_consent(unit)
    if unit.read(sealed_note, SEALED_VOICE) is not None:
        raise RuleError(Code.VOICE_LOCKED)


def _require_consent(unit: UnitOfWork) -> None:
    _require_room(unit)
    if unit.read(their_consent) is None:
        raise RuleError(Code.NOT_CONSENTED)


def _require_room(unit: UnitOfWork) -> None:
    """They are in the room only where contact is wanted, and nothing goes on or stays hidden."""
    plan, last = unit.read(the_plan), unit.read(last_safety_screen)
    if last is not None and last.stop:
        raise RuleError(Code.STOPPED)
    if last is not None and last.ending:
        raise RuleError(Code.ENDING_FIRST)
    if plan is not None and contact_in_force(plan, last) is Contact.NONE:
        raise RuleError(Code.NO_CONTACT_WANTED)
