"""The report in the window: every item is listed first, and what is listed is what is written."""

from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, promise
from tests.exchange.test_whole_files import no_file_larger_than
from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, journal, plans, sessions
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.answers import How, Value
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.exchange.report_contents import Share, listed, report_contents
from trustplanner.storage.queries.sessions import sessions as all_sessions
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.report_sheet import ReportSheet

DAY = timedelta(days=1)
TODAY = MONDAY + 10 * DAY
WORDS = shipped_catalogue().report_sheet()
PRIVATE = "Nobody but me reads this line."
AGENDA = "The evening of the fifth."


@pytest.fixture
def planner(workspace: Workspace, clock: MovedClock, open_planner: OpenPlanner) -> Planner:
    """Ten days of a promise, one missed; a session was held on the fifth day, the next has one thing to talk about."""
    do = workspace.do
    ring = promise(workspace.runner, title="Ring at six")
    for n in range(10):
        clock.go_to(MONDAY + n * DAY)
        do("", answers.write, ring.id, MONDAY + n * DAY, Value.MISSED if n == 7 else Value.KEPT)
    do("", answers.tell, ring.id, MONDAY + 7 * DAY, How.WHEN_ASKED)
    do("", sessions.add_session, MONDAY + 4 * DAY, None, "Dr Lee")
    do("", sessions.add_session, TODAY + 5 * DAY, None, "Dr Lee")
    coming = workspace.read(all_sessions)[-1]
    do("", sessions.add_agenda_line, coming.id, AGENDA)
    do("", journal.write_entry, MONDAY, PRIVATE)
    clock.go_to(TODAY)
    return open_planner()


def open_sheet(planner: Planner) -> ReportSheet:
    planner.go(Destination("report"))
    settle()
    return seen_as(ReportSheet, planner.window(), "report_sheet")


def lines_of(workspace: Workspace, share: Share) -> list[str]:
    words = workspace.catalogue.report()
    report = report_contents(workspace.runner.vault, workspace.today, words, share)
    return [line for part in listed(report) for line in (part.title, *(part.lines or (part.nothing,)))]


def choose_place(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))


def write(sheet: ReportSheet, button: str, qtbot: QtBot) -> None:
    press_button(sheet, button)
    if is_seen(sheet, "report_write_button"):  # the folder is one that deserves a second look
        press_button(sheet, "report_write_button")
    qtbot.waitUntil(seen_as(Button, sheet, button).isEnabled, timeout=20_000)
    settle()


def test_every_item_is_listed_level_by_level_and_private_ones_only_counted(
    planner: Planner, workspace: Workspace
) -> None:
    sheet = open_sheet(planner)
    for share in (Share.COMMITMENTS, Share.FULL, Share.CHART):
        press_button(sheet, f"report_share_list_{share.value}_button")
        said = words_on(sheet)
        assert set(lines_of(workspace, share)) <= set(said)
        assert (AGENDA in said) is (share is Share.FULL)
        assert "Kept back: 1 private item" in said
        assert PRIVATE not in " ".join(said)


def test_the_page_holds_what_was_listed(
    planner: Planner, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet = open_sheet(planner)
    press_button(sheet, "report_share_list_full_button")
    choose_place(monkeypatch, tmp_path / "out")
    write(sheet, "report_html_button", qtbot)
    assert "Written: out.html" in words_on(sheet)
    page = unescape((tmp_path / "out.html").read_text(encoding="utf-8"))
    for line in lines_of(workspace, Share.FULL):
        assert line in page
    assert "5 of 6 kept, 1 missed, all answered." in page
    assert PRIVATE not in page
    assert "Told when asked (1): 11 May" in page


def test_the_whole_record_is_one_click_away(planner: Planner) -> None:
    sheet = open_sheet(planner)
    assert any(". 5 of 6 kept" in words for words in words_on(sheet))
    press_button(sheet, "report_since_list_whole_button")
    assert any(". 9 of 10 kept" in words for words in words_on(sheet))


def test_a_pdf_is_written_while_the_window_lives(
    planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet = open_sheet(planner)
    choose_place(monkeypatch, tmp_path / "out.pdf")
    write(sheet, "report_pdf_button", qtbot)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.glob("out*")] == ["out.pdf"]


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(
    planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet = open_sheet(planner)
    choose_place(monkeypatch, tmp_path / "not there" / "out.pdf")
    write(sheet, "report_pdf_button", qtbot)
    assert any("not there" in words for words in words_on(sheet))
    assert not (tmp_path / "not there").exists()


def test_a_full_disk_is_one_sentence_and_the_file_that_was_there_stays(
    planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "out.pdf").write_bytes(b"old")
    sheet = open_sheet(planner)
    choose_place(monkeypatch, tmp_path / "out.pdf")
    with no_file_larger_than(1000):
        write(sheet, "report_pdf_button", qtbot)
    assert not any(words.startswith("Written:") for words in words_on(sheet))
    assert (tmp_path / "out.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("out*")] == ["out.pdf"]


def printer_chosen(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """The system's dialog is answered with a printer that is a file; one is always there."""

    def taken(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrinter, "isValid", lambda _: True)
    monkeypatch.setattr(QPrintDialog, "exec", taken)


@pytest.mark.qt_log_ignore("QPainter::begin")  # what Qt says of a printer that has gone
@pytest.mark.parametrize(("folder", "said"), [(".", "Handed to the printer."), ("not there", WORDS.printer_failed)])
def test_a_printer_takes_the_pages_or_its_failure_is_one_sentence(
    planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, folder: str, said: str
) -> None:
    sheet = open_sheet(planner)
    printer_chosen(monkeypatch, tmp_path / folder / "paper.pdf")
    click(seen_as(Button, sheet, "report_print_button"))
    qtbot.waitUntil(lambda: said in words_on(sheet), timeout=20_000)
    assert (tmp_path / "paper.pdf").exists() is (folder == ".")


def test_without_a_printer_one_sentence_says_so(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = open_sheet(planner)
    monkeypatch.setattr(QPrinter, "isValid", lambda _: False)
    press_button(sheet, "report_print_button")
    assert WORDS.no_printer in words_on(sheet)


def test_nothing_of_it_is_cut(planner: Planner) -> None:
    assert cut_widgets(open_sheet(planner)) == []


@pytest.mark.parametrize("question", [SafetyQuestion.STILL_GOING_ON, SafetyQuestion.FEAR])
def test_a_private_switch_closes_it(workspace: Workspace, open_planner: OpenPlanner, question: SafetyQuestion) -> None:
    promise(workspace.runner)
    given = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {question: SafetyAnswer.YES}
    workspace.do_quietly(plans.answer_safety, given, keep_answers=False)
    planner = open_planner()
    planner.go(Destination("report"))
    settle()
    assert not is_seen(planner.window(), "report_sheet")


def test_the_session_view_leads_to_it(planner: Planner) -> None:
    planner.go(Destination("session", "session_next:0"))
    settle()
    press_button(planner, "session_report_button")
    settle()
    assert is_seen(planner.window(), "report_sheet")
