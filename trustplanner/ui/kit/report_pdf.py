"""The report as a PDF or for a printer, without a word of who made it or when."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from trustplanner.charts.figure import PageShapes
from trustplanner.charts.overview import overviews
from trustplanner.charts.style import Look, chart_style, read_tokens
from trustplanner.exchange.pdf_marks import with_marks
from trustplanner.exchange.report_contents import Report
from trustplanner.exchange.report_html import LANGUAGE
from trustplanner.ui.kit.paper import upright_page
from trustplanner.ui.kit.report_pages import ReportPages

DOTS: Final = 300  # an inch
MARGIN_MM: Final = 17.0
_DATES: Final = re.compile(rb"(/(?:Creation|Mod)Date \()(D:\d{14}Z)(\))")
_MAKER: Final = re.compile(rb"(/Producer \()([^)]*)(\))")
_NO_DAY: Final = b"D:20000101000000Z"
_XMP_MAKER: Final = re.compile(rb"Qt \d+\.\d+\.\d+")
_XMP_DATES: Final = re.compile(rb'(xmp:\w+Date=")[^"]{25}(")')
_NO_XMP_DAY: Final = b"2000-01-01T00:00:00+00:00"
_FILE_NAMES: Final = re.compile(rb"<[0-9a-f]{32,}>")  # the two names of the file in its trailer
_XMP_NAMES: Final = re.compile(rb"(uuid:)[0-9a-f-]{36}")


def charts_of(report: Report) -> tuple[PageShapes, ...]:
    """The charts of all commitments as vectors; this takes longest, and may be done in any thread."""
    style = chart_style(read_tokens(), Look.PRINT)
    return overviews([found.view for found in report.drawn], style, report.sentences)


def report_pdf(report: Report) -> bytes:
    """The pages as a PDF, without a word of who made it or when.

    Needs a `QGuiApplication` and the bundled fonts. Two drawings of the same entries are the same bytes.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(report.title)
    writer.setCreator("")
    writer.setPageLayout(page_layout())
    pages = pages_for(report, charts_of(report), writer)
    draw_pages(pages, writer)
    buffer.close()
    return with_marks(_without_traces(bytes(content.data())), pages.bookmarks(), LANGUAGE)


def page_layout() -> QPageLayout:
    """The paper of the country with the report's margins."""
    return upright_page(MARGIN_MM)


def pages_for(report: Report, charts: Sequence[PageShapes], device: QPagedPaintDevice) -> ReportPages:
    """The pages as they fit this paper."""
    return ReportPages(report, charts, device, QSizeF(device.width(), device.height()))


def draw_pages(pages: ReportPages, device: QPagedPaintDevice) -> bool:
    """Draw all pages; False if the device cannot be drawn on, as a printer that has gone."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    for page in range(pages.count):
        if page and not device.newPage():
            painter.end()
            return False
        pages.draw(painter, page)
    return painter.end()


def _without_traces(content: bytes) -> bytes:
    """Without the moment and the maker; as long as before, because a PDF counts its bytes."""
    content = _DATES.sub(lambda found: found[1] + _NO_DAY + found[3], content)
    content = _MAKER.sub(lambda found: found[1] + b" " * len(found[2]) + found[3], content)
    content = _XMP_MAKER.sub(lambda found: b" " * len(found[0]), content)
    content = _XMP_DATES.sub(lambda found: found[1] + _NO_XMP_DAY + found[2], content)
    content = _FILE_NAMES.sub(lambda found: b"<" + b"0" * (len(found[0]) - 2) + b">", content)
    return _XMP_NAMES.sub(lambda found: found[1] + b"0" * 36, content)
