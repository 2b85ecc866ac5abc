"""What the editor is about: a commitment that is there, or a new one, perhaps from a suggestion or for a harm."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from trustplanner.actions.commitments import has_asked
from trustplanner.actions.places import takes_a_place
from trustplanner.content.kinds import Suggestion
from trustplanner.domain.commitments import (
    LONGEST_TITLE,
    MOST_ACTIVE,
    AskedBy,
    Commitment,
    Direction,
    Pause,
    Stance,
    Terms,
    pending,
    settled,
    terms_on,
)
from trustplanner.domain.items import History
from trustplanner.domain.plans import Contact
from trustplanner.domain.wishes import Wish
from trustplanner.storage.queries.commitments import every_pause, histories
from trustplanner.storage.queries.responses import sureness_of
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_page.agreed import typed_from_agreement
from trustplanner.ui.screens.commitment_page.beginning_fields import Active
from trustplanner.ui.screens.commitment_page.typed import Typed, nothing_typed, typed_from, typed_from_suggestion

_SUGGESTED: Final = "kind:"
_FOR_HARM: Final = "harm:"
_FROM_WISH: Final = "wish:"


@dataclass(frozen=True, slots=True)
class Subject:
    """One reading of the vault for the editor.

    `commitment` and the terms are None for a new one. `in_force` are the terms of today, or the first ones that are to
    come; `coming` those written but not in force; `shown` what the fields begin with. `suggested` is what a suggestion
    filled them with, `needs_contact` whether it involves contact. `active` are the others that take a place.
    """

    detail: str
    commitment: Commitment | None
    in_force: Terms | None
    coming: Terms | None
    initial: Typed
    suggested: Typed | None
    needs_contact: bool
    active: list[Active]
    places_used: int
    is_deletable: bool
    pauses: tuple[Pause, ...]

    @property
    def draft(self) -> str:
        """The name under which its draft is kept."""
        return f"commitment:{self.detail or 'new'}"

    @property
    def is_ended(self) -> bool:
        """Whether its promise can no longer be changed."""
        return self.in_force is not None and self.in_force.stance is Stance.ENDED

    @property
    def has_place(self) -> bool:
        """Whether a place is free for a new one."""
        return self.places_used < MOST_ACTIVE

    @property
    def asks_for_nothing_yet(self) -> bool:
        """Whether a change needs no question: it waits, or has not begun."""
        return self.in_force is None or self.in_force.stance is not Stance.ACTIVE


def read_subject(workspace: Workspace, detail: str) -> Subject:
    """What `detail` names: an id, `kind:<code of a suggestion>`, the `<id>` of a `harm:`, `wish:` or `agreement:`.

    Nothing, and an id that is not known, is a new one.
    """
    today = workspace.today
    known = workspace.read(histories)
    history = next((each for each in known if each.commitment.id == detail), None)
    others = [each for each in known if each is not history and takes_a_place(each, today)]
    suggestion = _suggestion(workspace, detail)
    suggested = None if suggestion is None else typed_from_suggestion(suggestion, workspace.voice, today)
    agreed = typed_from_agreement(workspace, detail)
    in_force = None if history is None else terms_on(history.terms, today) or settled(history.terms, today)
    coming = None if history is None else pending(history.terms, today)
    if coming is not None and coming.direction is Direction.FIRST:
        coming = None
    return Subject(
        detail=detail if history or suggested or agreed or _begins_new(detail) else "",
        commitment=None if history is None else history.commitment,
        in_force=in_force,
        coming=coming,
        initial=_with_worst_day(
            workspace,
            history,
            _initial(history, coming or in_force, suggested or agreed or _from_wish(workspace, detail), detail, today),
        ),
        suggested=suggested,
        needs_contact=suggestion is not None and suggestion.contact and workspace.voice.contact is Contact.LIMITED,
        active=[Active(each.commitment.id, each.commitment.title) for each in others],
        places_used=len(others) + (history is not None and takes_a_place(history, today)),
        is_deletable=history is not None and not has_asked(history, today),
        pauses=workspace.read(every_pause),
    )


def _begins_new(detail: str) -> bool:
    return detail.startswith((_FOR_HARM, _FROM_WISH))


def _from_wish(workspace: Workspace, detail: str) -> Typed | None:
    """What they asked for, as the beginning of a promise; a guess was asked for by nobody."""
    if not detail.startswith(_FROM_WISH):
        return None
    key = detail.removeprefix(_FROM_WISH)
    wish = next((each for each in workspace.read(wishes) if each.id == key), None)
    return None if wish is None else _asked_for(wish, workspace.today)


def _asked_for(wish: Wish, today: date) -> Typed:
    words = " ".join(wish.words.split())
    is_asked = not wish.is_guess
    return replace(
        nothing_typed(today),
        title=words[:LONGEST_TITLE].strip(),
        will=words,
        asked_by=(AskedBy.THEY if is_asked else AskedBy.NOBODY).value,
        has_asked_on=is_asked,
        asked_on=wish.heard_on.isoformat(),
    )


def _initial(history: History | None, shown: Terms | None, suggested: Typed | None, detail: str, today: date) -> Typed:
    if history is not None and shown is not None:
        return typed_from(history.commitment, shown, today)
    if suggested is not None:
        return suggested
    if detail.startswith(_FOR_HARM):
        return replace(nothing_typed(today), harm_id=detail.removeprefix(_FOR_HARM))
    return nothing_typed(today)


def _with_worst_day(workspace: Workspace, history: History | None, initial: Typed) -> Typed:
    """The same with what was said last of the worst day."""
    rows = () if history is None else workspace.read(sureness_of, history.commitment.id)
    worst_day = rows[-1].worst_day if rows else None
    return replace(initial, worst_day=worst_day.value if worst_day else "")


def _suggestion(workspace: Workspace, detail: str) -> Suggestion | None:
    """The suggestion of the plan's breach kind; none that needs contact while contact is not welcome."""
    code = workspace.plan.kind
    kind = workspace.catalogue.kind(code) if code is not None and detail.startswith(_SUGGESTED) else None
    if kind is None:
        return None
    wanted = detail.removeprefix(_SUGGESTED)
    found = next((each for each in kind.suggestions if each.code == wanted), None)
    if found is None or (found.contact and workspace.voice.contact is Contact.NONE):
        return None
    return found
