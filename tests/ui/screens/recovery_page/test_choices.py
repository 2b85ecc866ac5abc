"""Which commitment, over which range."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import on
from tests.moved_clock import MovedClock
from tests.ui.person import click, press
from tests.ui.screens.recovery_page.scene import (
    OpenPage,
    all_words,
    canvas_of,
    choose_range,
    found,
    id_of,
    live,
    wait_for,
)
from trustplanner.actions import answers
from trustplanner.actions.plans import set_day_start
from trustplanner.actions.runner import Runner
from trustplanner.actions.sessions import add_session
from trustplanner.charts.ranges import Range
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Stance
from trustplanner.exchange.vault_record import record_of_range
from trustplanner.storage.queries.sessions import sessions
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage


def test_active_commitments_are_offered_first_and_counted_and_ended_ones_stay(
    page: RecoveryPage, demo: Workspace
) -> None:
    combo = found(page, ComboField, "recovery_commitment_combo")
    words = [combo.itemText(place) for place in range(combo.count())]
    record = record_of_range(demo.runner.vault, demo.today, Range.ALL)
    active = [each.title for each in record.commitments if each.stance is Stance.ACTIVE]
    ended = [each.title for each in record.commitments if each.stance is Stance.ENDED]
    assert ended, "the demo has none"
    places = range(1, len(active) + 1)
    assert words[: len(active)] == [
        f"“{title}”, {place} of {len(active)}" for title, place in zip(active, places, strict=True)
    ]
    assert {f"“{title}”, ended" for title in ended} <= set(words)
    assert combo.accessibleName() == "Commitment"


def test_another_commitment_is_chosen_by_keyboard(page: RecoveryPage, demo: Workspace, qtbot: QtBot) -> None:
    combo = found(page, ComboField, "recovery_commitment_combo")
    before = page.detail()
    combo.setFocus()
    press(combo, Qt.Key.Key_Up)
    wait_for(page, qtbot)
    assert page.detail() != before
    assert page.shown is not None
    assert page.shown.view.title in combo.currentText()
    assert page.detail() == id_of(demo, page.shown.view.title)


def test_all_is_the_first_range_and_begins_with_the_first_day(page: RecoveryPage, demo: Workspace) -> None:
    assert found(page, SegmentedControl, "recovery_range_segment").chosen == Range.ALL
    assert page.shown is not None
    assert page.shown.view.first == record_of_range(demo.runner.vault, demo.today, Range.ALL).first


def test_since_last_session_is_a_range_of_its_own(page: RecoveryPage, demo: Workspace, qtbot: QtBot) -> None:
    choose_range(page, Range.SESSION, qtbot)
    assert page.shown is not None
    last = max(session.day for session in demo.read(sessions) if session.day < demo.today)
    assert page.shown.view.first == last
    assert found(page, SegmentedControl, "recovery_range_segment").chosen is None
    choose_range(page, Range.SIX_WEEKS, qtbot)
    assert found(page, SegmentedControl, "recovery_since_segment").chosen is None


def test_without_a_past_session_there_is_no_such_range(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage, qtbot: QtBot
) -> None:
    live(runner, clock, "kkkkk")
    page = open_page(workspace)
    [since] = page.findChildren(SegmentedControl, "recovery_since_segment")
    assert not since.isVisible()
    workspace.do("", add_session, clock.moment().today - timedelta(days=2), None, "Ruth")
    wait_for(page, qtbot)
    assert since.isVisible()
    choose_range(page, Range.SESSION, qtbot)
    workspace.undo()
    wait_for(page, qtbot)
    assert not since.isVisible()
    assert found(page, SegmentedControl, "recovery_range_segment").chosen == Range.ALL


def test_ranges_tried_one_after_the_other_end_with_the_last(page: RecoveryPage, qtbot: QtBot) -> None:
    for chosen in (Range.TWO_WEEKS, Range.ONE_YEAR, Range.SIX_WEEKS):
        click(found(page, QWidget, f"recovery_range_segment_{chosen.value}_button"))
    wait_for(page, qtbot)
    assert page.shown is not None
    assert page.shown.view.first == on("04-03")
    assert canvas_of(page).view is page.shown.view


def test_an_answer_written_elsewhere_is_seen_here(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage, qtbot: QtBot
) -> None:
    made = live(runner, clock, "kkkkk")
    page = open_page(workspace)
    assert page.shown is not None
    assert page.shown.view.counts.missed == 0
    workspace.do("", answers.write, made.id, workspace.today, Value.MISSED)
    wait_for(page, qtbot)
    assert page.shown is not None
    assert page.shown.view.counts.missed == 1
    assert "0 of 1 told before being asked" in all_words(page)


def test_a_change_of_the_day_start_is_followed(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage, qtbot: QtBot
) -> None:
    live(runner, clock, "kkkkk")
    page = open_page(workspace)
    before = page.shown
    workspace.do("", set_day_start, 0)
    wait_for(page, qtbot)
    assert page.shown is not before
