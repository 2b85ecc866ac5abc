"""Before everything is written into a file: what leaves, item by item."""

import resource
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from tests.builders import promise
from tests.ui.person import type_words
from tests.ui.screens.entry_person import is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import plans
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import Unit, times_a
from trustplanner.exchange.exports import calendar_preview
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.tables import TABLES
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.export_sheet import ExportSheet

KEPT = "Your kept answers to the private questions"


@pytest.mark.parametrize("keeps", [True, False])
def test_kept_private_answers_are_named_among_what_leaves(
    workspace: Workspace, show_page: Callable[..., QWidget], tmp_path: Path, keeps: bool
) -> None:
    no = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    for _ in range(2):
        workspace.do_quietly(plans.answer_safety, no, keep_answers=keeps)
    page = QWidget()
    window = show_page(page)
    sheet = ExportSheet(workspace, DeviceSettings(tmp_path / "settings.ini"), window)
    sheet.open()
    said = words_on(sheet)
    assert KEPT in said
    grid = next(grid for grid in sheet.findChildren(QGridLayout) if grid.count())
    texts = [label.text() for label in sheet.findChildren(TextLabel) if grid.indexOf(label) >= 0]
    assert texts[texts.index(KEPT) + 1] == ("2" if keeps else "0")


def test_every_kind_of_row_that_leaves_is_named(
    workspace: Workspace, show_page: Callable[..., QWidget], tmp_path: Path
) -> None:
    sheet = ExportSheet(workspace, DeviceSettings(tmp_path / "settings.ini"), show_page(QWidget()))
    named = [table for _, tables in sheet._listed() for table in tables]
    assert len(named) == len(set(named))
    assert {table.name for table in TABLES.values()} - set(named) == {"drafts"}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_leaves_begins_in_sight_whatever_kind_of_file_is_chosen(
    open_planner: OpenPlanner, workspace: Workspace, scale: float
) -> None:
    promise(workspace.runner)
    workspace.theme.set_text_scale(scale)
    planner = open_planner()
    planner.window().resize(1280, 800) if scale > 1 else planner.window().resize(900, 600)
    planner.go(Destination("export"))
    settle()
    sheet = seen_as(ExportSheet, planner.window(), "export_sheet")
    first = {"json": "Names, kind of breach and contact", "zip": "Names, kind of breach and contact", "ics": "Note for"}
    for key, words in first.items():
        press_button(sheet, f"export_format_list_{key}_button")
        settle()
        shown = [each for each in sheet.findChildren(TextLabel) if each.isVisible() and each.text().startswith(words)]
        assert shown
        assert not shown[0].visibleRegion().isEmpty()
        note = workspace.catalogue.export_notes().formats[key]
        chosen = seen(sheet, f"export_format_list_{key}_button")
        assert note in chosen.accessibleName()


# --- the three kinds of files


@pytest.fixture
def export(
    open_planner: OpenPlanner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], tuple[ExportSheet, Path]]:
    """Open the sheet, choose a kind of file with its number, and a place to write to."""

    def open_at(key: str) -> tuple[ExportSheet, Path]:
        planner = open_planner()
        target = tmp_path / "out" / "left"
        target.parent.mkdir(exist_ok=True)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        planner.go(Destination("export"))
        settle()
        sheet = seen_as(ExportSheet, planner.window(), "export_sheet")
        press_button(sheet, f"export_format_list_{key}_button")
        settle()
        return sheet, target.with_name(f"left.{key}")

    return open_at


def write(sheet: ExportSheet) -> None:
    press_button(sheet, "export_choose_button")
    if is_seen(sheet, "export_write_button"):  # the folder is one that deserves a second look
        press_button(sheet, "export_write_button")
    settle()


Export = Callable[[str], tuple[ExportSheet, Path]]


def test_as_tables_the_same_leaves_that_is_listed(export: Export, workspace: Workspace) -> None:
    promise(workspace.runner)
    sheet, target = export("zip")
    listed = dict(sheet._contents())
    assert "begin with an apostrophe" in " ".join(option.note for option in sheet._offered())
    write(sheet)
    with zipfile.ZipFile(target) as archive:
        rows = {name: len(archive.read(name).decode().splitlines()) - 1 for name in archive.namelist()}
    assert rows["commitments.csv"] == 1
    assert listed["Commitments, with their terms and pauses"] == sum(
        rows[f"{name}.csv"] for name in ("commitments", "terms", "pauses", "views")
    )


def test_a_calendar_shows_every_line_before_it_is_written(export: Export, workspace: Workspace) -> None:
    promise(workspace.runner)
    promise(workspace.runner, times_a(Unit.WEEK, 2))
    sheet, target = export("ics")
    said = words_on(sheet)
    lines = list(calendar_preview(workspace.runner.vault, workspace.runner.now()))
    assert set(lines) <= set(said)
    write(sheet)
    text = target.read_text()
    titles = [line.removeprefix("SUMMARY:") for line in text.splitlines() if line.startswith("SUMMARY:")]
    assert titles == ["Note for today", "Weekly review"]
    assert [line.partition(":")[0] for line in lines[:2]] == titles
    assert all(commitment.title not in text for commitment in workspace.read(every_commitment))


def test_a_calendar_can_have_one_neutral_title_of_ones_own(export: Export, workspace: Workspace) -> None:
    promise(workspace.runner)
    sheet, target = export("ics")
    field = seen_as(LineField, sheet, "export_title_field")
    field.setFocus()
    type_words(sheet, "Tea")
    settle()
    assert any(said.startswith("Tea: ") for said in words_on(sheet))
    write(sheet)
    assert "SUMMARY:Tea\r\n" in target.read_bytes().decode()
    again, _ = export("ics")
    assert seen_as(LineField, again, "export_title_field").text() == "Tea"


def test_a_title_that_names_somebody_is_not_written(export: Export, workspace: Workspace) -> None:
    promise(workspace.runner)
    sheet, target = export("ics")
    seen_as(LineField, sheet, "export_title_field").setFocus()
    type_words(sheet, "For Ana")
    settle()
    assert workspace.catalogue.export_notes().calendar_title_refused in words_on(sheet)
    assert not seen(sheet, "export_choose_button").isEnabled()
    assert not target.exists()


def test_without_anything_to_come_the_calendar_says_that_it_is_empty(export: Export, workspace: Workspace) -> None:
    sheet, _ = export("ics")
    assert workspace.catalogue.calendar().nothing in words_on(sheet)


def test_when_commitments_are_closed_a_calendar_is_refused_in_the_sheet(export: Export, workspace: Workspace) -> None:
    workspace.do_quietly(plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    sheet, _ = export("ics")
    assert workspace.catalogue.error_sentence(Code.STOPPED) in words_on(sheet)
    assert not seen(sheet, "export_choose_button").isEnabled()
    press_button(sheet, "export_format_list_json_button")
    assert seen(sheet, "export_choose_button").isEnabled()


@pytest.mark.parametrize("key", ["json", "zip", "ics"])
def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(
    export: Export, workspace: Workspace, key: str
) -> None:
    sheet, target = export(key)
    target.parent.rmdir()
    write(sheet)
    assert sheet.isVisible()
    sentence = workspace.catalogue.error_sentence(Code.FOLDER_MISSING, path=str(target.parent))
    assert sentence in words_on(sheet)
    assert not target.parent.exists()


@pytest.mark.parametrize("key", ["json", "zip", "ics"])
def test_on_a_full_disk_nothing_is_half_written(
    export: Export, workspace: Workspace, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, target = export(key)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, limits[1]))
    try:
        write(sheet)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert sheet.isVisible()
    assert list(target.parent.iterdir()) == []
