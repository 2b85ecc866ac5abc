"""R17: the promise day and what is open, in every zone around every change of its clocks from 2000 to 2037.

The program's way is asked: the C library's local time, then `now_at`, `is_open` and `days_late`. What it must say is
told by whole seconds: the changes of the zone, found by bisection in Python's own zone data, and one division. The two
share neither a source of zones nor a line of arithmetic.
"""

import os
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from itertools import chain, pairwise
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, available_timezones

from trustplanner.actions.runner import now_at
from trustplanner.domain.days import DayStart, days_late, is_open

YEARS = (2000, 2037)
DAY_STARTS = (0, 3 * 60, 6 * 60)
HOUR, DAY_LONG = 3600, 86400
STEP = DAY_LONG  # clocks that changed twice within a day would be noticed while the change is looked for
AWAY = (2, 26, 50)  # hours after a change, and as many before it
UNIX = date(1970, 1, 1).toordinal()
GOAL = 1_400_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one second on (since 1970, UTC) the wall clock is `ahead` seconds ahead."""

    since: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found in the zones of one family."""

    zones: int = 0
    changes: int = 0
    cases: int = 0
    wrong: int = 0
    seconds: float = 0.0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.zones + other.zones,
            self.changes + other.changes,
            self.cases + other.cases,
            self.wrong + other.wrong,
            self.seconds + other.seconds,
        )

    def line(self, name: str) -> str:
        """One line of the table."""
        return (
            f"     {name:<12} {self.zones:>4} zones {self.changes:>7,} changes {self.cases:>10,} cases "
            f"{self.wrong:>3} wrong {self.seconds:>7.1f} s"
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """The whole run as the lines that are printed."""

    families: dict[str, Tally]
    total: Tally

    @property
    def is_reached(self) -> bool:
        """Whether nothing was wrong in enough cases."""
        return not self.total.wrong and self.total.cases >= GOAL

    def line(self) -> str:
        """The table, with its goal."""
        reached = "reached" if self.is_reached else "not reached"
        return "\n".join(
            [
                "R17  the promise day in all zones, 2000 to 2037",
                *(tally.line(name) for name, tally in sorted(self.families.items())),
                self.total.line("all"),
                f"     goal 0 wrong of {GOAL:,}: {reached}",
            ]
        )


def run() -> list[Counted]:
    """Every zone there is, three day starts, around every change."""
    families: dict[str, Tally] = {}
    total = Tally()
    for key in sorted(available_timezones()):
        tally = compare(key)
        family = key.partition("/")[0] if "/" in key else "others"
        families[family] = families.get(family, Tally()).plus(tally)
        total = total.plus(tally)
    return [Counted(families, total)]


# What it must be: whole seconds and one division


def changes(zone: ZoneInfo, years: tuple[int, int] = YEARS) -> list[Stretch]:
    """The stretches of a zone between which its clocks change, from the first year to the end of the last."""
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (years[0], years[1] + 1))
    stretches = [Stretch(first, _ahead_in(zone, first))]
    steps = ((second, _ahead_in(zone, second)) for second in range(first, last + STEP, STEP))
    for (low, before), (high, after) in pairwise(steps):
        if before != after:
            change = _change_between(zone, low, high)
            stretches.append(Stretch(change, _ahead_in(zone, change)))
    return stretches


def _change_between(zone: ZoneInfo, low: int, high: int) -> int:
    """The first second of the one change after `low`, and not after `high`."""
    before, after = _ahead_in(zone, low), _ahead_in(zone, high)
    while high - low > 1:
        middle = (low + high) // 2
        at_middle = _ahead_in(zone, middle)
        assert at_middle in (before, after), zone.key
        low, high = (middle, high) if at_middle == before else (low, middle)
    return high


def _ahead_in(zone: ZoneInfo, second: int) -> int:
    found = datetime.fromtimestamp(second, zone).utcoffset()
    assert found is not None
    return round(found.total_seconds())


def _ahead_at(second: int, stretches: list[Stretch]) -> int:
    """How far ahead the wall clock is; before the first stretch as in it."""
    found = bisect_right(stretches, second, key=lambda stretch: stretch.since)
    return stretches[max(0, found - 1)].ahead


def must_be_today(second: int, ahead: int, start: int) -> int:
    """The promise day as days since 1970: the wall clock's seconds, less the day start, in whole days."""
    return (second + ahead - start * 60) // DAY_LONG


def must_be_open(day: int, second: int, ahead: int, start: int) -> bool:
    """Whether the wall clock has not yet come to the day start two days later."""
    return second + ahead < (day + 2) * DAY_LONG + start * 60


# Comparing


def compare(key: str, starts: tuple[int, ...] = DAY_STARTS, years: tuple[int, int] = YEARS) -> Tally:
    """Ask the program about one zone, and count where it says another day than it must, or other days open."""
    began = time.perf_counter()
    stretches = changes(ZoneInfo(key), years)
    with _local_time(key) as local:
        cases = wrong = 0
        for second in chain.from_iterable(_moments(*pair) for pair in pairwise(stretches)):
            moment, ahead = local(second), _ahead_at(second, stretches)
            for start in starts:
                cases += 1
                wrong += not is_right(moment, second, ahead, start)
    return Tally(1, len(stretches) - 1, cases, wrong, time.perf_counter() - began)


def is_right(moment: datetime, second: int, ahead: int, start: int) -> bool:
    """Whether the program says the day that it must, and of the days around it what is open and how late it is."""
    now = now_at(moment, DayStart(start))
    today = must_be_today(second, ahead, start)
    if (now.today.toordinal() - UNIX, now.utc_offset * 60) != (today, ahead):
        return False
    for day in range(today - 3, today + 2):
        item = date.fromordinal(day + UNIX)
        may_wait = must_be_open(day, second, ahead, start)
        if is_open(item, now.today) != may_wait or (days_late(item, now.today) == 0) != may_wait:
            return False
    return True


def _moments(before: Stretch, after: Stretch) -> set[int]:
    """Seconds around the change between two stretches.

    At the change and a second off; the hours around it; and each day start and midnight of the days around it, to the
    second, in the clock before and after.
    """
    change = after.since
    found = {change - 1, change, change + 1}
    found |= {change + sign * hours * HOUR for hours in AWAY for sign in (-1, 1)}
    for ahead in (before.ahead, after.ahead):
        midnight = (change + ahead) // DAY_LONG * DAY_LONG - ahead
        for start in DAY_STARTS:
            for days in (-1, 0, 1, 2):
                begins = midnight + days * DAY_LONG + start * 60
                found |= {begins - 1, begins}
    return found


@contextmanager
def _local_time(key: str) -> Iterator[Callable[[int], datetime]]:
    """How the program reads the clock in this zone, for a second since 1970; the process is in the zone meanwhile."""
    if not hasattr(time, "tzset"):
        zone = ZoneInfo(key)
        yield lambda second: datetime.fromtimestamp(second, zone)
        return
    before = os.environ.get("TZ")
    os.environ["TZ"] = f":{_file_of(key)}"
    time.tzset()
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    try:
        yield lambda second: (epoch + timedelta(seconds=second)).astimezone()
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def _file_of(key: str) -> Path:
    """The file of a zone from which Python takes it, too: the system's, else the one that came with it."""
    found = (Path(folder) / key for folder in TZPATH)
    packed = Path(str(resources.files("tzdata") / "zoneinfo" / key))
    return next((path for path in found if path.is_file()), packed)
