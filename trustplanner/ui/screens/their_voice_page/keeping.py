"""Where their entries lie: open in the vault, or in a note that a passphrase of their own seals.

Nothing here is an undo step: what is theirs is never brought back or taken away by somebody else's Undo.
"""

from enum import Enum, auto

from trustplanner.actions import their_voice as actions
from trustplanner.actions.plans import keep_draft
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.their_voice import (
    SEALED_VOICE,
    TYPED,
    Given,
    TheirVoice,
    new_anchors,
    new_reading,
    typed_in_text,
    voice_from_text,
    voice_to_text,
    with_anchors,
    with_reading,
)
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.their_voice import their_consent, their_voice
from trustplanner.storage.sealing import Seal, open_seal
from trustplanner.ui.kit.workspace import Workspace


class Standing(Enum):
    """What can be shown."""

    NOT_AGREED = auto()
    OPEN = auto()
    LOCKED = auto()


class Opened:
    """A sealed note that was opened: its key, and what it held."""

    def __init__(self, seal: Seal, voice: TheirVoice, typed: str) -> None:
        self.seal = seal
        self.voice = voice
        self.typed = typed

    def text(self) -> str:
        """All of it, sealed again."""
        return self.seal.seal(voice_to_text(self.voice, self.typed))


def open_note(note: SealedNote, passphrase: str) -> Opened:
    """What lies in the note. Takes as long as opening a vault; may run in any thread.

    Raises:
        WrongPassphraseError, DamagedError, UnreadableError: as `open_seal`.
    """
    seal = open_seal(note.wrapped, passphrase, SEALED_VOICE)
    try:
        text = seal.unseal(note.sealed)
    except BaseException:
        seal.wipe()
        raise
    return Opened(seal, voice_from_text(text), typed_in_text(text))


class Keeping:
    """Reads and writes their entries wherever they lie."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._opened: Opened | None = None

    def standing(self) -> Standing:
        """Whether they agreed, and whether what they gave can be shown."""
        if self._workspace.read(their_consent) is None:
            return Standing.NOT_AGREED
        return Standing.LOCKED if self.note() is not None and self._opened is None else Standing.OPEN

    @property
    def is_sealed(self) -> bool:
        """Whether it was opened with their passphrase."""
        return self._opened is not None

    def note(self) -> SealedNote | None:
        """The sealed note, if they have locked it."""
        return self._workspace.read(sealed_note, SEALED_VOICE)

    def voice(self) -> TheirVoice:
        """All that they gave."""
        return self._opened.voice if self._opened is not None else self._workspace.read(their_voice)

    def typed(self) -> str:
        """What was typed and not given."""
        if self._opened is not None:
            return self._opened.typed
        kept = self._workspace.read(draft, TYPED)
        return kept.body if kept is not None else ""

    def agree(self, wording: int) -> None:
        """They agree.

        Raises:
            KnownError: a rule or the surroundings say no.
        """
        self._workspace.do_quietly(actions.consent, wording)

    def give(self, given: Given) -> None:
        """A reading.

        Raises:
            KnownError: a rule or the surroundings say no.
        """
        if self._opened is None:
            self._workspace.do_quietly(actions.give_reading, given)
            return
        voice, now = self._opened.voice, self._workspace.runner.now()
        self._write(with_reading(voice, new_reading(voice, given, now)), self._opened.typed)

    def write_anchors(self, three: str, seven: str) -> None:
        """Their words for a 3 and a 7.

        Raises:
            KnownError: a rule or the surroundings say no.
        """
        if self._opened is None:
            self._workspace.do_quietly(actions.write_anchors, three, seven)
            return
        voice, now = self._opened.voice, self._workspace.runner.now()
        self._write(with_anchors(voice, new_anchors(voice, three, seven, now)), self._opened.typed)

    def keep_typed(self, typed: str) -> None:
        """Keep what is typed.

        Raises:
            KnownError: the surroundings say no.
        """
        if self._opened is not None:
            if typed != self._opened.typed:
                self._write(self._opened.voice, typed)
        elif self.standing() is Standing.OPEN:
            self._workspace.do_quietly(keep_draft, TYPED, typed)

    def lock_with(self, seal: Seal, wrapped: str) -> None:
        """Put all of it behind their passphrase; it stays open until it is forgotten here.

        Raises:
            KnownError: a rule or the surroundings say no.
        """
        opened = Opened(seal, self.voice(), self.typed())
        self._workspace.do_for_good(actions.seal_voice, wrapped, opened.text())
        self._opened = opened

    def take_open(self, opened: Opened) -> None:
        """Their passphrase was typed."""
        self.forget()
        self._opened = opened

    def withdraw(self) -> None:
        """All of it is gone.

        Raises:
            KnownError: the surroundings say no.
        """
        self._workspace.do_for_good(actions.withdraw)
        self.forget()

    def forget(self) -> None:
        """Lock it again: the key and what it opened are forgotten."""
        if self._opened is not None:
            self._opened.seal.wipe()
        self._opened = None

    def _write(self, voice: TheirVoice, typed: str) -> None:
        opened = self._opened
        if opened is None:
            raise RuleError(Code.VOICE_LOCKED)
        after = Opened(opened.seal, voice, typed)
        self._workspace.do_quietly(actions.write_sealed_voice, after.text())
        self._opened = after
