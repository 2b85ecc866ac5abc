"""Ratings over sessions: in order, apart where the words changed, never one figure."""

from datetime import timedelta

from tests.builders import MONDAY, NOON
from trustplanner.domain.session_notes import Around, SessionRating, rating_id
from trustplanner.domain.session_ratings import rating_rows
from trustplanner.domain.sessions import Session

WEEK = timedelta(weeks=1)
SESSIONS = [Session(str(n), MONDAY + n * WEEK, None, "", NOON) for n in range(4)]


def rated(session: str, value: int, wording: int = 1, around: Around = Around.BEFORE) -> SessionRating:
    return SessionRating(rating_id(session, around, "week"), session, around, "week", wording, value, NOON)


def test_a_row_is_in_the_order_of_the_sessions() -> None:
    [row] = rating_rows([rated("2", 7), rated("0", 3)], SESSIONS)
    [stretch] = row.stretches
    assert stretch.answers == ((MONDAY, 3), (MONDAY + 2 * WEEK, 7))
    assert row.count == 2


def test_another_wording_breaks_the_line() -> None:
    [row] = rating_rows([rated("0", 3), rated("1", 4, wording=2), rated("2", 5, wording=2)], SESSIONS)
    assert [(stretch.wording, len(stretch.answers)) for stretch in row.stretches] == [(1, 1), (2, 2)]


def test_before_stands_before_after() -> None:
    rows = rating_rows([rated("0", 3, around=Around.AFTER), rated("0", 2)], SESSIONS)
    assert [row.around for row in rows] == [Around.BEFORE, Around.AFTER]


def test_nothing_rated_is_no_row() -> None:
    assert rating_rows([], SESSIONS) == []
    assert rating_rows([rated("gone", 3)], SESSIONS) == []
