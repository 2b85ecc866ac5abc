"""What scrolls up and down and never sideways, inside a page that decides its own width."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class VerticalScroll(QScrollArea):
    """Scrolls `content`, as wide as there is room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """Any height scrolls; the width is the window's to decide."""
        return QSize(0, 0)

    def bar_width(self) -> int:
        """Pixels that the scroll bar takes now."""
        return self.width() - self.viewport().width()
