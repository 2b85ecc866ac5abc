"""The words of the first start: the welcome page, the file and its passphrase, names, what happened, contact."""

from dataclasses import dataclass

from trustplanner.content.kinds import Group
from trustplanner.content.texts import Text
from trustplanner.domain.plans import Contact


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing said at the start that this is not."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class AlwaysWords:
    """What can always be done, each with its icon: lock, life-buoy, skip-forward, undo-2."""

    lock: str
    talk: str
    skip: str
    undo: str


@dataclass(frozen=True, slots=True)
class WelcomePage:
    """All of `welcome.toml`. Both ways on weigh the same."""

    title: str
    lead: str
    limits: tuple[Limit, ...]
    always_title: str
    always: AlwaysWords
    never_title: str
    never: str
    go_on: str
    not_for_me: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StrengthWords:
    """How hard a passphrase is to guess, in words for the estimates 0 to 4."""

    words: tuple[str, ...]
    note: str

    def __post_init__(self) -> None:
        if len(self.words) != 5:
            raise ValueError("words")


@dataclass(frozen=True, slots=True)
class CreatePage:
    """All of `create.toml`."""

    title: str
    lead: str
    choosing: Passage
    forgetting: Passage
    strength: StrengthWords
    limits: Passage


@dataclass(frozen=True, slots=True)
class NamesPage:
    """Who it is about."""

    title: str
    own_name: str
    own_name_note: str
    their_name: str
    their_name_note: str
    pronoun: str
    counsellor: str
    counsellor_note: str


@dataclass(frozen=True, slots=True)
class KindPage:
    """Choosing a breach kind, and the headings around what belongs to it."""

    title: str
    lead: str
    none_fits: str
    groups: dict[Group, str]
    hurts_title: str
    needs_title: str
    watch_title: str
    suggestions_note: Text
    suggestions_later: str


@dataclass(frozen=True, slots=True)
class ContactWords:
    """One state of contact."""

    label: str
    explained: Text


@dataclass(frozen=True, slots=True)
class ContactPage:
    """What contact is welcome. `held_by_answers` is said while an answer to the private questions decides it."""

    title: Text
    lead: Text
    options: dict[Contact, ContactWords]
    unsure: str
    until_label: str
    until_said: Text
    until_day: str
    until_note: Text
    note_label: str
    note_note: str
    stands_title: str
    held_by_answers: Text


@dataclass(frozen=True, slots=True)
class FirstRunPages:
    """All of `first_run.toml`."""

    names: NamesPage
    kind: KindPage
    contact: ContactPage
