"""Looking at painted widgets: colours at places, shapes without colour."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.theme import Theme

_BLUR = 4  # pixels seen as one
_PLAINLY = 30  # of 255


def picture(widget: QWidget) -> QImage:
    """What the widget shows now, one pixel for each logical one."""
    return widget.grab().toImage().scaled(widget.size()).convertToFormat(QImage.Format.Format_RGB32)


def color_at(image: QImage, x: float, y: float) -> str:
    """The colour at a place as `#rrggbb`."""
    return image.pixelColor(QPoint(round(x), round(y))).name()


def colors_in(image: QImage, area: QRect) -> set[str]:
    """All colours in a part of the picture."""
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def shows(image: QImage, area: QRect, theme: Theme, name: str) -> bool:
    """Whether a colour of the theme is seen somewhere in the area."""
    return theme.color(name).name() in colors_in(image, area)


def empty_picture(width: int, height: int, background: QColor) -> QImage:
    """A canvas for functions that only paint."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(background)
    return image


def drawn_box(image: QImage, background: QColor) -> QRect:
    """The smallest rectangle around everything that is not background."""
    found = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != background
    ]
    if not found:
        return QRect()
    left, right = min(x for x, _ in found), max(x for x, _ in found)
    top, bottom = min(y for _, y in found), max(y for _, y in found)
    return QRect(QPoint(left, top), QPoint(right, bottom))


def painter_on(image: QImage) -> QPainter:
    """A painter that must be ended by its caller."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def unlike(one: QImage, other: QImage) -> float:
    """The part of two pictures of one size that is plainly lighter or darker, looked at from afar.

    The same words are nearly 0, also where they stand a part of a pixel aside.
    """
    near, far = (_from_afar(image) for image in (one, other))
    places = [(x, y) for x in range(near.width()) for y in range(near.height())]
    return sum(abs(_light(near, *place) - _light(far, *place)) > _PLAINLY for place in places) / len(places)


def _from_afar(image: QImage) -> QImage:
    size = QSize(max(1, image.width() // _BLUR), max(1, image.height() // _BLUR))
    return image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)


def _light(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).lightness()
