"""The chart as a file: what leaves, and where to."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.person import click
from tests.ui.screens.recovery_page.scene import all_words, found
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.screens.recovery_page import RecoveryPage


def save_picture(page: RecoveryPage, target: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> SheetDialog:
    """Save as a person does; the file dialog of the system is answered."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kinds: (str(target), ""))
    click(found(page, Button, "recovery_picture_button"))
    sheet = found(page.window(), SheetDialog, "recovery_picture_sheet")
    choose = found(sheet, Button, "recovery_picture_choose_button")
    click(choose)
    again = [button for button in sheet.findChildren(Button, "recovery_picture_write_button") if button.isVisible()]
    if again:
        click(again[0])
    qtbot.waitUntil(choose.isEnabled)
    return sheet


def test_the_picture_is_written_whole_without_metadata_after_a_list_of_what_leaves(
    page: RecoveryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "out" / "chart"
    target.parent.mkdir(mode=0o700)
    sheet = save_picture(page, target, monkeypatch, qtbot)
    assert page.shown is not None
    listed = all_words(sheet)
    assert "“Ring at six”" in listed
    assert str(len(page.shown.view.misses)) in listed
    assert page.shown.view.voice is not None
    readings = listed.index("Their readings, with their own words for a 3 and a 7")
    assert listed[readings + 1] == str(len(page.shown.view.voice.readings))
    assert any(words.startswith("Written: chart.svg") for words in listed)
    written = [path.name for path in target.parent.iterdir()]
    assert written == ["chart.svg"]
    content = (target.parent / "chart.svg").read_text(encoding="utf-8")
    assert content.startswith("<?xml")
    assert content.rstrip().endswith("</svg>")
    assert "Ring at six" in content
    for word in ("matplotlib", "dc:date", "rdf:RDF", "Creator", str(tmp_path)):
        assert word not in content, word


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(
    page: RecoveryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet = save_picture(page, tmp_path / "not there" / "chart.svg", monkeypatch, qtbot)
    assert any("not there" in words for words in all_words(sheet))
    assert not (tmp_path / "not there").exists()


def test_a_file_that_the_dialog_has_not_asked_about_is_never_replaced(
    page: RecoveryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "chart.svg").write_text("something of somebody")
    sheet = save_picture(page, tmp_path / "chart", monkeypatch, qtbot)
    assert any(words.startswith("There is already a file at") for words in all_words(sheet))
    assert (tmp_path / "chart.svg").read_text() == "something of somebody"


def test_no_place_chosen_writes_nothing(page: RecoveryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kinds: ("", ""))
    click(found(page, Button, "recovery_picture_button"))
    click(found(page.window(), Button, "recovery_picture_choose_button"))
    assert not any(path.suffix == ".svg" for path in tmp_path.rglob("*"))
