"""The field of one point of an agenda: as high as its words, with a frame only while it is used."""

from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import FRAME, WritingField

LOWEST: Final = 44  # pixels at 100 %
LONGEST_POINT: Final = 200  # characters


class PointField(WritingField):
    """One sentence on as many lines as it needs; Enter leaves it instead of breaking it."""

    entered = Signal()
    editing_finished = Signal()

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, lowest=LOWEST, most=LONGEST_POINT, parent=parent)
        self.setProperty("isQuiet", True)

    def one_line_height(self) -> int:
        """Pixels of the first line with its frame, in the middle of which its words stand."""
        return self.theme.line_height("writing") + FRAME

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the end of the point."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editing_finished.emit()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends the visit."""
        super().focusOutEvent(event)
        self.editing_finished.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt calls it by this name)
        """Paste words in one line."""
        words = " ".join(source.text().split())
        if self._has_room_for(words):
            self.textCursor().insertText(words)
