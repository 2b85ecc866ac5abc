"""The chart is moved to other days, made nearer and further, by mouse, wheel and keys; all words go with it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import picture
from tests.ui.screens.recovery_page.scene import OpenPage, all_words, canvas_of, choose_range, counted, wait_for
from trustplanner.charts.layout import Panel, screen_layout, time_axis
from trustplanner.charts.ranges import Range
from trustplanner.charts.view import ChartView
from trustplanner.exchange.record_texts import record_as_json
from trustplanner.exchange.vault_record import record_between
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage

WEEK = timedelta(days=7)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def view_of(page: RecoveryPage) -> ChartView:
    assert page.shown is not None
    return page.shown.view


def days_of(page: RecoveryPage) -> tuple[date, date]:
    return view_of(page).first, view_of(page).last


def press(page: RecoveryPage, key: Qt.Key, qtbot: QtBot, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(canvas_of(page), key, modifier or Qt.KeyboardModifier.NoModifier)
    wait_for(page, qtbot)


def chosen_range(page: RecoveryPage) -> list[str | None]:
    names = ("recovery_range_segment", "recovery_since_segment")
    segments = [page.findChild(SegmentedControl, name) for name in names]
    return [None if segment is None else segment.chosen for segment in segments]


def middle_of_days(page: RecoveryPage) -> QPoint:
    layout = screen_layout(canvas_of(page).width())
    box = layout.panels[Panel.RANGE]
    return QPoint(round((layout.names_end() + layout.right) / 2), round(box.top + box.height / 2))


def turn(page: RecoveryPage, along: int, down: int, modifier: Qt.KeyboardModifier, qtbot: QtBot) -> bool:
    """One step of the wheel over the middle of the days; whether the chart took it."""
    canvas, at = canvas_of(page), QPointF(middle_of_days(page))
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(along, down),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    canvas.wheelEvent(event)
    wait_for(page, qtbot)
    return event.isAccepted()


def test_the_keys_move_the_days_and_nought_shows_the_range_again(
    page: RecoveryPage, demo: Workspace, qtbot: QtBot
) -> None:
    choose_range(page, Range.SIX_WEEKS, qtbot)
    before = days_of(page)
    canvas_of(page).setFocus()
    press(page, Qt.Key.Key_Left, qtbot, SHIFT)
    first, last = days_of(page)
    assert first < before[0]
    assert last < before[1]
    assert first.weekday() == 0
    assert chosen_range(page) == [None, None]
    [json] = [
        each
        for each in record_as_json(record_between(demo.runner.vault, demo.today, first, last))["commitments"]
        if each["id"] == page.detail()
    ]
    assert counted(json) == view_of(page).counts
    assert page.shown is not None
    assert page.shown.table.total.counts == view_of(page).counts
    assert page.shown.counted in all_words(page)
    press(page, Qt.Key.Key_0, qtbot)
    assert days_of(page) == before
    assert chosen_range(page) == [Range.SIX_WEEKS.value, None]


def test_plus_and_minus_go_nearer_around_the_bar_that_is_looked_at(page: RecoveryPage, qtbot: QtBot) -> None:
    canvas = canvas_of(page)
    canvas.setFocus()
    canvas.go_to(2)
    looked_at = view_of(page).bars[2].first
    whole = days_of(page)
    lengths = [(whole[1] - whole[0]).days]
    for _ in range(3):
        press(page, Qt.Key.Key_Plus, qtbot)
        first, last = days_of(page)
        assert first <= looked_at <= last
        lengths.append((last - first).days)
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) == len(lengths)
    for _ in range(6):
        press(page, Qt.Key.Key_Minus, qtbot)
    assert days_of(page) == whole


def test_dragging_shifts_the_picture_at_once_and_then_shows_other_weeks(page: RecoveryPage, qtbot: QtBot) -> None:
    choose_range(page, Range.SIX_WEEKS, qtbot)
    canvas, at = canvas_of(page), middle_of_days(page)
    before, [first, last] = picture(canvas), days_of(page)
    week = 7 * time_axis(view_of(page), screen_layout(canvas.width())).px_a_day
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPoint(round(week * 0.4), 0))
    moved = picture(canvas)
    assert moved != before, "the picture follows the mouse, before anything is drawn"
    names = round(screen_layout(canvas.width()).names_end())
    assert moved.copy(0, 0, names, moved.height()) == before.copy(0, 0, names, before.height()), "the names stay"
    assert canvas.shown_card is None
    assert days_of(page) == (first, last)
    QTest.mouseMove(canvas, at + QPoint(round(week * 2), 0))
    wait_for(page, qtbot)
    with qtbot.assertNotEmitted(page.go_requested):
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(round(week * 2), 0))
    wait_for(page, qtbot)
    monday = first - timedelta(days=first.weekday())
    assert days_of(page)[0] == monday - 2 * WEEK
    assert picture(canvas).copy(0, 0, names, 40) == before.copy(0, 0, names, 40)


def test_nothing_is_dragged_beyond_today(page: RecoveryPage, qtbot: QtBot) -> None:
    choose_range(page, Range.SIX_WEEKS, qtbot)
    before, at = days_of(page), middle_of_days(page)
    canvas = canvas_of(page)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at - QPoint(300, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at - QPoint(300, 0))
    wait_for(page, qtbot)
    assert days_of(page) == before


def test_a_click_still_opens_its_day(page: RecoveryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go_requested):
        QTest.mouseClick(canvas_of(page), Qt.MouseButton.LeftButton, pos=middle_of_days(page))


def test_ctrl_and_the_wheel_go_nearer_and_sideways_moves_and_the_rest_is_the_page_s(
    page: RecoveryPage, qtbot: QtBot
) -> None:
    choose_range(page, Range.THREE_MONTHS, qtbot)
    before = days_of(page)
    plain = Qt.KeyboardModifier.NoModifier
    assert not turn(page, 0, -120, plain, qtbot), "the page scrolls"
    assert days_of(page) == before
    assert turn(page, 0, 120, Qt.KeyboardModifier.ControlModifier, qtbot)
    near = days_of(page)
    assert before[0] < near[0] < near[1] <= before[1]
    assert turn(page, 120, 0, plain, qtbot)
    assert days_of(page)[0] == near[0] - WEEK
    assert turn(page, 0, -120, SHIFT, qtbot)
    assert days_of(page)[0] == near[0]
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_another_range_button_ends_it(page: RecoveryPage, qtbot: QtBot, key: Qt.Key) -> None:
    choose_range(page, Range.SIX_WEEKS, qtbot)
    before = days_of(page)
    canvas_of(page).setFocus()
    press(page, key, qtbot)
    assert days_of(page) != before
    choose_range(page, Range.SIX_WEEKS, qtbot)
    assert days_of(page) == before


def test_ten_years_are_walked_through_by_months(long_demo: Workspace, open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(long_demo, "Ring at six")
    canvas_of(page).setFocus()
    press(page, Qt.Key.Key_Plus, qtbot)
    first, last = days_of(page)
    press(page, Qt.Key.Key_Left, qtbot, SHIFT)
    earlier = days_of(page)
    assert earlier[0].day == earlier[1].day - (earlier[1].day - 1) == 1
    assert earlier[0] < first
    assert earlier[1] < last
