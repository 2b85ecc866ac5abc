"""Panel 3: one sign for each miss, its row how it came out, its label the time to telling."""

from enum import StrEnum
from typing import Final

from trustplanner.charts.drawing import SHORT_DOTS, Drawing, middle
from trustplanner.charts.figures_in_words import short_telling_time
from trustplanner.charts.frame import FIGURE_HEIGHT
from trustplanner.charts.layout import Panel
from trustplanner.charts.letters import width_of
from trustplanner.charts.library import IdentityTransform, Outline, PathCollection
from trustplanner.domain.answers import How
from trustplanner.domain.record import Miss

DIAMOND: Final = 9.0  # pixels, the side of the square that stands on its corner
EDGE: Final = 1.5
RING: Final = 10.0
LABEL_GAP: Final = 10.0
ROOM_AFTER_NAME: Final = 6.0
_HALF: Final = 0.7071  # half the diagonal of a square of side 1
_DIAMOND: Final = Outline([(0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0), (0, -_HALF)], closed=True)


class Row(StrEnum):
    """The rows from top to bottom; the last is only there when it is needed."""

    TOLD_FIRST = "told_first"
    WHEN_ASKED = "when_asked"
    FOUND_OUT = "found_out"
    NOT_TOLD = "not_told"


ROW_OF: Final = {How.TOLD_FIRST: Row.TOLD_FIRST, How.WHEN_ASKED: Row.WHEN_ASKED, How.FOUND_OUT: Row.FOUND_OUT}


def rows_shown(drawing: Drawing) -> dict[Row, float]:
    """The rows of this drawing with their height in the panel, 0 to 1."""
    is_needed = any(_row_of(miss) is Row.NOT_TOLD for miss in drawing.view.misses)
    shown = [row for row in Row if row is not Row.NOT_TOLD or is_needed]
    return {row: 1 - (place + 0.5) / len(shown) for place, row in enumerate(shown)}


def rows(drawing: Drawing) -> None:
    """A hairline for each row, with its name before the first day."""
    style, axis, layout = drawing.style, drawing.axis, drawing.layout
    box = layout.panels[Panel.MISSES]
    lines: list[list[tuple[float, float]]] = []
    for row, height in rows_shown(drawing).items():
        words = drawing.words.said(f"rows.{row}")
        y = box.bottom - height * box.height
        drawing.text("row-name", layout.left, y + FIGURE_HEIGHT * style.small_px / 2, words, color=style.ink_2)
        begins = layout.left + width_of(words, style.sans, style.small_px) + ROOM_AFTER_NAME
        lines.append([(min(begins, axis.left), y), (layout.right, y)])
    drawing.strokes("rows", lines, drawing.sheet, color=style.rule, linewidth=1.0)


def misses(drawing: Drawing) -> None:
    """The signs: filled told first, half when asked, open found out, dotted not told, a ring where not welcome."""
    style, transform = drawing.style, drawing.panels[Panel.MISSES]
    heights = rows_shown(drawing)
    scale = style.scale * drawing.sign_scale(len(drawing.view.misses))
    size = {"markersize": DIAMOND * scale, "markeredgewidth": EDGE * scale}

    def places(*hows: How | None) -> list[tuple[float, float]]:
        return [_place(drawing, miss, heights) for miss in drawing.view.misses if miss.how in hows]

    ink = {"color": style.accent, "markerfacecoloralt": style.paper, "marker": "D", **size}
    drawing.markers("told-first", places(How.TOLD_FIRST), transform, fillstyle="full", **ink)
    drawing.markers("when-asked", places(How.WHEN_ASKED), transform, fillstyle="left", **ink)
    drawing.markers("found-out", places(How.FOUND_OUT), transform, markerfacecolor=style.paper, **ink)
    ring = {"color": style.accent, "markerfacecolor": style.paper}
    unwelcome = places(How.NOT_WELCOME)
    drawing.markers("not-welcome", unwelcome, transform, marker="o", **ring, **size | {"markersize": RING * scale})
    drawing.markers(
        "not-welcome-dash", unwelcome, transform, marker="_", **ring, **size | {"markersize": RING / 2 * scale}
    )
    _dotted(drawing, places(How.NOT_YET, None), scale)


def _dotted(drawing: Drawing, points: list[tuple[float, float]], scale: float) -> None:
    if not points:
        return
    style = drawing.style
    signs = PathCollection(
        [_DIAMOND],
        sizes=[(DIAMOND * scale) ** 2],
        offsets=points,
        offset_transform=drawing.panels[Panel.MISSES],
        facecolor=style.paper,
        edgecolor=style.accent,
        linewidth=EDGE * scale,
        linestyle=SHORT_DOTS,
    )
    drawing.add(signs, "not-told", IdentityTransform())


def times(drawing: Drawing) -> None:
    """The time to telling beside each sign, right or left of it, where it has room among signs and pauses."""
    style, axis, box = drawing.style, drawing.axis, drawing.layout.panels[Panel.MISSES]
    gap = LABEL_GAP * style.scale
    paused = [(axis.start_of(first), axis.end_of(last)) for first, last in drawing.view.pauses]
    for row, height in rows_shown(drawing).items():
        here = [miss for miss in drawing.view.misses if _row_of(miss) is row]
        signs = [axis.middle_of(drawing.view.day_of(miss)) for miss in here]
        taken = [
            *paused,
            *((x - gap, x + gap) for x in signs),
            (-gap, axis.left),
            (drawing.layout.right, drawing.layout.width),
        ]
        y = box.bottom - height * box.height + FIGURE_HEIGHT * style.small_px / 2
        for miss, x in zip(here, signs, strict=True):
            words = "" if miss.time is None else short_telling_time(miss.time, drawing.words)
            width = width_of(words, style.sans, style.small_px) if words else 0
            for start in (x + gap, x - gap - width):
                if words and not any(left < start + width and start < right for left, right in taken):
                    drawing.text("time-to-telling", start, y, words, color=style.ink_3, ground=style.paper)
                    taken.append((start - gap, start + width + gap))
                    break


def _row_of(miss: Miss) -> Row:
    return Row.NOT_TOLD if miss.how is None else ROW_OF.get(miss.how, Row.NOT_TOLD)


def _place(drawing: Drawing, miss: Miss, heights: dict[Row, float]) -> tuple[float, float]:
    return middle(drawing.view.day_of(miss)), heights[_row_of(miss)]
