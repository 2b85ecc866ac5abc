"""The words of hard days and places that are known ahead."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text, Voice
from trustplanner.domain.hard_days import HardDay, HardFor


@dataclass(frozen=True, slots=True)
class HardKindWords:
    """One sort: its name, what it means, what is said on the day and before it, and the way to strike it."""

    label: Text
    explained: Text
    dot: Text
    tomorrow: Text
    release: Text


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What is said of one's own, whose words need not be hidden."""

    dot: Annotated[Sentence, Holds("words")]
    tomorrow: Annotated[Sentence, Holds("words")]


@dataclass(frozen=True, slots=True)
class HardDaysWords:
    """All of `hard_days.toml`; `on_the_day` and `the_day_before` stand below the words of theirs."""

    title: str
    lead: str
    none: str
    released_title: str
    hidden: str
    place_note: str
    own: OwnWords
    kinds: dict[HardFor, HardKindWords]
    on_the_day: Text
    the_day_before: Text

    def dot(self, hard: HardDay, voice: Voice) -> str:
        """What is said of a day without a click: one's own words, of another's only that it is one."""
        if hard.whose is HardFor.ME:
            said = said_words(hard)
            return self.own.dot.said(words=said) if said else self.own.dot.said()
        return self.kinds[hard.whose].dot.said_to(voice)

    def tomorrow(self, hard: HardDay, voice: Voice) -> str:
        """The same on the evening before."""
        if hard.whose is HardFor.ME:
            said = said_words(hard)
            return self.own.tomorrow.said(words=said) if said else self.own.tomorrow.said()
        return self.kinds[hard.whose].tomorrow.said_to(voice)


def said_words(hard: HardDay) -> str:
    """Its words and its place in one line, without the full stop."""
    parts = (" ".join(part.split()).rstrip(" .,;") for part in (hard.words, hard.place))
    return ", ".join(part for part in parts if part)
