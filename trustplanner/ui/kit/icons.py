"""Icons: Lucide drawings in one colour, sharp at every size and screen.

An icon never stands without a word or, in the narrow sidebar, a tooltip and an accessible name.
"""

import re

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QPixmapCache, QTransform
from PySide6.QtWidgets import QWidget

from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.theme import Theme

# Drawings that point along the line of reading; they turn round where text runs from right to left.
DIRECTED = frozenset({"chevron-left", "chevron-right", "corner-down-right", "redo-2", "skip-forward", "undo-2"})

_STROKE_WIDTH = re.compile(r'stroke-width="[^"]*"')


def icon_pixmap(
    name: str,
    size: int,
    color: QColor,
    ratio: float,
    *,
    stroke: float = 1.75,
    is_mirrored: bool = False,
) -> QPixmap:
    """The icon as a square of `size` logical pixels, for a screen of this device ratio.

    Kept in Qt's pixmap cache by all arguments. `stroke` is logical pixels whatever the size; look.md gives 1.75.

    Raises:
        FileNotFoundError: no such icon in resources/icons/.
    """
    key = f"icon {name} {size} {color.rgba():x} {ratio} {stroke} {is_mirrored}"
    cached = QPixmap()
    if QPixmapCache.find(key, cached):
        return cached
    pixmap = _render(_tinted_svg(name, size, color, stroke), size, ratio)
    if is_mirrored:
        pixmap = pixmap.transformed(QTransform().scale(-1, 1))
        pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _tinted_svg(name: str, size: int, color: QColor, stroke: float) -> bytes:
    svg = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    width_on_grid = stroke * 24 / size  # Lucide draws on a grid of 24 x 24
    svg = _STROKE_WIDTH.sub(f'stroke-width="{width_on_grid:.3f}"', svg)
    return svg.replace("currentColor", color.name()).encode()


def _render(svg: bytes, size: int, ratio: float) -> QPixmap:
    # Imported here because the first window can be painted before any icon is.
    from PySide6.QtSvg import QSvgRenderer

    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def themed_icon(
    theme: Theme, name: str, widget: QWidget, color: str = "ink_2", size: float = 20, gap: int = 0
) -> QIcon:
    """An icon for a button or a menu in the theme's present colours; ask again when the theme has changed.

    `gap` is added on the side of the words, in pixels; Qt's own is narrow.
    """
    is_mirrored = name in DIRECTED and widget.isRightToLeft()
    scaled, ratio = theme.px(size), widget.devicePixelRatioF()
    stroke = theme.tokens.size["icon_stroke"] * theme.text_scale
    icon = QIcon()
    for shown, mode in ((color, QIcon.Mode.Normal), ("ink_3", QIcon.Mode.Disabled)):
        pixmap = icon_pixmap(name, scaled, theme.color(shown), ratio, stroke=stroke, is_mirrored=is_mirrored)
        icon.addPixmap(_padded(pixmap, gap, is_at_start=not widget.isRightToLeft()), mode)
    return icon


def _padded(pixmap: QPixmap, gap: int, *, is_at_start: bool) -> QPixmap:
    """The picture with `gap` logical pixels of nothing on the side of the words."""
    if gap == 0:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(QColor(0, 0, 0, 0))
    painter = QPainter(wider)
    painter.drawPixmap(QPointF(0 if is_at_start else gap, 0), pixmap)
    painter.end()
    return wider


def paint_icon(
    painter: QPainter, rect: QRectF, name: str, theme: Theme, color: QColor, *, is_mirrored: bool = False
) -> None:
    """Paint the icon into the middle of `rect`, as large as its smaller side."""
    size = round(min(rect.width(), rect.height()))
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    stroke = theme.tokens.size["icon_stroke"] * theme.text_scale
    pixmap = icon_pixmap(name, size, color, ratio, stroke=stroke, is_mirrored=is_mirrored and name in DIRECTED)
    corner = rect.center() - QRectF(0, 0, size, size).center()
    painter.drawPixmap(corner, pixmap)


class Icon(QWidget):
    """An icon beside words that say the same; screen readers get the words only.

    `beside` is the role of those words: the icon then stands in the middle of their first line.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        color: str = "ink_2",
        size: float = 20,
        *,
        beside: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._name = name
        self._color = color
        self._size = size
        self._beside = beside
        self._fit()
        theme.changed.connect(self._fit)

    def show_icon(self, name: str, color: str | None = None) -> None:
        """Show another drawing, perhaps in another colour of the theme."""
        self._name = name
        self._color = color or self._color
        self.update()

    def _fit(self) -> None:
        side = self.theme.px(self._size)
        height = max(side, self.theme.line_height(self._beside)) if self._beside else side
        self.setFixedSize(QSize(side, height))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the theme's present colour."""
        painter = QPainter(self)
        color = self.theme.color(self._color)
        paint_icon(painter, QRectF(self.rect()), self._name, self.theme, color, is_mirrored=self.isRightToLeft())
