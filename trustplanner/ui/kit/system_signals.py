"""The system says that it goes to sleep or that its screen is locked, where it has a bus to say so on."""

from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

# The stubs ask for bytes; PySide itself takes what SLOT returns, a str, and refuses bytes.
ON_SYSTEM_GOES = cast("bytes", SLOT("_on_system_goes(bool)"))
LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


class SystemSignals(QObject):
    """Emits `locking` when the machine is about to sleep or its screen saver takes over."""

    locking = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            system.connect(*LOGIN, "PrepareForSleep", self, ON_SYSTEM_GOES)
        if session.isConnected():
            for screen_saver in SCREEN_SAVERS:
                session.connect(*screen_saver, "ActiveChanged", self, ON_SYSTEM_GOES)

    @Slot(bool)
    def _on_system_goes(self, is_going: bool) -> None:
        if is_going:
            self.locking.emit()
