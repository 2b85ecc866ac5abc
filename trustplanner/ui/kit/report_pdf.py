"""The report on paper, drawn by Qt: words first, then the charts as vectors, two on a page.

Words never stand on a page's edge: a paragraph that does not fit goes on where the next page begins.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from trustplanner.charts.figure import PageShapes, page_shapes
from trustplanner.charts.style import Look, chart_style, read_tokens
from trustplanner.exchange.pdf_marks import Bookmark, with_marks
from trustplanner.exchange.report_contents import Report, Share
from trustplanner.exchange.report_html import LANGUAGE
from trustplanner.ui.kit.plain_letters import paint_label, plain_font

DOTS: Final = 300  # an inch
MARGIN_MM: Final = 18.0
FOOT_MM: Final = 10.0
MM_AN_INCH: Final = 25.4
CHARTS_A_PAGE: Final = 2
SANS, SERIF = "Atkinson Hyperlegible Next", "Literata"
FOOT_POINTS: Final = 8.0
BASE_POINTS: Final = 9.0  # Qt's headings are multiples of it, whatever size a style sheet gives them
INK, INK_2 = "#1e2021", "#4a4a46"
_SPACE_ABOVE: Final = {"h1": 0.0, "h2": 4.0, "h3": 2.0, "p": 0.4}  # millimetres
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
    return tuple(page_shapes(found.view, style, report.sentences) for found in report.commitments)


def report_pdf(report: Report) -> bytes:
    """The pages as a PDF of A4, without a word of who made it or when.

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
    """Upright A4 with its margins."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )


def pages_for(report: Report, charts: Sequence[PageShapes], device: QPagedPaintDevice) -> "ReportPages":
    """The pages as they fit this paper."""
    return ReportPages(report, charts, device, QSizeF(device.width(), device.height()))


def draw_pages(pages: "ReportPages", device: QPagedPaintDevice) -> bool:
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


class ReportPages:
    """The pages of a report for one device, `size` dots each; the foot of each says what it is and is not."""

    def __init__(self, report: Report, charts: Sequence[PageShapes], device: QPaintDevice, size: QSizeF) -> None:
        self._report = report
        self._charts = charts
        self._whole = size
        self._size = QSizeF(size.width(), size.height() - FOOT_MM / MM_AN_INCH * device.logicalDpiY())
        self._document = self._words(device)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount() + -(-len(self._charts) // CHARTS_A_PAGE)

    def bookmarks(self) -> list[Bookmark]:
        """Each heading and each chart, with its page."""
        layout, block = self._document.documentLayout(), self._document.begin()
        found: list[Bookmark] = []
        while block.isValid():
            if block.blockFormat().headingLevel():
                top = layout.blockBoundingRect(block).top()
                found.append(Bookmark(block.text(), int(top // self._size.height())))
            block = block.next()
        first = self._document.pageCount()
        shown = self._report.commitments
        charts = f"{self._report.words.charts_title}: "
        return found + [
            Bookmark(f"{charts}{each.title}", first + place // CHARTS_A_PAGE) for place, each in enumerate(shown)
        ]

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page, from 0 on."""
        self._draw_foot(painter, page)
        texts = self._document.pageCount()
        if page < texts:
            self._draw_words(painter, page)
            return
        first = (page - texts) * CHARTS_A_PAGE
        for place, chart in enumerate(self._charts[first : first + CHARTS_A_PAGE]):
            self._draw_chart(painter, chart, place)

    def _draw_foot(self, painter: QPainter, page: int) -> None:
        font = plain_font(SANS)
        font.setPointSizeF(FOOT_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(INK_2))
        foot = f"{self._report.words.self_reported}   {page + 1} / {self.count}"
        painter.drawText(
            QRectF(0, self._size.height(), self._whole.width(), self._whole.height() - self._size.height()),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            foot,
        )

    def _words(self, device: QPaintDevice) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        font = plain_font(SERIF)
        font.setPointSizeF(BASE_POINTS)
        document.setDefaultFont(font)
        document.documentLayout().setPaintDevice(device)
        document.setDefaultStyleSheet(_style(device.logicalDpiY() / MM_AN_INCH))
        document.setHtml("<body>" + "".join(_in_html(self._report)) + "</body>")
        document.setPageSize(self._size)
        _keep_headings_with_their_lines(document, self._size.height())
        return document

    def _draw_words(self, painter: QPainter, page: int) -> None:
        height = self._size.height()
        painter.save()
        painter.translate(0, -page * height)
        self._document.drawContents(painter, QRectF(0, page * height, self._size.width(), height))
        painter.restore()

    def _draw_chart(self, painter: QPainter, chart: PageShapes, place: int) -> None:
        room = self._size.height() / CHARTS_A_PAGE
        scale = min(self._size.width() / chart.width, room / chart.height)
        painter.save()
        painter.translate((self._size.width() - chart.width * scale) / 2, place * room)
        painter.scale(scale, scale)
        QSvgRenderer(QByteArray(chart.svg)).render(painter, QRectF(0, 0, chart.width, chart.height))
        for label in chart.labels:
            paint_label(painter, label)
        painter.restore()


