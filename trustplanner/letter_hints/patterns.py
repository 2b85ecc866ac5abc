"""The patterns of well-known turns of phrase: they say exactly where a slip stands.

A file holds one pattern a line, below the name of its slip in brackets; `<S>` stands for "sorry" and its like, `<E>`
for anything within a sentence. A pattern behind "? " also stands in many fair sentences. Patterns are tried on
sentences of bounded length only, so that none can take long.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from trustplanner.content.letter_hints import Slip
from trustplanner.content.reading import Place

_SORRY = r"(?:sorry|apologi[sz]e|apologies)"
_UNSURE = "? "
_ANYTHING = r"[^.!?\n]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One turn of phrase; one that is not plain is a slip only where the weights alone are sure of it."""

    slip: Slip
    shape: re.Pattern[str]
    is_plain: bool


def read_patterns(path: Path) -> tuple[Pattern, ...]:
    """The patterns of a file, in its order.

    Raises:
        UnreadableError: CONTENT_UNREADABLE, naming the line.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Place(path.name, "reading the file").refused() from None
    found: list[Pattern] = []
    slip: Slip | None = None
    for number, line in enumerate(lines, 1):
        try:
            if line.startswith("["):
                slip = Slip(line.strip("[]"))
            elif line.strip() and not line.startswith("#"):
                found.append(_pattern(slip, line))
        except (ValueError, re.error):
            raise Place(path.name, f"line {number}").refused() from None
    return tuple(found)


def _pattern(slip: Slip | None, line: str) -> Pattern:
    if slip is None:
        raise ValueError("a pattern before the first name")
    shape = line.removeprefix(_UNSURE).replace("<S>", _SORRY).replace("<E>", _ANYTHING)
    return Pattern(slip, re.compile(shape, re.IGNORECASE), not line.startswith(_UNSURE))
