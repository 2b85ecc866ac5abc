"""The commands without a window: for scripts, and for checking a vault.

What is asked for goes to standard output; an error is one plain sentence on standard error and the exit status that
belongs to its kind. Nothing here is imported by a start of the window.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from getpass import getpass
from pathlib import Path
from typing import Any, Final, Never

from trustplanner import __version__
from trustplanner.crash_log import CrashLog, report_of
from trustplanner.domain.errors import Code, DamagedError, KnownError, RuleError, UnreadableError

PASSPHRASE_FILE: Final = "TRUSTPLANNER_PASSPHRASE_FILE"  # noqa: S105  (the name of a variable)
RANGES: Final = ("2w", "6w", "3m", "1y", "all", "session")
LONGEST_PASSPHRASE_LINE: Final = 64 * 1024  # bytes
UNEXPECTED: Final = 1
INTERRUPTED: Final = 130  # as shells say it: 128 and the number of the signal
PIPE_CLOSED: Final = 141
UNEXPECTED_SENTENCE: Final = (
    "Something happened that this program did not expect, so it stopped. Its log holds where, and no word of yours."
)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    try:
        _say_unprintable_letters_plainly()
        asked = _parsed(arguments)
        status: int = asked.run(asked)
        _print([])
    except BrokenPipeError:  # whoever read the output has seen enough
        _abandon_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (whatever it is, a person reads one plain sentence)
        return tell(error)
    return status


def tell(error: Exception) -> int:
    """Say an error in one plain sentence on standard error; returns its exit status."""
    if isinstance(error, KnownError):
        sentence, status = _sentence(error), error.exit_status
    else:
        _log().write(report_of(type(error), error.__traceback__))
        sentence, status = UNEXPECTED_SENTENCE, UNEXPECTED
    with suppress(OSError):
        print(_printable(sentence), file=sys.stderr)
    return status


def _sentence(error: KnownError) -> str:
    from trustplanner.content.catalogue import shipped_catalogue  # only when something went wrong

    try:
        return shipped_catalogue().error_sentence(error.code, **error.details)
    except KnownError as missing:  # the content files themselves
        from trustplanner.content.sentences import last_resort

        return last_resort(missing.code, **missing.details)


def _log() -> CrashLog:
    home = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME", "")
    folder = Path(home) if home else Path.home() / ".local" / "share"
    return CrashLog(folder / "trustplanner" / "errors.log", lambda: datetime.now(UTC).isoformat(timespec="seconds"))


def _printable(sentence: str) -> str:
    """A file's name may hold anything, also what moves a terminal's cursor."""
    return "".join(letter if letter.isprintable() else "?" for letter in sentence)


def _say_unprintable_letters_plainly() -> None:
    """A terminal without Unicode shows the number of a letter it lacks, instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _print(lines: Iterable[str]) -> None:
    """Print and flush, so that whatever is wrong with the output is known here.

    Raises:
        BrokenPipeError: nobody reads any more.
        UnreadableError: DISK_FULL and the like.
    """
    try:
        for line in lines:
            print(line)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from trustplanner.storage.failures import from_system  # brings the database with it

        _abandon_output()
        raise from_system(error, Path("standard output")) from error


