"""The paragraph, the cards and the summary say what the record holds, in plain English."""

from datetime import date, timedelta

import pytest

from tests.charts.drawn_artists import view_of
from tests.charts.sample_records import (
    TODAY,
    answer,
    answers,
    drawn_history,
    drawn_record,
    event,
    heard,
    history,
    long_record,
    named_records,
    pause,
    record_of,
    session,
    telling,
    terms,
)
from trustplanner.charts.cards import card
from trustplanner.charts.figures_in_words import mark_in_words
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.view import ChartView
from trustplanner.charts.words import paragraph, summary
from trustplanner.domain.answers import AnswerRow, How, Value
from trustplanner.domain.commitments import Direction
from trustplanner.domain.events import EventKind
from trustplanner.domain.record import Record, build_record
from trustplanner.domain.schedules import daily, on_month_day
from trustplanner.domain.views import View

RECORDS = named_records()
FIRST = date(2026, 3, 2)


def said(record: Record) -> list[str]:
    view = view_of(record)
    return paragraph(view, recovery_sentences(view.today))


def cards(view: ChartView) -> dict[date, str]:
    words = recovery_sentences(view.today)
    return {bar.starts_on: card(view, place, words).spoken for place, bar in enumerate(view.bars)}


def test_the_story_reads_as_in_the_design() -> None:
    assert said(drawn_record()) == [
        (
            "From 26 January to today “Ring at six” was due 72 times: 54 kept, 3 partly, 8 missed, 7 not answered "
            "(and 2 not applicable)."
        ),
        "4 answers were written after their day had closed.",
        "Of the 8 misses, 4 were told before being asked, 2 were told when asked, 2 were found out.",
        (
            "In the last 28 days (terms changed on 27 April): 16 of 19 kept, 2 missed, 1 not answered; "
            "known range 84 to 89 %."
        ),
        "Paused from 2 to 6 March.",
        "The terms changed on 27 April (only the wording).",
        (
            "On the line of events: disclosure on 14 January, apology offered on 14 April, setback on 28 March "
            "and 8 sessions."
        ),
    ]


def test_on_paper_today_is_a_date() -> None:
    view = view_of(drawn_record())
    words = " ".join(paragraph(view, recovery_sentences(TODAY).on_paper()))
    assert "From 26 January to 15 May 2026" in words
    assert "In the 28 days to 15 May 2026 (terms changed on 27 April)" in words
    assert "today" not in words


def test_a_past_end_is_said_as_its_date() -> None:
    words = " ".join(said(build_record([drawn_history()], TODAY, last=date(2026, 4, 3))))
    assert "From 26 January to 3 April" in words
    assert "In the 28 days to 3 April:" in words


def test_an_older_day_has_its_year() -> None:
    assert "From 16 May 2025 to today" in said(long_record(1))[0]


@pytest.mark.parametrize("name", RECORDS)
def test_a_share_is_said_only_from_five_due(name: str) -> None:
    view = view_of(RECORDS[name]())
    words = " ".join(paragraph(view, recovery_sentences(view.today)))
    has_rate = view.window is not None and view.window.due >= 5
    assert ("%" in words) == has_rate
    assert "%" not in "".join(cards(view).values())


def test_four_due_have_counts_and_no_share() -> None:
    sentences = said(record_of("kkkm"))
    assert "In the 28 days to 5 March: 3 of 4 kept, 1 missed, all answered; a range is shown from 5 due." in sentences
    assert view_of(record_of("kkkm")).band == ()


def test_five_due_have_a_share_beside_their_count() -> None:
    assert "In the 28 days to 6 March: 4 of 5 kept, 1 missed, all answered; share 80 %." in said(record_of("kkkkm"))


def test_the_worked_example_of_the_known_range() -> None:
    words = " ".join(said(record_of("kkkkkkpm..nn")))
    assert "6 of 10 kept, 1 partly, 1 missed, 2 not answered (and 2 not applicable); known range 65 to 85 %" in words


