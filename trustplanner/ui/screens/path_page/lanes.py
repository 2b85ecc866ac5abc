"""Three lanes that scroll together: contents, question and margin; in a narrow window only the question's."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from trustplanner.ui.kit.layouts import column, is_narrow, is_roomy, row
from trustplanner.ui.kit.theme import Theme

# Logical pixels at 100 %, in a roomy window and in one between narrow and roomy.
_CONTENTS = {True: 258, False: 206}
_MARGIN = {True: 196, False: 168}
_GAP = {True: 40, False: 26}
_SIDE = {True: 36, False: 24}
_SIDE_NARROW = 32
_TOP, _TOP_NARROW = 38, 20
_FOOT, _FOOT_NARROW = 30, 20
_ROOM_AROUND_FOCUS = 24


class PathLanes(QScrollArea):
    """Fill `contents`, `main` and `margin`. `rearranged` says that `is_narrow` has changed."""

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
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._arrange()
        theme.changed.connect(self._arrange)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def scroll_to_top(self) -> None:
        """Another question begins at its beginning."""
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """Any height scrolls; the width is the window's to decide."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one lane or three."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Turn round with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _arrange(self) -> None:
        width, was_narrow = self.window().width(), self.is_narrow
        self.is_narrow = is_narrow(self.theme, width)
        roomy, px = is_roomy(self.theme, width), self.theme.px
        for lane, widths in ((self.contents_lane, _CONTENTS), (self.margin_lane, _MARGIN)):
            lane.setFixedWidth(px(widths[roomy]))
            lane.setVisible(not self.is_narrow)
        self.main_lane.setMaximumWidth(16_777_215 if self.is_narrow else px(self.theme.tokens.size["measure"]))
        side = _SIDE_NARROW if self.is_narrow else _SIDE[roomy]
        top, foot = (_TOP_NARROW, _FOOT_NARROW) if self.is_narrow else (_TOP, _FOOT)
        self._lanes.setContentsMargins(side, top, side, foot)
        self._lanes.setSpacing(0 if self.is_narrow else _GAP[roomy])
        if was_narrow != self.is_narrow:
            self.rearranged.emit()

    def show_focused(self) -> None:
        """Scroll to what has the focus, because somebody writes there."""
        focused = QApplication.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, _ROOM_AROUND_FOCUS)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None:  # else the whole window was somewhere else, and nobody has moved in it
            self.show_focused()
