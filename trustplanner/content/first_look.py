"""The counsellor's first look at a record: what it shows, what it cannot show, what to ask."""

from dataclasses import dataclass

from trustplanner.content.record import HelpPassage


@dataclass(frozen=True, slots=True)
class FirstLookPassages:
    """In the order in which they are read."""

    shows: HelpPassage
    cannot: HelpPassage
    ask: HelpPassage
    reads: HelpPassage


@dataclass(frozen=True, slots=True)
class FirstLookWords:
    """All of `first_look.toml`."""

    lead: str
    self_reported: str
    passages: FirstLookPassages
