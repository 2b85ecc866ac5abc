"""The letter sentence by sentence, each with a chip that says what it does. One stop of the Tab key; arrows walk."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from trustplanner.domain.letter_sentences import LetterSentence
from trustplanner.domain.letters import SentenceKind
from trustplanner.ui.kit.boxes import Box, paint_box
from trustplanner.ui.kit.chip import Chip
from trustplanner.ui.kit.labels import TextLabel, isolated
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.painted_button import OneTabStop, spoken
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.letter_page.kinds import UNTAGGED, look_of

_SIDE, _TOP = 14, 4  # around a sentence, inside its highlight
_CHIP_LANE, _LANE_GAP = 178, 20
_SIDE_BY_SIDE_FROM = 480  # logical pixels at 100 %
_SENTENCE_GAP, _PARAGRAPH_GAP = 1, 14
_GOING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0)

KindName = Callable[[SentenceKind | None], str]


class _TagChip(Chip):
    """Enter writes at the sentence; Space and the mouse open the list of kinds; 1 to 8 choose, 0 and Delete clear."""

    write_requested = Signal()
    cleared = Signal()
    focus_changed = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_requested.emit()
        elif event.key() in _CLEARING:
            self._note_keyboard(is_used=True)
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class SentenceRow(QWidget):
    """One sentence and its chip; a press on the words asks to write there."""

    write_requested = Signal()

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.sentence = LetterSentence("", 0, 0, begins_paragraph=False)
        self._is_asked_about = False
        self._gap_above = 0
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._words = TextLabel(theme, role="writing")
        self.chip = _TagChip(theme, "", UNTAGGED.tone, UNTAGGED.icon, name=f"letter_sentence_{number}_chip")
        self.chip.setCursor(Qt.CursorShape.ArrowCursor)
        self.chip.focus_changed.connect(self.update)
        self._lane = QWidget()
        chips = WrappingRow()
        self._lane.setLayout(chips)
        chips.addWidget(self.chip)
        self._lanes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lanes.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        beside = column()
        beside.addWidget(self._words)
        beside.addStretch(1)
        self._lanes.addLayout(beside, 1)
        self._lanes.addWidget(self._lane, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._arrange)
        self._arrange()

    def show_sentence(self, sentence: LetterSentence, kind: SentenceKind | None, name: str) -> None:
        """Show the words and what they do."""
        self.sentence = sentence
        self._words.set_text(sentence.words)
        look = look_of(kind)
        if (self.chip.words(), self.chip.accessibleName()) != (name, spoken(name, sentence.words)):
            self.chip.set_kind(name, look.tone, look.icon)
            self.chip.setAccessibleName(spoken(name, sentence.words))

    def words(self) -> str:
        """The sentence as a person reads it."""
        return self._words.text()

    def set_gap_above(self, gap: int) -> None:
        """Leave more room above the first sentence of a paragraph."""
        if gap != self._gap_above:
            self._gap_above = gap
            self._lanes.setContentsMargins(_SIDE, gap + _TOP, _SIDE, _TOP)

    def ask_about(self, *, is_asked: bool) -> None:
        """Stand out while the margin asks about this sentence."""
        if is_asked != self._is_asked_about:
            self._is_asked_about = is_asked
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The main button only."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.write_requested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The press is taken, so that the release comes here."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sentence that is worked on, or asked about, stands on another paper."""
        if self._is_asked_about or self.chip.hasFocus():
            radius = self.theme.tokens.radius["control"]
            paint_box(
                QPainter(self),
                self.rect().adjusted(0, self._gap_above, 0, 0),
                Box("hover", None, 0, radius),
                self.theme,
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chip beside the words, or under them in a narrow window."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, directions = self.theme.px, QBoxLayout.Direction
        is_beside = self.width() >= px(_SIDE_BY_SIDE_FROM)
        self._lanes.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._lanes.setSpacing(_LANE_GAP if is_beside else 2)
        self._lane.setMinimumWidth(px(_CHIP_LANE) if is_beside else 0)
        self._lane.setMaximumWidth(px(_CHIP_LANE) if is_beside else 16_777_215)


class SentenceList(OneTabStop):
    """`write_requested` carries the `LetterSentence` to write at, `kind_chosen` its words and a kind or None."""

    write_requested = Signal(object)
    kind_chosen = Signal(str, object)

    def __init__(self, theme: Theme, kind_name: KindName, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("letter_sentences")
        self.rows: list[SentenceRow] = []
        self._kind_name = kind_name
        self._asked = ""
        self._menu = QMenu(self)
        self._menu.setObjectName("letter_kinds_menu")
        self._menu_row: SentenceRow | None = None
        self._fill_menu()
        self._column = column(self)

    def show_sentences(self, tagged: Sequence[tuple[LetterSentence, SentenceKind | None]]) -> None:
        """Show these; rows stay in their places, so that the focus does."""
        while len(self.rows) > len(tagged):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        had = len(self.rows)
        for number in range(had + 1, len(tagged) + 1):
            self._add_row(number)
        for place, (row, (sentence, kind)) in enumerate(zip(self.rows, tagged, strict=True)):
            row.show_sentence(sentence, kind, self._kind_name(kind))
            row.set_gap_above(_PARAGRAPH_GAP if sentence.begins_paragraph and place else _SENTENCE_GAP)
        self._set_walk([row.chip for row in self.rows])
        self._show_asked()

    def ask_about(self, sentence: str) -> None:
        """Let the sentence stand out that the margin asks about; nothing for none."""
        self._asked = sentence
        self._show_asked()

    def go_to(self, position: int) -> None:
        """Focus the sentence at a place of the letter, counted in characters."""
        found = [row for row in self.rows if row.sentence.start <= position]
        if self.rows:
            (found[-1] if found else self.rows[0]).chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused_row(self) -> SentenceRow | None:
        """The row at which the keys are."""
        return next((row for row in self.rows if row.chip.hasFocus()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Home and End go to the ends."""
        step = _GOING.get(Qt.Key(event.key()))
        place = next((at for at, row in enumerate(self.rows) if row.chip.hasFocus()), None)
        if step is not None and place is not None:
            target = place + step
            if 0 <= target < len(self.rows):
                self._move_focus(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows:
            chip = self.rows[0 if event.key() == Qt.Key.Key_Home else -1].chip
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # --- inside

    def _add_row(self, number: int) -> None:
        row = SentenceRow(self.theme, number)
        row.write_requested.connect(lambda: self.write_requested.emit(row.sentence))
        row.chip.write_requested.connect(lambda: self.write_requested.emit(row.sentence))
        row.chip.cleared.connect(lambda: self.kind_chosen.emit(row.sentence.words, None))
        row.chip.number_typed.connect(lambda typed: self._choose(row, list(SentenceKind)[typed - 1]))
        row.chip.activated.connect(lambda: self._open_menu(row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()

    def _choose(self, row: SentenceRow, kind: SentenceKind) -> None:
        self.kind_chosen.emit(row.sentence.words, kind)

    def _show_asked(self) -> None:
        for row in self.rows:
            row.ask_about(is_asked=bool(self._asked) and row.sentence.words == self._asked)

    def _fill_menu(self) -> None:
        for number, kind in enumerate([*SentenceKind, None], start=1):
            words = self.tr("No tag") if kind is None else self._kind_name(kind)
            key = 0 if kind is None else number
            action = self._menu.addAction(f"&{key}  {isolated(words).replace('&', '&&')}")
            action.setData(kind)
            action.triggered.connect(self._on_kind_triggered)

    def _open_menu(self, row: SentenceRow) -> None:
        self._menu_row = row
        self._menu.clear()
        self._fill_menu()
        self._menu.popup(row.chip.mapToGlobal(QPoint(0, row.chip.height())))

    def _on_kind_triggered(self) -> None:
        action = self.sender()
        if self._menu_row is not None and isinstance(action, QAction):
            kind = action.data()
            self.kind_chosen.emit(self._menu_row.sentence.words, None if kind is None else SentenceKind(kind))
