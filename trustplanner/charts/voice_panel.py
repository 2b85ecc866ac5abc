"""Panel 4: their readings as dots in their own ink, never joined; "not today" as a dash below the axis."""

from collections.abc import Sequence
from typing import Final

from trustplanner.charts.drawing import SHORT_DOTS, Drawing, middle
from trustplanner.charts.frame import FIGURE_HEIGHT, TICK_GAP
from trustplanner.charts.layout import Panel
from trustplanner.charts.letters import width_of
from trustplanner.charts.voice import ANCHORED, ReadingPoint, Segment
from trustplanner.domain.their_voice import HIGHEST_READING

DOT: Final = 11.0  # pixels
DASH: Final = 12.0
DASH_EDGE: Final = 2.0
DASH_AT: Final = -0.9  # below the axis
FIGURE_GAP: Final = 9.0
WORDS_GAP: Final = 10.0
ANCHOR_PX: Final = 12.5
ABOVE_LINE: Final = 7.0  # pixels from a dotted line to the base line of its words
BELOW_LINE: Final = 14.0
FEWEST_LETTERS: Final = 5  # of their words, where there is no room for all of them
ELLIPSIS: Final = "…"

Span = tuple[float, float]


def axis_of_readings(drawing: Drawing) -> None:
    """The axis at 0, and hairlines with their figures at 5 and 10."""
    if drawing.view.voice is None:
        return
    style, layout = drawing.style, drawing.layout
    for height in (0, HIGHEST_READING // 2, HIGHEST_READING):
        y, is_axis = _y(drawing, height), height == 0
        if height != HIGHEST_READING // 2:
            line = [((layout.left, y), (layout.right, y))]
            gid, color = ("axis-of-readings", style.edge) if is_axis else ("top-of-readings", style.rule)
            drawing.strokes(gid, line, drawing.sheet, color=color, linewidth=1.0)
        base = y + FIGURE_HEIGHT * style.small_px / 2
        drawing.text("tick", layout.left - TICK_GAP * style.scale, base, str(height), color=style.ink_3, align="right")


def anchors(drawing: Drawing) -> None:
    """Dotted lines at 3 and 7 over the days for which their words hold, and the words as far as they fit."""
    voice = drawing.view.voice
    if voice is None:
        return
    for place, segment in enumerate(voice.segments):
        left = drawing.layout.left if place == 0 else drawing.axis.start_of(segment.first)
        right = drawing.axis.end_of(segment.last) if place + 1 < len(voice.segments) else drawing.layout.right
        right -= 0 if place + 1 == len(voice.segments) else WORDS_GAP
        for height in ANCHORED:
            if segment.words(height):
                _anchor(drawing, segment, height, (left, right))


def _anchor(drawing: Drawing, segment: Segment, height: int, span: Span) -> None:
    style, y = drawing.style, _y(drawing, height)
    line = [((span[0], y), (span[1], y))]
    drawing.strokes(f"anchor-{height}", line, drawing.sheet, color=style.theirs, linewidth=1.0, linestyle=SHORT_DOTS)
    size = ANCHOR_PX * style.scale
    said = _shortened(drawing, segment.words(height), height, span[1] - span[0])
    if not said:
        return
    width = width_of(said, style.serif, size)
    at_start, at_end = span[0] + 2, span[1] - width - 2
    places = [(x, is_above) for x in (at_start, at_end) for is_above in (True, False)]
    x, is_above = min(places, key=lambda place: _dots_in(drawing, height, place[0], width, is_above=place[1]))
    base = y - ABOVE_LINE * style.scale if is_above else y + BELOW_LINE * style.scale
    drawing.text("anchor-words", x, base, said, color=style.theirs, size=size, family=style.serif)


def _shortened(drawing: Drawing, words: str, height: int, room: float) -> str:
    """`7: “I stop checking”`, cut after a word to the room there is; nothing where that leaves no word."""
    style, size = drawing.style, ANCHOR_PX * drawing.style.scale
    after_words = [length for length in range(FEWEST_LETTERS, len(words)) if words[length].isspace()]
    within = [] if after_words else range(FEWEST_LETTERS, len(words))  # one long word, or a script without spaces
    for length in (len(words), *reversed(after_words or within)):
        shown = words if length == len(words) else words[:length].rstrip() + ELLIPSIS
        said = drawing.words.said("voice.anchor", n=height, words=shown)
        if width_of(said, style.serif, size) <= room:
            return said
    return ""


def _dots_in(drawing: Drawing, height: int, start: float, width: float, *, is_above: bool) -> int:
    """How many dots stand where words of this width would, above or below the line at this height."""
    voice, room = drawing.view.voice, DOT * drawing.style.scale
    values = (height + 1, height + 2) if is_above else (height - 2, height - 1)
    days = [point.day for point in voice.given if point.value in values] if voice is not None else []
    return sum(start - room <= drawing.axis.middle_of(day) <= start + width + 2 * room for day in days)


def readings(drawing: Drawing) -> None:
    """The dots, each with its figure where that has room; no line ever joins them."""
    voice = drawing.view.voice
    if voice is None:
        return
    style, points = drawing.style, [(middle(point.day), float(point.value or 0)) for point in voice.given]
    scale = style.scale * drawing.sign_scale(len(points))
    look = {"marker": "o", "markersize": DOT * scale, "markeredgewidth": 0.0}
    drawing.markers("reading", points, drawing.panels[Panel.VOICE], color=style.theirs, **look)
    xs = [drawing.axis.middle_of(point.day) for point in voice.given]
    for point, x, at in _beside(drawing, voice.given, xs, [str(point.value) for point in voice.given], style.font_px):
        base = _y(drawing, point.value or 0) + FIGURE_HEIGHT * style.font_px / 2
        drawing.text("reading-figure", x, base, at, color=style.theirs, size=style.font_px)


def not_today(drawing: Drawing) -> None:
    """A dash below the axis with its words, where these have room."""
    voice = drawing.view.voice
    if voice is None:
        return
    style, points = drawing.style, [(middle(point.day), DASH_AT) for point in voice.not_today]
    scale = style.scale * drawing.sign_scale(len(voice.readings))
    look = {"marker": "_", "markersize": DASH * scale, "markeredgewidth": DASH_EDGE * scale}
    drawing.markers("not-today", points, drawing.panels[Panel.VOICE], color=style.theirs, **look)
    xs = [drawing.axis.middle_of(point.day) for point in voice.not_today]
    said = [drawing.words.said("voice.not_today")] * len(xs)
    for _, x, words in _beside(drawing, voice.not_today, xs, said, style.small_px):
        base = _y(drawing, DASH_AT) + FIGURE_HEIGHT * style.small_px / 2
        drawing.text("not-today-words", x, base, words, color=style.theirs)


def _beside(
    drawing: Drawing, points: Sequence[ReadingPoint], xs: Sequence[float], said: Sequence[str], size: float
) -> list[tuple[ReadingPoint, float, str]]:
    """Where the words of each sign stand: to its right, else to its left, else nowhere."""
    gap, style = FIGURE_GAP * drawing.style.scale, drawing.style
    taken: list[Span] = [(x - gap, x + gap) for x in xs]
    taken += [(-gap, drawing.axis.left), (drawing.layout.right, drawing.layout.width)]
    found: list[tuple[ReadingPoint, float, str]] = []
    for point, x, words in zip(points, xs, said, strict=True):
        width = width_of(words, style.sans, size)
        for start in (x + gap, x - gap - width):
            if not any(left < start + width and start < right for left, right in taken):
                found.append((point, start, words))
                taken.append((start, start + width))
                break
    return found


def _y(drawing: Drawing, height: float) -> float:
    """Pixels from the top at a height of the panel's scale."""
    box, scale = drawing.layout.panels[Panel.VOICE], drawing.scales[Panel.VOICE]
    return box.bottom - (height - scale.low) * drawing.px_a_unit(Panel.VOICE)
