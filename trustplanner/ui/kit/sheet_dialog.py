"""Dialogs inside the window: a scrim, a sheet, and a way back to where the person was.

A child of the window instead of a window of its own, so that locking covers it at once and no second title or
task-bar entry appears. Opening returns at once; `closed` says when it is over.
"""

from enum import IntEnum

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, height_at, row
from trustplanner.ui.kit.shadow import Shadow
from trustplanner.ui.kit.theme import Theme

_PADDING_X, _PADDING_Y = 40, 32
_GAP_TO_WINDOW = 24
_TITLE_GAP, _BUTTONS_GAP, _ABOVE_BUTTONS_GAP = 12, 28, 16
_PADDING_Y_LOW, _FOOT_LOW, _BELOW_LOW = 20, 12, 24  # in a window too low for the sheet, where reading has the room
_PAGE_KEYS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class SheetWidth(IntEnum):
    """Logical pixels at 100 %."""

    QUESTION = 480
    WORK = 640


class SheetDialog(QWidget):
    """Covers `window` until it is closed. Fill `body`; add buttons at the start, one quiet one at the far end.

    Only the body scrolls, in a low window; what stands in `above_buttons` is always seen.

    Esc asks to close, as the far button usually does: `close_requested` goes out, and unless somebody has set
    `closes_by_itself` to False the sheet then closes. Nothing is discarded by closing; saving is the owner's.
    """

    closed = Signal()
    close_requested = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, title: str, width: SheetWidth = SheetWidth.WORK, *, name: str = ""
    ) -> None:
        super().__init__(window)
        self.theme = theme
        self.closes_by_itself = True
        self._width = width
        self._came_from: QWidget | None = None
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.hide()
        self.sheet = _Sheet(theme, self)
        self._shadow = Shadow(theme, self.sheet, "modal", theme.tokens.radius["sheet"])
        self.title_label = TextLabel(theme, title, role="heading")
        self.above_title = column()
        self.body = column(spacing=8)
        self.above_buttons = column(spacing=8)
        self._start_buttons = WrappingRow(gap=8)
        self._far_buttons = row()
        self._refusal = NoticeLine(theme)
        self._scroll = _BodyScroll(self.body)
        self._more_below = Hairline(theme)
        self._head, self._buttons = column(), row(spacing=8)
        self._lay_out_sheet()
        for changed in (self._scroll.verticalScrollBar().valueChanged, self._scroll.verticalScrollBar().rangeChanged):
            changed.connect(self._show_whether_more_is_below)
        window.installEventFilter(self)
        theme.changed.connect(self._place_sheet)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def add_button(self, button: Button) -> None:
        """Add a button at the start: first the primary, then the quiet ones."""
        self._start_buttons.addWidget(button)

    def set_far_button(self, button: Button) -> None:
        """Put the quiet button at the far end, such as "Save and close"; it closes the sheet."""
        self._far_buttons.addWidget(button)
        button.clicked.connect(self.request_close)

    def set_title(self, title: str) -> None:
        """Ask another question, in a sheet of several steps."""
        self.title_label.set_text(title)
        self.setAccessibleName(title)
        self._place_sheet()

    def show_refusal(self, sentence: str) -> None:
        """Say above the buttons what went wrong, where nothing in the sheet says it; an empty sentence takes it back.

        A toast would stand behind the sheet, in the dark.
        """
        self._refusal.show_sentence(sentence)
        self._place_sheet()

    def open(self, first_focus: QWidget | None = None) -> None:
        """Show the sheet and move the focus into it."""
        self._came_from = QApplication.focusWidget()
        self._place_sheet()
        self.show()
        self.raise_()
        first = first_focus or next(iter(self._tab_stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def request_close(self) -> None:
        """Ask to close, as Esc does."""
        self.close_requested.emit()
        if self.closes_by_itself:
            self.close_sheet()

    def close_sheet(self) -> None:
        """Take the sheet away, bring the focus back, and say so once; the sheet is not used again."""
        if self.isHidden():
            return
        self.hide()
        try:
            if self._came_from is not None and self._came_from.isVisible():
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:  # the page was rebuilt meanwhile
            self._came_from = None
        self.closed.emit()
        self.deleteLater()

    def save_typing(self) -> None:
        """Keep what is typed and not yet saved; called before locking and closing. Nothing by default."""

    def fit(self) -> None:
        """Size the sheet again after the body has changed."""
        self._place_sheet()

    # --- being modal

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Keep Tab inside the sheet, round its end."""
        stops = self._tab_stops()
        if not stops:
            return True
        current = QApplication.focusWidget()
        index = stops.index(current) if current in stops else (-1 if is_next else 0)
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        target = stops[(index + (1 if is_next else -1)) % len(stops)]
        target.setFocus(reason)
        self._scroll.show_widget(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks to close, Page Up and Page Down scroll; no other key gets through to the page behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.request_close()
        elif event.key() in _PAGE_KEYS:
            self._scroll.verticalScrollBar().triggerAction(_PAGE_KEYS[Qt.Key(event.key())])
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size, and grow with the body."""
        window_resized = event.type() == QEvent.Type.Resize and watched is self.parentWidget()
        body_changed = event.type() == QEvent.Type.LayoutRequest and watched is self._scroll.content
        if window_resized or body_changed:
            self._place_sheet()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken what lies behind."""
        QPainter(self).fillRect(self.rect(), self.theme.color("scrim"))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or self.isHidden() or not self._is_uppermost():
            return
        window = self.parentWidget()
        if window is not None and window.isAncestorOf(new) and not self.isAncestorOf(new) and new is not self:
            self.focusNextPrevChild(True)

    def _is_uppermost(self) -> bool:
        window = self.parentWidget()
        return window is not None and open_sheets(window)[-1:] == [self]

    def _tab_stops(self) -> list[QWidget]:
        """Everything in the sheet that Tab reaches, from the top down.

        Never along `nextInFocusChain`: PySide makes each widget it returns a child of the one before, so that deleting
        the sheet would take the layouts of other pages apart.
        """
        return [widget for widget in self.findChildren(QWidget) if self._is_tab_stop(widget)]

    def _is_tab_stop(self, widget: QWidget) -> bool:
        # What lies inside a field of days or numbers hands its focus back to the field: Tab would never leave it. The
        # list of a combo is a window of its own.
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        return takes_tab and widget.isEnabled() and widget.window() is self.window() and widget.isVisibleTo(self)

    # --- its shape

    def body_height_at(self, width: int) -> int:
        """Pixels the sheet keeps for its body at this width, if the window has them."""
        return self._scroll.height_at(width)

    def _show_whether_more_is_below(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._more_below.setVisible(bar.value() < bar.maximum())

    def _lay_out_sheet(self) -> None:
        head, buttons = self._head, self._buttons
        head.addLayout(self.above_title)
        head.addWidget(self.title_label)
        buttons.addLayout(self._start_buttons, 1)
        buttons.addLayout(self._far_buttons)
        self._set_paddings(is_low=False)
        refusal = row()
        refusal.addWidget(self._refusal)
        refusal.setContentsMargins(_PADDING_X, 0, _PADDING_X, 0)
        self.above_buttons.setContentsMargins(_PADDING_X, _ABOVE_BUTTONS_GAP, _PADDING_X, 0)
        keeps_its_place = self._more_below.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self._more_below.setSizePolicy(keeps_its_place)
        self._more_below.hide()
        layout = column(self.sheet)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._more_below)
        layout.addLayout(self.above_buttons)
        layout.addLayout(refusal)
        layout.addLayout(buttons)
        self._scroll.content.installEventFilter(self)

    def _set_paddings(self, *, is_low: bool) -> None:
        above, (over, below) = _PADDING_Y, (_BUTTONS_GAP, _PADDING_Y - 4)
        if is_low:
            above, over, below = _PADDING_Y_LOW, _FOOT_LOW, _BELOW_LOW
        self._head.setContentsMargins(_PADDING_X, above, _PADDING_X, _TITLE_GAP)
        self._buttons.setContentsMargins(_PADDING_X, over, _PADDING_X, below)

    def _place_sheet(self) -> None:
        window = self.parentWidget()
        layout = self.sheet.layout()
        if window is None or layout is None:
            return
        self.setGeometry(window.rect())
        width = min(self.theme.px(self._width), window.width() - 2 * _GAP_TO_WINDOW)
        room = window.height() - 2 * _GAP_TO_WINDOW
        for is_low in (False, True):
            self._set_paddings(is_low=is_low)
            layout.invalidate()  # it keeps heights that it has measured before
            fixed = height_at(layout, width) - self._scroll.sizeHint().height()
            does_scroll = fixed + self._scroll.height_at(width) > room
            if not does_scroll:
                break
        self._scroll.let_scroll(does_scroll)
        height = min(fixed + self.body_height_at(width), room)
        left, top = (window.width() - width) // 2, (window.height() - height) // 2
        self.sheet.setGeometry(QRect(left, top, width, height))


def open_sheets(window: QWidget) -> list[SheetDialog]:
    """The sheets that stand in a window, the uppermost last."""
    return [child for child in window.children() if isinstance(child, SheetDialog) and not child.isHidden()]


class _Sheet(QWidget):
    """The paper itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.theme.tokens.radius["sheet"]
        painter.setBrush(self.theme.color("sheet"))
        has_border = self.theme.is_dark or self.theme.has_more_contrast
        painter.setPen(QPen(self.theme.color("rule"), 1) if has_border else Qt.PenStyle.NoPen)
        inset = 0.5 if has_border else 0
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), radius, radius)


