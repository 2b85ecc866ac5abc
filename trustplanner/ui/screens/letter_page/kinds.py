"""How each kind of sentence looks: whose it is about, and its icon."""

from typing import Final, NamedTuple

from trustplanner.domain.letters import SentenceKind
from trustplanner.ui.kit.chip import Tone


class KindLook(NamedTuple):
    """The tone says whose a sentence is about, the icon which kind it is; `ink` is the colour of its count."""

    tone: Tone
    icon: str
    ink: str


UNTAGGED: Final = KindLook(Tone.OUTLINE, "tag", "ink_2")
LOOKS: Final[dict[SentenceKind, KindLook]] = {
    SentenceKind.HAPPENED: KindLook(Tone.ACCENT, "camera", "accent"),
    SentenceKind.EFFECT: KindLook(Tone.THEIRS, "waves", "theirs"),
    SentenceKind.MY_PART: KindLook(Tone.ACCENT, "user-round", "accent"),
    SentenceKind.DONE: KindLook(Tone.ACCENT, "check", "accent"),
    SentenceKind.WILL_DO: KindLook(Tone.ACCENT, "calendar", "accent"),
    SentenceKind.ABOUT_ME: KindLook(Tone.NEUTRAL, "feather", "ink_2"),
    SentenceKind.ABOUT_THEM: KindLook(Tone.THEIRS, "quote", "theirs"),
    SentenceKind.REQUEST: KindLook(Tone.OUTLINE, "hand", "ink_2"),
}


def look_of(kind: SentenceKind | None) -> KindLook:
    """How a sentence of this kind looks, or one without a tag."""
    return UNTAGGED if kind is None else LOOKS[kind]
