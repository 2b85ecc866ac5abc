"""What each command does when all is well."""

import json
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run, sentence
from tests.exchange.loop_files import backup, tables
from tests.full_vault import FIRST_DAY, PASSPHRASE, Clock
from trustplanner import __version__
from trustplanner.actions import answers, commitments, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.record import build_record
from trustplanner.domain.schedules import daily
from trustplanner.starting import DEMO_PASSPHRASE
from trustplanner.storage.backups import backups
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.commitments import every_commitment, histories
from trustplanner.storage.vault import Vault


@contextmanager
def opened(path: Path) -> Iterator[Runner]:
    with Vault.open(path, PASSPHRASE) as vault:
        yield Runner(vault, Clock(TODAY))


def commitments_in(path: Path) -> int:
    with Vault.open(path, PASSPHRASE, writable=False) as vault:
        return len(vault.read(every_commitment))


def commitment_called(runner: Runner, title: str) -> Commitment:
    return next(found for found in runner.vault.read(every_commitment) if found.title == title)


def test_version_and_help_are_said(run: Run) -> None:
    assert run("--version") == (0, f"trustplanner {__version__}\n", "")
    told = run("--help")
    assert (told.status, told.err) == (0, "")
    for command in ("demo", "check", "record", "chart", "report", "letter", "export", "import"):
        assert f"\n    {command} " in told.out
        assert run(command, "--help").status == 0
    for later in ("backup", "restore"):
        assert later not in told.out


# check


def test_check_says_one_line_each_for_a_sound_vault(run: Run, vault_file: Path) -> None:
    before = vault_file.read_bytes()
    told = run("check", vault_file)
    assert (told.status, told.err) == (0, "")
    lines = dict(line.split(": ", 1) for line in told.out.splitlines())
    assert lines["File"] == "full.vault"
    assert lines["Pages"] == f"{len(before) // 4096}, all verified"
    assert lines["Schema"] == "0001"
    assert (lines["Structure"], lines["References"]) == ("sound", "sound")
    assert "answers 23," in lines["Rows"]
    assert vault_file.read_bytes() == before


def test_check_names_the_page_wherever_one_byte_is_wrong(run: Run, vault_file: Path) -> None:
    sound = vault_file.read_bytes()
    pages = len(sound) // 4096
    for number in range(1, pages + 1):
        damaged = bytearray(sound)
        damaged[(number - 1) * 4096 + 100] ^= 1
        vault_file.write_bytes(damaged)
        told = run("check", vault_file)
        assert told.status == 4
        assert f"Pages: {pages}, damaged: {number}\n" in told.out
        assert f"page {number} of {pages}" in told.err


# record


def test_record_as_json_is_the_record_of_the_vault(run: Run, vault_file: Path) -> None:
    told = run("record", vault_file, "--json")
    assert (told.status, told.err) == (0, "")
    raw = json.loads(told.out)
    with opened(vault_file) as runner:
        record = build_record(runner.vault.read(histories), TODAY)
    assert (raw["from"], raw["to"], raw["today"]) == ("2026-03-02", "2026-03-23", "2026-03-23")
    assert [found["title"] for found in raw["commitments"]] == ["Home by six", "Sport", "Letter"]
    for said, known in zip(raw["commitments"], record.commitments, strict=True):
        assert said["due"] == known.counts.due
        assert (said["low"], said["high"]) == (known.counts.low, known.counts.high)
        assert sum(said["misses"].values()) == said["missed"]
    home = raw["commitments"][0]
    assert (home["kept"], home["partly"], home["missed"]) == (14, 3, 1)
    assert (home["not_applicable"], home["late"], home["misses"]["told_first"]) == (1, 1, 1)
    assert raw["totals"]["due"] == sum(found["due"] for found in raw["commitments"])


def test_record_is_cut_to_the_days_that_were_asked_for(run: Run, vault_file: Path) -> None:
    raw = json.loads(run("record", vault_file, "--json", "--from", "2026-03-03", "--to", "2026-03-11").out)
    assert (raw["from"], raw["to"], raw["today"]) == ("2026-03-03", "2026-03-11", "2026-03-23")
    home = raw["commitments"][0]
    assert (home["kept"], home["partly"], home["missed"], home["unanswered"]) == (4, 1, 1, 2)
    assert (home["not_applicable"], home["late"]) == (1, 1)


