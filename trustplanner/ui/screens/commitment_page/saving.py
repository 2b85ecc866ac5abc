"""What saving the editor does, each as one step that can be undone: the draft is forgotten with it, and comes back."""

from datetime import date

from trustplanner.actions import commitments, talk_notes
from trustplanner.actions.plans import keep_draft
from trustplanner.actions.sureness import answer_sureness
from trustplanner.actions.terms import change_terms
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.moments import Now
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.storage.queries.responses import sureness_of
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.screens.commitment_page.change_sheet import Said
from trustplanner.ui.screens.commitment_page.typed import Typed


def write_down(
    unit: UnitOfWork,
    now: Now,
    draft: str,
    typed: Typed,
    *,
    starts_on: date,
    instead_of: str | None,
    agreement_id: str = "",
) -> Commitment:
    """Write a new commitment; what it was agreed from then knows it.

    Raises:
        RuleError: as `commitments.create`; NOT_FOUND if what was agreed is gone.
    """
    keep_draft(unit, now, draft, "")
    written = commitments.create(
        unit, now, typed.title, typed.wording, typed.surroundings, starts_on=starts_on, instead_of=instead_of
    )
    _note_sureness(unit, now, written.id, typed)
    if agreement_id:
        talk_notes.note_commitment(unit, now, agreement_id, written.id)
    return written


def save_changes(
    unit: UnitOfWork, now: Now, draft: str, commitment_id: str, typed: Typed, said: Said | None
) -> Commitment:
    """Change a commitment: what stands beside the promise, and with `said` the promise itself.

    Raises:
        RuleError: as `commitments.describe` and `change_terms`.
    """
    keep_draft(unit, now, draft, "")
    if said is not None:
        change_terms(
            unit,
            now,
            commitment_id,
            typed.wording,
            said_to_be=said.direction,
            reason=said.reason,
            heard=said.heard,
        )
    before = unit.require(Commitment, commitment_id)
    described = commitments.describe(unit, now, commitment_id, typed.title, typed.surroundings)
    _note_sureness(unit, now, commitment_id, typed, before.sureness)
    return described


def delete(unit: UnitOfWork, now: Now, draft: str, commitment_id: str) -> None:
    """Delete a commitment that never asked for anything, with what was typed over it.

    Raises:
        RuleError: as `commitments.delete`.
    """
    keep_draft(unit, now, draft, "")
    commitments.delete(unit, now, commitment_id)


def _note_sureness(
    unit: UnitOfWork, now: Now, commitment_id: str, typed: Typed, said_before: int | None = None
) -> None:
    """Add a row where something else is said than before; the worst day alone is none."""
    if typed.sureness is None:
        return
    rows = unit.read(sureness_of, commitment_id)
    known = (rows[-1].sureness, rows[-1].worst_day) if rows else (said_before, None)
    worst_day = WorstDay(typed.worst_day) if typed.worst_day else None
    if known != (typed.sureness, worst_day):
        answer_sureness(unit, now, commitment_id, typed.sureness, worst_day, AskedIn.EDITOR)
