"""Something that was agreed in a talk, as the editor is filled with it once a person has asked for that."""

from dataclasses import replace
from datetime import date
from typing import Final

from trustplanner.domain.commitments import LONGEST_TITLE, AskedBy
from trustplanner.domain.conversations import Agreement
from trustplanner.storage.queries.conversations import agreements, talks
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_page.typed import Typed, nothing_typed

_FROM_AGREEMENT: Final = "agreement:"


def agreement_in(detail: str) -> str:
    """The id of the agreement that a detail names, or nothing."""
    return detail.removeprefix(_FROM_AGREEMENT) if detail.startswith(_FROM_AGREEMENT) else ""


def typed_from_agreement(workspace: Workspace, detail: str) -> Typed | None:
    """What was agreed, as the beginning of a promise; None if the detail names nothing that is there."""
    key = agreement_in(detail)
    agreement = next((each for each in workspace.read(agreements) if each.id == key), None) if key else None
    if agreement is None:
        return None
    talk = next(talk for talk in workspace.read(talks) if talk.id == agreement.talk_id)
    return _as_promise(agreement, talk.day or workspace.today, workspace.today)


def _as_promise(agreement: Agreement, agreed_on: date, today: date) -> Typed:
    words = " ".join(agreement.words.split())
    was_asked = agreement.asked_by is not AskedBy.NOBODY
    return replace(
        nothing_typed(today),
        title=words if len(words) <= LONGEST_TITLE else "",
        will=words,
        asked_by=agreement.asked_by.value,
        has_asked_on=was_asked,
        asked_on=min(agreed_on, today).isoformat(),
    )
