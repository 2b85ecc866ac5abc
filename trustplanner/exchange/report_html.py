"""The report as one page of HTML, for screen readers and for who has no PDF: no script, and nothing from elsewhere."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from trustplanner.charts.figure import PictureFormat, picture
from trustplanner.charts.style import Look, chart_style, read_tokens
from trustplanner.charts.table import Table
from trustplanner.exchange.report_contents import OfCommitment, Report, Share

LANGUAGE = "en"
_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#1e2021;background:#fff}"
    "h1,h2,h3{line-height:1.25}table{border-collapse:collapse;width:100%;font-size:.85rem}"
    "th,td{text-align:start;padding:.2rem .5rem .2rem 0;border-bottom:1px solid #ccc;vertical-align:top}"
    "img{max-width:100%;height:auto}section{break-inside:avoid}"
)


def report_html(report: Report) -> bytes:
    """The whole page, the same for the same entries."""
    words = report.words
    has_commitments = report.share is not Share.CHART
    body = [
        f"<h1>{escape(report.title)}</h1>",
        _paragraphs([" ".join((*report.opening, words.self_reported)), words.not_watched]),
        *(_of_commitments(report) if has_commitments else ()),
        *(_section(part.title, part.lines or (part.nothing,)) for part in report.parts),
        f"<h2>{escape(words.charts_title)}</h2>",
        *(_chart(report, found) for found in report.commitments),
        *([_paragraphs(report.events)] if report.share is Share.CHART and report.events else ()),
        *([] if report.commitments else [_paragraphs([words.since_none])]),
        _section(words.how_title, [words.how, words.ask]),
        _paragraphs([words.self_reported]),
    ]
    head = f'<meta charset="utf-8"><title>{escape(report.title)}</title><style>{_STYLE}</style>'
    page = f'<!doctype html>\n<html lang="{LANGUAGE}">\n<head>{head}</head>\n<body>\n' + "\n".join(body)
    return f"{page}\n</body>\n</html>\n".encode()


def _of_commitments(report: Report) -> Iterator[str]:
    """Counts as a sentence each, which is heard more easily than a row of numbers, then the misses."""
    words, found = report.words, report.commitments
    yield f"<h2>{escape(words.since_title)}</h2>"
    yield from (_section(each.title, [each.counts], 3) for each in found)
    yield from () if found else (_paragraphs([words.since_none]),)
    yield f"<h2>{escape(words.misses_title)}</h2>"
    yield from (_section(each.title, each.misses, 3) for each in found if each.misses)
    yield from () if report.has_misses else (_paragraphs([words.misses_none]),)


def _chart(report: Report, found: OfCommitment) -> str:
    said = [found.told] if report.share is Share.CHART else []  # else the parts above say it
    parts = (f"<h3>{escape(found.title)}</h3>", f"<figure>{_image(report, found)}</figure>")
    return "\n".join(["<section>", *parts, _paragraphs(said), _table(found.table), "</section>"])


def _image(report: Report, found: OfCommitment) -> str:
    style = chart_style(read_tokens(), Look.PRINT)
    content = b64encode(picture(found.view, style, report.sentences, PictureFormat.SVG)).decode()
    return f'<img alt="{escape(found.paragraph)}" src="data:image/svg+xml;base64,{content}">'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.headings)
    rows = "\n".join(_row(row.cells) for row in (*table.rows, table.total))
    return f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>"


def _row(cells: Iterable[str]) -> str:
    first, *rest = cells
    others = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{escape(first)}</th>{others}</tr>'


def _section(title: str, lines: Iterable[str], level: int = 2) -> str:
    return f"<section><h{level}>{escape(title)}</h{level}>\n{_paragraphs(lines)}</section>"


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n".join(_escaped(lines))


def _escaped(lines: Iterable[str]) -> Iterator[str]:
    """Words run in their own direction, whoever's they are."""
    return (f'<p dir="auto">{escape(line)}</p>' for line in lines)
