"""A month looked back on: counts per commitment and how the misses came out, as far as the month has gone."""

from datetime import date

from tests.builders import a_history, a_telling, on, row, some_terms
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Stance
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.items import History
from trustplanner.domain.look_back import MonthOfOne, last_of_month, look_back

TODAY = on("06-04")


def month(history: History, first: date, today: date = TODAY) -> tuple[MonthOfOne, ...]:
    return look_back([history], first, today, FIRST_DAY_START)


def test_a_month_ends_with_its_own_last_day() -> None:
    assert [last_of_month(date(2028, number, 1)).day for number in (2, 4, 12)] == [29, 30, 31]


def test_a_month_counts_its_own_days_only_and_its_misses_by_how_they_came_out() -> None:
    answers = [
        row(on("05-29"), Value.KEPT),
        row(on("05-30"), Value.MISSED),
        row(on("05-31"), Value.MISSED),
        row(on("06-01"), Value.PARTLY),
        row(on("06-02"), Value.NOT_APPLICABLE),
    ]
    tellings = [a_telling(on("05-30"), How.FOUND_OUT)]
    history = a_history(some_terms(starts_on=on("05-28")), answers, tellings=tellings, title="Ring at six")
    [may] = month(history, on("05-01"))
    assert (may.title, may.counts.kept, may.counts.missed, may.counts.unanswered) == ("Ring at six", 1, 2, 1)
    assert {how: number for how, number in may.how.items() if number} == {How.FOUND_OUT: 1, None: 1}
    [june] = month(history, on("06-01"))
    assert (june.counts.due, june.counts.partly, june.counts.not_applicable) == (1, 1, 1), "the open days are in no sum"


def test_what_asked_for_nothing_is_left_out_and_so_is_a_month_to_come() -> None:
    history = a_history(some_terms(starts_on=on("05-28")))
    assert month(history, on("04-01")) == ()
    assert month(history, on("07-01")) == ()


def test_a_commitment_that_has_ended_since_keeps_its_misses() -> None:
    first = some_terms(starts_on=on("05-04"))
    ended = some_terms(starts_on=on("05-20"), seq=2, stance=Stance.ENDED)
    [may] = month(a_history([first, ended], [row(on("05-05"), Value.MISSED)]), on("05-01"))
    assert may.counts.missed == 1
