"""What the rows of a file must fulfil together, beyond the type of each field.

Only what no sequence of actions could have made is refused, so that every export can be imported.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from trustplanner.domain.answers import Answer, DoneDay, How, Telling
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment, Direction, Pause, Terms
from trustplanner.domain.conversations import Agreement, Practice
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.harms import Harm, Payment, Repair, RepairState
from trustplanner.domain.journal import JournalEntry
from trustplanner.domain.offers import Offer
from trustplanner.domain.path import PathAnswer
from trustplanner.domain.schedules import Shape as Shapes
from trustplanner.domain.session_notes import SessionDecision
from trustplanner.domain.sessions import Session
from trustplanner.domain.setbacks import SetbackStep
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.domain.views import TheirView
from trustplanner.exchange.json_kinds import FaultError, field_step
from trustplanner.exchange.json_schema import Shape


class Row(NamedTuple):
    """One row with the place in the file where it was found."""

    place: str
    shape: Shape
    entity: Any

    def fault(self, attribute: str, expected: str) -> FaultError:
        """The fault in one field of this row."""
        return FaultError(expected, self.place, field_step(self.shape.named(attribute)))


def check_rules(rows: Sequence[Row]) -> None:
    """Refuse rows that contradict each other or themselves.

    Raises:
        FaultError: with the place of the first.
    """
    by_type: dict[type[Entity], list[Row]] = {}
    for row in rows:
        by_type.setdefault(type(row.entity), []).append(row)

    def of(entity_type: type[Entity]) -> list[Row]:
        return by_type.get(entity_type, [])

    for found in by_type.values():
        _require_unlike(found, found[0].shape.key, lambda row: getattr(row.entity, row.shape.key))
    _require_unlike(of(PathAnswer), "prompt", lambda row: (row.entity.prompt, row.entity.on))
    _require_unlike(_standing(of(DoneDay)), "day", lambda row: (row.entity.commitment_id, row.entity.day))
    _require_known(of(Commitment), "harm_id", of(Harm))
    _require_known(of(Pause), "commitment_id", of(Commitment))
    _require_known(of(TheirView), "terms_seq", of(Terms))
    _require_known(of(TheirView), "pause_seq", of(Pause))
    _require_known(of(Agreement), "commitment_id", of(Commitment))
    _require_unlike(of(Practice), "card", lambda row: (row.entity.card, row.entity.on))
    _require_unlike(of(JournalEntry), "day", lambda row: row.entity.day)
    _require_known(of(SessionDecision), "commitment_id", of(Commitment))
    _require_known(of(Reading), "session_id", of(Session))
    _check_consent(of(TheirConsent), (*of(Anchors), *of(Reading)))
    _check_payments(of(Payment), of(Repair))
    _check_setbacks(of(SetbackStep), of(Event))
    _check_terms(of(Terms), of(Commitment))
    _check_not_before_terms(of(Terms), (*of(Answer), *of(DoneDay), *of(Telling)))
    _check_ahead(of(Terms), of(Answer))
    for entity_type, check in _CHECKS.items():
        for row in of(entity_type):
            check(row)


def _standing(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.entity.taken_back_at is None]


def _require_unlike(rows: Iterable[Row], attribute: str, key: Callable[[Row], Hashable]) -> None:
    seen: set[Hashable] = set()
    for row in rows:
        found = key(row)
        if found in seen:
            raise _fault_at_key(row, attribute)
        seen.add(found)


def _fault_at_key(row: Row, attribute: str) -> FaultError:
    """Some rows have no id of their own in the file: two of one day, or for one act, are two with the same id."""
    made_of = row.shape.order[0]
    return row.fault(made_of if row.shape.made_id else attribute, "one that is not there yet")


def _require_known(rows: Iterable[Row], attribute: str, targets: Iterable[Row]) -> None:
    known = {getattr(row.entity, row.shape.key) for row in targets}
    for row in rows:
        target = getattr(row.entity, attribute)
        if target is not None and target not in known:
            key = "seq" if attribute.endswith("_seq") else "id"
            raise row.fault(attribute, f"the {key} of something in this file")


def _check_terms(terms: Sequence[Row], commitments: Iterable[Row]) -> None:
    """Every commitment begins with terms that were not taken back, and only they are the first."""
    first = {
        owner: min(rows, key=lambda row: row.entity.seq)
        for owner, rows in ((key, list(found)) for key, found in groupby(terms, lambda row: row.entity.commitment_id))
    }
    for row in commitments:
        if row.entity.id not in first:
            raise FaultError("at least one entry", row.place, field_step("terms"))
    for row in terms:
        is_first = row is first[row.entity.commitment_id]
        if (row.entity.direction is Direction.FIRST) is not is_first:
            raise row.fault("direction", "first in the entry with the lowest seq, and in no other")
        if is_first and row.entity.taken_back_at is not None:
            raise row.fault("taken_back_at", "null in the first terms")


def _check_not_before_terms(terms: Iterable[Row], rows: Iterable[Row]) -> None:
    """Nothing is asked for before the first day of the first terms."""
    begins: dict[str, Any] = {}
    for row in terms:
        owner, day = row.entity.commitment_id, row.entity.starts_on
        begins[owner] = min(begins.get(owner, day), day)
    for row in rows:
        if row.entity.day < begins[row.entity.commitment_id]:
            raise row.fault("day", "a day on which the commitment had begun")


def _check_done_day(row: Row) -> None:
    if row.entity.day > row.entity.written_on:
        raise row.fault("day", "a day not after written_on")


def _check_ahead(terms: Iterable[Row], answers: Iterable[Row]) -> None:
    """Only a period or a "once" can be answered before its day."""
    runs = {row.entity.commitment_id for row in terms if row.entity.schedule.shape in (Shapes.TIMES, Shapes.ONCE)}
    for row in answers:
        if row.entity.day > row.entity.written_on and row.entity.commitment_id not in runs:
            raise row.fault("day", "a day not after written_on")


def _check_payments(payments: Iterable[Row], repairs: Iterable[Row]) -> None:
    """Only where something is to be given back there is something to pay."""
    without = {row.entity.id for row in repairs if row.entity.amount is None}
    for row in payments:
        if row.entity.repair_id in without:
            raise row.fault("amount", "none, because the repair has no amount")


def _check_consent(consents: Sequence[Row], given: Iterable[Row]) -> None:
    """What is theirs is there only with their consent."""
    for row in given:
        if not consents:
            raise row.fault("written_at", "none, because there is no consent")


def _check_setbacks(steps: Iterable[Row], events: Iterable[Row]) -> None:
    """The five acts stand with a setback, and with no other event."""
    setbacks = {row.entity.id for row in events if row.entity.kind is EventKind.SETBACK}
    for row in steps:
        if row.entity.event_id not in setbacks:
            raise row.fault("act", "none, because the event is no setback")
        for day, minute in (("by_on", "by_minute"), ("done_on", "done_minute")):
            if getattr(row.entity, day) is None and getattr(row.entity, minute) is not None:
                raise row.fault(minute, f"null where {day} is null")


def _check_hard_day(row: Row) -> None:
    if row.entity.day is None and not row.entity.place:
        raise row.fault("day", "a date where place is empty")
    if row.entity.day is None and row.entity.is_yearly:
        raise row.fault("is_yearly", "false where day is null")


def _check_telling(row: Row) -> None:
    is_told = row.entity.how not in (How.NOT_YET, How.NOT_WELCOME)
    if row.entity.told_on is not None and not is_told:
        raise row.fault("told_on", "null where it was not told")
    if row.entity.told_minute is not None and row.entity.told_on is None:
        raise row.fault("told_minute", "null where told_on is null")


def _check_pause(row: Row) -> None:
    if row.entity.ends_on < row.entity.starts_on:
        raise row.fault("ends_on", "a day not before starts_on")


def _check_view(row: Row) -> None:
    if (row.entity.terms_seq is None) is (row.entity.pause_seq is None):
        raise row.fault("pause_seq", "a seq where terms_seq is null, else null")


def _check_repair(row: Row) -> None:
    if (row.entity.done_on is not None) is not (row.entity.state is RepairState.DONE):
        raise row.fault("done_on", "a date if state is done, else null")
    if (row.entity.amount is None) is not (row.entity.currency == ""):
        raise row.fault("currency", "a code where amount is not null, else empty")


def _check_offer(row: Row) -> None:
    if row.entity.ends_on < row.entity.offered_on:
        raise row.fault("ends_on", "a day not before offered_on")


_CHECKS: Final[dict[type[Entity], Callable[[Row], None]]] = {
    DoneDay: _check_done_day,
    Telling: _check_telling,
    Pause: _check_pause,
    TheirView: _check_view,
    Repair: _check_repair,
    Offer: _check_offer,
    HardDay: _check_hard_day,
}
