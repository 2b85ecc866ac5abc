"""What every screen is given: the vault to look into, actions to run, and the news of what changed."""

from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from trustplanner.actions.runner import Action, Done, Runner
from trustplanner.actions.undo import UndoStack
from trustplanner.content.catalogue import Catalogue
from trustplanner.content.texts import Voice, voice_for
from trustplanner.domain.change import Change, Topic
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.settings import lock_minutes_of
from trustplanner.domain.their_voice import TheirVoice
from trustplanner.storage.queries.plans import last_safety_screen, settings, the_plan
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import Theme

P = ParamSpec("P")
R = TypeVar("R")


class Workspace(QObject):
    """One open vault, as the screens see it.

    `changed` follows every change with what it edited. `recorded` asks for a toast with Undo, `told` for one without.
    `refused` carries a `KnownError` that no screen shows in place. `day_changed` comes when another promise day begins.
    `help_requested` leads to the people to talk to, from wherever a sheet names them.
    """

    changed = Signal(object)
    undo_changed = Signal()
    recorded = Signal(str)
    told = Signal(str)
    undone = Signal()
    refused = Signal(object)
    day_changed = Signal()
    lock_minutes_changed = Signal(int)
    help_requested = Signal()

    def __init__(
        self,
        runner: Runner,
        catalogue: Catalogue,
        theme: Theme,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.runner = runner
        self.catalogue = catalogue
        self.theme = theme
        self.background = background
        self._stack = UndoStack()
        self._today = runner.now().today
        self._voice: Voice | None = None
        self.let_be_seen: TheirVoice | None = None
        """What they opened with their own passphrase and let be seen in a session until it is left; never written."""

    # --- looking

    def read(self, query: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one of the queries."""
        return self.runner.vault.read(query, *args, **kwargs)

    @property
    def today(self) -> date:
        """The promise day."""
        return self.runner.now().today

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the program locks."""
        return lock_minutes_of(self.read(settings))

    @property
    def plan(self) -> Plan:
        """The plan of this vault.

        Raises:
            RuleError: NOT_FOUND before the first run is through.
        """
        plan = self.read(the_plan)
        if plan is None:
            raise RuleError(Code.NOT_FOUND)
        return plan

    @property
    def safety(self) -> SafetyScreen | None:
        """The newest round of the private questions."""
        return self.read(last_safety_screen)

    @property
    def voice(self) -> Voice:
        """How texts are said in this plan, with the contact that may be proposed today."""
        if self._voice is None:
            self._voice = voice_for(self.plan, self.safety)
        return self._voice

    def sentence_for(self, error: KnownError) -> str:
        """The one sentence that a person reads for a known error; a limit that a plan touches is quoted in it."""
        if error.code is Code.AGAINST_A_LIMIT:
            for limit in self.read(wishes):
                if limit.id == error.details.get("wish"):
                    return self.catalogue.wishes().refused.said_to(self.voice, words=limit.words)
        return self.catalogue.error_sentence(error.code, **error.details)

    # --- changing

    def do(self, label: str, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Done[R]:
        """Run an action as one undo step and tell everybody.

        Raises:
            KnownError: a rule or the surroundings say no; nothing has changed.
        """
        done = self.runner.do(label, action, *args, **kwargs)
        self._stack.push(done.change)
        self._tell(done.change)
        return done

    def attempt(self, label: str, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Done[R] | None:
        """Like `do`, but a known error is shown by the window and None is returned."""
        try:
            return self.do(label, action, *args, **kwargs)
        except KnownError as error:
            self.refused.emit(error)
            return None

    def do_quietly(self, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an action that is no undo step: drafts, cursors, what was looked at.

        Raises:
            KnownError: as `do`.
        """
        done = self.runner.do("", action, *args, **kwargs)
        self._tell(done.change)
        return done.result

    def do_for_good(self, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an action that nothing undoes: the steps before it are forgotten, since they may hold what is gone.

        Raises:
            KnownError: as `do`.
        """
        done = self.runner.do("", action, *args, **kwargs)
        self._stack.forget()
        self._tell(done.change)
        return done.result

    def remember(self, change: Change) -> None:
        """Take a change made in several savings as one undo step, when a visit to a field is over."""
        self._stack.push(change)
        self.undo_changed.emit()

    @property
    def next_undo(self) -> Change | None:
        """What Undo would put back."""
        return self._stack.next_undo

    @property
    def next_redo(self) -> Change | None:
        """What Redo would do again."""
        return self._stack.next_redo

    def undo(self, *, is_slip: bool = False) -> None:
        """Put the newest change back; a slip, undone from its toast, leaves no row behind."""
        self._step(lambda: self._stack.undo(self.runner, is_slip=is_slip))

    def redo(self) -> None:
        """Do the newest undone change again."""
        self._step(lambda: self._stack.redo(self.runner))

    def notice_the_day(self) -> None:
        """Tell the screens if another promise day has begun."""
        today = self.today
        if today != self._today:
            self._today = today
            self._voice = None
            self.day_changed.emit()

    def _step(self, step: Callable[[], Done[None] | None]) -> None:
        try:
            done = step()
        except KnownError as error:
            self.refused.emit(error)
            self.undo_changed.emit()
            return
        if done is not None:
            self._tell(done.change)
            self.undone.emit()

    def _tell(self, change: Change) -> None:
        if change.topics & {Topic.PLAN, Topic.SAFETY}:
            self._voice = None
        if not change.is_empty:
            self.changed.emit(change)
        if Topic.SETTINGS in change.topics:
            self.lock_minutes_changed.emit(self.lock_minutes)
        self.undo_changed.emit()
