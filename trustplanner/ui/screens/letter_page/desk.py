"""Where a letter is written: as one text, or sentence by sentence. What is typed saves itself."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustplanner.actions.letters import tag_sentence, write_letter
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.letter_sentences import LetterSentence
from trustplanner.domain.letters import LONGEST_LETTER, SentenceKind
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.key_cap import KeyCap
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.letter_page.sentence_list import SentenceList
from trustplanner.ui.screens.letter_page.view import LetterView

_LOWEST = 420  # pixels of an empty letter at 100 %
_PAPER_SIDE, _PAPER_TOP = 8, 20
_GAP = 12


class Mode(StrEnum):
    """One text, or sentence by sentence."""

    WRITE = "write"
    TAG = "tag"


class Desk(QWidget):
    """`edited` follows each key. Words belong to the letter that was open when they were typed."""

    edited = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, words = workspace.theme, workspace.catalogue.letter()
        self.workspace = workspace
        self.mode = Mode.WRITE
        self._words = words
        self._view: LetterView | None = None
        self._visit: WritingVisit | None = None
        self.field = WritingField(theme, name="letter_field", lowest=_LOWEST, most=LONGEST_LETTER, has_page=True)
        self.field.setAccessibleName(self.tr("The letter"))
        self.sentences = SentenceList(theme, self.kind_name)
        self.sentences.setAccessibleName(self.tr("What each sentence does"))
        options = [
            SegmentOption(Mode.WRITE, self.tr("Write")),
            SegmentOption(Mode.TAG, self.tr("Say what each sentence does")),
        ]
        self._modes = SegmentedControl(theme, options, name="letter_mode", label=self.tr("How to work on it"))
        self._modes.set_chosen(Mode.WRITE)
        self._empty = TextLabel(theme, self.tr("There is no sentence yet."), "body", "ink_2")
        self._keys = _Keys(theme)
        self._notice = NoticeLine(theme)
        self._paper = _Paper(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        on_paper = column(self._paper)
        on_paper.setContentsMargins(_PAPER_SIDE, _PAPER_TOP, _PAPER_SIDE, _PAPER_TOP)
        on_paper.addWidget(self._empty)
        on_paper.addWidget(self.sentences)
        on_paper.addStretch(1)
        top = row()
        top.addWidget(self._modes)
        top.addStretch(1)
        layout = column(self)
        layout.addLayout(top)
        layout.addSpacing(_GAP)
        layout.addWidget(self.field)
        layout.addWidget(self._paper)
        layout.addWidget(self._notice)
        layout.addSpacing(_GAP // 2)
        layout.addWidget(self._keys)
        self._show_mode()

    def _connect(self) -> None:
        self._modes.option_chosen.connect(self._on_mode_chosen)
        self.field.textChanged.connect(self._on_edited)
        self.field.overflow_refused.connect(self._on_overflow_refused)
        self.field.go_on_requested.connect(self._tag_at_cursor)
        self.field.installEventFilter(self)
        self.sentences.write_requested.connect(self._write_at)
        self.sentences.kind_chosen.connect(self._on_kind_chosen)

    # --- what the page sets

    def kind_name(self, kind: SentenceKind | None) -> str:
        """The words on the chip."""
        return self._words.untagged if kind is None else self._words.kinds[kind].said_to(self.workspace.voice)

    def text(self) -> str:
        """The letter as it stands on the screen."""
        return self.field.toPlainText()

    def show_view(self, view: LetterView) -> None:
        """Show a letter; words that wait to be saved are not replaced."""
        before = self._view.letter if self._view is not None else None
        self._view = view
        if view.letter is None:
            return
        if before is None or before.id != view.letter.id:
            self._begin_visit(view.letter.id)
        if self._visit is not None and not self._visit.is_waiting and self.text() != view.letter.words:
            self.field.fill(view.letter.words)
        self._show_sentences()

    def set_mode(self, mode: Mode) -> None:
        """Write, or say what each sentence does."""
        if mode is self.mode or not self.try_to_leave():
            return
        self.mode = mode
        self._show_mode()
        self._show_sentences()

    def _on_mode_chosen(self, mode: str) -> None:
        """Whoever clicks works on there at once; arrow keys stay among the choices."""
        self.set_mode(Mode(mode))
        if not self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self.first_field().setFocus()

    def first_field(self) -> QWidget:
        """Where work goes on."""
        return self.field if self.mode is Mode.WRITE or not self.sentences.rows else self.sentences

    def save_typing(self) -> None:
        """Save what waits; what was written since the field was entered is one undo step.

        Raises:
            KnownError: it could not be saved; it stays on the screen.
        """
        if self._visit is not None:
            self._visit.end()

    def try_to_leave(self) -> bool:
        """The same, but what stands in the way is said at the field; returns whether all is saved."""
        try:
            self.save_typing()
        except KnownError as error:
            self._on_refused(error)
            return False
        return True

    def forget_letter(self) -> None:
        """What was written in is gone."""
        if self._visit is not None:
            self._visit.give_up()
        self._visit, self._view = None, None

    # --- inside

    def _begin_visit(self, letter_id: str) -> None:
        def save(visit: Visit) -> None:
            visit.do(write_letter, letter_id, self.text())

        self._visit = WritingVisit(self.workspace, self.tr("Write a letter"), save, self)
        self._visit.refused.connect(self._on_refused)
        self._say("")

    def _show_mode(self) -> None:
        is_writing = self.mode is Mode.WRITE
        self._modes.set_chosen(self.mode)
        self.field.setVisible(is_writing)
        self._paper.setVisible(not is_writing)
        self._keys.show_mode(self.mode)

    def _show_sentences(self) -> None:
        if self._view is not None and self.mode is Mode.TAG:
            self.sentences.show_sentences(self._view.tagged(self.text()))
            self._empty.setVisible(not self.sentences.rows)

    def _write_at(self, sentence: LetterSentence) -> None:
        self.set_mode(Mode.WRITE)
        cursor = self.field.textCursor()
        cursor.setPosition(_places(self.text()[: sentence.end]))
        self.field.setTextCursor(cursor)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tag_at_cursor(self) -> None:
        before = self.field.textCursor().position()
        self.set_mode(Mode.TAG)
        self.sentences.go_to(_characters(self.text(), before) - 1)

    def _on_kind_chosen(self, words: str, kind: SentenceKind | None) -> None:
        if self._view is not None and self._view.letter is not None:
            label = self.tr("Say what a sentence does")
            self.workspace.attempt(label, tag_sentence, self._view.letter.id, words, kind)

    def _on_edited(self) -> None:
        if self._visit is None or self._view is None or self._view.letter is None:
            return
        self._say("")
        if self._visit.is_waiting or self.text() != self._view.letter.words:
            self._visit.touch()
        self.edited.emit()

    def _on_overflow_refused(self) -> None:
        self._on_refused(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_LETTER))

    def _on_refused(self, error: KnownError) -> None:
        self._say(self.workspace.sentence_for(error))

    def _say(self, sentence: str) -> None:
        if self._notice.sentence() != sentence:
            self._notice.show_sentence(sentence)
            if sentence:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field ends the visit, unless another window came in front."""
        if watched is self.field and isinstance(event, QFocusEvent) and is_leaving(event):
            self.try_to_leave()
        return super().eventFilter(watched, event)


