"""Ways to finish a plan: what each means, a sentence of one's own, a day; and afterwards how it was finished.

What is chosen and typed is kept as a draft until the plan is finished.
"""

import json
from contextlib import suppress
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.finishing import finish_plan, take_finish_back
from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Topic
from trustplanner.domain.commitments import Stance, terms_on
from trustplanner.domain.errors import KnownError
from trustplanner.domain.journal import EndKind, PlanEnd, standing_end
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.journal import plan_ends
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column
from trustplanner.ui.kit.opening_place import ENDING
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField

DRAFT: Final = "finish"
_LOW: Final = 80  # pixels at 100 %
_GROUP_GAP: Final = 24


class FinishPage(Page):
    """The form while the plan goes on; in its place, once it is finished, how and when."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PLAN, Topic.SAFETY, Topic.COMMITMENTS})
    parent_place = "path"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("finish_page")
        theme = workspace.theme
        self._words = workspace.catalogue.finish()
        self._dates = DateWords()
        self._title = TextLabel(theme, "", "title")
        self._lead = TextLabel(theme, "", "body", "ink_2")
        link = self.tr("What comes first now")
        self._ending = Banner(theme, "", icon="info", link=link, name="finish_ending_banner")
        self._ending.link_activated.connect(lambda: self.go_requested.emit(Destination("safety", ENDING)))
        self._form, self._finished = QWidget(), QWidget()
        self._before = QWidget()
        self._ends = column(spacing=4)
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        self._make_form()
        self._make_finished()
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self._restore_draft()

    def _make_form(self) -> None:
        theme, words = self.workspace.theme, self._words
        options = [ListedOption(kind, words.ways[kind].label) for kind in EndKind]
        self._ways = OptionList(theme, options, name="finish_way_list")
        self._ways.option_chosen.connect(self._on_edited)
        self._own = WritingField(theme, name="finish_own_field", lowest=_LOW)
        self._own.textChanged.connect(self._on_edited)
        self._day = DateField(theme, name="finish_day_field")
        self._day.edited.connect(self._on_edited)
        self._active = Banner(theme, "", icon="info", link=self.tr("Look at them"), name="finish_active_banner")
        self._active.link_activated.connect(lambda: self.go_requested.emit(Destination("amends")))
        self._problem = NoticeLine(theme)
        self._finish = Button(theme, self.tr("Finish the plan"), Kind.PRIMARY, name="finish_button")
        self._finish.clicked.connect(self._on_finish)
        layout = column(self._form)
        for gap, part in (
            (0, self._ways),
            (_GROUP_GAP, LabelledField(theme, words.own_label, self._own)),
            (4, TextLabel(theme, words.own_note, "caption", "ink_2")),
            (_GROUP_GAP - 4, LabelledField(theme, words.day_label, self._day)),
            (_GROUP_GAP, self._active),
            (_GROUP_GAP - 8, TextLabel(theme, words.stays, "small", "ink_2")),
            (0, self._problem),
        ):
            layout.addSpacing(gap)
            layout.addWidget(part)
        layout.addSpacing(14)
        layout.addWidget(self._finish, 0, Qt.AlignmentFlag.AlignLeading)

    def _make_finished(self) -> None:
        theme = self.workspace.theme
        self._how = TextLabel(theme, "", "heading")
        self._when = TextLabel(theme, "", "body", "ink_2")
        self._sentence = TextLabel(theme, "", "promise")
        self._after = TextLabel(theme, "", "body", "ink_2")
        self._take_back = Button(theme, self.tr("Take it back"), Kind.NORMAL, name="finish_take_back_button")
        self._take_back.clicked.connect(self._on_take_back)
        layout = column(self._finished)
        for gap, part in ((0, self._how), (2, self._when), (14, self._sentence), (14, self._after)):
            layout.addSpacing(gap)
            layout.addWidget(part)
        layout.addSpacing(18)
        layout.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignLeading)

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        before = column(self._before)
        before.addSpacing(_GROUP_GAP + 10)
        before.addWidget(TextLabel(theme, self._words.before_title, "label", "ink_2"))
        before.addSpacing(6)
        before.addLayout(self._ends)
        main.addWidget(self.back_link("finish"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(self._title)
        for gap, part in (
            (8, self._lead),
            (18, self._ending),
            (10, self._form),
            (0, self._finished),
            (0, self._before),
        ):
            main.addSpacing(gap)
            main.addWidget(part)

    # --- showing

    def refresh(self) -> None:
        """Show the form, or how the plan was finished; what is being written stays as it is."""
        workspace, voice = self.workspace, self.workspace.voice
        ends = workspace.read(plan_ends)
        end = standing_end(ends)
        self._title.set_text(self._words.title.said_to(voice))
        self._lead.set_text(self._words.lead.said_to(voice))
        self._ending.show_sentence(self._words.ending.said_to(voice))
        self._ending.setVisible(self._is_ending() and end is None)
        for kind in EndKind:
            self._ways.set_note(kind, self._words.ways[kind].explained.said_to(voice))
        self._form.setVisible(end is None)
        self._finished.setVisible(end is not None)
        self._show_active()
        if end is None:
            self._day.set_limits(workspace.plan.first_day, workspace.today)
        else:
            self._show_end(end)
        self._show_before([each for each in ends if each.taken_back_at is not None])
        self.setFocusProxy(self._ways if end is None else self._take_back)

    def _show_active(self) -> None:
        today = self.workspace.today
        terms = [terms_on(history.terms, today) for history in self.workspace.read(histories, today)]
        count = sum(each is not None and each.stance is Stance.ACTIVE for each in terms)
        words = self.tr("{count} commitments are active. They go on asking each day until they are ended there.")
        if count == 1:
            words = self.tr("One commitment is active. It goes on asking until it is ended there.")
        self._active.show_sentence(words.format(count=count))
        self._active.setVisible(count > 0)

    def _show_end(self, end: PlanEnd) -> None:
        self._how.set_text(self._words.ways[end.kind].label)
        self._when.set_text(self._dates.full(end.ended_on))
        self._sentence.set_text(end.words)
        self._sentence.setVisible(bool(end.words))
        self._after.set_text(self._words.finished.said_to(self.workspace.voice))

    def _show_before(self, ends: list[PlanEnd]) -> None:
        clear_layout(self._ends)
        self._before.setVisible(bool(ends))
        for end in reversed(ends):
            assert end.taken_back_at is not None  # noqa: S101  (only these are given)
            back = end.taken_back_at.astimezone(self.workspace.runner.local_zone()).date()
            words = self.tr("{way}, {day}. Taken back on {back}.").format(
                way=self._words.ways[end.kind].label, day=self._dates.full(end.ended_on), back=self._dates.full(back)
            )
            self._ends.addWidget(TextLabel(self.workspace.theme, words, "small", "ink_2"))
            if end.words:
                self._ends.addWidget(TextLabel(self.workspace.theme, end.words, "promise", "ink_2"))

    def _is_ending(self) -> bool:
        safety = self.workspace.safety
        return safety is not None and safety.ending

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- what a person does

    def _on_edited(self) -> None:
        self._problem.show_sentence("")
        self._autosave.touch()

    def _on_finish(self) -> None:
        chosen = self._ways.chosen
        if chosen is None:
            self._problem.show_sentence(self.tr("Choose one of the ways above first."))
            self._ways.setFocus()
            return
        label, arguments = self.tr("finishing the plan"), (self._own.toPlainText(), self._day.day())
        try:
            self.workspace.do(label, finish_plan, EndKind(chosen), *arguments)
        except KnownError as error:
            self._problem.show_sentence(self.workspace.sentence_for(error))
            return
        self._clear_form()
        self.workspace.recorded.emit(self.tr("The plan is finished. Its record stays."))
        self._take_back.setFocus()

    def _on_take_back(self) -> None:
        if self.workspace.attempt(self.tr("taking the finish back"), take_finish_back) is not None:
            self.workspace.recorded.emit(self.tr("Taken back. The plan goes on."))
            self._ways.setFocus()

    # --- the draft

    def save_typing(self) -> None:
        """Keep what is chosen and typed.

        Raises:
            KnownError: it could not be kept.
        """
        self._autosave.flush()

    def _clear_form(self) -> None:
        self._ways.set_chosen(None)
        self._own.fill("")
        self._day.fill(self.workspace.today)
        self._autosave.touch()
        with suppress(KnownError):  # it is tried again
            self._autosave.flush()

    def _save_draft(self) -> None:
        chosen, own, day = self._ways.chosen, self._own.toPlainText(), self._day.day()
        is_empty = chosen is None and not own.strip()
        kept = {"way": chosen, "own": own, "day": day.isoformat()}
        self.workspace.do_quietly(keep_draft, DRAFT, "" if is_empty else json.dumps(kept))

    def _restore_draft(self) -> None:
        """Show again what was typed before a lock."""
        today, kept = self.workspace.today, self.workspace.read(draft, DRAFT)
        self._day.set_limits(self.workspace.plan.first_day, today)
        self._day.fill(today)
        if kept is None:
            return
        found = json.loads(kept.body)
        self._ways.set_chosen(found["way"])
        self._own.fill(found["own"])
        self._day.fill(date.fromisoformat(found["day"]))
