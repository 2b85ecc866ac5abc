"""What happens to an error that nothing expected: into the log, and to the person, without a word of theirs."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from trustplanner.crash_log import CrashLog, report_of
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.device_settings import remove_if_empty


def log_file() -> Path:
    """Where the log lies."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "errors.log"


def forget_log() -> None:
    """Remove the log, its predecessor, and their folder if nothing else is in it."""
    for file in (log_file(), log_file().with_suffix(".old")):
        with suppress(OSError):
            file.unlink(missing_ok=True)
    remove_if_empty(log_file().parent)


def note_down(error: Exception) -> None:
    """Write an unexpected error to the log without showing it, because there is no time or no window for that."""
    _log().write(report_of(type(error), error.__traceback__))


def catch_everything(window: QWidget, tell_known: Callable[[KnownError], None]) -> CrashLog:
    """Send errors of Python, of threads and of Qt to the log, and what libraries log; errors of Python are shown above
    `window`, too. A known one goes to `tell_known` instead.
    """
    log = _log()

    def on_qt_message(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        # The message itself may name a file or quote a text, so only its kind and category are kept.
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            log.write(f"Qt {kind.name} {context.category or ''}")

    def show(report: str) -> None:
        from trustplanner.ui.kit.crash_window import CrashWindow  # never needed if all goes well

        # An error that comes again and again is shown once; all of them are in the log.
        if window.isVisible() and not any(each.isVisible() for each in window.findChildren(CrashWindow)):
            CrashWindow(report, window).show()

    qInstallMessageHandler(on_qt_message)
    log.catch_everything(show, tell_known)
    log.catch_records()
    return log


def _log() -> CrashLog:
    return CrashLog(log_file(), lambda: datetime.now(UTC).isoformat(timespec="seconds"))
