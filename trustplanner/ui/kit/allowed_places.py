"""Where the private switches and the first run let a person go."""

from typing import Final

from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.opening_place import ENDING, is_first_run, is_stopped
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace

WHEN_STOPPED: Final = frozenset({"stop", "safety", "support", "export", "delete", "keys"})
WHEN_BEGINNING: Final = frozenset({"first_run", "support", "keys"})
AFTER_THE_ENDING: Final = frozenset(  # while something is hidden
    {"their_voice", "recovery", "commitment", "commitment_record", "habits", "letter", "letter_no", "session", "report"}
)
NEVER_AGAIN: Final = frozenset({"first_run", "stop"})  # once they are over, `back` does not lead there
NOT_CAME_BACK_TO: Final = NEVER_AGAIN | {"safety"}  # a session never begins there for having ended there


def allowed(workspace: Workspace, wanted: Destination) -> Destination:
    """The place itself, or the one that comes first."""
    safety = workspace.safety
    if is_stopped(workspace):
        return wanted if wanted.place in WHEN_STOPPED else Destination("stop")
    if is_first_run(workspace):
        return wanted if wanted.place in WHEN_BEGINNING else Destination("first_run")
    if wanted.place in NEVER_AGAIN:
        return Destination("today")
    if wanted.place in AFTER_THE_ENDING and safety is not None and safety.ending:
        return Destination("safety", ENDING)
    if wanted.place == "their_voice" and workspace.voice.contact is Contact.NONE:  # they are not in the room
        return Destination("contact")
    return wanted
