"""What follows a miss and a setback, in the whole window on the demo's year, for `pictures.py`."""

from __future__ import annotations

from datetime import timedelta

from picture_scenes.whole_window import at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from trustplanner.actions import answers, setbacks
from trustplanner.actions.events import add_event
from trustplanner.actions.plans import set_setting
from trustplanner.actions.responses import hear_response
from trustplanner.actions.sureness import answer_sureness
from trustplanner.domain.answers import Value
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HARD_TODAY
from trustplanner.domain.responses import Response
from trustplanner.domain.setbacks import SetbackAct
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.response_sheet import ResponseSheet
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.today_page.page import TodayPage
from trustplanner.ui.screens.today_page.review_sheet import REVIEW_SHEET, ReviewSheet


def _on(window: QWidget) -> Workspace:
    return window.findChild(Page).workspace


def _go(window: QWidget, place: str, detail: str = "") -> QWidget:
    window.findChild(Planner).go(Destination(place, detail))
    return window


def _write_setback(workspace: Workspace) -> str:
    event = workspace.do("event", add_event, workspace.today, EventKind.SETBACK).result
    words = "I gave the card to my brother and sleep at his place tonight."
    workspace.do("act", setbacks.write_act, event.id, SetbackAct.STOP, words)
    workspace.do("act", setbacks.mark_act, event.id, SetbackAct.STOP, workspace.today, 18 * 60 + 10)
    workspace.do("act", setbacks.plan_act, event.id, SetbackAct.TELL, workspace.today, 20 * 60)
    return event.id


def build_setback(theme: Theme) -> QWidget:
    """One act done, one planned."""
    window = at("today")(theme)
    return _go(window, "setback", _write_setback(_on(window)))


def build_setback_new(theme: Theme) -> QWidget:
    """Before anything is written."""
    return at("setback", "new")(theme)


def build_setback_today(theme: Theme) -> QWidget:
    """Today says what comes next."""
    window = at("today")(theme)
    _write_setback(_on(window))
    return window


def _commitment(workspace: Workspace, title: str) -> str:
    return next(each.id for each in workspace.read(every_commitment) if each.title == title)


def _miss_often(workspace: Workspace) -> None:
    key = _commitment(workspace, "Say where I am going")
    for back in (1, 2, 3):
        workspace.do_quietly(answers.write, key, workspace.today - timedelta(days=back), Value.MISSED)


def build_today_often(theme: Theme) -> QWidget:
    """A commitment that is missed again and again, a repaired miss, and a hard day."""
    window = at("today")(theme)
    workspace = _on(window)
    _miss_often(workspace)
    ring = _commitment(workspace, "Ring at six")
    workspace.do_quietly(answers.review_miss, ring, workspace.today, repair="I ring at seven")
    workspace.do_quietly(answers.mark_repaired, ring, workspace.today, workspace.today)
    workspace.do_quietly(set_setting, HARD_TODAY, workspace.today.isoformat())
    return window


def build_amends_response(theme: Theme) -> QWidget:
    """What she said to a commitment, and one that is missed again and again."""
    window = at("today")(theme)
    workspace = _on(window)
    _miss_often(workspace)
    key, may = _commitment(workspace, "Say where I am going"), workspace.today.replace(day=3)
    workspace.do_quietly(hear_response, key, Response.NO_DIFFERENCE, may, "I would rather you just came home.")
    workspace.do_quietly(hear_response, key, Response.MATTERS, None, "It helps on Fridays.")
    _go(window, "amends")
    scroll = window.findChild(AmendsPage).findChild(QScrollArea)
    for _ in range(3):
        QApplication.processEvents()
    below = window.findChild(QWidget, f"amends_more_{key}_button")
    scroll.ensureWidgetVisible(below, 0, 260)
    return window


def build_response_sheet(theme: Theme) -> QWidget:
    """ "Please stop"."""
    window = at("amends")(theme)
    key = _commitment(_on(window), "Say where I am going")
    window.findChild(QWidget, f"amends_response_{key}_button").click()
    sheet = window.findChild(ResponseSheet)
    sheet.findChild(QWidget, "response_sheet_options").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_3)
    return window


def build_review_sheet(theme: Theme) -> QWidget:
    """On the day of review: not sure, and only the smallest version on the worst day."""
    window = at("today")(theme)
    workspace = _on(window)
    key = _commitment(workspace, "Correct a half-truth")
    workspace.do_quietly(hear_response, key, Response.NO_DIFFERENCE)
    window.findChild(TodayPage).open_again(SheetName(REVIEW_SHEET, key))
    sheet = window.findChild(ReviewSheet)
    typed = {
        "sureness": 6,
        "worst_day": "smallest",
        "smallest": "I say that something was not right",
        "again": "2026-06-11",
    }
    sheet.fill_typed(typed)
    return window


def build_commitment_unsure(theme: Theme) -> QWidget:
    """The editor where a promise may be too large."""
    window = at("today")(theme)
    workspace = _on(window)
    key = _commitment(workspace, "Correct a half-truth")
    workspace.do_quietly(answer_sureness, key, 6, WorstDay.NOTHING, AskedIn.EDITOR)
    _go(window, "commitment", key)
    for _ in range(3):
        QApplication.processEvents()
    window.findChild(QWidget, "commitment_worst_segment").setFocus()
    return window
