"""A time of day as people type it."""

import re

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.,h ]?(?P<minute>\d{2}))? *(?P<half>am|pm)?", re.IGNORECASE)
NOON = 12


def minute_typed(text: str) -> int | None:
    """Minutes from midnight of "18:25", "18.25", "1825", "18" or "6:25 pm"; None for an empty field.

    Raises:
        ValueError: this is no time of day.
    """
    words = text.strip()
    if not words:
        return None
    found = _CLOCK.fullmatch(words)
    if found is None:
        raise ValueError(text)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= NOON:
            raise ValueError(text)
        hour = hour % NOON + (NOON if found["half"].lower() == "pm" else 0)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return hour * 60 + minute