def _keep_headings_with_their_lines(document: QTextDocument, height: float) -> None:
    """Begin a page before a heading whose first line would stand on the next one."""
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        after = block.next()
        while after.isValid() and after.blockFormat().headingLevel():
            after = after.next()
        if block.blockFormat().headingLevel() and after.isValid():
            top, bottom = layout.blockBoundingRect(block).top(), layout.blockBoundingRect(after).bottom()
            if top // height != (bottom - 1) // height and top % height:
                cursor, shape = QTextCursor(block), block.blockFormat()
                shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(shape)
        block = block.next()


def _style(dots_a_mm: float) -> str:
    """Spaces are in dots, the one unit of length that Qt takes for them."""
    above = "".join(f"{name}{{margin-top:{round(space * dots_a_mm)}px}}" for name, space in _SPACE_ABOVE.items())
    return (
        f"body{{color:{INK};font-family:'{SERIF}'}}h1,h2,h3{{font-weight:500}}"
        f"h1,h2,h3,p{{margin-bottom:0px}}p{{font-size:10pt}}p.small{{font-size:9pt;color:{INK_2}}}{above}"
    )


def _in_html(report: Report) -> Iterator[str]:
    """The words of the report; Qt lays out a small part of HTML."""
    words = report.words
    yield f"<h1>{escape(report.title)}</h1>"
    yield _small(f"{report.written} {words.not_watched}")
    yield f"<h2>{escape(words.how_title)}</h2>{_small(words.how)}{_small(words.ask)}"
    if report.share is not Share.CHART:
        yield f"<h2>{escape(words.since_title)}</h2>"
        for found in report.commitments:
            yield f"<h3>{escape(found.title)}</h3>"
            yield from (f"<p>{escape(line)}</p>" for line in (found.counts, *found.misses))
    if not report.commitments:
        yield f"<p>{escape(words.since_none)}</p>"
    for part in report.parts:
        yield f"<h2>{escape(part.title)}</h2>"
        yield from (f"<p>{escape(line)}</p>" for line in part.lines or (part.nothing,))


def _small(words: str) -> str:
    return f'<p class="small">{escape(words)}</p>'


def _without_traces(content: bytes) -> bytes:
    """Without the moment and the maker; as long as before, because a PDF counts its bytes."""
    content = _DATES.sub(lambda found: found[1] + _NO_DAY + found[3], content)
    content = _MAKER.sub(lambda found: found[1] + b" " * len(found[2]) + found[3], content)
    content = _XMP_MAKER.sub(lambda found: b" " * len(found[0]), content)
    content = _XMP_DATES.sub(lambda found: found[1] + _NO_XMP_DAY + found[2], content)
    content = _FILE_NAMES.sub(lambda found: b"<" + b"0" * (len(found[0]) - 2) + b">", content)
    return _XMP_NAMES.sub(lambda found: found[1] + b"0" * 36, content)
