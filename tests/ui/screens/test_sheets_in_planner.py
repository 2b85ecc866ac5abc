"""Sheets over every place of the planner: each is opened and closed, and every page behind is whole afterwards."""

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.person import click, press
from tests.ui.screens.entry_person import press_button, seen, settle
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import commitments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.terms import Wording
from trustplanner.domain.schedules import daily
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

PLACES: Final = (
    *("conversations", "talk", "practice"),
    *("today", "path", "amends", "commitment", "wishes", "letter", "recovery", "dates", "settings", "support"),
)
CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def miss(planner: Planner) -> None:
    planner.go(Destination("today"))
    settle()
    press(planner, Qt.Key.Key_M)
    press_button(planner, "today_follow_up_button")


def pause(planner: Planner) -> None:
    planner.go(Destination("amends"))
    settle()
    links = [each for each in planner.findChildren(Button) if each.objectName().startswith("amends_pause_")]
    click(next(link for link in links if link.isVisible()))


def press_on(planner: Planner, place: str, button: str) -> None:
    planner.go(Destination(place))
    press_button(planner, button)


def lead_to(place: str) -> Callable[[Planner], None]:
    return lambda planner: planner.go(Destination(place))


OPENINGS: Final = (
    lambda planner: press(planner, Qt.Key.Key_Slash, modifier=CONTROL),
    lead_to("export"),
    lead_to("habits"),
    lead_to("passphrase"),
    lead_to("delete"),
    miss,
    pause,
    lambda planner: press_on(planner, "recovery", "recovery_help_button"),
)


@pytest.fixture
def planner(open_planner: OpenPlanner, workspace: Workspace) -> Planner:
    """The planner with one promise for every day, every place of it visited once."""
    wording = Wording("I will ring at six", "", daily())
    workspace.do_quietly(commitments.create, "Ring at six", wording, Surroundings())
    planner = open_planner()
    visit_all(planner)
    return planner


def visit_all(planner: Planner) -> None:
    for place in PLACES:
        planner.go(Destination(place))
        settle()


def sheets(planner: Planner) -> list[SheetDialog]:
    return [sheet for sheet in planner.window().findChildren(SheetDialog) if not sheet.isHidden()]


def test_every_page_is_whole_after_sheets_were_closed(planner: Planner, qtbot: QtBot) -> None:
    for open_sheet in OPENINGS:
        open_sheet(planner)
        settle()
        assert len(sheets(planner)) == 1
        press(planner, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        assert sheets(planner) == []
        qtbot.wait(1)  # a loop of events, in which what was closed is deleted
        assert planner.window().findChildren(SheetDialog) == []
    planner.window().resize(1000, 700)
    visit_all(planner)
    assert seen(planner, "support_page")
