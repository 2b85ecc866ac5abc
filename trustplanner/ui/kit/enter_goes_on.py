"""Enter goes on instead of pressing what has the focus: an answer is given by its letter, its number or Space."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.painted_button import PaintedButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterGoesOn(QObject):
    """Watches the painted buttons of a widget; `pressed` says that Enter, without a modifier, was pressed on one."""

    pressed = Signal()

    def watch(self, widget: QWidget) -> None:
        """Take Enter from every painted button in `widget`."""
        for button in widget.findChildren(PaintedButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a plain Enter from the button."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_plain_enter(event):
            if not event.isAutoRepeat():
                self.pressed.emit()
            return True
        return super().eventFilter(watched, event)


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter with nothing else held."""
    return event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
