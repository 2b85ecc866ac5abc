"""The pages of the report: one flow of words and charts, and a head on each page that says what it is and is not.

Qt breaks the flow between lines and never in a chart; a heading goes on where its first line does.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPaintDevice,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from trustplanner.charts.figure import PageShapes
from trustplanner.exchange.pdf_marks import Bookmark
from trustplanner.exchange.report_contents import OfCommitment, Report, Share
from trustplanner.ui.kit.plain_letters import paint_label, plain_font

MM_AN_INCH: Final = 25.4
HEAD_MM: Final = 9.0
SANS, SERIF = "Atkinson Hyperlegible Next", "Literata"
HEAD_POINTS: Final = 8.0
BASE_POINTS: Final = 9.0  # Qt's headings are multiples of it, whatever size a style sheet gives them
INK, INK_2, INK_3, RULE = "#211F1C", "#4D4943", "#645F57", "#857F75"
COLUMNS: Final = (22.0, 11.0, 8.0, 8.0, 8.5, 9.0, 7.5, 26.0)  # per cent of the width
LINE: Final = 87  # per cent of the fonts' own, which are made for screens
MOST_OF_A_PAGE: Final = 0.84  # for a chart, so that its heading and how to read it stand on the same page
CELL_MM: Final = 0.7
_SPACE_ABOVE: Final = {"h1": 0.0, "h3": 2.4, "p": 0.5}  # millimetres
_CHART: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_PLACE: Final = QTextFormat.Property.UserProperty.value + 1
_HOLDER: Final = "\N{OBJECT REPLACEMENT CHARACTER}"


class ReportPages:
    """The pages of a report for one device, `size` dots each."""

    def __init__(self, report: Report, charts: Sequence[PageShapes], device: QPaintDevice, size: QSizeF) -> None:
        self._report = report
        self._whole = size
        self._dots_a_mm = device.logicalDpiY() / MM_AN_INCH
        self._head = HEAD_MM * self._dots_a_mm
        self._size = QSizeF(size.width(), size.height() - self._head)
        self._document = self._laid_out(charts, device)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def bookmarks(self) -> list[Bookmark]:
        """Each heading, with its page."""
        return [
            Bookmark(block.text(), int(self._top(block) // self._size.height()))
            for block in _blocks(self._document)
            if block.blockFormat().headingLevel()
        ]

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page, from 0 on."""
        self._draw_head(painter, page)
        height = self._size.height()
        painter.save()
        painter.translate(0, self._head - page * height)
        # A dot less at each end: Qt would write the lines beside the edge, too, and hide them.
        self._document.drawContents(painter, QRectF(0, page * height + 1, self._size.width(), height - 2))
        painter.restore()

    def _draw_head(self, painter: QPainter, page: int) -> None:
        words = self._report.words
        font = plain_font(SANS)
        font.setPointSizeF(HEAD_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(INK_2))
        line = 4.5 * self._dots_a_mm
        room = QRectF(0, 0, self._whole.width(), line)
        self_reported = words.self_reported if page == 0 else f"{self._report.title}. {words.self_reported}"
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self_reported)
        number = words.page.said(page=page + 1, pages=self.count)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, number)
        painter.setPen(QPen(QColor(RULE), 0.15 * self._dots_a_mm))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _laid_out(self, charts: Sequence[PageShapes], device: QPaintDevice) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        font = plain_font(SERIF)
        font.setPointSizeF(BASE_POINTS)
        document.setDefaultFont(font)
        layout = document.documentLayout()
        layout.setPaintDevice(device)
        self._charts = _Charts(charts, QSizeF(self._size.width(), MOST_OF_A_PAGE * self._size.height()), document)
        layout.registerHandler(_CHART, self._charts)
        document.setDefaultStyleSheet(_style())
        document.setHtml("<body>" + "".join(_in_html(self._report, len(charts))) + "</body>")
        document.setPageSize(self._size)
        _put_charts(document)
        _keep_headings_with_their_lines(document, self._size.height())
        return document

    def _top(self, block: QTextBlock) -> float:
        return self._document.documentLayout().blockBoundingRect(block).top()


class _Charts(QPyTextObject):
    """Draws the charts where the flow holds a place for them, as wide as the page and never higher than it."""

    def __init__(self, charts: Sequence[PageShapes], room: QSizeF, parent: QObject) -> None:
        super().__init__(parent)
        self._charts = charts
        self._room = room

    def intrinsicSize(self, _document: QTextDocument, _at: int, shape: QTextFormat) -> QSizeF:  # noqa: N802  (Qt's name)
        """How much room a chart takes."""
        chart = self._charts[shape.intProperty(_PLACE)]
        scale = self._scale(chart)
        return QSizeF(chart.width * scale, chart.height * scale)

    def drawObject(  # noqa: N802  (Qt's name)
        self, painter: QPainter, room: QRectF | QRect, _document: QTextDocument, _at: int, shape: QTextFormat
    ) -> None:
        """Shapes first, then the words over them."""
        chart = self._charts[shape.intProperty(_PLACE)]
        scale = self._scale(chart)
        painter.save()
        painter.translate(QRectF(room).topLeft())
        painter.scale(scale, scale)
        QSvgRenderer(QByteArray(chart.svg)).render(painter, QRectF(0, 0, chart.width, chart.height))
        for label in chart.labels:
            paint_label(painter, label)
        painter.restore()

    def _scale(self, chart: PageShapes) -> float:
        return min(self._room.width() / chart.width, self._room.height() / chart.height)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _put_charts(document: QTextDocument) -> None:
    """In each place that was held, its chart."""
    place, cursor = 0, document.find(_HOLDER)
    while not cursor.isNull():
        shape = QTextCharFormat()
        shape.setObjectType(_CHART)
        shape.setProperty(_PLACE, place)
        cursor.insertText(_HOLDER, shape)
        place, cursor = place + 1, document.find(_HOLDER, cursor)
    _lay_out_all(document)


