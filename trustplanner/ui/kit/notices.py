"""The toast: one sentence after an action, with Undo, at the foot of the page. Never praise.

In a wide and high window it floats over the free foot of the page; in a smaller one it is docked under the page,
so that it never covers what a person works on.
"""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, QSize, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QSizePolicy, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.key_cap import KeyCap
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import is_low, is_narrow, row
from trustplanner.ui.kit.shadow import Shadow
from trustplanner.ui.kit.theme import Theme

_HEIGHT = 48
_HEIGHT_DOCKED = 39
_FROM_FOOT = 18
RADIUS = 10
_SLIDE_BY = 8


class Toast(QWidget):
    """The strip itself: words, Undo, the key. `NoticeArea` places it.

    It stays 8 seconds, counted only while neither the mouse nor the focus is on it.
    """

    undo_requested = Signal()
    expired = Signal()

    def __init__(self, theme: Theme, parent: QWidget, stays: int | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.is_docked = False
        self._stays = theme.tokens.motion["toast_stays"] if stays is None else stays
        self._words = TextLabel(theme, role="control")
        self.undo_button = Button(theme, self.tr("Undo"), Kind.LINK, name="toast_undo_button")
        self._key = KeyCap(theme, self.tr("Ctrl+Z"))
        self._inside: QHBoxLayout = row(self, spacing=8)
        self._inside.addWidget(self._words)
        self._inside.addSpacing(12)
        self._inside.addWidget(self.undo_button)
        self._inside.addWidget(self._key)
        self._inside.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._remaining = 0
        self._is_hovered = False
        self._has_focus = False
        self.undo_button.installEventFilter(self)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.hide()
        theme.changed.connect(self.update)

    def show_words(self, words: str, *, offers_undo: bool) -> None:
        """Say this instead of whatever is said now, for the full time."""
        self._words.set_text(words)
        self.undo_button.setVisible(offers_undo)
        self._key.setVisible(offers_undo)
        self._remaining = self._stays
        self._timer.stop()
        self._count_or_wait()

    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def dismiss(self) -> None:
        """Take the toast away without saying that it has expired."""
        self._timer.stop()
        self.hide()

    @property
    def is_counting(self) -> bool:
        """Whether its time runs; not while hovered or focused."""
        return self._timer.isActive()

    def dock(self, is_docked: bool) -> None:
        """Look like a part of the page's foot, or like a sheet that floats above it."""
        self.is_docked = is_docked
        side = 32 if is_docked else 20
        above = 4 if is_docked else 8
        self._inside.setContentsMargins(side, above, 32 if is_docked else 16, above)
        self.setMinimumHeight(self.theme.px(_HEIGHT_DOCKED if is_docked else _HEIGHT))
        policy = QSizePolicy.Policy.Expanding if is_docked else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.update()

    def height_at(self, width: int) -> int:
        """Pixels the toast takes at this width; long words take a second line."""
        return max(self._inside.heightForWidth(width), self.minimumHeight())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the mouse is here."""
        super().enterEvent(event)
        self._is_hovered = True
        self._count_or_wait()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        super().leaveEvent(event)
        self._is_hovered = False
        self._count_or_wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while Undo has the focus."""
        if watched is self.undo_button and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._has_focus = event.type() == QEvent.Type.FocusIn
            self._count_or_wait()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet that floats, or paper under a hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_docked:
            painter.fillRect(self.rect(), self.theme.color("paper"))
            painter.fillRect(0, 0, self.width(), 1, self.theme.color("rule"))
            return
        painter.setBrush(self.theme.color("sheet"))
        painter.setPen(QPen(self.theme.color("rule"), 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _count_or_wait(self) -> None:
        if self.isHidden():
            return
        if self._is_hovered or self._has_focus:
            if self._timer.isActive():
                self._remaining = max(self._timer.remainingTime(), 1)
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(self._remaining)

    def _on_undo_clicked(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _on_timeout(self) -> None:
        self.hide()
        self.expired.emit()


class NoticeArea(QWidget):
    """The page area with a place for one toast.

    `undo_requested` and `expired` are the toast's. Undo stays in the Edit menu after the toast has gone.
    """

    undo_requested = Signal()
    expired = Signal()

    def __init__(self, theme: Theme, *, stays: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._content: QWidget | None = None
        self._column: QWidget | None = None
        self.toast = Toast(theme, self, stays)
        self._shadow = Shadow(theme, self.toast, "raised", RADIUS)
        self._slide = QPropertyAnimation(self.toast, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.toast.undo_requested.connect(self._on_toast_undo_requested)
        self.toast.expired.connect(self._on_toast_expired)
        theme.changed.connect(self._arrange)

    def set_content(self, content: QWidget) -> None:
        """What the area shows above the toast."""
        content.setParent(self)
        self._content = content
        content.show()
        content.lower()
        self._arrange()

    def set_column(self, column: QWidget | None) -> None:
        """The column that a floating toast is centred on; without one, the area itself."""
        if self._column is not None:
            self._column.removeEventFilter(self)
        self._column = column
        if column is not None:
            column.installEventFilter(self)
        self._arrange()

    def show_notice(self, words: str, *, offers_undo: bool = True) -> None:
        """Show the toast with these words, and say them to screen readers."""
        was_hidden = self.toast.isHidden()
        self.toast.show()
        self.toast.show_words(words, offers_undo=offers_undo)
        self._arrange()
        self.toast.raise_()
        if was_hidden and not self.toast.is_docked:
            self._slide_in()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.toast, words))

    def dismiss(self) -> None:
        """Take the toast away at once, for example because the place or the day has changed."""
        self.toast.dismiss()
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the column sideways."""
        if watched is self._column and event.type() == QEvent.Type.Resize and not self.toast.isHidden():
            self._arrange()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Dock the toast when the window has become small."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The content's."""
        return self._content.minimumSizeHint() if self._content else QSize(0, 0)

    def sizeHint(self) -> QSize:
        """The content's."""
        return self._content.sizeHint() if self._content else QSize(0, 0)

    def _arrange(self) -> None:
        window = self.window()
        self.toast.dock(is_narrow(self.theme, window.width()) or is_low(self.theme, window.height()))
        self._shadow.set_wanted(not self.toast.is_docked)
        room = self.rect()
        if self.toast.is_docked and not self.toast.isHidden():
            height = self.toast.height_at(self.width())
            room.setHeight(self.height() - height)
            self.toast.setGeometry(0, self.height() - height, self.width(), height)
        if self._content is not None:
            self._content.setGeometry(room)
        if not self.toast.is_docked:
            self._slide.stop()
            self.toast.setGeometry(self._floating_place())

    def _floating_place(self) -> QRect:
        width = min(self.toast.sizeHint().width(), self.width() - 2 * _FROM_FOOT)
        height = self.toast.height_at(width)
        left, right, foot = 0, self.width(), self.height()
        if self._column is not None and self.isAncestorOf(self._column):
            left = self._column.mapTo(self, QPoint(0, 0)).x()
            right = left + self._column.width()
            foot = self._foot_of(self._column)
        x = max(_FROM_FOOT, min((left + right - width) // 2, self.width() - width - _FROM_FOOT))
        return QRect(x, foot - height - _FROM_FOOT, width, height)

    def _foot_of(self, column: QWidget) -> int:
        """Where what the column scrolls in ends: a row that is docked below it stays in sight."""
        part = column.parentWidget()
        while part is not None and part is not self:
            if isinstance(part, QAbstractScrollArea):
                return part.mapTo(self, QPoint(0, part.height())).y()
            part = part.parentWidget()
        return self.height()

    def _slide_in(self) -> None:
        duration = self.theme.motion("slide")
        if duration == 0:
            return
        place = self.toast.pos()
        self._slide.setDuration(duration)
        self._slide.setStartValue(place + QPoint(0, _SLIDE_BY))
        self._slide.setEndValue(place)
        self._slide.start()

    def _on_toast_undo_requested(self) -> None:
        self._arrange()
        self.undo_requested.emit()

    def _on_toast_expired(self) -> None:
        self._arrange()
        self.expired.emit()
