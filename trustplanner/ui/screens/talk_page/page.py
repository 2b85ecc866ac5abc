"""One talk: its plan, what became of the invitation, and after it was held the note, which then comes first.

A talk is written down with the first letter. What is typed saves itself; lines and agreements that are not added yet
are kept as a draft.
"""

import json
from contextlib import suppress
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.conversations import TalkPlan, change_talk, delete_talk, plan_talk, set_talk_state
from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Topic
from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.conversations import talks
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.tab_order import order_tabs
from trustplanner.ui.kit.talk_words import talk_day
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.talk_page.guide import Guide
from trustplanner.ui.screens.talk_page.note_fields import NoteFields
from trustplanner.ui.screens.talk_page.plan_fields import PlanFields
from trustplanner.ui.screens.talk_page.written_plan import WrittenPlan

_GROUP_GAP: Final = 34
_NOTHING: Final = TalkPlan()


def delete_with_draft(unit: UnitOfWork, now: Now, draft_name: str, talk_id: str) -> None:
    """Delete a talk, and what was typed for its note and not added.

    Raises:
        RuleError: as `delete_talk`.
    """
    keep_draft(unit, now, draft_name, "")
    delete_talk(unit, now, talk_id)


class TalkPage(Page):
    """Detail: the id of a talk, or nothing for a new one."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CONVERSATIONS, Topic.COMMITMENTS, Topic.HARMS, Topic.PLAN, Topic.SAFETY}
    )
    parent_place = "conversations"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("talk_page")
        theme = workspace.theme
        self._words = workspace.catalogue.conversations()
        self._dates = DateWords()
        self._talk: Talk | None = None
        self._title = TextLabel(theme, "", "title")
        self._day = TextLabel(theme, "", "body", "ink_2")
        self._banner = QWidget()
        self._closed = Banner(theme, "", tone=BannerTone.THEIRS, icon="hand", name="talk_closed_banner")
        states = [SegmentOption(each, each) for each in TalkState]  # they get their words with the voice
        self._state = SegmentedControl(theme, states, name="talk_state_segment", label=self.tr("What became of it"))
        self._state_note = TextLabel(theme, "", "small", "ink_2")
        self._note = NoteFields(workspace, self._words.note)
        self._plan = PlanFields(workspace, self._words)
        self._written = WrittenPlan(theme, self._words.plan, self._words.invitation.label)
        self._delete = Button(theme, self.tr("Delete this talk"), Kind.LINK, name="talk_delete_button")
        self._guide = Guide(theme, self._words.guide)
        self._visit = WritingVisit(workspace, self.tr("change of a talk"), self._save_plan, self)
        self._drafts = Autosave(self._save_draft, self, workspace.refused.emit)
        self._page = ScrollPage(theme, has_rail=True)
        column(self).addWidget(self._page)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        main = self._page.main
        main.addWidget(self.back_link("talk"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(self._title)
        main.addSpacing(4)
        main.addWidget(self._day)
        self._banner.setContentsMargins(0, 14, 0, 0)  # of its own, so that a hidden one leaves no gap
        column(self._banner).addWidget(self._closed)
        main.addWidget(self._banner)
        main.addSpacing(14)
        self._states = QWidget()
        states = column(self._states, spacing=6)
        segment = WrappingRow()
        segment.addWidget(self._state)
        states.addLayout(segment)
        states.addWidget(self._state_note)
        main.addWidget(self._states)
        for part in (self._note, self._plan, self._written):
            part.setContentsMargins(0, _GROUP_GAP - 8, 0, 0)  # of its own, so that a hidden one leaves no gap
            main.addWidget(part)
        ways = WrappingRow()
        ways.addWidget(self._delete)
        main.addSpacing(_GROUP_GAP)
        main.addLayout(ways)
        self._page.rail.addWidget(self._guide)
        self._page.rail.addWidget(self._plan.examples)

    def _connect(self) -> None:
        self._plan.edited.connect(self._visit.touch)
        self._plan.left.connect(self._end_visit)
        self._plan.help_requested.connect(lambda: self.go_requested.emit(Destination("support")))
        self._visit.refused.connect(self.workspace.refused)
        self._state.option_chosen.connect(self._on_state_chosen)
        self._note.drafted.connect(self._drafts.touch)
        self._note.commit_requested.connect(self._on_commit_requested)
        self._note.open_requested.connect(lambda key: self.go_requested.emit(Destination("commitment", key)))
        self._delete.clicked.connect(self._on_delete_clicked)
        for part in (self._plan, self._note):
            part.overflow_refused.connect(self._on_overflow)

    # --- what is shown

    def show_detail(self, detail: str) -> None:
        """Show this talk, or room for a new one."""
        with suppress(KnownError):  # said by the window when the page was left
            self.save_typing()
        self._load(detail)

    def detail(self) -> str:
        """The talk that is shown."""
        return self._talk.id if self._talk is not None else ""

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def refresh(self) -> None:
        """Show what has changed; what is being typed stays."""
        before = self._talk
        self._talk = self._read(self.detail())
        if before is not None and self._talk is None:
            self._plan.fill(None)
            self._note.fill_typed({})
        elif self._talk is not None and not self._visit.is_waiting:  # the first words of a new one are being saved
            self._plan.fill(self._talk)
        self._show()

    def _load(self, detail: str) -> None:
        self._talk = self._read(detail)
        self._plan.fill(self._talk)
        kept = self.workspace.read(draft, self._draft_name())
        typed = json.loads(kept.body) if kept is not None else {}
        self._note.fill_typed({str(name): str(words) for name, words in typed.items()})
        self._show()
        self._page.verticalScrollBar().setValue(0)

    def _read(self, talk_id: str) -> Talk | None:
        return next((talk for talk in self.workspace.read(talks) if talk.id == talk_id), None)

    def _show(self) -> None:
        talk, voice, today = self._talk, self.workspace.voice, self.workspace.today
        state = TalkState.PLANNED if talk is None else talk.state
        is_held = state is TalkState.HELD
        self._title.set_text(self.tr("A talk with {name}").format(name=voice.name))
        self._day.set_text("" if talk is None else talk_day(talk, self._dates, today))
        self._day.setVisible(talk is not None)
        self._closed.show_sentence(self._why_closed())
        self._banner.setVisible(not self._is_open)
        self._show_state(state)
        self._note.setVisible(is_held)
        self._plan.setVisible(self._is_open)
        self._plan.refresh(shows_title=is_held, is_past=is_held)
        self._written.setVisible(not self._is_open and talk is not None)
        self._delete.setVisible(talk is not None)
        self._guide.say_to(voice)
        self._page.rail_column.setVisible(self._is_open and state is TalkState.PLANNED)
        if talk is not None:
            self._written.show_talk(talk)
            self._note.show_note(talk)
        self.setFocusProxy(self._note if is_held else self._plan if self._is_open else self._delete)
        order_tabs([self._state, self._note, self._plan, self._written, self._delete])

    def _show_state(self, state: TalkState) -> None:
        voice = self.workspace.voice
        options = [SegmentOption(each, self._words.states[each].label.said_to(voice)) for each in TalkState]
        self._state.set_options(options)
        self._state.set_chosen(state)
        self._state_note.set_text(self._words.states[state].note.said_to(voice))
        is_unwanted = voice.contact is Contact.NONE
        self._state_note.setVisible(self._is_open or is_unwanted or state is not TalkState.PLANNED)
        self._state.setVisible(not (is_unwanted and state is TalkState.PLANNED))  # their no has said what became of it
        self._states.setVisible(self._talk is not None)

    @property
    def _is_open(self) -> bool:
        """Whether a talk may be planned today."""
        safety = self.workspace.safety
        return self.workspace.voice.contact is not Contact.NONE and not (safety is not None and safety.ending)

    def _why_closed(self) -> str:
        if self.workspace.voice.contact is Contact.NONE:
            return self._words.talks.closed.said_to(self.workspace.voice)
        return self._words.talks.ending

    # --- saving

    def save_typing(self) -> None:
        """Write what is typed.

        Raises:
            KnownError: some of it could not be written.
        """
        self._visit.end()
        self._note.finish()
        self._drafts.flush()

    def _save_plan(self, visit: Visit) -> None:
        typed = self._plan.typed()
        if self._talk is not None:
            self._talk = visit.do(change_talk, self._talk.id, typed)
        elif typed != _NOTHING:
            self._talk = visit.do(plan_talk, typed)
            self._show()

    def _save_draft(self) -> None:
        if self._talk is not None:
            typed = self._note.typed()
            self.workspace.do_quietly(keep_draft, self._draft_name(), json.dumps(typed) if typed else "")

    def _draft_name(self) -> str:
        return f"talk:{self.detail()}"

    def _end_visit(self) -> None:
        try:
            self._visit.end()
        except KnownError as error:
            self.workspace.refused.emit(error)

    def _on_overflow(self) -> None:
        self.workspace.refused.emit(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))

    # --- what a person does

    def _on_state_chosen(self, value: str) -> None:
        self._end_visit()
        if self._talk is not None:
            label = self.tr("what became of a talk")
            self.workspace.attempt(label, set_talk_state, self._talk.id, TalkState(value))
        self.refresh()

    def _on_commit_requested(self, agreement_id: str) -> None:
        self.go_requested.emit(Destination("commitment", f"agreement:{agreement_id}"))

    def _on_delete_clicked(self) -> None:
        try:
            self.save_typing()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        if self._talk is None:
            return
        label = self.tr("deletion of a talk")
        if self.workspace.attempt(label, delete_with_draft, self._draft_name(), self._talk.id) is not None:
            self.workspace.recorded.emit(self.tr("Deleted: the talk and its note."))
            self.go_requested.emit(Destination("back"))