def _lay_out_all(document: QTextDocument) -> None:
    """Qt lays out what a change pushed to another page in turns, and can leave the last blocks without lines."""
    document.markContentsDirty(0, document.characterCount())


def _keep_headings_with_their_lines(document: QTextDocument, height: float) -> None:
    """Begin a page before a heading whose first line, or whose chart, would stand on the next one."""
    layout = document.documentLayout()
    for block in _blocks(document):
        after = block.next()
        while after.isValid() and after.blockFormat().headingLevel():
            after = after.next()
        if not block.blockFormat().headingLevel() or not after.isValid():
            continue
        top = layout.blockBoundingRect(block).top()
        first_line = layout.blockBoundingRect(after).top() + after.layout().lineAt(0).rect().bottom()
        if top // height != (first_line - 1) // height and top % height:
            cursor, shape = QTextCursor(block), block.blockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(shape)
            _lay_out_all(document)


def _style() -> str:
    """Spaces are in dots of the screen, whatever is drawn on: Qt scales them as it scales letters."""
    dots_a_mm = QGuiApplication.primaryScreen().logicalDotsPerInchY() / MM_AN_INCH
    above = "".join(f"{name}{{margin-top:{round(space * dots_a_mm)}px}}" for name, space in _SPACE_ABOVE.items())
    pad = round(CELL_MM * dots_a_mm)
    return (
        f"body{{color:{INK};font-family:'{SERIF}'}}h1,h3{{font-weight:500}}"
        f"h1,h3,p{{margin-bottom:0px}}p{{font-size:9pt}}p,td{{line-height:{LINE}%}}p.chart{{line-height:100%}}p.small{{font-size:8.5pt;color:{INK_2}}}{above}"
        f"b{{font-family:'{SANS}';font-size:8.5pt;font-weight:600}}th,td{{font-family:'{SANS}';font-size:8.5pt}}"
        f"table{{border-collapse:collapse}}th{{font-weight:400;color:{INK_2}}}span{{font-size:7.5pt;color:{INK_2}}}"
        f"th,td{{border-bottom:1px solid {RULE};padding:{pad}px {pad}px {pad}px 0px}}"
    )


# The words; Qt lays out a small part of HTML


def _in_html(report: Report, charts: int) -> Iterator[str]:
    words = report.words
    yield f"<h1>{escape(report.title)}</h1>"
    yield _small(" ".join((*report.opening, words.not_watched)))
    if report.share is not Share.CHART:
        yield from _of_commitments(report)
    for part in report.parts:
        yield f"<h3>{escape(part.title)}</h3>"
        yield from map(_line, part.lines or (part.nothing,))
    if charts:
        yield f"<h3>{escape(words.charts_title)}</h3>" + f'<p class="chart">{_HOLDER}</p>' * charts
        yield from map(_small, report.in_words_only)
    if report.share is Share.CHART:
        yield from (_line(words) for words in (*(found.told for found in report.commitments), *report.events))
        yield from () if report.commitments else (_line(words.since_none),)
    yield f"<h3>{escape(words.how_title)}</h3>{_small(words.how)}{_small(words.ask)}"


def _of_commitments(report: Report) -> Iterator[str]:
    words, found = report.words, report.commitments
    yield f"<h3>{escape(words.since_title)}</h3>"
    if not found:
        yield _line(words.since_none)
        return
    yield _table(report)
    yield f"<h3>{escape(words.misses_title)}</h3>"
    if not report.has_misses:
        yield _line(words.misses_none)
    for each in found:
        if each.misses:
            yield f"<p><b>{escape(each.title)}</b> {escape(' '.join(each.misses))}</p>"


def _table(report: Report) -> str:
    """Names at the left, numbers in columns; the head is repeated on each page."""
    head = _cells("th", map(escape, report.headings))
    rows = "".join(f"<tr>{_row(each)}</tr>" for each in report.commitments)
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{rows}</table>'


def _row(found: OfCommitment) -> str:
    """Below the name stands what was promised of it."""
    asks = f"<br><span>{escape(found.asks)}</span>" if found.asks else ""
    return _cells("td", (escape(found.title) + asks, *map(escape, found.cells)))


def _cells(kind: str, cells: Iterable[str]) -> str:
    side = "bottom" if kind == "th" else "top"
    return "".join(
        f'<{kind} width="{width:.2f}%" valign="{side}" align="left">{_unbroken(words)}</{kind}>'
        for words, width in zip(cells, COLUMNS, strict=True)
    )


def _unbroken(words: str) -> str:
    """A per cent sign stays with its figure."""
    return words.replace(" %", "\N{NO-BREAK SPACE}%")


def _line(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _small(words: str) -> str:
    return f'<p class="small">{escape(words)}</p>'
