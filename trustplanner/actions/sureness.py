"""How sure a person is of a commitment: asked in the editor, after a miss, in the week, and on its day of review."""

from dataclasses import replace
from datetime import date

from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.sureness import AskedIn, SurenessAnswer, WorstDay
from trustplanner.storage.queries.responses import sureness_of
from trustplanner.storage.unit_of_work import UnitOfWork


def answer_sureness(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str,
    sureness: int,
    worst_day: WorstDay | None,
    asked_in: AskedIn,
    *,
    look_again_on: date | None = None,
) -> SurenessAnswer:
    """Say how sure you are; the newest answer stands at the commitment, and the rows keep how it went.

    Asked in the same place on the same day, an answer corrects the one before. With `look_again_on` the commitment is
    looked at again on that day; without it its day of review stays.

    Raises:
        RuleError: NOT_FOUND; DATE_IMPOSSIBLE, also for a day of review that is not to come.
    """
    commitment = unit.require(Commitment, commitment_id)
    review_on = commitment.review_on if look_again_on is None else _to_come(now, look_again_on)
    unit.put(replace(commitment, sureness=sureness, review_on=review_on))
    rows = unit.read(sureness_of, commitment_id)
    newest = rows[-1] if rows else None
    is_same_sitting = newest is not None and (newest.written_on, newest.asked_in) == (now.today, asked_in)
    return unit.put(
        SurenessAnswer(
            newest.seq if newest is not None and is_same_sitting else None,
            commitment_id,
            sureness,
            worst_day,
            asked_in,
            now.at,
            now.today,
        )
    )


def look_again(unit: UnitOfWork, now: Now, commitment_id: str, on: date | None) -> Commitment:
    """Set the next day of review, or none; how sure you are stays as it was.

    Raises:
        RuleError: NOT_FOUND; DATE_IMPOSSIBLE, also for a day that is not to come.
    """
    before = unit.require(Commitment, commitment_id)
    return unit.put(replace(before, review_on=None if on is None else _to_come(now, on)))


def write_smallest(unit: UnitOfWork, now: Now, commitment_id: str, words: str) -> Commitment:
    """Write the smallest version of a commitment. It never changes what was promised.

    Raises:
        RuleError: NOT_FOUND, TRACKS_THEM; AGAINST_A_LIMIT for other words.
    """
    before = unit.require(Commitment, commitment_id)
    refuse_tracking(unit, words)
    if words.strip() != before.smallest:
        refuse_against_limits(unit, words)
    return unit.put(replace(before, smallest=words.strip()))


def answer_review(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str,
    sureness: int | None,
    worst_day: WorstDay | None,
    smallest: str,
    look_again_on: date,
) -> Commitment:
    """Answer what is asked on the day of review, in one step; what was left open, but for the next day, is left out.

    Raises:
        RuleError: as `answer_sureness`, `write_smallest` and `look_again`.
    """
    if sureness is not None:
        answer_sureness(unit, now, commitment_id, sureness, worst_day, AskedIn.REVIEW)
    write_smallest(unit, now, commitment_id, smallest)
    return look_again(unit, now, commitment_id, look_again_on)


def _to_come(now: Now, day: date) -> date:
    if require_possible(day) <= now.today:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return day
