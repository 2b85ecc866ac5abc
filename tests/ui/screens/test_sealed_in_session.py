"""What they locked with a passphrase of their own, beside the session view: they decide each time who sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.handed_over import SAID, Ana
from tests.ui.screens.opened_planner import OpenPlanner
from tests.ui.screens.window_words import everything_in
from trustplanner.domain.their_voice import TheirVoice
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page import SessionPage

CLOSED = "It is kept closed with a passphrase of her own."
SEEN = "Opened by her. It is closed again as soon as this view is left."
HERS = ("I ask a second time", SAID, "I notice only later")


@pytest.fixture
def ana(open_planner: OpenPlanner, workspace: Workspace, qtbot: QtBot) -> Ana:
    """She has given a 4 and locked it, from Dates; the screen is back with Sam."""
    ana = Ana(open_planner(), workspace, qtbot)
    ana.click("agree")
    ana.type_into("three", HERS[0])
    ana.type_into("seven", HERS[2])
    ana.click("keep_words")
    ana.choose(4)
    ana.write(SAID)
    ana.click("give")
    ana.lock()
    ana.click("hand_back")
    return ana


def session_of(ana: Ana) -> SessionPage:
    ana.planner.go(Destination("session"))
    settle()
    return seen_as(SessionPage, ana.planner, "session_page")


def her_words(ana: Ana) -> list[str]:
    """All that anybody could find of hers in the window."""
    return [words for words in everything_in(ana.planner.window()) if any(hers in words for hers in HERS)]


def let_it_be_seen(ana: Ana) -> SessionPage:
    press_button(session_of(ana), "session_voice_hand_over_button")
    settle()
    ana.unlock()
    ana.qtbot.waitUntil(lambda: ana.sees("let_be_seen_button"))
    ana.click("let_be_seen")
    return seen_as(SessionPage, ana.planner, "session_page")


def test_locked_it_is_said_to_be_closed_and_nothing_hints_at_it(ana: Ana) -> None:
    said = words_on(session_of(ana))
    assert CLOSED in said
    assert not any("of 10, on" in words for words in said)
    assert her_words(ana) == []


def test_she_lets_it_be_seen_until_the_view_is_left(ana: Ana) -> None:
    said = words_on(let_it_be_seen(ana))
    assert {"4", f"“{SAID}”", f"3 would be: “{HERS[0]}”", SEEN} <= set(said)
    assert ana.voice == TheirVoice(), "in the vault it lies as it lay"
    press(ana.planner, Qt.Key.Key_Escape)
    settle()
    assert her_words(ana) == []
    said = words_on(session_of(ana))
    assert CLOSED in said
    assert SEEN not in said


def test_handed_back_without_that_it_stays_closed(ana: Ana) -> None:
    press_button(session_of(ana), "session_voice_hand_over_button")
    settle()
    ana.unlock()
    ana.qtbot.waitUntil(lambda: ana.sees("scale"))
    ana.click("hand_back")
    assert CLOSED in words_on(seen_as(SessionPage, ana.planner, "session_page"))
    assert her_words(ana) == []


@pytest.mark.parametrize("place", ["commitment", "support", "their_voice", "today"])
def test_whatever_place_is_gone_to_closes_it(ana: Ana, place: str) -> None:
    let_it_be_seen(ana)
    ana.planner.go(Destination(place))
    settle()
    assert her_words(ana) == []
    assert CLOSED in words_on(session_of(ana))


def test_blank_and_back_it_is_seen_as_before(ana: Ana) -> None:
    page = let_it_be_seen(ana)
    press(page, Qt.Key.Key_B)
    settle()
    assert her_words(ana) == []
    press(page, Qt.Key.Key_B)
    settle()
    assert SEEN in words_on(page)


def test_after_a_lock_it_is_closed(ana: Ana, open_planner: OpenPlanner, clock: MovedClock) -> None:
    let_it_be_seen(ana)
    ana.planner.save_typing()
    ana.planner.window().close()
    fresh = Workspace(ana.workspace.runner, ana.workspace.catalogue, ana.workspace.theme, ana.workspace.background)
    assert fresh.let_be_seen is None, "it lives in no file"
    assert ana.workspace.let_be_seen is None, "a closed window has left the view"


def test_taken_back_nothing_of_it_is_beside_the_session(ana: Ana) -> None:
    let_it_be_seen(ana)
    press_button(seen_as(SessionPage, ana.planner, "session_page"), "session_voice_hand_over_button")
    settle()
    ana.click("withdraw")
    ana.click("withdraw_confirm")
    ana.click("hand_back")
    page = seen_as(SessionPage, ana.planner, "session_page")
    assert not any("voice" in words for words in words_on(page))
    assert page.findChildren(QWidget, "session_voice") == []
    assert not is_seen(page, "session_voice_hand_over_button")
