"""What the letter page shows, read from the vault."""

from collections import Counter
from dataclasses import dataclass

from trustplanner.domain.letter_sentences import LetterSentence, sentences
from trustplanner.domain.letters import (
    LISTENING_PROMPT,
    Letter,
    LetterState,
    LetterStep,
    SentenceKind,
    standing,
    state_of_letter,
)
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.letters import letter_steps, letter_tags, letters
from trustplanner.storage.queries.path import path_lines
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter among all; None if there is none. `steps` are those that stand."""

    letter: Letter | None
    letters: tuple[Letter, ...]
    kinds: dict[str, SentenceKind]
    steps: tuple[LetterStep, ...]
    said: int
    guessed: int
    contact: Contact

    @property
    def has_listened(self) -> bool:
        """Whether anything they said is written down; a guess of one's own is nothing heard."""
        return self.said > 0

    @property
    def is_gated(self) -> bool:
        """Whether listening comes first: nothing of theirs is there, and nobody chose to write all the same."""
        return not self.has_listened and (self.letter is None or self.letter.written_ahead_on is None)

    @property
    def state(self) -> LetterState:
        """Where the letter is."""
        return state_of_letter(self.steps)

    def newest(self, state: LetterState) -> LetterStep | None:
        """The newest step to a state, if there is one."""
        return next((step for step in reversed(self.steps) if step.state is state), None)

    def number(self, letter: Letter) -> int:
        """Which letter it is, from 1."""
        return self.letters.index(letter) + 1

    def tagged(self, text: str) -> list[tuple[LetterSentence, SentenceKind | None]]:
        """The sentences of a text with their tags."""
        return [(each, self.kinds.get(each.words)) for each in sentences(text)]

    def counts(self, text: str) -> Counter[SentenceKind | None]:
        """How many sentences of a text have which tag."""
        return Counter(kind for _, kind in self.tagged(text))


def read_letter(workspace: Workspace, letter_id: str) -> LetterView:
    """The letter with this id, or the newest if there is none."""
    found = workspace.read(letters)
    letter = next((each for each in found if each.id == letter_id), found[-1] if found else None)
    lines = workspace.read(path_lines, LISTENING_PROMPT)
    said = sum(line.whose is Whose.SAID for line in lines)
    key = letter.id if letter is not None else ""
    return LetterView(
        letter=letter,
        letters=found,
        kinds={tag.sentence: tag.kind for tag in workspace.read(letter_tags, key)},
        steps=standing(workspace.read(letter_steps, key)),
        said=said,
        guessed=len(lines) - said,
        contact=workspace.voice.contact,
    )
