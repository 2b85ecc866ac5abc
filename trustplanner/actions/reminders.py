"""Reminders: what is chosen, which window was reminded of, and which reminder was closed."""

from collections.abc import Sequence
from dataclasses import replace

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.reminders import (
    LONGEST_WORDS,
    REMEMBERED,
    REMINDED,
    REMINDER_LEFT,
    REMINDERS,
    Occurrence,
    Reminders,
    Says,
    gives_away,
    occurrences_of,
    require_possible_times,
)
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.reminders import guarded_words
from trustplanner.storage.unit_of_work import UnitOfWork


def set_reminders(unit: UnitOfWork, now: Now, chosen: Reminders) -> Reminders:
    """Choose when and how to be reminded.

    Raises:
        RuleError: REMINDER_TIMES_IMPOSSIBLE; WORDS_TOO_LONG; REMINDER_GIVES_AWAY, where own words hold a name or what
            was promised.
    """
    words = " ".join(chosen.own_words.split())
    if len(words) > LONGEST_WORDS:
        raise RuleError(Code.WORDS_TOO_LONG, most=LONGEST_WORDS)
    if chosen.says is Says.OWN and gives_away(words, *unit.read(guarded_words)):
        raise RuleError(Code.REMINDER_GIVES_AWAY)
    kept = require_possible_times(replace(chosen, own_words=words))
    unit.put(Setting(REMINDERS, kept.to_text()))
    return kept


def note_reminded(unit: UnitOfWork, now: Now, found: Sequence[Occurrence]) -> None:
    """Keep that these windows were reminded of, so that none is twice."""
    before = occurrences_of(unit.read(settings).get(REMINDED, ""))
    kept = [*(each for each in before if each not in found), *found][-REMEMBERED:]
    unit.put(Setting(REMINDED, ",".join(each.to_text() for each in kept)))


def leave_reminder(unit: UnitOfWork, now: Now, found: Occurrence) -> None:
    """Close the reminder of a window."""
    unit.put(Setting(REMINDER_LEFT, found.to_text()))
