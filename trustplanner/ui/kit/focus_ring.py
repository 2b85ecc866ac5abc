"""The focus ring: one overlay for a whole window, seen only after the keyboard was used.

It lies above everything in the window, so neither a parent nor a style sheet can clip or lose it. Fields show
focus by their own border. A widget that paints its own ring has a true `paints_own_focus`; one that stands in lines of
words has a true `stands_among_words`, and the ring keeps to the height of its line, so that it strikes through none.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenuBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from trustplanner.ui.kit.theme import Theme

_WITH_OWN_BORDER = (QLineEdit, QTextEdit, QAbstractSpinBox, QAbstractItemView, QMenuBar)
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class FocusRing(QWidget):
    """Two pixels of accent, two pixels away from whatever has the focus in `window`; beside a link, not above it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._handle: QWindow | None = None
        self._works_by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self.update)

    def target(self) -> QWidget | None:
        """The widget the ring is around; None while there is no ring to see."""
        return self._target if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target and everything it lies in, and notice whether the person uses keys or the mouse."""
        if watched is self._handle:
            self._notice_input(event)
        elif event.type() in _FOLLOWED:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring just inside this widget's edge, which lies outside the target's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, border = self.theme.tokens.border["focus"], self._reach()
        painter.setPen(QPen(self.theme.color("focus"), width))
        radius = self.theme.tokens.radius["control"] + border - width / 2
        whole = QRectF(self._ring_rect().translated(-self.pos()))
        inside = whole.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, radius, radius)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        self._watch_input()
        window = self.parentWidget()
        if new is None or window is None or not window.isAncestorOf(new):
            self._target = None
            self.hide()
            return
        # Qt's own attribute knows Tab and shortcuts; that arrow keys move the focus only their widgets know.
        came_by_tab = new.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not (came_by_tab or self._works_by_key) or _shows_focus_itself(new):
            self._target = None
            self.hide()
            return
        self._target = new
        self._watch(new)
        self._follow()

    def _watch_input(self) -> None:
        handle = self.window().windowHandle()
        is_there = handle is not None and isValid(handle)  # that of a window which is being closed goes before it
        if handle is not None and is_there and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _notice_input(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.KeyPress:
            self._works_by_key = True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._works_by_key = False
            # Qt sets this attribute when focus comes by keyboard and never takes it back.
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
            self._target = None
            self.hide()

    def _watch(self, widget: QWidget) -> None:
        window = self.parentWidget()
        place: QWidget | None = widget
        while place is not None and place is not window:
            place.installEventFilter(self)
            self._watched.append(place)
            place = place.parentWidget()

    def _unwatch(self) -> None:
        for widget in self._watched:
            try:
                widget.removeEventFilter(self)
            except RuntimeError:  # deleted meanwhile, with its filters
                continue
        self._watched.clear()

    def _follow(self) -> None:
        if self._target is None or not self._target.isVisible():
            self.hide()
            return
        visible = self._ring_rect() & self._visible_part()
        if visible.isEmpty():
            self.hide()
            return
        self.setGeometry(visible)
        self.show()
        self.raise_()
        self.update()

    def _ring_rect(self) -> QRect:
        """Around the target, in the window's coordinates."""
        window = self.parentWidget()
        if self._target is None or window is None:
            return QRect()
        corner = self._target.mapTo(window, QPoint(0, 0))
        reach = self._reach()
        above = 0 if getattr(self._target, "stands_among_words", False) else reach
        return QRect(corner, self._target.size()).adjusted(-reach, -above, reach, above)

    def _visible_part(self) -> QRect:
        """Where the ring may be seen: not over what lies beyond a scrolled viewport."""
        window = self.parentWidget()
        if self._target is None or window is None:
            return QRect()
        part = window.rect()
        place = self._target.parentWidget()
        while place is not None and place is not window:
            parent = place.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is place:
                part &= QRect(place.mapTo(window, QPoint(0, 0)), place.size())
            place = parent
        return part

    def _reach(self) -> int:
        return self.theme.tokens.border["focus"] + self.theme.tokens.border["focus_gap"]


def _shows_focus_itself(widget: QWidget) -> bool:
    return isinstance(widget, _WITH_OWN_BORDER) or bool(getattr(widget, "paints_own_focus", False))
