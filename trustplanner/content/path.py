"""The words of the guided path: stages, prompts, and what weighs most after which sort of breach."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Text
from trustplanner.domain.path import PromptForm, Rhythm, StageCode, Weight

_FORMS_WITH_PARTS = frozenset({PromptForm.SENTENCE, PromptForm.IF_THEN, PromptForm.SCALE})


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the five stages; `lead` says in one line what it is about."""

    code: StageCode
    title: str
    lead: Text


@dataclass(frozen=True, slots=True)
class LineWords:
    """The words around a line that they said or that is guessed."""

    said: Text
    guess: str
    from_memory: Annotated[Text, Holds("date")]
    guess_note: Text


@dataclass(frozen=True, slots=True)
class ExampleWords:
    """The headings of the two examples, and what is said before and beside them."""

    strong_title: str
    weak_title: str
    shown_after: str
    invented: str


@dataclass(frozen=True, slots=True)
class WeightWords:
    """What weighs most after one sort of breach; `stage` is the stage that deserves most room."""

    stage: StageCode
    question: str
    lead_with: Text
    trap: str


@dataclass(frozen=True, slots=True)
class StagesFile:
    """All of `stages.toml`."""

    stages: dict[StageCode, Stage]
    lines: LineWords
    examples: ExampleWords
    weights: dict[Weight, WeightWords]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose; `code` is what is kept."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question of the path.

    `contents` is its short name in the contents. `strong`, `weak` and `why_weak` are shown after the answer; a scale
    has none. `parts` names the fields of a form with several, and both ends of a scale. `choices` are the values of
    a value prompt. `they_decide` is a note for the margin.
    """

    code: str
    stage: StageCode
    form: PromptForm
    rhythm: Rhythm
    title: Text
    contents: Text
    instruction: Text
    why: Text
    strong: Text | None = None
    weak: Text | None = None
    why_weak: Text | None = None
    they_decide: Text | None = None
    parts: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    def __post_init__(self) -> None:
        for name in ("strong", "weak", "why_weak"):
            if (getattr(self, name) is None) is not (self.form is PromptForm.SCALE):
                raise ValueError(name)
        if bool(self.parts) is not (self.form in _FORMS_WITH_PARTS):
            raise ValueError("parts")
        if bool(self.choices) is not (self.form is PromptForm.VALUE):
            raise ValueError("choices")
