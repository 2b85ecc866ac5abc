"""Sessions with a counsellor, or with anyone the two meet for this."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Session:
    """One session; `at_minute` counts minutes from midnight on the wall clock, None if no time is set."""

    id: str
    day: date
    at_minute: int | None
    with_whom: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One thing to talk about in a session."""

    id: str
    session_id: str
    position: int
    words: str


def last_session_day(days: Iterable[date], today: date) -> date | None:
    """The boundary of "since last session": the newest session day before today.

    A session of today is the one being prepared, so it is not its own boundary. Two on one day are one boundary.
    """
    return max((day for day in days if day < today), default=None)


def next_session(sessions: Iterable[Session], today: date) -> Session | None:
    """The session that comes next, today's included."""
    coming = [session for session in sessions if session.day >= today]
    return min(coming, key=lambda session: (session.day, session.at_minute or 0), default=None)
