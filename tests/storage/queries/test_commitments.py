"""Commitments with everything that their record needs, in the order it needs it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from tests.builders import MONDAY, NOON, a_commitment, a_pause, a_telling, on, row, some_terms
from trustplanner.domain.answers import Answer, DoneDay, MissReview, Value, miss_review_id
from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.items import History
from trustplanner.domain.views import TheirView, View
from trustplanner.storage.queries.commitments import (
    answer_rows,
    belongings,
    every_commitment,
    every_pause,
    histories,
    history_of,
    miss_review,
    repairs_after_misses,
    terms_of,
)
from trustplanner.storage.vault import Vault

DAY = timedelta(days=1)


def written(vault: Vault, *rows: Any) -> list[Any]:
    with vault.transaction() as unit:
        return [unit.put(each) for each in rows]


def an_answer(commitment_id: str, day: str, value: Value, written_on: str | None = None) -> Answer:
    return Answer(None, commitment_id, on(day), value, NOON, 120, on(written_on or day), 0, imported=False)


def a_done_day(commitment_id: str, day: str, *, taken_back: bool = False) -> DoneDay:
    return DoneDay(None, commitment_id, on(day), NOON, on(day), NOON if taken_back else None)


def a_review(commitment_id: str, day: str) -> MissReview:
    key = miss_review_id(commitment_id, on(day))
    return MissReview(key, commitment_id, on(day), "I forgot", "", "", "", "", None, None, None, None, NOON)


def a_view(terms_seq: int | None = None, pause_seq: int | None = None) -> TheirView:
    return TheirView(None, terms_seq, pause_seq, View.AGREES, on("05-06"), "", NOON, on("05-06"))


@pytest.fixture
def two(vault: Vault) -> tuple[Commitment, Commitment]:
    """Two commitments, the second one first in the person's order, each with rows written in a mixed order."""
    call, bills = a_commitment(position=2), a_commitment(id="bills", title="Bills", position=1)
    written(
        vault,
        call,
        bills,
        some_terms(seq=None),
        some_terms(seq=None, commitment_id="bills"),
        some_terms(seq=None, starts_on=on("05-20"), taken_back_at=NOON),
        an_answer("call", "05-06", Value.KEPT),
        an_answer("bills", "05-05", Value.PARTLY),
        an_answer("call", "05-05", Value.MISSED),
        an_answer("call", "05-05", Value.KEPT, "05-19"),
        a_done_day("call", "05-09"),
        a_done_day("call", "05-07"),
        a_done_day("call", "05-08", taken_back=True),
        replace(a_telling(on("05-06")), seq=None),
        replace(a_telling(on("05-05")), seq=None),
        replace(a_pause(on("05-10"), on("05-11")), seq=None),
        replace(a_pause(on("05-12"), on("05-13")), seq=None, commitment_id="bills"),
        a_review("call", "05-05"),
        a_view(terms_seq=3),
        a_view(pause_seq=1),
        a_view(pause_seq=2),
        a_view(terms_seq=3),
    )
    return call, bills


