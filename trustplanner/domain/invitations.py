"""What in an invitation may press: a hint for its writer, never a grade. What it cannot see it does not praise."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Press(StrEnum):
    """How an invitation may press, the gravest first; the value names its hint."""

    THREAT = "threat"  # makes the other person answer for what happens otherwise
    URGENT = "urgent"  # sets a time that they did not choose
    INSISTS = "insists"  # makes the talk a duty, or the last one
    BARGAINS = "bargains"  # asks for it in return for something
    NO_WAY_OUT = "no_way_out"  # does not say that a no is fine


@dataclass(frozen=True, slots=True)
class Pressing:
    """How an invitation presses, and the words that do; they are empty where something is missing."""

    how: Press
    words: str


SHORTEST_TO_LOOK_AT: Final = 8  # words; before that too little is said for anything to be missing

_I_WILL = r"\bi(?:['’]ll| will)"
_YOU_WILL = r"\byou(?:['’]ll| will)"
_PATTERNS: Final = {
    Press.THREAT: re.compile(
        rf"{_I_WILL} (?:kill|hurt|harm) myself\b|\bi (?:want to die|(?:can['’]?t|cannot) (?:live|go on) without you)\b"
        rf"|{_YOU_WILL} (?:regret|be sorry|never see)\b|{_I_WILL} (?:tell|show) (?:everyone|your \w+)\b"
        rf"|\bif you (?:don['’]?t|do not|won['’]?t) (?:come|answer|talk|meet|reply)\b|\bor else\b"
        rf"|{_I_WILL} keep (?:calling|texting|coming|messaging|asking|waiting) until\b"
        rf"|\b(?:you(?:['’]d| would)|everyone would) be better off without me\b",
        re.IGNORECASE,
    ),
    Press.URGENT: re.compile(
        r"\b(?:tonight|right (?:now|away)|at once|immediately|today|as soon as possible|asap|by tomorrow|"
        r"can(?:no|['’])t wait|before it is too late|before it['’]s too late)\b",
        re.IGNORECASE,
    ),
    Press.INSISTS: re.compile(
        r"\b(?:we|you) (?:really |just )?(?:must|have to|need to|should|ought to)\b|\bi need (?:you|to see you)\b"
        r"|\b(?:last|only|one more|another) chance\b|\byou owe\b|\bthe least you can do\b|\bplease,? please\b",
        re.IGNORECASE,
    ),
    Press.BARGAINS: re.compile(
        r"\bafter (?:all|everything) (?:that )?i(?:['’]ve| have)?\b"
        r"|\bif you (?:ever |really |still )?(?:loved|love|care)\b"
        r"|\bi(?:['’]ve| have) (?:already )?(?:done|changed|paid|given)\b|\bi deserve\b|\bin return\b",
        re.IGNORECASE,
    ),
}
_IS_ENGLISH: Final = re.compile(r"\b(?:the|and|you|to|a|of|for)\b", re.IGNORECASE)  # in others nothing is missed
_SAYS_A_NO_IS_FINE: Final = re.compile(
    r"\ba no\b|\bsay no\b|\bno is (?:fine|enough|an answer)\b|\bor not\b|\bif not\b|\bnot at all\b"
    r"|\bif you(?:['’]d| would) rather not\b|\bif you (?:want|like|wish)\b|\byou decide\b"
    r"|\bup to you\b|\byour (?:choice|decision)\b|\b(?:do not|don['’]t) (?:have|need) to (?:answer|reply|come|say)\b"
    r"|\bno (?:answer|reason) (?:is )?needed\b|\bneed no (?:answer|reason)\b",
    re.IGNORECASE,
)


def pressing_in(words: str) -> Pressing | None:
    """The gravest thing that may press, or None; that nothing was found proves nothing and is never said."""
    for how, pattern in _PATTERNS.items():
        found = pattern.search(words)
        if found is not None:
            return Pressing(how, found[0])
    is_long_enough = len(words.split()) >= SHORTEST_TO_LOOK_AT and _IS_ENGLISH.search(words) is not None
    if is_long_enough and _SAYS_A_NO_IS_FINE.search(words) is None:
        return Pressing(Press.NO_WAY_OUT, "")
    return None
