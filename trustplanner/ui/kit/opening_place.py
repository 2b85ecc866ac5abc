"""What comes before the place where a person was: the first run, the stop page, the private questions."""

from trustplanner.domain.first_run import is_something_put_first, step_of_first_run
from trustplanner.domain.plans import questions_are_due
from trustplanner.storage.queries.events import last_setback_at
from trustplanner.storage.queries.plans import settings, the_plan
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace

# Details of the place `safety`: what its switches put before the planner, and the ending and telling track.
PUT_FIRST, ENDING = "first", "ending"


def opening_place(workspace: Workspace) -> Destination | None:
    """Where a session begins; None for the place where the person was."""
    if is_stopped(workspace):
        return Destination("stop")
    if is_first_run(workspace):
        return Destination("first_run")
    if are_questions_due(workspace):
        return Destination("safety")
    if is_something_put_first(workspace.safety, workspace.read(settings), workspace.today):
        return Destination("safety", PUT_FIRST)
    return None


def is_stopped(workspace: Workspace) -> bool:
    """Whether only help, export, delete and answering again are open."""
    safety = workspace.safety
    return safety is not None and safety.stop


def is_first_run(workspace: Workspace) -> bool:
    """Whether the first run is not through yet."""
    return step_of_first_run(workspace.read(the_plan), workspace.safety, workspace.read(settings)) is not None


def are_questions_due(workspace: Workspace) -> bool:
    """Whether the private questions come back: four weeks have passed, or a setback was written down since."""
    return questions_are_due(
        workspace.safety, workspace.read(last_setback_at, workspace.runner.now().at), workspace.today
    )
