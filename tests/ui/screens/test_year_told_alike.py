"""The demo's year, followed as a new user would: whatever shows it says the same counts, to the last one.

Every number is read from what stands on the screen, in the file, or on the terminal, as words; nothing is asked for it.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.conftest import delete_closed_windows
from tests.ui.person import click, press
from tests.ui.screens.entry_person import is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import planner_opener
from tests.ui.screens.recovery_page.scene import all_words, canvas_of, choose_range, found, wait_for
from tests.words import shipped_words
from trustplanner import cli
from trustplanner.actions.demo import write_demo
from trustplanner.actions.runner import Runner
from trustplanner.charts.ranges import Range
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.recovery_page import RecoveryPage
from trustplanner.ui.screens.report_sheet import ReportSheet
from trustplanner.ui.screens.session_page import SessionPage

EVENING = datetime(2026, 5, 14, 20, 0)  # noqa: DTZ001  (a wall clock; its zone is given when it is asked)
NAMES = ("due", "kept", "partly", "missed", "unanswered", "not_applicable", "late")
SPACE = "\N{NO-BREAK SPACE}"


class Said(NamedTuple):
    """What was read somewhere of one commitment."""

    due: int
    kept: int
    partly: int
    missed: int
    unanswered: int
    not_applicable: int
    late: int


def number(pattern: str, words: str) -> int:
    match = re.search(pattern, words)
    return int(match.group(1)) if match else 0


def read(words: str, late: int | None = None) -> Said:
    """`6 of 8 kept, 1 missed, 1 not answered (and 3 not applicable), 2 late`, or `was due 8 times: 6 kept, ...`."""
    words = words.replace(SPACE, " ")
    due = number(r"\d+ of (\d+) kept", words) or number(r"was due (\d+) times", words) or int("was due once" in words)
    return Said(
        due=due,
        kept=number(r"(\d+)(?: of \d+)? kept", words),
        partly=number(r"(\d+) partly", words),
        missed=number(r"(\d+) missed", words),
        unanswered=number(r"(\d+) not answered", words),
        not_applicable=number(r"(\d+) not applicable", words),
        late=number(r"(\d+) (?:late|written after the day had closed)", words) if late is None else late,
    )


def late_in(sentences: str) -> int:
    is_one = "One answer was written after its day had closed." in sentences
    return number(r"(\d+) answers were written after their day had closed\.", sentences) or int(is_one)


def added(every: list[Said]) -> Said:
    return Said(*(sum(each[place] for each in every) for place in range(len(NAMES))))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("demo") / "demo.vault"
    write_demo(file, "demo", MovedClock(EVENING), profile=TEST)
    return file


@pytest.fixture
def file(written: Path, tmp_path: Path) -> Path:
    return Path(copyfile(written, tmp_path / "demo.vault"))


@pytest.fixture
def planner(
    file: Path, applied_theme: Theme, background: Background, qtbot: QtBot, tmp_path: Path
) -> Iterator[Planner]:
    vault = Vault.open(file, "demo")
    workspace = Workspace(Runner(vault, MovedClock(EVENING)), shipped_words(), applied_theme, background)
    opener = planner_opener(workspace, qtbot, tmp_path)
    opened = opener()
    opened.window().resize(1600, 900)  # so wide that the table has a column for each count
    settle()
    yield opened
    background.wait()
    delete_closed_windows()  # while `opener` keeps the window
    vault.close(backup=False)


# --- what each of them says


def told_by_record(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str) -> dict[str, Said]:
    """`trustplanner record --json`, on a copy, because the window holds the vault; by title, without what is empty."""
    copy, passphrase = tmp_path / "copy.vault", tmp_path / "passphrase"
    copyfile(file, copy)
    passphrase.write_text("demo\n", encoding="utf-8")
    given = ["record", str(copy), "--json", "--passphrase-file", str(passphrase), *(["--from", first] if first else [])]
    capsys.readouterr()
    assert cli.main(given, MovedClock(EVENING)) == 0
    every = json.loads(capsys.readouterr().out)["commitments"]
    assert len({each["title"] for each in every}) == len(every)
    counts = {each["title"]: Said(*(each[name] for name in NAMES)) for each in every}
    return {title: said for title, said in counts.items() if any(said)}


def open_recovery(planner: Planner, title: str, chosen: Range, qtbot: QtBot) -> RecoveryPage:
    """The page of one commitment, as Amends leads there; then the range by a click."""
    [key] = [each.id for each in planner.workspace.read(every_commitment) if each.title == title]
    planner.go(Destination("recovery", key))
    page = seen_as(RecoveryPage, planner, "recovery_page")
    wait_for(page, qtbot)
    choose_range(page, chosen, qtbot)
    return page


def told_by_paragraph(page: RecoveryPage, title: str) -> Said:
    [words] = [words for words in all_words(page) if f"“{title}” was due " in words]
    counts, _, rest = words.partition(". ")
    return read(counts, late_in(rest))


def told_by_chart(page: RecoveryPage) -> Said:
    """Bar by bar with the arrow keys, as the card beside each says it."""
    canvas = canvas_of(page)
    canvas.setFocus()
    press(page, Qt.Key.Key_Home)
    bars: list[Said] = []
    seen = set()
    while (card := canvas.shown_card) is not None and card.first not in seen:
        seen.add(card.first)
        bars.append(read(card.counts, late_in(" ".join(card.notes))))
        press(page, Qt.Key.Key_Right)
    return added(bars)


def told_by_table(page: RecoveryPage) -> Said:
    """The last row, and the rows above it added up."""
    click(found(page, Switch, "recovery_table_switch"))
    model = found(page, RecordTable, "recovery_table").record
    rows = [
        Said(*(int(model.index(row, column).data()) for column in range(1, 1 + len(NAMES))))
        for row in range(model.rowCount())
    ]
    click(found(page, Switch, "recovery_table_switch"))
    assert added(rows[:-1]) == rows[-1]
    return rows[-1]


def told_by_session(planner: Planner) -> dict[str, Said]:
    """From page to page, until the topic ends."""
    press(planner, Qt.Key.Key_6, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    page = seen_as(SessionPage, planner, "session_page")
    told: dict[str, Said] = {}
    while page.detail().startswith("session_since"):
        for block in page.findChildren(QWidget, "session_commitment"):
            if block.isVisible():
                title, counts, *_ = words_in_order(block)
                told[title.removesuffix("  ended")] = read(counts)
        press(page, Qt.Key.Key_Right)
        settle()
    press(page, Qt.Key.Key_Escape)
    settle()
    return told


def words_in_order(block: QWidget) -> list[str]:
    return [label.text() for label in block.findChildren(TextLabel) if label.isVisible()]


def write_report(planner: Planner, folder: Path, qtbot: QtBot, patch: pytest.MonkeyPatch, *, is_whole: bool) -> None:
    planner.go(Destination("report"))
    settle()
    sheet = seen_as(ReportSheet, planner.window(), "report_sheet")
    if is_whole:
        press_button(sheet, "report_since_list_whole_button")
    for kind in ("html", "pdf"):
        target = folder / f"report.{kind}"
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        press_button(sheet, f"report_{kind}_button")
        if is_seen(sheet, "report_write_button"):  # the folder is one that deserves a second look
            press_button(sheet, "report_write_button")
        qtbot.waitUntil(seen_as(Button, sheet, f"report_{kind}_button").isEnabled, timeout=60_000)
        settle()
        assert f"Written: {target.name}" in words_on(sheet)
    press(planner.window(), Qt.Key.Key_Escape)
    settle()


def told_by_html(file: Path) -> tuple[dict[str, Said], dict[str, Said]]:
    """Its sentences, and the last rows of its tables."""
    page = file.read_text(encoding="utf-8")
    sections = re.findall(r"<h3>([^<]*)</h3>\s*<p[^>]*>([^<]*\d+ of \d+ kept[^<]*)<", page)
    sentences = {unescape(title): read(words.split(". Last 28 days")[0]) for title, words in sections}
    tables: dict[str, Said] = {}
    for part in re.findall(r"<section>(?:(?!</section>).)*<table>.*?</table>", page, flags=re.DOTALL):
        [title] = re.findall(r"<h3>([^<]*)</h3>", part)
        rows = re.findall(r'<tr><th scope="row">.*?</tr>', part, flags=re.DOTALL)
        cells = re.findall(r"<td>([^<]*)</td>", rows[-1])
        tables[unescape(title)] = Said(*map(int, cells[: len(NAMES)]))
    return sentences, tables


def told_by_pdf(file: Path, titles: list[str]) -> dict[str, Said]:
    """The table on its first page: kept of due, then the other counts, as the text is copied out of it."""
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
    told: dict[str, Said] = {}
    for title in titles:
        found_row = re.search(rf"{re.escape(title)} (?:(?! of \d).)*?(\d+) of (\d+)((?: \d+){{5}}) ", text)
        assert found_row is not None, title
        kept, due = int(found_row.group(1)), int(found_row.group(2))
        partly, missed, unanswered, not_applicable, late = map(int, found_row.group(3).split())
        told[title] = Said(due, kept, partly, missed, unanswered, not_applicable, late)
    return told


# --- all of them together


@pytest.mark.qt_log_ignore("QBasicTimer::start")  # Qt's cache of fonts, when the thread ends that drew a long report
@pytest.mark.parametrize(("chosen", "first"), [(Range.SESSION, "2026-05-05"), (Range.ALL, "")])
def test_the_year_is_told_alike_to_the_last_count(
    chosen: Range,
    first: str,
    planner: Planner,
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = told_by_record(file, tmp_path, capsys, first)
    assert len(told) >= 3
    assert sum(said.missed for said in told.values()) >= 1
    for title, said in told.items():
        page = open_recovery(planner, title, chosen, qtbot)
        shown = {
            "chart": told_by_chart(page),
            "table": told_by_table(page),
            "paragraph": told_by_paragraph(page, title),
        }
        assert shown == dict.fromkeys(shown, said), title
    if chosen is Range.SESSION:
        assert told_by_session(planner) == told
    write_report(planner, tmp_path, qtbot, monkeypatch, is_whole=chosen is Range.ALL)
    sentences, tables = told_by_html(tmp_path / "report.html")
    assert tables == told
    assert sentences == told
    assert told_by_pdf(tmp_path / "report.pdf", list(told)) == told
