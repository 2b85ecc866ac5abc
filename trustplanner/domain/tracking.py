"""A commitment that tracks the other person is refused."""

import re

_WATCHING = re.compile(
    r"\b(?:check|monitor|track|follow|look through|go through|read)\b[^.]{0,40}\b(?:her|his|their|where (?:she|he|they))\b",
    re.IGNORECASE,
)


def tracks_them(sentence: str, their_name: str) -> bool:
    """Whether a promise watches the hurt person instead of binding the one who makes it."""
    return _WATCHING.search(sentence) is not None
