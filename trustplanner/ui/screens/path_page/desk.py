"""Where one answer is written: its room, the visit that saves it, and the words that say so."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.path import write_answer, write_if_then
from trustplanner.content.path import Prompt
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.path import LONGEST_ANSWER, PathAnswer, PromptForm, has_enough_words
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.path_page.commitments_room import CommitmentsRoom
from trustplanner.ui.screens.path_page.letter_room import LetterRoom
from trustplanner.ui.screens.path_page.lines_room import LinesRoom
from trustplanner.ui.screens.path_page.rooms import PartsRoom, Room, ScaleRoom, TextRoom, ValueRoom, Written
from trustplanner.ui.screens.path_page.words import PathWords

_PLAIN_ROOMS: dict[PromptForm, type[Room]] = {
    PromptForm.TEXT: TextRoom,
    PromptForm.VALUE: ValueRoom,
    PromptForm.SENTENCE: PartsRoom,
    PromptForm.IF_THEN: PartsRoom,
    PromptForm.COMMITMENTS: CommitmentsRoom,
    PromptForm.SCALE: ScaleRoom,
    PromptForm.LETTER: LetterRoom,
}


class Desk(QWidget):
    """One answer at a time. Words belong to the prompt and the day for which the room was opened, whatever follows."""

    edited = Signal()
    go_on_requested = Signal()
    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.room: Room | None = None
        self.on: date | None = None
        self._words = words
        self.answer: PathAnswer | None = None
        self._visit: WritingVisit | None = None
        self._column = column(self)

    def is_at(self, code: str, on: date | None) -> bool:
        """Whether the room of this prompt and day is open."""
        return self.room is not None and self.room.prompt.code == code and self.on == on

    @property
    def has_words(self) -> bool:
        """Whether something is written or chosen in the room."""
        return self.room is not None and not self.room.written().is_empty

    @property
    def has_examples(self) -> bool:
        """Whether enough is written that an example cannot become its template."""
        return self.room is not None and has_enough_words(self.room.example_words())

    def open(self, prompt: Prompt, on: date | None, answer: PathAnswer | None) -> None:
        """Open the room of a prompt, with what is written in it."""
        self.try_to_leave()
        focused = self.focusWidget()
        has_focus = focused is not None and focused.hasFocus()
        if self.room is not None:
            self._column.removeWidget(self.room)
            self.room.hide()
            for widget in self.room.findChildren(QWidget):
                widget.setObjectName("")  # so that only the fields of the new room are found by their names
            self.room.deleteLater()
        room = self._make_room(prompt)
        self.room, self.on, self.answer = room, on, answer
        self._visit = WritingVisit(self.workspace, self.tr("Write on the path"), self._save, room)
        self._visit.refused.connect(self._on_refused)
        room.fill(Written.in_answer(answer))
        room.edited.connect(self._on_edited)
        room.edited.connect(self.edited)
        room.settled.connect(self._on_settled)
        room.left.connect(self.try_to_leave)
        room.overflow_refused.connect(self._on_overflow_refused)
        room.refused.connect(self._on_refused)
        room.go_on_requested.connect(self.go_on_requested)
        room.go_requested.connect(self.go_requested)
        self._column.addWidget(room)
        room.show()  # now, not in the next round: the focus goes there at once
        self.meet(answer)
        if has_focus:
            room.first_field().setFocus()

    def meet(self, answer: PathAnswer | None) -> None:
        """Show the answer as it stands in the vault now; words that wait to be saved are not replaced."""
        if self.room is None or self._visit is None:
            return
        self.answer = answer
        if not self._visit.is_waiting and self.room.written() != Written.in_answer(answer):
            self.room.fill(Written.in_answer(answer))
        self.room.refresh()
        is_saved = answer is not None and not Written.in_answer(answer).is_empty
        self.room.foot.show_saved(self._words.saved(answer) if answer is not None and is_saved else "")

    def end_visit(self) -> None:
        """Save what waits; what was written since the field was entered is one undo step.

        Raises:
            KnownError: it could not be saved; it stays on the screen.
        """
        if self._visit is not None and self.room is not None:
            self._visit.end()
            self.room.save()

    def try_to_leave(self) -> bool:
        """The same, but what stands in the way is said at the field; returns whether all is saved."""
        try:
            self.end_visit()
        except KnownError as error:
            self._on_refused(error)
            return False
        return True

    # --- inside

    def _make_room(self, prompt: Prompt) -> Room:
        if prompt.form is PromptForm.LINES:
            return LinesRoom(self.workspace, prompt, self._words)
        return _PLAIN_ROOMS[prompt.form](self.workspace, prompt)

    def _save(self, visit: Visit) -> None:
        assert self.room is not None  # noqa: S101  (the visit ends with its room)
        write = write_if_then if self.room.prompt.form is PromptForm.IF_THEN else write_answer
        visit.do(write, self.room.prompt.code, *self.room.written(), self.on)

    def _on_edited(self) -> None:
        if self.room is None or self._visit is None:
            return
        self._say("")
        if self._visit.is_waiting or self.room.written() != Written.in_answer(self.answer):
            self._visit.touch()

    def _on_settled(self) -> None:
        self._on_edited()
        self.try_to_leave()

    def _on_refused(self, error: KnownError) -> None:
        self._say(self.workspace.sentence_for(error))
        if self.room is not None:
            self.room.foot.show_saved("")

    def _on_overflow_refused(self) -> None:
        self._on_refused(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))

    def _say(self, sentence: str) -> None:
        if self.room is None or self.room.notice.sentence() == sentence:
            return
        self.room.notice.show_sentence(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.room, sentence))
