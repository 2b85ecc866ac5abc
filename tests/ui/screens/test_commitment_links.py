"""A commitment on Amends has few links in view; the others lie in its list "More", for the mouse and for the keys."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import focus_in, press
from tests.ui.screens.seen_amends import ShowPage, found, held_in_more, is_seen, page_opener, press_deed, settle
from trustplanner.actions import answers, commitments, pauses
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment, Reason, Stance
from trustplanner.storage.queries.commitments import every_pause, terms_of
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
OpenAmends = Callable[..., AmendsPage]
DAY = timedelta(days=1)


@pytest.fixture
def open_amends(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenAmends:
    return page_opener(lambda: AmendsPage(workspace), show_page)


def in_view(page: AmendsPage, commitment: Commitment) -> list[str]:
    """The words of the links of one commitment that are seen, pauses left aside, in the order of reading."""
    links = [
        link
        for link in page.findChildren(Button)
        if link.isVisible() and commitment.id in link.objectName() and link.objectName().startswith("amends_")
    ]
    return [link.words() for link in sorted(links, key=lambda link: (link.y(), link.x()))]


def in_more(page: AmendsPage, commitment: Commitment) -> list[str]:
    words = [entry.text() for entry in held_in_more(page, commitment.id)]
    for menu in page.findChildren(QMenu, f"amends_more_{commitment.id}_menu"):
        menu.close()
    return words


def answered(runner: Runner, clock: MovedClock, *, misses: int = 0) -> Commitment:
    """One that was asked on four days, the last of them missed."""
    made = promise(runner)
    for day in range(4):
        clock.go_to(MONDAY + day * DAY)
        runner.do("Answer", answers.write, made.id, MONDAY + day * DAY, Value.MISSED if day < misses else Value.KEPT)
    return made


def test_what_is_done_most_is_in_view_and_the_rest_is_in_more(
    open_amends: OpenAmends, runner: Runner, clock: MovedClock
) -> None:
    made = answered(runner, clock)
    page = open_amends()
    assert in_view(page, made) == ["Open", "Its record", "Pause", "More"]
    assert in_more(page, made) == ["Note what she says about it", "Let it wait", "End it"]
    more = found(page, Button, f"amends_more_{made.id}_button")
    assert more.accessibleName() == "More for “Call when late”"
    assert more.accessibleDescription() == "Opens a list: Note what she says about it, Let it wait, End it"


def test_the_keys_open_more_and_choose_in_it(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, clock: MovedClock
) -> None:
    made = answered(runner, clock)
    page = open_amends()
    found(page, Button, f"amends_pause_{made.id}_button").setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Tab)
    assert focus_in(page).objectName() == f"amends_more_{made.id}_button"
    press(page, Qt.Key.Key_Return)
    menu = found(page, QMenu, f"amends_more_{made.id}_menu")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    settle()
    assert not menu.isVisible()
    assert is_seen(page, "wait_sheet")
    press(page, Qt.Key.Key_Escape)
    assert focus_in(page).objectName() == f"amends_more_{made.id}_button"
    assert len(workspace.read(terms_of, made.id)) == 1


def test_escape_leaves_more_and_nothing_is_done(open_amends: OpenAmends, workspace: Workspace, runner: Runner) -> None:
    made = promise(runner)
    page = open_amends()
    assert [entry.text() for entry in held_in_more(page, made.id)][-1] == "Delete"
    QTest.keyClick(found(page, QMenu, f"amends_more_{made.id}_menu"), Qt.Key.Key_Escape)
    assert not is_seen(page, f"amends_more_{made.id}_menu")
    assert len(workspace.read(terms_of, made.id)) == 1


def test_the_ways_out_of_repeated_misses_are_in_view(
    open_amends: OpenAmends, runner: Runner, clock: MovedClock
) -> None:
    made = answered(runner, clock, misses=3)
    page = open_amends()
    ways = ["Make it smaller, or another thing", "Take it to the next session", "Leave it for now"]
    assert in_view(page, made) == [*ways, "More"]
    assert in_more(page, made)[:3] == ["Open", "Its record", "Pause"]
    press_deed(page, "leave", made.id)
    assert in_view(page, made) == ["Open", "Its record", "Pause", "More"]


def test_what_is_to_change_can_be_taken_back_in_view(
    open_amends: OpenAmends, runner: Runner, clock: MovedClock
) -> None:
    made = answered(runner, clock)
    runner.do("Wait", commitments.let_wait, made.id)
    page = open_amends()
    assert in_view(page, made) == ["Take it back", "Note what was said about it", "Open", "More"]
    assert "End it" in in_more(page, made)


def test_the_links_of_a_pause_are_among_the_four(
    open_amends: OpenAmends, workspace: Workspace, runner: Runner, clock: MovedClock
) -> None:
    made = answered(runner, clock)
    runner.do("Pause", pauses.pause, made.id, on("05-07"), on("05-10"), reason=Reason.ILLNESS)
    page = open_amends()
    [pause] = workspace.read(every_pause)
    assert is_seen(page, f"amends_resume_{pause.seq}_button")
    assert is_seen(page, f"amends_pause_view_{pause.seq}_button")
    assert in_view(page, made) == ["Open", "More"]
    assert "Its record" in in_more(page, made)


def test_one_that_ended_has_no_more(open_amends: OpenAmends, workspace: Workspace, runner: Runner) -> None:
    made = promise(runner)
    runner.do("End", commitments.end, made.id, Reason.DANGER)
    page = open_amends()
    assert workspace.read(terms_of, made.id)[-1].stance is Stance.ENDED
    assert "More" not in in_view(page, made)
    assert in_view(page, made)[-2:] == ["Open", "Its record"]
