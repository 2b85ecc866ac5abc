"""The quoted line: words that are either theirs or a guess. Bar, ink, quotation marks and segment change together."""

from PySide6.QtCore import QEvent, QLineF, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from trustplanner.domain.path import Whose
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.painted_button import PaintedButton, take_focus
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.text_block import leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

BAR_WIDTH = 2
WORDS_LEFT = 18
WORDS_GAP = 7
ROW_GAP = 10
_QUOTATION_MARKS = '"“”„«»'


class QuoteLine(QWidget):
    """One line with "she said / I guess" beneath, and the ways to change or delete it.

    The line shows a change of whose words they are at once. `words_edited` follows every change of the words while a
    person writes and never carries empty words: leaving the line empty asks to delete it. The pronoun comes with
    `said_words`.
    """

    whose_chosen = Signal(str)  # the value of a Whose
    words_edited = Signal(str)
    edit_finished = Signal()
    delete_requested = Signal()

    def __init__(
        self, theme: Theme, *, said_words: str, guess_words: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self._words = ""
        self._label = _Words(theme)
        self._field = WritingField(theme, name=f"{name}_words_field")
        self._segment = SegmentedControl(
            theme,
            [SegmentOption(Whose.SAID, said_words, "theirs"), SegmentOption(Whose.GUESS, guess_words)],
            name=f"{name}_whose",
            is_low=True,
        )
        self._note = TextLabel(theme, role="caption", color="ink_3", wraps=False)
        self._edit = _LineAction(theme, f"{name}_edit_button")
        self._delete = _LineAction(theme, f"{name}_delete_button")
        self._lay_out()
        self._label.pressed.connect(self.start_editing)
        self._edit.activated.connect(self._on_edit_activated)
        self._delete.activated.connect(self.delete_requested)
        self._segment.option_chosen.connect(self._on_segment_option_chosen)
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.go_on_requested.connect(self._finish_editing)
        self._field.installEventFilter(self)
        theme.changed.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        self._field.hide()
        layout = column(self, spacing=WORDS_GAP)
        self._make_room_for_bar()
        layout.addWidget(self._label)
        layout.addWidget(self._field)
        below = WrappingRow(gap=ROW_GAP, line_gap=4)
        for widget in (self._segment, self._note, self._edit, self._delete):
            below.addWidget(widget)
        layout.addLayout(below)

    def _make_room_for_bar(self) -> None:
        """Layouts mirror their widgets, not their margins."""
        if self.isRightToLeft():
            self.setContentsMargins(0, 0, WORDS_LEFT, 0)
        else:
            self.setContentsMargins(WORDS_LEFT, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """The bar stands where the words begin."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room_for_bar()

    # --- what the owner sets

    def fill(self, words: str, whose: str, note: str) -> None:
        """Show a line, without any signal. A line that is being written keeps what stands in its field.

        Args:
            words: as they were written, with or without quotation marks.
            whose: the value of a `Whose`.
            note: stands beside the segment: "From memory, 3 May", "Ask, do not press".
        """
        if not self.is_being_written:
            self._words = words
        self._segment.set_chosen(whose)
        self._note.set_text(note)
        self._show_line()

    @property
    def is_being_written(self) -> bool:
        """Whether the words stand in a field now."""
        return not self._field.isHidden()

    def start_editing(self) -> None:
        """Put the words into a field."""
        if self.is_being_written:
            return
        self._field.fill(self._words)
        self._label.hide()
        self._field.show()
        self._show_line()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)

    # --- showing

    def _show_line(self) -> None:
        is_said = self._segment.chosen == Whose.SAID
        words = self._words.strip()
        self._label.set_text(self.tr("“{words}”").format(words=_without_marks(words)) if is_said else words)
        self._label.set_color("theirs" if is_said else "ink")
        self._segment.setAccessibleName(self._label.text())
        if self.is_being_written:
            self._edit.set_words(self.tr("Finish"), self.tr("Finish: {words}").format(words=self._label.text()))
        else:
            self._edit.set_words(self.tr("Edit"), self.tr("Edit: {words}").format(words=self._label.text()))
        self._delete.set_words(self.tr("Delete"), self.tr("Delete: {words}").format(words=self._label.text()))
        self.update()

    def _show_actions(self) -> None:
        """The two actions are seen while the line is under the mouse or holds the focus; they are always reachable."""
        focused = QApplication.focusWidget()
        is_in_use = self.underMouse() or (focused is not None and self.isAncestorOf(focused))
        self._edit.show_words(are_seen=is_in_use)
        self._delete.show_words(are_seen=is_in_use)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the actions."""
        super().enterEvent(event)
        self._show_actions()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the actions, unless the keyboard is here."""
        super().leaveEvent(event)
        self._show_actions()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._show_actions()
        # Nothing new has the focus while another window or a menu is in front: then the writing goes on.
        if new is not None and self.is_being_written and not self.isAncestorOf(new):
            self._finish_editing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar: solid for what was said, dotted for a guess."""
        painter = QPainter(self)
        is_said = self._segment.chosen == Whose.SAID
        pen = QPen(self.theme.color("theirs" if is_said else "edge"), BAR_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not is_said:
            pen.setDashPattern([2, 1])
        painter.setPen(pen)
        x = self.width() - BAR_WIDTH / 2 if self.isRightToLeft() else BAR_WIDTH / 2
        painter.drawLine(QLineF(x, 2, x, self.height() - 3))

    # --- what a person does

    def _on_segment_option_chosen(self, whose: str) -> None:
        self._show_line()
        self.whose_chosen.emit(whose)

    def _on_field_text_changed(self) -> None:
        words = self._field.toPlainText().strip()
        if words and words != self._words:
            self._words = words
            self.words_edited.emit(words)

    def _on_edit_activated(self) -> None:
        if self.is_being_written:
            self._finish_editing()
        else:
            self.start_editing()

    def _finish_editing(self) -> None:
        if not self.is_being_written:
            return
        is_empty = not self._field.toPlainText().strip()
        if self._field.hasFocus():
            take_focus(self._edit)
        self._field.hide()
        self._label.show()
        self._show_line()
        self.edit_finished.emit()
        if is_empty:
            self.delete_requested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc ends the writing, and keeps what is written; it closes nothing around the line."""
        if watched is not self._field or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._finish_editing()
        return True


def _without_marks(words: str) -> str:
    """Words without the one pair of quotation marks around them, if they have it: ours are added."""
    inner = words[1:-1]
    has_pair = len(words) > 2 and words[0] in _QUOTATION_MARKS and words[-1] in _QUOTATION_MARKS
    return inner if has_pair and not set(inner) & set(_QUOTATION_MARKS) else words


class _Words(TextLabel):
    """The words, which a press of the mouse makes editable; by keyboard "Edit" does the same."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, role="promise")
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The main button only."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class _LineAction(PaintedButton):
    """A small word that is seen only while its line is in use; keyboard and screen reader reach it always."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._words = ""
        self._are_words_seen = False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, accessible_name: str) -> None:
        self._words = words
        self.setAccessibleName(accessible_name)
        self.updateGeometry()
        self.update()

    def show_words(self, *, are_seen: bool) -> None:
        if are_seen != self._are_words_seen:
            self._are_words_seen = are_seen
            self.update()

    def sizeHint(self) -> QSize:
        """The word and room to hit it."""
        width = text_width(self.theme, "caption", self._words) + 2 * self.theme.px(4)
        return QSize(width, self.theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The word, underlined under the mouse."""
        if not self._are_words_seen:
            return
        painter = QPainter(self)
        inset = self.theme.px(4)
        side = leading_side(is_right_to_left=self.isRightToLeft())
        block = role_text(self.theme, "caption", self._words, self.width() - 2 * inset, side)
        top = (self.height() - block.height) / 2
        color = self.theme.color("accent_press" if self.isDown() else "accent")
        block.paint(painter, inset, top, color)
        if self.underMouse():
            baseline = round(top + block.height - self.theme.px(2))
            painter.fillRect(inset, baseline, self.width() - 2 * inset, 1, color)
