"""S3: one answer, from the key press to the repainted row with the answer committed, beside one durable commit."""

import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measuring import Measured, in_turns
from benchmarks.vaults import PASSPHRASE, demo_vault
from trustplanner.actions.runner import Runner
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.starting import local_clock
from trustplanner.storage.connecting import DriverConnection, connect
from trustplanner.storage.keys import derive
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.shell_window import ShellWindow

AT_REST_MS = 60  # what stands around the rows is shown and painted by then; nobody presses keys faster


class _Paints(QObject):
    """Notes when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.last = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt passes it)
        if event.type() == QEvent.Type.Paint:
            self.last = time.perf_counter_ns()
        return False


def run() -> list[Measured]:
    """Kept and missed in turns on the first row of Today, in a whole window on the demo's year."""
    app = QApplication.instance() or QApplication([])
    with demo_vault() as path, TemporaryDirectory() as scratch:
        with Vault.open(path, PASSPHRASE) as vault:
            window = window_on(vault, Path(scratch))
            press = answering(window)
            driver = _bare_driver(Path(scratch) / "bare.vault")
            measured = in_turns(
                "S3",
                3.0,
                ("one answer: key press to repainted row, committed", press),
                ("one durable commit of one row by the bare driver", lambda: _commit(driver)),
                rounds=41,
            )
            driver.close()
            window.close()
            window.deleteLater()
            app.processEvents()
        return [measured]


def window_on(vault: Vault, scratch: Path) -> ShellWindow:
    """A whole window on a vault, with Today shown."""
    theme = load_theme()
    theme.set_less_motion(True)
    window = ShellWindow(theme)
    workspace = Workspace(Runner(vault, local_clock), shipped_catalogue(), theme, Background(window), window)
    planner = Planner(workspace, DeviceSettings(scratch / "settings.ini", window))
    window.show_page(planner)
    window.show()
    planner.begin()
    QTest.qWait(300)
    return window


def answering(window: ShellWindow) -> Callable[[], float]:
    """Presses a key on the first row of Today, and returns how long it took until that was painted."""
    row = next(row for row in window.findChildren(AnswerRow) if row.isVisible())
    paints = _Paints(row)
    keys = cycle((Qt.Key.Key_K, Qt.Key.Key_P))

    def press() -> float:
        window.activateWindow()  # there may be another one
        row.setFocus()
        QTest.qWait(AT_REST_MS)
        target = window.focusWidget() or row
        began = time.perf_counter_ns()
        QTest.keyClick(target, next(keys))
        while paints.last < began:
            QApplication.processEvents()
        return (paints.last - began) / 1e6

    return press


def _bare_driver(path: Path) -> DriverConnection:
    with Vault.create(path, PASSPHRASE):
        pass
    with path.open("rb") as file:
        salt = file.read(16)
    driver = connect(path, derive(PASSPHRASE, salt), writable=True)
    driver.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, value TEXT) STRICT")
    return driver


def _commit(driver: DriverConnection) -> float:
    began = time.perf_counter_ns()
    driver.execute("BEGIN IMMEDIATE")
    driver.execute("INSERT INTO plain (value) VALUES ('kept')")
    driver.execute("COMMIT")
    return (time.perf_counter_ns() - began) / 1e6
