"""The commands without a window: for scripts, and for checking a vault.

What is asked for goes to standard output; an error is one plain sentence on standard error and the exit status that
belongs to its kind. Nothing here is imported by a start of the window.
"""

import argparse
import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Never

from trustplanner import __version__
from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, DamagedError, RuleError
from trustplanner.letter_command import letter as _letter
from trustplanner.starting import local_clock
from trustplanner.terminal import (
    PASSPHRASE_FILE,
    abandon_output,
    ask_passphrase,
    passphrase_file,
    printable,
    say,
    say_letters_plainly,
    tell,
)

RANGES: Final = ("2w", "6w", "3m", "1y", "all", "session")
INTERRUPTED: Final = 130  # as shells say it: 128 and the number of the signal
PIPE_CLOSED: Final = 141


def main(arguments: Sequence[str], clock: Callable[[], datetime] = local_clock) -> int:
    """Run one command; returns the exit status. `clock` gives the aware local time."""
    try:
        say_letters_plainly()
        return _run(arguments, clock)
    except BrokenPipeError:  # whoever read the output has seen enough
        abandon_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (whatever it is, a person reads one plain sentence)
        return tell(error, clock)


def _run(arguments: Sequence[str], clock: Callable[[], datetime]) -> int:
    try:
        asked = _parsed(arguments)
    except SystemExit as ended:  # help and version say what they have to say, and end
        say()
        return int(ended.code or 0)
    asked.clock = clock
    status: int = asked.run(asked)
    return status


# The commands


def _window(asked: argparse.Namespace) -> int:
    from trustplanner.app import run  # Qt is not needed for anything else here

    return run(asked.vault, demo=asked.demo)


