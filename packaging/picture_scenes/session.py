"""The session view with both voices, one miss walked through, long words, and blank, for `pictures.py`."""

from __future__ import annotations

from datetime import timedelta

from picture_scenes.their_voice import _give as give
from picture_scenes.whole_window import at, evening
from PySide6.QtWidgets import QWidget

from trustplanner.actions import commitments, pauses, session_notes, sessions, their_voice
from trustplanner.actions.views import Heard
from trustplanner.domain.commitments import Reason
from trustplanner.domain.session_notes import Around
from trustplanner.domain.session_view import session_of_view
from trustplanner.domain.their_voice import SEALED_VOICE
from trustplanner.domain.views import View
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries import sessions as known
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.their_voice import their_voice as every_word
from trustplanner.storage.sealing import new_seal
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.session_page import SessionPage

LONG = "What was said in the car on the way back, and what each of us heard in it, one after the other. " * 5
HEBREW = "מה שנאמר במכונית בדרך חזרה, ומה שכל אחד מאיתנו שמע"


def _page(window: QWidget) -> SessionPage:
    return window.findChildren(SessionPage)[0]


def _session_id(workspace: Workspace) -> str:
    found = session_of_view(workspace.read(known.sessions), workspace.today)
    return "" if found is None else found.id


def build_session_voice(theme: Theme) -> QWidget:
    """What I did beside what they gave."""
    window = at("session")(theme)
    give(_page(window).workspace)
    _page(window).mark_stale()
    return window


def build_session_let_be_seen(theme: Theme) -> QWidget:
    """What they locked, opened by them until the view is left."""
    window = at("session")(theme)
    workspace = _page(window).workspace
    give(workspace)
    shown = workspace.read(every_word)
    seal, wrapped = new_seal("four quiet words", SEALED_VOICE, TEST)
    workspace.do_for_good(their_voice.seal_voice, wrapped, seal.seal("{}"))
    workspace.let_be_seen = shown
    _page(window).mark_stale()
    return window


def build_withdrawal(theme: Theme) -> QWidget:
    """They are heard to take back what they gave."""
    window = at("settings")(theme)
    window.findChildren(Planner)[0].go(Destination("withdrawal"))
    return window


def build_session_walked(theme: Theme) -> QWidget:
    """The miss of today, as it was written after it."""
    window = at("session", "session_walk:0")(theme)
    workspace = _page(window).workspace
    [ring] = [each for each in workspace.read(every_commitment) if each.title == "Ring at six"]
    workspace.do("", session_notes.choose_walked, _session_id(workspace), ring.id, evening().date())
    return window


def build_session_changed(theme: Theme) -> QWidget:
    """Something is to end, against their view; a pause is to come."""
    window = at("session", "session_terms:0")(theme)
    workspace = _page(window).workspace
    [ring] = [each for each in workspace.read(every_commitment) if each.title == "Ring at six"]
    heard = Heard(View.DISAGREES, evening().date(), "Not yet. I still wait for the phone.")
    workspace.do("", commitments.end, ring.id, Reason.CHOICE, heard)
    first = evening().date() + timedelta(days=9)
    workspace.do("", pauses.pause, None, first, first + timedelta(days=6), reason=Reason.CHOICE)
    return window


def build_session_long(theme: Theme) -> QWidget:
    """An agenda of long lines and of another script."""
    window = at("session", "session_agenda:0")(theme)
    workspace = _page(window).workspace
    for words in (LONG[:500], HEBREW):
        workspace.do("", sessions.add_agenda_line, _session_id(workspace), words)
    return window


def build_session_paused(theme: Theme) -> QWidget:
    """Blank."""
    window = at("session")(theme)
    _page(window).blank()
    return window


def build_dates_ratings(theme: Theme) -> QWidget:
    """Four lines before the next session, and those around earlier ones."""
    window = at("dates")(theme)
    planner = window.findChildren(Planner)[0]
    workspace = planner.workspace
    values = iter((2, 4, 3, 6, 5, 7))
    for session in workspace.read(known.sessions)[-4:-1]:
        for around, question in ((Around.BEFORE, "week"), (Around.AFTER, "heard")):
            workspace.do("", session_notes.rate, session.id, around, question, 1, next(values))
    planner.go(Destination("dates", f"before:{_session_id(workspace)}"))
    return window