def test_record_says_the_same_counts_in_words(run: Run, vault_file: Path) -> None:
    told = run("record", vault_file)
    assert (told.status, told.err) == (0, "")
    assert "14 kept, 3 partly, 1 missed, 2 not answered (and 1 not applicable)." in told.out
    assert "\nLetter (ended)\n" in told.out
    assert told.out.splitlines()[-1].startswith("In all, ")


def test_an_answer_changes_the_record_by_one(run: Run, vault_file: Path) -> None:
    before = json.loads(run("record", vault_file, "--json").out)["commitments"][0]
    with opened(vault_file) as runner:
        home = commitment_called(runner, "Home by six").id
        runner.do("Answer", answers.write, home, FIRST_DAY + timedelta(4), Value.MISSED)
    after = json.loads(run("record", vault_file, "--json").out)["commitments"][0]
    changed = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    assert changed.keys() == {"missed", "unanswered", "late", "high", "misses", "window"}
    assert (after["missed"], after["unanswered"], after["late"]) == (2, before["unanswered"] - 1, 2)


@pytest.mark.parametrize("question", [SafetyQuestion.FEAR, SafetyQuestion.STILL_GOING_ON, SafetyQuestion.STILL_HIDDEN])
def test_what_closes_charts_on_the_screens_closes_them_here_but_not_the_export(
    run: Run, vault_file: Path, question: SafetyQuestion
) -> None:
    with opened(vault_file) as runner:
        runner.do("", plans.answer_safety, {question: SafetyAnswer.YES}, keep_answers=False)
    target = vault_file.with_name("plan.json")
    assert run("record", vault_file).status == 2
    assert run("chart", vault_file, "-o", vault_file.with_name("chart.svg")).status == 2
    assert run("report", vault_file, "-o", vault_file.with_name("report.html")).status == 2
    assert not vault_file.with_name("report.html").exists()
    assert not vault_file.with_name("chart.svg").exists()
    assert run("export", vault_file, "-o", target).status == 0


# report


@pytest.mark.parametrize(("name", "begins"), [("r.pdf", b"%PDF-1."), ("r.html", b"<!doctype html>")])
def test_report_writes_a_private_file_whole(run: Run, vault_file: Path, name: str, begins: bytes) -> None:
    target = vault_file.with_name(name)
    assert run("report", vault_file, "-o", target, "--share", "full") == (0, "", "")
    assert target.read_bytes().startswith(begins)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_report_refuses_another_ending_a_later_day_and_an_unknown_share(run: Run, vault_file: Path) -> None:
    target = vault_file.with_name("r.docx")
    assert run("report", vault_file, "-o", target).status == 2
    later = vault_file.with_name("r.html")
    assert run("report", vault_file, "-o", later, "--since", (TODAY + timedelta(1)).isoformat()).status == 2
    assert run("report", vault_file, "-o", later, "--share", "everything").status == 2
    assert not target.exists()
    assert not later.exists()


# chart


@pytest.mark.parametrize(
    ("name", "begins"), [("c.svg", b"<?xml"), ("c.png", b"\x89PNG\r\n"), ("c.pdf", b"%PDF-"), ("C.PDF", b"%PDF-")]
)
def test_chart_writes_a_private_picture(run: Run, vault_file: Path, name: str, begins: bytes) -> None:
    target = vault_file.with_name(name)
    assert run("chart", vault_file, "-o", target) == (0, "", "")
    assert target.read_bytes().startswith(begins)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def svg_of(run: Run, vault_file: Path, *arguments: str) -> str:
    target = vault_file.with_name("chart.svg")
    assert run("chart", vault_file, "-o", target, *arguments) == (0, "", "")
    return target.read_text(encoding="utf-8")


def test_chart_shows_the_first_active_commitment_or_the_one_that_is_named(run: Run, vault_file: Path) -> None:
    assert "“Home by six”" in svg_of(run, vault_file)
    assert "“Sport”" in svg_of(run, vault_file, "--commitment", "sport")
    with opened(vault_file) as runner:
        letter = commitment_called(runner, "Letter").id
    assert "“Letter”" in svg_of(run, vault_file, "--commitment", letter)


