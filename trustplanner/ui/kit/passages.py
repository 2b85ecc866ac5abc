"""Passages of the program's own words: a heading with paragraphs, a list, and two columns that become one."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.theme import Theme

_TITLE_GAP, _PARAGRAPH_GAP, _LINE_GAP = 4, 8, 4
_DOT_LANE, _DOT = 16, 4
_COLUMNS_GAP = 32
_ONE_COLUMN_BELOW = 480  # logical pixels at 100 %


def passage(
    theme: Theme,
    title: str,
    paragraphs: Iterable[str],
    *,
    title_role: str = "strong",
    role: str = "body",
    color: str = "ink_2",
) -> QVBoxLayout:
    """A heading and its paragraphs; without a title only the paragraphs."""
    lines = column(spacing=_PARAGRAPH_GAP)
    if title:
        head = column(spacing=_TITLE_GAP)
        head.addWidget(TextLabel(theme, title, title_role, "ink_2" if title_role == "label" else "ink"))
        lines.addLayout(head)
        lines.setSpacing(_TITLE_GAP)
    for position, words in enumerate(paragraphs):
        if position and title:
            lines.addSpacing(_PARAGRAPH_GAP - _TITLE_GAP)
        lines.addWidget(TextLabel(theme, words, role, color))
    return lines


def bullets(theme: Theme, title: str, lines: Iterable[str], *, role: str = "body") -> QVBoxLayout:
    """A label and a list below it."""
    layout = column(spacing=_LINE_GAP)
    layout.addWidget(TextLabel(theme, title, "label", "ink_2"))
    layout.addSpacing(2)
    for words in lines:
        line = row(spacing=0)
        lane = column()
        lane.addWidget(_Dot(theme, role))
        lane.addStretch(1)
        line.addLayout(lane)
        line.addWidget(TextLabel(theme, words, role, "ink"), 1)
        layout.addLayout(line)
    return layout


class _Dot(QWidget):
    """The dot before a line of a list, in the middle of its first line."""

    def __init__(self, theme: Theme, role: str) -> None:
        super().__init__()
        self.theme = theme
        self._role = role
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("ink_3"))
        painter.setBrush(self.theme.color("ink_3"))
        radius = self.theme.px(_DOT) / 2
        middle = self.theme.line_height(self._role) / 2
        left = self.width() - radius - 1 if self.isRightToLeft() else radius + 1
        painter.drawEllipse(QPointF(left, middle), radius, radius)

    def _fit(self) -> None:
        self.setFixedSize(QSize(self.theme.px(_DOT_LANE), self.theme.line_height(self._role)))
        self.update()


class TwoColumns(QWidget):
    """Two layouts side by side; one below the other where that would make them narrow."""

    def __init__(self, theme: Theme, first: QLayout, second: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lanes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lanes.setContentsMargins(0, 0, 0, 0)
        for lane in (first, second):
            holder = column()
            holder.addLayout(lane)
            holder.addStretch(1)
            self._lanes.addLayout(holder, 1)
        self._arrange()
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() >= self.theme.px(_ONE_COLUMN_BELOW)
        directions = QBoxLayout.Direction
        self._lanes.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._lanes.setSpacing(_COLUMNS_GAP if is_wide else _COLUMNS_GAP // 2)
