"""After a setback: five acts one below the other, each with room to write and two times."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions import setbacks
from trustplanner.actions.events import add_event, change_event
from trustplanner.domain.change import Topic
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.errors import KnownError, RuleError
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.setbacks import SetbackAct, SetbackStep, next_act, put_away_name
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.setbacks import setback_steps
from trustplanner.ui.kit.autosave import save_all
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.opening_place import are_questions_due
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.setback_page.act_part import ActPart
from trustplanner.ui.screens.setback_page.moment_fields import MomentFields, minute_of, suggested

NEW: Final = "new"
_OF_A_DAY: Final = "day:"
_ABOVE_HAIRLINE, _BELOW_HAIRLINE = 26, 22


class SetbackPage(Page):
    """Detail: the id of a setback, `new`, or `day:` and a day: the setback of that day, or a new one on it.

    A new one is written down with its first word or time; looking at the page writes nothing.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.EVENTS, Topic.SETTINGS, Topic.PLAN, Topic.SAFETY})
    parent_place = "today"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("setback_page")
        theme = workspace.theme
        self._event_id = ""
        self._words = workspace.catalogue.setback()
        self._dates = DateWords()
        self._lead = TextLabel(theme, "", "body", "ink_2")
        self._questions = Banner(
            theme, self._words.questions, link=self._words.questions_link, name="setback_questions_banner"
        )
        self._questions.link_activated.connect(lambda: self.go_requested.emit(Destination("safety")))
        self._day_field = DateField(theme, name="setback_day_field")
        self._day_field.edited.connect(self._on_day_edited)
        self._day = LabelledField(theme, self._words.day_label, self._day_field)
        self._new_note = TextLabel(theme, self._words.new_note, "small", "ink_2")
        self._parts = {act: ActPart(workspace, act, self._words, self._save) for act in SetbackAct}
        self._standing = TextLabel(theme, "", "small", "ink_2")
        self._put_away = Button(theme, self._words.put_away, Kind.LINK, name="setback_put_away_button")
        self._put_away.clicked.connect(lambda: self._set_away(away=True))
        self._take_up = Button(theme, self._words.take_up, Kind.LINK, name="setback_take_up_button")
        self._take_up.clicked.connect(lambda: self._set_away(away=False))
        self._page = ScrollPage(theme)
        self._lay_out()
        self._connect()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._parts[SetbackAct.STOP].field)

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        leading = Qt.AlignmentFlag.AlignLeading
        main.addWidget(self.back_link("setback"), 0, leading)
        main.addWidget(TextLabel(theme, self._words.title, "title"))
        for gap, part in (
            (8, self._lead),
            (14, self._questions),
            (18, self._day),
            (4, TextLabel(theme, self._words.day_note, "small", "ink_2")),
            (4, self._new_note),
        ):
            main.addSpacing(gap)
            main.addWidget(part)
        for act in self._parts.values():
            main.addSpacing(_ABOVE_HAIRLINE)
            main.addWidget(Hairline(theme))
            main.addSpacing(_BELOW_HAIRLINE)
            main.addWidget(act)
        main.addSpacing(_ABOVE_HAIRLINE)
        main.addWidget(self._standing)
        main.addWidget(self._put_away, 0, leading)
        main.addWidget(self._take_up, 0, leading)

    def _connect(self) -> None:
        for part in self._parts.values():
            part.by_wanted.connect(self._on_by_wanted)
            part.by_chosen.connect(self._on_by_chosen)
            part.done_wanted.connect(self._on_done_wanted)
            part.done_chosen.connect(self._on_done_chosen)
            part.go_on_requested.connect(self._on_go_on_requested)
            part.help_requested.connect(lambda: self.go_requested.emit(Destination("support")))

    # --- showing

    def show_detail(self, detail: str) -> None:
        """Show a setback, or begin a new one; what was typed of another is saved before."""
        try:
            self.save_typing()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        event, day = self._named(detail)
        self._event_id = "" if event is None else event.id
        for part in self._parts.values():
            part.show_nothing()
        self._day_field.set_limits(EARLIEST_DAY, max(day, self.workspace.today))
        self._day_field.fill(day)
        self._page.verticalScrollBar().setValue(0)
        self.mark_stale()
        if not self.isVisible():
            self.refresh()  # so that the window finds the words into which the cursor is put back

    def detail(self) -> str:
        """The setback, or the day of a new one."""
        return self._event_id or f"{_OF_A_DAY}{self._day_field.day().isoformat()}"

    def refresh(self) -> None:
        """Show what is written; words that are being typed stay."""
        event = self._event()
        if event is None and self._event_id:  # undone, or deleted elsewhere
            self._event_id = ""
            for part in self._parts.values():
                part.show_nothing()
        voice = self.workspace.voice
        self._lead.set_text(self._words.lead.said_to(voice))
        steps = {} if event is None else {step.act: step for step in self._steps()}
        for act, part in self._parts.items():
            part.say_to(voice)
            part.show_step(steps.get(act), self._saved(steps.get(act)))
        if event is not None:
            self._day_field.fill(event.day)
        self._new_note.setVisible(event is None)
        self._questions.setVisible(event is not None and are_questions_due(self.workspace))
        self._show_standing(list(steps.values()))

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def save_typing(self) -> None:
        """Write what is typed in any of the acts.

        Raises:
            KnownError: some of it could not be written; it stays on the screen.
        """
        save_all(self._parts.values())

    def _named(self, detail: str) -> tuple[Event | None, date]:
        """The setback that a detail means, and its day."""
        today = self.workspace.today
        known = [event for event in self.workspace.read(events) if event.kind is EventKind.SETBACK]
        day = today
        if detail.startswith(_OF_A_DAY):
            try:
                day = min(date.fromisoformat(detail.removeprefix(_OF_A_DAY)), today)
            except ValueError:
                day = today
            found = next((event for event in reversed(known) if event.day == day), None)
        else:
            found = next((event for event in known if event.id == detail), None)
        return found, day if found is None else found.day

    def _event(self) -> Event | None:
        known = self.workspace.read(events) if self._event_id else ()
        return next((each for each in known if each.id == self._event_id and each.kind is EventKind.SETBACK), None)

    def _steps(self) -> tuple[SetbackStep, ...]:
        return self.workspace.read(setback_steps, self._event_id) if self._event_id else ()

    def _show_standing(self, steps: list[SetbackStep]) -> None:
        """What Today says of it, and the way to change that."""
        is_away = bool(self.workspace.read(settings).get(put_away_name(self._event_id)))
        is_through = next_act(steps) is None
        words = self._words.all_done if is_through else self._words.in_hand
        self._standing.set_text(self._words.is_put_away if is_away and not is_through else words)
        self._standing.setVisible(bool(steps))
        self._put_away.setVisible(bool(steps) and not is_through and not is_away)
        self._take_up.setVisible(bool(steps) and not is_through and is_away)

    def _saved(self, step: SetbackStep | None) -> str:
        if step is None or not step.words:
            return ""
        runner = self.workspace.runner
        moment = step.updated_at.astimezone(runner.local_zone())
        if moment.date() == runner.now().local.date():
            return self.tr("Saved at {time}. Only in this file.").format(time=f"{moment:%H:%M}")
        day = self._dates.short(moment.date(), self.workspace.today)
        return self.tr("Saved on {day}. Only in this file.").format(day=day)

    # --- what a person does

    def _save(self, act: SetbackAct, words: str, visit: Visit) -> None:
        """Write the words of one act; with the first of a new setback its event."""
        if self._event_id:
            visit.do(setbacks.write_act, self._event_id, act, words)
        elif words.strip():
            self._event_id = visit.do(setbacks.begin_with_act, self._day_field.day(), act, words).id
            self.refresh()

    def _begun(self) -> str:
        """The event that a moment belongs to; written down now if it is not."""
        if not self._event_id:
            label = self.tr("setback")
            done = self.workspace.do(label, add_event, self._day_field.day(), EventKind.SETBACK)
            self._event_id = done.result.id
        return self._event_id

    def _on_by_wanted(self, act: SetbackAct) -> None:
        self._plan(act, *suggested(self.workspace.runner.now().local))
        self._parts[act].by.focus_fields()

    def _on_by_chosen(self, act: SetbackAct, day: date | None, minute: int | None) -> None:
        self._plan(act, day, minute)
        if day is None:
            self._parts[act].by.focus_button()

    def _on_done_wanted(self, act: SetbackAct) -> None:
        now = self.workspace.runner.now().local
        self._mark(act, now.date(), minute_of(now))
        self._parts[act].done.focus_fields()

    def _on_done_chosen(self, act: SetbackAct, day: date | None, minute: int | None) -> None:
        self._mark(act, day, minute)
        if day is None:
            self._parts[act].done.focus_button()

    def _plan(self, act: SetbackAct, day: date | None, minute: int | None) -> None:
        label = self.tr("time of an act")
        self._do(self._parts[act].by, lambda key: self.workspace.do(label, setbacks.plan_act, key, act, day, minute))

    def _mark(self, act: SetbackAct, day: date | None, minute: int | None) -> None:
        label = self.tr("act that is done")
        self._do(self._parts[act].done, lambda key: self.workspace.do(label, setbacks.mark_act, key, act, day, minute))

    def _do(self, field: MomentFields, action: Callable[[str], object]) -> None:
        """What is typed comes first; what a rule has against a moment is said at it."""
        field.show_sentence("")
        try:
            self.save_typing()
            action(self._begun())
        except RuleError as error:
            field.show_sentence(self.workspace.sentence_for(error))
        except KnownError as error:
            self.workspace.refused.emit(error)

    def _on_go_on_requested(self, act: SetbackAct) -> None:
        acts = list(SetbackAct)
        following = acts[acts.index(act) + 1 :]
        if following:
            self._parts[following[0]].field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_day_edited(self, day: date) -> None:
        self._day.show_sentence("")
        event = self._event()
        if event is None:
            return
        try:
            self.workspace.do(self.tr("day of a setback"), change_event, event.id, day, event.kind, event.words)
        except KnownError as error:
            self._day.show_sentence(self.workspace.sentence_for(error))

    def _set_away(self, *, away: bool) -> None:
        action = setbacks.put_away if away else setbacks.take_up_again
        if self.workspace.attempt(self.tr("what Today says of a setback"), action, self._event_id) is not None:
            words = self.tr("Put away. Today says nothing of it.") if away else self.tr("Today says what comes next.")
            self.workspace.recorded.emit(words)
            (self._take_up if away else self._put_away).setFocus()
