"""What is never laid open here, not even one's own: location, messages, accounts, phones.

An offer names something that lies on the table. One that hands over a device, what is written in it, a password or a
position is refused, because watching does not heal and an empty result proves nothing. The check reads English words
and misses what it has no words for; a bank's statement is paper, and is meant to pass.
"""

import re
from collections.abc import Iterable
from typing import Final

from trustplanner.domain.limits import stem

_NEVER: Final = frozenset(
    map(
        stem,
        (
            "location", "whereabouts", "gps", "tracker", "tracking", "airtag", "password", "passwords", "passcode",
            "passphrase", "pin", "login", "logins", "inbox", "spyware", "keylogger", "whatsapp", "instagram",
            "facebook", "snapchat", "tiktok", "telegram", "messenger", "tinder",
        ),
    )
)  # fmt: skip
_DEVICES: Final = frozenset(
    map(
        stem,
        (
            "phone", "mobile", "smartphone", "iphone", "laptop", "tablet", "ipad", "computer", "smartwatch", "message",
            "text", "email", "mail", "chat", "dm", "account", "profile", "feed", "browser", "history", "voicemail",
        ),
    )
)  # fmt: skip
_OPENING: Final = frozenset(
    map(
        stem,
        (
            "open", "show", "look", "read", "check", "see", "share", "access", "unlock", "hand", "give", "scroll",
            "inspect", "search", "view", "go", "leave", "lay", "lie", "lies", "available", "free", "transparent",
            "forward", "screenshot", "copy", "let", "may", "can",
        ),
    )
)  # fmt: skip
_PAPER: Final = frozenset(map(stem, ("statement", "bill", "receipt", "invoice", "printout")))
_NEGATIONS: Final = frozenset({"not", "never", "no", "without", "instead"})
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END_OF_CLAUSE: Final = re.compile(r"[.;:!?\n]+")


def opens_too_much(words: str) -> bool:
    """Whether an offer would lay open a place, a device, messages or an account."""
    return any(_is_too_open(clause) for clause in _END_OF_CLAUSE.split(words.casefold()))


def _is_too_open(clause: str) -> bool:
    words = _WORD.findall(clause.replace("e-mail", "email"))
    stems = [stem(word) for word in words]
    places = [place for place, each in enumerate(stems) if each in _NEVER]
    if not _PAPER.intersection(stems):
        is_opened = bool(_OPENING.intersection(stems))
        places += [place for place, each in enumerate(stems) if each in _DEVICES and is_opened]
    return any(not _is_left_out(words[:place]) for place in places)


def _is_left_out(before: Iterable[str]) -> bool:
    return any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in before)
