"""A promise as a sentence: "I will ring at six on working days, so that Ana is not left waiting."

A commitment keeps what follows "I will" and what follows "so that Ana". Promises for an occasion are said with it
first: "When I notice a half-truth, I will correct it". How they are kept is the rule of `domain.commitments.sentence`.
"""

import re
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from trustplanner.content.texts import filled
from trustplanner.domain.commitments import Terms, sentence

_ALREADY_WHOLE = re.compile(r"I (?:will|shall)\b|I[’']ll\b", re.IGNORECASE)


class PromiseWords(NamedTuple):
    """The promise, with its comma or full stop, and what it is for; empty if nothing is said."""

    promise: str
    purpose: str

    @property
    def whole(self) -> str:
        """Both in one sentence."""
        return f"{self.promise} {self.purpose}".strip()


def promise_words(terms: Terms, their_name: str) -> PromiseWords:
    """The sentence that these terms promise, about the person of this name."""
    said = sentence(terms)
    promise = _promise(said.occasion, said.act)
    if not said.purpose:
        return PromiseWords(_said(QCoreApplication.translate("Promise", "{promise}."), promise=promise), "")
    words = QCoreApplication.translate("Promise", "so that {name} {purpose}.")
    return PromiseWords(
        _said(QCoreApplication.translate("Promise", "{promise},"), promise=promise),
        _said(words, name=their_name, purpose=said.purpose),
    )


def _promise(occasion: str, act: str) -> str:
    begins = occasion[:1].upper() + occasion[1:]
    if _ALREADY_WHOLE.match(act):
        return f"{begins}, {act}" if occasion else act[:1].upper() + act[1:]
    if occasion:
        return _said(QCoreApplication.translate("Promise", "{occasion}, I will {act}"), occasion=begins, act=act)
    return _said(QCoreApplication.translate("Promise", "I will {act}"), act=act)


def _said(words: str, **parts: str) -> str:
    return filled(words, parts)
