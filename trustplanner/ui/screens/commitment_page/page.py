"""The commitment editor: what is typed is kept as a draft until it is written down or put away."""

from contextlib import suppress
from datetime import date, timedelta
from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions import commitments
from trustplanner.actions.plans import keep_draft
from trustplanner.actions.terms import direction_of, take_back_pending
from trustplanner.actions.views import Heard
from trustplanner.domain.change import Topic
from trustplanner.domain.commitments import Direction, Reason, Stance, Terms, paused_spans, start_of_change
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.schedules import Shape
from trustplanner.storage.queries.harms import harms
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.easing_sheet import EASING_SHEETS, EasingSheet
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.response_sheet import RESPONSE_SHEET, ResponseSheet
from trustplanner.ui.kit.schedule_words import coming_dates
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_page.above_promise import AbovePromise
from trustplanner.ui.screens.commitment_page.agreed import agreement_in
from trustplanner.ui.screens.commitment_page.change_sheet import CHANGE_SHEET, ChangeSheet, Said
from trustplanner.ui.screens.commitment_page.coming import coming_days, first_counted
from trustplanner.ui.screens.commitment_page.foot import EditorFoot
from trustplanner.ui.screens.commitment_page.form import CommitmentForm
from trustplanner.ui.screens.commitment_page.saving import delete, save_changes, write_down
from trustplanner.ui.screens.commitment_page.standing import Standing
from trustplanner.ui.screens.commitment_page.subject import read_subject
from trustplanner.ui.screens.commitment_page.typed import Typed, blanks_left, typed_from_json

_DAY: Final = timedelta(days=1)


