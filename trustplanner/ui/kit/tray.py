"""A small icon in the system's tray, where there is one: a second way to the window, never the only one."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from trustplanner.ui.kit.icons import icon_pixmap
from trustplanner.ui.kit.theme import Theme

SIDES = (16, 22, 32, 48)
ICON = "calendar-days"


class Tray(QObject):
    """An icon that names nothing but a planner, shown while it is wanted and the system has a tray.

    `message_opened` comes when a message was clicked.
    """

    open_requested = Signal()
    message_opened = Signal()
    lock_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._icon: QSystemTrayIcon | None = None
        self._is_wanted = False
        theme.changed.connect(self._dress)

    @property
    def is_available(self) -> bool:
        """Whether the system has a tray now; one may come and go."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_shown(self) -> bool:
        """Whether the icon is there."""
        return self._icon is not None and self._icon.isVisible()

    def set_wanted(self, is_wanted: bool) -> None:
        """Show the icon, if the system has a place for it, or take it away."""
        self._is_wanted = is_wanted
        self.look_again()

    def look_again(self) -> None:
        """Follow a tray that has come or gone."""
        is_shown = self._is_wanted and self.is_available
        if is_shown and self._icon is None:
            self._icon = self._made()
        if self._icon is not None and self._icon.isVisible() != is_shown:
            self._icon.setVisible(is_shown)

    def show_message(self, words: str) -> None:
        """Say these words beside the icon."""
        if self._icon is not None and self.is_shown:
            # Windows shows nothing without a text below the title; elsewhere a title is enough.
            title, text = ("", words) if sys.platform == "win32" else (words, "")
            self._icon.showMessage(title, text, self._icon.icon())

    @property
    def menu(self) -> QMenu | None:
        """The menu of the icon, once it was shown."""
        return None if self._icon is None else self._icon.contextMenu()

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        menu = QMenu(self._window)
        for words, signal in (
            (self.tr("Open"), self.open_requested),
            (self.tr("Lock"), self.lock_requested),
            (self.tr("Quit"), self.quit_requested),
        ):
            menu.addAction(words).triggered.connect(signal)
        icon.setContextMenu(menu)
        icon.setToolTip(self.tr("Planner"))
        icon.setIcon(self._drawn())
        icon.activated.connect(self._on_icon_activated)
        icon.messageClicked.connect(self.message_opened)
        return icon

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.open_requested.emit()

    def _drawn(self) -> QIcon:
        icon = QIcon()
        for side in SIDES:
            icon.addPixmap(icon_pixmap(ICON, side, self._theme.color("accent"), 1.0, stroke=2.0 * side / 24))
        return icon

    def _dress(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(self._drawn())
