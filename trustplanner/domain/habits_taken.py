"""Why a habit of another program, or a day of it, is not brought over."""

from enum import StrEnum
from typing import Final


class LeftOut(StrEnum):
    """The reasons, each with its words in `habits.toml`; those of whole habits first."""

    THERE = "there"
    AMOUNTS = "amounts"
    NAMELESS = "nameless"
    WATCHES = "watches"
    LIMIT = "limit"
    NOTHING_WRITTEN = "nothing_written"
    NOT_CHOSEN = "not_chosen"
    NOT_OVER = "not_over"
    AUTOMATIC = "automatic"
    UNCHECKED = "unchecked"
    NO_DAY_DUE = "no_day_due"


OF_HABITS: Final = frozenset(
    {
        LeftOut.THERE,
        LeftOut.AMOUNTS,
        LeftOut.NAMELESS,
        LeftOut.WATCHES,
        LeftOut.LIMIT,
        LeftOut.NOTHING_WRITTEN,
        LeftOut.NOT_CHOSEN,
    }
)
