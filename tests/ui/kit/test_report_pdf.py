"""The report on paper: its pages, and what must not be in the file."""

import re
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, make_full_vault
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.exchange.report_contents import Report, Share, report_contents
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.report_file import PDF, written_as
from trustplanner.ui.kit.report_pdf import ReportPages, charts_of

TODAY = FIRST_DAY + timedelta(DAYS + 1)
PAGE = QSizeF(700, 1000)


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
