"""A first start of the whole program: from the welcome page over a new file to the first day and its chart,
and to a second start.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.entry_person import is_seen, press_button, seen, seen_as, settle, words_on
from tests.words import shipped_words
from trustplanner.app import Program
from trustplanner.domain.errors import Code
from trustplanner.domain.record import Counts
from trustplanner.starting import Start
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.screens.recovery_page import RecoveryPage

PASSPHRASE = "lamp orchard seven canoe"
PATIENCE = 20_000  # milliseconds
CONTROL = Qt.KeyboardModifier.ControlModifier
StartProgram = Callable[[], Program]


pytestmark = pytest.mark.usefixtures("weak_keys")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeviceSettings:
    """Those of a computer on which the program has never been."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return DeviceSettings(tmp_path / "settings.ini")


@pytest.fixture
def start_program(
    qapp: QApplication, settings: DeviceSettings, clock: MovedClock, qtbot: QtBot
) -> Iterator[StartProgram]:
    """Start the program; what was started before is closed first, as by a person."""
    started: list[Program] = []

    def close_last() -> None:
        if started:
            last = started.pop()
            last.window.close()
            last.window.deleteLater()
            last.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # it would watch the other tests, too

    def start() -> Program:
        close_last()
        program = Program(qapp, Start(), settings, load_theme(), clock, replace=lambda _: None)
        started.append(program)
        program.begin()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return program

    yield start
    close_last()


def page_of(program: Program) -> QWidget:
    page = program.window.page
    assert page is not None
    return page


def shown(program: Program) -> str:
    return page_of(program).objectName()


def make_file(program: Program, qtbot: QtBot) -> None:
    """Type the passphrase twice and make the file."""
    type_words(program.window, PASSPHRASE)
    press(program.window, Qt.Key.Key_Return)
    type_words(program.window, PASSPHRASE)
    press(program.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(program) == "planner", timeout=PATIENCE)
    settle()


def go_through_first_run(planner: QWidget) -> None:
    """The two names; everything else is left open."""
    assert focus_in(planner).objectName() == "first_run_own_name_field"
    type_words(planner, "Sam")
    press(planner, Qt.Key.Key_Tab)
    type_words(planner, "Ana")
    for _ in range(5):
        press(planner, Qt.Key.Key_Return, modifier=CONTROL)
        settle()
    assert is_seen(planner, "today_page")


def test_a_first_start_by_keyboard_and_the_second_one(
    start_program: StartProgram, settings: DeviceSettings, qtbot: QtBot
) -> None:
    program = start_program()
    assert shown(program) == "welcome_page"
    press(program.window, Qt.Key.Key_Return)
    assert shown(program) == "create_page"
    make_file(program, qtbot)
    assert settings.vault.exists()
    go_through_first_run(page_of(program))
    again = start_program()
    assert shown(again) == "unlock_page"
    type_words(again.window, PASSPHRASE)
    press(again.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(again) == "planner", timeout=PATIENCE)
    settle()
    assert is_seen(page_of(again), "today_page")


def test_from_the_welcome_page_to_the_first_answered_day_and_its_chart(
    start_program: StartProgram, qtbot: QtBot
) -> None:
    program = start_program()
    press(program.window, Qt.Key.Key_Return)
    make_file(program, qtbot)
    planner = page_of(program)
    go_through_first_run(planner)
    press_button(planner, "today_first_commitment_button")
    settle()
    assert focus_in(planner).objectName() == "commitment_will_field"
    type_words(planner, "ring Ana at six")
    seen(planner, "commitment_title_field").setFocus()
    type_words(planner, "Ring at six")
    press_button(planner, "commitment_save_button")
    settle()
    assert is_seen(planner, "today_page")
    press(planner, Qt.Key.Key_K)
    press(planner, Qt.Key.Key_5, modifier=CONTROL)
    page = seen_as(RecoveryPage, planner, "recovery_page")
    qtbot.waitUntil(lambda: page.is_settled, timeout=PATIENCE)
    settle()
    view = seen_as(ChartCanvas, page, "recovery_chart").view
    assert view is not None
    assert (view.title, view.counts) == ("Ring at six", Counts(kept=1))
    assert any("1 of 1 kept" in words.replace("\N{NO-BREAK SPACE}", " ") for words in words_on(page))


def test_help_before_there_is_a_file_leads_back_to_where_one_was(start_program: StartProgram) -> None:
    program = start_program()
    press_button(page_of(program), "welcome_not_for_me_button")
    assert shown(program) == "locked_support_page"
    press_button(page_of(program), "locked_support_back_button")
    assert shown(program) == "welcome_page"
    press_button(page_of(program), "welcome_go_on_button")
    type_words(program.window, "half a pass")
    press_button(page_of(program), "create_help_button")
    press_button(page_of(program), "locked_support_back_button")
    assert shown(program) == "create_page"
    press_button(page_of(program), "create_back_button")
    assert shown(program) == "welcome_page"


def test_a_file_in_another_folder_is_found_again_at_the_next_start(
    start_program: StartProgram, settings: DeviceSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    program = start_program()
    press_button(page_of(program), "welcome_go_on_button")
    press_button(page_of(program), "create_folder_button")
    seen(page_of(program), "create_passphrase_field").setFocus()
    make_file(program, qtbot)
    assert settings.vault == folder / device_settings.VAULT_NAME
    assert settings.vault.exists()
    assert shown(start_program()) == "unlock_page"


def test_a_file_that_is_there_already_is_not_written_over(
    start_program: StartProgram, settings: DeviceSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    there = folder / device_settings.VAULT_NAME
    there.write_bytes(b"something of somebody")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    program = start_program()
    press_button(page_of(program), "welcome_go_on_button")
    create = page_of(program)
    press_button(create, "create_folder_button")
    for name in ("create_passphrase_field", "create_again_field"):
        seen(create, name).setFocus()
        type_words(create, PASSPHRASE)
    press_button(create, "create_create_button")
    sentence = shipped_words().error_sentence(Code.VAULT_EXISTS, path=str(there))
    qtbot.waitUntil(lambda: sentence in words_on(create), timeout=PATIENCE)
    assert there.read_bytes() == b"something of somebody"
    assert seen(create, "create_create_button").isEnabled()
