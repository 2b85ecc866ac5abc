"""The weekly review: the week's counts, the five questions of the path, and how sure one is of each commitment."""

from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.sessions import add_agenda_line
from trustplanner.domain.change import Topic
from trustplanner.domain.path import Rhythm, StageCode
from trustplanner.domain.record import monday_of
from trustplanner.domain.sessions import Session, next_session
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.week import WEEK, WeekFacts, week_facts
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.sessions import agenda, sessions
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.prompt_field import PromptField
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.week_page.parts import FactsBlock, SureBlock
from trustplanner.ui.screens.week_page.words import WeekWords

FOR_COUNSELLOR: Final = "week_counsellor"
_GROUP_GAP, _BLOCK_GAP, _QUESTION_GAP, _TITLE_GAP = 30, 16, 26, 6


class WeekPage(Page):
    """Detail: a Monday, ISO; this week without. Earlier weeks can be read and written on."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.PLAN,
            Topic.SAFETY,
            Topic.PATH,
            Topic.COMMITMENTS,
            Topic.ANSWERS,
            Topic.SESSIONS,
            Topic.SETTINGS,
        }
    )
    parent_place = "path"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("week_page")
        self._content = workspace.catalogue.week()
        self._words = WeekWords(workspace, self)
        self._monday: date | None = None
        self._session: Session | None = None
        theme = workspace.theme
        self._when = TextLabel(theme, role="label", color="ink_2")
        self._earlier = self._week_link("earlier", -1)
        self._later = self._week_link("later", 1)
        self._no_facts = TextLabel(theme, role="body", color="ink_2")
        self._facts_note = TextLabel(theme, self._content.facts_note, role="small", color="ink_3")
        self._facts = KeyedColumn[WeekFacts, FactsBlock](
            lambda facts: facts.commitment.id, lambda _: FactsBlock(workspace), self._show_facts, spacing=_BLOCK_GAP
        )
        self._sure = KeyedColumn[WeekFacts, SureBlock](
            lambda facts: facts.commitment.id, self._make_sure, self._show_sure, spacing=_QUESTION_GAP
        )
        self._sure_part = QWidget()
        self._fields: dict[str, PromptField] = {}
        self._titles: dict[str, tuple[TextLabel, TextLabel]] = {}
        self._agenda = Button(theme, "", Kind.LINK, name="week_agenda_button")
        self._agenda.clicked.connect(self._on_agenda_clicked)
        self._agenda_note = TextLabel(theme, role="small", color="ink_3")
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)

    def _week_link(self, name: str, step: int) -> Button:
        link = Button(self.workspace.theme, "", Kind.LINK, name=f"week_{name}_button")
        link.clicked.connect(lambda: self._go_to(self.monday + step * WEEK))
        return link

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        weeks = WrappingRow(gap=16, line_gap=0)
        for part in (self._when, self._earlier, self._later):
            weeks.addWidget(part)
        main.addWidget(self.back_link("week"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, self._content.title, "title"))
        main.addSpacing(_TITLE_GAP)
        main.addLayout(weeks)
        main.addSpacing(_TITLE_GAP)
        main.addWidget(TextLabel(theme, self._content.lead, "body", "ink_2"))
        self._add_group(self._content.facts_title)
        main.addWidget(self._no_facts)
        main.addWidget(self._facts.widget)
        main.addSpacing(_TITLE_GAP)
        main.addWidget(self._facts_note)
        main.addSpacing(_GROUP_GAP)
        main.addWidget(Hairline(theme))
        for prompt in self.workspace.catalogue.prompts(StageCode.DAY_TO_DAY, Rhythm.WEEK):
            self._add_question(prompt.code)
        self._lay_out_sure()

    def _add_group(self, title: str) -> None:
        main = self._page.main
        main.addSpacing(_GROUP_GAP)
        main.addWidget(TextLabel(self.workspace.theme, title, "heading"))
        main.addSpacing(_BLOCK_GAP - 4)

    def _add_question(self, code: str) -> None:
        theme, main = self.workspace.theme, self._page.main
        title, instruction = TextLabel(theme, role="promise"), TextLabel(theme, role="small", color="ink_2")
        field = PromptField(self.workspace, self.workspace.catalogue.prompt(code), f"week_{code}_field")
        field.go_on_requested.connect(lambda: self._go_on_from(code))
        self._titles[code], self._fields[code] = (title, instruction), field
        main.addSpacing(_QUESTION_GAP)
        main.addWidget(title)
        main.addWidget(instruction)
        main.addSpacing(_TITLE_GAP + 2)
        main.addWidget(field)
        if code == FOR_COUNSELLOR:
            main.addSpacing(4)
            main.addWidget(self._agenda, 0, Qt.AlignmentFlag.AlignLeading)
            main.addWidget(self._agenda_note)

    def _lay_out_sure(self) -> None:
        theme = self.workspace.theme
        inside = column(self._sure_part)
        inside.addSpacing(_GROUP_GAP)
        inside.addWidget(Hairline(theme))
        inside.addSpacing(_GROUP_GAP)
        inside.addWidget(TextLabel(theme, self.workspace.catalogue.sureness().title, "heading"))
        inside.addSpacing(_TITLE_GAP)
        inside.addWidget(TextLabel(theme, self._content.size_lead, "body", "ink_2"))
        inside.addSpacing(_BLOCK_GAP)
        inside.addWidget(self._sure.widget)
        self._page.main.addWidget(self._sure_part)

    # --- showing

    @property
    def monday(self) -> date:
        """The Monday of the week that is shown."""
        this_week = monday_of(self.workspace.today)
        return this_week if self._monday is None else min(self._monday, this_week)

    def refresh(self) -> None:
        """Show the week as it is now; words that are not saved yet stay."""
        today, monday = self.workspace.today, self.monday
        safety = self.workspace.safety
        is_ending = safety is not None and safety.ending
        known = self.workspace.read(histories, monday)
        day_start = day_start_of(self.workspace.read(settings))
        found = week_facts(known, monday, today, day_start)
        asked = [facts for facts in found if facts.counts.due or facts.counts.not_applicable or facts.open_count]
        self._facts.show_things([] if is_ending else asked)
        self._no_facts.set_text(self._content.facts_wait if is_ending else self._content.facts_none)
        self._no_facts.setVisible(is_ending or not asked)
        self._facts_note.setVisible(len(asked) > 1 and not is_ending)
        self._show_weeks(monday, today)
        self._show_questions(monday)
        may_size = not is_ending and monday == monday_of(today)
        self._sure.show_things([facts for facts in found if facts.is_active] if may_size else [])
        self._sure_part.setVisible(bool(self._sure.all()))

    def _show_weeks(self, monday: date, today: date) -> None:
        self._when.set_text(self._words.week(monday))
        self._earlier.set_words(self._words.neighbour(monday - WEEK))
        self._earlier.setVisible(monday > monday_of(self.workspace.plan.first_day))
        self._later.set_words(self._words.neighbour(monday + WEEK))
        self._later.setVisible(monday < monday_of(today))

    def _show_questions(self, monday: date) -> None:
        voice = self.workspace.voice
        for code, field in self._fields.items():
            title, instruction = self._titles[code]
            title.set_text(field.prompt.title.said_to(voice))
            instruction.set_text(field.prompt.instruction.said_to(voice))
            field.show_answer(monday)
        self._show_agenda()

    def _show_agenda(self) -> None:
        """One click carries the line into the next session, once."""
        words = self._fields[FOR_COUNSELLOR].words
        self._session = next_session(self.workspace.read(sessions), self.workspace.today)
        stands = self._session is not None and any(
            line.words == words for line in self.workspace.read(agenda, self._session.id)
        )
        if self._session is None:
            self._agenda.set_words(self.tr("Set its date"))
        else:
            self._agenda.set_words(self._words.to_agenda(self._session.day))
        self._agenda.setVisible(bool(words) and not stands)
        note = self._content.agenda_none if self._session is None else self._content.agenda_stands if stands else ""
        self._agenda_note.set_text(note if words else "")
        self._agenda_note.setVisible(bool(words and note))

    def _show_facts(self, block: FactsBlock, facts: WeekFacts) -> None:
        block.show_facts(facts, self._words)

    def _make_sure(self, facts: WeekFacts) -> SureBlock:
        block = SureBlock(self.workspace, facts.commitment.id)
        block.go_requested.connect(self.go_requested)
        return block

    def _show_sure(self, block: SureBlock, facts: WeekFacts) -> None:
        block.show_facts(facts, self._words, self.monday)

    def show_detail(self, detail: str) -> None:
        """Show a week."""
        self._go_to(_monday_in(detail))

    def detail(self) -> str:
        """The week that is shown, if it is not this one."""
        return "" if self.monday == monday_of(self.workspace.today) else self.monday.isoformat()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- what a person does

    def save_typing(self) -> None:
        """Write what is typed.

        Raises:
            KnownError: it could not be written.
        """
        for field in self._fields.values():
            field.save_typing()

    def _go_to(self, monday: date | None) -> None:
        if not all(field.try_to_leave() for field in self._fields.values()):
            return
        self._monday = monday
        self._page.verticalScrollBar().setValue(0)
        self.mark_stale()

    def _go_on_from(self, code: str) -> None:
        """The next question, or what stands below the last one."""
        codes = list(self._fields)
        place = codes.index(code) + 1
        if place < len(codes):
            self._fields[codes[place]].setFocus()
        else:
            self.focusNextChild()

    def _on_agenda_clicked(self) -> None:
        field = self._fields[FOR_COUNSELLOR]
        if not field.try_to_leave():
            return
        if self._session is None:
            self.go_requested.emit(Destination("dates", "session:"))
            return
        label = self.tr("a point for the session")
        if self.workspace.attempt(label, add_agenda_line, self._session.id, field.words) is not None:
            self.workspace.recorded.emit(self._content.agenda_stands)


def _monday_in(text: str) -> date | None:
    try:
        return monday_of(date.fromisoformat(text))
    except ValueError:
        return None
