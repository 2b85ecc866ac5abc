"""Rounded boxes, the way every painted control draws them: fill, crisp border, chosen border, inset focus ring."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trustplanner.ui.kit.theme import Theme

FOCUS_INSET = 4.0  # from the edge of the control to the middle of the ring
FOCUS_RADIUS = 5.0
_LESS_IN_SMALL_CONTROLS = 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """How one box looks: colour names of the theme, lengths in pixels."""

    fill: str | None
    border: str | None
    width: float
    radius: float
    line: Qt.PenStyle = Qt.PenStyle.SolidLine


@dataclass(frozen=True, slots=True)
class Part:
    """One of several parts in a common frame. `fill` is a colour name, None for the frame's own."""

    rect: QRect
    fill: str | None
    is_chosen: bool
    shows_focus: bool


def chosen_width(theme: Theme, *, is_small: bool = False) -> float:
    """Pixels of the border around what is chosen, a little less in small controls; heavier than any border at rest."""
    width = theme.tokens.border["selected"] + theme.border_width - theme.tokens.border["control"]
    return width - _LESS_IN_SMALL_CONTROLS if is_small else width


def resting_box(theme: Theme, fill: str | None, *, border: str = "edge", needs_look: bool = False) -> Box:
    """A control that is not chosen; one that needs a look gets a heavier border in ink, never a colour."""
    if needs_look:
        return Box(fill, "ink", chosen_width(theme), control_radius(theme))
    return Box(fill, border, theme.border_width, control_radius(theme))


def control_radius(theme: Theme) -> float:
    """Pixels of the corner of a control; corners do not grow with the text."""
    return theme.tokens.radius["control"]


def paint_box(painter: QPainter, rect: QRect | QRectF, box: Box, theme: Theme) -> None:
    """Paint the box so that its border lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(box.border), box.width, box.line) if box.border else Qt.PenStyle.NoPen)
    half = box.width / 2 if box.border else 0.0
    inside = QRectF(rect).adjusted(half, half, -half, -half)
    radius = min(box.radius - half, inside.height() / 2, inside.width() / 2)
    painter.drawRoundedRect(inside, radius, radius)
    painter.restore()


def paint_inset_focus(painter: QPainter, rect: QRect | QRectF, theme: Theme) -> None:
    """The focus ring of a part that touches its neighbours: inside, where nothing can clip it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), theme.tokens.border["focus"]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = QRectF(rect).adjusted(FOCUS_INSET, FOCUS_INSET, -FOCUS_INSET, -FOCUS_INSET)
    painter.drawRoundedRect(inside, FOCUS_RADIUS, FOCUS_RADIUS)
    painter.restore()


def paint_joined(
    painter: QPainter,
    frame: QRect,
    parts: Sequence[Part],
    theme: Theme,
    *,
    border: Box,
    chosen: Box,
    divider_inset: float = 0.0,
) -> None:
    """Paint parts that share one frame: fills, hairlines between them, the frame, the chosen part, the focus ring.

    With a `divider_inset` the hairlines are that much shorter at both ends and leave out the chosen part.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_box(painter, frame, Box("sheet", None, 0, control_radius(theme)), theme)
    if any(part.fill and not part.is_chosen for part in parts):
        _fill_parts(painter, frame, parts, theme)
    _paint_dividers(painter, frame, parts, theme.color("rule"), divider_inset)
    paint_box(painter, frame, border, theme)
    for part in parts:
        if part.is_chosen:
            paint_box(painter, part.rect, chosen, theme)
        if part.shows_focus:
            paint_inset_focus(painter, part.rect, theme)
    painter.restore()


def _fill_parts(painter: QPainter, frame: QRect, parts: Sequence[Part], theme: Theme) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(frame), control_radius(theme), control_radius(theme))
    for part in parts:
        if part.fill and not part.is_chosen:
            area = QPainterPath()
            area.addRect(QRectF(part.rect))
            painter.fillPath(area & outline, theme.color(part.fill))


def _paint_dividers(painter: QPainter, frame: QRect, parts: Sequence[Part], color: QColor, inset: float) -> None:
    painter.setPen(QPen(color, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for part in parts:
        rect = QRectF(part.rect)
        if part.rect.left() > frame.left() and not (inset and _touches_chosen(part, parts)):
            x = rect.left() + 0.5
            painter.drawLine(QLineF(x, rect.top() + inset, x, rect.bottom() - inset))
        if part.rect.top() > frame.top():
            painter.drawLine(QLineF(frame.left() + 1, rect.top() + 0.5, frame.right(), rect.top() + 0.5))


def _touches_chosen(part: Part, parts: Sequence[Part]) -> bool:
    """Whether the part or its neighbour across its left edge is chosen."""
    return part.is_chosen or any(
        other.is_chosen and other.rect.right() + 1 == part.rect.left() and other.rect.top() == part.rect.top()
        for other in parts
    )
