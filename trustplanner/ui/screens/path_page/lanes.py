"""Three lanes that scroll together: contents, question and margin; in a narrow window only the question's.

The foot stands below them in line with the question, and never scrolls.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.layouts import column, is_narrow, is_roomy, row
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.vertical_scroll import VerticalScroll

# Logical pixels at 100 %, in a roomy window and in one between narrow and roomy.
_CONTENTS = {True: 258, False: 206}
_MARGIN = {True: 196, False: 168}
_GAP = {True: 40, False: 26}
_SIDE = {True: 36, False: 24}
_SIDE_NARROW = 32
_TOP, _TOP_NARROW = 38, 20
_BELOW_LANES = 16
_ABOVE_FOOT, _BELOW_FOOT, _BELOW_FOOT_NARROW = 12, 30, 16
_ROOM_AROUND_FOCUS = 24


class PathLanes(QWidget):
    """Fill `contents`, `main`, `margin` and `foot`. `rearranged` says that `is_narrow` has changed."""

    rearranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.is_narrow = False
        self.contents_lane, self.main_lane, self.margin_lane = QWidget(), QWidget(), QWidget()
        self.contents, self.main, self.margin = (
            column(lane) for lane in (self.contents_lane, self.main_lane, self.margin_lane)
        )
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self._lanes = row(self._content)
        self._lanes.addWidget(self.contents_lane, 0, Qt.AlignmentFlag.AlignTop)
        self._lanes.addWidget(self.main_lane, 1)
        self._lanes.addWidget(self.margin_lane, 0, Qt.AlignmentFlag.AlignTop)
        self._lanes.addStretch(0)
        self._scroll = VerticalScroll(self._content)
        self._line = Hairline(theme)
        self._line.hide()
        self.foot = column()
        layout = column(self)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._line)
        layout.addLayout(self.foot)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.main_lane.installEventFilter(self)
        self._scroll.viewport().installEventFilter(self)
        self._arrange()
        theme.changed.connect(self._arrange)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def scroll_to_top(self) -> None:
        """Another question begins at its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one lane or three."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Turn round with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The foot follows the question's lane, and the lanes the scroll bar as it comes and goes."""
        if watched is self.main_lane and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._align_foot()
        elif watched is not self.main_lane and event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        width, was_narrow = self.window().width(), self.is_narrow
        self.is_narrow = is_narrow(self.theme, width)
        roomy, px = is_roomy(self.theme, width), self.theme.px
        for lane, widths in ((self.contents_lane, _CONTENTS), (self.margin_lane, _MARGIN)):
            lane.setFixedWidth(px(widths[roomy]))
            lane.setVisible(not self.is_narrow)
        self.main_lane.setMaximumWidth(16_777_215 if self.is_narrow else px(self.theme.tokens.size["measure"]))
        self._lanes.setSpacing(0 if self.is_narrow else _GAP[roomy])
        self._set_margins(_SIDE_NARROW if self.is_narrow else _SIDE[roomy])
        if was_narrow != self.is_narrow:
            self.rearranged.emit()

    def _set_margins(self, side: int) -> None:
        """The scroll bar stands in the margin, so that nothing moves sideways when it comes."""
        end = max(0, side - self._scroll.bar_width())
        left, right = (end, side) if self.isRightToLeft() else (side, end)  # Qt does not mirror margins
        self._lanes.setContentsMargins(left, _TOP_NARROW if self.is_narrow else _TOP, right, _BELOW_LANES)

    def _align_foot(self) -> None:
        lane = self.main_lane.geometry()
        lane.translate(self._scroll.viewport().x(), 0)
        below = _BELOW_FOOT_NARROW if self.is_narrow else _BELOW_FOOT
        self.foot.setContentsMargins(lane.left(), _ABOVE_FOOT, self.width() - 1 - lane.right(), below)

    def show_focused(self) -> None:
        """Scroll to what has the focus, because somebody writes there."""
        focused = QApplication.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, _ROOM_AROUND_FOCUS)

    def _on_range_changed(self, first: int, last: int) -> None:
        self._line.setVisible(last > first)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None:  # else the whole window was somewhere else, and nobody has moved in it
            self.show_focused()
