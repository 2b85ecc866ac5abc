"""Several commitments on one figure for paper: each its own panels, above what belongs to all of them.

Nothing is added up across commitments. Every figure has one time axis, its signs at the top, and events at the foot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trustplanner.charts import frame, page_words
from trustplanner.charts.drawing import GUIDE_DOTS, Drawing, Label
from trustplanner.charts.figure import PageShapes, as_svg, empty_figure, with_drawable_voice
from trustplanner.charts.gutter import LegendLine, Sign, gutter_texts
from trustplanner.charts.layers import OF_ALL, OF_ONE, Layer
from trustplanner.charts.layout import BOTTOM, GUTTER, MOST_TOGETHER, RIGHT, Box, Layout, Panel
from trustplanner.charts.letters import SEMI_BOLD, can_draw, width_of, wrapped
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.style import ChartStyle
from trustplanner.charts.view import GUIDES, ChartView, MarkKind

WIDTH: Final = 820.0  # pixels; on paper a small letter is then seven points high
HEIGHTS: Final = {Panel.DUE: 56.0, Panel.RANGE: 32.0, Panel.MISSES: 41.0}
GAP: Final = 13.0
COUNTS: Final = 17.0  # above the bars
BETWEEN: Final = 13.0  # above a commitment
VOICE: Final = 96.0
EVENTS: Final = 84.0
LEGEND: Final = 28.0
SIGNS_APART: Final = 18.0
TITLE_PX: Final = 13.5
TITLE_LINE: Final = 16.5
TITLE_LINES: Final = 3
NOTE_LINE: Final = 15.0
BASE: Final = 11.0
ROOM_FOR_WORDS: Final = GUTTER - page_words.GUTTER_MARGIN
_BELOW: Final[tuple[Layer, ...]] = (frame.grid_of_time, frame.guides, *OF_ALL, frame.names_of_time)


def overviews(views: Sequence[ChartView], style: ChartStyle, words: Sentences) -> tuple[PageShapes, ...]:
    """All commitments on as few figures as they need, spread evenly; what belongs to all stands on each."""
    figures = -(-len(views) // MOST_TOGETHER)
    cuts = [len(views) * at // figures for at in range(figures + 1)] if figures else []
    return tuple(_overview(views[cuts[at] : cuts[at + 1]], style, words) for at in range(figures))


def _overview(views: Sequence[ChartView], style: ChartStyle, words: Sentences) -> PageShapes:
    words = words.on_paper()
    shared = with_drawable_voice(_shared(views[0]), style)
    boxes = [_block(place) for place in range(len(views))]
    below = _below(boxes[-1][Panel.MISSES].bottom, has_voice=shared.voice is not None)
    height = below[Panel.EVENTS].bottom + BOTTOM
    figure = empty_figure(_layout(height, {}), style)
    labels: list[Label] = []
    for view, panels in zip(views, boxes, strict=True):
        drawing = Drawing(figure, view, style, _layout(height, panels), words)
        for layer in OF_ONE:
            layer(drawing)
        _beside(drawing)
        labels += drawing.labels
    drawing = Drawing(figure, shared, style, _layout(height, below), words)
    for layer in _BELOW:
        layer(drawing)
    _legend(drawing, views)
    _beside_all(drawing)
    return PageShapes(as_svg(figure), (*labels, *drawing.labels), WIDTH, height)


def _shared(view: ChartView) -> ChartView:
    """What belongs to all: without the terms of this one and its pauses."""
    marks = tuple(mark for mark in view.marks if mark.kind is not MarkKind.TERMS_CHANGED)
    return replace(view, marks=marks, pauses=())


def _layout(height: float, panels: dict[Panel, Box]) -> Layout:
    return Layout(WIDTH, height, GUTTER, WIDTH - RIGHT, 1.0, panels, has_words=True)


def _block(place: int) -> dict[Panel, Box]:
    """The panels of the commitment in this place from the top."""
    whole = BETWEEN + COUNTS + sum(HEIGHTS.values()) + (len(HEIGHTS) - 1) * GAP
    y = LEGEND + place * whole + BETWEEN + COUNTS
    found: dict[Panel, Box] = {}
    for panel, height in HEIGHTS.items():
        found[panel] = Box(y, height)
        y += height + GAP
    return found


def _below(y: float, *, has_voice: bool) -> dict[Panel, Box]:
    found: dict[Panel, Box] = {}
    if has_voice:
        found[Panel.VOICE] = Box(y + 2 * BETWEEN, VOICE)
        y = found[Panel.VOICE].bottom
    found[Panel.EVENTS] = Box(y + BETWEEN, EVENTS)
    return found


# Words beside the panels


def _beside(drawing: Drawing) -> None:
    """The commitment's name, what its bars count, and what the two panels below them are."""
    style, view, panels = drawing.style, drawing.view, drawing.layout.panels
    texts = {text.panel: text for text in gutter_texts(view, drawing.words)}
    y = panels[Panel.DUE].top - COUNTS + BASE
    for line in _title(view, style, drawing.words):
        drawing.text("gutter-heading", 0, y, line, color=style.ink, size=TITLE_PX, weight=SEMI_BOLD)
        y += TITLE_LINE
    _note(drawing, texts[Panel.DUE].heading, y)
    _note(drawing, texts[Panel.RANGE].heading, panels[Panel.RANGE].top + BASE)
    for note in texts[Panel.MISSES].notes:
        _note(drawing, note, panels[Panel.MISSES].top + BASE)
    y = panels[Panel.DUE].top - COUNTS - BETWEEN / 2
    drawing.strokes("block", [((0, y), (drawing.layout.right, y))], drawing.sheet, color=style.edge, linewidth=1.0)


