"""What a session itself leaves: whether the record fits what they saw, what was decided, and four short ratings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

HIGHEST_RATING: Final = 10


class Fits(StrEnum):
    """Their answer to "does this match what you saw?". Each is a full answer."""

    FITS = "fits"
    DIFFERENT = "different"
    RATHER_NOT = "rather_not"


class Decision(StrEnum):
    """What became of a commitment in a session."""

    KEPT = "kept"
    CHANGED = "changed"
    ENDED = "ended"


class NotePart(StrEnum):
    """The texts of a session's note: their words, what came of the miss that was walked through, open questions."""

    FITS = "fits"
    WALKED = "walked"
    QUESTIONS = "questions"


class Around(StrEnum):
    """Whether a rating was given before the session or after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class SessionNote:
    """At most one for a session; its `id` is the session's.

    `fits_words` are theirs, as they were said. `walked` is the miss that was walked through as `<commitment>/<day>`,
    or empty, and `walked_words` what came of it. `questions` are the open ones.
    """

    id: str
    session_id: str
    fits: Fits | None
    fits_words: str
    walked: str
    walked_words: str
    questions: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SessionDecision:
    """What was decided about one commitment in one session; `id` is `<session>/<commitment>`."""

    id: str
    session_id: str
    commitment_id: str
    decision: Decision
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SessionRating:
    """One short rating of one's own, 0 to 10; `id` is `<session>/<around>/<question>`.

    `wording` is the version of the question: another wording breaks the line.
    """

    id: str
    session_id: str
    around: Around
    question: str
    wording: int
    value: int
    updated_at: datetime


def decision_id(session_id: str, commitment_id: str) -> str:
    """The key of what was decided about a commitment in a session."""
    return f"{session_id}/{commitment_id}"


def rating_id(session_id: str, around: Around, question: str) -> str:
    """The key of one rating."""
    return f"{session_id}/{around.value}/{question}"


def is_empty(note: SessionNote) -> bool:
    """Whether nothing is written in it."""
    return note.fits is None and not (note.fits_words or note.walked or note.walked_words or note.questions)
