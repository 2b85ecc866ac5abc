"""What was promised before contact was limited or no longer welcome, for as long as it is not looked through."""

from datetime import timedelta

from trustplanner.actions.places import takes_a_place
from trustplanner.domain.commitments import Commitment, Stance, Terms, pending, terms_on
from trustplanner.domain.plans import CONTACT_TO_LOOK_AT, Contact
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.workspace import Workspace


def is_to_look_through(workspace: Workspace) -> bool:
    """Whether there is something to look through."""
    is_noted = bool(workspace.read(settings).get(CONTACT_TO_LOOK_AT))
    return is_noted and workspace.voice.contact is not Contact.OPEN and bool(asking(workspace))


def asking(workspace: Workspace) -> list[tuple[Commitment, Terms]]:
    """The commitments that ask for something, or will, with their terms; a "once" that is over does not."""
    found, today = [], workspace.today
    for history in workspace.read(histories, today - timedelta(days=31)):
        to_come = pending(history.terms, today)
        terms = terms_on(history.terms, today) or to_come
        if terms is None or terms.stance is not Stance.ACTIVE:
            continue
        if to_come is not None or takes_a_place(history, today):
            found.append((history.commitment, terms))
    return found
