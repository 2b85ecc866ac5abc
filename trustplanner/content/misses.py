"""The words of the five steps after a miss."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.path import Choice
from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text, Voice
from trustplanner.domain.answers import Adjust, How
from trustplanner.domain.plans import Contact


@dataclass(frozen=True, slots=True)
class HowWords:
    """One way a miss came out: the sentence to choose, and the short name for tables and marks."""

    label: Text
    short: Text


@dataclass(frozen=True, slots=True)
class TellStep:
    """Step 1, tell first; `example` is the one line that is enough."""

    tab: str
    title: Text
    lead: Text
    example: Text
    when_label: str
    options: dict[How, HowWords]


@dataclass(frozen=True, slots=True)
class FactsStep:
    """Step 2, what happened."""

    tab: str
    title: str
    lead: str
    facts_label: str
    last_moment_label: str


@dataclass(frozen=True, slots=True)
class LikelierStep:
    """Step 3, what made it likelier; the codes are what `MissReview.likelier` holds."""

    tab: str
    title: str
    lead: str
    causes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RepairStep:
    """Step 4, the smallest full repair of this miss."""

    tab: str
    title: Text
    lead: str
    example: Text
    cost_label: str
    repair_label: str
    by_label: str


@dataclass(frozen=True, slots=True)
class AdjustWords:
    """One thing to do with the commitment."""

    label: str


@dataclass(frozen=True, slots=True)
class AdjustStep:
    """Step 5, what happens with the commitment."""

    tab: str
    title: str
    lead: Text
    sureness_label: str
    unsure: str
    options: dict[Adjust, AdjustWords]


@dataclass(frozen=True, slots=True)
class AfterWords:
    """What is said at the foot; choose the closing with `closing`."""

    closing: Annotated[Text, Holds("n")]
    closing_first: str
    closing_all: Annotated[Text, Holds("n")]
    often: Text
    hidden_twice: Text
    not_told: str
    setback: str
    repaired: Annotated[Sentence, Holds("date")]


@dataclass(frozen=True, slots=True)
class RepeatedWords:
    """What is said of a commitment that is missed again and again, and the ways out; `closed` is said of new ones."""

    often: Annotated[Text, Holds("n", "most")]
    smaller: str
    take: Text
    leave: str
    agenda: Annotated[Text, Holds("words", "n", "most")]
    closed: Text
    set_session: Text


@dataclass(frozen=True, slots=True)
class LineCrossedPage:
    """What opens instead of the steps when a line was crossed."""

    title: str
    paragraphs: tuple[Text, ...]
    open_support: str
    open_acts: str


@dataclass(frozen=True, slots=True)
class MissSteps:
    """All of `miss_steps.toml`."""

    tell: TellStep
    facts: FactsStep
    likelier: LikelierStep
    repair: RepairStep
    adjust: AdjustStep
    after: AfterWords
    line_crossed: LineCrossedPage
    repeated: RepeatedWords


def offered(contact: Contact, chosen: How | None = None) -> tuple[How, ...]:
    """The answers to "how did it come out" that are offered.

    Where contact is not welcome, telling them first is not offered, and "not welcome" comes first. What was chosen
    before stays, so that an older entry can be looked at as it is.
    """
    if contact is not Contact.NONE:
        return tuple(How)
    order = (How.NOT_WELCOME, How.NOT_YET, How.FOUND_OUT, How.WHEN_ASKED)
    return order if chosen is None or chosen in order else (*order, chosen)


def closing(words: AfterWords, voice: Voice, missed: int, due: int) -> str:
    """The closing line for one miss, where `missed` of the `due` answered so far were missed, this one included."""
    if due <= 1:
        return words.closing_first
    text = words.closing_all if missed >= due else words.closing
    return text.said_to(voice, n=due)
