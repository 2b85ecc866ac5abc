"""Every page opens at its top in the smallest window, wherever its first field stands."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from typing import Final

import pytest
from PySide6.QtWidgets import QScrollArea, QTextEdit
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.conftest import delete_closed_windows
from tests.ui.person import focus_in, type_words
from tests.ui.screens.entry_person import seen_as, settle
from tests.ui.screens.opened_planner import planner_opener
from tests.words import shipped_words
from trustplanner.actions.demo import write_demo
from trustplanner.actions.runner import Runner
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

PLACES: Final = (
    *("today", "week", "hard_days", "path", "amends", "commitment", "commitment_record", "pauses", "wishes"),
    *("letter", "conversations", "talk", "practice", "recovery", "session", "dates", "setback", "untold"),
    *("search", "journal", "finish", "support", "safety", "contact", "names", "settings", "evening", "their_voice"),
)
EVENING: Final = datetime(2026, 5, 14, 20, 0)  # noqa: DTZ001  (a wall clock; its zone is given when it is asked)


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("demo") / "demo.vault"
    write_demo(file, "demo", MovedClock(EVENING), profile=TEST)
    return file


@pytest.fixture
def planner(
    demo_file: Path, applied_theme: Theme, background: Background, qtbot: QtBot, tmp_path: Path
) -> Iterator[Planner]:
    """The demo's year in a window of 900x600."""
    vault = Vault.open(Path(copyfile(demo_file, tmp_path / "demo.vault")), "demo")
    workspace = Workspace(Runner(vault, MovedClock(EVENING)), shipped_words(), applied_theme, background)
    opener = planner_opener(workspace, qtbot, tmp_path)
    opened = opener()
    opened.window().resize(900, 600)
    settle()
    yield opened
    background.wait()
    delete_closed_windows()  # while `opener` keeps the window
    vault.close(backup=False)


def detail_of(planner: Planner, place: str) -> str:
    return planner.workspace.read(every_commitment)[0].id if place.startswith("commitment") else ""


def scrolled(planner: Planner) -> int:
    """How far the page that is seen is scrolled down."""
    areas = [area for area in planner.findChildren(QScrollArea) if area.isVisible()]
    return max((area.verticalScrollBar().value() for area in areas), default=0)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_page_opens_at_its_top(planner: Planner, scale: float) -> None:
    planner.workspace.theme.set_text_scale(scale)
    found = {}
    for place in PLACES:
        planner.go(Destination(place, detail_of(planner, place)))
        settle()
        assert planner.isAncestorOf(focus_in(planner))
        found[place] = scrolled(planner)
    assert found == dict.fromkeys(PLACES, 0)


def test_what_is_typed_on_a_page_that_rests_at_its_top_comes_into_sight(planner: Planner) -> None:
    planner.workspace.theme.set_text_scale(2.0)
    planner.go(Destination("setback"))
    settle()
    field = seen_as(QTextEdit, planner, "setback_stop_field")
    assert focus_in(planner) is field
    assert field.visibleRegion().isEmpty()
    type_words(planner, "I left")
    assert not field.visibleRegion().isEmpty()
    assert field.toPlainText() == "I left"


def test_a_form_that_a_destination_names_is_in_sight(planner: Planner) -> None:
    planner.go(Destination("dates", "event:"))
    settle()
    assert not focus_in(planner).visibleRegion().isEmpty()
    planner.go(Destination("dates"))
    settle()
    assert scrolled(planner) == 0
