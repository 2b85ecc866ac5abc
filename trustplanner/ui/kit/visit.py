"""A visit: what is saved bit by bit while a person works on one thing, and undone in one step."""

from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject

from trustplanner.actions.runner import Action
from trustplanner.domain.change import Change, Edit, Entity
from trustplanner.storage.unit_of_work import Key, key_of
from trustplanner.ui.kit.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")


class Visit(QObject):
    """Runs actions without an undo step each; `end` makes one step of all that changed since the beginning."""

    def __init__(self, workspace: Workspace, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._label = label
        self._changes: list[Change] = []

    def do(self, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an action.

        Raises:
            KnownError: as `Workspace.do_quietly`.
        """
        self._workspace.changed.connect(self._on_changed)
        try:
            return self._workspace.do_quietly(action, *args, **kwargs)
        finally:
            self._workspace.changed.disconnect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        self._changes.append(change)

    def end(self) -> None:
        """Remember what was changed as one step; the next action begins another visit."""
        changes, self._changes = self._changes, []
        change = merged(self._label, changes)
        if not change.is_empty:
            self._workspace.remember(change)


def merged(label: str, changes: list[Change]) -> Change:
    """Several changes as one: each row as it was before the first and after the last, unchanged ones left out."""
    before: dict[tuple[type[Any], Key | None], Entity | None] = {}
    after: dict[tuple[type[Any], Key | None], Entity | None] = {}
    for change in changes:
        for edit in change.edits:
            row = edit.before if edit.before is not None else edit.after
            if row is None:
                continue
            place = (edit.entity_type, key_of(row))
            before.setdefault(place, edit.before)
            after[place] = edit.after
    edits = (Edit(before[place], after[place]) for place in before)
    return Change(label, tuple(edit for edit in edits if edit.before != edit.after))
