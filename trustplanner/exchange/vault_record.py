"""The record of a vault between two days, for what leaves the program without a window."""

from datetime import date

from trustplanner.charts.ranges import Range, beginning, first_day
from trustplanner.domain.record import Record, build_record
from trustplanner.domain.sessions import last_session_day
from trustplanner.domain.settings import day_start_of
from trustplanner.exchange.closed_by_safety import require_open
from trustplanner.exchange.readers import Reader
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.sessions import sessions


def record_between(vault: Reader, today: date, first: date | None = None, last: date | None = None) -> Record:
    """The record from `first` to `last`, by default from the first day until now.

    Raises:
        RuleError: STOPPED or ENDING_FIRST, as on the screens: charts and what stands behind them are closed then.
    """
    require_open(vault)
    day_start = day_start_of(vault.read(settings))
    return build_record(
        vault.read(histories),
        today,
        first,
        last,
        vault.read(events),
        vault.read(sessions),
        day_start,
        vault.read(hard_days),
    )


def record_of_range(vault: Reader, today: date, chosen: Range) -> Record:
    """The record of one of the chart's ranges, up to today.

    Raises:
        RuleError: STOPPED, ENDING_FIRST.
    """
    require_open(vault)
    known = vault.read(histories)
    happened, met = vault.read(events), vault.read(sessions)
    begins = beginning(
        (terms.starts_on for history in known for terms in history.terms), (event.day for event in happened), today
    )
    last_session = last_session_day((session.day for session in met), today)
    first = first_day(chosen, begins, today, last_session)
    day_start = day_start_of(vault.read(settings))
    return build_record(known, today, first, None, happened, met, day_start, vault.read(hard_days))
