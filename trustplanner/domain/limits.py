"""Whether words of a plan touch the topic of a limit that somebody set.

A topic is a few words; commas part several topics. A topic is touched where one clause of a plan holds every word of
it, each word compared without its ending. A clause that says "not", "never", "without" or the like before it reaches
the topic keeps to the limit. The check reads words, not what is meant: it knows no other words for the same thing.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from trustplanner.domain.wishes import Wish, WishKind

_APOSTROPHES: Final = re.compile(r"[’‘ʼ`]")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_END_OF_CLAUSE: Final = re.compile(r"[.,;:!?()\n\u2028\u2029،؛؟]+|\b(?:but|instead)\b(?! of\b)", re.IGNORECASE)
_END_OF_TOPIC: Final = re.compile(r"[,;\n،؛]+")
_SMALL: Final = frozenset(
    {
        "a", "an", "the", "this", "that", "these", "those", "some", "any", "all", "no", "not", "and", "or", "of", "in",
        "on", "at", "to", "for", "from", "by", "with", "about", "into", "i", "me", "my", "mine", "we", "us", "our",
        "you", "your", "she", "her", "hers", "he", "him", "his", "they", "them", "their", "it", "its", "is", "are",
        "was", "be", "been", "do", "does", "did", "will", "would", "have", "has", "had", "never", "when", "if",
    }
)  # fmt: skip
_NEGATIONS: Final = frozenset(
    {
        "not", "never", "no", "nothing", "without", "stop", "stay", "leave", "avoid", "instead", "cannot", "refrain",
        "neither", "nor",
    }
)  # fmt: skip
_WHOLE: Final = frozenset({"evening", "morning", "wedding", "during", "spring", "nothing", "something", "anything"})
_ENDINGS: Final = ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly")
_SHORTEST_ROOT: Final = 3
_VOWELS: Final = frozenset("aeiouy")


def limits_in_force(wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """What is not wanted and was not lifted; a day that has passed lifts nothing by itself."""
    return tuple(wish for wish in wishes if wish.kind is WishKind.NOT_WANTED and wish.lifted_on is None)


def touched_limit(wishes: Iterable[Wish], *sentences: str) -> Wish | None:
    """The first limit in force whose topic one of these sentences touches; None if no topic is found in them."""
    limits = limits_in_force(wishes)
    return next((limit for limit in limits if any(touches(limit.about, each) for each in sentences)), None)


def touches(about: str, sentence: str) -> bool:
    """Whether a sentence touches one of the topics of `about`."""
    topics = [topic for part in _END_OF_TOPIC.split(about) if (topic := frozenset(_stems(part)))]
    if not topics:
        return False
    return any(_reaches(topic, clause) for clause in _END_OF_CLAUSE.split(_plain(sentence)) for topic in topics)


def _reaches(topic: frozenset[str], clause: str) -> bool:
    """Whether a clause holds every word of a topic, and says nothing before that would keep it away from there."""
    words = _WORD.findall(_plain(clause))
    stems = [stem(word) for word in words]
    if not topic <= set(stems):
        return False
    first = min(place for place, each in enumerate(stems) if each in topic)
    return not any(word in _NEGATIONS or word.endswith("n't") for word in words[:first])


def _stems(words: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(_plain(words)) if word not in _SMALL]


def _plain(words: str) -> str:
    return _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", words)).casefold()


def stem(word: str) -> str:
    """A word without its ending, so that "calls", "called" and "calling" are one; only English endings are known."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in _WHOLE:
        return word
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        is_root = root != word and len(root) >= _SHORTEST_ROOT and not _VOWELS.isdisjoint(root)
        if is_root and not (ending == "s" and root.endswith("s")):
            return _settled(f"{root}y" if ending in ("ies", "ied") else root)
    return _settled(word)


def _settled(root: str) -> str:
    """The same for "house" and "hous", "stop" and "stopp", "party" and "parti"."""
    root = root.removesuffix("e") if len(root) > _SHORTEST_ROOT else root
    if len(root) > _SHORTEST_ROOT and root[-1] == root[-2] and root[-1] not in _VOWELS:
        root = root[:-1]
    return f"{root[:-1]}i" if root.endswith("y") else root
