"""The words of the session view, and of the short ratings around a session."""

from dataclasses import dataclass

from trustplanner.content.texts import Text
from trustplanner.domain.session_notes import Around, Decision, Fits


@dataclass(frozen=True, slots=True)
class RatingQuestion:
    """One question, with what 0 and 10 mean; `code` never changes while it asks for the same."""

    code: str
    question: str
    nought: str
    ten: str


@dataclass(frozen=True, slots=True)
class RatingWords:
    """The short ratings. `wording` is their version: another one breaks the line."""

    wording: int
    title: dict[Around, str]
    note: str
    questions: dict[Around, tuple[RatingQuestion, ...]]


@dataclass(frozen=True, slots=True)
class SessionViewWords:
    """All of `session.toml`. What stands on a page that several people read says nothing private."""

    nothing_promised: str
    voice_note: Text
    voice_locked: Text
    voice_let_be_seen: Text
    no_changes: str
    agenda_none: str
    questions_label: str
    fits_question: Text
    fits_note: str
    fits_options: dict[Fits, str]
    fits_words: Text
    walk_lead: str
    walk_none: str
    walk_facts_none: str
    walk_private: str
    walk_words: str
    decide_lead: str
    decide_options: dict[Decision, str]
    decide_none: str
    next_lead: str
    next_who: str
    no_session: str
    ratings: RatingWords
