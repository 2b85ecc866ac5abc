"""The walk through an evening, the weekly review and the hard days, in the whole window, for `pictures.py`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from picture_scenes.whole_window import at
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trustplanner.actions.answers import clear
from trustplanner.actions.hard_days import HardDayWords, add_hard_day, release
from trustplanner.actions.path import write_answer
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.items import item_on
from trustplanner.domain.moments import Now
from trustplanner.domain.record import monday_of
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.hard_day_dot import HardDayDot
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.hard_days_page import HardDaysPage
from trustplanner.ui.screens.week_page import WeekPage


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _pressed(window: QWidget, keys: str) -> None:
    """Keys where the focus is; a comma is Enter."""
    window.activateWindow()
    _settle()
    for key in keys:
        focused = window.focusWidget()
        QTest.keyClicks(focused, "\r" if key == "," else key)
        _settle()


def _walked(theme: Theme, detail: str, keys: str) -> QWidget:
    window = at("evening", detail)(theme)
    workspace = window.findChild(Page).workspace
    tomorrow = workspace.today + timedelta(days=1)
    for whose, words in ((HardFor.ME, "A year since the call"), (HardFor.THEM, "The day she found the letters")):
        workspace.do_quietly(add_hard_day, HardDayWords(whose, words, tomorrow))
    _pressed(window, keys)
    return window


def evening(detail: str, keys: str) -> Callable[[Theme], QWidget]:
    """A builder of the walk after these keys."""
    return lambda theme: _walked(theme, detail, keys)


build_evening = evening("evening", "")
build_evening_miss = evening("evening", "m1")
build_evening_question = evening("evening|question//day_noticed", "She made one cup of tea instead of two.")
build_evening_scale = evening("evening|question//day_how_hard", "6")
build_evening_end = evening("evening", "m1,k,,,")
build_morning = evening("morning", "k")


def build_week(theme: Theme) -> QWidget:
    """The week of the demo, with a line for the counsellor."""
    window = at("week")(theme)
    workspace = window.findChild(Page).workspace
    monday = monday_of(workspace.today)
    words = "I was relieved when our talk was put off. I want to look at that."
    workspace.do_quietly(write_answer, "week_counsellor", words, on=monday)
    return window


def build_week_below(theme: Theme) -> QWidget:
    """The same, further down: how sure one is."""
    window = build_week(theme)
    page = window.findChild(WeekPage)
    first = next(each for each in page.findChildren(Scale, "week_sure_scale") if each.isVisible())
    QTest.keyClicks(first.findChildren(QAbstractButton)[0], "6")
    _settle()
    page.findChild(ScrollPage).verticalScrollBar().setValue(10_000)
    return window


def _with_hard_days(theme: Theme, detail: str) -> QWidget:
    window = at("hard_days")(theme)
    workspace = window.findChild(Page).workspace
    today = workspace.today
    own = HardDayWords(HardFor.ME, "A year since the call", today + timedelta(days=17), is_yearly=True)
    theirs = HardDayWords(HardFor.THEM, "The day I found the letters", today + timedelta(days=40), heard_on=today)
    place = HardDayWords(HardFor.AGREED, place="The café by the station", heard_on=today - timedelta(days=9))
    gone = HardDayWords(HardFor.THEM, "Her birthday", today - timedelta(days=3), heard_on=today - timedelta(days=90))
    made = [workspace.do_quietly(add_hard_day, each) for each in (own, theirs, place, gone)]
    workspace.do_quietly(release, made[-1].id, today - timedelta(days=1))
    window.findChild(HardDaysPage).show_detail(detail)
    _settle()
    return window


def build_hard_days(theme: Theme) -> QWidget:
    """One's own, theirs, an agreed place, and one that was released."""
    return _with_hard_days(theme, "")


def build_hard_days_form(theme: Theme) -> QWidget:
    """The form, with theirs chosen."""
    window = _with_hard_days(theme, "new")
    window.findChild(SegmentedControl, "hard_days_whose_segment").findChildren(QAbstractButton)[1].click()
    return window


def _forget_hard_days(unit: UnitOfWork, _now: Now) -> None:
    for hard in unit.read(hard_days):
        unit.delete(hard)


def build_hard_days_empty(theme: Theme) -> QWidget:
    """Nothing written down yet."""
    window = at("hard_days")(theme)
    window.findChild(Page).workspace.do_quietly(_forget_hard_days)
    _settle()
    return window


def build_today_whole_day(theme: Theme) -> QWidget:
    """A closed day of the demo whose answers were taken back, and a hard day opened."""
    window = at("today")(theme)
    workspace = window.findChild(Page).workspace
    for commitment in workspace.read(histories, workspace.today):
        item = item_on(commitment, workspace.today, workspace.today)
        if item is not None and item.is_answered:
            workspace.do_quietly(clear, item.commitment_id, item.day)
    for whose, words in ((HardFor.ME, "A year since the call"), (HardFor.THEM, "The day I found the letters")):
        workspace.do_quietly(add_hard_day, HardDayWords(whose, words, workspace.today))
    _settle()
    window.findChild(HardDayDot, "today_hard_day_button").click()
    return window
