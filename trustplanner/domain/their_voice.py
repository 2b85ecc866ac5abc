"""Their voice: what they choose to give of their own, in a session. It is never counted in anything else.

Everything here is theirs: it is there only with their consent, and what they withdraw is gone, consent and all.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now

HIGHEST_READING: Final = 10
LONGEST_ANCHOR: Final = 60  # it stands beside a line of the chart
LONGEST_SAID: Final = 500
BETWEEN_READINGS: Final = timedelta(days=7)  # at most weekly
SEALED_VOICE: Final = "their_voice"  # the note that holds it under a passphrase of their own
TYPED: Final = "their_voice"  # the draft of what is typed on their page; behind their passphrase it lies in the note


@dataclass(frozen=True, slots=True)
class TheirConsent:
    """They agreed, on a day, to what their page says; `wording` is the version of that page."""

    seq: int | None
    given_on: date
    wording: int
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Anchors:
    """Their own words for what a 3 and a 7 look like. Other words begin a new segment; either may be empty."""

    seq: int | None
    three: str
    seven: str
    written_on: date
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """How much they could rely on what was said this past week, 0 to 10; None is "not today", stored as itself.

    `words` are theirs, about the week. `session_id` is the session it was given in, if it was one.
    """

    seq: int | None
    day: date
    value: int | None
    words: str
    session_id: str | None
    written_on: date
    written_at: datetime


def is_too_soon(readings: Iterable[Reading], day: date) -> bool:
    """Whether another reading on `day` would be more than one a week; the same day may be answered anew."""
    return any(timedelta(0) < abs(day - reading.day) < BETWEEN_READINGS for reading in readings)


@dataclass(frozen=True, slots=True)
class TheirVoice:
    """All that they gave: their words for a 3 and a 7 in order of writing, and readings in order of day."""

    anchors: tuple[Anchors, ...] = ()
    readings: tuple[Reading, ...] = ()

    def reading_on(self, day: date) -> Reading | None:
        """What holds of a day: the newest written of it."""
        return next((reading for reading in reversed(self.readings) if reading.day == day), None)


@dataclass(frozen=True, slots=True)
class Given:
    """What they say on a day: a number, or None for "not today", and their words about the week."""

    value: int | None
    words: str = ""
    session_id: str | None = None


def new_reading(voice: TheirVoice, given: Given, now: Now) -> Reading:
    """The reading of today; one that was given today already is answered anew.

    Raises:
        RuleError: READING_IMPOSSIBLE, WORDS_TOO_LONG, READING_TOO_SOON.
    """
    if given.value is not None and not 0 <= given.value <= HIGHEST_READING:
        raise RuleError(Code.READING_IMPOSSIBLE, most=HIGHEST_READING)
    words = _short_enough(given.words, LONGEST_SAID)
    if is_too_soon(voice.readings, now.today):
        raise RuleError(Code.READING_TOO_SOON, days=BETWEEN_READINGS.days)
    before = voice.reading_on(now.today)
    seq = before.seq if before is not None else None
    return Reading(seq, now.today, given.value, words, given.session_id, now.today, now.at)


def new_anchors(voice: TheirVoice, three: str, seven: str, now: Now) -> Anchors:
    """Their words from today on; those that were written today are corrected, the same words change nothing.

    Raises:
        RuleError: WORDS_TOO_LONG.
    """
    three, seven = _short_enough(three, LONGEST_ANCHOR), _short_enough(seven, LONGEST_ANCHOR)
    last = voice.anchors[-1] if voice.anchors else None
    if last is not None and (last.three, last.seven) == (three, seven):
        return last
    seq = last.seq if last is not None and last.written_on == now.today else None
    return Anchors(seq, three, seven, now.today, now.at)


def with_reading(voice: TheirVoice, reading: Reading) -> TheirVoice:
    """All of it with one more reading, in place of one of the same day."""
    others = tuple(each for each in voice.readings if each.day != reading.day)
    return replace(voice, readings=tuple(sorted((*others, reading), key=lambda each: each.day)))


def with_anchors(voice: TheirVoice, written: Anchors) -> TheirVoice:
    """All of it with these words, in place of those of the same day."""
    others = tuple(each for each in voice.anchors if each.written_on != written.written_on)
    return replace(voice, anchors=(*others, written))


def _short_enough(words: str, most: int) -> str:
    words = words.strip()
    if len(words) > most:
        raise RuleError(Code.WORDS_TOO_LONG, most=most)
    return words


def anchors_on(anchors: Sequence[Anchors], day: date) -> Anchors | None:
    """The words that hold on a day: the newest written by then, of rows in order of sequence."""
    return next((row for row in reversed(anchors) if row.written_on <= day), None)


# As one text, for the note that a passphrase of their own seals


def voice_to_text(voice: TheirVoice, typed: str = "") -> str:
    """All of it as JSON, with what is typed and not given yet; rows that lie in a sealed note have no numbers."""
    anchors = [
        {
            "three": row.three,
            "seven": row.seven,
            "written_on": row.written_on.isoformat(),
            "written_at": row.written_at.isoformat(),
        }
        for row in voice.anchors
    ]
    readings = [
        {
            "day": row.day.isoformat(),
            "value": row.value,
            "words": row.words,
            "session_id": row.session_id,
            "written_on": row.written_on.isoformat(),
            "written_at": row.written_at.isoformat(),
        }
        for row in voice.readings
    ]
    return json.dumps({"anchors": anchors, "readings": readings, "typed": typed}, ensure_ascii=False)


def typed_in_text(text: str) -> str:
    """What was typed and not given, of what `voice_to_text` wrote."""
    return str(json.loads(text)["typed"])


def voice_from_text(text: str) -> TheirVoice:
    """What `voice_to_text` wrote.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    found: dict[str, list[dict[str, Any]]] = json.loads(text)
    return TheirVoice(
        tuple(
            Anchors(
                None,
                row["three"],
                row["seven"],
                date.fromisoformat(row["written_on"]),
                datetime.fromisoformat(row["written_at"]),
            )
            for row in found["anchors"]
        ),
        tuple(
            Reading(
                None,
                date.fromisoformat(row["day"]),
                row["value"],
                row["words"],
                row["session_id"],
                date.fromisoformat(row["written_on"]),
                datetime.fromisoformat(row["written_at"]),
            )
            for row in found["readings"]
        ),
    )
