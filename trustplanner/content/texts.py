"""Texts that are said to one person about another, and how their placeholders are filled.

A sentence with a pronoun stands whole for she, he and they in the content file; nothing is put together from
pieces. Names go in where the file says so, in one pass, so that a name may hold braces or anything else.
What comes out is plain text: a label that shows rich text escapes it first.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from unicodedata import bidirectional

from trustplanner.domain.plans import Contact, Plan, Pronoun, SafetyScreen, contact_in_force

PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
NAMES: Final = frozenset({"name", "own_name", "counsellor"})

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
# Right-to-left letters and the marks that turn the direction of what follows them.
_TURNS_DIRECTION: Final = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a text is said to, and about whom.

    `name` is the nickname of the hurt person, `own_name` the first name of the reader. `counsellor` is a name, or
    empty if there is none. `contact` is what may be proposed today.
    """

    name: str
    pronoun: Pronoun
    own_name: str
    counsellor: str
    contact: Contact

    @property
    def has_counsellor(self) -> bool:
        """Whether a counsellor is named."""
        return bool(self.counsellor.strip())


def voice_for(plan: Plan, last: SafetyScreen | None) -> Voice:
    """The voice for a plan, with the contact that may be proposed."""
    contact = contact_in_force(plan, last)
    return Voice(plan.their_name, plan.pronoun, plan.own_name, plan.counsellor, contact)


class Form(NamedTuple):
    """What decides which words of a text are said."""

    contact: Contact
    pronoun: Pronoun
    has_counsellor: bool


ALL_FORMS: Final = tuple(
    Form(contact, pronoun, has_counsellor)
    for contact in Contact
    for pronoun in Pronoun
    for has_counsellor in (True, False)
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in all its forms; made by the reader of content files, which checks that none is missing."""

    words: Mapping[Form, str]

    def said_to(self, voice: Voice, **facts: str | int) -> str:
        """The text for this voice, every placeholder filled; `facts` fills those beyond the names."""
        words = self.words[Form(voice.contact, voice.pronoun, voice.has_counsellor)]
        names = {"name": voice.name, "own_name": voice.own_name, "counsellor": voice.counsellor}
        return filled(words, names | facts)


@dataclass(frozen=True, slots=True)
class Sentence:
    """An impersonal sentence about facts; `plain` says it when not all of them are known."""

    words: str
    plain: str

    def said(self, **facts: str | int) -> str:
        """The sentence with these facts, or the plain one if one of them is missing."""
        is_known = placeholders(self.words) <= facts.keys()
        return filled(self.words, facts) if is_known else self.plain


def placeholders(words: str) -> set[str]:
    """The names of the placeholders in `words`."""
    return set(PLACEHOLDER.findall(words))


def filled(words: str, values: Mapping[str, str | int]) -> str:
    """`words` with each placeholder replaced once; what is put in is never looked at again."""
    return PLACEHOLDER.sub(lambda found: _isolated(str(values[found[1]])), words)


def _isolated(value: str) -> str:
    """Keep a right-to-left name from turning the sentence around it."""
    if _TURNS_DIRECTION.isdisjoint(map(bidirectional, value)):
        return value
    return f"{_FIRST_STRONG_ISOLATE}{value}{_POP_ISOLATE}"


def all_said_to(texts: Iterable[Text], voice: Voice) -> tuple[str, ...]:
    """Each text of a list, said to the same voice."""
    return tuple(text.said_to(voice) for text in texts)
