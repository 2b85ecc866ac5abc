"""The words of Today and of the explanations on Recovery."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text
from trustplanner.domain.answers import How


@dataclass(frozen=True, slots=True)
class EmptyToday:
    """What stands on Today before there is a commitment."""

    title: str
    text: str
    begin: str
    first_commitment: str


@dataclass(frozen=True, slots=True)
class QuietWords:
    """The quiet lines of Today. `yesterday_open` is said with the `time` it closes."""

    nothing_due_yet: str
    nothing_due_today: str
    all_answered: str
    yesterday_open: Annotated[Sentence, Holds("time")]
    stays_blank: str
    partly: str


@dataclass(frozen=True, slots=True)
class RailWords:
    """The four blocks of the right column, and what stands in them while there is nothing."""

    follow_through_title: str
    follow_through_none: str
    shares_wait: str
    told_first_title: str
    told_first_none: str
    amends_title: str
    amends_none: str
    session_title: str
    session_none: str


@dataclass(frozen=True, slots=True)
class MissWords:
    """The line below a missed answer: the question, then how it came out."""

    question: Text
    plan_telling: str
    told_first: Text
    when_asked: Text
    found_out: Text
    told_first_when: Annotated[Text, Holds("when")]
    when_asked_when: Annotated[Text, Holds("when")]
    found_out_when: Annotated[Text, Holds("when")]
    not_yet: Text
    not_welcome: Text

    def of(self, how: How, *, with_when: bool = False) -> Text:
        """What is said once it is known how the miss came out; with `with_when` it is said with `when`.

        Raises:
            AttributeError: nothing is said with `when` about a miss that was not told.
        """
        words: Text = getattr(self, f"{how.value}_when" if with_when else how.value)
        return words


@dataclass(frozen=True, slots=True)
class ContactBanners:
    """The banner above the page while contact is limited, not welcome, or the day of a wish has passed."""

    limited_banner: Text
    none_banner: Text
    ran_out_banner: Text


@dataclass(frozen=True, slots=True)
class TodayPage:
    """All of `today.toml`."""

    empty: EmptyToday
    quiet: QuietWords
    rail: RailWords
    miss: MissWords
    contact: ContactBanners


@dataclass(frozen=True, slots=True)
class HelpPassage:
    """How one thing is counted."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountedPassages:
    """One passage for each thing on Recovery that needs explaining."""

    counts: HelpPassage
    known_range: HelpPassage
    unanswered: HelpPassage
    not_applicable: HelpPassage
    late: HelpPassage
    quiet_line: HelpPassage
    told_first: HelpPassage
    apart: HelpPassage
    due: HelpPassage
    periods: HelpPassage
    pauses: HelpPassage
    changes: HelpPassage
    biases: HelpPassage


@dataclass(frozen=True, slots=True)
class RecoveryHelp:
    """All of `recovery_help.toml`."""

    lead: str
    self_reported: str
    passages: CountedPassages
