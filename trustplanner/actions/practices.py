"""Practising with a listening card: one's own sentence, one for each card and day."""

from dataclasses import replace
from uuid import uuid4

from trustplanner.actions.conversations import require_room
from trustplanner.domain.conversations import Practice
from trustplanner.domain.moments import Now
from trustplanner.storage.queries.conversations import practice_on
from trustplanner.storage.unit_of_work import UnitOfWork


def write_practice(unit: UnitOfWork, now: Now, card: str, words: str) -> Practice | None:
    """Save what is typed for a card today; an emptied field leaves nothing behind.

    Raises:
        RuleError: ANSWER_TOO_LONG.
    """
    before = unit.read(practice_on, card, now.today)
    if not words.strip():
        if before is not None:
            unit.delete(before)
        return None
    if before is None:
        before = Practice(str(uuid4()), card, now.today, "", now.at)
    if words == before.words:
        return before
    require_room(words, before.words)
    return unit.put(replace(before, words=words, updated_at=now.at))
