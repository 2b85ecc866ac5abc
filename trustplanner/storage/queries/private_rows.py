"""How many things lie in the vault that are the writer's alone: what a session keeps back is a count and no more."""

from sqlalchemy import Connection, func, select

from trustplanner.domain.answers import MissReview
from trustplanner.domain.conversations import Talk
from trustplanner.domain.journal import JournalEntry
from trustplanner.domain.letters import Letter
from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.session_notes import SessionRating
from trustplanner.domain.their_voice import SEALED_VOICE
from trustplanner.storage.tables import TABLES

CHOSEN_TO_SHOW = ("session_show", "session_use")  # the prompts that are written for the session
_WHOLE = (JournalEntry, PathLine, Letter, MissReview, Talk, SessionRating)
_ANSWERS, _NOTES = TABLES[PathAnswer], TABLES[SealedNote]
_COUNTS = (
    *(select(func.count()).select_from(TABLES[each]) for each in _WHOLE),
    select(func.count()).select_from(_ANSWERS).where(_ANSWERS.c.prompt.not_in(CHOSEN_TO_SHOW)),
    select(func.count()).select_from(_NOTES).where(_NOTES.c.id != SEALED_VOICE),  # that one is theirs
)


def private_count(connection: Connection) -> int:
    """Journal, answers and lines of the path, letters, steps after a miss, talks, ratings, sealed notes."""
    return sum(connection.execute(each).scalar_one() for each in _COUNTS)
