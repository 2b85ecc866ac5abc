"""The option list: a few sentences of which one is true, each with its mark and the number that chooses it.

The numbers are seen only where they would be heard, in the list that holds the focus: a dialog may hold two lists.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from trustplanner.ui.kit.boxes import Box, chosen_width, control_radius, paint_box, resting_box
from trustplanner.ui.kit.key_cap import SIDE as KEY_CAP
from trustplanner.ui.kit.key_cap import paint_key_cap
from trustplanner.ui.kit.marks import SIZE, paint_mark
from trustplanner.ui.kit.painted_button import OneTabStop, PaintedButton, Role, spoken, take_focus
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme

HEIGHT = 44
GAP = 6
MARK_MIDDLE = 24
WORDS_LEFT = 46
WORDS_LEFT_WITHOUT_MARK = 16
WORDS_INSET = 10
END_GAP = 16
DETAIL_GAP = 10
NOTE_GAP = 2
NARROWEST_WORDS = 120
_HIGHEST_KEY = 9


class ListedOption(NamedTuple):
    """One option. `mark` is the word of a `Mark`, or empty; `detail` stands at the end, such as a time of day.

    `note` stands below the words and explains them.
    """

    value: str
    words: str
    mark: str = ""
    detail: str = ""
    note: str = ""


class _OptionRow(PaintedButton):
    def __init__(self, theme: Theme, option: ListedOption, key: str, owner: OneTabStop) -> None:
        super().__init__(theme, owner, Role.RADIO)
        self._owner = owner
        self.option = option
        self.key = key
        self._has_stepped_back = False
        self._shows_key = False
        self.show_option(option)

    def show_option(self, option: ListedOption) -> None:
        self.option = option
        self.setAccessibleName(spoken(option.words, option.detail, option.note))
        self.updateGeometry()
        self.update()

    def show_key(self, *, is_shown: bool) -> None:
        self._shows_key = is_shown
        self.update()

    def step_back(self, *, has_stepped_back: bool) -> None:
        self._has_stepped_back = has_stepped_back
        self.update()

    # --- geometry

    @property
    def _words_left(self) -> int:
        return self.theme.px(WORDS_LEFT if self.option.mark else WORDS_LEFT_WITHOUT_MARK)

    @property
    def _end_width(self) -> int:
        """Pixels after the words: detail, key cap and the gaps around them."""
        width = END_GAP + (self.theme.px(KEY_CAP) + DETAIL_GAP if self.key else 0)
        if self.option.detail:
            width += text_width(self.theme, "small", self.option.detail) + DETAIL_GAP
        return width

    def _block(self, width: int, role: str, words: str) -> TextBlock:
        side = leading_side(is_right_to_left=self.isRightToLeft())
        return role_text(self.theme, role, words, width - self._words_left - self._end_width, side)

    def _note_height(self, width: int) -> int:
        return self._block(width, "small", self.option.note).height + NOTE_GAP if self.option.note else 0

    def needed_width(self) -> int:
        """Words on one line, in either weight; a note wraps."""
        words = max(text_width(self.theme, role, self.option.words) for role in ("body", "strong"))
        return self._words_left + words + self._end_width

    def narrowest(self) -> int:
        """The words wrap."""
        words = min(text_width(self.theme, "strong", self.option.words), self.theme.px(NARROWEST_WORDS))
        return self._words_left + words + self._end_width

    def height_at(self, width: int) -> int:
        """The heavier weight decides, so that choosing moves nothing."""
        block = self._block(width, "strong", self.option.words)
        return max(self.theme.px(HEIGHT), block.height + self._note_height(width) + 2 * WORDS_INSET)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, mark, words, note, detail and key cap."""
        painter = QPainter(self)
        theme, px, is_chosen = self.theme, self.theme.px, self.isChecked()
        paint_box(painter, self.rect(), self._box(), theme)
        if self.option.mark:
            is_faint = self._has_stepped_back or not self.isEnabled()
            color = None if is_chosen else theme.color("ink_3" if is_faint else "ink_2")
            place = self._visual(QRect(px(MARK_MIDDLE) - px(SIZE) // 2, 0, px(SIZE), self.height()))
            paint_mark(painter, place, self.option.mark, theme, chosen=is_chosen, color=color)
        self._paint_words(painter)
        self._paint_end(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self.theme
        block = self._block(self.width(), "strong" if self.isChecked() else "body", self.option.words)
        left = self._end_width if self.isRightToLeft() else self._words_left
        top = (self.height() - block.height - self._note_height(self.width())) / 2
        block.paint(painter, left, top, theme.color("ink" if self.isEnabled() else "ink_3"))
        if self.option.note:
            note = self._block(self.width(), "small", self.option.note)
            note.paint(
                painter, left, top + block.height + NOTE_GAP, theme.color("ink_2" if self.isEnabled() else "ink_3")
            )

    def _paint_end(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(KEY_CAP)
        right = self.width() - END_GAP
        if self.key:
            if self._shows_key:
                cap = QRect(right - side, (self.height() - side) // 2, side, side)
                paint_key_cap(painter, self._visual(cap), self.key, theme)
            right -= side + DETAIL_GAP
        if self.option.detail:
            width = text_width(theme, "small", self.option.detail)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink_3"))
            place = self._visual(QRect(right - width, 0, width, self.height()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.option.detail)

    def _box(self) -> Box:
        theme = self.theme
        if self.isChecked():
            return Box("wash", "accent", chosen_width(theme), control_radius(theme))
        if not self.isEnabled():
            return resting_box(theme, "sheet", border="rule")
        fill = "shade" if self.isDown() else "hover" if self.underMouse() else "sheet"
        border = "rule" if self._has_stepped_back else "edge"
        return resting_box(theme, fill, border=border, needs_look=self._owner.needs_look)

    def _visual(self, rect: QRect) -> QRectF:
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))


class OptionList(OneTabStop):
    """One of several sentences, one below the other. Up and Down choose the next, 1 to 9 choose by number.

    `option_chosen` carries the value that a person has chosen.
    """

    option_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[ListedOption],
        *,
        name: str = "",
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._rows = [
            _OptionRow(theme, option, str(number) if number <= _HIGHEST_KEY else "", self)
            for number, option in enumerate(options, start=1)
        ]
        for row in self._rows:
            row.setObjectName(f"{name}_{row.option.value}_button")
            row.activated.connect(self._on_row_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_walk(self._rows)
        self.setAccessibleName(label)

    @property
    def chosen(self) -> str | None:
        """The value of the chosen option."""
        return next((row.option.value for row in self._rows if row.isChecked()), None)

    def set_chosen(self, value: str | None) -> None:
        """Show this option as chosen, None for none; no signal.

        Raises:
            ValueError: no such option.
        """
        if value is not None and value not in {row.option.value for row in self._rows}:
            raise ValueError(value)
        for row in self._rows:
            row.show_checked(row.option.value == value)
            row.step_back(has_stepped_back=value is not None)
        self._settle_tab_stop()

    def set_detail(self, value: str, detail: str) -> None:
        """Say something at the end of this option, such as when it was; empty for nothing."""
        self._replace(value, detail=detail)

    def set_note(self, value: str, note: str) -> None:
        """Explain this option below its words; empty for nothing."""
        self._replace(value, note=note)

    def _replace(self, value: str, **parts: str) -> None:
        for row in self._rows:
            if row.option.value == value:
                row.show_option(row.option._replace(**parts))
        self._arrange()
        self.updateGeometry()

    def _on_row_activated(self) -> None:
        row = self.sender()
        if isinstance(row, _OptionRow):
            self._choose(row)

    def _choose(self, row: _OptionRow) -> None:
        was_chosen = self.chosen
        self.set_chosen(row.option.value)
        if any(other.hasFocus() for other in self._rows):
            take_focus(row)
        if row.option.value != was_chosen:
            self.option_chosen.emit(row.option.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and numbers choose; every other key goes on to the page."""
        allowed = Qt.KeyboardModifier.KeypadModifier
        row = None if event.modifiers() & ~allowed else self._row_for(event)
        if row is None:
            super().keyPressEvent(event)
        else:
            self._choose(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The numbers come and go with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            for row in self._rows:
                row.show_key(is_shown=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _row_for(self, event: QKeyEvent) -> _OptionRow | None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), self._sideways_step(event.key()))
        if step:
            target = self._move_focus(step)
            return target if isinstance(target, _OptionRow) else None
        return next((row for row in self._rows if row.key and row.key == event.text() and row.isEnabled()), None)

    # --- geometry

    def _arrange(self) -> None:
        top = 0
        for row in self._rows:
            height = row.height_at(self.width())
            row.setGeometry(0, top, self.width(), height)
            top += height + GAP

    def sizeHint(self) -> QSize:
        """Each option on one line."""
        width = max((row.needed_width() for row in self._rows), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, with wrapped words."""
        width = max((row.narrowest() for row in self._rows), default=0)
        return QSize(width, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        return sum(row.height_at(width) + GAP for row in self._rows) - GAP
