"""Where a person was when the program was locked or closed, kept as a draft in the vault."""

import json
from typing import Any, Final, NamedTuple

from trustplanner.actions.plans import keep_draft
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.cursor_place import CursorPlace
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace

PLACE: Final = "place"  # the name of the draft


class KeptPlace(NamedTuple):
    """A place of the program, and the text field the cursor was in."""

    destination: Destination
    cursor: CursorPlace = CursorPlace()


def keep_place(workspace: Workspace, kept: KeptPlace) -> None:
    """Write down where the person is; a session in which nothing else was written needs no new backup for it.

    Raises:
        KnownError: it could not be written.
    """
    words = kept.destination._asdict() | kept.cursor._asdict()
    workspace.runner.do_in_passing(keep_draft, PLACE, json.dumps(words))


def place_before(workspace: Workspace) -> KeptPlace | None:
    """Where the person was; None if nothing was written down, or nothing that this version can read."""
    kept = workspace.read(draft, PLACE)
    try:
        found: dict[str, Any] = json.loads(kept.body) if kept else {}
        destination = Destination(str(found["place"]), str(found["detail"]))
        cursor = CursorPlace(str(found["field"]), int(found["among"]), int(found["cursor"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return KeptPlace(destination, cursor)
