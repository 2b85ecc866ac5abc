"""Reminders, what leaves as a file and what comes in, for `pictures.py`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from picture_scenes import whole_window
from PySide6.QtWidgets import QWidget

from trustplanner.actions.reminders import note_reminded, set_reminders
from trustplanner.domain.reminders import Occurrence, Reminders, Says, Slot, Window
from trustplanner.exchange.loop_habits import Habit, Mark
from trustplanner.ui.kit.option_list import OptionList
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.export_sheet import ExportSheet
from trustplanner.ui.screens.habits_sheet import HabitsSheet
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.settings_page.reminders_section import RemindersSection

LONG = "Jeden Abend um den See gehen, und danach noch einmal ums Haus herum, auch wenn es regnet"


def _opened(theme: Theme, place: str) -> tuple[QWidget, Planner]:
    window = whole_window.at(place)(theme)
    [planner] = window.findChildren(Planner)
    return window, planner


def _remind(planner: Planner, **chosen: object) -> None:
    workspace = planner.workspace
    workspace.do_quietly(set_reminders, Reminders(is_on=True, **chosen))  # type: ignore[arg-type]  # fields by name
    workspace.do_quietly(note_reminded, [Occurrence(workspace.today, Slot.EVENING)])


def build_reminder_today(theme: Theme) -> QWidget:
    """The banner on Today."""
    window, planner = _opened(theme, "today")
    _remind(planner)
    return window


def build_reminder_line(theme: Theme) -> QWidget:
    """The line at the foot of another page."""
    window, planner = _opened(theme, "path")
    _remind(planner)
    return window


def build_reminder_settings(theme: Theme) -> QWidget:
    """The section of Settings, with both windows and words of one's own, and how it looks."""
    window, planner = _opened(theme, "settings")
    morning = Window(7 * 60 + 30, 9 * 60, is_on=True)
    _remind(planner, morning=morning, says=Says.OWN, own_words="Tea and ten quiet minutes", has_icon=True)
    [section] = window.findChildren(RemindersSection)
    for name in ("settings_reminder_show_button",):
        window.findChild(QWidget, name).click()  # type: ignore[union-attr]  # a button

    def settle() -> None:
        page = next(part for part in window.findChildren(ScrollPage) if part.isAncestorOf(section))
        content = page.widget()
        page.verticalScrollBar().setValue(section.mapTo(content, section.rect().topLeft()).y() - 80)

    window.settle = settle  # type: ignore[attr-defined]
    return window


def _export(key: str) -> Callable[[Theme], QWidget]:
    def build(theme: Theme) -> QWidget:
        window, _ = _opened(theme, "export")
        [sheet] = window.findChildren(ExportSheet)
        [formats] = sheet.findChildren(OptionList)
        formats.set_chosen(key)
        formats.option_chosen.emit(key)
        return window

    return build


build_export_tables = _export("zip")
build_export_calendar = _export("ics")


def _habits() -> tuple[Habit, ...]:
    first = datetime(2026, 3, 1, tzinfo=UTC).date()
    days = {first + timedelta(days=each): Mark.DONE for each in range(0, 60, 2)}
    mixed = {**days, first + timedelta(days=1): Mark.AUTOMATIC, date(2026, 5, 14): Mark.DONE}
    return (
        Habit("Read before sleeping", 1, 1, amounts=False, marks=days),
        Habit("לצעוד לאורך הנהר 🌱", 3, 7, amounts=False, marks=mixed),
        Habit(LONG, 2, 3, amounts=False, marks=dict.fromkeys([first], Mark.DONE)),
        Habit("Glasses of water", 1, 1, amounts=True, marks={}),
        Habit("Stretch", 1, 1, amounts=False, marks={}),
    )


def build_habits(theme: Theme) -> QWidget:
    """The sheet before a file is chosen."""
    return _opened(theme, "habits")[0]


def build_habits_found(theme: Theme) -> QWidget:
    """What a file holds, with one habit ticked."""
    window, _ = _opened(theme, "habits")
    [sheet] = window.findChildren(HabitsSheet)
    sheet._on_read(_habits())  # noqa: SLF001  (as after reading a file)
    sheet._ticks[0].set_on(True)  # noqa: SLF001
    return window


def build_habits_done(theme: Theme) -> QWidget:
    """What became of it."""
    window = build_habits_found(theme)
    window.findChild(QWidget, "habits_take_button").click()  # type: ignore[union-attr]  # a button
    return window
