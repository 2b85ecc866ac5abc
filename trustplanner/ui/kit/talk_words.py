"""How a talk is called: its day and time, or that none is agreed."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.ui.kit.dates import DateWords, clock_time

_CONTEXT = "TalkWords"
_FIRST_WORDS = 180  # characters


def talk_day(talk: Talk, dates: DateWords, today: date) -> str:
    """`Thursday 21 May, 19:00`; `Today`; `No day agreed yet`."""
    if talk.day is None:
        if talk.state is TalkState.PLANNED:
            return QCoreApplication.translate(_CONTEXT, "No day agreed yet")
        return QCoreApplication.translate(_CONTEXT, "No day was agreed")
    day = QCoreApplication.translate(_CONTEXT, "Today") if talk.day == today else dates.long(talk.day, today)
    return day if talk.at_minute is None else f"{day}, {clock_time(talk.at_minute)}"


def first_words(talk: Talk) -> str:
    """What the invitation begins with, on one line."""
    words = " ".join(talk.invitation.split())
    return words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS].rsplit(' ', 1)[0]} …"
