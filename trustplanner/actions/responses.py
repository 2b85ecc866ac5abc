"""What they say to a commitment, as it was heard. It is never asked for, and nothing is missing without it."""

from datetime import date

from trustplanner.actions.commitments import end
from trustplanner.domain.commitments import Commitment, Reason, Stance, terms_on
from trustplanner.domain.days import require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.responses import Response, TheirResponse, response_of
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.storage.queries.responses import every_response
from trustplanner.storage.unit_of_work import UnitOfWork


def hear_response(
    unit: UnitOfWork, now: Now, commitment_id: str, response: Response, heard_on: date | None = None, words: str = ""
) -> TheirResponse:
    """Write down what they said to a commitment; the same once more changes nothing.

    "Please stop" ends it at once: today's open item is not asked for any more, and no change is pending.

    Raises:
        RuleError: NOT_FOUND, DATE_IMPOSSIBLE, FUTURE_DAY.
    """
    unit.require(Commitment, commitment_id)
    if heard_on is not None and require_possible_if_any(heard_on) is not None and heard_on > now.today:
        raise RuleError(Code.FUTURE_DAY)
    if response is Response.PLEASE_STOP and _goes_on(unit, now, commitment_id):
        end(unit, now, commitment_id, Reason.THEIR_WISH)
    known = response_of(unit.read(every_response), commitment_id)
    heard = (response, heard_on, words.strip())
    if known is not None and (known.response, known.heard_on, known.words) == heard:
        return known
    return unit.put(TheirResponse(None, commitment_id, *heard, now.at, now.today))


def _goes_on(unit: UnitOfWork, now: Now, commitment_id: str) -> bool:
    """Whether it has not ended yet; one that is to end after its notice has not."""
    in_force = terms_on(unit.read(terms_of, commitment_id), now.today)
    return in_force is None or in_force.stance is not Stance.ENDED
