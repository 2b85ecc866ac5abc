"""The types of the JSON format: how each value is written, what is accepted back, and what the type is called.

Reading is strict: exactly what writing produces is accepted, so that a file has one meaning and survives a round trip.
The names are the ones `docs/json_format.md` explains.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final

from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY, require_possible
from trustplanner.domain.errors import KnownError
from trustplanner.domain.path import PART_MARK
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedule_text import from_text, to_text

LONGEST_TEXT: Final = 1_000_000  # characters
LARGEST_NUMBER: Final = 2**53 - 1  # what every program that reads JSON can hold exactly
LONGEST_NAME: Final = 40  # of a field that is not ours, as far as it is repeated
MINUTES_AN_HOUR: Final = 60
MINUTES_A_DAY: Final = 24 * 60
_LONGEST_SCHEDULE: Final = 100
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_CODE: Final = re.compile(r"[a-z0-9_]{1,64}")
_CURRENCY: Final = re.compile(r"(?:[A-Z]{3})?")
_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_PLAIN_NAME: Final = re.compile(rf"[A-Za-z0-9_]{{1,{LONGEST_NAME}}}")


class FaultError(Exception):
    """Something in the file is not as the format says; `expected` is what the format says instead.

    The path is put together from the inside out, while the error is on its way up.
    """

    def __init__(self, expected: str, *inner: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self._path = list(reversed(inner))

    def inside(self, step: str) -> "FaultError":
        """The same fault, seen from one step further out."""
        self._path.append(step)
        return self

    @property
    def place(self) -> str:
        """Where the fault is, such as `commitments[3].terms[0].schedule`."""
        return "".join(reversed(self._path)).removeprefix(".")


def field_step(name: str) -> str:
    """The step into a field. A name that no program would give, and that may be private, is not repeated."""
    return f".{name}" if _PLAIN_NAME.fullmatch(name) else ".(unknown)"


def entry_step(index: int) -> str:
    """The step into an entry of a list, counted from 0."""
    return f"[{index}]"


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of the format: its name, and the way from and to what JSON can hold."""

    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]

    def refused(self) -> FaultError:
        """The fault that names this type."""
        return FaultError(self.name)


class Outside:
    """Stands for what no type of the format can hold: NaN, Infinity, numbers of endless length."""


class Table(dict[str, Any]):
    """An object of the file; `repeated` is a name that it holds more than once, or None."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated = None if len(self) == len(pairs) else _first_repeated(pairs)


def _first_repeated(pairs: list[tuple[str, Any]]) -> str | None:
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            return name
        seen.add(name)
    return None


def _as_it_is(value: Any) -> Any:
    return value


def _refusing(name: str, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`read`, with every refusal turned into the fault that names the type."""

    def strictly(raw: Any) -> Any:
        try:
            return read(raw)
        except (ValueError, TypeError, OverflowError, KnownError):
            raise FaultError(name) from None

    return strictly


def _kind(name: str, read: Callable[[Any], Any], write: Callable[[Any], Any] = _as_it_is) -> Kind:
    return Kind(name, _refusing(name, read), write)


def _string(raw: Any) -> str:
    if type(raw) is not str:
        raise TypeError
    return raw


def text(most: int = LONGEST_TEXT, *, is_required: bool = False) -> Kind:
    """Words that a person wrote, of at most `most` characters; one that is required is not blank."""

    def read(raw: Any) -> str:
        words = _string(raw)
        words.encode()  # half a surrogate pair is no character: UnicodeEncodeError is a ValueError
        if len(words) > most or (is_required and not words.strip()):
            raise ValueError
        return words

    bound = "" if most == LONGEST_TEXT else f", at most {most}"
    least = ", not blank" if is_required else ""
    return _kind(f"text{least}{bound}", read)


def _read_parts(raw: Any) -> str:
    if type(raw) is not list or not raw:
        raise TypeError
    words = [TEXT.read(part) for part in raw]
    if any(PART_MARK in part for part in words):
        raise ValueError
    return PART_MARK.join(words)


def _matched(pattern: re.Pattern[str]) -> Callable[[Any], str]:
    def read(raw: Any) -> str:
        if pattern.fullmatch(_string(raw)) is None:
            raise ValueError
        return str(raw)

    return read