class _Paper(QWidget):
    """The sheet under the sentences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setMinimumHeight(theme.px(_LOWEST))
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setMinimumHeight(self.theme.px(_LOWEST))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.color("sheet"))
        has_border = self.theme.has_more_contrast
        painter.setPen(QPen(self.theme.color("edge"), 1) if has_border else Qt.PenStyle.NoPen)
        radius = self.theme.tokens.radius["sheet"]
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class _Keys(QWidget):
    """Which keys do what, as long as they do it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._of_mode: dict[Mode, QWidget] = {}
        told = {
            Mode.WRITE: [(self.tr("Ctrl+Enter"), self.tr("says what this sentence does"))],
            Mode.TAG: [
                (self.tr("1"), self.tr("to")),
                (self.tr("8"), self.tr("choose")),
                (self.tr("0"), self.tr("clears")),
                (self.tr("Space"), self.tr("shows the list")),
                (self.tr("Enter"), self.tr("writes there")),
            ],
        }
        layout = column(self)
        for mode, keys in told.items():
            line = QWidget()
            caps = WrappingRow(gap=14, line_gap=6)
            line.setLayout(caps)
            for key, does in keys:
                pair = QWidget()
                inside = row(pair, spacing=6)
                inside.addWidget(KeyCap(theme, key))
                inside.addWidget(TextLabel(theme, does, "caption", "ink_2", wraps=False))
                caps.addWidget(pair)
            layout.addWidget(line)
            self._of_mode[mode] = line

    def show_mode(self, shown: Mode) -> None:
        for mode, line in self._of_mode.items():
            line.setVisible(mode is shown)


def _places(text: str) -> int:
    """How many places Qt counts in a text."""
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, places: int) -> int:
    """How many characters stand before a place that Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * places].decode("utf-16-le", "ignore"))


def is_leaving(event: QFocusEvent) -> bool:
    """Whether the focus goes somewhere else in this window."""
    return event.lostFocus() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason
