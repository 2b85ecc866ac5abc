"""A letter leaves only on paper or as PDF, and what leaves is said before."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import letters
from trustplanner.domain.letters import SentenceKind
from trustplanner.ui.kit.workspace import Workspace


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the dialog of the system would answer; nobody can press its buttons here."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def characters_in(pdf: bytes) -> set[str]:
    """Every character that the PDF can show, by the tables in it that translate glyphs into text."""
    tables = re.findall(rb"beginbf(?:range|char)(.*?)endbf", pdf, re.DOTALL)
    return {chr(int(code, 16)) for table in tables for code in re.findall(rb"<([0-9A-Fa-f]{4})>", table)}


def test_the_pdf_holds_the_words_and_nothing_else(
    person: LetterPerson, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Ana, I lied & hid <b>it</b>.\n\nאמרתי שקר."
    workspace.do("Write", letters.write_letter, person.letter().id, words)
    workspace.do("Tag", letters.tag_sentence, person.letter().id, words[:20], SentenceKind.HAPPENED)
    choose(monkeypatch, tmp_path / "letter")
    person.press_button("paper")
    assert person.reads("Every word of the letter, as it stands now.")
    assert person.reads("The copy is not encrypted.")
    person.press_button("pdf")
    assert person.reads("Written: letter.pdf")
    written = tmp_path / "letter.pdf"
    raw = written.read_bytes()
    assert raw.startswith(b"%PDF-")
    assert characters_in(raw) >= set("lied&hid<b>/אמרתישקר"), "nothing is read as markup, and no script is lost"
    for name in (b"Trustplanner", b"trustplanner", b"Sam"):
        assert name not in raw


def test_the_words_read_back_as_they_were_written(
    person: LetterPerson, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Ana, All of it was difficult to find: five offices, a fjord, affairs. A fluent lie first."
    workspace.do("Write", letters.write_letter, person.letter().id, words)
    choose(monkeypatch, tmp_path / "letter")
    person.press_button("paper")
    person.press_button("pdf")
    [page] = PdfReader(tmp_path / "letter.pdf", strict=True).pages
    assert " ".join(page.extract_text().split()) == f"{words} 1"  # the page has its number
    assert "\t" not in page.extract_text()


def test_a_folder_that_is_not_there_is_said_in_the_sheet(
    person: LetterPerson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "gone" / "letter.pdf")
    person.press_button("paper")
    person.press_button("pdf")
    assert not person.reads("Written:")
    assert not (tmp_path / "gone").exists()


def test_a_file_that_the_dialog_has_not_asked_about_is_never_replaced(
    person: LetterPerson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.pdf").write_text("something of somebody")
    choose(monkeypatch, tmp_path / "letter")
    person.press_button("paper")
    person.press_button("pdf")
    assert person.reads("There is already a file at")
    assert not person.reads("Written:")
    assert (tmp_path / "letter.pdf").read_text() == "something of somebody"


def test_nothing_on_the_page_sends(person: LetterPerson) -> None:
    assert person.reads("It leaves the app only when you print it. It cannot be sent from here.")


def test_a_key_opens_the_sheet_while_a_letter_is_written(person: LetterPerson) -> None:
    person.keys(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    assert person.sheet().objectName() == "letter_paper_sheet"
