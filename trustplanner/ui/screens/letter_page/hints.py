"""The one place that talks to the engine of hints: questions about sentences that often go wrong in a letter."""

from collections.abc import Iterable
from typing import NamedTuple

from trustplanner.domain.letters import HintLeft
from trustplanner.ui.kit.workspace import Workspace


class Hint(NamedTuple):
    """A question about one sentence. One that `is_about_safety` leads to people, and is never a tip about style."""

    rule: str
    sentence: str
    question: str
    reason: str
    rephrasing: str
    is_about_safety: bool


def first_hint(workspace: Workspace, text: str, left: Iterable[HintLeft]) -> Hint | None:
    """The first question that was not left aside for its sentence, safety before anything else; None is no praise."""
    aside = {(each.rule, each.sentence) for each in left}
    found = [hint for hint in _find(workspace, text) if (hint.rule, hint.sentence) not in aside]
    return next((hint for hint in found if hint.is_about_safety), found[0] if found else None)


def _find(_workspace: Workspace, _text: str) -> list[Hint]:
    return []
