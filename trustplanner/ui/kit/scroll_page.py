"""The page area: a main column, and a rail that stands beside it or, in a narrow window, under it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget
from shiboken6 import isValid

from trustplanner.ui.kit.layouts import column, is_narrow, is_roomy
from trustplanner.ui.kit.theme import Theme

_TOP, _FOOT = 40, 40
_TOP_WIDE, _FOOT_WIDE, _START_WIDE, _END_WIDE = 28, 20, 40, 24
_TOP_NARROW = 24
_SIDE_NARROW = 32
_END_BESIDE_RAIL = 40
_GUTTER_TIGHT = 32
_GAP_ABOVE_RAIL = 34
_ROOM_AROUND_FOCUS = 24
_TYPING = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
SEEN_TOGETHER = "seenTogether"
"""A widget with this property is scrolled into view as a whole when the focus comes into it, if it fits."""


class ScrollPage(QScrollArea):
    """Scrolls up and down, never sideways. Fill `main`, and `rail` if the page has one.

    It follows the focus. Once it was asked to `begin_at_top` it rests there, though the focus may stand in a field
    further down, until a key is pressed in that field or the focus goes on.

    `is_stacked` says that the rail is under the main column now. One that `is_wide` gives the main column all the
    room there is, for a chart or a table.
    """

    def __init__(
        self, theme: Theme, *, has_rail: bool = False, is_wide: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.is_stacked = False
        self._rests_with: QWidget | None = None
        self.main_column = QWidget()
        self.main = column(self.main_column)
        self.rail_column = QWidget()
        self.rail = column(self.rail_column)
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self._lanes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._lanes.addWidget(self.main_column, 1, Qt.AlignmentFlag.AlignTop)
        self._lanes.addWidget(self.rail_column, 0, Qt.AlignmentFlag.AlignTop)
        self.rail_column.setVisible(has_rail)  # now that it is part of this; before it would be a window
        self._lanes.addStretch(0)
        self._has_rail = has_rail
        self._is_wide = is_wide
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().rangeChanged.connect(self._keep_cursor_in_sight)
        self._arrange()
        theme.changed.connect(self._arrange)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the rail when the window has become narrow or wide."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Any height scrolls; the width is the window's to decide."""
        return QSize(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Turn round with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def begin_at_top(self) -> None:
        """Show the title, wherever the focus stands."""
        self._end_rest()
        focused = self.window().focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self._rests_with = focused
            focused.installEventFilter(self)
        self.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Scroll as far as it takes to see a part, with what belongs to it."""
        self._end_rest()
        self.ensureWidgetVisible(self._seen_with(part), 0, _ROOM_AROUND_FOCUS)

    def show_focused(self) -> None:
        """Scroll as far as it takes to see what has the focus, if that is on this page."""
        focused = self.window().focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self.show_part(focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words that are being typed come into sight."""
        if watched is self._rests_with and event.type() in _TYPING:
            self.show_part(self._rests_with)
        return super().eventFilter(watched, event)

    def _end_rest(self) -> None:
        if self._rests_with is not None and isValid(self._rests_with):
            self._rests_with.removeEventFilter(self)
        self._rests_with = None

    def _arrange(self) -> None:
        window_width = self.window().width()
        self.is_stacked = is_narrow(self.theme, window_width)
        size = self.theme.tokens.size
        if self.is_stacked:
            self._stack()
        else:
            self._stand_side_by_side(is_roomy=is_roomy(self.theme, window_width))
        widest = size["main"] if self._has_rail and not self.is_stacked else size["measure"]
        limit = 16_777_215 if self.is_stacked or self._is_wide else self.theme.px(widest)
        self.main_column.setMaximumWidth(limit)

    def _stack(self) -> None:
        self._lanes.setDirection(QBoxLayout.Direction.TopToBottom)
        self._set_margins(_SIDE_NARROW, _TOP_NARROW, _SIDE_NARROW, _FOOT)
        self._lanes.setSpacing(_GAP_ABOVE_RAIL)
        self._lanes.setStretch(0, 0)
        self.rail_column.setMinimumWidth(0)
        self.rail_column.setMaximumWidth(16_777_215)
        for lane in (self.main_column, self.rail_column):
            self._lanes.setAlignment(lane, Qt.AlignmentFlag(0))

    def _set_margins(self, start: int, top: int, end: int, foot: int) -> None:
        """The scroll bar stands in the margin, so that nothing moves sideways when it comes."""
        end = max(0, end - (self.width() - self.viewport().width()))
        left, right = (end, start) if self.isRightToLeft() else (start, end)  # Qt does not mirror margins
        self._lanes.setContentsMargins(left, top, right, foot)

    def _stand_side_by_side(self, *, is_roomy: bool) -> None:
        space = self.theme.tokens.space
        self._lanes.setDirection(QBoxLayout.Direction.LeftToRight)
        end = _END_BESIDE_RAIL if self._has_rail else space["page"]
        start = space["page"] if is_roomy else _SIDE_NARROW
        end = end if is_roomy else _SIDE_NARROW
        top, foot = _TOP, _FOOT
        if self._is_wide:
            top, foot, start, end = _TOP_WIDE, _FOOT_WIDE, _START_WIDE, _END_WIDE
        self._set_margins(start, top, end, foot)
        self._lanes.setSpacing(space["gutter"] if is_roomy else _GUTTER_TIGHT)
        self._lanes.setStretch(0, 1)
        self.rail_column.setFixedWidth(self.theme.px(self.theme.tokens.size["rail"]))
        for lane in (self.main_column, self.rail_column):
            self._lanes.setAlignment(lane, Qt.AlignmentFlag.AlignTop)

    def _keep_cursor_in_sight(self) -> None:
        """The line that is being written stays in sight when its field grows."""
        field = QApplication.focusWidget()
        if isinstance(field, QTextEdit) and field is not self._rests_with and self._content.isAncestorOf(field):
            cursor = field.cursorRect()
            place = field.viewport().mapTo(self._content, cursor.center())
            self.ensureVisible(place.x(), place.y(), 0, cursor.height() // 2 + _ROOM_AROUND_FOCUS)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self._rests_with and self._content.isAncestorOf(new):
            self.show_part(new)

    def _seen_with(self, focused: QWidget) -> QWidget:
        """The largest part around the focus that belongs together and fits the page."""
        found, part = focused, focused.parentWidget()
        while part is not None and part is not self._content:
            if part.property(SEEN_TOGETHER) and part.height() + _ROOM_AROUND_FOCUS <= self.viewport().height():
                found = part
            part = part.parentWidget()
        return found
