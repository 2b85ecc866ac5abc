"""Draws the chart of a view: for a screen, or alone on a page as SVG, PNG or PDF."""

from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO
from typing import Any, Final

from trustplanner.charts.drawing import Drawing, Label
from trustplanner.charts.gutter import gutter_texts
from trustplanner.charts.layers import LAYERS, PAGE_LAYERS, Layer
from trustplanner.charts.layout import Layout, export_layout
from trustplanner.charts.letters import can_draw, wrapped
from trustplanner.charts.library import Figure, FigureCanvasAgg
from trustplanner.charts.page_words import FOOT_LINE, LINE, head_height
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.style import PIXELS_AN_INCH, ChartStyle
from trustplanner.charts.svg import finished
from trustplanner.charts.view import ChartView
from trustplanner.charts.words import paragraph, placed_name, quoted_name, summary

EXPORT_WIDTH: Final = 1000.0  # pixels
EXPORT_MARGIN: Final = 28.0
PNG_RATIO: Final = 2.0
_NO_TRACE_IN_SVG: Final = {"Creator": None, "Date": None, "Format": None, "Type": None}


class PictureFormat(StrEnum):
    """The formats of a picture file."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart; `labels` are all words on it, drawn already or to be painted by the screen."""

    figure: Figure
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class PageShapes:
    """A page of `width` by `height` pixels: all that is drawn as SVG without words, and the words to go over it."""

    svg: bytes
    labels: tuple[Label, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pixels:
    """A finished picture: rows from the top, four bytes a pixel in the order red, green, blue, alpha."""

    width: int
    height: int
    rgba: bytes


def draw(
    view: ChartView,
    style: ChartStyle,
    layout: Layout,
    words: Sentences,
    pixel_ratio: float = 1.0,
    *,
    is_lettered: bool = True,
) -> Chart:
    """The chart for a screen, `layout.width` by `layout.height` logical pixels.

    `pixel_ratio` is the device's. The page around it shows title, paragraph and gutter. May run in any thread. A
    screen that paints `labels` itself asks for a figure that is not lettered; that halves the time.
    """
    drawing = Drawing(empty_figure(layout, style, pixel_ratio), view, style, layout, words)
    return _drawn(drawing, LAYERS, is_lettered=is_lettered)


def _drawn(drawing: Drawing, layers: tuple[Layer, ...], *, is_lettered: bool = True) -> Chart:
    for layer in layers:
        layer(drawing)
    if is_lettered:
        drawing.write()
    return Chart(drawing.figure, tuple(drawing.labels))


def pixels(figure: Figure) -> Pixels:
    """The figure as device pixels, ready for a screen."""
    canvas: Any = FigureCanvasAgg(figure)  # its methods have no types
    canvas.draw()
    width, height = canvas.get_width_height()
    return Pixels(width, height, bytes(canvas.buffer_rgba()))


def draw_page(view: ChartView, style: ChartStyle, words: Sentences, width: float = EXPORT_WIDTH) -> Chart:
    """The chart with its own title, paragraph and gutter, `width` logical pixels wide and as high as it needs.

    Where our fonts lack a letter of the short name, the picture says "commitment 1 of 3" and that it did so.
    """
    words, given = words.on_paper(), view.voice
    view = with_drawable_voice(view, style)
    is_drawable = can_draw(view.title, style.serif) and can_draw(view.title, style.sans)
    sentences = paragraph(view, words, None if is_drawable else placed_name(view, words))
    room = width - 2 * EXPORT_MARGIN
    lines = list(wrapped(" ".join(sentences), style.sans, style.font_px, room))
    title = (
        words.said("name.quoted", title=view.title)
        if is_drawable
        else words.said("name.placed_title", place=view.place, places=view.places)
    )
    foot = [words.said("chart.not_proof")]
    if not is_drawable:
        foot.append(words.said("chart.letters_missing"))
    if view.voice != given:
        foot.append(words.said("chart.voice_letters_missing"))
    foot_height = FOOT_LINE + len(foot) * LINE
    layout = export_layout(width, head_height(len(lines)), foot_height, EXPORT_MARGIN, has_voice=given is not None)
    figure = empty_figure(layout, style)
    drawing = Drawing(figure, view, style, layout, words, gutter_texts(view, words), (title, *lines), tuple(foot))
    return _drawn(drawing, (*LAYERS, *PAGE_LAYERS))


def with_drawable_voice(view: ChartView, style: ChartStyle) -> ChartView:
    """The view without a name, and without words for a 3 and a 7, that hold letters which our fonts lack."""
    voice = view.voice
    if voice is None:
        return view

    def drawable(words: str) -> str:
        return words if can_draw(words, style.serif) and can_draw(words, style.sans) else ""

    segments = (
        replace(segment, three=drawable(segment.three), seven=drawable(segment.seven)) for segment in voice.segments
    )
    return replace(view, voice=replace(voice, name=drawable(voice.name), segments=tuple(segments)))


def picture(view: ChartView, style: ChartStyle, words: Sentences, kind: PictureFormat) -> bytes:
    """The content of a picture file, without any metadata and the same for the same chart.

    Text stays text in SVG and PDF, with the fonts inside. Writing it to a file is the caller's.
    """
    chart = draw_page(view, style, words)
    match kind:
        case PictureFormat.SVG:
            title, description = quoted_name(view, words), summary(view, words.on_paper())
            return finished(as_svg(chart.figure), chart.labels, title=title, description=description)
        case PictureFormat.PNG:
            return _saved(chart.figure, "png", {"Software": None}, dpi=PIXELS_AN_INCH * PNG_RATIO)
        case PictureFormat.PDF:
            return _saved(chart.figure, "pdf", {"Creator": None, "Producer": None, "CreationDate": None})


def as_svg(figure: Figure) -> bytes:
    """The figure without any metadata."""
    return _saved(figure, "svg", _NO_TRACE_IN_SVG)


def _saved(figure: Figure, kind: str, metadata: dict[str, None], dpi: float = PIXELS_AN_INCH) -> bytes:
    stream = BytesIO()
    figure.savefig(stream, format=kind, metadata=metadata, dpi=dpi)
    return stream.getvalue()


def empty_figure(layout: Layout, style: ChartStyle, pixel_ratio: float = 1.0) -> Figure:
    """Paper of the layout's size."""
    size = (layout.width / PIXELS_AN_INCH, layout.height / PIXELS_AN_INCH)
    figure = Figure(figsize=size, dpi=PIXELS_AN_INCH * pixel_ratio, facecolor=style.paper)
    FigureCanvasAgg(figure)
    return figure