def _demo(asked: argparse.Namespace) -> int:
    from trustplanner.actions.demo import write_demo
    from trustplanner.starting import DEMO_PASSPHRASE

    passphrase = ask_passphrase(asked.passphrase_file) if passphrase_file(asked.passphrase_file) else DEMO_PASSPHRASE
    write_demo(asked.target, passphrase, asked.clock, years=asked.years, commitments=asked.commitments)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from trustplanner.storage.check import check_vault
    from trustplanner.storage.pages import damaged

    report = check_vault(asked.vault_file, ask_passphrase(asked.passphrase_file))
    pages = report.pages
    told = [
        f"File: {asked.vault_file.name}",
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
    say(map(printable, told))
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

    with Vault.open(asked.vault_file, ask_passphrase(asked.passphrase_file), writable=False) as vault:
        today = Runner(vault, asked.clock).now().today
        if asked.first and asked.first > (asked.last or today):
            raise RuleError(Code.CALL_MISTAKE, option="--from is after the last day")
        record = record_between(vault, today, asked.first, asked.last)
    if asked.json:
        say([json.dumps(record_as_json(record), indent=1)])
    else:
        say(record_as_lines(record, recovery_sentences(today)))
    return 0


def _chart(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.exchange.whole_files import require_target, write_whole
    from trustplanner.storage.vault import Vault

    _require_ending(asked.target, ".svg", ".png", ".pdf")
    _require_another_file(asked.target, asked.vault_file)
    require_target(asked.target)
    with Vault.open(asked.vault_file, ask_passphrase(asked.passphrase_file), writable=False) as vault:
        from trustplanner.charts.figure import PictureFormat  # matplotlib, only for who has the passphrase
        from trustplanner.charts.ranges import Range
        from trustplanner.exchange.chart_file import chart_file

        kind = PictureFormat(asked.target.suffix.lower().removeprefix("."))
        today = Runner(vault, asked.clock).now().today
        content = chart_file(vault, today, Range(asked.range), asked.commitment, kind)
    write_whole(asked.target, content)
    return 0


def _report(asked: argparse.Namespace) -> int:
    from trustplanner.exchange.whole_files import require_target, write_whole
    from trustplanner.storage.vault import Vault

    _require_ending(asked.target, ".pdf", ".html")
    _require_another_file(asked.target, asked.vault_file)
    require_target(asked.target)
    with Vault.open(asked.vault_file, ask_passphrase(asked.passphrase_file), writable=False) as vault:
        from trustplanner.ui.kit.report_file import report_file  # Qt, only for who has the passphrase

        content = report_file(vault, asked.clock, asked.target.suffix.lower(), asked.share, asked.since)
    write_whole(asked.target, content)
    return 0


def _export(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.exchange.exports import ARCHIVE, CALENDAR, TABLES, calendar_preview, exported
    from trustplanner.exchange.whole_files import require_target, write_whole
    from trustplanner.storage.vault import Vault

    if asked.target is None and not asked.preview:
        raise RuleError(Code.CALL_MISTAKE, option="-o is needed")
    if asked.target is not None:
        _require_ending(asked.target, CALENDAR, *(() if asked.preview else (ARCHIVE, TABLES)))
        _require_another_file(asked.target, asked.vault_file)
        require_target(asked.target)
    with Vault.open(asked.vault_file, ask_passphrase(asked.passphrase_file), writable=False) as vault:
        now = Runner(vault, asked.clock).now()
        if asked.preview:
            say(calendar_preview(vault, now))
            return 0
        content = exported(vault, asked.target.suffix.lower(), now)
    write_whole(asked.target, content)
    return 0


def _import(asked: argparse.Namespace) -> int:
    _require_ending(asked.file, ".json", ".zip", ".db")
    return (_import_archive if asked.file.suffix.lower() == ".json" else _import_habits)(asked)


def _import_archive(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.exchange.json_archive import needs_writing, take_in
    from trustplanner.exchange.json_reading import read_archive_file
    from trustplanner.storage.file_checks import require_free_place
    from trustplanner.storage.vault import Vault
    from trustplanner.storage.whole_vault import new_vault

    archive = read_archive_file(asked.file)
    if not os.path.lexists(asked.into):
        require_free_place(asked.into)
        with new_vault(asked.into, ask_passphrase(asked.passphrase_file, is_new=True)) as vault:
            Runner(vault, asked.clock).do("Import", take_in, archive)
        say([f"Imported into a new vault: {len(archive.rows)} entries."])
        return 0
    with Vault.open(asked.into, ask_passphrase(asked.passphrase_file)) as vault:
        if not needs_writing(vault, archive):
            say(["The vault holds everything in this file already. Nothing was changed."])
            return 0
        vault.back_up()
        Runner(vault, asked.clock).do("Import", take_in, archive)
    say([f"Imported: {len(archive.rows)} entries."])
    return 0


def _import_habits(asked: argparse.Namespace) -> int:
    from trustplanner.actions.runner import Runner
    from trustplanner.content.catalogue import shipped_catalogue
    from trustplanner.exchange.loop_import import planned_import, take_in_habits
    from trustplanner.exchange.loop_reading import read_habits_file
    from trustplanner.storage.file_checks import require_free_place
    from trustplanner.storage.vault import Vault
    from trustplanner.storage.whole_vault import new_vault

    habits, words = read_habits_file(asked.file), shipped_catalogue().habits()
    if not os.path.lexists(asked.into):
        require_free_place(asked.into)
        with new_vault(asked.into, ask_passphrase(asked.passphrase_file, is_new=True)) as vault:
            taken = Runner(vault, asked.clock).do("Import", take_in_habits, habits).result
        say(taken.lines(words))
        return 0
    with Vault.open(asked.into, ask_passphrase(asked.passphrase_file)) as vault:
        runner = Runner(vault, asked.clock)
        taken = planned_import(vault, runner.now(), habits)
        if taken.rows:
            vault.back_up()
            taken = runner.do("Import", take_in_habits, habits).result
    say([*taken.lines(words), *([] if taken.rows else ["Nothing was changed."])])
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
    asked, unknown = _parser().parse_known_args(arguments)
    if unknown:  # said without its value, which may be a passphrase
        is_option = unknown[0].startswith("-")
        raise RuleError(Code.CALL_MISTAKE, option=unknown[0].partition("=")[0] if is_option else "too many arguments")
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
    return require_possible(day)


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
    _add_report(commands)
    _add_letter(commands)
    _add_export(commands)
    _add_import(commands)
    return parser


def _bare_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False
    )
    command.set_defaults(run=run)
    return command


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    command = _bare_command(commands, name, run, what)
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line is the passphrase; also the variable {PASSPHRASE_FILE}",
    )
    return command


def _add_demo(commands: Any) -> None:
    demo = _command(commands, "demo", _demo, "write the demo story as a vault, with the passphrase demo")
    demo.add_argument("-o", dest="target", type=Path, required=True, metavar="VAULT", help="a new file")
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
    chart.add_argument("--commitment", metavar="NAME", help="short name or id; the first active one if not given")


def _add_report(commands: Any) -> None:
    report = _command(commands, "report", _report, "write the report for a session")
    report.add_argument("vault_file", type=Path, metavar="VAULT")
    report.add_argument("-o", dest="target", type=Path, required=True, metavar="FILE", help="ends in .pdf or .html")
    report.add_argument("--since", type=_day, metavar="DATE", help="first day; the last session if not given")
    report.add_argument(
        "--share",
        choices=("chart", "commitments", "full"),
        default="commitments",
        help="how much; commitments if not given",
    )


def _add_letter(commands: Any) -> None:
    letter = _bare_command(commands, "letter", _letter, "ask about wordings in a letter that may hurt; needs no vault")
    letter.add_argument("file", type=Path, metavar="FILE", help="a text file")
    letter.add_argument("--json", action="store_true", help="as JSON: rule, start, end and question of each hint")


def _add_export(commands: Any) -> None:
    export = _command(commands, "export", _export, "write a vault, or only its days, to a file that is not encrypted")
    export.add_argument("vault_file", type=Path, metavar="VAULT")
    export.add_argument("-o", dest="target", type=Path, metavar="FILE", help="ends in .json, .zip (CSV) or .ics (days)")
    export.add_argument(
        "--preview", action="store_true", help="say what a calendar would show, and write nothing; needs no -o"
    )


def _add_import(commands: Any) -> None:
    take = _command(commands, "import", _import, "read a file into a vault, which is made if it is not there")
    take.add_argument(
        "file", type=Path, metavar="FILE", help="what export writes as .json; a .zip or .db of Loop Habit Tracker"
    )
    take.add_argument("--into", type=Path, required=True, metavar="VAULT")
