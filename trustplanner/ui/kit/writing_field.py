"""The field for drafts and answers: serif, open lines, as tall as what is written."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.ui.kit.theme import Theme

LOWEST, TALLEST, TALLEST_PAGE = 126, 320, 900  # logical pixels at 100 %
FRAME = 20  # padding and border of the style sheet, above and below together
_NARROWEST = 160
_SHARE_OF_PAGE = 0.44  # of the height that is seen, at most; the design's window has room for TALLEST
_SHARE_OF_OWN_PAGE = 0.66


class WritingField(QTextEdit):
    """Plain text. Tab leaves the field; Ctrl+Enter asks to go on, Enter begins a new line.

    `textChanged` follows each key; fill with `fill`, which sends no signal. What a person types or pastes beyond
    `most` characters is refused whole, and `overflow_refused` says so. `lowest` is the height of the empty field in
    pixels at 100 %. One that `has_page` to itself, as a letter does, grows with its words as far as the window goes.
    """

    go_on_requested = Signal()
    overflow_refused = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        name: str = "",
        lowest: int = LOWEST,
        most: int = LONGEST_ANSWER,
        has_page: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lowest = lowest
        self._most = most
        self._tallest, self._share = (TALLEST_PAGE, _SHARE_OF_OWN_PAGE) if has_page else (TALLEST, _SHARE_OF_PAGE)
        self.setObjectName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._dress()
        self.fill("")
        theme.changed.connect(self._dress)

    def fill(self, text: str) -> None:
        """Show a text that code knows, without any signal and without a step that could be undone."""
        self.blockSignals(True)
        self.setPlainText(text)
        self._space_lines()
        self.blockSignals(False)
        self._fit_height()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt calls it by this name)
        """Paste words only, never their looks."""
        words = source.text()
        if self._has_room_for(words):
            self.textCursor().insertText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on instead of breaking the line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_on_requested.emit()
            return
        adds_letter = is_enter or (bool(event.text()) and event.text().isprintable())
        if not adds_letter or self._has_room_for(event.text()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that are put together from several keys."""
        if self._has_room_for(event.commitString()):
            super().inputMethodEvent(event)

    def _has_room_for(self, words: str) -> bool:
        if len(words) <= max(0, self._room()):
            return True
        self.overflow_refused.emit()
        return False

    def _room(self) -> int:
        """How many characters more it takes, in place of what is selected."""
        cursor = self.textCursor()
        return self._most - len(self.toPlainText()) + len(cursor.selectedText())

    def minimumSizeHint(self) -> QSize:
        """A field may be narrow; its height is fixed by what is written."""
        return QSize(self.theme.px(_NARROWEST), self._heights()[0])

    def _space_lines(self) -> None:
        """Set the line height on all blocks; those that are typed later inherit it.

        Qt counts the percentage from the font's own line, and below 100 it would cut the letters.
        """
        role = self.theme.tokens.roles["writing"]
        own_line = QFontMetricsF(self.theme.font("writing")).height()
        percent = max(100.0, self.theme.px(role.size) * role.line / own_line)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        document.setUndoRedoEnabled(True)

    def _dress(self) -> None:
        self.setFont(self.theme.font("writing"))
        self._fit_height()

    def _fit_height(self) -> None:
        written = ceil(self.document().size().height()) + self._frame()
        lowest, tallest = self._heights()
        self.setFixedHeight(min(max(written, lowest), tallest))

    def _heights(self) -> tuple[int, int]:
        """Pixels of the empty field, and of one that scrolls: on a low page it leaves room for its question."""
        lowest, tallest = self.theme.px(self._lowest), self.theme.px(self._tallest)
        page = self._page_viewport()
        if page is not None:
            tallest = min(tallest, round(page.height() * self._share))
        return lowest, max(lowest, tallest)

    def _page_viewport(self) -> QWidget | None:
        """What is seen of the page that this scrolls with."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent.viewport() if parent is not None else None

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the page it is on now."""
        super().showEvent(event)
        page = self._page_viewport()
        if page is not None:
            page.installEventFilter(self)
            self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page again when more or less is seen of it."""
        if event.type() == QEvent.Type.Resize and watched is self._page_viewport():
            self._fit_height()
        return super().eventFilter(watched, event)

    def _frame(self) -> int:
        """Pixels above and below the words, together."""
        return FRAME
