"""Where the walk stands, read from the vault in one go. No widget here."""

from dataclasses import dataclass
from datetime import date

from trustplanner.content.path import Prompt
from trustplanner.domain.days import DayStart
from trustplanner.domain.evening import (
    Asked,
    StepKind,
    WalkKind,
    WalkStep,
    asked_on,
    evening_steps,
    morning_steps,
)
from trustplanner.domain.hard_days import HardDay, hard_days_on
from trustplanner.domain.items import History
from trustplanner.domain.path import PromptState, Rhythm, StageCode, state_of
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.today import DAY, DayRow, DayView, day_view
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.path import path_answer
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Walk:
    """Its steps in order, and what each is about; `written` are the questions that have an answer today."""

    kind: WalkKind
    view: DayView
    steps: tuple[WalkStep, ...]
    prompts: dict[str, Prompt]
    written: frozenset[str]
    known: tuple[History, ...]
    day_start: DayStart

    def row(self, step: WalkStep) -> DayRow | None:
        """The row that an item or a telling is about."""
        rows = (*self.view.rows, *self.view.still_open)
        return next((row for row in rows if row.key == (step.key, step.day)), None)

    def is_through(self, step: WalkStep) -> bool:
        """Whether nothing is asked for there any more."""
        row = self.row(step)
        match step.kind:
            case StepKind.ITEM:
                return row is None or row.is_answered
            case StepKind.TELL:
                return row is None or row.miss is None or row.miss.how is not None
            case StepKind.QUESTION:
                return step.key in self.written
            case StepKind.END:
                return False

    @property
    def coming_day(self) -> date:
        """The day that the end looks at: tomorrow in the evening, today in the morning."""
        return self.view.today + DAY if self.kind is WalkKind.EVENING else self.view.today

    def coming(self) -> list[Asked]:
        """What that day asks for."""
        return asked_on(self.known, self.coming_day, self.day_start)


def read_walk(workspace: Workspace, kind: WalkKind) -> Walk:
    """The walk of today."""
    today = workspace.today
    day_start = day_start_of(workspace.read(settings))
    known = tuple(workspace.read(histories, today - DAY))
    view = day_view(known, today, today, day_start)
    prompts = {prompt.code: prompt for prompt in workspace.catalogue.prompts(StageCode.DAY_TO_DAY, Rhythm.DAY)}
    answers = {code: workspace.read(path_answer, code, today) for code in prompts}
    written = frozenset(code for code, answer in answers.items() if state_of(answer) is PromptState.WRITTEN)
    steps = morning_steps(view) if kind is WalkKind.MORNING else evening_steps(view, prompts)
    return Walk(kind, view, tuple(steps), prompts, written, known, day_start)


def hard_on(workspace: Workspace, day: date) -> tuple[HardDay, ...]:
    """The hard days that fall on a day."""
    return hard_days_on(workspace.read(hard_days), day)
