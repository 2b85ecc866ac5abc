"""The five short steps after a miss: which is written, which comes next, and what a repeated miss suggests."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from trustplanner.domain.answers import How, MissReview
from trustplanner.domain.items import Item, Outcome
from trustplanner.domain.record import Miss

LOOKED_AT = 10  # the last items that were due
OFTEN = 3  # misses among them
HIDDEN = 2  # misses among them that did not come from you first
NOT_FIRST = frozenset({How.WHEN_ASKED, How.FOUND_OUT})


class MissStep(StrEnum):
    """The steps, in their order."""

    TELL = "tell"
    FACTS = "facts"
    LIKELIER = "likelier"
    REPAIR = "repair"
    ADJUST = "adjust"


def is_written(step: MissStep, how: How | None, review: MissReview | None) -> bool:
    """Whether there is something for a step; "not told yet" may change later, so it is never through."""
    if step is MissStep.TELL:
        return how not in (None, How.NOT_YET)
    if review is None:
        return False
    written = {
        MissStep.FACTS: review.facts.strip() or review.last_moment.strip(),
        MissStep.LIKELIER: review.likelier,
        MissStep.REPAIR: review.cost.strip() or review.repair.strip(),
        MissStep.ADJUST: review.adjust,
    }
    return bool(written[step])


def next_step(how: How | None, review: MissReview | None) -> MissStep | None:
    """The first step with nothing in it; None when all five are written."""
    return next((step for step in MissStep if not is_written(step, how, review)), None)


class Repeats(NamedTuple):
    """What the last ten items of the same commitment show."""

    is_often: bool
    is_hidden_twice: bool


def repeats(every: Sequence[Item], found: Sequence[Miss], miss: Miss) -> Repeats:
    """Whether three of the ten items up to this miss were missed, and two of those misses not told first.

    `every` are items in order of their day, at least ten that were due if there are so many; `found` their misses.
    """
    last = last_due(every, miss.day)
    missed = {item.day for item in last if item.outcome is Outcome.MISSED}
    hidden = sum(each.day in missed and each.how in NOT_FIRST for each in found)
    return Repeats(len(missed) >= OFTEN, hidden >= HIDDEN)


def last_due(every: Sequence[Item], last: date) -> list[Item]:
    """The newest ten that were due up to a day, of items in order of their day."""
    return [item for item in every if item.is_in_sum and item.day <= last][-LOOKED_AT:]
