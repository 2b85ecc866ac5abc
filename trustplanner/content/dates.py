"""The words of the page of sessions and dated events."""

from dataclasses import dataclass

from trustplanner.content.texts import Text
from trustplanner.domain.events import EventKind


@dataclass(frozen=True, slots=True)
class SessionWords:
    """What stands around sessions and their agenda."""

    title: str
    none: str
    with_note: str
    agenda_title: str
    agenda_note: str
    agenda_full: str
    hand_over: Text


@dataclass(frozen=True, slots=True)
class EventWords:
    """What stands around events; `explained` says what each kind marks."""

    title: str
    none: str
    note_label: str
    note_note: str
    setback_note: str
    setback_banner: str
    explained: dict[EventKind, str]


@dataclass(frozen=True, slots=True)
class DatesWords:
    """All of `dates.toml`."""

    title: str
    lead: str
    sessions: SessionWords
    events: EventWords