def _abandon_output() -> None:
    """What is still to be written goes nowhere: the interpreter would complain about it when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def local_clock() -> datetime:
    """The moment, in the zone of the wall clock."""
    return datetime.now(UTC).astimezone()


# The passphrase


def passphrase_of(asked: argparse.Namespace, *, is_new: bool = False) -> str:
    """From --passphrase-file, else from the file the environment names, else typed at a terminal.

    Raises:
        RuleError: NO_PASSPHRASE, PASSPHRASES_DIFFER.
        UnreadableError: the file cannot be read, or is no text in UTF-8.
    """
    file = passphrase_file(asked)
    if file is not None:
        return _first_line(file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise RuleError(Code.NO_PASSPHRASE)
    typed = getpass("Passphrase: ")
    if is_new and getpass("The same passphrase again: ") != typed:
        raise RuleError(Code.PASSPHRASES_DIFFER)
    if not typed:
        raise RuleError(Code.NO_PASSPHRASE)
    return typed


def passphrase_file(asked: argparse.Namespace) -> Path | None:
    """The file that the call or the environment names."""
    named = asked.passphrase_file or os.environ.get(PASSPHRASE_FILE)
    return Path(named) if named else None


def _first_line(file: Path) -> str:
    from trustplanner.storage.failures import told_plainly  # brings the database with it

    with told_plainly(file), file.open("rb") as handle:
        line = handle.readline(LONGEST_PASSPHRASE_LINE)
    try:
        passphrase = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise UnreadableError(Code.NOT_UTF8, path=str(file)) from None
    if not passphrase:
        raise RuleError(Code.NO_PASSPHRASE)
    return passphrase


# The commands


def _window(asked: argparse.Namespace) -> int:
    from trustplanner.app import run  # Qt is not needed for anything else here

    return run(asked.vault, demo=asked.demo)


def _demo(asked: argparse.Namespace) -> int:
    from trustplanner.actions.demo import write_demo
    from trustplanner.starting import DEMO_PASSPHRASE

    passphrase = passphrase_of(asked) if passphrase_file(asked) else DEMO_PASSPHRASE
    write_demo(asked.target, passphrase, local_clock, years=asked.years, commitments=asked.commitments)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from trustplanner.storage.check import check_vault
    from trustplanner.storage.pages import PAGE_BYTES, damaged

    report = check_vault(asked.vault_file, passphrase_of(asked))
    pages = report.pages
    told = [
        f"File: {asked.vault_file.name}, {pages.pages * PAGE_BYTES} bytes",
        f"Pages: {pages.pages}, all verified" if pages.is_sound else f"Pages: {pages.pages}, damaged: {pages.named()}",
    ]
    if pages.is_sound:
        told += [
            f"Schema: {report.revision}{'' if report.revision_is_known else ', from a newer version'}",
            f"Structure: {'; '.join(report.integrity) or 'sound'}",
            f"References: {report.foreign_keys} broken" if report.foreign_keys else "References: sound",
            f"Rows: {', '.join(f'{name} {count}' for name, count in sorted(report.rows.items()))}",
        ]
    if report.was_recovered:
        told.append("Journal: left by a crash; checked as it will be after the next opening")
    _print(map(_printable, told))
    if not pages.is_sound:
        raise damaged(asked.vault_file, pages)
    if not report.revision_is_known:
        raise DamagedError(Code.FILE_NEWER, path=str(asked.vault_file))
    if not report.is_sound:
        raise DamagedError(Code.FILE_INCONSISTENT, path=str(asked.vault_file))
    return 0


def _record(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.charts.sentences import recovery_sentences
    from trustplanner.exchange.record_texts import record_as_json, record_as_lines
    from trustplanner.exchange.vault_record import record_between
    from trustplanner.storage.vault import Vault

    if asked.first and asked.last and asked.last < asked.first:
        raise RuleError(Code.CALL_MISTAKE, option="--to is before --from")
    with Vault.open(asked.vault_file, passphrase_of(asked), writable=False) as vault:
        today = Runner(vault, local_clock).now().today
        record = record_between(vault, today, asked.first, asked.last)
    if asked.json:
        _print([json.dumps(record_as_json(record), indent=1)])
    else:
        _print(record_as_lines(record, recovery_sentences(today)))
    return 0


def _chart(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.exchange.whole_files import require_target, write_whole
    from trustplanner.storage.vault import Vault

    _require_ending(asked.target, ".svg", ".png", ".pdf")
    _require_another_file(asked.target, asked.vault_file)
    require_target(asked.target)
    with Vault.open(asked.vault_file, passphrase_of(asked), writable=False) as vault:
        from trustplanner.charts.figure import PictureFormat  # matplotlib, only for who has the passphrase
        from trustplanner.charts.ranges import Range
        from trustplanner.exchange.chart_file import chart_file

        kind = PictureFormat(asked.target.suffix.lower().removeprefix("."))
        today = Runner(vault, local_clock).now().today
        content = chart_file(vault, today, Range(asked.range), asked.commitment, kind)
    write_whole(asked.target, content)
    return 0


def _export(asked: argparse.Namespace) -> int:
    from trustplanner.exchange.json_archive import export_archive
    from trustplanner.exchange.whole_files import require_target, write_whole
    from trustplanner.storage.vault import Vault

    _require_ending(asked.target, ".json")
    _require_another_file(asked.target, asked.vault_file)
    require_target(asked.target)
    with Vault.open(asked.vault_file, passphrase_of(asked), writable=False) as vault:
        content = export_archive(vault, local_clock().astimezone(UTC))
    write_whole(asked.target, content)
    return 0


def _import(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.exchange.json_archive import needs_writing, take_in
    from trustplanner.exchange.json_reading import read_archive_file
    from trustplanner.storage.file_checks import require_free_place
    from trustplanner.storage.vault import Vault
    from trustplanner.storage.whole_vault import new_vault

    _require_ending(asked.file, ".json")
    archive = read_archive_file(asked.file)
    if not os.path.lexists(asked.into):
        require_free_place(asked.into)
        with new_vault(asked.into, passphrase_of(asked, is_new=True)) as vault:
            Runner(vault, local_clock).do("Import", take_in, archive)
        _print([f"Imported into a new vault: {len(archive.rows)} entries."])
        return 0
    with Vault.open(asked.into, passphrase_of(asked)) as vault:
        if not needs_writing(vault, archive):
            _print(["The vault holds everything in this file already. Nothing was changed."])
            return 0
        vault.back_up()
        Runner(vault, local_clock).do("Import", take_in, archive)
    _print([f"Imported: {len(archive.rows)} entries."])
    return 0


def _require_ending(file: Path, *endings: str) -> None:
    if file.suffix.lower() not in endings:
        raise RuleError(Code.UNKNOWN_FORMAT, path=str(file))


def _require_another_file(target: Path, vault: Path) -> None:
    with suppress(OSError):
        if target.samefile(vault):
            raise RuleError(Code.CALL_MISTAKE, option="-o names the vault itself")


# The call


class _Parser(argparse.ArgumentParser):
    """One that says a mistake in the call as every other error is said."""

    def error(self, message: str) -> Never:
        raise RuleError(Code.CALL_MISTAKE, option=message)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    asked = _parser().parse_args(arguments)
    if asked.vault and asked.demo:
        raise RuleError(Code.CALL_MISTAKE, option="--vault and --demo exclude each other")
    if asked.run is not _window and (asked.vault or asked.demo):
        raise RuleError(Code.CALL_MISTAKE, option="--vault and --demo open a window, and a command has none")
    return asked


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        message = "a date such as 2026-05-02 is needed"
        raise argparse.ArgumentTypeError(message)
    return day


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="trustplanner",
        description="A private planner for repairing broken trust. Without a command it opens its window.",
        epilog="A passphrase is never given as an argument: it is asked for, or read from the first line of a file.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"trustplanner {__version__}")
    parser.add_argument("--vault", type=Path, metavar="FILE", help="open this vault in the window")
    parser.add_argument("--demo", action="store_true", help="look around in a throw-away vault")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_demo(commands)
    _add_check(commands)
    _add_record(commands)
    _add_chart(commands)
    _add_export(commands)
    _add_import(commands)
    return parser


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False
    )
    command.set_defaults(run=run)
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line is the passphrase; also the variable {PASSPHRASE_FILE}",
    )
    return command


def _add_demo(commands: Any) -> None:
    demo = _command(commands, "demo", _demo, "write the demo story as a vault, with the passphrase demo")
    demo.add_argument(
        "-o", dest="target", type=Path, required=True, metavar="VAULT", help="a file that is not there yet"
    )
    demo.add_argument("--years", type=int, default=1, metavar="N", help="how long the record is, for measuring")
    demo.add_argument("--commitments", type=int, metavar="N", help="how many are active at the end, for measuring")


def _add_check(commands: Any) -> None:
    check = _command(commands, "check", _check, "verify every page of a vault, its schema and its counts")
    check.add_argument("vault_file", type=Path, metavar="VAULT")


def _add_record(commands: Any) -> None:
    record = _command(commands, "record", _record, "show the figures behind the chart")
    record.add_argument("vault_file", type=Path, metavar="VAULT")
    record.add_argument("--from", dest="first", type=_day, metavar="DATE", help="first day; the oldest if not given")
    record.add_argument("--to", dest="last", type=_day, metavar="DATE", help="last day; today if not given")
    record.add_argument("--json", action="store_true", help="as JSON, with all shares")


def _add_chart(commands: Any) -> None:
    chart = _command(commands, "chart", _chart, "draw the recovery chart of one commitment")
    chart.add_argument("vault_file", type=Path, metavar="VAULT")
    chart.add_argument("-o", dest="target", type=Path, required=True, metavar="FILE", help="ends in .svg, .png or .pdf")
    chart.add_argument("--range", choices=RANGES, default="all", help="how far back; all if not given")
    chart.add_argument(
        "--commitment", metavar="NAME", help="its short name, or its id; the first active one if not given"
    )


def _add_export(commands: Any) -> None:
    export = _command(commands, "export", _export, "write everything in a vault to a JSON file, not encrypted")
    export.add_argument("vault_file", type=Path, metavar="VAULT")
    export.add_argument("-o", dest="target", type=Path, required=True, metavar="FILE.json")


def _add_import(commands: Any) -> None:
    take = _command(commands, "import", _import, "read such a JSON file into a vault, which is made if it is not there")
    take.add_argument("file", type=Path, metavar="FILE.json")
    take.add_argument("--into", type=Path, required=True, metavar="VAULT")