class _BodyScroll(QScrollArea):
    """The body between title and buttons; scrolls only when the window is too low for it."""

    def __init__(self, body: QVBoxLayout) -> None:
        super().__init__()
        self._body = body
        self.content = QWidget()
        self.content.setObjectName("scrolled")
        whole = column(self.content)
        whole.addLayout(body)
        whole.addStretch(1)  # what is left stays below, and pulls nothing apart
        self.setWidget(self.content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.let_scroll(False)

    def let_scroll(self, does_scroll: bool) -> None:
        """Show the scroll bar or not. It stands in the margin, so that the lines break alike with and without it."""
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if does_scroll else policies.ScrollBarAlwaysOff)
        start, end = _PADDING_X, _PADDING_X - self._bar_width()
        left, right = (end, start) if self.isRightToLeft() else (start, end)  # Qt does not mirror margins
        # Above and below there is room for the focus ring, which may lie outside a control.
        self._body.setContentsMargins(left, 4, right, 4)

    def height_at(self, width: int) -> int:
        """Pixels the whole body takes in a sheet of this width."""
        return height_at(self._body, width - self._bar_width())

    def _bar_width(self) -> int:
        is_shown = self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        return self.verticalScrollBar().sizeHint().width() if is_shown else 0

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that this part of the body is seen."""
        if self.content.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, 16)

    def sizeHint(self) -> QSize:
        """Nothing by itself: the sheet adds the body's height."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """The first thing to go when the window is low."""
        return QSize(0, 0)
