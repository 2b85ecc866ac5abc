"""What stands there before there is much to show."""

import pytest
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.recovery_page.scene import (
    OpenPage,
    all_words,
    canvas_of,
    choose_range,
    commit,
    found,
    live,
    wait_for,
)
from trustplanner.actions import answers, commitments
from trustplanner.actions.runner import Runner
from trustplanner.charts.cards import card
from trustplanner.charts.ranges import Range
from trustplanner.domain.answers import Value
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace


def test_without_a_commitment_the_page_says_how_it_begins(
    workspace: Workspace, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(workspace)
    words = workspace.catalogue.recovery_page().no_commitment
    assert {words.title, words.text} <= set(all_words(page))
    with qtbot.waitSignal(page.go_requested) as led:
        click(found(page, Button, "recovery_begin_button"))
    assert led.args == [Destination("commitment")]
    for hidden in (ComboField, Switch, ChartCanvas, RecordTable):
        assert not any(widget.isVisible() for widget in page.findChildren(hidden))


def test_while_nothing_has_been_due_there_is_no_chart(
    workspace: Workspace, runner: Runner, open_page: OpenPage
) -> None:
    commit(runner)
    page = open_page(workspace)
    assert workspace.catalogue.recovery_page().nothing_due.title in all_words(page)
    assert not canvas_of(page).isVisible()
    assert not any(button.isVisible() for button in page.findChildren(Button, "recovery_begin_button"))


def test_the_first_answer_brings_the_chart_without_any_share(
    workspace: Workspace, runner: Runner, open_page: OpenPage, qtbot: QtBot
) -> None:
    made = commit(runner)
    page = open_page(workspace)
    workspace.do("", answers.write, made.id, workspace.today, Value.KEPT)
    wait_for(page, qtbot)
    assert canvas_of(page).isVisible()
    assert page.shown is not None
    assert "1 kept, all answered" in page.shown.paragraph
    assert "%" not in page.shown.paragraph
    assert workspace.catalogue.today().rail.follow_through_none in all_words(page)


@pytest.mark.parametrize("letters", ["kkkk", "kkpm"])
def test_below_five_due_no_rate_is_said_anywhere(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage, letters: str
) -> None:
    live(runner, clock, letters)
    page = open_page(workspace)
    assert page.shown is not None
    cells = [cell for row in page.shown.table.rows for cell in row.cells]
    spoken = [card(page.shown.view, place, page.shown.words).spoken for place in range(len(page.shown.view.bars))]
    assert not any("%" in words for words in [page.shown.paragraph, *cells, *spoken])
    shown = [words for words in all_words(page) if "%" in words]
    assert shown == []


def test_from_five_due_on_the_range_is_shown_with_its_counts(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage
) -> None:
    live(runner, clock, "kkkkm")
    page = open_page(workspace)
    assert page.shown is not None
    assert "4 of 5 kept, 1 missed, all answered; share 80 %" in page.shown.paragraph
    assert workspace.catalogue.today().rail.follow_through_none not in all_words(page)


def test_zero_misses_read_nothing_to_tell(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage
) -> None:
    live(runner, clock, "kkkkkk")
    page = open_page(workspace)
    assert page.shown is not None
    assert "Nothing to tell." in page.shown.paragraph
    assert "Nothing to tell." in all_words(page)


def test_a_range_without_anything_due_keeps_the_chart_and_says_so(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage, qtbot: QtBot
) -> None:
    made = live(runner, clock, "kkkkkk")
    workspace.do("", commitments.end, made.id)
    clock.forward(days=60)
    page = open_page(workspace, "Ring at six")
    choose_range(page, Range.TWO_WEEKS, qtbot)
    assert canvas_of(page).isVisible()
    assert page.shown is not None
    assert "nothing was due" in page.shown.paragraph