def _title(view: ChartView, style: ChartStyle, words: Sentences) -> Iterator[str]:
    """The name in three lines at most; the whole of it stands beside its counts."""
    if not can_draw(view.title, style.sans, SEMI_BOLD):
        yield words.said("name.placed_title", place=view.place, places=view.places)
        return
    lines = list(wrapped(view.title, style.sans, TITLE_PX, ROOM_FOR_WORDS * 0.96))
    for line in lines[: TITLE_LINES - 1]:
        yield _cut(line, style)
    rest = " ".join(lines[TITLE_LINES - 1 :])
    if rest:
        yield _cut(rest, style)


def _cut(words: str, style: ChartStyle) -> str:
    if width_of(words, style.sans, TITLE_PX, SEMI_BOLD) <= ROOM_FOR_WORDS:
        return words
    end = len(words)
    while end > 1 and width_of(f"{words[:end]}…", style.sans, TITLE_PX, SEMI_BOLD) > ROOM_FOR_WORDS:
        end -= 1
    return f"{words[:end].rstrip()}…"


def _note(drawing: Drawing, words: str, y: float) -> None:
    style = drawing.style
    for line in wrapped(words, style.sans, style.small_px, ROOM_FOR_WORDS):
        drawing.text("gutter-note", 0, y, line, color=style.ink_2)
        y += NOTE_LINE


def _beside_all(drawing: Drawing) -> None:
    for text in gutter_texts(drawing.view, drawing.words):
        if text.panel not in drawing.layout.panels:
            continue
        y, style = drawing.layout.panels[text.panel].top + BASE, drawing.style
        drawing.text("gutter-heading", 0, y, text.heading, color=style.ink, size=TITLE_PX, weight=SEMI_BOLD)
        y += TITLE_LINE
        for line in text.legend:
            page_words.draw_sign(drawing, line.sign, 0, y)
            drawing.text("gutter-legend", page_words.AFTER_SIGN, y, line.words, color=style.ink_2)
            y += TITLE_LINE
        for note in text.notes:
            _note(drawing, note, y)


# The signs, once for all


def _legend(drawing: Drawing, views: Sequence[ChartView]) -> None:
    style, x, y = drawing.style, 0.0, LEGEND - BASE
    for line in _signs(views, drawing.words):
        page_words.draw_sign(drawing, line.sign, x, y)
        x += page_words.AFTER_SIGN
        drawing.text("gutter-legend", x, y, line.words, color=style.ink_2)
        x += width_of(line.words, style.sans, style.small_px) + SIGNS_APART
    if any(mark.kind in GUIDES for view in views for mark in view.marks):
        dots = [((x + page_words.SIGN_WIDTH / 2, y - BASE), (x + page_words.SIGN_WIDTH / 2, y + 3))]
        drawing.strokes("legend-guide", dots, drawing.sheet, color=style.edge, linewidth=1.0, linestyle=GUIDE_DOTS)
        x += page_words.AFTER_SIGN
        drawing.text("gutter-legend", x, y, drawing.words.said("gutter.guide"), color=style.ink_2)


def _signs(views: Sequence[ChartView], words: Sentences) -> Iterator[LegendLine]:
    seen: set[Sign] = set()
    for view in views:
        for text in gutter_texts(view, words):
            for line in text.legend if text.panel is Panel.DUE else ():
                if line.sign not in seen:
                    seen.add(line.sign)
                    yield line