def test_ten_unanswered_are_known_from_nothing_to_all() -> None:
    words = " ".join(said(record_of("." * 10)))
    assert "was due 10 times: 0 kept, 10 not answered." in words
    assert "known range 0 to 100 %" in words
    assert "Nothing to tell" not in words, "nobody knows whether there were misses"


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (How.TOLD_FIRST, "The one miss was told before being asked."),
        (How.WHEN_ASKED, "The one miss was told when asked."),
        (How.FOUND_OUT, "The one miss was found out."),
        (How.NOT_YET, "The one miss is not told yet."),
        (How.NOT_WELCOME, "Telling the one miss is not welcome."),
        (None, "How the one miss came out is not recorded."),
    ],
)
def test_one_miss_is_said_in_the_singular(how: How | None, expected: str) -> None:
    told = () if how is None else (telling(FIRST, how),)
    assert expected in said(record_of("mkkkk", tellings=told))


def test_many_misses_are_counted_by_how_they_came_out() -> None:
    told = (
        telling(FIRST, How.NOT_YET),
        telling(FIRST + timedelta(days=1), How.NOT_WELCOME),
        telling(FIRST + timedelta(days=2), How.FOUND_OUT),
    )
    assert (
        "Of the 4 misses, none was told before being asked, 1 was found out, 1 is not told yet, "
        "1 is not welcome to tell, 1 has no record of how it came out." in said(record_of("mmmmk", tellings=told))
    )


def test_no_misses_are_nothing_to_tell_and_no_hundred_percent_told() -> None:
    assert "Nothing to tell." in said(record_of("kkkkkk"))


def test_one_of_each_is_said_in_the_singular() -> None:
    first = "On 2 March “Ring at six” was due once: 1 kept, all answered."
    assert said(record_of("k"))[0] == first
    assert "One answer was written after its day had closed." in said(record_of("lk"))
    one = build_record([history([])], TODAY, sessions=[session(TODAY)])
    assert said(one)[-1] == "On the line of events: one session."


def test_nothing_due_is_said_so() -> None:
    assert said(record_of("nnn"))[:2] == [
        "From 2 March to 4 March nothing was due for “Ring at six”.",
        "3 days were not applicable.",
    ]


def test_a_changed_closed_day_is_said_and_points_to_the_table() -> None:
    day = FIRST.toordinal()
    rows = (AnswerRow(day, Value.MISSED, day), AnswerRow(day, Value.KEPT, day + 5))
    made = build_record([history(rows, schedule=daily(), starts_on=FIRST)], FIRST + timedelta(days=7))
    assert "One closed day was changed later; the table shows the earlier answer." in said(made)


@pytest.mark.parametrize(
    ("their_view", "said_of_it"),
    [
        (View.AGREES, "agreed"),
        (View.DISAGREES, "not agreed"),
        (View.NOT_ASKED, "not asked"),
        (View.NOT_WELCOME, "asking not welcome"),
    ],
)
def test_easing_is_said_with_what_they_said_to_it(their_view: View, said_of_it: str) -> None:
    eased = terms(date(2026, 5, 2), seq=2, direction=Direction.EASIER)
    known = history([], terms_=(terms(date(2026, 1, 26)), eased), views=[heard(their_view, eased)])
    record = build_record([known], TODAY)
    assert f"The terms changed on 2 May (easier, {said_of_it})." in said(record)
    assert f"Terms easier, {said_of_it}: 2 May." in cards(view_of(record))[date(2026, 4, 27)]


def test_what_is_made_stricter_asks_for_no_view() -> None:
    stricter = terms(date(2026, 5, 2), seq=2, direction=Direction.STRICTER)
    record = build_record([history([], terms_=(terms(date(2026, 1, 26)), stricter))], TODAY)
    assert "The terms changed on 2 May (stricter)." in said(record)


def test_a_window_of_twelve_items_is_said_as_such() -> None:
    made = history([], schedule=on_month_day(1), starts_on=date(2024, 1, 1))
    words = " ".join(said(build_record([made], TODAY)))
    assert "Of the last 12 due: 0 of 12 kept, 12 not answered; known range 0 to 100 %." in words


