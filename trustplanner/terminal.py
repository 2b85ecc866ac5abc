"""What a command says at a terminal, and how it asks for a passphrase.

An error is one plain sentence on standard error; what went wrong unexpectedly goes to the log, without its words.
"""

import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import Final

from trustplanner.crash_log import CrashLog, report_of
from trustplanner.domain.errors import Code, KnownError, RuleError, UnreadableError
from trustplanner.domain.passphrases import require_new_passphrase

PASSPHRASE_FILE: Final = "TRUSTPLANNER_PASSPHRASE_FILE"  # noqa: S105  (the name of a variable)
LONGEST_PASSPHRASE_LINE: Final = 64 * 1024  # bytes
UNEXPECTED: Final = 1
UNEXPECTED_SENTENCE: Final = (
    "Something happened that this program did not expect, so it stopped. Its log holds where, and no word of yours."
)


def tell(error: Exception, clock: Callable[[], datetime]) -> int:
    """Say an error in one plain sentence; returns its exit status."""
    if isinstance(error, KnownError):
        sentence, status = _sentence(error), error.exit_status
    else:
        _log(clock).write(report_of(type(error), error.__traceback__))
        sentence, status = UNEXPECTED_SENTENCE, UNEXPECTED
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{printable(sentence)}\n")
            sys.stderr.flush()
    return status


def _sentence(error: KnownError) -> str:
    from trustplanner.content.catalogue import shipped_catalogue  # only when something went wrong

    try:
        return shipped_catalogue().error_sentence(error.code, **error.details)
    except KnownError as missing:  # the content files themselves
        from trustplanner.content.sentences import last_resort

        return last_resort(missing.code, **missing.details)


def _log(clock: Callable[[], datetime]) -> CrashLog:
    file = _own_folder() / "trustplanner" / "errors.log"
    return CrashLog(file, lambda: clock().astimezone(UTC).isoformat(timespec="seconds"))


def _own_folder() -> Path:
    """Where programs keep what is theirs, without asking Qt, which says the same."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME", "")
    return Path(named) if named else Path.home() / ".local" / "share"


def printable(text: str) -> str:
    """In one line, without anything that would move a terminal's cursor or colour it: a name may hold anything."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def say_letters_plainly() -> None:
    """A terminal without Unicode shows the number of a letter it lacks, instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(lines: Iterable[str] = ()) -> None:
    """Write lines to standard output, all the way, so that whatever is wrong with it is known here.

    Raises:
        BrokenPipeError: nobody reads any more.
        UnreadableError: DISK_FULL and the like.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from trustplanner.storage.failures import from_system  # brings the database with it

        abandon_output()
        raise from_system(error, Path("standard output")) from error


def abandon_output() -> None:
    """What is still to be written goes nowhere: the interpreter would complain about it when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def passphrase_file(named: Path | None) -> Path | None:
    """The file that the call or else the environment names."""
    return named or (Path(found) if (found := os.environ.get(PASSPHRASE_FILE)) else None)


def ask_passphrase(named: Path | None, *, is_new: bool = False) -> str:
    """From the file that is named, by the call or the environment, else typed; a new one is typed twice.

    Raises:
        RuleError: NO_PASSPHRASE; for a new one PASSPHRASE_SHORT, PASSPHRASES_DIFFER.
        UnreadableError: the file cannot be read, or is no text in UTF-8.
    """
    file = passphrase_file(named)
    passphrase, again = _typed(is_new=is_new) if file is None else 2 * (_first_line(file),)
    if not passphrase:
        raise _no_passphrase()
    if is_new:
        require_new_passphrase(passphrase, again)
    return passphrase


def _typed(*, is_new: bool) -> tuple[str, str]:
    if sys.stdin is None or not sys.stdin.isatty():
        raise _no_passphrase()
    try:
        typed = getpass("Passphrase: ")
        return typed, getpass("The same passphrase again: ") if is_new else typed
    except EOFError:
        raise _no_passphrase() from None


def _no_passphrase() -> RuleError:
    return RuleError(Code.NO_PASSPHRASE, option="--passphrase-file")


def _first_line(file: Path) -> str:
    from trustplanner.storage.failures import told_plainly  # brings the database with it

    with told_plainly(file), file.open("rb") as handle:
        line = handle.readline(LONGEST_PASSPHRASE_LINE)
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise UnreadableError(Code.NOT_UTF8, path=str(file)) from None
