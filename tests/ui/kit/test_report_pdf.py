"""The report on paper: its pages, and what must not be in the file."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QRect, QSizeF
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from benchmarks.vaults import PASSPHRASE as DEMO_PASSPHRASE
from benchmarks.vaults import demo_vault
from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, make_full_vault
from trustplanner.charts.figure import PageShapes
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.exchange.report_contents import Report, Share, listed, report_contents
from trustplanner.exchange.report_lines import Part
from trustplanner.starting import local_clock
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.report_file import PDF, written_as
from trustplanner.ui.kit.report_pages import MM_AN_INCH, ReportPages
from trustplanner.ui.kit.report_pdf import MARGIN_MM, charts_of, draw_pages, page_layout, pages_for

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


def painted(report: Report) -> Iterator[QImage]:
    """Each page on paper with room around it."""
    blank = QImage(900, 1200, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    pages = ReportPages(report, charts_of(report), blank, PAGE)
    for page in range(pages.count):
        paper = blank.copy()
        painter = QPainter(paper)
        painter.translate(100, 100)
        pages.draw(painter, page)
        painter.end()
        yield paper


def test_no_page_is_empty_and_nothing_is_drawn_outside_its_edges(report: Report) -> None:
    papers = list(painted(report))
    assert len(papers) >= 2
    for paper in papers:
        drawn = {(x, y) for x in range(0, 900, 3) for y in range(0, 1200, 3) if paper.pixel(x, y) != 0xFFFFFFFF}
        assert len(drawn) > 100
        assert all(100 <= x <= 801 and 100 <= y <= 1101 for x, y in drawn)


def text_of(report: Report) -> str:
    pages = PdfReader(BytesIO(written_as(report, PDF))).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("share", list(Share))
def test_what_is_listed_is_what_is_written_and_can_be_selected(
    qapp: QApplication, tmp_path: Path, share: Share
) -> None:
    with Vault.open(make_full_vault(tmp_path), PASSPHRASE, writable=False) as vault:
        report = report_contents(vault, TODAY, shipped_catalogue().report(), share, FIRST_DAY)
    text = text_of(report)
    for part in listed(report):
        assert part.title in text
        for line in set(part.lines) - {each.counts for each in report.commitments}:
            assert " ".join(line.split()) in text
    for each in report.commitments:  # what the list says of counts in a sentence stands in the table's cells
        assert " ".join((each.title, each.asks, *each.cells)).strip() in text or share is Share.CHART
    for title in {
        report.words.agenda_title,
        report.words.changes_title,
        report.words.misses_title,
        report.words.since_title,
    }:
        assert (title in text) is any(part.title == title for part in listed(report))
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
    titles = [part.title for part in listed(report)]
    assert {words for words, _ in marks} == {report.title, *titles, report.words.how_title}
    assert [page for _, page in marks] == sorted(page for _, page in marks)
    for words, page in marks:
        assert words.replace(" ", "") in content.pages[page].extract_text().replace(" ", "").replace("\n", "")


def drawn_outside(report: Report) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for paper in painted(report):
        outside = [(x, y) for x in range(0, 900, 3) for y in range(0, 1200, 3) if not PLACE.contains(x, y)]
        found += [place for place in outside if paper.pixel(*place) != 0xFFFFFFFF]
    return found


def many(report: Report, count: int) -> Report:
    """So many commitments, among them names of 500 characters without and with spaces, and right-to-left words."""
    names = ("x" * 500, "Say where I am going and " * 20, "לצעוד לאורך הנהר 🌱", "السير على النهر")
    shown = [
        replace(found, title=title, view=replace(found.view, title=title))
        for found, title in zip(cycle(report.commitments), islice(cycle(names), count), strict=False)
    ]
    return replace(report, commitments=tuple(shown))


def test_twenty_commitments_with_names_of_any_letters_and_lines_of_five_hundred_stay_inside(report: Report) -> None:
    line = "An agenda line that does not end " * 15
    report = many(replace(report, parts=(*report.parts, Part("T" * 60, (line, "y" * 500) * 20))), 20)
    assert drawn_outside(report) == []
    text = text_of(report)
    assert text.count(" ".join(line.split())) + sum("y" * 60 in part for part in text.split()) >= 20
    assert "x" * 60 in text
    assert len(charts_of(report)) == 5


def test_no_line_is_written_on_two_pages_and_no_heading_stands_alone(report: Report) -> None:
    lines = tuple(f"Line number {n} of many that fill the pages of this report." for n in range(150))
    parts = tuple(Part(f"Heading {n}", lines[5 * n : 5 * n + 5]) for n in range(30))
    pages = [page.extract_text() for page in PdfReader(BytesIO(written_as(replace(report, parts=parts), PDF))).pages]
    for line in lines:
        assert sum(page.count(line) for page in pages) == 1
    for part in parts:
        assert [part.title in page.splitlines() for page in pages] == [part.lines[0] in page for page in pages]


@pytest.mark.parametrize("before", range(0, 45, 3))
def test_a_chart_that_goes_to_the_next_page_takes_no_words_with_it(report: Report, before: int) -> None:
    lines = tuple(f"Line number {n} before a chart." for n in range(before))
    report = replace(report, parts=(Part("Before", lines, "Nothing."),), commitments=())
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout())
    high = PageShapes(b'<svg xmlns="http://www.w3.org/2000/svg" width="820" height="900"/>', (), 820, 900)
    assert draw_pages(pages_for(report, [high], writer), writer)
    buffer.close()
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(bytes(content.data()))).pages)
    said = "".join(text.split())
    for words in (*lines, report.words.how_title, report.words.how[-40:], report.words.ask):
        assert "".join(words.split()) in said


def test_each_page_has_its_number_and_its_head(report: Report) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(written_as(report, PDF))).pages]
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 2" in page
    assert all(report.title in page for page in pages)


def test_half_a_year_and_a_year_of_six_fill_two_pages_and_what_is_over_is_told_in_words(qapp: QApplication) -> None:
    with demo_vault() as path, Vault.open(path, DEMO_PASSPHRASE, writable=False) as vault:
        today = local_clock().date()
        words = shipped_catalogue().report()
        report = report_contents(vault, today, words, Share.FULL, today - timedelta(182))
        year = report_contents(vault, today, words, Share.FULL, today - timedelta(364))
    assert len(PdfReader(BytesIO(written_as(report, PDF))).pages) == 2
    assert len(PdfReader(BytesIO(written_as(year, PDF))).pages) == 2
    over = [found.title for found in year.commitments if found.is_over]
    text = " ".join(text_of(year).split())
    assert len(year.commitments) == 6
    assert len(over) == 3
    assert f"since nothing more is due: {over[0]}, {over[1]} and {over[2]}." in text
    [chart] = charts_of(year)
    drawn = {label.words for label in chart.labels}
    assert drawn >= {found.title for found in year.commitments} - set(over)
    assert drawn.isdisjoint(over)
    assert all(text.count(title) >= 2 for title in over)  # its counts, and that nothing more is due


def test_a_vault_without_anything_is_one_page(qapp: QApplication, vault: Vault) -> None:
    report = report_contents(vault, TODAY, shipped_catalogue().report(), Share.FULL)
    [page] = PdfReader(BytesIO(written_as(report, PDF))).pages
    assert report.words.since_none in page.extract_text()


@pytest.mark.parametrize(
    ("country", "width"),
    [(QLocale.Country.UnitedStates, 612), (QLocale.Country.Canada, 612), (QLocale.Country.Germany, 595)],
)
def test_paper_is_the_one_of_the_country(
    report: Report, monkeypatch: pytest.MonkeyPatch, country: QLocale.Country, width: int
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(QLocale.Language.AnyLanguage, country))
    pages = PdfReader(BytesIO(written_as(report, PDF))).pages
    assert len(pages) == 2
    assert {round(float(page.mediabox.width)) for page in pages} == {width}