def _read_flag(raw: Any) -> bool:
    if type(raw) is not bool:
        raise TypeError
    return raw


def whole(low: int, high: int, name: str = "") -> Kind:
    """A whole number from `low` to `high`; true and false are none."""

    def read(raw: Any) -> int:
        if type(raw) is not int or not low <= raw <= high:
            raise ValueError
        return raw

    return _kind(name or f"whole number {low} to {high}", read)


def _read_date(raw: Any) -> date:
    found = date.fromisoformat(_string(raw))
    if found.isoformat() != raw:
        raise ValueError
    return require_possible(found)


def _write_moment(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _read_moment(raw: Any) -> datetime:
    found = datetime.fromisoformat(_string(raw))
    if found.tzinfo is not UTC or _write_moment(found) != raw:
        raise ValueError
    require_possible(found.date())
    return found


def _write_time(minutes: int) -> str:
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hours:02}:{rest:02}"


def _read_time(raw: Any) -> int:
    found = _TIME.fullmatch(_string(raw))
    if found is None:
        raise ValueError
    return int(found[1]) * MINUTES_AN_HOUR + int(found[2])


def time_until(latest: int) -> Kind:
    """A time of day from midnight up to so many minutes after it."""

    def read(raw: Any) -> int:
        minutes = _read_time(raw)
        if minutes > latest:
            raise ValueError
        return minutes

    return _kind(f"time 00:00 to {_write_time(latest)}", read, _write_time)


def _read_schedule(raw: Any) -> Any:
    if len(_string(raw)) > _LONGEST_SCHEDULE:
        raise ValueError
    return from_text(raw)


def word(codes: type[StrEnum]) -> Kind:
    """One word of a list."""
    by_word = {code.value: code for code in codes}

    def read(raw: Any) -> StrEnum:
        found = by_word.get(_string(raw))
        if found is None:
            raise ValueError
        return found

    return _kind(f"one of {', '.join(by_word)}", read, lambda code: code.value)


def optional(kind: Kind) -> Kind:
    """The same, or null."""

    def read(raw: Any) -> Any:
        try:
            return None if raw is None else kind.read(raw)
        except FaultError as fault:
            fault.expected = name
            raise

    name = f"{kind.name}; or null"
    return Kind(name, read, lambda value: None if value is None else kind.write(value))


def _read_codes(raw: Any) -> str:
    if type(raw) is not list or len(set(map(_string, raw))) != len(raw):
        raise TypeError
    return " ".join(CODE.read(code) for code in raw)


def _read_safety_answers(raw: Any) -> str:
    if not isinstance(raw, Table) or raw.repeated is not None:
        raise TypeError
    given = {SafetyQuestion(question): SafetyAnswer(answer) for question, answer in raw.items()}
    return "\n".join(f"{question.value}={given[question].value}" for question in SafetyQuestion if question in given)


def _write_safety_answers(lines: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in lines.splitlines())


TEXT: Final = text()
ID: Final = _kind("id", _matched(_ID))
CODE: Final = _kind("code", _matched(_CODE))
CURRENCY: Final = _kind("currency", _matched(_CURRENCY))
FLAG: Final = _kind("true or false", _read_flag)
DATE: Final = _kind("date", _read_date, date.isoformat)
MOMENT: Final = _kind("moment", _read_moment, _write_moment)
TIME: Final = _kind("time", _read_time, _write_time)
SCHEDULE: Final = _kind("schedule", _read_schedule, to_text)
SEQUENCE: Final = whole(1, LARGEST_NUMBER, "sequence")
POSITION: Final = whole(0, LARGEST_NUMBER, "position")
UTC_OFFSET: Final = whole(-MINUTES_A_DAY, MINUTES_A_DAY)
CLOCK_BEHIND: Final = whole(0, (LATEST_DAY - EARLIEST_DAY).days * MINUTES_A_DAY)
SURENESS: Final = whole(0, 10)
PARTS: Final = _kind("parts", _read_parts, lambda words: words.split(PART_MARK))
CODES: Final = _kind("codes", _read_codes, str.split)
SAFETY_ANSWERS: Final = _kind("safety answers", _read_safety_answers, _write_safety_answers)
