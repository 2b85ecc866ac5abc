"""The letter workspace. There is no way to send from here."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from trustplanner.actions.letters import (
    begin_letter,
    bring_over,
    delete_letter,
    leave_hint,
    take_step,
    take_step_back,
    write_ahead,
)
from trustplanner.domain.change import Topic
from trustplanner.domain.letters import LETTER_PROMPT, LISTENING_PROMPT, Letter, LetterState
from trustplanner.storage.queries.letters import hints_left, letters
from trustplanner.storage.queries.path import path_answer
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.latest_work import LatestWork
from trustplanner.ui.kit.layouts import WrappingRow, column, is_narrow
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page.desk import Desk, Mode
from trustplanner.ui.screens.letter_page.gate import Gate
from trustplanner.ui.screens.letter_page.head import LetterHead
from trustplanner.ui.screens.letter_page.hints import FindHints, Hint, first_hint, no_hints
from trustplanner.ui.screens.letter_page.history_sheet import HistorySheet
from trustplanner.ui.screens.letter_page.margin import LetterMargin
from trustplanner.ui.screens.letter_page.name_sheet import NAME_SHEET, NameSheet
from trustplanner.ui.screens.letter_page.step_sheet import STEP_SHEETS, StepSheet
from trustplanner.ui.screens.letter_page.view import LetterView, read_letter

_HEAD_GAP: Final = 18
_LINKS_GAP: Final = 14
HINT_MS: Final = 900  # of a pause in typing, before a question is asked
LONG: Final = 20_000  # characters; to count their sentences takes as long as a key may take


class LetterPage(Page):
    """One letter at a time. The detail is its id and how it is worked on: `ID` or `ID:tag`.

    `find_hints` looks for questions about a text; it works beside the window.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.LETTERS, Topic.PATH, Topic.PLAN, Topic.SAFETY})
    parent_place = "path"

    def __init__(
        self,
        workspace: Workspace,
        settings: DeviceSettings,
        find_hints: FindHints = no_hints,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("letter_page")
        self._settings = settings
        self._letter_id = ""
        self._view: LetterView | None = None
        self._page = ScrollPage(workspace.theme, has_rail=True)
        self._head = LetterHead(workspace)
        self._gate = Gate(workspace)
        self._desk = Desk(workspace)
        self._margin = LetterMargin(workspace, self._desk)
        self._above = column()
        self._links = QWidget()
        self._find_hints = find_hints
        self._found: Sequence[Hint] = ()
        self._asked_of: str | None = None
        self._pause = QTimer(self, interval=HINT_MS, singleShot=True)
        self._finding = LatestWork(workspace.background, self)
        column(self).addWidget(self._page)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        main = self._page.main
        main.addWidget(self._head)
        main.addSpacing(_HEAD_GAP)
        main.addWidget(self._gate)
        main.addLayout(self._above)
        main.addWidget(self._desk)
        main.addSpacing(_LINKS_GAP)
        main.addWidget(self._links)
        links = WrappingRow(gap=24, line_gap=4)
        self._links.setLayout(links)
        for name, words, slot in (
            ("history", self.tr("Earlier words"), self._on_history_clicked),
            ("name", self.tr("Name this letter"), self._on_name_clicked),
            ("paper", self.tr("Print it, or save it as PDF"), self._on_paper_clicked),
            ("delete", self.tr("Delete this letter"), self._on_delete_clicked),
        ):
            link = Button(self.workspace.theme, words, Kind.LINK, name=f"letter_{name}_button")
            link.setToolTip("Ctrl+P" if name == "paper" else "")
            link.clicked.connect(slot)
            links.addWidget(link)
        self._page.rail.addWidget(self._margin)
        printing = QShortcut(QKeySequence("Ctrl+P"), self)
        printing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self._on_paper_clicked)

    def _connect(self) -> None:
        self._head.lines_requested.connect(self._on_lines_requested)
        self._gate.lines_requested.connect(self._on_lines_requested)
        self._gate.pass_requested.connect(self._on_pass_requested)
        self._gate.begin_requested.connect(self._on_begin_requested)
        self._desk.edited.connect(self._on_edited)
        self._pause.timeout.connect(self._look_for_hints)
        margin = self._margin
        margin.hint.leave_requested.connect(self._on_leave_requested)
        margin.hint.support_requested.connect(lambda: self._go("support"))
        margin.tray.state_chosen.connect(self._on_state_chosen)
        margin.tray.take_back_requested.connect(self._on_take_back_requested)
        margin.tray.amends_requested.connect(lambda: self._go("amends"))
        margin.letters.letter_chosen.connect(self._on_letter_chosen)
        margin.letters.new_requested.connect(self._on_begin_requested)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question stands beside the letter or, where the margin is below it, above it, so that it is seen."""
        super().resizeEvent(event)
        if is_narrow(self.workspace.theme, self.window().width()):
            self._above.addWidget(self._margin.hint)
        else:
            self._margin.take_hint()

    # --- what the window asks

    def show_detail(self, detail: str) -> None:
        """Open a letter. What was typed on the path becomes the first one."""
        letter_id, _, mode = detail.partition(":")
        if not self._desk.try_to_leave():
            return
        self._bring_over()
        self._letter_id = letter_id or self._letter_id
        if mode in list(Mode):
            self._desk.set_mode(Mode(mode))
        self.mark_stale()
        if not self.isVisible():
            self.refresh()  # so that the window finds the field in which the cursor was

    def detail(self) -> str:
        """Which letter is open, and how it is worked on."""
        return f"{self._letter_id}:{self._desk.mode}" if self._letter_id else ""

    def save_typing(self) -> None:
        """Write what is typed.

        Raises:
            KnownError: it could not be written.
        """
        self._desk.save_typing()

    def open_again(self, sheet: SheetName) -> None:
        """One of those about this letter."""
        letter = self._letter
        if letter is None or sheet.subject != letter.id:
            return
        if sheet.kind == NAME_SHEET:
            self._on_name_clicked()
        for state, kind in STEP_SHEETS.items():
            if kind == sheet.kind:
                self._on_state_chosen(state)

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:  # noqa: N802  (Qt's name)
        """Writing begins in the field; the page is read from its top."""
        target = self._gate.first_button() if not self._gate.isHidden() else self._desk.first_field()
        target.setFocus(reason)
        self._page.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the letter again; words that are not saved yet stay."""
        view = read_letter(self.workspace, self._letter_id)
        if self._letter is not None and (view.letter is None or view.letter.id != self._letter.id):
            if any(each.id == self._letter.id for each in self.workspace.read(letters)):
                self._desk.try_to_leave()
            self._desk.forget_letter()
        self._view = view
        self._letter_id = view.letter.id if view.letter is not None else ""
        is_open = view.letter is not None and not view.is_gated
        self._margin.show_view(view)
        has_name = view.letter is not None and bool(view.letter.title or len(view.letters) > 1)
        name = self._margin.letters.name_of(view.letter) if has_name and view.letter is not None else ""
        self._head.show_view(view, name)
        self._gate.show_view(view)
        self._gate.setVisible(not is_open)
        self._desk.show_view(view)
        self._desk.setVisible(is_open)
        self._links.setVisible(is_open)
        if not self._pause.isActive():
            self._look_for_hints()
        elif len(self._desk.text()) < LONG:
            self._show_counts()
        self._show_hint()

    @property
    def _letter(self) -> Letter | None:
        return self._view.letter if self._view is not None else None

    # --- the margin

    def _on_edited(self) -> None:
        if len(self._desk.text()) < LONG:  # a longer letter is counted when the person pauses
            self._show_counts()
            self._show_hint()
        self._pause.start()

    def _show_counts(self) -> None:
        if self._view is not None:
            self._margin.counts.show_counts(self._view.counts(self._desk.text()))

    def _look_for_hints(self) -> None:
        """Ask beside the window, once for each text."""
        self._show_counts()
        text, find = self._desk.text(), self._find_hints
        if text != self._asked_of:
            self._asked_of = text
            self._finding.ask(lambda: find(text), self._on_hints_found)

    def _on_hints_found(self, found: Sequence[Hint]) -> None:
        self._found = found
        self._show_hint()

    def _show_hint(self) -> None:
        letter = self._letter
        if letter is None:
            return
        hint = None
        if self._found:
            hint = first_hint(self._found, self.workspace.read(hints_left, letter.id), self._desk.text())
        self._margin.hint.show_hint(hint)
        self._desk.sentences.ask_about(hint.sentence if hint is not None else "")

    def _on_leave_requested(self, hint: Hint | None) -> None:
        if hint is not None and self._letter is not None and self._desk.try_to_leave():
            label = self.tr("Leave a question aside")
            self.workspace.attempt(label, leave_hint, self._letter.id, hint.rule, hint.sentence)

    def _on_state_chosen(self, state: LetterState) -> None:
        letter = self._letter
        if letter is None or not self._desk.try_to_leave():
            return
        if state is LetterState.OFFERED:
            self._go("letter_no", letter.id)
        elif state is LetterState.DRAFT:
            if self._view is not None and self._view.state is not LetterState.DRAFT:
                self._do(self.tr("Where the letter is"), self.tr("Noted: it is a draft."), letter)
        else:
            StepSheet(self.workspace, self.window(), letter, state).open()

    def _do(self, label: str, said: str, letter: Letter) -> None:
        if self.workspace.attempt(label, take_step, letter.id, LetterState.DRAFT) is not None:
            self.workspace.recorded.emit(said)

    def _on_take_back_requested(self, step: int) -> None:
        if self.workspace.attempt(self.tr("Take a note back"), take_step_back, step) is not None:
            self.workspace.recorded.emit(self.tr("Taken back."))

    # --- letters

    def _bring_over(self) -> None:
        typed = self.workspace.read(path_answer, LETTER_PROMPT, None)
        if typed is not None and typed.words.strip():
            self.workspace.attempt(self.tr("Bring a letter over"), bring_over)

    def _on_begin_requested(self) -> None:
        self._begin(is_ahead=False)

    def _on_pass_requested(self) -> None:
        if self._letter is None:
            self._begin(is_ahead=True)
        elif self.workspace.attempt(self.tr("Write all the same"), write_ahead, self._letter.id) is not None:
            self.refresh()
            self.setFocus()

    def _begin(self, *, is_ahead: bool) -> None:
        if not self._desk.try_to_leave():
            return
        done = self.workspace.attempt(self.tr("Begin a letter"), begin_letter, is_ahead=is_ahead)
        if done is not None:
            self._open(done.result.id)

    def _on_letter_chosen(self, letter_id: str) -> None:
        if self._desk.try_to_leave():
            self._open(letter_id)

    def _open(self, letter_id: str) -> None:
        self._letter_id = letter_id
        self._desk.set_mode(Mode.WRITE)
        self.refresh()
        self.setFocus()

    def _on_delete_clicked(self) -> None:
        letter = self._letter
        if letter is None or not self._desk.try_to_leave():
            return
        if self.workspace.attempt(self.tr("Delete a letter"), delete_letter, letter.id) is not None:
            self.workspace.recorded.emit(self.tr("Letter deleted."))
            self.setFocus()

    # --- sheets and places

    def _on_name_clicked(self) -> None:
        if self._letter is not None and self._desk.try_to_leave():
            NameSheet(self.workspace, self.window(), self._letter).open()

    def _on_history_clicked(self) -> None:
        if self._letter is not None and self._desk.try_to_leave():
            HistorySheet(self.workspace, self.window(), self._letter).open()

    def _on_paper_clicked(self) -> None:
        if self._letter is not None and not self._links.isHidden() and self._desk.try_to_leave():
            from trustplanner.ui.screens.letter_page.paper_sheet import PaperSheet  # printing comes with it

            PaperSheet(self.workspace, self._settings, self.window(), self._letter).open()

    def _on_lines_requested(self) -> None:
        self._go("path", LISTENING_PROMPT)

    def _go(self, place: str, detail: str = "") -> None:
        self.go_requested.emit(Destination(place, detail))
