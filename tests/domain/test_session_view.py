"""What a session looks at: since the last one, to the last count as the record has it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.builders import MONDAY, NOON, a_commitment, a_history, a_pause, a_telling, some_terms
from tests.builders import row as answered
from tests.domain.histories import Scene, scenes
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Direction, Stance
from trustplanner.domain.record import build_record
from trustplanner.domain.schedules import once
from trustplanner.domain.session_view import since_last
from trustplanner.domain.sessions import Session

DAY = timedelta(days=1)
TODAY = MONDAY + 10 * DAY


def a_session(day: date) -> Session:
    return Session(day.isoformat(), day, None, "Dr Lee", NOON)


def test_without_a_session_it_begins_where_everything_began() -> None:
    since = since_last([a_history(some_terms(starts_on=MONDAY))], [], TODAY)
    assert (since.first, since.last_session) == (MONDAY, None)


def test_with_nothing_at_all_it_is_today() -> None:
    since = since_last([], [], TODAY)
    assert (since.first, since.commitments, since.totals.due) == (TODAY, (), 0)


def test_two_sessions_on_a_day_are_one_boundary_and_that_of_today_is_none() -> None:
    day = MONDAY + 3 * DAY
    sessions = [a_session(day), replace(a_session(day), id="evening"), a_session(TODAY)]
    assert since_last([], sessions, TODAY).first == day


def test_a_session_before_the_first_commitment_is_a_boundary_all_the_same() -> None:
    since = since_last([a_history(some_terms(starts_on=MONDAY))], [a_session(MONDAY - 30 * DAY)], TODAY)
    assert since.first == MONDAY - 30 * DAY
    assert since.totals.due == 9


def test_what_ended_since_stays_so_that_misses_cannot_be_left_behind() -> None:
    terms = (
        some_terms(starts_on=MONDAY),
        some_terms(starts_on=MONDAY + 5 * DAY, seq=2, stance=Stance.ENDED, direction=Direction.EASIER),
    )
    history = replace(
        a_history(terms[0], [answered(MONDAY + 2 * DAY, Value.MISSED)]),
        terms=terms,
        tellings=(a_telling(MONDAY + 2 * DAY, How.TOLD_FIRST),),
    )
    [found] = since_last([history], [], TODAY).commitments
    assert found.stance is Stance.ENDED
    assert [miss.how for miss in found.misses] == [How.TOLD_FIRST]


def test_what_ended_before_is_left_out() -> None:
    terms = (
        some_terms(starts_on=MONDAY - 60 * DAY),
        some_terms(starts_on=MONDAY - 30 * DAY, seq=2, stance=Stance.ENDED, written_on=MONDAY - 37 * DAY),
    )
    history = replace(a_history(terms[0]), terms=terms)
    since = since_last([history], [a_session(MONDAY)], TODAY)
    assert (since.commitments, since.changes) == ((), ())


def test_terms_to_come_are_said_and_those_taken_back_are_not() -> None:
    eased = some_terms(starts_on=TODAY + 5 * DAY, seq=2, direction=Direction.EASIER, written_on=TODAY)
    back = replace(eased, seq=3, taken_back_at=NOON)
    history = replace(a_history(some_terms(starts_on=MONDAY - 9 * DAY)), terms=(some_terms(), eased, back))
    since = since_last([history], [a_session(TODAY - DAY)], TODAY)
    assert [change.terms.seq for change in since.changes] == [2]


def test_a_once_that_is_over_is_not_asked_for_any_more() -> None:
    over = a_history(some_terms(once(MONDAY - 20 * DAY), starts_on=MONDAY - 30 * DAY))
    to_come = a_history(some_terms(once(TODAY + DAY), starts_on=MONDAY))
    assert since_last([over], [a_session(MONDAY)], TODAY).commitments == ()
    [found] = since_last([to_come], [a_session(MONDAY)], TODAY).commitments
    assert (found.is_asked_for, found.items) == (True, ())


def test_a_pause_of_all_stands_once() -> None:
    pause = a_pause(MONDAY, MONDAY + 2 * DAY, commitment_id=None)
    every = [
        replace(a_history(some_terms()), commitment=a_commitment(id=name), pauses=(pause,)) for name in ("one", "two")
    ]
    [found] = since_last(every, [], TODAY).pauses
    assert found.commitment is None


@settings(max_examples=60, deadline=None)
@given(scene=scenes())
def test_counts_and_misses_are_those_of_the_record(scene: Scene) -> None:
    boundary = scene.today - 14 * DAY
    since = since_last([scene.history], [a_session(boundary)], scene.today)
    [record] = build_record([scene.history], scene.today, first=boundary).commitments
    counted = since.commitments[0].counts if since.commitments else record.counts
    assert counted == record.counts
    if since.commitments:
        assert since.commitments[0].misses == record.misses


@pytest.mark.parametrize("days", [0, 1, 40])
def test_older_answers_are_not_needed(days: int) -> None:
    begin = TODAY - 100 * DAY
    rows = [answered(begin + n * DAY, Value.KEPT) for n in range(99)]
    history = a_history(some_terms(starts_on=begin), rows)
    boundary = TODAY - days * DAY - DAY
    short = replace(history, answers=tuple(row for row in history.answers if row.day >= boundary.toordinal()))
    sessions = [a_session(boundary)]
    assert since_last([short], sessions, TODAY) == since_last([history], sessions, TODAY)
