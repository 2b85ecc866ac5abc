"""The table holds the same numbers as the record."""

from datetime import date, timedelta

import pytest

from tests.charts.drawn_artists import view_of
from tests.charts.sample_records import drawn_record, history, named_records, record_of
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.table import COUNTED, Table, build_table
from trustplanner.charts.view import ChartView
from trustplanner.domain.answers import AnswerRow, Value
from trustplanner.domain.record import Counts, build_record
from trustplanner.domain.schedules import daily

RECORDS = named_records()


def table_of(view: ChartView) -> Table:
    return build_table(view, recovery_sentences(view.today))


@pytest.mark.parametrize("name", RECORDS)
def test_rows_add_up_to_the_record_in_numbers_and_in_words(name: str) -> None:
    record = RECORDS[name]()
    found = table_of(view_of(record))
    assert sum((row.counts for row in found.rows), Counts()) == record.commitments[0].counts == found.total.counts
    for place, counted in enumerate(COUNTED, start=1):
        shown = [int(row.cells[place]) for row in found.rows]
        assert sum(shown) == getattr(record.commitments[0].counts, counted) == int(found.total.cells[place])
    assert all(len(row.cells) == len(found.headings) for row in (*found.rows, found.total))


def test_a_row_of_the_story() -> None:
    found = table_of(view_of(drawn_record()))
    [row] = [row for row in found.rows if row.first == date(2026, 3, 23)]
    assert row.cells == (
        "Monday 23 to Sunday 29 March",
        "5",
        "2",
        "0",
        "2",
        "1",
        "0",
        "0",
        "11.5 to 12.5 of 15, 77 to 83 %",
        "24 March: found out, after 3 hours; 25 March: told first, after 3 hours",
        "",
        "Session, Setback",
    )
    assert found.total.cells[0] == "All"
    assert found.total.cells[9] == "4 of 8 told before being asked"


def test_a_row_in_words_says_counts_first_and_one_as_one() -> None:
    found = table_of(view_of(record_of("kkkkm")))
    assert found.rows[-1].in_words == (
        "5 due: 4 kept, 1 missed, all answered. Known range, 28 days: 4 of 5, 80 %. "
        "How the miss came out: not recorded (6 March)."
    )
    assert found.total.in_words == "5 due: 4 kept, 1 missed, all answered. How the one miss came out is not recorded."


@pytest.mark.parametrize("name", RECORDS)
def test_a_row_in_words_is_made_of_whole_sentences(name: str) -> None:
    found = table_of(view_of(RECORDS[name]()))
    for row in (*found.rows, found.total):
        assert row.in_words.endswith(".")
        assert ".." not in row.in_words
        assert all(sentence[0].isdigit() or sentence[0].isupper() for sentence in row.in_words.split(". "))
        assert row.in_words.startswith(f"{row.counts.due} due: " if row.counts.due else "Nothing was due.")


def test_a_share_stands_only_beside_its_count_and_from_five_due() -> None:
    few = table_of(view_of(record_of("kkkm")))
    assert not any("%" in cell for row in few.rows for cell in row.cells)
    five = table_of(view_of(record_of("kkkkm")))
    assert five.rows[-1].cells[8] == "4 of 5, 80 %"


def test_an_earlier_answer_of_a_closed_day_stays_readable() -> None:
    first = date(2026, 3, 2)
    day = first.toordinal()
    rows = (
        AnswerRow(day, Value.MISSED, day),
        AnswerRow(day, Value.TAKEN_BACK, day + 4),
        AnswerRow(day, Value.KEPT, day + 5),
    )
    made = build_record([history(rows, schedule=daily(), starts_on=first)], first + timedelta(days=7))
    found = table_of(view_of(made))
    assert found.rows[0].cells[10] == "2 March: missed (written 2 March), taken back (written 6 March)"
    assert found.total.cells[10] == "1"


def test_a_paused_week_has_a_row_that_says_so_and_a_silent_one_has_none() -> None:
    found = table_of(view_of(drawn_record()))
    [paused] = [row for row in found.rows if row.first == date(2026, 3, 2)]
    assert paused.cells[-1] == "Paused 2 to 6 March"
    assert not any(row.first == date(2026, 1, 19) for row in found.rows)


def test_long_ranges_have_a_row_a_month() -> None:
    found = table_of(view_of(RECORDS["one year"]()))
    assert found.headings[0] == "Month"
    assert len(found.rows) == 13
