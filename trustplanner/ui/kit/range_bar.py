"""The range bar: what is known of one commitment's share, from the lowest it can be to the highest.

A share never stands alone: its counts stand below it. Under five due there are only counts.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.painted_button import spoken
from trustplanner.ui.kit.theme import Theme

BAR_FROM_DUE = 5
FULL_INK_FROM_DUE = 14
TRACK_HEIGHT = 6
TRACK_INSET = 2  # room for half a tick at both ends
TICK_HEIGHT, TICK_WIDTH = 16, 2
HATCH_PITCH, HATCH_STROKE = 6.4, 1.25
_WORDS_GAP = 12
_BAR_GAP = 5


class RangeBar(QWidget):
    """Name and range above, the bar, and the counts below. All words come from outside, formed and translated."""

    def __init__(self, theme: Theme, *, name: str = "", name_color: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self._name_label = TextLabel(theme, role="control", color=name_color)
        self._range_label = TextLabel(theme, role="small", color="ink_2", wraps=False)
        self._bar = _Bar(theme)
        self._counts_label = TextLabel(theme, role="small", color="ink_2")
        above = QHBoxLayout()
        above.setSpacing(_WORDS_GAP)
        above.addWidget(self._name_label, 1, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self._range_label, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addSpacing(_BAR_GAP)
        layout.addWidget(self._bar)
        layout.addWidget(self._counts_label)

    def show_range(
        self, commitment: str, range_words: str, counts: str, *, low: float | None, high: float | None, due: int
    ) -> None:
        """Show what is known.

        Args:
            commitment: its short name.
            range_words: "85 to 95 %", or "95 %" when everything is answered.
            counts: "17 of 20 kept, 2 not answered".
            low: the lowest the share can be, 0 to 1; None when nothing is due.
            high: the highest it can be, not below `low`.
            due: how many were due in the window; under 5 the bar and the range are left out, whatever they are.

        Raises:
            ValueError: ends that are no range within 0 and 1.
        """
        has_bar = low is not None and high is not None and due >= BAR_FROM_DUE
        if low is not None and high is not None:
            if not 0 <= low <= high <= 1:
                raise ValueError((low, high))
            self._bar.show_ends(low, high, is_faint=due < FULL_INK_FROM_DUE)
        self._name_label.set_text(commitment)
        self._range_label.set_text(range_words if has_bar else "")
        self._counts_label.set_text(counts)
        self._range_label.setVisible(has_bar)
        self._bar.setVisible(has_bar)
        self.setAccessibleName(commitment)
        self.setAccessibleDescription(spoken(self._range_label.text(), counts))


class _Bar(QWidget):
    """Track from 0 to 100, solid to the low end, hatched to the high end, a tick at each. The axis never mirrors."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._low = self._high = 0.0
        self._is_faint = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_ends(self, low: float, high: float, *, is_faint: bool) -> None:
        self._low, self._high, self._is_faint = low, high, is_faint
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a tick."""
        return QSize(self.theme.px(120), self.theme.px(TICK_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, solid part, hatch, ticks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.theme.px(TRACK_HEIGHT)
        track = QRectF(TRACK_INSET, (self.height() - height) / 2, self.width() - 2 * TRACK_INSET, height)
        ink = self.theme.color("ink_3" if self._is_faint else "accent")
        outline = QPainterPath()
        outline.addRoundedRect(track, height / 2, height / 2)
        painter.fillPath(outline, self.theme.color("shade"))
        low_x = track.left() + track.width() * self._low
        high_x = track.left() + track.width() * self._high
        solid = QPainterPath()
        solid.addRect(QRectF(track.left(), track.top(), low_x - track.left(), height))
        painter.fillPath(solid & outline, ink)
        between = QPainterPath()
        between.addRect(QRectF(low_x, track.top(), high_x - low_x, height))
        self._paint_hatch(painter, between & outline, ink)
        if self.theme.has_more_contrast:  # where the track's paper is no longer told from the page's
            painter.strokePath(_inner_edge(track), QPen(self.theme.color("edge"), 1))
        for x in {low_x, high_x}:
            tick = QRectF(0, 0, TICK_WIDTH, self.theme.px(TICK_HEIGHT))
            tick.moveCenter(QPointF(x, track.center().y()))
            painter.fillRect(tick, ink)

    def _paint_hatch(self, painter: QPainter, area: QPainterPath, ink: QColor) -> None:
        painter.save()
        painter.setClipPath(area)
        painter.fillPath(area, self.theme.color("paper"))
        scale = self.theme.text_scale
        painter.setPen(QPen(ink, HATCH_STROKE * scale))
        box = area.boundingRect()
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
            x += HATCH_PITCH * scale
        painter.restore()


def _inner_edge(track: QRectF) -> QPainterPath:
    """The outline of the track, drawn inside it."""
    inside = track.adjusted(0.5, 0.5, -0.5, -0.5)
    outline = QPainterPath()
    outline.addRoundedRect(inside, inside.height() / 2, inside.height() / 2)
    return outline
