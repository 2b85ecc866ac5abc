"""The lanes of the editor: fields, and beside each the question it raises; in a narrow window below it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustplanner.content.commitments import QualityWords
from trustplanner.content.texts import Voice
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.theme import Theme

FIELDS, MARGIN, GUTTER = 680, 232, 44  # logical pixels at 100 %
ROW_GAP: Final = 22
_LABEL_GAP: Final = 6
_GAP_BELOW: Final = 8
_LINE_GAP: Final = 2
_BETWEEN_QUESTIONS: Final = 12
_NO_LIMIT: Final = 16_777_215


class MarginQuestion(QWidget):
    """A question about a field, and a calm line below it. Never a grade.

    In the margin it begins where the field does: with `is_below_label` that is below its label.
    """

    def __init__(self, theme: Theme, *, is_below_label: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.is_below_label = is_below_label
        self.is_wanted = True  # whether there is anything to ask now
        self._question = TextLabel(theme, "", "aside")
        self._follow_up = TextLabel(theme, "", "caption", "ink_2")
        layout = column(self, spacing=_LINE_GAP)
        layout.addWidget(self._question)
        layout.addWidget(self._follow_up)

    def ask(self, words: QualityWords, voice: Voice) -> None:
        """Ask this."""
        self._question.set_text(words.question.said_to(voice))
        self._follow_up.set_text(words.follow_up.said_to(voice))

    def height_at(self, width: int, *, explains: bool) -> int:
        """Pixels at this width, with or without the line below."""
        height = self._question.heightForWidth(width)
        return height + _LINE_GAP + self._follow_up.heightForWidth(width) if explains else height

    def explain(self, *, explains: bool) -> None:
        """Show or hide the line below."""
        self._follow_up.setVisible(explains)

    def question(self) -> str:
        """What is asked now."""
        return self._question.text()


class _Row(NamedTuple):
    fields: QWidget
    question: MarginQuestion | None
    asked_about: QWidget  # the fields, or the one of them that the question is about


class _MarginLane(QWidget):
    """Questions level with their fields; one that has no room there begins where the one above it ends.

    The line below a question is there where it does not push the next one down, and always where the focus is.
    """

    def __init__(self, theme: Theme, rows: list[_Row]) -> None:
        super().__init__()
        self.theme = theme
        self._rows = rows
        self._is_to_be_placed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def place_soon(self) -> None:
        """Put the questions right once, after everything that moves their fields and before anything is painted."""
        if not self._is_to_be_placed:
            self._is_to_be_placed = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def event(self, event: QEvent) -> bool:
        """Do what `place_soon` asked for."""
        if event.type() == QEvent.Type.LayoutRequest and self._is_to_be_placed:
            self._is_to_be_placed = False
            if not self.isHidden():  # while it is, the questions stand elsewhere
                self.place()
        return super().event(event)

    def place(self) -> None:
        """Put every question where it belongs now."""
        shown: list[tuple[QWidget, MarginQuestion]] = []
        tops: list[int] = []
        for fields, question, asked_about in self._rows:
            if question is not None:
                is_shown = question.is_wanted and not fields.isHidden()
                question.setVisible(is_shown)
                if is_shown:
                    shown.append((fields, question))
                    tops.append(self._level_of(asked_about, fields, question))
        bottom = 0
        for index, (fields, question) in enumerate(shown):
            top = max(tops[index], bottom)
            height = question.height_at(self.width(), explains=True)
            is_last = index + 1 == len(shown)
            fits = is_last or top + height + _BETWEEN_QUESTIONS <= tops[index + 1]
            explains = fits or _has_focus(fields)
            if not explains:
                height = question.height_at(self.width(), explains=False)
            question.explain(explains=explains)
            question.setGeometry(QRect(0, top, self.width(), height))
            bottom = top + height + _BETWEEN_QUESTIONS
        self.setMinimumHeight(max(0, bottom - _BETWEEN_QUESTIONS))

    def _level_of(self, asked_about: QWidget, fields: QWidget, question: MarginQuestion) -> int:
        """Where the field begins, below its label if it has one."""
        top = fields.y() + asked_about.mapTo(fields, QPoint(0, 0)).y()
        return top + (self.theme.line_height("label") + _LABEL_GAP if question.is_below_label else 0)

    def sizeHint(self) -> QSize:
        """The width of the margin, and as high as its questions reach."""
        return QSize(self.theme.px(MARGIN), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if not self.isHidden():  # while it is, the questions stand elsewhere
            self.place()


class EditorPage(ScrollPage):
    """Rows of fields with their questions; as wide as both lanes together while there is room for two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._rows: list[_Row] = []
        self._lane = _MarginLane(theme, self._rows)
        self._was_stacked: bool | None = None
        self._fields = QWidget()
        self._column: QVBoxLayout = column(self._fields, spacing=ROW_GAP)
        self._both: QHBoxLayout = row(spacing=GUTTER)
        self._both.addWidget(self._fields, 1, Qt.AlignmentFlag.AlignTop)
        self._both.addWidget(self._lane, 0, Qt.AlignmentFlag.AlignTop)
        super().__init__(theme, parent=parent)
        self.main.addLayout(self._both)

    def add_row(
        self, fields: QWidget, question: MarginQuestion | None = None, asked_about: QWidget | None = None
    ) -> None:
        """Add fields below those that are there, with the question that stands level with them, or with one of them."""
        self._rows.append(_Row(fields, question, asked_about or fields))
        self._column.addWidget(fields)
        fields.installEventFilter(self)
        if question is not None:
            question.installEventFilter(self)
        self._was_stacked = None
        self._arrange()

    def show_question(self, question: MarginQuestion, *, is_wanted: bool) -> None:
        """Ask it, or leave it out while it has nothing to do with what is written."""
        if question.is_wanted is not is_wanted:
            question.is_wanted = is_wanted
            question.setVisible(is_wanted)
            self._place_questions()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The margin follows its fields."""
        moves = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
        if event.type() in moves and watched.parent() is self._fields:
            self._place_questions()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        super()._arrange()
        px = self.theme.px
        self.main_column.setMaximumWidth(_NO_LIMIT if self.is_stacked else px(FIELDS) + GUTTER + px(MARGIN))
        self._fields.setMaximumWidth(_NO_LIMIT if self.is_stacked else px(FIELDS))
        self._lane.setFixedWidth(px(MARGIN))
        if self._was_stacked is not self.is_stacked:
            self._was_stacked = self.is_stacked
            self._move_questions()
        self._place_questions()

    def _place_questions(self) -> None:
        if not self.is_stacked:
            self._lane.place_soon()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        super()._on_focus_changed(old, new)
        self._place_questions()

    def _move_questions(self) -> None:
        """Into the margin, or each below its fields."""
        self._lane.setVisible(not self.is_stacked)
        for fields, question, _ in self._rows:
            if question is None:
                continue
            layout = fields.layout()
            if self.is_stacked and isinstance(layout, QVBoxLayout):
                question.setContentsMargins(0, _GAP_BELOW, 0, 0)
                layout.addWidget(question)
                question.explain(explains=True)
            else:
                if layout is not None:
                    layout.removeWidget(question)
                question.setContentsMargins(0, 0, 0, 0)
                question.setParent(self._lane)
            question.setVisible(question.is_wanted)


def _has_focus(fields: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and fields.isAncestorOf(focused)
