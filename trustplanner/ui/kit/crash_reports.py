"""What happens to an error that nothing expected: into the log, and to the person, without a word of theirs."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from trustplanner.crash_log import CrashLog


def log_file() -> Path:
    """Where the log lies."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "errors.log"


def forget_log() -> None:
    """Remove the log and its predecessor."""
    for file in (log_file(), log_file().with_suffix(".old")):
        file.unlink(missing_ok=True)


def catch_everything(window: QWidget) -> CrashLog:
    """Send errors of Python, of threads and of Qt to the log; those of Python are shown above `window` too."""
    log = CrashLog(log_file(), lambda: datetime.now(UTC).isoformat(timespec="seconds"))

    def on_qt_message(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        # The message itself may name a file or quote a text, so only its kind and category are kept.
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            log.write(f"Qt {kind.name} {context.category or ''}")

    def show(report: str) -> None:
        from trustplanner.ui.kit.crash_window import CrashWindow  # never needed if all goes well

        CrashWindow(report, window).show()

    qInstallMessageHandler(on_qt_message)
    log.catch_everything(show)
    return log
