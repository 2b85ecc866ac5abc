"""What can be undone, newest first. The stack ends with the lock."""

from collections import deque
from collections.abc import Iterator, MutableSequence
from contextlib import contextmanager

from trustplanner.actions.runner import Done, Runner
from trustplanner.domain.change import Change
from trustplanner.domain.errors import RuleError

DEEPEST = 100


class UndoStack:
    """The changes of this sitting, undone and done again one by one.

    Act first, push after: an action that raises leaves no trace here.
    """

    def __init__(self) -> None:
        self._done: deque[Change] = deque(maxlen=DEEPEST)
        self._undone: list[Change] = []

    @property
    def next_undo(self) -> Change | None:
        """What Undo would put back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Change | None:
        """What Redo would do again."""
        return self._undone[-1] if self._undone else None

    def push(self, change: Change) -> None:
        """Remember a change; an empty one is not worth a step."""
        if not change.is_empty:
            self._done.append(change)
            self._undone.clear()

    def forget(self) -> None:
        """What could bring back something that is gone for good is forgotten: every step."""
        self._done.clear()
        self._undone.clear()

    def undo(self, runner: Runner, *, is_slip: bool = False) -> Done[None] | None:
        """Put the newest change back; a slip leaves no row behind.

        Raises:
            RuleError: CHANGED_SINCE; the step is then gone, because it can never be put back.
            KnownError: a full disk and the like; the step stays.
        """
        if not self._done:
            return None
        with _gone_if_refused(self._done):
            done = runner.undo(self._done[-1], is_slip=is_slip)
        self._done.pop()
        self._undone.append(done.change)
        return done

    def redo(self, runner: Runner) -> Done[None] | None:
        """Do the newest undone change again.

        Raises:
            RuleError: CHANGED_SINCE; the step is then gone.
            KnownError: a full disk and the like; the step stays.
        """
        if not self._undone:
            return None
        with _gone_if_refused(self._undone):
            done = runner.undo(self._undone[-1], is_slip=False)
        self._undone.pop()
        self._done.append(done.change)
        return done


@contextmanager
def _gone_if_refused(steps: MutableSequence[Change]) -> Iterator[None]:
    try:
        yield
    except RuleError:
        steps.pop()
        raise
