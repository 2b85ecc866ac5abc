"""Messages of the desktop where it has no tray: through its portal, the one way whose types this Qt can send.

The older notification service wants an unsigned number, which PySide has no way to put into a message.
"""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage

SERVICE: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
INTERFACE: Final = "org.freedesktop.portal.Notification"
ID: Final = "planner"  # a later message takes the place of an earlier one


class DesktopMessages(QObject):
    """Shows one message at a time, and takes it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_out = False

    @property
    def is_available(self) -> bool:
        """Whether the desktop takes messages now, or would begin to."""
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        names = bus.interface()
        if names.isServiceRegistered(SERVICE).value():
            return True
        asked = QDBusMessage.createMethodCall(
            "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListActivatableNames"
        )
        found = bus.call(asked).arguments()
        return bool(found) and SERVICE in found[0]

    def show_message(self, words: str) -> None:
        """Say these words; whether anybody sees them is the desktop's business."""
        self._is_out = True
        self._send("AddNotification", [ID, {"title": words, "priority": "low"}])

    def take_back(self) -> None:
        """Leave nothing of it on the screen."""
        if self._is_out:
            self._is_out = False
            self._send("RemoveNotification", [ID])

    def _send(self, method: str, arguments: list[object]) -> None:
        message = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, method)
        message.setArguments(arguments)
        QDBusConnection.sessionBus().send(message)
