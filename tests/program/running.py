"""The whole program in the process of a test: it is started, unlocked, locked and started again as by a person."""

import shutil
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.moved_clock import MovedClock
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import settle
from trustplanner.actions import plans
from trustplanner.actions.runner import Runner
from trustplanner.app import Program
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.starting import Start
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.screens.main_window import Planner

PATIENCE = 20_000  # milliseconds


class Running:
    """The program, once at a time. What would begin a new process is noted in `handed_over` instead."""

    def __init__(self, app: QApplication, settings: DeviceSettings, clock: MovedClock, qtbot: QtBot) -> None:
        self._app = app
        self._clock = clock
        self._qtbot = qtbot
        self._program: Program | None = None
        self.settings = settings
        self.handed_over: list[Start] = []

    @property
    def program(self) -> Program:
        assert self._program is not None
        return self._program

    @property
    def page(self) -> QWidget:
        page = self.program.window.page
        assert page is not None
        return page

    @property
    def planner(self) -> Planner:
        assert isinstance(self.page, Planner)
        return self.page

    @property
    def shown(self) -> str:
        return self.page.objectName()

    def start(self, start: Start | None = None) -> Program:
        """Start it; what ran before is ended first."""
        self.end()
        theme = load_theme()
        theme.set_mode("light")
        program = Program(self._app, start or Start(), self.settings, theme, self._clock, self.handed_over.append)
        self._program = program
        program.begin()
        program.window.activateWindow()
        self._qtbot.waitUntil(program.window.isActiveWindow)
        return program

    def start_again(self) -> None:
        """The process that was asked for last, and the passphrase in it."""
        self.start(self.handed_over[-1])
        self.unlock()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase and wait for the planner."""
        assert self.shown == "unlock_page"
        type_words(self.program.window, passphrase)
        press(self.program.window, Qt.Key.Key_Return)
        self.wait_for("planner")

    def wait_for(self, page: str) -> None:
        self._qtbot.waitUntil(lambda: self.shown == page, timeout=PATIENCE)
        settle()

    def end(self) -> None:
        """End it without a trace in the process: it would watch the other tests, too."""
        last, self._program = self._program, None
        if last is None:
            return
        last._is_leaving = True  # nothing is saved any more
        last._close_vault(backup=False)
        last.window.close()
        last._background.wait()
        last._warm_up.wait()
        for part in (last._planner, last.window, last):  # the planner may have been taken out of the window
            if part is not None:
                part.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def write_planned_vault(new_vault_file: Path, place: Path, moment: datetime) -> None:
    """Sam's plan for Ana with the private questions answered, in a closed vault."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(new_vault_file, place)
    with Vault.open(place, PASSPHRASE) as vault:
        runner = Runner(vault, moment.astimezone)
        runner.do("", plans.begin, "Sam", "Ana", Pronoun.SHE)
        no_to_all = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
        runner.do("", plans.answer_safety, no_to_all, keep_answers=False)
        vault.close(backup=False)
