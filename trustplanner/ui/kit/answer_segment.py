"""One segment of an answer row. It is a button for keys and screen readers; the row paints it."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget

from trustplanner.ui.kit.joined_button import JoinedButton
from trustplanner.ui.kit.key_cap import SIDE as KEY_CAP
from trustplanner.ui.kit.key_cap import paint_key_cap
from trustplanner.ui.kit.marks import SIZE, Mark, paint_mark
from trustplanner.ui.kit.painted_button import Role
from trustplanner.ui.kit.text_block import leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme

MARK_CENTRE = 22
WORD_LEFT = 38
WORD_LEFT_WITHOUT_MARK = 16
GAP_AFTER_WORD = 8
KEY_CAP_MARGIN = 12


class AnswerSegment(JoinedButton):
    """A word with its mark and its key. `mark` None is a plain word, `key` the one letter that presses it."""

    def __init__(
        self, theme: Theme, parent: QWidget, role: Role, value: str, word: str, key: str, mark: Mark | None
    ) -> None:
        super().__init__(theme, parent, role)
        self.value = value
        self.word = word
        self.key = key
        self.mark = mark
        self._shows_key = False
        self._has_stepped_back = False

    def set_look(self, *, shows_key: bool, has_stepped_back: bool) -> None:
        """Whether the key cap is there, and whether the segment gives way to the answer that was chosen."""
        self._shows_key = shows_key  # the row is painted anew as a whole
        self._has_stepped_back = has_stepped_back

    @property
    def needed_width(self) -> int:
        """Pixels for everything the segment can show, in any state."""
        word = text_width(self.theme, "control_strong", self.word)
        cap = KEY_CAP if self.key else 0
        return self.theme.px(self._word_left + GAP_AFTER_WORD + cap + KEY_CAP_MARGIN) + word

    @property
    def _word_left(self) -> int:
        return WORD_LEFT if self.mark else WORD_LEFT_WITHOUT_MARK

    def paint_content(self, painter: QPainter) -> None:
        """Mark, word and key cap, in the coordinates of the row."""
        theme, px = self.theme, self.theme.px
        is_chosen = self.isChecked()
        is_faint = self._has_stepped_back or not self.isEnabled()
        if self.mark:
            mark_color = None if is_chosen else theme.color("ink_3" if is_faint else "ink_2")
            mark_rect = self._visual(QRect(px(MARK_CENTRE) - px(SIZE) // 2, 0, px(SIZE), self.height()))
            paint_mark(painter, QRectF(mark_rect), self.mark, theme, chosen=is_chosen, color=mark_color)
        word_color = theme.color("ink" if is_chosen or not is_faint else "ink_3")
        word_rect = self._visual(QRect(px(self._word_left), 0, self.width() - px(self._word_left), self.height()))
        word = role_text(
            theme,
            "control_strong" if is_chosen else "control",
            self.word,
            word_rect.width(),
            leading_side(is_right_to_left=self.isRightToLeft()),
        )
        top = word_rect.top() + (word_rect.height() - word.height) / 2
        word.paint(painter, word_rect.left(), top, word_color)
        if self._shows_key and self.key:
            side = px(KEY_CAP)
            cap = QRect(self.width() - px(KEY_CAP_MARGIN) - side, (self.height() - side) // 2, side, side)
            paint_key_cap(painter, QRectF(self._visual(cap)), self.key, theme)

    def _visual(self, rect: QRect) -> QRect:
        """A rectangle of the segment, mirrored where people read from the right, in the row's coordinates."""
        mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
        return mirrored.translated(self.pos())