def test_chart_says_the_counts_of_its_range(run: Run, vault_file: Path) -> None:
    assert "14 kept, 3 partly, 1 missed, 2 not answered" in svg_of(run, vault_file)
    two_weeks = json.loads(run("record", vault_file, "--json", "--from", TODAY - timedelta(13)).out)
    home = two_weeks["commitments"][0]
    assert f"{home['kept']} kept, {home['partly']} partly, {home['missed']} missed" in svg_of(
        run, vault_file, "--range", "2w"
    )


def test_chart_of_a_name_that_two_commitments_have_asks_for_the_id(run: Run, vault_file: Path) -> None:
    with opened(vault_file) as runner:
        runner.do("", commitments.create, "sport", Wording("swim", "", daily()), Surroundings(), waits=True)
    target = vault_file.with_name("chart.svg")
    assert run("chart", vault_file, "-o", target, "--commitment", "Sport").status == 2
    assert not target.exists()


# export and import


def test_export_import_export_at_the_same_moment_gives_the_same_file(run: Run, vault_file: Path) -> None:
    first, second = vault_file.with_name("first.json"), vault_file.with_name("second.json")
    another = vault_file.with_name("another.vault")
    assert run("export", vault_file, "-o", first) == (0, "", "")
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert run("import", first, "--into", another).status == 0
    assert run("export", another, "-o", second).status == 0
    assert first.read_bytes() == second.read_bytes()
    assert run("check", another).status == 0
    assert run("record", another, "--json").out == run("record", vault_file, "--json").out


