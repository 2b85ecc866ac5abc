"""What they gave, in words: for the paragraph, the cards and the table. A move of 1 or 2 is never called a change."""

from datetime import date

from trustplanner.charts.sentences import Sentences
from trustplanner.charts.shifts import Shift, find_reading_shift
from trustplanner.charts.voice import VoiceInRange


def voice_heading(voice: VoiceInRange, words: Sentences) -> str:
    """Whose voice it is."""
    return words.said("voice.heading" if voice.name else "voice.heading_nameless", name=voice.name)


def voice_in_words(voice: VoiceInRange, words: Sentences) -> list[str]:
    """`Ana gave 5 readings, between 2 and 4, and said “not today” twice.` and where other words began."""
    name = voice.name or words.said("voice.they")
    values = sorted(point.value for point in voice.given if point.value is not None)
    said = _given(name, values, words)
    times = len(voice.not_today)
    if said and times:
        said += words.said("voice.and_not_today", times)
    elif times:
        said = words.said("voice.only_not_today", times, name=name)
    found = [f"{said}."]
    begun = [segment.first for segment in voice.segments if any(r.day < segment.first for r in voice.readings)]
    if begun:
        found.append(words.said("voice.other_words", len(begun), name=name, dates=words.days(begun)))
    shift = find_reading_shift(voice.latest_values())
    if shift is not None:
        found.append(_shift(shift, words))
    return found


def _shift(shift: Shift, words: Sentences) -> str:
    if shift.has_long_run:
        return words.said("voice.longest_run", shift.longest_run, points=shift.weeks)
    return words.said("voice.few_crossings", shift.crossings, points=shift.weeks)


def _given(name: str, values: list[int], words: Sentences) -> str:
    if not values:
        return ""
    low, high = values[0], values[-1]
    if len(values) == 1:
        return words.said("voice.gave_one", name=name, value=low)
    key = "voice.gave_alike" if low == high else "voice.gave"
    return words.said(key, len(values), name=name, low=low, high=high)


def readings_in_words(voice: VoiceInRange, first: date, last: date, words: Sentences) -> tuple[str, ...]:
    """`Ana, 24 March: 4`, one for each reading between two days."""
    name = voice.name or words.said("voice.they")
    return tuple(
        words.said("voice.reading", name=name, day=words.day(point.day), value=_value(point.value, words))
        for point in voice.within(first, last)
    )


def in_table(voice: VoiceInRange, first: date, last: date, words: Sentences) -> str:
    """`24 March: 4`."""
    return "; ".join(
        words.said("voice.in_table", day=words.day(point.day), value=_value(point.value, words))
        for point in voice.within(first, last)
    )


def count_of_readings(voice: VoiceInRange, words: Sentences) -> str:
    """`5 readings, 2 times not today`."""
    parts = [words.said("voice.count", len(voice.given))] if voice.given else []
    if voice.not_today:
        parts.append(words.said("voice.count_not_today", len(voice.not_today)))
    return words.listed(parts)


def _value(value: int | None, words: Sentences) -> str:
    return words.said("voice.not_today") if value is None else str(value)
