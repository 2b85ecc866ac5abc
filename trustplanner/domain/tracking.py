"""A promise that watches, checks, controls or questions somebody else is refused: nobody is tracked with this program.

The check reads English words, not intentions. A sentence is first rewritten as plain words in which the hurt person
is one sign, whatever they are called; then a few dozen short rules look for the shapes that watching takes. Each rule
is a verb, at most a handful of words, and what is watched, so that the work grows with the length of the sentence
and with nothing else. A match is excused where the words before it take it back: "not", "instead of", "the urge to".

It misses what it has no words for, and it is meant to: a promise about one's own openness must never be refused for
looking similar. What it is known to miss, and to refuse wrongly, stands with its tests.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from trustplanner.domain.tracking_rules import rules


class Tracking(StrEnum):
    """In which way a promise is about somebody else."""

    WATCHES = "watches"
    WANTS_REPORTS = "wants_reports"


def tracks_them(sentence: str, their_name: str) -> bool:
    """Whether a promise watches somebody instead of binding the one who makes it."""
    return tracking_in(sentence, their_name) is not None


def tracking_in(sentence: str, their_name: str) -> Tracking | None:
    """How a promise watches somebody; None if no rule finds that it does."""
    for clause in _clauses(sentence, their_name):
        if _finds_one(rules().watching, clause):
            return Tracking.WATCHES
        if _finds_one(rules().wanting_reports, clause):
            return Tracking.WANTS_REPORTS
    return None


def _finds_one(patterns: tuple[re.Pattern[str], ...], clause: str) -> bool:
    return any(not _is_excused(clause, found) for pattern in patterns for found in pattern.finditer(clause))


# --- the sentence in plain words
#
# "@" is the person as subject or object, "@s" is "Ana's", "his" or "your", "@h" is "her", which may be either.

_PRONOUNS: Final = {
    "she": "@", "he": "@", "him": "@", "you": "@", "they": "@", "them": "@",
    "his": "@s", "hers": "@s", "your": "@s", "yours": "@s", "their": "@s", "theirs": "@s", "her": "@h",
    "herself": "@", "himself": "@", "themself": "@", "themselves": "@", "yourself": "@",
}  # fmt: skip
_OF_SEVERAL: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_SEVERAL: Final = frozenset({"children", "people", "men", "women"})
_NO_PLURALS: Final = {
    "always", "does", "goes", "this", "thus", "yes", "perhaps", "sometimes", "afterwards", "towards", "unless", "less",
    "across", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekends",
    "weekdays", "mornings", "afternoons", "evenings", "nights", "days", "weeks", "months", "years", "hours", "minutes",
    "times",
}  # fmt: skip
# Names that are also everyday words are only found with their capital letter.
_EVERYDAY: Final = {
    "will", "may", "mark", "bill", "hope", "grace", "joy", "rose", "pat", "sue", "art", "rob", "frank", "faith", "dawn",
    "eve", "sky", "summer", "april", "june", "august", "angel", "chance", "chase", "drew", "guy", "jack", "jay", "ray",
    "rich", "star", "honey", "love", "dear",
}  # fmt: skip
_APOSTROPHES: Final = re.compile(r"[’‘ʼ`]")
_SHORTENED: Final = (
    (re.compile(r"\bwon'?t\b"), "will not"),
    (re.compile(r"\bcan'?t\b"), "can not"),
    (re.compile(r"\b(do|does|did|is|are|was|were|would|should|could|have|has|had|must|need)n'?t\b"), r"\1 not"),
    (re.compile(r"\b(she|he|it|that|who|where|what|there)'s\b"), r"\1 is"),
    (re.compile(r"'(?:ll)\b"), " will"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"\be-mail"), "email"),
)  # fmt: skip
_PARTNER: Final = re.compile(
    r"\b(?:my|our) (?:wife|husband|partner|girlfriend|boyfriend|spouse|fianc[eé]e?|ex|other half)\b"
)
_ANYBODYS: Final = re.compile(
    r"\b(?:(?:my|our|the) )?(?:mother|mum|mom|father|dad|sister|brother|son|daughter|child|kid|teenager|friend|"
    r"colleague|boss|girl|boy|children)'s\b|\b(?:(?:my|our|the) )?(?:kids|sons|daughters|girls|boys|friends|parents|"
    r"colleagues)'(?= )"
)
_END_OF_CLAUSE: Final = re.compile(r"[.;:!?\n\u2028\u2029()]+")
_WORD: Final = re.compile(r"@[sh]?|[^\W_]+(?:['-][^\W_]+)*")


def _clauses(sentence: str, their_name: str) -> Iterable[str]:
    """The parts between full stops and the like, as words that each end with a space."""
    text = _APOSTROPHES.sub("'", sentence.replace("@", " "))
    name = _name_pattern(their_name)
    if name is not None:
        text = name.sub(lambda found: " @s " if found["owns"] else " @ ", text)
    text = text.lower()
    for pattern, words in _SHORTENED:
        text = pattern.sub(words, text)
    text = _ANYBODYS.sub("@s", _PARTNER.sub("@", text)).replace("@'s", "@s")
    for part in _END_OF_CLAUSE.split(text):
        yield "".join(f"{word} " for word in _with_signs(_WORD.findall(part)))


def _name_pattern(name: str) -> re.Pattern[str] | None:
    words = _APOSTROPHES.sub("'", name).split()
    if not words:
        return None
    flags = re.NOFLAG if any(word.lower() in _EVERYDAY for word in words) else re.IGNORECASE
    said = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){said}(?P<owns>'s?)?(?!\w)", flags)


def _with_signs(words: list[str]) -> Iterable[str]:
    """Pronouns as signs; "they" stays a word where it may speak of several that were named before."""
    several = False
    for word in words:
        if word in _PRONOUNS and not (several and word in _OF_SEVERAL):
            yield _PRONOUNS[word]
        else:
            yield word
        several = several or _is_several(word)


def _is_several(word: str) -> bool:
    if word in _SEVERAL:
        return True
    ends_so = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s"))
    return ends_so and word not in _NO_PLURALS and word not in rules().things


# --- what takes a match back

_LONG_DONE: Final = re.compile(
    r"(?<!\S)(?:(?<!until )(?<!till )(?<!before )(?<!once )i have|i had|i) (?:once |ever )?$"
)
_PAST: Final = re.compile(r"(?:ed|went|read|saw|knew|did|kept|took|had)$")
_DETERMINERS: Final = frozenset(
    {"a", "an", "the", "every", "any", "each", "one", "first", "no", "this", "that", "another"}
)
_ADDRESSED_TO_ME: Final = re.compile(r"(?<!\S)(?:answer|answering|reply|replying|respond|responding|to me) ")
_LETTERS: Final = re.compile(r"(?:message|text|email|chat|voicemail)s? $")
_REACH: Final = 160  # characters around a match that are looked at


def _is_excused(clause: str, found: re.Match[str]) -> bool:
    """Whether the words around a match say that it is not done or was done long ago, or that its verb is none."""
    before, verb = clause[max(0, found.start() - _REACH) : found.start()], found[0].split()[0]
    if _DETERMINERS.intersection(before.split()[-1:]):
        return True
    if _PAST.search(verb) and _LONG_DONE.search(before):
        return True
    if any(pattern.search(before) for pattern in rules().taken_back):
        return True
    return bool(_LETTERS.search(found[0]) and _ADDRESSED_TO_ME.search(clause, found.end(), found.end() + _REACH))
