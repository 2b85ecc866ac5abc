"""An error that comes where no page looks for one is one plain sentence in the window, not a report of a mistake."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.program.running import Running
from tests.ui.person import press
from tests.ui.screens.entry_person import words_on
from tests.words import shipped_words
from trustplanner.content.catalogue import Catalogue
from trustplanner.crash_log import CrashLog
from trustplanner.domain.errors import Code, RuleError
from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.crash_window import SentenceWindow
from trustplanner.ui.kit.page import Destination

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reports(running: Running, vault_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The program at its lock screen, with its errors caught as in a run of its own; the reports it would show."""
    running.start()
    reports: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = CrashLog(tmp_path / "errors.log", lambda: "now")
    with monkeypatch.context() as hooks:
        hooks.setattr("warnings.showwarning", None)
        hooks.setattr("threading.excepthook", None)
        hooks.setattr("sys.unraisablehook", None)
        log.catch_everything(reports.append, running.program.tell_known)
    return reports


def break_words(running: Running, tmp_path: Path, name: str) -> str:
    """One of the files of the program's words cannot be read any more; how a person is told."""
    folder = tmp_path / "words"
    shutil.copytree(resources_folder() / "content" / "en", folder)
    (folder / name).write_text("this is no table")
    broken = Catalogue(folder)
    running.program._entrance.catalogue = lambda: broken  # type: ignore[method-assign]  # for this window alone
    sentence = shipped_words().error_sentence(Code.CONTENT_UNREADABLE, file=name, field="?")
    return sentence.partition(", at ")[0]


def said(running: Running, sentence: str) -> bool:
    return any(line.startswith(sentence) for line in words_on(running.program.window))


def test_a_place_without_its_words_is_one_sentence_in_the_planner(
    running: Running, reports: list[str], tmp_path: Path
) -> None:
    sentence = break_words(running, tmp_path, "settings_help.toml")
    running.unlock()
    press(running.planner, Qt.Key.Key_Comma, modifier=CTRL)
    assert said(running, sentence)
    assert reports == []


def test_the_first_place_without_its_words_leaves_the_others(
    running: Running, reports: list[str], tmp_path: Path
) -> None:
    sentence = break_words(running, tmp_path, "today.toml")
    running.unlock()
    assert said(running, sentence)
    assert reports == []
    running.planner.go(Destination("support"))
    assert "Need to talk to someone now?" in words_on(running.planner)


def test_on_the_lock_screen_it_is_said_at_the_field(running: Running, reports: list[str]) -> None:
    running.program.tell_known(RuleError(Code.NOT_FOUND))
    assert said(running, shipped_words().error_sentence(Code.NOT_FOUND))


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen cannot tell a small window its limits
def test_a_page_without_a_place_for_it_gets_a_window_of_its_own(running: Running) -> None:
    running.start()
    assert running.shown == "welcome_page"
    running.program.tell_known(RuleError(Code.NOT_FOUND))
    [window] = [each for each in QApplication.topLevelWidgets() if isinstance(each, SentenceWindow)]
    assert window.isVisible()
    assert [label.text() for label in window.findChildren(QLabel)] == [shipped_words().error_sentence(Code.NOT_FOUND)]
    window.close()
