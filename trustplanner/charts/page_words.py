"""What an export says itself, because no page stands around it: title, paragraph, gutter and the note at the foot."""

from typing import Final

from trustplanner.charts.cells import CellSize
from trustplanner.charts.drawing import Drawing
from trustplanner.charts.due_panel import CROSS, CROSS_WIDTH, cell_looks
from trustplanner.charts.frame import shade_look
from trustplanner.charts.gutter import GutterText, Sign
from trustplanner.charts.layout import GUTTER
from trustplanner.charts.letters import SEMI_BOLD, width_of, wrapped
from trustplanner.domain.items import Outcome

TITLE_PX: Final = 23.0
TITLE_LINE: Final = 34.0
HEADING_PX: Final = 14.0
LINE: Final = 17.5
LEGEND_LINE: Final = 19.0
AFTER_HEADING: Final = 20.0
GUTTER_MARGIN: Final = 44.0  # for the figures of the scales
SIGN_WIDTH: Final = 19.0
SIGN_HEIGHT: Final = 11.0
AFTER_SIGN: Final = 27.0
FIRST_BASE: Final = 11.0
HEAD_GAP: Final = 12.0
FOOT_LINE: Final = 24.0


def head_height(lines: int) -> float:
    """The room above the panels for a title and so many lines of the paragraph."""
    return TITLE_LINE + lines * LINE + HEAD_GAP


def head_and_foot(drawing: Drawing) -> None:
    """The title, the paragraph, and what the chart is not."""
    style, layout = drawing.style, drawing.layout
    title, *lines = drawing.head
    y = layout.margin + TITLE_PX
    room = layout.width - 2 * layout.margin
    size = min(TITLE_PX, TITLE_PX * room / width_of(title, style.serif, TITLE_PX))
    drawing.text("title", layout.margin, y, title, color=style.ink, size=size, family=style.serif)
    for place, line in enumerate(lines):
        base = layout.margin + TITLE_LINE + (place + 1) * LINE - 4
        drawing.text("paragraph", layout.margin, base, line, color=style.ink_2, size=style.font_px)
    for place, line in enumerate(reversed(drawing.foot)):
        base = layout.height - layout.margin - place * LINE
        drawing.text("foot", layout.margin, base, line, color=style.ink_3, size=style.font_px)


def gutter(drawing: Drawing) -> None:
    """Beside each panel its heading, its signs and its notes."""
    for text in drawing.gutter:
        _beside(drawing, text)


def _beside(drawing: Drawing, text: GutterText) -> None:
    style, left = drawing.style, drawing.layout.margin
    y = drawing.layout.panels[text.panel].top + FIRST_BASE
    drawing.text("gutter-heading", left, y, text.heading, color=style.ink, size=HEADING_PX, weight=SEMI_BOLD)
    y += AFTER_HEADING
    for line in text.legend:
        draw_sign(drawing, line.sign, left, y)
        drawing.text("gutter-legend", left + AFTER_SIGN, y, line.words, color=style.ink_2, size=style.font_px)
        y += LEGEND_LINE
    for note in text.notes:
        for words in wrapped(note, style.sans, style.font_px, GUTTER - GUTTER_MARGIN):
            drawing.text("gutter-note", left, y, words, color=style.ink_3, size=style.font_px)
            y += LINE


def draw_sign(drawing: Drawing, sign: Sign, left: float, base: float) -> None:
    """One sign of the legend, standing on `base`."""
    style, sheet = drawing.style, drawing.sheet
    middle = base - SIGN_HEIGHT / 2 + 1
    if sign is Sign.SESSION:
        drawing.markers(
            "legend-session",
            [(left + 6, middle)],
            sheet,
            marker="o",
            markersize=8.0,
            markeredgewidth=1.5,
            color=style.ink_2,
            markerfacecolor=style.paper,
        )
        return
    size = CellSize(SIGN_WIDTH, 0.0, 1.0, 1.0)
    corners = size.corners(left, 0.0, SIGN_HEIGHT, is_cut=sign is Sign.KEPT_LATE)
    upside_down = [(x, base + 1 - y) for x, y in corners]  # on the sheet y grows downwards
    if sign is Sign.PAUSED:
        drawing.polygons(f"legend-{sign}", [upside_down], sheet, **shade_look(style))
        return
    outcome = Outcome.KEPT if sign is Sign.KEPT_LATE else Outcome(sign.value)
    drawing.polygons(f"legend-{sign}", [upside_down], sheet, **cell_looks(style)[outcome])
    if sign is Sign.PARTLY:
        lines = [[(x, base + 1 - y) for x, y in line] for line in size.hatch(corners)]
        drawing.strokes("legend-hatch", lines, sheet, color=style.fill, linewidth=style.hatch_px, capstyle="butt")
    if sign is Sign.MISSED:
        look = {"marker": "x", "markersize": CROSS, "markeredgewidth": CROSS_WIDTH}
        drawing.markers("legend-cross", [(left + SIGN_WIDTH / 2, middle)], sheet, color=style.fill, **look)
