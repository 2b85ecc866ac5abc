"""Preparing for no: before a letter is offered, what may come instead of forgiveness, and a plan for that day."""

from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.letters import plan_for_no, take_step
from trustplanner.content.texts import all_said_to
from trustplanner.domain.change import Topic
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.letters import Letter, LetterState
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.passages import bullets
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.letter_page.desk import is_leaving
from trustplanner.ui.screens.letter_page.view import read_letter

_GROUP_GAP: Final = 28
_YES: Final = "yes"


class PreparingPage(Page):
    """The detail is the id of a letter. Nothing here is asked of the other person."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.LETTERS, Topic.PLAN, Topic.SAFETY})
    parent_place = "path"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("letter_no_page")
        theme, words = workspace.theme, workspace.catalogue.letter().preparing
        self._words = words
        self._letter: Letter | None = None
        self._wanted = ""
        self._visit: WritingVisit | None = None
        self._page = ScrollPage(theme)
        self._body = QWidget()
        self._said = [TextLabel(theme) for _ in words.paragraphs]
        self._plan = WritingField(theme, name="letter_if_no_field")
        self._plan_field = LabelledField(theme, words.plan_label, self._plan)
        self._plan_note = TextLabel(theme, "", "small", "ink_2")
        self._notice = NoticeLine(theme)
        self._limits = QWidget()
        self._limits_question = TextLabel(theme, "", "promise")
        answers = [
            SegmentOption(_YES, self.tr("Yes")),
            SegmentOption("no", self.tr("No")),
            SegmentOption("unknown", self.tr("I do not know")),
        ]
        self._allowed = SegmentedControl(theme, answers, name="letter_limits_segment")
        self._stays = TextLabel(theme, "", "body", "ink_2")
        self._day = DateField(theme, name="letter_offered_day_field")
        self._day_field = LabelledField(theme, words.offered_on, self._day)
        self._write = Button(
            theme, self.tr("Write down that it was offered"), Kind.PRIMARY, name="letter_offered_button"
        )
        self._later = Button(theme, self.tr("Back to the letter"), Kind.QUIET, name="letter_no_back_to_letter_button")
        column(self).addWidget(self._page)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme, words, main = self.workspace.theme, self._words, column(self._body)
        self._page.main.addWidget(self.back_link("letter_no"), 0, Qt.AlignmentFlag.AlignLeading)
        self._page.main.addWidget(self._body)
        main.addWidget(TextLabel(theme, words.title, "title"))
        main.addSpacing(8)
        main.addWidget(TextLabel(theme, words.lead, "body", "ink_2"))
        main.addSpacing(_GROUP_GAP // 2)
        main.addLayout(bullets(theme, words.instead_title, words.instead))
        main.addSpacing(_GROUP_GAP // 2)
        paragraphs = column(spacing=10)
        for label in self._said:
            paragraphs.addWidget(label)
        main.addLayout(paragraphs)
        main.addSpacing(_GROUP_GAP)
        main.addWidget(self._plan_field)
        main.addSpacing(4)
        main.addWidget(self._plan_note)
        main.addWidget(self._notice)
        main.addSpacing(_GROUP_GAP)
        limits = column(self._limits, spacing=8)
        limits.addWidget(self._limits_question)
        line = row()
        line.addWidget(self._allowed)
        line.addStretch(1)
        limits.addLayout(line)
        limits.addWidget(self._stays)
        limits.addSpacing(_GROUP_GAP - 8)
        main.addWidget(self._limits)
        main.addWidget(self._day_field)
        main.addSpacing(16)
        buttons = WrappingRow()
        buttons.addWidget(self._write)
        buttons.addWidget(self._later)
        main.addLayout(buttons)

    def _connect(self) -> None:
        self._plan.textChanged.connect(self._on_plan_edited)
        self._plan.overflow_refused.connect(
            lambda: self._on_refused(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))
        )
        self._plan.installEventFilter(self)
        self._allowed.option_chosen.connect(self._show_ways)
        self._write.clicked.connect(self._on_write_clicked)
        self._later.clicked.connect(self._go_to_letter)
        self.setFocusProxy(self._plan)

    # --- what the window asks

    def show_detail(self, detail: str) -> None:
        """Prepare for one letter."""
        if detail != self._wanted and self._try_to_leave():
            self._wanted = detail
            self._letter = None
            self._allowed.set_chosen(None)
            self._day.set_limits(EARLIEST_DAY, self.workspace.today)
            self._day.fill(self.workspace.today)
        self.mark_stale()
        if not self.isVisible():
            self.refresh()

    def detail(self) -> str:
        """The letter."""
        return self._wanted

    def save_typing(self) -> None:
        """Write the plan.

        Raises:
            KnownError: it could not be written.
        """
        if self._visit is not None:
            self._visit.end()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def refresh(self) -> None:
        """Show the plan as it is."""
        view, voice = read_letter(self.workspace, self._wanted), self.workspace.voice
        is_there = view.letter is not None and self._wanted in ("", view.letter.id)
        before, self._letter = self._letter, view.letter if is_there else None
        self._body.setVisible(is_there)
        if view.letter is None or not is_there:
            self._forget_visit()
            return
        if before is None or before.id != view.letter.id:
            self._begin_visit(view.letter.id)
        if self._visit is not None and not self._visit.is_waiting and self._plan.toPlainText() != view.letter.if_no:
            self._plan.fill(view.letter.if_no)
        self._show_paragraphs()
        self._plan_note.set_text(self._words.plan_note.said_to(voice))
        self._limits_question.set_text(self._words.limits_question.said_to(voice))
        self._allowed.setAccessibleName(self._limits_question.text())
        self._stays.set_text(self._words.limits_stay.said_to(voice))
        self._day.set_limits(EARLIEST_DAY, self.workspace.today)
        self._show_ways()

    # --- inside

    def _show_paragraphs(self) -> None:
        said = all_said_to(self._words.paragraphs, self.workspace.voice)
        for label, words in zip(self._said, said, strict=True):
            label.set_text(words)

    def _show_ways(self, _: str = "") -> None:
        """What may be written down: nothing without contact, and with limits only what they allow."""
        contact, allowed = self.workspace.voice.contact, self._allowed.chosen
        is_limited = contact is Contact.LIMITED
        may_offer = contact is Contact.OPEN or (is_limited and allowed == _YES)
        self._limits.setVisible(is_limited)
        self._stays.setVisible(is_limited and allowed not in (None, _YES))
        self._day_field.setVisible(may_offer)
        self._write.setVisible(may_offer)

    def _begin_visit(self, letter_id: str) -> None:
        def save(visit: Visit) -> None:
            visit.do(plan_for_no, letter_id, self._plan.toPlainText())

        self._forget_visit()
        self._visit = WritingVisit(self.workspace, self.tr("Plan for a no"), save, self)
        self._visit.refused.connect(self._on_refused)

    def _forget_visit(self) -> None:
        """What was written in is gone, or another letter is prepared for."""
        if self._visit is not None:
            self._visit.give_up()
        self._visit = None

    def _on_plan_edited(self) -> None:
        if self._visit is not None and self._letter is not None:
            self._notice.show_sentence("")
            if self._visit.is_waiting or self._plan.toPlainText() != self._letter.if_no:
                self._visit.touch()

    def _try_to_leave(self) -> bool:
        try:
            self.save_typing()
        except KnownError as error:
            self._on_refused(error)
            return False
        return True

    def _on_refused(self, error: KnownError) -> None:
        self._notice.show_sentence(self.workspace.sentence_for(error))

    def _on_write_clicked(self) -> None:
        if self._letter is None or not self._try_to_leave():
            return
        label = self.tr("Where the letter is")
        try:
            self.workspace.do(label, take_step, self._letter.id, LetterState.OFFERED, self._day.day())
        except KnownError as error:
            self._day_field.show_sentence(self.workspace.sentence_for(error))
            return
        self._day_field.show_sentence("")
        self._go_to_letter()
        self.workspace.recorded.emit(self.tr("Written down: it was offered."))

    def _go_to_letter(self) -> None:
        self.go_requested.emit(Destination("letter", self._wanted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field ends the visit, unless another window came in front."""
        if watched is self._plan and isinstance(event, QFocusEvent) and is_leaving(event):
            self._try_to_leave()
        return super().eventFilter(watched, event)
