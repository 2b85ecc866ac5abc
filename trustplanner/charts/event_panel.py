"""Panel 5: what happened, on one line: events, sessions and changed terms."""

from typing import Final, NamedTuple

from trustplanner.charts.drawing import Drawing, middle
from trustplanner.charts.figures_in_words import mark_in_words
from trustplanner.charts.layout import Panel, placed_words
from trustplanner.charts.view import MarkKind

LINE_AT: Final = 0.8  # of the panel's height
WORDS_BELOW: Final = (43.0, 62.0)  # base lines of the two rows below the panel's top, in pixels


class Sign(NamedTuple):
    """How an event is drawn: matplotlib's code of the marker, its size and its edge in pixels."""

    marker: str
    size: float
    edge: float


SIGNS: Final = {
    MarkKind.SESSION: Sign("o", 9.0, 1.5),
    MarkKind.DISCLOSURE: Sign("s", 11.0, 0.0),
    MarkKind.APOLOGY: Sign("D", 10.5, 0.0),
    MarkKind.SETBACK: Sign("X", 12.0, 0.0),
    MarkKind.TERMS_CHANGED: Sign("|", 16.0, 2.5),
}


def event_line(drawing: Drawing) -> None:
    """The line on which the signs stand."""
    box, layout = drawing.layout.panels[Panel.EVENTS], drawing.layout
    y = box.bottom - LINE_AT * box.height
    drawing.strokes(
        "event-line", [((layout.left, y), (layout.right, y))], drawing.sheet, color=drawing.style.edge, linewidth=1.0
    )


def event_signs(drawing: Drawing) -> None:
    """One sign for each event, session and change of terms; their shapes tell them apart."""
    style = drawing.style
    scale = style.scale * drawing.sign_scale(len(drawing.view.marks))
    for kind, sign in SIGNS.items():
        points = [(middle(mark.day), LINE_AT) for mark in drawing.view.marks if mark.kind is kind]
        is_open = kind is MarkKind.SESSION
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


def event_words(drawing: Drawing) -> None:
    """The word below each sign but sessions, in a second row where two come close."""
    style, box = drawing.style, drawing.layout.panels[Panel.EVENTS]
    for placed in placed_words(drawing.view.marks, drawing.axis, drawing.layout):
        y = box.top + WORDS_BELOW[placed.row] * style.scale
        drawing.text(
            "event-word", placed.x, y, mark_in_words(placed.mark, drawing.words), color=style.ink, align="center"
        )
