"""Words of the hurt person, as they were said: a bar and sepia, which stand for nothing else."""

from PySide6.QtCore import QEvent, QLineF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme

_BAR = 2
_WORDS_LEFT = 18
_NOTE_GAP = 4


class TheirWords(QWidget):
    """One quotation with where it comes from; hidden while there are no words. `QuoteLine` is the one to edit."""

    def __init__(self, theme: Theme, source: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self._words = TextLabel(theme, "", "promise", "theirs")
        layout = column(self, spacing=_NOTE_GAP)
        layout.addWidget(self._words)
        layout.addWidget(TextLabel(theme, source, "caption", "ink_3"))
        self._make_room_for_bar()
        self.hide()
        theme.changed.connect(self.update)

    def show_words(self, words: str) -> None:
        """Quote these words; without any nothing is shown."""
        self._words.set_text(self.tr("“{words}”").format(words=words.strip()))
        self.setVisible(bool(words.strip()))

    def words(self) -> str:
        """What is quoted, with its marks."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        """The bar stands where the words begin."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room_for_bar()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        pen = QPen(self.theme.color("theirs"), _BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter = QPainter(self)
        painter.setPen(pen)
        x = self.width() - _BAR / 2 if self.isRightToLeft() else _BAR / 2
        painter.drawLine(QLineF(x, 2, x, self.height() - 3))

    def _make_room_for_bar(self) -> None:
        """Layouts mirror their widgets, not their margins."""
        left, right = (0, _WORDS_LEFT) if self.isRightToLeft() else (_WORDS_LEFT, 0)
        self.setContentsMargins(left, 0, right, 0)
