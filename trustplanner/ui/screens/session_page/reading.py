"""One reading of the vault for the session view: nothing private is in it but how much there is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.answers import MissReview
from trustplanner.domain.commitments import Commitment, Terms, pending, terms_on
from trustplanner.domain.items import History
from trustplanner.domain.session_notes import Decision, SessionNote
from trustplanner.domain.session_view import SinceLast, is_asked_for, session_of_view, since_last
from trustplanner.domain.sessions import AgendaLine, Session, last_session_day
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.their_voice import SEALED_VOICE, Anchors, Reading, anchors_on
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.miss_reviews import reviews_of
from trustplanner.storage.queries.path import path_answer
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.private_rows import CHOSEN_TO_SHOW, private_count
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import agenda, session_decisions, session_note, sessions
from trustplanner.storage.queries.their_voice import their_consent, their_voice
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class VoiceShown:
    """What they gave, newest first, with their own words of that day for a 3 and a 7.

    Behind their passphrase nothing of it is here, not even how much, unless they let it be seen until the end.
    """

    readings: tuple[Reading, ...]
    anchors: Anchors | None
    is_sealed: bool
    is_locked: bool


@dataclass(frozen=True, slots=True)
class Promised:
    """An active commitment with the terms in force, those to come, and what was decided about it in this session."""

    commitment: Commitment
    terms: Terms
    coming: Terms | None
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class SessionReading:
    """Everything the view shows. `voice` is None without their consent; `chosen` was written to be shown."""

    session: Session | None
    later: Session | None
    since: SinceLast
    voice: VoiceShown | None
    agenda: tuple[AgendaLine, ...]
    chosen: tuple[str, ...]
    repairs: dict[tuple[str, date], MissReview]
    kept_back: int
    note: SessionNote | None
    promised: tuple[Promised, ...]


def read_session(workspace: Workspace) -> SessionReading:
    """Read all of it."""
    today = workspace.today
    every = workspace.read(sessions)
    session = session_of_view(every, today)
    last = last_session_day((each.day for each in every), today)
    known = workspace.read(histories, since=last)
    since = since_last(known, every, today, day_start_of(workspace.read(settings)))
    repairs = {
        (each.commitment.id, day): review
        for each in since.commitments
        if each.misses
        for day, review in workspace.read(reviews_of, each.commitment.id).items()
    }
    return SessionReading(
        session=session,
        later=next((each for each in every if session is not None and each.day > session.day), None),
        since=since,
        voice=_voice(workspace),
        agenda=() if session is None else workspace.read(agenda, session.id),
        chosen=() if session is None else _chosen(workspace, session.day),
        repairs=repairs,
        kept_back=workspace.read(private_count),
        note=None if session is None else workspace.read(session_note, session.id),
        promised=() if session is None else tuple(_promised(workspace, known, session.id)),
    )


def _promised(workspace: Workspace, known: Iterable[History], session_id: str) -> Iterator[Promised]:
    today = workspace.today
    decided = {row.commitment_id: row.decision for row in workspace.read(session_decisions, session_id)}
    for history in known:
        terms = terms_on(history.terms, today)
        if terms is not None and is_asked_for(terms, today):
            decision = decided.get(history.commitment.id)
            yield Promised(history.commitment, terms, pending(history.terms, today), decision)


def _voice(workspace: Workspace) -> VoiceShown | None:
    if workspace.read(their_consent) is None:
        return None
    is_sealed = workspace.read(sealed_note, SEALED_VOICE) is not None
    voice = workspace.let_be_seen if is_sealed else workspace.read(their_voice)
    if voice is None:
        return VoiceShown((), None, is_sealed=True, is_locked=True)
    given = tuple(reversed(voice.readings))
    own = anchors_on(voice.anchors, given[0].day) if given else None
    return VoiceShown(given, own, is_sealed=is_sealed, is_locked=False)


def _chosen(workspace: Workspace, day: date) -> tuple[str, ...]:
    found = (workspace.read(path_answer, prompt, day) for prompt in CHOSEN_TO_SHOW)
    return tuple("" if answer is None else answer.words.strip() for answer in found)
