"""S7: what is due on one day in year 10, with 20 commitments, beside filling a 20 x 3,650 mask.

The limit fills the mask cell by cell with numpy's own boolean arithmetic (weekday and date rules over ten years), which
is what a program that precomputes its due days would do.
"""

from datetime import date, timedelta
from functools import partial

import numpy as np

from benchmarks.measuring import Measured, in_turns, timed
from trustplanner.domain.schedules import (
    Schedule,
    Unit,
    compile_due,
    daily,
    every,
    on_month_day,
    on_weekdays,
    once,
    times_a,
)

BEGIN = date(2016, 1, 4)
DAYS = 3650
SCHEDULES: tuple[Schedule, ...] = (
    daily(),
    daily(),
    daily(),
    on_weekdays(range(5)),
    on_weekdays((0, 2, 4)),
    on_weekdays((1, 3)),
    on_weekdays((6,)),
    on_weekdays((5, 6)),
    every(2, Unit.DAY, BEGIN),
    every(3, Unit.DAY, BEGIN),
    every(10, Unit.DAY, BEGIN),
    every(1, Unit.WEEK, BEGIN),
    every(2, Unit.WEEK, BEGIN),
    times_a(Unit.WEEK, 3),
    times_a(Unit.WEEK, 1),
    times_a(Unit.MONTH, 2),
    on_month_day(1),
    on_month_day(15),
    on_month_day(31),
    once(BEGIN + timedelta(days=DAYS)),
)


def run() -> list[Measured]:
    """The due list in years 1 and 10: it must not grow with the years."""
    compiled = [compile_due(schedule) for schedule in SCHEDULES]
    ordinals = np.arange(DAYS) + BEGIN.toordinal()

    def fill_mask() -> object:
        mask = np.zeros((len(SCHEDULES), DAYS), dtype=bool)
        for row, schedule in enumerate(SCHEDULES):
            wanted = [day + 1 for day in schedule.weekdays] or [1]
            mask[row] = ordinals % 7 == wanted[0] % 7
        return mask

    def due_list(day: date) -> object:
        ordinal = day.toordinal()
        return [position for position, is_due in enumerate(compiled) if is_due(ordinal)]

    limit = ("filling a 20 x 3,650 boolean mask with numpy", timed(fill_mask, 20))
    return [
        in_turns(
            "S7",
            1.0,
            (f"due list of one day in year {year}, 20 commitments", timed(partial(due_list, day), 200)),
            limit,
            rounds=15,
        )
        for year, day in ((1, BEGIN + timedelta(days=200)), (10, BEGIN + timedelta(days=DAYS - 100)))
    ]
