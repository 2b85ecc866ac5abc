"""The report on paper: its pages, and what must not be in the file."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, make_full_vault
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.exchange.report_contents import Part, Report, Share, listed, report_contents
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.report_file import PDF, written_as
from trustplanner.ui.kit.report_pdf import MARGIN_MM, MM_AN_INCH, ReportPages, charts_of

TODAY = FIRST_DAY + timedelta(DAYS + 1)
PAGE = QSizeF(700, 1000)
PLACE = QRect(100, 100, 702, 1002)


@pytest.fixture
def report(qapp: QApplication, tmp_path: Path) -> Iterator[Report]:
    """Three weeks, all that is not private."""
    with Vault.open(make_full_vault(tmp_path), PASSPHRASE, writable=False) as vault:
        yield report_contents(vault, TODAY, shipped_catalogue().report(), Share.FULL, FIRST_DAY)


def test_the_file_says_nothing_of_who_made_it_or_when_and_is_the_same_again(report: Report) -> None:
    content = written_as(report, PDF)
    streams = [_inflated(found) for found in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)]
    for trace in (b"Q\x00t", b"Qt 6", b"QtPdf", b"2026-12", b"root"):
        assert trace not in content
    assert b"/Author ()" in content
    assert not any(b"Qt 6" in stream for stream in streams)
    assert written_as(report, PDF) == content


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_text_is_text_with_its_fonts_inside_and_charts_are_no_pictures(report: Report) -> None:
    content = written_as(report, PDF)
    fonts = set(re.findall(rb"/BaseFont /(\S+)", content))
    assert {b"Literata-Regular", b"AtkinsonHyperlegibleNext-Regular"} <= fonts
    assert content.count(b"/FontFile2") >= len(fonts)
    assert content.count(b"/ToUnicode") >= len(fonts)
    assert b"/Subtype /Image" not in content


def test_no_page_is_empty_and_nothing_is_drawn_outside_its_edges(report: Report) -> None:
    paper = QImage(900, 1200, QImage.Format.Format_RGB32)
    pages = ReportPages(report, charts_of(report), paper, PAGE)
    assert pages.count >= 2
    for page in range(pages.count):
        paper.fill(0xFFFFFF)
        painter = QPainter(paper)
        painter.translate(100, 100)
        pages.draw(painter, page)
        painter.end()
        drawn = {(x, y) for x in range(0, 900, 3) for y in range(0, 1200, 3) if paper.pixel(x, y) != 0xFFFFFFFF}
        assert len(drawn) > 100
        assert all(100 <= x <= 801 and 100 <= y <= 1101 for x, y in drawn)


def test_every_letter_of_the_words_and_the_charts_can_be_selected(report: Report) -> None:
    pages = PdfReader(BytesIO(written_as(report, PDF))).pages
    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    for part in listed(report):
        for line in part.lines:
            if line not in {each.paragraph for each in report.commitments}:
                assert " ".join(line.split()) in text
    for each in report.commitments:  # the chart holds its paragraph in lines of its own
        assert each.paragraph.replace(" ", "") in text.replace(" ", "")
    assert "A share stands only where at least five were due" in text  # five: no ligature swallows its f


def places_on(page: PageObject) -> list[tuple[float, float]]:
    """Where each piece of text begins, in points from the lower left."""
    found: list[tuple[float, float]] = []

    def note(words: str, on_page: list[float], in_text: list[float], *_: object) -> None:
        if words.strip():
            x, y = in_text[4], in_text[5]
            place = (on_page[0] * x + on_page[2] * y + on_page[4], on_page[1] * x + on_page[3] * y + on_page[5])
            found.append(place)

    page.extract_text(visitor_text=note)
    return found


def test_each_page_says_what_it_is_and_all_of_it_stands_inside_the_margins(report: Report) -> None:
    for page in PdfReader(BytesIO(written_as(report, PDF))).pages:
        assert report.words.self_reported in page.extract_text()
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        edge = MARGIN_MM / MM_AN_INCH * 72 - 1
        assert all(edge <= x <= width - edge and edge <= y <= height - edge for x, y in places_on(page))


def test_it_has_a_language_and_a_bookmark_for_each_heading_and_chart(report: Report) -> None:
    content = PdfReader(BytesIO(written_as(report, PDF)), strict=True)
    assert str(content.root_object["/Lang"]) == "en"
    marks: list[tuple[str, int]] = []
    for mark in content.outline:
        assert isinstance(mark, Destination)
        marks.append((str(mark.title), content.get_destination_page_number(mark) or 0))
    assert marks[0] == (report.title, 0)
    assert [words for words, _ in marks if words.startswith(report.words.charts_title)] == [
        f"{report.words.charts_title}: {each.title}" for each in report.commitments
    ]
    assert [page for _, page in marks] == sorted(page for _, page in marks)
    for words, page in marks:
        title = words.removeprefix(f"{report.words.charts_title}: ")
        assert title.replace(" ", "") in content.pages[page].extract_text().replace(" ", "").replace("\n", "")


def test_names_of_any_letters_and_lines_of_five_hundred_stay_inside(report: Report) -> None:
    long = "An agenda line that does not end " * 15
    odd = replace(report.commitments[0], title="לצעוד לאורך הנהר 🌱", counts=long, misses=("x" * 500,))
    many = replace(report, commitments=(odd, *report.commitments), parts=(Part("T" * 60, (long,) * 40),))
    paper = QImage(900, 1200, QImage.Format.Format_RGB32)
    pages = ReportPages(many, charts_of(many), paper, PAGE)
    for page in range(pages.count):
        paper.fill(0xFFFFFF)
        painter = QPainter(paper)
        painter.translate(100, 100)
        pages.draw(painter, page)
        painter.end()
        outside = [(x, y) for x in range(0, 900, 3) for y in range(0, 1200, 3) if not PLACE.contains(x, y)]
        assert all(paper.pixel(x, y) == 0xFFFFFFFF for x, y in outside)
