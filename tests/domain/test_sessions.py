"""The boundary of "since last session", and the session that comes next."""

from datetime import date

import pytest

from tests.builders import NOON, on
from trustplanner.domain.sessions import Session, last_session_day, next_session


def session(day: str, at_minute: int | None = None, name: str = "") -> Session:
    return Session(name or day, on(day), at_minute, "Dr Lee", NOON)


@pytest.mark.parametrize(
    ("held", "today", "boundary"),
    [
        ([], "05-20", None),
        (["05-06", "05-13"], "05-20", "05-13"),
        (["05-13", "05-06", "05-27"], "05-20", "05-13"),
        (["05-06", "05-13"], "05-13", "05-06"),  # today's is the one being prepared
        (["05-13", "05-13"], "05-20", "05-13"),  # two on a day are one boundary
        (["05-27"], "05-20", None),
    ],
)
def test_since_last_session_begins_on_the_newest_session_day_before_today(
    held: list[str], today: str, boundary: str | None
) -> None:
    expected = None if boundary is None else on(boundary)
    assert last_session_day(map(on, held), on(today)) == expected


def test_the_next_session_is_the_earliest_from_today_on() -> None:
    found = next_session([session("05-27"), session("05-20"), session("05-13")], on("05-14"))
    assert found is not None
    assert found.day == on("05-20")


def test_todays_session_is_still_the_next_one() -> None:
    assert next_session([session("05-20")], on("05-20")) == session("05-20")


def test_two_sessions_of_a_day_come_in_the_order_of_their_times() -> None:
    morning, evening = session("05-20", 9 * 60, "morning"), session("05-20", 18 * 60, "evening")
    assert next_session([evening, morning], on("05-20")) == morning


def test_without_a_coming_session_there_is_none() -> None:
    assert next_session([session("05-13")], date(2026, 5, 14)) is None
