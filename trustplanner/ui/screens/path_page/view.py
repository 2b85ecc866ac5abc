"""What the page shows: every question with what is written for it now, how far that is, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from trustplanner.content.path import Prompt
from trustplanner.domain.path import (
    PathAnswer,
    Progress,
    PromptForm,
    PromptState,
    Rhythm,
    StageCode,
    coming_session_key,
    day_key,
    next_open,
    progress,
    state_of,
)
from trustplanner.domain.sessions import Session, next_session
from trustplanner.storage.queries.letters import letters
from trustplanner.storage.queries.path import days_written, path_answers_on, path_lines
from trustplanner.storage.queries.sessions import sessions
from trustplanner.ui.kit.workspace import Workspace


class Spot(NamedTuple):
    """A place on the path: a prompt, and the day of an earlier answer or None for the present one.

    `line` is the id of a line that is being written anew.
    """

    prompt: str
    day: date | None = None
    line: str = ""

    def as_detail(self) -> str:
        """For `Page.detail`: `code`, `code@2026-05-03`, `code#line`."""
        day = f"@{self.day.isoformat()}" if self.day else ""
        return f"{self.prompt}{day}{f'#{self.line}' if self.line else ''}"

    @classmethod
    def from_detail(cls, detail: str) -> Self:
        """The reverse; a day that is none is left out."""
        words, _, line = detail.partition("#")
        prompt, _, day = words.partition("@")
        try:
            return cls(prompt, date.fromisoformat(day) if day else None, line)
        except ValueError:
            return cls(prompt, None, line)


@dataclass(frozen=True, slots=True)
class PathView:
    """The path as it stands; everything by the code of the prompt.

    `keys` holds the day under which the present answer of each prompt is kept, `session` the coming session.
    """

    today: date
    session: Session | None
    prompts: Mapping[str, Prompt]
    keys: Mapping[str, date | None]
    answers: Mapping[str, PathAnswer]
    states: Mapping[str, PromptState]

    def has_stage(self, stage: StageCode) -> bool:
        """Whether a stage is open: the one of making amends waits while something goes on or is hidden."""
        return any(prompt.stage is stage for prompt in self.prompts.values())

    def in_order(self) -> list[str]:
        """All prompts, as Alt+Left and Alt+Right walk them."""
        return list(self.prompts)

    def asked_with(self, code: str) -> list[str]:
        """The prompts of the same stage and rhythm, in order."""
        wanted = self.prompts[code]
        return [
            prompt.code
            for prompt in self.prompts.values()
            if prompt.stage is wanted.stage and prompt.rhythm is wanted.rhythm
        ]

    def of_rhythm(self, rhythm: Rhythm) -> list[str]:
        """The prompts of one rhythm, in order: what is answered in one go."""
        return [prompt.code for prompt in self.prompts.values() if prompt.rhythm is rhythm]

    def progress(self, stage: StageCode) -> Progress:
        """How far a stage is; of day to day, only the questions of this day count."""
        rhythm = Rhythm.DAY if stage is StageCode.DAY_TO_DAY else Rhythm.ONCE
        return progress(
            self.states[prompt.code]
            for prompt in self.prompts.values()
            if prompt.stage is stage and prompt.rhythm is rhythm
        )

    def group_of(self, code: str) -> Progress:
        """How far the questions are that are counted with this one."""
        return progress(self.states[other] for other in self.asked_with(code))

    def next_after(self, code: str | None) -> str | None:
        """What "Save and go on" leads to: the next open question of the plan and then of this day.

        Questions of a day, a week or a session are a round of their own.
        """
        rhythm = self.prompts[code].rhythm if code else Rhythm.ONCE
        found = next_open(self.of_rhythm(rhythm), self.states, code)
        if found is None and rhythm is Rhythm.ONCE:
            found = next_open(self.of_rhythm(Rhythm.DAY), self.states)
        return found

    def round_of(self, code: str) -> Progress:
        """How far all questions are that are answered in one go with this one."""
        return progress(self.states[other] for other in self.of_rhythm(self.prompts[code].rhythm))

    def neighbour(self, code: str, step: int) -> str | None:
        """The question before (-1) or after (1), whatever its state."""
        order = self.in_order()
        place = order.index(code) + step
        return order[place] if 0 <= place < len(order) else None


def read_path(workspace: Workspace) -> PathView:
    """The path of this vault, today."""
    catalogue, today = workspace.catalogue, workspace.today
    prompts = {code: catalogue.prompt(code) for code in catalogue.prompt_codes()}
    planned = workspace.read(sessions)
    keys = {code: _key(workspace, prompt, [each.day for each in planned]) for code, prompt in prompts.items()}
    days = {day for day in keys.values() if day is not None}
    written = workspace.read(path_answers_on, days)
    answers = {answer.prompt: answer for answer in written if keys.get(answer.prompt) == answer.on}
    states = {code: state_of(answers.get(code), _count(workspace, prompt)) for code, prompt in prompts.items()}
    safety = workspace.safety
    if safety is not None and safety.ending:  # amends wait, the letter among them
        prompts = {code: prompt for code, prompt in prompts.items() if prompt.stage is not StageCode.AMENDS}
    return PathView(today, next_session(planned, today), prompts, keys, answers, states)


def _count(workspace: Workspace, prompt: Prompt) -> int:
    """How many lines or letters stand for a prompt besides its answer."""
    if prompt.form is PromptForm.LETTER:
        return sum(bool(letter.words.strip()) for letter in workspace.read(letters))
    return len(workspace.read(path_lines, prompt.code)) if prompt.form is PromptForm.LINES else 0


def _key(workspace: Workspace, prompt: Prompt, session_days: list[date]) -> date | None:
    if prompt.rhythm is not Rhythm.SESSION:
        return day_key(prompt.rhythm, workspace.today, workspace.today)
    waiting = workspace.read(days_written, prompt.code)
    return coming_session_key(session_days, waiting, workspace.today)