def test_commitments_come_in_the_order_the_person_gave_them(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    call, bills = two
    assert vault.read(every_commitment) == (bills, call)
    assert [history.commitment for history in vault.read(histories)] == [bills, call]


def test_terms_come_in_order_of_writing_with_those_taken_back(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    found = vault.read(terms_of, "call")
    assert [(row.seq, row.taken_back_at) for row in found] == [(1, None), (3, NOON)]
    assert vault.read(terms_of, "nobody") == ()


def test_answers_come_in_order_of_day_and_sequence(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    assert vault.read(answer_rows) == {
        "bills": (row(on("05-05"), Value.PARTLY),),
        "call": (
            row(on("05-05"), Value.MISSED),
            row(on("05-05"), Value.KEPT, on("05-19")),
            row(on("05-06"), Value.KEPT),
        ),
    }
    assert vault.read(answer_rows, "call", on("05-06")) == {"call": (row(on("05-06"), Value.KEPT),)}
    assert vault.read(answer_rows, "nobody") == {}


def test_answers_since_a_day_are_found_by_the_index_without_looking_at_older_ones(vault: Vault) -> None:
    def plans(connection: Connection) -> list[str]:
        said: list[str] = []

        @event.listens_for(connection, "before_cursor_execute")
        def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
            if not statement.startswith("EXPLAIN"):
                said.extend(row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values))

        answer_rows(connection, since=MONDAY)
        answer_rows(connection, "call", MONDAY)
        event.remove(connection, "before_cursor_execute", note)
        return [plan for plan in said if "answers" in plan]

    assert (
        vault.read(plans) == ["SEARCH answers USING COVERING INDEX ix_answers_record (commitment_id=? AND day>?)"] * 2
    )


def history(vault: Vault, commitment_id: str) -> History:
    found = vault.read(history_of, commitment_id)
    assert found is not None
    return found


def test_a_history_holds_what_the_record_needs(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    found = history(vault, "call")
    assert found.commitment == two[0]
    assert [terms.seq for terms in found.terms] == [1, 3]
    assert [answer.value for answer in found.answers] == [Value.MISSED, Value.KEPT, Value.KEPT]
    assert found.done_days == (on("05-07"), on("05-09")), "sorted, without the one taken back"
    assert [telling.day for telling in found.tellings] == [on("05-06"), on("05-05")], "in order of writing"
    assert [pause.commitment_id for pause in found.pauses] == [None], "its own and those of all"
    assert [view.seq for view in found.views] == [1, 2, 4], "of its terms and pauses, and of the pauses of all"


def test_the_history_of_one_is_the_same_among_all(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    assert vault.read(histories) == [history(vault, "bills"), history(vault, "call")]


def test_histories_since_a_day_hold_later_answers_and_tellings_and_everything_else(
    vault: Vault, two: tuple[Commitment, Commitment]
) -> None:
    since = on("05-06")
    whole = history(vault, "call")
    expected = replace(
        whole,
        answers=tuple(answer for answer in whole.answers if answer.day >= since.toordinal()),
        tellings=tuple(telling for telling in whole.tellings if telling.day >= since),
    )
    assert vault.read(history_of, "call", since) == expected
    assert vault.read(histories, since)[1] == expected
    assert (len(expected.answers), len(expected.tellings), len(expected.done_days)) == (1, 1, 2)


def test_an_unknown_commitment_has_no_history(vault: Vault) -> None:
    assert vault.read(history_of, "nobody") is None
    assert vault.read(histories) == []


def test_pauses_come_in_order_of_writing(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    assert [pause.starts_on for pause in vault.read(every_pause)] == [on("05-10"), on("05-12")]


def test_the_steps_after_a_miss_are_found_by_its_day(vault: Vault, two: tuple[Commitment, Commitment]) -> None:
    assert vault.read(miss_review, "call", on("05-05")) == a_review("call", "05-05")
    assert vault.read(miss_review, "call", on("05-06")) is None


def test_repairs_after_misses_are_those_promised_and_not_done_for_what_still_stands_as_missed(vault: Vault) -> None:
    def promised(day: str, by: str | None, **changes: Any) -> MissReview:
        due = on(by) if by else None
        return replace(a_review("call", day), repair="I ring at seven", repair_by=due, **changes)

    days = ("05-04", "05-05", "05-06", "05-07", "05-08")
    written(vault, a_commitment(), some_terms(seq=None))
    written(vault, *(an_answer("call", day, Value.MISSED) for day in days))
    written(vault, an_answer("call", "05-08", Value.KEPT, "05-09"))
    written(
        vault,
        promised("05-04", "05-20"),
        promised("05-05", "05-10"),
        promised("05-06", "05-10", repair_done_on=on("05-10")),
        a_review("call", "05-07"),
        promised("05-08", "05-10"),
    )
    assert [review.day for review in vault.read(repairs_after_misses)] == [on("05-05"), on("05-04")]


def test_what_belongs_to_a_commitment_is_every_row_but_the_pauses_of_all(
    vault: Vault, two: tuple[Commitment, Commitment]
) -> None:
    assert [type(row).__name__ for row in vault.read(belongings, "call")] == [
        *["TheirView"] * 2,
        *["Terms"] * 2,
        *["Answer"] * 3,
        *["DoneDay"] * 3,
        *["Telling"] * 2,
        "MissReview",
    ]
    assert [type(row).__name__ for row in vault.read(belongings, "bills")] == [
        "TheirView",
        "Terms",
        "Pause",
        "Answer",
    ]


def test_ten_years_of_answers_come_back_whole(vault: Vault) -> None:
    days = [MONDAY + at * DAY for at in range(3652)]
    with vault.transaction() as unit:
        unit.put(a_commitment())
        for day in days:
            unit.put(Answer(None, "call", day, Value.KEPT, NOON, 0, day, 0, imported=False))
    rows = vault.read(answer_rows)["call"]
    assert rows == tuple(row(day, Value.KEPT) for day in days)


def test_terms_lie_in_the_vault_as_they_were_written(vault: Vault) -> None:
    _, terms = written(vault, a_commitment(), some_terms(seq=None))
    assert isinstance(terms, Terms)
    assert vault.read(terms_of, "call") == (terms,)
