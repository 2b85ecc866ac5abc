"""The words of the private questions, of what they switch, and of the page with people to talk to."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text
from trustplanner.domain.plans import SafetyQuestion


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """One private question; `note` stands below it."""

    question: Text
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StopPage:
    """What is shown instead of the planner when it is stopped. It never says which answer stopped it."""

    title: str
    paragraphs: tuple[Text, ...]
    help_title: str
    still_here_title: str


@dataclass(frozen=True, slots=True)
class IndirectPage:
    """What a wish for no contact changes; `notice` is the one line for a banner."""

    title: str
    notice: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class EndingStep:
    """One step of the ending and telling track."""

    code: str
    title: str
    words: Text


@dataclass(frozen=True, slots=True)
class EndingPage:
    """The ending and telling track, with a counsellor."""

    title: str
    notice: str
    paragraphs: tuple[Text, ...]
    steps: tuple[EndingStep, ...]


@dataclass(frozen=True, slots=True)
class SupportFirstPage:
    """What comes before the planner when the reader has thought about suicide or self-harm."""

    title: str
    paragraphs: tuple[Text, ...]
    go_on: str


@dataclass(frozen=True, slots=True)
class LiftingWords:
    """How a switch is lifted. `add_only` stands above questions that are answered again on the same day."""

    title: str
    lead: str
    note: str
    too_soon: str
    add_only: str


@dataclass(frozen=True, slots=True)
class SafetyPage:
    """All of `safety.toml`."""

    title: str
    lead: Text
    why_again: str
    what_is_kept: str
    keep_label: str
    keep_note: str
    not_a_screening: str
    left_open_note: str
    yes: str
    no: str
    left_open: str
    questions: dict[SafetyQuestion, QuestionWords]
    stop: StopPage
    indirect: IndirectPage
    ending: EndingPage
    support_first: SupportFirstPage
    lifting: LiftingWords


@dataclass(frozen=True, slots=True)
class SupportPassage:
    """One passage of the help page."""

    code: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckWords:
    """What is said of each number: when and against what it was checked, or that it was not."""

    checked: Annotated[Sentence, Holds("date", "place")]
    seen: Annotated[Sentence, Holds("place")]
    not_checked: str
    put_together: Annotated[Sentence, Holds("date")]


@dataclass(frozen=True, slots=True)
class SupportPage:
    """The page behind "Need to talk to someone now?", and the words around its list of numbers.

    Nothing in it depends on a plan.
    """

    title: str
    lead: str
    not_watched: str
    numbers_title: str
    country_label: str
    every_country: str
    elsewhere: str
    edit_title: str
    copy_list: str
    copy_saved: Annotated[Sentence, Holds("path")]
    own_list_used: Annotated[Sentence, Holds("path")]
    own_list_broken: Annotated[Sentence, Holds("field", "path")]
    check: CheckWords
    passages: tuple[SupportPassage, ...]
