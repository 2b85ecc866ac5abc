"""Before everything is written into a file: what leaves, item by item."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QGridLayout, QWidget

from tests.ui.screens.entry_person import words_on
from trustplanner.actions import plans
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.storage.tables import TABLES
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
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
