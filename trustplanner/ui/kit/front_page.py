"""The page area of a window without a sidebar: what is seen before a file is open. Help stands at its foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.layouts import column, is_narrow, row
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.vertical_scroll import VerticalScroll

MAIN, GUTTER, RAIL = 724, 76, 300  # logical pixels at 100 %
_SIDE, _SIDE_NARROW = 48, 32
_TOP, _TOP_OF_MUCH, _TOP_NARROW, _FOOT = 72, 36, 32, 20
_GAP_ABOVE_RAIL = 34
_FOOT_ABOVE, _FOOT_BELOW = 12, 16
_DOCK_ABOVE = 14
_BUTTON_PADDING = 12  # of a quiet button, so that its icon stands under the words above
_ROOM_AROUND_FOCUS = 24
_NO_LIMIT = 16_777_215


class FrontPage(QWidget):
    """Fill `main` and `rail`; the rail stands beside the main column or, in a narrow window, under it.

    A page that `holds_much` begins higher, so that it need not scroll in a window of the first size.
    What is given to `add_ways_on` stands in the main column or, in a narrow window, docked above the foot, where it is
    seen without scrolling. `help_requested` comes from the button at the foot and from F1.
    """

    help_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        has_help: bool = True,
        holds_much: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._top = _TOP_OF_MUCH if holds_much else _TOP
        self._name = name
        self._lacks_help = has_help
        self.setObjectName(f"{name}_page")
        self.main_column = QWidget()
        self.main = column(self.main_column)
        self.rail_column = QWidget()
        self.rail = column(self.rail_column)
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self._lanes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._scroll = VerticalScroll(self._content)
        self._ways_on = QWidget()
        self._ways_place = -1
        self._docked, self._foot = row(), row()
        self._lay_out(has_help=has_help)
        self._arrange()
        theme.changed.connect(self._arrange)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self, *, has_help: bool) -> None:
        self._lanes.addWidget(self.main_column, 1)
        self._lanes.addWidget(self.rail_column, 0)
        self._lanes.addStretch(0)
        layout = column(self)
        layout.addWidget(self._scroll, 1)
        if has_help:
            layout.addWidget(self._foot_line())
            layout.addLayout(self._docked)
            layout.addLayout(self._foot)

    def add_ways_on(self, ways: QLayout) -> None:
        """Add the buttons that lead on below what is in the main column now. Once for a page."""
        self._ways_on.setLayout(ways)
        self._ways_place = self.main.count()
        self.main.addWidget(self._ways_on)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the rail when the window has become narrow or wide."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Help is made last, so that Tab reaches it after everything on the page, as the eye does."""
        if self._lacks_help:
            self._lacks_help = False
            self._add_help()
        super().showEvent(event)

    def _add_help(self) -> None:
        words = self.tr("Need to talk to someone now?")
        button = Button(self.theme, words, Kind.QUIET, icon="life-buoy", name=f"{self._name}_help_button")
        button.setToolTip(self.tr("{words} (F1)").format(words=words))
        button.clicked.connect(self.help_requested)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.help_requested)
        self._foot.addWidget(button)
        self._foot.addStretch(1)

    def _foot_line(self) -> Hairline:
        """Seen while more is above or below."""
        line = Hairline(self.theme)
        line.hide()
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda first, last: line.setVisible(last > first))
        return line

    def _arrange(self) -> None:
        theme = self.theme
        is_stacked = is_narrow(theme, self.window().width())
        directions = QBoxLayout.Direction
        self._lanes.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._lanes.setSpacing(_GAP_ABOVE_RAIL if is_stacked else theme.px(GUTTER))
        self.rail_column.setMinimumWidth(0 if is_stacked else theme.px(RAIL))
        self.rail_column.setMaximumWidth(_NO_LIMIT if is_stacked else theme.px(RAIL))
        self.main_column.setMaximumWidth(_NO_LIMIT if is_stacked else theme.px(MAIN))
        no_alignment, top = Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignTop
        for lane in (self.main_column, self.rail_column):
            self._lanes.setAlignment(lane, no_alignment if is_stacked else top)
        side, above = _SIDE_NARROW, _TOP_NARROW
        if not is_stacked:
            side, above = max(_SIDE, (self.width() - theme.px(MAIN + GUTTER + RAIL)) // 2), self._top
        self._lanes.setContentsMargins(side, above, side, _FOOT)
        self._dock(is_docked=is_stacked, side=side)
        foot_side = side - _BUTTON_PADDING
        self._foot.setContentsMargins(foot_side, _FOOT_ABOVE, foot_side, _FOOT_BELOW)

    def _dock(self, *, is_docked: bool, side: int) -> None:
        if self._ways_place < 0:
            return
        if is_docked and self._docked.indexOf(self._ways_on) < 0:
            self._docked.addWidget(self._ways_on)
        elif not is_docked and self.main.indexOf(self._ways_on) < 0:
            self.main.insertWidget(self._ways_place, self._ways_on)
        self._docked.setContentsMargins(side, _DOCK_ABOVE if is_docked else 0, side, 0)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Follow the focus within the page; coming from elsewhere a person begins at the top."""
        if new is not None and self._content.isAncestorOf(new) and old is not None and self.isAncestorOf(old):
            self._scroll.ensureWidgetVisible(new, 0, _ROOM_AROUND_FOCUS)
