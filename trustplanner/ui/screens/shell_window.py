"""The one window: it shows one page after the other and knows nothing of what they hold."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from trustplanner.ui.kit.theme import Theme

SMALLEST = (900, 600)
FIRST_SIZE = (1280, 800)


class ShellWindow(QMainWindow):
    """The window with its place on the screen, its page and its cover.

    `painted` comes once, after the first page was seen. `closing` comes before the window closes; `keep_open` called
    meanwhile keeps it.
    """

    painted = Signal()
    closing = Signal()
    minimised = Signal()

    def __init__(self, theme: Theme, geometry: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._keeps_open = False
        self._awaits_paint = True
        self._before: list[QWidget] = []
        self._unseen: list[QWidget] = []  # what `show_uncovered` keeps behind its page
        self._depth_unseen = 0
        self._last_focus: QWidget | None = None
        self.setObjectName("shell_window")
        self.setWindowTitle("Trustplanner")
        available = self.screen().availableGeometry()
        self.setMinimumSize(min(SMALLEST[0], available.width()), min(SMALLEST[1], available.height()))
        self.resize(min(FIRST_SIZE[0], available.width()), min(FIRST_SIZE[1], available.height()))
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.centralWidget()

    def show_page(self, page: QWidget, *, keeps_last: bool = False) -> None:
        """Show another page; the last one is given up, with all before it, unless it is to be gone back to."""
        last = self.takeCentralWidget()
        if last is not None:
            self._before.append(last)
        if not keeps_last:
            self._give_up_last()
        self._set_page(page)

    def go_back(self) -> None:
        """Show the page before the present one."""
        if self._before:
            last = self.takeCentralWidget()
            if last is not None:
                last.deleteLater()
            self._set_page(self._before.pop())

    def geometry_text(self) -> str:
        """The window's place, for the next process."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def cover(self) -> None:
        """Show nothing any more, at once, and no dialog either."""
        for window in QApplication.topLevelWidgets():
            window.hide()
        if QApplication.platformName().startswith("wayland"):  # there it would be done only some time later
            QApplication.sync()

    def show_uncovered(self, page: QWidget) -> None:
        """Show a page that holds nothing private, in place of everything else, which is kept unseen behind it."""
        if self._unseen:
            self._go_back_to_unseen()
        else:
            parts = [part for part in self.children() if isinstance(part, QWidget)]
            self._unseen = [part for part in parts if not part.isHidden()]
            self._depth_unseen = len(self._before)
            self._last_focus = self.focusWidget()
        for part in self._unseen:
            part.hide()
        self.show_page(page, keeps_last=True)
        self.show()

    def uncover(self) -> None:
        """Show again what was kept unseen, with the cursor where it was."""
        self._go_back_to_unseen()
        for part in self._unseen:
            part.show()
            part.raise_()
        self._unseen = []
        if self._last_focus is not None and isValid(self._last_focus):
            self._last_focus.setFocus()

    def _go_back_to_unseen(self) -> None:
        while len(self._before) > self._depth_unseen:
            self.go_back()

    def come_forward(self) -> None:
        """Another start asked for this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keep_open(self) -> None:
        """Do not close after all."""
        self._keeps_open = True

    def changeEvent(self, event: QEvent) -> None:
        """Tell that the window was made small."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whether the window may close."""
        self._keeps_open = False
        self.closing.emit()
        if self._keeps_open:
            event.ignore()
        else:
            event.accept()

    def _set_page(self, page: QWidget) -> None:
        self.setCentralWidget(page)
        page.show()
        page.setFocus()
        if self._awaits_paint:
            page.installEventFilter(self)

    def _give_up_last(self) -> None:
        """A page that is gone back to no more may hold what was typed into it."""
        for page in self._before:
            page.deleteLater()
        self._before.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell once that the first page was painted."""
        if self._awaits_paint and event.type() == QEvent.Type.Paint:
            self._awaits_paint = False
            watched.removeEventFilter(self)
            self.painted.emit()
        return False
