"""The words around invited talks: planning one, the note afterwards, and what became of it."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Text
from trustplanner.domain.conversations import TalkState
from trustplanner.domain.invitations import Press


@dataclass(frozen=True, slots=True)
class TalksWords:
    """The list of talks; `closed` and `ending` say why none is planned."""

    title: str
    none_yet: Text
    closed: Text
    ending: str
    ending_link: str
    practice_title: str
    practice_lead: str


@dataclass(frozen=True, slots=True)
class StateWords:
    """One thing that may become of an invitation, and what is said once it has."""

    label: Text
    note: Text


@dataclass(frozen=True, slots=True)
class InvitationWords:
    """The invitation, what may press in it, and two examples."""

    label: str
    note: Text
    hint_title: str
    hints: dict[Press, Annotated[Text, Holds("words")]]
    touches_limit: Annotated[Text, Holds("words")]
    threat_link: str
    strong: str
    weak: str
    example_note: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What is planned besides the invitation."""

    title: str
    written_title: str
    limits_title: Text
    limits_source: str
    day_switch: str
    day_note: Text
    limit_switch: str
    limit_note: str
    stop_label: str
    stop_note: Text
    tempted_label: str
    tempted_note: Text


@dataclass(frozen=True, slots=True)
class GuideWords:
    """What to keep in mind before and during a talk."""

    before_title: str
    before: tuple[str, ...]
    during_title: str
    during: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The note afterwards; `asked_by` are the lines that say who asked for something that was agreed."""

    title: str
    lead: Text
    lines_label: Text
    not_known_label: str
    not_known_note: str
    agreed_title: str
    agreed_lead: Text
    agreed_waits: Text
    agreed_field: str


@dataclass(frozen=True, slots=True)
class ConversationsWords:
    """All of `conversations.toml`."""

    title: str
    lead: Text
    talks: TalksWords
    states: dict[TalkState, StateWords]
    invitation: InvitationWords
    plan: PlanWords
    guide: GuideWords
    note: NoteWords
