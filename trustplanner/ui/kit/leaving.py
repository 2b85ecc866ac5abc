"""When the focus really leaves a field: not for a menu, and not because another window comes to the front."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def is_leaving(event: QFocusEvent) -> bool:
    """Whether somebody goes to another part of this window."""
    return event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS
