"""Actions that are no undo step, from a page that has nothing to say about a refusal itself."""

from typing import ParamSpec, TypeVar

from trustplanner.actions.runner import Action
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")


def attempt_quietly(workspace: Workspace, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R | None:
    """Like `Workspace.do_quietly`, but a known error is shown by the window and None is returned."""
    try:
        return workspace.do_quietly(action, *args, **kwargs)
    except KnownError as error:
        workspace.refused.emit(error)
        return None