class CommitmentPage(Page):
    """Detail: the id of a commitment; for a new one nothing, `kind:<code of a suggestion>`, `harm:` or `wish:<id>`."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.COMMITMENTS, Topic.HARMS, Topic.ANSWERS, Topic.PLAN, Topic.SAFETY}
    )
    parent_place = "amends"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("commitment_page")
        self._dates = DateWords()
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        self._form = CommitmentForm(workspace.theme, workspace.catalogue)
        self._standing = Standing(workspace.theme, workspace.catalogue.commitment_quality().contact_limited)
        self._form.above_layout.addWidget(self._standing)
        self._above = AbovePromise(workspace)
        self._form.above_layout.addWidget(self._above)
        self._foot = EditorFoot(workspace.theme)
        layout = column(self)
        layout.addWidget(self._form, 1)
        layout.addWidget(self._foot)
        self.setFocusProxy(self._form.will)
        self._connect()
        self._subject = read_subject(workspace, "")
        self._load("")

    def _connect(self) -> None:
        self._form.edited.connect(self._on_edited)
        self._standing.take_back_requested.connect(self._on_take_back_requested)
        self._standing.record_requested.connect(
            lambda: self.go_requested.emit(Destination("commitment_record", self._subject.detail))
        )
        self._above.response_requested.connect(self._on_response_requested)
        self._above.go_requested.connect(self.go_requested)
        self._foot.save_button.clicked.connect(self._on_save_clicked)
        self._foot.cancel_button.clicked.connect(self._on_cancel_clicked)
        self._foot.end_button.clicked.connect(self._on_end_clicked)
        self._form.delete_button.clicked.connect(self._on_delete_clicked)

    # --- what is shown

    def show_detail(self, detail: str) -> None:
        """Show this commitment or a new one, with what was typed over it and not saved."""
        try:
            self._autosave.flush()
        except KnownError as error:
            self.workspace.refused.emit(error)
        self._load(detail)

    def detail(self) -> str:
        """What is shown."""
        return self._subject.detail

    def column_for_toast(self) -> QWidget:
        """The lane of the fields and of the margin."""
        return self._form.main_column

    def refresh(self) -> None:
        """Show what has changed around the fields; what is typed in them stays."""
        before, typed = self._subject, self._typed()
        self._subject = read_subject(self.workspace, before.detail)
        is_untouched = typed == before.initial
        if before.commitment is not None and self._subject.commitment is None:
            self._load("")
            return
        self._show_surroundings()
        if is_untouched and typed != self._subject.initial:
            self._form.fill(self._subject.initial, self.workspace.today)
        self._show_coming()

    def _load(self, detail: str) -> None:
        self._subject = read_subject(self.workspace, detail)
        self._show_surroundings()
        kept = self.workspace.read(draft, self._subject.draft)
        initial = self._subject.initial
        self._form.fill(initial if kept is None else typed_from_json(kept.body, initial), self.workspace.today)
        self._form.verticalScrollBar().setValue(0)
        self._show_coming()

    def _show_surroundings(self) -> None:
        subject, today = self._subject, self.workspace.today
        is_new = subject.commitment is None
        self._form.say_to(self.workspace.voice)
        self._form.offer(self.workspace.read(harms), subject.active, has_place=subject.has_place, today=today)
        self._form.show_kind(is_new=is_new, is_deletable=subject.is_deletable, is_ended=subject.is_ended)
        self._standing.show_subject(subject, today)
        self._above.show_subject(subject)
        self._form.above.setVisible(not (self._standing.isHidden() and self._above.isHidden()))
        self._foot.show_kind(is_new=is_new, is_deletable=subject.is_deletable, is_ended=subject.is_ended)
        self._foot.show_places(subject.places_used)

    def _show_coming(self) -> None:
        """The next five days, as it is typed now; nothing while that is no schedule."""
        typed, subject = self._typed(), self._subject
        try:
            schedule, starts = typed.schedule, self._starts_on(typed)
        except RuleError:
            self._form.schedule.show_coming("", "")
            return
        counts_from = ""
        if schedule.shape is Shape.TIMES and (subject.in_force is None or schedule != subject.in_force.schedule):
            starts = first_counted(schedule, starts, subject.detail, subject.pauses, self.workspace.runner.now())
            counts_from = self._counts_from(starts)
        days = coming_days(schedule, starts, paused_spans(subject.pauses, subject.detail))
        self._form.schedule.show_coming(coming_dates(days, self._dates, self.workspace.today), counts_from)

    def _counts_from(self, first: date) -> str:
        day = self._dates.long(first, self.workspace.today)
        if self._subject.in_force is None:
            return self.tr("Counts from {day}. Each is judged on its last day.").format(day=day)
        return self.tr("Counts from {day} at the earliest. Each is judged on its last day.").format(day=day)

    def _starts_on(self, typed: Typed) -> date:
        """The first day of which the editor speaks: of a new one its beginning, else tomorrow at the earliest."""
        today, in_force = self.workspace.today, self._subject.in_force
        if in_force is None:
            return today if self._form.beginning.waits() else typed.starts_on(today)
        if typed.schedule == in_force.schedule:
            return max(today + _DAY, in_force.starts_on)
        starts = start_of_change(in_force, typed.schedule, Direction.STRICTER, Reason.CHOICE, today)
        return max(today + _DAY, in_force.starts_on, starts)

    def _typed(self) -> Typed:
        return self._form.take(self._subject.initial)

    # --- the draft

    def save_typing(self) -> None:
        """Keep what is typed as a draft.

        Raises:
            KnownError: it could not be written.
        """
        self._autosave.flush()

    def _save_draft(self) -> None:
        typed = self._typed()
        body = "" if typed == self._subject.initial else typed.to_json()
        self.workspace.do_quietly(keep_draft, self._subject.draft, body)

    def _on_edited(self) -> None:
        self._autosave.touch()
        self._show_coming()

    def open_again(self, sheet: SheetName) -> None:
        """The question about a change, the one before it ends, or what they say to it."""
        old = self._subject.in_force
        if old is None or sheet.subject != self._subject.detail:
            return
        if sheet.kind == CHANGE_SHEET:
            with suppress(RuleError):  # what is typed makes no promise any more: it is asked about when it is saved
                self._ask_about_change(old, self._typed())
        elif sheet.kind == EASING_SHEETS[Stance.ENDED]:
            self._on_end_clicked()
        elif sheet.kind == RESPONSE_SHEET:
            self._on_response_requested()

    # --- saving

    def _on_save_clicked(self) -> None:
        typed = self._typed()
        if self._marks_a_problem(typed):
            return
        try:
            if self._subject.commitment is None:
                self._write_down(typed)
            else:
                self._save_changes(typed)
        except KnownError as error:
            self._show_error(error)

    def _marks_a_problem(self, typed: Typed) -> bool:
        """Say at each field what is wrong with it, and go to the first of them."""
        missing = self.workspace.catalogue.error_sentence(Code.WORDS_MISSING)
        form = self._form
        first: QWidget | None = None
        for fields, sentence in (
            (form.title, "" if typed.title.strip() else missing),
            (form.will, self._problem_of_will(typed, missing)),
        ):
            fields.show_sentence(sentence)
            first = first or (fields if sentence else None)
        for tracked in form.tracked:
            if tracked.is_refused():
                first = first or tracked
        try:
            _ = typed.schedule
        except RuleError as error:
            form.schedule.show_sentence(self.workspace.sentence_for(error))
            first = first or form.schedule
        if first is not None:
            first.setFocus()
        return first is not None

    def _problem_of_will(self, typed: Typed, missing: str) -> str:
        if not typed.will.strip():
            return missing
        if blanks_left(typed, self._subject.suggested):
            return self.workspace.catalogue.commitment_quality().brackets_left
        return ""

    def _write_down(self, typed: Typed) -> None:
        waits = self._form.beginning.waits()
        done = self.workspace.do(
            self.tr("new commitment"),
            write_down,
            self._subject.draft,
            typed,
            starts_on=self.workspace.today if waits else typed.starts_on(self.workspace.today),
            instead_of=None if self._subject.has_place else typed.waits_instead or None,
            agreement_id=agreement_in(self._subject.detail),
        )
        if waits:
            words = self.tr("Written down: “{title}”. It waits until a place is free.")
        else:
            words = self.tr("Written down: “{title}”.")
        self._leave(words.format(title=done.result.title))

    def _save_changes(self, typed: Typed) -> None:
        old = self._subject.in_force
        if old is None or typed.wording == self._subject.initial.wording or self._subject.is_ended:
            self._save(typed, None)
        elif old.stance is Stance.WAITING or old.starts_on > self.workspace.today:
            self._save(typed, Said(Direction.WORDING))  # it asks for nothing yet, so that nothing can be eased
        elif direction_of(old, typed.wording, None, self.workspace.today) is Direction.STRICTER:
            self._save(typed, Said(Direction.STRICTER))
        else:
            self._ask_about_change(old, typed)

    def _ask_about_change(self, old: Terms, typed: Typed) -> None:
        ChangeSheet(self.workspace, self.window(), old, typed.wording, lambda said: self._save(typed, said)).open()

    def _save(self, typed: Typed, said: Said | None) -> None:
        """Save as one step.

        Raises:
            KnownError: a rule says no; nothing is changed and everything stays as it is typed.
        """
        done = self.workspace.do(
            self.tr("change of a commitment"), save_changes, self._subject.draft, self._subject.detail, typed, said
        )
        self._leave(self.tr("Saved: “{title}”.").format(title=done.result.title))

    def _show_error(self, error: KnownError) -> None:
        """A rule that belongs to a field is said there."""
        sentence = self.workspace.sentence_for(error)
        if error.code in (Code.WORDS_TOO_LONG, Code.AGAINST_A_LIMIT):
            self._form.will.show_sentence(sentence)
        elif error.code is Code.DATE_IMPOSSIBLE and self._subject.commitment is None:
            self._form.beginning.show_sentence(sentence)
        elif error.code in (Code.DATE_IMPOSSIBLE, Code.SCHEDULE_IMPOSSIBLE):
            self._form.schedule.show_sentence(sentence)
        else:
            self.workspace.refused.emit(error)

    def _leave(self, words: str = "") -> None:
        """Go back to where the person came from; what was typed has been saved or put away."""
        self._load(self._subject.detail)
        if words:
            self.workspace.recorded.emit(words)
        self.go_requested.emit(Destination("back"))

    # --- putting away, ending, deleting

    def _on_cancel_clicked(self) -> None:
        if self._typed() == self._subject.initial:
            self._leave()
            return
        try:
            self._autosave.touch()
            self._autosave.flush()
            self.workspace.do(self.tr("putting away of what was typed"), keep_draft, self._subject.draft, "")
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        self._leave(self.tr("Put away what you had typed."))

    def _on_response_requested(self) -> None:
        if self._subject.commitment is not None:
            ResponseSheet(self.workspace, self.window(), self._subject.commitment).open()

    def _on_end_clicked(self) -> None:
        subject = self._subject
        if subject.commitment is None or subject.in_force is None:
            return
        title = subject.commitment.title
        EasingSheet(self.workspace, self.window(), title, subject.in_force, Stance.ENDED, self._end).open()

    def _end(self, reason: Reason, heard: Heard) -> None:
        done = self.workspace.do(self.tr("end of a commitment"), commitments.end, self.detail(), reason, heard)
        if done.result.starts_on > self.workspace.today:
            words = self.tr("It ends on {day}.").format(
                day=self._dates.long(done.result.starts_on, self.workspace.today)
            )
        else:
            words = self.tr("Ended.")
        self._leave(words)

    def _on_delete_clicked(self) -> None:
        commitment = self._subject.commitment
        if commitment is None:
            return
        label = self.tr("deletion of a commitment")
        if self.workspace.attempt(label, delete, self._subject.draft, commitment.id) is not None:
            self._leave(self.tr("Deleted: “{title}”.").format(title=commitment.title))

    def _on_take_back_requested(self) -> None:
        label = self.tr("taking back of a change")
        if self.workspace.attempt(label, take_back_pending, self.detail()) is not None:
            self.workspace.recorded.emit(self.tr("Taken back. It goes on as before."))