def test_many_pauses_and_events_are_counted_instead_of_listed() -> None:
    words = " ".join(said(long_record(10)))
    assert "Paused on 90 days, in 9 stretches." in words
    assert "22 setbacks and 130 sessions" in words


def test_a_shift_is_named_with_its_weeks_and_without_praise() -> None:
    words = " ".join(said(record_of("mmmmmmk" * 8 + "kkkkkkm" * 8)))
    assert "The weeks do not look like chance around one level: 8 of 16 in a row lay on the same side" in words
    assert "chance" not in " ".join(said(drawn_record()))


def test_the_card_of_a_week_reads_as_in_the_design() -> None:
    view = view_of(drawn_record())
    found = card(view, view.bar_of(date(2026, 3, 25)), recovery_sentences(TODAY))
    assert found.title == "Monday 23 to Sunday 29 March"
    assert found.counts == "2 of 5 kept, 2 missed, 1 not answered"
    assert found.notes == (
        "2 misses: found out after 3 hours; told first after 3 hours.",
        "Session: 24 March. Setback: 28 March.",
    )
    assert (found.first, found.last) == (date(2026, 3, 23), date(2026, 3, 29))


@pytest.mark.parametrize("name", RECORDS)
def test_a_card_has_at_most_five_lines_and_says_every_event_of_its_days(name: str) -> None:
    view = view_of(RECORDS[name]())
    words = recovery_sentences(view.today)
    for place, bar in enumerate(view.bars):
        found = card(view, place, words)
        assert len(found.notes) <= 3
        for mark in view.marks_within(bar.first, bar.last):
            assert mark_in_words(mark, words)[:5] in found.spoken
            assert str(mark.day.day) in found.spoken


def test_several_sessions_are_one_sentence() -> None:
    met = [session(date(2026, 1, day)) for day in (6, 20)]
    found = cards(view_of(build_record([history([], starts_on=date(2025, 6, 1))], TODAY, sessions=met)))
    assert "Sessions: 6 and 20 January." in found[date(2026, 1, 1)]


def test_a_card_says_telling_before_it_was_due_and_a_pause() -> None:
    found = cards(view_of(drawn_record()))
    assert "One miss: told first before it was due." in found[date(2026, 4, 27)]
    assert found[date(2026, 3, 2)] == "Monday 2 to Sunday 8 March. Nothing was due. Paused: 2 to 6 March."
    assert "Monday 26 January to Sunday 1 February." in found[date(2026, 1, 26)]


def test_the_card_of_the_running_week_ends_today() -> None:
    assert cards(view_of(drawn_record()))[date(2026, 5, 11)].startswith("Monday 11 to Friday 15 May.")


def test_a_month_has_its_name_and_year_and_a_cut_one_its_days() -> None:
    found = cards(view_of(long_record(1)))
    assert found[date(2025, 5, 1)].startswith("16 to 31 May 2025.")
    assert found[date(2025, 6, 1)].startswith("June 2025.")
    assert found[date(2026, 2, 1)].startswith("February.")
    assert found[date(2026, 5, 1)].startswith("1 to 15 May.")


@pytest.mark.parametrize(
    ("days", "minute", "at", "expected"),
    [
        (0, 18 * 60 + 1, 18 * 60, "after 1 minute"),
        (0, 18 * 60, 18 * 60, "within a minute"),
        (0, 19 * 60, 18 * 60, "after 1 hour"),
        (1, 9 * 60, 18 * 60, "after 15 hours"),
        (3, 18 * 60, 18 * 60, "after 3 days"),
        (0, 8 * 60, 18 * 60, "before it was due"),
        (0, None, None, "the same day"),
        (1, None, None, "the next day"),
        (5, None, None, "after 5 days"),
        (-1, None, None, "before it was due"),
    ],
)
def test_the_time_to_telling_is_said(days: int, minute: int | None, at: int | None, expected: str) -> None:
    made = history(
        [answer(FIRST, "m")],
        terms_=(terms(FIRST, daily(), at_minute=at),),
        tellings=[telling(FIRST, How.TOLD_FIRST, days, minute)],
    )
    view = view_of(build_record([made], FIRST + timedelta(days=6)))
    assert f"One miss: told first {expected}." in cards(view)[FIRST]


