"""What the ledger does not hold yet, and what waits, in quiet words: never a reproach, never in the way."""

from collections.abc import Iterable, Sequence

from trustplanner.content.amends import GapWords
from trustplanner.content.texts import Voice
from trustplanner.domain.commitments import AskedBy, Commitment, Terms
from trustplanner.domain.harms import Repair, RepairState, RepairWay
from trustplanner.domain.limits import touched_limit
from trustplanner.domain.plans import Contact, Share
from trustplanner.domain.wishes import Wish


class Gaps:
    """Says the gaps of one reading of the ledger."""

    def __init__(self, words: GapWords, voice: Voice, wishes: Sequence[Wish]) -> None:
        self._words = words
        self._voice = voice
        self._wishes = wishes

    def of_repair(self, repair: Repair, *, has_follow_through: bool) -> tuple[str, ...]:
        """What is to be looked at before an open repair is done; nothing for one that is done or let go."""
        if repair.state is not RepairState.OPEN:
            return ()
        return tuple(self._found(repair, has_follow_through=has_follow_through))

    def of_commitment(self, commitment: Commitment, terms: Terms) -> tuple[str, ...]:
        """Whether nobody asked for it, and whether it touches a limit."""
        nobody = commitment.asked_by is AskedBy.NOBODY
        asked = [self._words.nobody_asked.said_to(self._voice)] if nobody else []
        return (*self._limit(commitment.title, terms.will, terms.so_that, commitment.then_action), *asked)

    def _found(self, repair: Repair, *, has_follow_through: bool) -> Iterable[str]:
        words, is_direct = self._words, repair.way is RepairWay.DIRECT
        needs_contact = is_direct or repair.wants_contact is Share.YES
        if repair.could_injure is Share.YES:
            yield words.injures
        if needs_contact and self._voice.contact is Contact.NONE:
            yield words.contact_waits
        elif is_direct and repair.wants_contact is Share.NO:
            yield words.not_wanted_directly
        yield from self._limit(repair.words)
        if not has_follow_through:
            yield words.no_follow_through

    def _limit(self, *sentences: str) -> tuple[str, ...]:
        limit = touched_limit(self._wishes, *sentences)
        return () if limit is None else (self._words.touches_limit.said_to(self._voice, words=limit.words),)
