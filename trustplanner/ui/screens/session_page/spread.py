"""What is seen of the view: a head, one page, and a foot with help, lock and the way on."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, is_low, is_roomy
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.session_page.leaf import Leaf

_SIDE, _SIDE_NARROW = 64, 32
_TOP, _TOP_LOW = 24, 12
_BACK: Final = frozenset({Qt.Key.Key_PageUp})
_ON: Final = frozenset({Qt.Key.Key_PageDown})


class Spread(QWidget):
    """Leaves one after the other, a page at a time. `turned` follows every turn."""

    turned = Signal()
    blank_requested = Signal()
    help_requested = Signal()
    leave_requested = Signal()
    report_requested = Signal()

    def __init__(self, theme: Theme, leaves: list[Leaf]) -> None:
        super().__init__()
        self.theme = theme
        self._leaves = leaves
        self._shown = leaves[0]
        self._part = 0
        self._counts = dict.fromkeys(range(len(leaves)), 1)
        self.head = TextLabel(theme, "", "label", "ink_2")
        self.kept_back = TextLabel(theme, "", "small", "ink_2")
        self._place = TextLabel(theme, "", "small", "ink_2")
        self.before_button = Button(theme, self.tr("Page before"), Kind.QUIET, name="session_before_button")
        self.on_button = Button(theme, self.tr("Next page"), name="session_on_button")
        self._area = QScrollArea()
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._content = column(self._inside)
        self._lay_out()
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self.fit)
        theme.changed.connect(self._fit_later.start)

    def _lay_out(self) -> None:
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for leaf in self._leaves:
            self._content.addWidget(leaf)
            leaf.setVisible(leaf is self._shown)
        self._column = column(self, spacing=12)
        self._column.addLayout(self._head_row())
        self._column.addWidget(self._area, 1)
        self._column.addWidget(Hairline(self.theme))
        self._column.addLayout(self._foot_row())

    def _head_row(self) -> SpreadRow:
        theme = self.theme
        blank = Button(theme, self.tr("Blank screen"), icon="eye-off", key="B", name="session_blank_button")
        blank.clicked.connect(self.blank_requested)
        self.leave_button = Button(theme, self.tr("Leave"), Kind.QUIET, key="Esc", name="session_leave_button")
        self.leave_button.clicked.connect(self.leave_requested)
        report = Button(theme, self.tr("Print or PDF"), icon="printer", name="session_print_button")
        report.setToolTip("Ctrl+P")
        report.clicked.connect(self.report_requested)
        self.tools = QWidget()
        inside = WrappingRow(self.tools, gap=12)
        for tool in (self.kept_back, report, blank, self.leave_button):
            inside.addWidget(tool)
        head = SpreadRow(gap=24, line_gap=8)
        head.addWidget(self.head)
        head.addWidget(self.tools)
        return head

    def _foot_row(self) -> SpreadRow:
        theme = self.theme
        self.help_button = Button(
            theme,
            self.tr("Need to talk to someone now?"),
            Kind.QUIET,
            icon="life-buoy",
            key="F1",
            name="session_help_button",
        )
        self.help_button.clicked.connect(self.help_requested)
        self.before_button.clicked.connect(lambda: self.turn(-1))
        self.on_button.clicked.connect(lambda: self.turn(1))
        turning = QWidget()
        inside = WrappingRow(turning, gap=12)
        for part in (self._place, self.before_button, self.on_button):
            inside.addWidget(part)
        foot = SpreadRow(gap=24, line_gap=8)
        foot.addWidget(self.help_button)
        foot.addWidget(turning)
        return foot

    # --- where one is

    @property
    def leaf(self) -> Leaf:
        """The topic that is shown."""
        return self._shown

    @property
    def place(self) -> tuple[str, int]:
        """The name of the topic, and which of its pages."""
        return self._shown.objectName(), self._part

    def go_to(self, name: str, part: int = 0) -> None:
        """Show a topic; one that is not there any more leaves what is shown."""
        found = next((leaf for leaf in self._leaves if leaf.objectName() == name), None)
        if found is not None:
            self._show(found, part)

    def turn(self, step: int) -> None:
        """Go to the next page or the one before; nothing happens at the ends."""
        at = self._leaves.index(self._shown)
        if 0 <= self._part + step < self._counts[at]:
            self._show(self._shown, self._part + step)
        elif 0 <= at + step < len(self._leaves):
            self._show(self._leaves[at + step], 0 if step > 0 else self._counts[at + step] - 1)

    def turn_to_end(self, *, is_last: bool) -> None:
        """Go to the first page or the last."""
        at = len(self._leaves) - 1 if is_last else 0
        self._show(self._leaves[at], self._counts[at] - 1 if is_last else 0)

    def _show(self, leaf: Leaf, part: int) -> None:
        had_focus = self._shown.isAncestorOf(self.window().focusWidget() or self)
        self._shown.setVisible(leaf is self._shown)
        self._shown, self._part = leaf, part
        leaf.show()
        self._area.verticalScrollBar().setValue(0)
        parent = self.parentWidget()
        if had_focus and parent is not None:
            parent.setFocus()
        self._show_place()
        self.turned.emit()

    def _show_place(self) -> None:
        at = self._leaves.index(self._shown)
        self._part = min(self._part, self._counts[at] - 1)
        self._shown.show_part(self._part)
        number = sum(self._counts[each] for each in range(at)) + self._part + 1
        most = sum(self._counts.values())
        self._place.set_text(self.tr("Page {n} of {most}").format(n=number, most=most))
        self.before_button.setEnabled(number > 1)
        self.on_button.setEnabled(number < most)

    # --- its shape

    def fit(self) -> None:
        """Lay everything out anew for the size that there is now."""
        self._set_margins()
        self._column.activate()
        room = self._area.viewport()
        for at, leaf in enumerate(self._leaves):
            self._counts[at] = leaf.fit(self._area.width(), room.height())
        focused = self.window().focusWidget()
        if focused is not None and self._shown.isAncestorOf(focused):
            self._part = self._shown.part_of(focused)  # what is being written stays in sight
        self._show_place()
        self._hear_buttons()
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes as the page is read: what came last into the window would else be reached last, below the foot."""
        inside = [stop for leaf in self._leaves for stop in leaf.stops()]
        foot = (self.help_button, self.before_button, self.on_button)
        for before, after in pairwise((self.leave_button, *inside, *foot)):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Page anew."""
        super().resizeEvent(event)
        self.fit()

    def _set_margins(self) -> None:
        window = self.window()
        side = _SIDE if is_roomy(self.theme, window.width()) else _SIDE_NARROW
        top = _TOP_LOW if is_low(self.theme, window.height()) else _TOP
        self._column.setContentsMargins(side, top, side, top)

    # --- keys

    def _hear_buttons(self) -> None:
        for button in self.findChildren(QAbstractButton):
            button.removeEventFilter(self)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that turn pages do so on a plain button, too, where Qt would move the focus."""
        if isinstance(watched, Button) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.act_on_key(event)
        return super().eventFilter(watched, event)

    def act_on_key(self, event: QKeyEvent) -> bool:
        """Turn the page if the key says so."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if key in (_ON | {forward}):
            self.turn(1)
        elif key in (_BACK | {back}):
            self.turn(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to_end(is_last=key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + (bar.singleStep() * 3 if key == Qt.Key.Key_Down else -bar.singleStep() * 3))
        else:
            return False
        return True