def test_times_of_several_misses_are_listed_while_they_are_few() -> None:
    told = [telling(FIRST + timedelta(days=n), How.TOLD_FIRST, n, 19 * 60) for n in range(4)]
    three = cards(view_of(record_of("mmmkkkk", tellings=told)))
    assert "3 misses: 3 told first after 1 hour, after 25 hours and after 2 days." in three[FIRST]
    four = cards(view_of(record_of("mmmmkkk", tellings=told)))
    assert "4 misses: 4 told first." in four[FIRST]


@pytest.mark.parametrize("name", RECORDS)
def test_cards_add_up_to_the_paragraph(name: str) -> None:
    view = view_of(RECORDS[name]())
    words = recovery_sentences(view.today)
    kept = due = 0
    for place, bar in enumerate(view.bars):
        counts = card(view, place, words).counts
        if bar.counts.due:
            k, _, n, *_ = counts.split()
            kept, due = kept + int(k), due + int(n)
        else:
            assert counts.startswith("Nothing was due.")
    assert (kept, due) == (view.counts.kept, view.counts.due)
    first = paragraph(view, words)[0]
    assert f"{view.counts.kept} kept" in first if due else "nothing was due" in first


def test_the_summary_names_the_commitment_and_holds_the_paragraph() -> None:
    view = view_of(drawn_record())
    words = recovery_sentences(TODAY)
    spoken = summary(view, words)
    assert spoken.startswith("Recovery chart of “Ring at six”. ")
    assert spoken.endswith(" ".join(paragraph(view, words)))


def test_a_right_to_left_name_does_not_turn_the_sentence() -> None:
    assert "\u2068להתקשר\u2069" in said(drawn_record("להתקשר"))[0]


def test_no_sentence_shouts_praises_or_forecasts() -> None:
    for make in RECORDS.values():
        view = view_of(make())
        words = " ".join([*paragraph(view, recovery_sentences(view.today)), *cards(view).values()]).lower()
        for word in ("!", "well done", "great", "streak", "progress", "improv", "trust ", "score", "will be"):
            assert word not in words.replace(view.title.lower(), "")


def test_pauses_of_a_day_and_over_months_are_said() -> None:
    one = record_of("kkk.kkk", pauses=(pause(FIRST + timedelta(days=3), FIRST + timedelta(days=3)),))
    assert "Paused on 5 March." in said(one)
    two = record_of("." * 40, pauses=(pause(date(2026, 3, 30), date(2026, 4, 3)),))
    assert "Paused from 30 March to 3 April." in said(two)
    assert "Paused: 30 March to 3 April." in cards(view_of(two))[date(2026, 3, 30)]


def test_few_events_are_named_and_many_counted() -> None:
    days = [date(2026, 4, n) for n in (1, 8, 15, 22)]
    record = build_record([history([])], TODAY, events=[event(day, EventKind.APOLOGY) for day in days[:2]])
    assert said(record)[-1] == "On the line of events: apology offered on 1 and 8 April."
    record = build_record([history([])], TODAY, events=[event(day, EventKind.APOLOGY) for day in days])
    assert said(record)[-1] == "On the line of events: 4 apologies offered."


def test_answers_in_the_sum_are_the_ones_said() -> None:
    record = build_record([history(answers(FIRST, "kpm.n"), schedule=daily(), starts_on=FIRST)], date(2026, 3, 9))
    counts = record.commitments[0].counts
    assert said(record)[0] == (
        f"From 2 March to today “Ring at six” was due {counts.due} times: 1 kept, 1 partly, 1 missed, "
        f"{counts.unanswered} not answered (and 1 not applicable)."
    )
