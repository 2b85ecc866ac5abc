"""Panel 5: what happened, on one line: events, sessions and changed terms."""

from typing import Final, NamedTuple

from trustplanner.charts.drawing import Drawing, middle
from trustplanner.charts.event_words import placed_words
from trustplanner.charts.layout import Panel
from trustplanner.charts.view import Mark, MarkKind

LINE_AT: Final = 0.8  # of the panel's height
WORDS_BELOW: Final = (43.0, 62.0)  # base lines of the two rows below the panel's top, in pixels


class Sign(NamedTuple):
    """How an event is drawn: matplotlib's code of the marker, its size, its edge and half its width in pixels."""

    marker: str
    size: float
    edge: float
    reach: float


SIGNS: Final = {
    MarkKind.SESSION: Sign("o", 9.0, 1.5, 5.25),
    MarkKind.DISCLOSURE: Sign("s", 11.0, 0.0, 5.5),
    MarkKind.APOLOGY: Sign("D", 10.5, 0.0, 7.5),
    MarkKind.SETBACK: Sign("X", 12.0, 0.0, 6.0),
    MarkKind.HARD_DAY: Sign("^", 11.0, 0.0, 5.5),
    MarkKind.TERMS_CHANGED: Sign("|", 16.0, 2.5, 1.25),
}
BETWEEN_SIGNS: Final = 1.5  # pixels, at least, between a session and another sign; nearer it is lifted
LIFTED: Final = 13.5  # pixels above the line


def event_line(drawing: Drawing) -> None:
    """The line on which the signs stand."""
    box, layout = drawing.layout.panels[Panel.EVENTS], drawing.layout
    y = box.bottom - LINE_AT * box.height
    drawing.strokes(
        "event-line", [((layout.left, y), (layout.right, y))], drawing.sheet, color=drawing.style.edge, linewidth=1.0
    )


def event_signs(drawing: Drawing) -> None:
    """One sign for each event, session and change of terms; their shapes tell them apart."""
    style, scale = drawing.style, _scale(drawing)
    for kind, sign in SIGNS.items():
        is_open = kind is MarkKind.SESSION
        points = [(middle(mark.day), _height(drawing, mark)) for mark in drawing.view.marks if mark.kind is kind]
        drawing.markers(
            kind.value,
            points,
            drawing.panels[Panel.EVENTS],
            marker=sign.marker,
            markersize=sign.size * scale,
            markeredgewidth=sign.edge * scale,
            color=style.ink_2 if is_open else style.ink,
            markerfacecolor=style.paper if is_open else style.ink,
        )


def _scale(drawing: Drawing) -> float:
    return drawing.style.scale * drawing.sign_scale(len(drawing.view.marks))


def _height(drawing: Drawing, mark: Mark) -> float:
    """On the line; a session that would stand in another sign hangs above it, so that both are seen whole."""
    if mark.kind is not MarkKind.SESSION:
        return LINE_AT
    scale, x = _scale(drawing), drawing.axis.middle_of(mark.day)
    for other in drawing.view.marks:
        room = (SIGNS[mark.kind].reach + SIGNS[other.kind].reach + BETWEEN_SIGNS) * scale
        if other.kind is not MarkKind.SESSION and abs(drawing.axis.middle_of(other.day) - x) < room:
            return LINE_AT + LIFTED * scale / drawing.px_a_unit(Panel.EVENTS)
    return LINE_AT


def event_words(drawing: Drawing) -> None:
    """The words below each sign but sessions."""
    style, box = drawing.style, drawing.layout.panels[Panel.EVENTS]
    for placed in placed_words(drawing):
        y = box.top + WORDS_BELOW[placed.row] * style.scale
        drawing.text("event-word", placed.left, y, placed.words, color=style.ink, ground=style.paper)
