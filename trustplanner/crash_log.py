"""A small log of what went wrong: kind and place of each error, never its words.

An error's message may carry what a person wrote, so only the exception's type and the places it went through are
written: module, function, line. The file is private and never larger than 256 KB, with one predecessor.
"""

import os
import platform
import sys
import threading
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import TextIO

from trustplanner import __version__
from trustplanner.domain.errors import KnownError

LARGEST = 256 * 1024
MOST_PLACES = 40


def places_of(trace: TracebackType | None) -> list[str]:
    """Where an error came through, outermost first, as `module.function:line`."""
    return [f"{frame.f_globals.get('__name__', '?')}.{frame.f_code.co_name}:{line}" for frame, line in walk_tb(trace)][
        -MOST_PLACES:
    ]


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What the crash window shows and the log keeps: versions, the error's type, its places."""
    head = f"Trustplanner {__version__}, Python {platform.python_version()}, {sys.platform}"
    return "\n".join([head, f"{kind.__module__}.{kind.__qualname__}", *(f"  {place}" for place in places_of(trace))])


class CrashLog:
    """Appends reports to one rotating private file. A log that cannot be written is done without."""

    def __init__(self, file: Path, clock: Callable[[], str]) -> None:
        self._file = file
        self._clock = clock
        self._lock = threading.Lock()

    def write(self, report: str) -> None:
        """Append one report with the moment it was made."""
        entry = f"{self._clock()}\n{report}\n\n".encode("utf-8", "replace")
        try:
            with self._lock:
                self._append(entry)
        except OSError:
            return

    def _append(self, entry: bytes) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._file.exists() and self._file.stat().st_size + len(entry) > LARGEST:
            self._file.replace(self._file.with_suffix(".old"))
        handle = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "ab") as out:
            out.write(entry)

    def catch_everything(self, tell: Callable[[str], None], tell_known: Callable[[KnownError], None]) -> None:
        """Send every error that nothing else catches here; `tell` then shows its report to the person.

        A known one is no mistake of ours: `tell_known` says its sentence, and nothing is written down. What libraries
        warn of goes here too, without its words: the letter that a font lacks may give away what somebody wrote.
        """

        def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, kind(), None)  # its context might quote something
                return
            if isinstance(error, KnownError) and self._is_told(partial(tell_known, error)):
                return
            report = report_of(kind, trace)
            self.write(report)
            self._is_told(partial(tell, report))

        def on_error_elsewhere(failed: "threading.ExceptHookArgs | sys.UnraisableHookArgs") -> None:
            self.write(report_of(failed.exc_type, failed.exc_traceback))

        sys.excepthook = on_error
        threading.excepthook = on_error_elsewhere
        sys.unraisablehook = on_error_elsewhere
        warnings.showwarning = self._on_warning

    def _is_told(self, telling: Callable[[], None]) -> bool:
        try:
            telling()
        except Exception as failed:  # noqa: BLE001  (Python itself would print both errors with their words)
            self.write(report_of(type(failed), failed.__traceback__))
            return False
        return True

    def _on_warning(
        self,
        message: Warning | str,  # noqa: ARG002  (Python names what it passes)
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,  # noqa: ARG002  (the same)
        line: str | None = None,  # noqa: ARG002  (the same)
    ) -> None:
        self.write(f"{category.__module__}.{category.__qualname__} {Path(filename).name}:{lineno}")

    def catch_records(self) -> None:
        """Keep of what libraries log where it comes from, and nothing of what it says."""
        import logging  # only with the libraries that use it, so that the first window does not wait for it

        log = self

        class PlaceOfRecord(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                log.write(f"{record.levelname} {record.name} {record.module}.{record.funcName}:{record.lineno}")

        logging.getLogger().addHandler(PlaceOfRecord(logging.WARNING))
