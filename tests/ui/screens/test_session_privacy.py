"""Nothing private is anywhere in the window of a session: every table is marked, and every page is walked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.full_vault import FIRST_DAY, PASSPHRASE, make_full_vault
from tests.moved_clock import MovedClock
from tests.ui.conftest import delete_closed_windows
from tests.ui.person import press
from tests.ui.screens.entry_person import seen_as, settle, words_on
from tests.ui.screens.opened_planner import planner_opener
from tests.ui.screens.window_words import everything_in
from tests.words import shipped_words
from trustplanner.actions import plans, session_notes, sessions, their_voice
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import MissReview
from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.moments import Now
from trustplanner.domain.path import PathAnswer
from trustplanner.domain.plans import Contact, SafetyAnswer, SafetyQuestion
from trustplanner.domain.sessions import AgendaLine
from trustplanner.domain.their_voice import SEALED_VOICE, Reading, TheirVoice
from trustplanner.domain.views import TheirView
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.private_rows import CHOSEN_TO_SHOW
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.queries.search import SOURCES
from trustplanner.storage.sealing import new_seal
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page import SessionPage

MARK: Final = "PRIVATEMARK"
TODAY: Final = FIRST_DAY + timedelta(days=22)
# What a session shows; every other column that holds words is marked, those of tables to come as well.
SHOWN: Final[set[tuple[type[Any], str]]] = {
    (Commitment, "title"),
    (Terms, "will"),
    (Terms, "so_that"),
    (TheirView, "words"),
    (AgendaLine, "words"),
    (MissReview, "facts"),
    (MissReview, "repair"),
}


def mark_everything(unit: UnitOfWork, now: Now) -> None:
    """Put the mark before all words that are private, in every table."""
    for source in SOURCES:
        private = [text for text in source.texts if (source.entity_type, text) not in SHOWN]
        rows = unit.read(entities, source.entity_type)
        assert rows, f"{source.entity_type.__name__} has no row to mark"
        for row in rows:
            if isinstance(row, PathAnswer) and row.prompt in CHOSEN_TO_SHOW:
                continue
            marked = {text: f"{MARK} {getattr(row, text)}" for text in private}
            unit.put(replace(cast("Any", row), **marked))


@pytest.fixture
def marked(tmp_path: Path, theme: Theme, background: Background) -> Iterator[Workspace]:
    with Vault.open(make_full_vault(tmp_path), PASSPHRASE) as vault:
        clock = MovedClock(datetime.combine(TODAY, time(20, 0)))
        runner = Runner(vault, clock)
        runner.do("", mark_everything)
        runner.do("", plans.set_contact, Contact.OPEN)
        runner.do("", plans.answer_safety, dict.fromkeys(SafetyQuestion, SafetyAnswer.NO), keep_answers=True)
        session = runner.do("", sessions.add_session, TODAY, None, "Dr Lee").result
        for review in vault.read(entities, MissReview):
            runner.do("", session_notes.choose_walked, session.id, review.commitment_id, review.day)
        yield Workspace(runner, shipped_words(), theme, background)
        delete_closed_windows()


def seal_and_let_be_seen(workspace: Workspace) -> None:
    """They lock what they gave with a passphrase of their own, and let one reading of it be seen."""
    seal, wrapped = new_seal("four quiet words hers", SEALED_VOICE, TEST)
    workspace.do_for_good(their_voice.seal_voice, wrapped, seal.seal(f'{{"typed": "{MARK}"}}'))
    at = workspace.runner.now().at
    workspace.let_be_seen = TheirVoice((), (Reading(None, TODAY, 4, "It came.", None, TODAY, at),))


@pytest.mark.parametrize("is_sealed", [False, True])
def test_no_private_word_is_anywhere_on_any_page(
    is_sealed: bool, marked: Workspace, applied_theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    open_it = planner_opener(marked, qtbot, tmp_path)  # it keeps the window
    planner = open_it()
    for place in ("today", "journal", "amends", "path", "letter", "dates"):
        planner.go(Destination(place))  # what was looked at before is not left behind in the window
    assert any(MARK in words for words in everything_in(planner.window()))
    if is_sealed:
        seal_and_let_be_seen(marked)
    press(planner, Qt.Key.Key_6, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    page = seen_as(SessionPage, planner, "session_page")
    assert ("“It came.”" in words_on(page)) is is_sealed
    last = ""
    for _ in range(30):
        assert [words for words in everything_in(planner.window()) if MARK in words] == []
        [here] = [words for words in words_on(page) if words.startswith("Page ")]
        if here == last:
            break
        last = here
        press(page, Qt.Key.Key_PageDown)
        settle()
    _, number, _, most = last.split()
    assert number == most
    assert int(most) >= 7
