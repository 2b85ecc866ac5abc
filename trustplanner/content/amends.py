"""The words of the ledger of amends: what stands beside a repair, and its gaps."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Text
from trustplanner.domain.harms import RepairWay


@dataclass(frozen=True, slots=True)
class RepairWords:
    """What is asked about a repair."""

    way_title: str
    ways: dict[RepairWay, Text]
    wanted_title: Text
    injures_title: str
    injures_yes: Text
    injures_unknown: Text
    advised_label: Text
    amount_label: str
    amount_note: str


@dataclass(frozen=True, slots=True)
class GapWords:
    """What the ledger does not hold yet, said quietly. `touches_limit` quotes the limit as `words`."""

    no_repair: str
    no_follow_through: str
    injures: str
    not_wanted_directly: str
    contact_waits: str
    nobody_asked: Text
    touches_limit: Annotated[Text, Holds("words")]


@dataclass(frozen=True, slots=True)
class AmendsWords:
    """All of `amends.toml`."""

    repair: RepairWords
    gaps: GapWords
