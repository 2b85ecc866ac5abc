"""Nothing is cut, whatever the window, the text size, the title and the length of the record."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click, press
from tests.ui.screens.recovery_page.scene import (
    LONG_TITLES,
    OpenPage,
    canvas_of,
    choose_range,
    commit,
    found,
    live,
    table_of,
)
from trustplanner.actions import answers
from trustplanner.actions.runner import Runner
from trustplanner.charts.cards import card
from trustplanner.charts.ranges import Range
from trustplanner.domain.answers import Value
from trustplanner.domain.schedules import on_weekdays
from trustplanner.exchange.vault_record import record_of_range
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace


@pytest.mark.parametrize("title", LONG_TITLES)
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (960, 540, 1.0), (900, 600, 2.0)]
)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_cut_in_any_window(
    workspace: Workspace,
    runner: Runner,
    clock: MovedClock,
    open_page: OpenPage,
    applied_theme: Theme,
    title: str,
    width: int,
    height: int,
    scale: float,
    mode: str,
) -> None:
    applied_theme.set_mode(mode)
    applied_theme.set_text_scale(scale)
    live(runner, clock, "kkmkpk.kkk", title[:60].strip())
    page = open_page(workspace, width=width - 72, height=height)
    assert page.shown is not None
    page_width = page.width()
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (TextLabel, Button, Switch, SegmentedControl, ChartCanvas)):
            continue
        left = widget.mapTo(page, QPoint()).x()
        assert left >= 0, widget.objectName() or widget.accessibleName()
        assert left + widget.width() <= page_width, widget.objectName() or widget.accessibleName()
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        assert widget.height() >= needed, widget.objectName() or widget.accessibleName()
    combo = found(page, ComboField, "recovery_commitment_combo")
    assert combo.mapTo(page, QPoint()).x() + combo.width() <= page_width
    click(found(page, Switch, "recovery_table_switch"))
    table = table_of(page)
    assert table.mapTo(page, QPoint()).x() + table.width() <= page_width


def test_ten_years_are_drawn_and_walked(long_demo: Workspace, open_page: OpenPage, qtbot: QtBot) -> None:
    longest = max(
        record_of_range(long_demo.runner.vault, long_demo.today, Range.ALL).commitments,
        key=lambda each: each.counts.due,
    )
    page = open_page(long_demo, longest.title)
    assert page.shown is not None
    view = page.shown.view
    assert view.counts == longest.counts
    assert view.counts.due > 3000
    canvas = canvas_of(page)
    canvas.setFocus()
    press(page, Qt.Key.Key_Home)
    assert canvas.shown_card == card(view, 0, page.shown.words)
    press(page, Qt.Key.Key_End)
    assert canvas.place == len(view.bars) - 1
    click(found(page, Switch, "recovery_table_switch"))
    assert table_of(page).record.rowCount() == len(page.shown.table.rows) + 1
    choose_range(page, Range.ONE_YEAR, qtbot)
    assert page.shown is not None
    assert page.shown.view.first == date(2025, 5, 15)


def test_weekdays_only_are_due_on_weekdays(
    workspace: Workspace, runner: Runner, clock: MovedClock, open_page: OpenPage
) -> None:
    made = commit(runner, "Ring at six", on_weekdays(range(5)))
    for _ in range(5):
        runner.do("", answers.write, made.id, runner.now().today, Value.KEPT)
        clock.forward(days=1)
    page = open_page(workspace)
    canvas = canvas_of(page)
    canvas.setFocus()
    press(page, Qt.Key.Key_End)
    assert canvas.shown_card is not None
    assert canvas.shown_card.title == "Monday 4 to Saturday 9 May"
    assert canvas.shown_card.counts == "5 of 5 kept, all answered"
