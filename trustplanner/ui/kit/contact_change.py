"""What was promised before contact was limited or no longer welcome, for as long as it is not looked through."""

from trustplanner.domain.commitments import Commitment, Stance, Terms, pending, terms_on
from trustplanner.domain.plans import Contact
from trustplanner.domain.settings import CONTACT_TO_LOOK_AT
from trustplanner.storage.queries.commitments import every_commitment, terms_of
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.workspace import Workspace


def is_to_look_through(workspace: Workspace) -> bool:
    """Whether there is something to look through."""
    is_noted = bool(workspace.read(settings).get(CONTACT_TO_LOOK_AT))
    return is_noted and workspace.voice.contact is not Contact.OPEN and bool(asking(workspace))


def asking(workspace: Workspace) -> list[tuple[Commitment, Terms]]:
    """The commitments that ask for something, or will, with their terms."""
    found = []
    for commitment in workspace.read(every_commitment):
        rows = workspace.read(terms_of, commitment.id)
        terms = terms_on(rows, workspace.today) or pending(rows, workspace.today)
        if terms is not None and terms.stance is Stance.ACTIVE:
            found.append((commitment, terms))
    return found
