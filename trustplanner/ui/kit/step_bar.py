"""The step bar: a few words for the steps of a flow, the present one underlined. Any step may be opened."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.painted_button import OneTabStop, PaintedButton, Role
from trustplanner.ui.kit.text_block import leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme

HEIGHT = 32
GAP = 22
LINE_GAP = 4
UNDERLINE = 2
_WIDEST = 1 << 16


class _Step(PaintedButton):
    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(theme, parent, Role.RADIO)
        self.words = words
        self.setAccessibleName(words)

    def needed_width(self) -> int:
        """As wide as in the heavier weight, so that the others stay where they are when the present step changes."""
        return text_width(self.theme, "label", self.words)

    @property
    def _role(self) -> str:
        return "label" if self.isChecked() else "small"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words; a line under the present step."""
        painter = QPainter(self)
        theme, is_present = self.theme, self.isChecked()
        is_lively = self.isEnabled() and (self.underMouse() or self.isDown())
        color = theme.color("ink" if is_present or is_lively else "ink_3")
        side = leading_side(is_right_to_left=self.isRightToLeft())
        block = role_text(theme, self._role, self.words, self.width(), side)
        top = (self.height() - block.height) // 2
        block.paint(painter, 0, top, color)
        if is_present or is_lively:
            words = min(text_width(theme, self._role, self.words), self.width())  # the line ends where they end
            line = QRect(self.width() - words if self.isRightToLeft() else 0, top + block.height, words, UNDERLINE)
            painter.fillRect(line, theme.color("accent" if is_present else "edge"))


class StepBar(OneTabStop):
    """`step_opened` carries the index of the step a person wants. Left and Right walk, Enter and Space open."""

    step_opened = Signal(int)

    def __init__(
        self, theme: Theme, steps: Sequence[str], *, name: str = "", label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._steps = [_Step(theme, words, self) for words in steps]
        for index, step in enumerate(self._steps, start=1):
            step.setObjectName(f"{name}_{index}_button")
            step.activated.connect(self._on_step_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_walk(self._steps)
        self.setAccessibleName(label)

    @property
    def present(self) -> int | None:
        """The index of the present step."""
        return next((index for index, step in enumerate(self._steps) if step.isChecked()), None)

    def set_present(self, index: int) -> None:
        """Show this step as the present one; no signal.

        Raises:
            IndexError: no such step.
        """
        if not 0 <= index < len(self._steps):
            raise IndexError(index)
        for position, step in enumerate(self._steps):
            step.show_checked(position == index)
        self._settle_tab_stop()
        self._arrange()
        self.updateGeometry()

    def _on_step_activated(self) -> None:
        step = self.sender()
        if isinstance(step, _Step) and not step.isChecked():
            index = self._steps.index(step)
            self.set_present(index)
            self.step_opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from step to step."""
        step = self._sideways_step(event.key())
        if not step or self._move_focus(step) is None:
            super().keyPressEvent(event)

    # --- geometry

    def _arrange(self) -> None:
        for step, rect in zip(self._steps, self._rects(self.width()), strict=True):
            step.setGeometry(self._visual(rect))

    def _rects(self, width: int) -> list[QRect]:
        """Side by side; on a further line what does not fit."""
        height = self.theme.px(HEIGHT)
        rects: list[QRect] = []
        left = top = 0
        for step in self._steps:
            needed = min(step.needed_width(), max(width, 1))
            if left and left + needed > width:
                left, top = 0, top + height + LINE_GAP
            rects.append(QRect(left, top, needed, height))
            left += needed + self.theme.px(GAP)
        return rects

    def sizeHint(self) -> QSize:
        """All steps on one line."""
        return self._size(_WIDEST)

    def minimumSizeHint(self) -> QSize:
        """One step below the other."""
        return QSize(max(step.needed_width() for step in self._steps), self.theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        return self._size(width).height()

    def _size(self, width: int) -> QSize:
        rects = self._rects(width)
        return QSize(max(rect.right() for rect in rects) + 1, rects[-1].bottom() + 1)
