"""From a bar to its day, and from the chart to its explanation."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.person import click, press
from tests.ui.screens.recovery_page.scene import OpenPage, all_words, canvas_of, choose_range, found, wait_for
from trustplanner.charts.layout import screen_layout, time_axis
from trustplanner.charts.ranges import Range
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.chart_beside import CARD_MARGIN
from trustplanner.ui.kit.chart_places import middle_of
from trustplanner.ui.kit.hover_card import HoverCard
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage


def test_a_click_on_a_week_opens_the_day_under_the_mouse(page: RecoveryPage, qtbot: QtBot) -> None:
    choose_range(page, Range.THREE_MONTHS, qtbot)
    canvas = canvas_of(page)
    assert page.shown is not None
    view = page.shown.view
    layout = screen_layout(canvas.width())
    miss = view.misses[0]
    x = time_axis(view, layout).middle_of(miss.day)
    box = list(layout.panels.values())[2]
    with qtbot.waitSignal(page.go_requested) as led:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(box.top + box.height / 2)))
    assert led.args == [Destination("today", miss.day.isoformat())]


def test_hovering_says_what_the_table_says(page: RecoveryPage, qtbot: QtBot) -> None:
    choose_range(page, Range.SIX_WEEKS, qtbot)
    canvas = canvas_of(page)
    assert page.shown is not None
    view = page.shown.view
    layout = screen_layout(canvas.width())
    for row in page.shown.table.rows:
        place = view.bar_of(row.first)
        x = round(middle_of(view, time_axis(view, layout), place))
        QTest.mouseMove(canvas, QPoint(x, round(layout.height / 2)))
        assert canvas.shown_card is not None
        assert canvas.shown_card.title == row.cells[0]
        if row.counts.due:
            assert canvas.shown_card.counts.startswith(f"{row.counts.kept} of {row.counts.due} kept")


@pytest.mark.parametrize(("width", "height"), [(960, 540), (900, 600)])
def test_in_a_small_window_the_card_keeps_away_from_the_edge_of_the_page(
    demo: Workspace, open_page: OpenPage, qtbot: QtBot, width: int, height: int
) -> None:
    page = open_page(demo, "Ring at six", width=width, height=height)
    wait_for(page, qtbot)
    canvas, [card] = canvas_of(page), page.findChildren(HoverCard)
    [scroll] = page.findChildren(ScrollPage)
    ground = scroll.viewport()
    for scrolled in (0, 90, scroll.verticalScrollBar().maximum()):
        scroll.verticalScrollBar().setValue(scrolled)
        seen = canvas.visibleRegion().boundingRect()
        beside = 0
        for x in range(0, canvas.width(), 20):
            QTest.mouseMove(canvas, QPoint(x, seen.center().y()))
            if card.isVisible():
                beside += 1
                top, foot = (card.mapTo(ground, QPoint(0, y)).y() for y in (0, card.height() - 1))
                assert top >= CARD_MARGIN
                assert foot <= ground.height() - CARD_MARGIN
        assert beside, "nothing was looked at"


def test_the_card_stays_in_sight_while_the_page_is_scrolled(demo: Workspace, open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(demo, "Ring at six", width=960, height=540)
    wait_for(page, qtbot)
    canvas, [card] = canvas_of(page), page.findChildren(HoverCard)
    [scroll] = page.findChildren(ScrollPage)
    canvas.setFocus()
    press(page, Qt.Key.Key_Home)
    for scrolled in (0, 60, 120):
        scroll.verticalScrollBar().setValue(scrolled)
        foot = card.mapTo(scroll.viewport(), QPoint(0, card.height())).y()
        assert card.isVisible()
        assert foot <= scroll.viewport().height() - CARD_MARGIN + 1
    click(found(page, Switch, "recovery_table_switch"))
    assert not card.isVisible(), "it goes with the chart"


def test_the_card_does_not_lie_on_other_words_once_the_days_are_out_of_sight(
    demo: Workspace, open_page: OpenPage, qtbot: QtBot, applied_theme: Theme
) -> None:
    applied_theme.set_text_scale(2.0)
    page = open_page(demo, "Ring at six", width=1280, height=800)
    wait_for(page, qtbot)
    canvas, [card] = canvas_of(page), page.findChildren(HoverCard)
    [scroll] = page.findChildren(ScrollPage)
    bar = scroll.verticalScrollBar()
    canvas.setFocus()
    press(page, Qt.Key.Key_Home)
    walked = bar.value()
    assert card.isVisible()
    bar.setValue(bar.value() + canvas.mapTo(scroll.viewport(), QPoint()).y() - scroll.viewport().height() + 20)
    assert not card.isVisible(), "only a heading of the chart is in sight"
    bar.setValue(walked)
    assert card.isVisible()


def test_the_page_leads_to_sessions_and_events(page: RecoveryPage, qtbot: QtBot) -> None:
    for name, detail in (("recovery_event_button", "event:"), ("recovery_session_button", "session:")):
        with qtbot.waitSignal(page.go_requested) as led:
            click(found(page, Button, name))
        assert led.args == [Destination("dates", detail)]


def test_how_it_is_counted_is_one_click_away_and_read_by_keyboard(page: RecoveryPage, demo: Workspace) -> None:
    click(found(page, Button, "recovery_help_button"))
    sheet = found(page.window(), SheetDialog, "recovery_help_sheet")
    words = demo.catalogue.recovery_help()
    shown = all_words(sheet)
    assert words.passages.known_range.title in shown
    assert words.passages.biases.paragraphs[-1] in shown
    before = sheet._scroll.verticalScrollBar().value()
    press(sheet, Qt.Key.Key_PageDown)
    assert sheet._scroll.verticalScrollBar().value() > before
    press(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_the_record_is_not_stands_on_the_page(page: RecoveryPage) -> None:
    assert "Self-reported. Not proof of conduct." in all_words(page)


def test_nothing_private_is_in_the_title_of_the_window(page: RecoveryPage) -> None:
    assert "Ring" not in page.window().windowTitle()
