"""Letters in the story of the demo."""

from dataclasses import dataclass

from trustplanner.content.demo_time import check_moments
from trustplanner.domain.letters import SentenceKind


@dataclass(frozen=True, slots=True)
class LetterDraftTold:
    """The whole letter as it was written in one sitting."""

    when: str
    words: str

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class LetterTold:
    """One letter. `kinds` are the tags of its sentences from the first on, given at `tagged`.

    It was read with the counsellor at `read`, and `if_no` was written at `prepared`. In this story it is not offered.
    """

    drafts: tuple[LetterDraftTold, ...]
    kinds: tuple[SentenceKind, ...]
    tagged: str
    read: str
    if_no: str
    prepared: str

    def __post_init__(self) -> None:
        check_moments(self, "tagged", "read", "prepared")
        if not self.drafts:
            raise ValueError("drafts")
