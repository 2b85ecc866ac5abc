"""The one place that talks to the engine of hints: questions about sentences that often go wrong in a letter."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from trustplanner.domain.letter_sentences import sentences
from trustplanner.domain.letters import HintLeft


class Hint(NamedTuple):
    """A question about one sentence. `words` are those it is about.

    One that `is_about_safety` leads to people, and is never a tip about style.
    """

    rule: str
    sentence: str
    words: str
    question: str
    reason: str
    rephrasing: str
    is_about_safety: bool


FindHints = Callable[[str], Sequence[Hint]]


def no_hints(_text: str) -> Sequence[Hint]:
    """Without an engine there are no questions."""
    return ()


def first_hint(found: Iterable[Hint], left: Iterable[HintLeft], text: str) -> Hint | None:
    """The first question about a sentence that still stands and was not left aside, safety before anything else.

    None is no praise: the list of known slips is short.
    """
    aside, standing = {(each.rule, each.sentence) for each in left}, {each.words for each in sentences(text)}
    open_ones = [hint for hint in found if hint.sentence in standing and (hint.rule, hint.sentence) not in aside]
    return next((hint for hint in open_ones if hint.is_about_safety), open_ones[0] if open_ones else None)