def test_tables_are_written_as_a_private_zip(run: Run, vault_file: Path) -> None:
    target = vault_file.with_name("tables.ZIP")
    assert run("export", vault_file, "-o", target) == (0, "", "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with zipfile.ZipFile(target) as archive:
        assert b"Home by six" in archive.read("commitments.csv")


def test_a_calendar_is_written_as_a_private_file_and_said_before(run: Run, vault_file: Path) -> None:
    target = vault_file.with_name("days.ics")
    said = run("export", vault_file, "--preview")
    assert (said.status, said.err) == (0, "")
    assert run("export", vault_file, "-o", target, "--preview") == said
    assert not target.exists()
    assert run("export", vault_file, "-o", target) == (0, "", "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    content = target.read_text(encoding="utf-8")
    assert content.count("BEGIN:VEVENT") == said.out.count(": Every ")
    assert "Home" not in content + said.out


def test_a_calendar_is_closed_where_commitments_are(run: Run, vault_file: Path) -> None:
    with opened(vault_file) as runner:
        runner.do("", plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    target = vault_file.with_name("days.ics")
    for arguments in (("-o", target), ("--preview",)):
        told = run("export", vault_file, *arguments)
        assert (told.status, told.out, told.err) == (2, "", sentence(Code.STOPPED))
    assert not target.exists()


def test_a_new_vault_stands_alone_and_is_private(run: Run, vault_file: Path, tmp_path: Path) -> None:
    archive = vault_file.with_name("plan.json")
    run("export", vault_file, "-o", archive)
    folder = tmp_path / "new"
    folder.mkdir()
    assert run("import", archive, "--into", folder / "new.vault").status == 0
    assert [path.name for path in folder.iterdir()] == ["new.vault"]
    assert stat.S_IMODE((folder / "new.vault").stat().st_mode) == 0o600


def test_import_into_an_empty_vault_makes_a_backup_before(run: Run, vault_file: Path) -> None:
    archive, empty = vault_file.with_name("plan.json"), vault_file.with_name("empty.vault")
    run("export", vault_file, "-o", archive)
    Vault.create(empty, PASSPHRASE, TEST).close(backup=False)
    told = run("import", archive, "--into", empty)
    assert (told.status, told.err) == (0, "")
    with Vault.open(backups(empty)[0].path, PASSPHRASE, writable=False) as before:
        assert before.read(every_commitment) == ()
    with Vault.open(empty, PASSPHRASE, writable=False) as after:
        assert len(after.read(every_commitment)) == 3


def test_import_of_what_is_there_already_changes_nothing(run: Run, vault_file: Path) -> None:
    archive = vault_file.with_name("plan.json")
    run("export", vault_file, "-o", archive)
    before = vault_file.read_bytes()
    told = run("import", archive, "--into", vault_file)
    assert (told.status, told.err) == (0, "")
    assert "Nothing was changed" in told.out
    assert vault_file.read_bytes() == before
    assert backups(vault_file) == []


def test_import_into_a_vault_with_something_else_is_refused_and_changes_nothing(run: Run, vault_file: Path) -> None:
    archive = vault_file.with_name("plan.json")
    run("export", vault_file, "-o", archive)
    archive.write_text(archive.read_text(encoding="utf-8").replace("Ana lies awake.", "Ana sleeps."), encoding="utf-8")
    before = vault_file.read_bytes()
    assert run("import", archive, "--into", vault_file).status == 2
    assert vault_file.read_bytes() == before
    assert backups(vault_file) == []


@pytest.mark.parametrize("name", ["loop.zip", "loop.db"])
def test_habits_of_loop_are_brought_into_a_vault_and_once_more_change_nothing(
    run: Run, vault_file: Path, name: str
) -> None:
    file = vault_file.with_name(name)
    file.write_bytes(tables() if name == "loop.zip" else backup(vault_file.parent))
    told = run("import", file, "--into", vault_file)
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("Read: ")
    assert 3 in {commitments_in(each.path) for each in backups(vault_file)}  # one was made before it
    record = json.loads(run("record", vault_file, "--json").out)["commitments"]
    meditate = next(found for found in record if found["title"] == "Meditate")
    assert (meditate["stance"], meditate["missed"], meditate["not_applicable"]) == ("waiting", 1, 1)
    assert meditate["late"] == meditate["due"] + 1 > 2
    before = vault_file.read_bytes()
    again = run("import", file, "--into", vault_file)
    assert (again.status, again.out.splitlines()[-1]) == (0, "Nothing was changed.")
    assert vault_file.read_bytes() == before


def test_habits_of_loop_make_a_new_vault(run: Run, vault_file: Path) -> None:
    file, target = vault_file.with_name("loop.zip"), vault_file.with_name("new.vault")
    file.write_bytes(tables())
    assert run("import", file, "--into", target).status == 0
    assert run("check", target).status == 0
    assert "Meditate (waiting)" in run("record", target).out


# demo


def test_demo_writes_a_vault_that_every_command_takes(
    run: Run, tmp_path: Path, passphrase_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRUSTPLANNER_PASSPHRASE_FILE")
    target = tmp_path / "demo.vault"
    assert run("demo", "-o", target) == (0, "", "")
    passphrase_file.write_text(DEMO_PASSPHRASE, encoding="utf-8")
    known = ("--passphrase-file", passphrase_file)
    assert run("check", target, *known).status == 0
    assert len(json.loads(run("record", target, "--json", *known).out)["commitments"]) >= 3
    assert run("chart", target, "-o", tmp_path / "demo.svg", *known).status == 0
    shutil.copy(target, tmp_path / "before")
    assert run("demo", "-o", target).status == 2
    assert target.read_bytes() == (tmp_path / "before").read_bytes()


def test_demo_takes_the_passphrase_that_is_named(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "demo.vault"
    assert run("demo", "-o", target).status == 0
    assert run("check", target).status == 0


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_that_no_plan_can_hold_is_a_mistake_in_the_call(
    run: Run, vault_file: Path, option: str, day: str
) -> None:
    told = run("record", vault_file, option, day)
    assert (told.status, told.err) == (2, sentence(Code.DATE_IMPOSSIBLE))


@pytest.mark.parametrize("given", [["--passphrase", "hunter2"], ["--passphrase=hunter2"], ["hunter2"]])
def test_what_cannot_be_asked_is_not_said_again(run: Run, vault_file: Path, given: list[str]) -> None:
    told = run("check", vault_file, *given)
    assert (told.status, told.out) == (2, "")
    assert "hunter2" not in told.err


def test_a_new_vault_gets_no_short_passphrase(
    run: Run, vault_file: Path, passphrase_file: Path, tmp_path: Path
) -> None:
    assert run("export", vault_file, "-o", tmp_path / "plan.json").status == 0
    passphrase_file.write_text("short\n", encoding="utf-8")
    told = run("import", tmp_path / "plan.json", "--into", tmp_path / "new.vault")
    assert (told.status, told.err) == (2, sentence(Code.PASSPHRASE_SHORT, least=8))
    assert not (tmp_path / "new.vault").exists()


def test_where_nothing_was_due_nothing_is_said_to_be_answered(run: Run, vault_file: Path) -> None:
    told = run("record", vault_file, "--from", "2020-01-01", "--to", "2020-01-31")
    assert "all answered" not in told.out
    assert told.out.endswith("In all, 1 to 31 January 2020: Nothing was due.\n")
