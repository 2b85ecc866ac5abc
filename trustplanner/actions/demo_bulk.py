"""A longer history beside the demo's story, for measuring only.

No person made it: more than three commitments are active at once, and rows are written as an import writes them,
without the rules of answering.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Final, TypeVar
from uuid import uuid4

from trustplanner.actions import commitments
from trustplanner.actions.demo_diary import Step, Teller, moment_on
from trustplanner.content.demo import DemoStory, FurtherPromise
from trustplanner.domain.answers import Answer, How, Telling, Value
from trustplanner.domain.commitments import MOST_ACTIVE, NOTICE, AskedBy, Commitment, Direction, Reason, Stance, Terms
from trustplanner.domain.moments import Now
from trustplanner.domain.schedules import daily
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.unit_of_work import UnitOfWork

T = TypeVar("T")

DAYS_A_YEAR: Final = 365.25
SEED: Final = 20  # any number; the same history each time
IN_THE_AFTERNOON, IN_THE_EVENING = 15 * 60, 20 * 60 + 30  # minutes from midnight
ANSWERS: Final = {Value.KEPT: 86, Value.PARTLY: 4, Value.MISSED: 5, Value.NOT_APPLICABLE: 4, None: 1}  # of 100
WAYS: Final = {How.TOLD_FIRST: 5, How.WHEN_ASKED: 3, How.FOUND_OUT: 1, How.NOT_YET: 1}  # of 10 misses


def further_steps(story: DemoStory, begins: date, today: date, *, years: int, active: int) -> Iterator[Step]:
    """Let a vault that holds the story reach `years` back, with `active` commitments before the story and at its end.

    All are daily, and about one answer in a hundred is missing. Three of them end on the day on which the story
    `begins`, because its own commitments take their place.
    """
    first = begins - timedelta(days=round((years - 1) * DAYS_A_YEAR))
    replaced = range(MOST_ACTIVE) if years > 1 else range(0)
    ids: dict[int, str] = {}
    random = Random(SEED)  # noqa: S311  (nothing here is secret, and it is to be the same each time)

    def make(number: int, teller: Teller) -> None:
        again, which = divmod(number, len(story.further))
        words = story.further[which]
        title = f"{words.title} {again + 1}" if again else words.title
        ids[number] = teller.do(add_commitment, title, words)

    def end(number: int, teller: Teller) -> None:
        teller.do(commitments.end, ids[number])

    def answer(day: date, teller: Teller) -> None:
        due = [its for number, its in ids.items() if day < begins or number not in replaced]
        teller.do(answer_all, due, random)

    for number in (*replaced, *range(MOST_ACTIVE, active)):
        yield Step(moment_on(first, IN_THE_AFTERNOON), partial(make, number))
    for ordinal in range(first.toordinal(), today.toordinal()):
        day = date.fromordinal(ordinal)
        if day == begins - NOTICE:
            for number in replaced:
                yield Step(moment_on(day, IN_THE_AFTERNOON), partial(end, number))
        yield Step(moment_on(day, IN_THE_EVENING), partial(answer, day))


def add_commitment(unit: UnitOfWork, now: Now, title: str, words: FurtherPromise) -> str:
    """Write a daily commitment, however many there are; returns its id."""
    position = max((each.position for each in unit.read(every_commitment)), default=-1) + 1
    commitment = unit.put(
        Commitment(
            id=str(uuid4()),
            title=title,
            if_cue="",
            then_action="",
            sign="",
            asked_by=AskedBy.NOBODY,
            asked_on=None,
            sureness=None,
            smallest="",
            review_on=None,
            harm_id=None,
            is_line=False,
            is_event=False,
            imported=False,
            position=position,
            created_at=now.at,
        )
    )
    unit.put(
        Terms(
            seq=None,
            commitment_id=commitment.id,
            stance=Stance.ACTIVE,
            will=words.will,
            so_that=words.so_that,
            schedule=daily(),
            at_minute=None,
            starts_on=now.today,
            written_at=now.at,
            written_on=now.today,
            direction=Direction.FIRST,
            reason=Reason.CHOICE,
            taken_back_at=None,
        )
    )
    return commitment.id


def answer_all(unit: UnitOfWork, now: Now, ids: Iterable[str], random: Random) -> None:
    """Answer for a day, and tell its misses."""
    for commitment_id in ids:
        value = _one_of(ANSWERS, random)
        if value is not None:
            unit.put(
                Answer(
                    seq=None,
                    commitment_id=commitment_id,
                    day=now.today,
                    value=value,
                    written_at=now.at,
                    utc_offset=now.utc_offset,
                    written_on=now.today,
                    clock_behind=0,
                    imported=False,
                )
            )
        if value is Value.MISSED:
            how = _one_of(WAYS, random)
            told_on = None if how is How.NOT_YET else now.today
            unit.put(Telling(None, commitment_id, now.today, how, told_on, None, now.at, now.today))


def _one_of(weights: Mapping[T, int], random: Random) -> T:
    return random.choices(list(weights), list(weights.values()))[0]
