"""The field for one sentence: a line, and up to three where the words need them."""

from math import ceil
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import on_one_line
from trustplanner.ui.kit.writing_field import WritingField

MOST_LINES: Final = 3
_LINE_FIELD: Final = 40  # pixels at 100 % inside the border of a `LineField`, as the style sheet has it
_PADDING: Final = 8  # of the style sheet, above and below together
_NEW_LINE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARAGRAPH_END: Final = "\u2029"


class SentenceField(WritingField):
    """Stands where a `WordsLine` could, with its signals, and is as high as one until the words need more lines.

    It takes no line breaks: Enter ends the visit, and those that are pasted become spaces. `most` is how many
    characters it takes from a person; what code fills in is never cut.
    """

    textEdited = Signal(str)  # noqa: N815  (named as at a line)
    editingFinished = Signal()  # noqa: N815  (named as at a line)
    returnPressed = Signal()  # noqa: N815  (named as at a line)

    def __init__(self, theme: Theme, *, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, most=most, parent=parent)
        self.setProperty("isSentence", True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNone)  # a keyboard on the screen offers no new line
        self._before = ""
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """What stands in it, to the letter; `toPlainText` would take hard spaces for others."""
        return self.document().toRawText().replace(_PARAGRAPH_END, "\n")

    def words(self) -> str:
        """What is written, without spaces around it."""
        return self.text().strip()

    def fill(self, text: str) -> None:
        """Show a text that code knows, without any signal; the beginning is seen."""
        super().fill(text)
        self._before = text

    def setSelection(self, start: int, length: int) -> None:  # noqa: N802  (the name at a line)
        """Select so many places from `start` on, as Qt counts them."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what it does in a line, and is left to whatever is around as well."""
        if event.key() not in _NEW_LINE:
            super().keyPressEvent(event)
            return
        self.returnPressed.emit()
        self.editingFinished.emit()
        event.ignore()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt calls it by this name)
        """Paste words in one line, as many letters as there is room for."""
        self.textCursor().insertText(self._fitting(source.text()))
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The same for what is put together or spoken."""
        words = self._fitting(event.commitString())
        event.setCommitString(words, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it ends the visit and the selection; a menu above it does not."""
        super().focusOutEvent(event)
        reasons = Qt.FocusReason
        if event.reason() == reasons.PopupFocusReason:
            return
        if event.reason() != reasons.ActiveWindowFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.editingFinished.emit()

    def _fitting(self, words: str) -> str:
        return on_one_line(words)[: max(0, self._room())]

    def _on_text_changed(self) -> None:
        """Letters that are still being put together change the text for Qt alone."""
        text = self.text()
        if text != self._before:
            self._before = text
            self.textEdited.emit(text)

    # --- its height

    def _fit_height(self) -> None:
        """Room for the words; one line of letters stands where it would in a line's field."""
        super()._fit_height()
        inside = self.theme.px(_LINE_FIELD)
        above = (inside - self.fontMetrics().height()) // 2 - _PADDING // 2
        self.setViewportMargins(0, above, 0, inside - _PADDING - ceil(self._line()) - above)

    def _heights(self) -> tuple[int, int]:
        line, frame = self._line(), self._frame()
        return frame + ceil(line), frame + ceil(MOST_LINES * line)

    def _frame(self) -> int:
        return self.theme.px(_LINE_FIELD) + 2 * self.theme.border_width - ceil(self._line())

    def _line(self) -> float:
        """Pixels from one line to the next; Qt rounds them in its own way, so it is asked."""
        document = self.document()
        lines = sum(document.findBlockByNumber(each).layout().lineCount() for each in range(document.blockCount()))
        return document.size().height() / max(1, lines)
