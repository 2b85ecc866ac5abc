"""What made a miss likelier: a few words of which any number can be so."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.content.path import Choice
from trustplanner.ui.kit.boxes import Box, chosen_width, control_radius, paint_box, resting_box
from trustplanner.ui.kit.painted_button import OneTabStop, PaintedButton, Role
from trustplanner.ui.kit.text_block import TextBlock, role_text, text_width
from trustplanner.ui.kit.theme import Theme

HEIGHT = 36
GAP = 8
SIDE = 14
WORDS_INSET = 7
_WIDEST = 1 << 16


class _CauseChip(PaintedButton):
    def __init__(self, theme: Theme, choice: Choice, owner: QWidget) -> None:
        super().__init__(theme, owner, Role.CHECK_BOX)
        self.code = choice.code
        self._words = choice.label
        self.setAccessibleName(choice.label)

    def needed_width(self) -> int:
        """Words on one line, in either weight, so that choosing moves nothing."""
        return max(text_width(self.theme, role, self._words) for role in ("control", "control_strong")) + 2 * SIDE

    def height_at(self, width: int) -> int:
        """More where the words wrap."""
        return max(self.theme.px(HEIGHT), self._block(width, "control_strong").height + 2 * WORDS_INSET)

    def _block(self, width: int, role: str) -> TextBlock:
        return role_text(self.theme, role, self._words, width - 2 * SIDE, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box with its words."""
        painter = QPainter(self)
        theme, is_chosen = self.theme, self.isChecked()
        if is_chosen:
            box = Box("wash", "accent", chosen_width(theme), control_radius(theme))
        else:
            fill = "shade" if self.isDown() else "hover" if self.underMouse() else "sheet"
            box = resting_box(theme, fill)
        paint_box(painter, QRectF(self.rect()), box, theme)
        block = self._block(self.width(), "control_strong" if is_chosen else "control")
        block.paint(painter, SIDE, (self.height() - block.height) / 2, theme.color("ink"))


class CauseChips(OneTabStop):
    """Arrows walk, Space and Enter choose or leave a cause. `causes_chosen` carries a frozenset of codes."""

    causes_chosen = Signal(object)

    def __init__(self, theme: Theme, choices: Sequence[Choice], *, name: str, label: str) -> None:
        super().__init__(theme)
        self.setObjectName(name)
        self._chips = [_CauseChip(theme, choice, self) for choice in choices]
        for chip in self._chips:
            chip.setObjectName(f"{name}_{chip.code}_button")
            chip.activated.connect(self._on_chip_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_walk(self._chips)
        self.setAccessibleName(label)

    @property
    def causes(self) -> frozenset[str]:
        """The codes of what is chosen."""
        return frozenset(chip.code for chip in self._chips if chip.isChecked())

    def set_causes(self, codes: Iterable[str]) -> None:
        """Show these as chosen, without any signal; codes of another version are left out."""
        chosen = frozenset(codes)
        for chip in self._chips:
            chip.show_checked(chip.code in chosen)
        self._settle_tab_stop()

    def _on_chip_activated(self) -> None:
        chip = self.sender()
        if isinstance(chip, _CauseChip):
            chip.show_checked(not chip.isChecked())
            self.causes_chosen.emit(self.causes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from one to the next."""
        up_or_down = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = self._sideways_step(event.key()) or up_or_down.get(Qt.Key(event.key()), 0)
        if not step or self._move_focus(step) is None:
            super().keyPressEvent(event)

    # --- geometry

    def _arrange(self) -> None:
        for chip, rect in zip(self._chips, self._rects(self.width()), strict=True):
            chip.setGeometry(self._visual(rect))

    def _rects(self, width: int) -> list[QRect]:
        """Side by side, going on in a further line."""
        rects: list[QRect] = []
        left = top = line_height = 0
        for chip in self._chips:
            needed = min(chip.needed_width(), max(width, 1))
            if left and left + needed > width:
                left, top, line_height = 0, top + line_height + GAP, 0
            height = chip.height_at(needed)
            rects.append(QRect(left, top, needed, height))
            left, line_height = left + needed + GAP, max(line_height, height)
        return rects

    def sizeHint(self) -> QSize:
        """All on one line."""
        return self._size(_WIDEST)

    def minimumSizeHint(self) -> QSize:
        """One below the other, with wrapped words."""
        return QSize(self.theme.px(120), self.theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        return self._size(width).height()

    def _size(self, width: int) -> QSize:
        rects = self._rects(width)
        return QSize(max(rect.right() for rect in rects) + 1, max(rect.bottom() for rect in rects) + 1)
