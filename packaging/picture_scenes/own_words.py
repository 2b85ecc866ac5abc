"""The search, the journal, the look-back and the ways to finish, in the whole window, for `pictures.py`."""

from __future__ import annotations

from datetime import timedelta

from picture_scenes.whole_window import at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from trustplanner.actions import finishing, journal
from trustplanner.domain.journal import EndKind
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.option_list import OptionList
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.journal_page import JournalPage


def build_search(theme: Theme) -> QWidget:
    """Words looked for in the demo's year."""
    window = at("search")(theme)
    field = window.findChild(LineField, "search_field")
    QTest.keyClicks(field, "ana six")
    QTest.keyClick(field, Qt.Key.Key_Return)
    return window


ENTRIES = (
    (
        "Rang at six. She asked how the week was, and I told her about Tuesday before she could ask. Nothing came of "
        "it that I could see, and I left it there."
    ),
    "Could not sleep. I noticed that I was writing the next message in my head, for an answer. Did not send it.",
    "Ruth asked what I would do if nothing ever came back. I had no answer. I want one that does not need Ana in it.",
    "Paid the third part.",
)


def _written_days(workspace: Workspace) -> None:
    for back, words in enumerate(ENTRIES):
        workspace.do_quietly(journal.write_entry, workspace.today - timedelta(days=2 * back), words)


def build_journal(theme: Theme) -> QWidget:
    """Today's page, with other days below it."""
    window = at("journal")(theme)
    page = window.findChild(JournalPage)
    _written_days(page.workspace)
    return window


def build_journal_empty(theme: Theme) -> QWidget:
    """The first page of all."""
    return at("journal")(theme)


def _finish(window: QWidget) -> None:
    workspace = window.findChild(Page).workspace
    words = "We sat on the bench and said it. She has the list of what is still to be paid."
    workspace.do(
        "finishing the plan", finishing.finish_plan, EndKind.PARTED, words, workspace.today - timedelta(days=1)
    )


def build_finish(theme: Theme) -> QWidget:
    """The four ways, with one chosen."""
    window = at("finish")(theme)
    window.findChild(OptionList, "finish_way_list").set_chosen(EndKind.PARTED)
    return window


def build_finished(theme: Theme) -> QWidget:
    """How it was finished."""
    window = at("finish")(theme)
    _finish(window)
    return window


def build_finished_today(theme: Theme) -> QWidget:
    """Today after the finish."""
    window = at("today")(theme)
    _finish(window)
    return window


def build_look_back(theme: Theme) -> QWidget:
    """The look-back on the month before, with what the record holds of it."""
    return at("path", "month_causes@2026-04-01")(theme)
