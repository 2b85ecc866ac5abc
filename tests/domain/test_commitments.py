"""Terms over time, notice, what counts as easing, and pauses."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, NOON, a_pause, on, some_terms
from trustplanner.domain.commitments import (
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    Direction,
    Reason,
    Stance,
    Terms,
    check_pause,
    check_words,
    is_tightening,
    paused_spans,
    pending,
    segments,
    sentence,
    settled,
    start_of_change,
    start_of_easing,
    terms_on,
    time_is_eased,
    will_of,
)
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.schedules import (
    Schedule,
    Unit,
    daily,
    every,
    on_month_day,
    on_weekdays,
    once,
    times_a,
)

WEDNESDAY = on("05-06")


def stretches(*rows: Terms) -> list[tuple[date, date | None, int | None]]:
    return [(found.first, found.last, found.terms.seq) for found in segments(rows)]


# Terms over time


def test_terms_hold_until_the_day_before_the_next_ones_start() -> None:
    assert stretches(some_terms(), some_terms(starts_on=on("05-20"), seq=2)) == [
        (MONDAY, on("05-19"), 1),
        (on("05-20"), None, 2),
    ]


def test_of_two_terms_that_start_on_one_day_the_newer_hold() -> None:
    assert stretches(some_terms(), some_terms(seq=2)) == [(MONDAY, None, 2)]


def test_terms_written_later_hold_even_when_older_ones_start_after_them() -> None:
    first, slow, quick = some_terms(), some_terms(starts_on=on("05-20"), seq=2), some_terms(starts_on=WEDNESDAY, seq=3)
    assert stretches(first, slow, quick) == [(MONDAY, on("05-05"), 1), (WEDNESDAY, None, 3)]


def test_terms_that_were_taken_back_never_hold() -> None:
    gone = some_terms(starts_on=on("05-20"), seq=2, taken_back_at=NOON)
    assert stretches(some_terms(), gone) == [(MONDAY, None, 1)]
    assert terms_on([some_terms(), gone], on("05-25")) == some_terms()


def test_nothing_holds_before_the_first_day() -> None:
    assert terms_on([some_terms()], MONDAY - timedelta(days=1)) is None
    assert terms_on([some_terms()], MONDAY) == some_terms()


def test_a_commitment_without_terms_has_no_stretch() -> None:
    assert segments([]) == []
    assert segments([some_terms(taken_back_at=NOON)]) == []


@pytest.mark.parametrize("day", [on("05-04") + timedelta(days=distance) for distance in range(30)])
def test_terms_of_a_day_are_those_of_its_stretch(day: date) -> None:
    rows = [
        some_terms(),
        some_terms(starts_on=on("05-20"), seq=2, taken_back_at=NOON),
        some_terms(starts_on=on("05-12"), seq=3),
        some_terms(starts_on=on("05-26"), seq=4),
        some_terms(starts_on=on("05-22"), seq=5),
    ]
    (stretch,) = (found for found in segments(rows) if found.first <= day and (found.last is None or day <= found.last))
    assert terms_on(rows, day) is stretch.terms


# What is still to come


def test_terms_that_start_later_are_pending_until_their_day() -> None:
    rows = [some_terms(), some_terms(starts_on=on("05-11"), seq=2)]
    assert pending(rows, on("05-10")) == rows[1]
    assert pending(rows, on("05-11")) is None
    assert settled(rows, MONDAY) == rows[1]


def test_first_terms_in_the_future_are_what_is_to_come() -> None:
    rows = [some_terms(starts_on=on("05-11"))]
    assert pending(rows, MONDAY) == settled(rows, MONDAY) == rows[0]


def test_of_several_that_are_to_come_the_newest_holds_in_the_end() -> None:
    rows = [some_terms(), some_terms(starts_on=on("05-11"), seq=2), some_terms(starts_on=on("05-20"), seq=3)]
    assert pending(rows, MONDAY) == settled(rows, MONDAY) == rows[2]


def test_older_terms_that_newer_ones_outrank_are_not_pending() -> None:
    future = some_terms(starts_on=on("05-11"))
    waits = some_terms(seq=2, stance=Stance.WAITING)
    assert pending([future, waits], MONDAY) is None
    assert settled([future, waits], MONDAY) == waits


def test_a_commitment_whose_terms_were_all_taken_back_has_no_settled_terms() -> None:
    with pytest.raises(RuleError) as refused:
        settled([some_terms(taken_back_at=NOON)], MONDAY)
    assert refused.value.code is Code.NOT_FOUND


# Notice


def test_notice_counts_seven_promise_days() -> None:
    old = some_terms()
    starts = start_of_change(old, on_weekdays([0]), Direction.EASIER, Reason.CHOICE, today=on("05-04"))
    rows = [old, some_terms(on_weekdays([0]), starts, seq=2, direction=Direction.EASIER)]
    assert starts == on("05-11")
    assert terms_on(rows, on("05-10")) == rows[0], "day 6 of the notice"
    assert terms_on(rows, on("05-11")) == rows[1], "day 7 of the notice"


@pytest.mark.parametrize("direction", [Direction.STRICTER, Direction.WORDING])
def test_what_is_no_easing_counts_at_once(direction: Direction) -> None:
    assert start_of_change(some_terms(), daily(), direction, Reason.CHOICE, WEDNESDAY) == WEDNESDAY


@pytest.mark.parametrize("reason", [Reason.ILLNESS, Reason.DANGER, Reason.THEIR_WISH])
def test_illness_danger_and_their_wish_ease_at_once(reason: Reason) -> None:
    old = some_terms(times_a(Unit.WEEK, 3))
    assert start_of_change(old, times_a(Unit.WEEK, 1), Direction.EASIER, reason, WEDNESDAY) == WEDNESDAY
    assert start_of_easing(reason, WEDNESDAY) == WEDNESDAY


def test_letting_wait_and_ending_by_choice_count_after_seven_days() -> None:
    assert start_of_easing(Reason.CHOICE, WEDNESDAY) == on("05-13")


@pytest.mark.parametrize(
    ("old", "new", "direction", "today", "starts"),
    [
        ("a week", "a week", Direction.STRICTER, "05-04", "05-04"),  # on a Monday nothing is cut
        ("a week", "a week", Direction.STRICTER, "05-05", "05-11"),
        ("a week", "a week", Direction.WORDING, "05-10", "05-11"),
        ("a week", "a week", Direction.EASIER, "05-04", "05-11"),
        ("a week", "a week", Direction.EASIER, "05-05", "05-18"),  # notice ends on Tuesday 12 May
        ("a month", "a month", Direction.STRICTER, "05-04", "06-01"),
        ("a month", "a month", Direction.EASIER, "05-25", "06-01"),
        ("a month", "a month", Direction.EASIER, "05-26", "07-01"),
        ("a week", "daily", Direction.STRICTER, "05-05", "05-11"),
        ("daily", "a month", Direction.EASIER, "05-05", "06-01"),
    ],
)
def test_changed_terms_of_n_times_begin_with_the_next_period(
    old: str, new: str, direction: Direction, today: str, starts: str
) -> None:
    schedules = {"a week": times_a(Unit.WEEK, 3), "a month": times_a(Unit.MONTH, 10), "daily": daily()}
    found = start_of_change(some_terms(schedules[old]), schedules[new], direction, Reason.CHOICE, on(today))
    assert found == on(starts)


# Tighter or looser


@pytest.mark.parametrize(
    ("old", "new", "tightens"),
    [
        (daily(), daily(), True),
        (on_weekdays([0, 4]), on_weekdays([0, 2, 4]), True),
        (on_weekdays([0, 4]), daily(), True),
        (on_weekdays([0, 4]), on_weekdays([0, 3]), False),
        (daily(), on_weekdays([0, 1, 2, 3, 4, 5]), False),
        (every(2, Unit.WEEK, MONDAY), every(1, Unit.WEEK, MONDAY), True),
        (every(2, Unit.WEEK, MONDAY), every(1, Unit.WEEK, MONDAY + timedelta(days=1)), False),
        (times_a(Unit.WEEK, 2), times_a(Unit.WEEK, 3), True),
        (times_a(Unit.WEEK, 3), times_a(Unit.WEEK, 2), False),
        (times_a(Unit.MONTH, 8), times_a(Unit.WEEK, 2), False),
        (on_month_day(31), on_month_day(30), False),
        (once(on("06-01")), once(on("06-02")), False),
        (once(on("06-01")), once(on("05-31")), False),
    ],
)
def test_a_change_tightens_only_if_every_due_day_stays_due(old: Schedule, new: Schedule, tightens: bool) -> None:
    assert is_tightening(some_terms(old), new, None, same_words=True, today=MONDAY) is tightens


def test_changed_words_are_never_tightening_beyond_doubt() -> None:
    assert not is_tightening(some_terms(), daily(), None, same_words=False, today=MONDAY)


def test_a_stricter_schedule_with_a_later_time_is_not_tightening() -> None:
    old = some_terms(on_weekdays([0]), at_minute=18 * 60)
    assert not is_tightening(old, daily(), 19 * 60, same_words=True, today=MONDAY)
    assert is_tightening(old, daily(), 17 * 60, same_words=True, today=MONDAY)


@pytest.mark.parametrize(
    ("old", "new", "eased"),
    [
        (None, None, False),
        (None, 18 * 60, False),
        (18 * 60, None, True),
        (18 * 60, 18 * 60, False),
        (18 * 60, 18 * 60 + 1, True),
        (18 * 60, 17 * 60 + 59, False),
        (23 * 60, 60, True),  # one o'clock at night comes after eleven in the evening
        (60, 23 * 60, True),  # in doubt, the person is asked
        (60, 60, False),
        (7 * 60, 6 * 60, False),
    ],
)
def test_a_later_time_or_none_is_easier(old: int | None, new: int | None, eased: bool) -> None:
    assert time_is_eased(old, new) is eased


# Pauses


def test_a_pause_starts_at_earliest_on_the_oldest_open_day() -> None:
    yesterday, before = on("05-05"), on("05-04")
    check_pause(yesterday, on("05-08"), reason=Reason.ILLNESS, looks_again=False, today=WEDNESDAY)
    with pytest.raises(RuleError) as refused:
        check_pause(before, on("05-08"), reason=Reason.ILLNESS, looks_again=False, today=WEDNESDAY)
    assert refused.value.code is Code.PAUSE_TOO_EARLY


def test_a_pause_by_choice_needs_seven_days_of_notice() -> None:
    check_pause(on("05-13"), on("05-20"), reason=Reason.CHOICE, looks_again=False, today=WEDNESDAY)
    with pytest.raises(RuleError) as refused:
        check_pause(on("05-12"), on("05-20"), reason=Reason.CHOICE, looks_again=False, today=WEDNESDAY)
    assert refused.value.code is Code.PAUSE_TOO_EARLY


def test_an_illness_without_an_end_is_looked_at_again_after_fourteen_days_at_most() -> None:
    check_pause(WEDNESDAY, on("05-20"), reason=Reason.ILLNESS, looks_again=True, today=WEDNESDAY)
    with pytest.raises(RuleError) as refused:
        check_pause(WEDNESDAY, on("05-21"), reason=Reason.ILLNESS, looks_again=True, today=WEDNESDAY)
    assert refused.value.code is Code.PAUSE_TOO_LONG


def test_an_illness_with_a_known_end_may_be_longer() -> None:
    check_pause(WEDNESDAY, on("07-31"), reason=Reason.ILLNESS, looks_again=False, today=WEDNESDAY)


def test_a_pause_may_last_one_day_but_not_end_before_it_starts() -> None:
    check_pause(WEDNESDAY, WEDNESDAY, reason=Reason.ILLNESS, looks_again=False, today=WEDNESDAY)
    with pytest.raises(RuleError) as refused:
        check_pause(WEDNESDAY, on("05-05"), reason=Reason.ILLNESS, looks_again=False, today=WEDNESDAY)
    assert refused.value.code is Code.DATE_IMPOSSIBLE


def test_a_pause_ends_on_a_day_a_plan_can_hold() -> None:
    with pytest.raises(RuleError) as refused:
        check_pause(WEDNESDAY, date.max, reason=Reason.ILLNESS, looks_again=False, today=WEDNESDAY)
    assert refused.value.code is Code.DATE_IMPOSSIBLE


def test_overlapping_and_touching_pauses_are_one_stretch() -> None:
    found = paused_spans(
        [
            a_pause(on("05-20"), on("05-22")),
            a_pause(on("05-04"), on("05-10")),
            a_pause(on("05-08"), on("05-12"), commitment_id="call"),
            a_pause(on("05-13"), on("05-14")),
            a_pause(on("05-05"), on("05-06")),
        ],
        "call",
    )
    assert found == [(on("05-04"), on("05-14")), (on("05-20"), on("05-22"))]


def test_a_single_free_day_parts_two_pauses() -> None:
    pauses = [a_pause(on("05-04"), on("05-05")), a_pause(on("05-07"), on("05-07"))]
    assert paused_spans(pauses, "call") == [(on("05-04"), on("05-05")), (on("05-07"), on("05-07"))]


def test_pauses_of_other_commitments_and_those_taken_back_do_not_pause() -> None:
    assert paused_spans([a_pause(MONDAY, WEDNESDAY, commitment_id="other")], "call") == []
    assert paused_spans([a_pause(MONDAY, WEDNESDAY, taken_back_at=NOON)], "call") == []


# Words


def test_a_commitment_needs_its_sentence_and_its_short_name() -> None:
    check_words("Call", "I will call")
    for title, will in [("", "I will call"), ("Call", ""), ("Call", " \n\t"), ("   ", "I will call")]:
        with pytest.raises(RuleError) as refused:
            check_words(title, will)
        assert refused.value.code is Code.WORDS_MISSING


def test_words_no_screen_can_show_are_refused() -> None:
    check_words("t" * LONGEST_TITLE, "w" * LONGEST_SENTENCE)
    for title, will, most in [("t" * 500, "w", LONGEST_TITLE), ("t", "w" * (LONGEST_SENTENCE + 1), LONGEST_SENTENCE)]:
        with pytest.raises(RuleError) as refused:
            check_words(title, will)
        assert (refused.value.code, refused.value.details) == (Code.WORDS_TOO_LONG, {"most": most})


# A promise for an occasion


@pytest.mark.parametrize(
    ("will", "occasion", "act"),
    [
        ("ring at six", "", "ring at six"),
        ("ring at six.", "", "ring at six"),
        (
            "when I notice a half-truth, correct it the same day",
            "when I notice a half-truth",
            "correct it the same day",
        ),
        ("When my voice rises, say “pause”, and leave", "When my voice rises", "say “pause”, and leave"),
        (
            "when I notice, at work, a half-truth, I will correct it",
            "when I notice, at work, a half-truth",
            "correct it",
        ),
        ("if she asks, answer at once", "if she asks", "answer at once"),
        ("whenever it rains", "", "whenever it rains"),
        ("correct it the same day, when I notice it", "", "correct it the same day, when I notice it"),
        ("whence it came, ask", "", "whence it came, ask"),
    ],
)
def test_a_promise_is_taken_apart_into_occasion_and_act(will: str, occasion: str, act: str) -> None:
    assert sentence(some_terms(will=will, so_that="need not ask.")) == (occasion, act, "need not ask")


@pytest.mark.parametrize(
    ("occasion", "act", "kept"),
    [
        ("", "ring at six", "ring at six"),
        ("I notice a half-truth", "correct it", "when I notice a half-truth, correct it"),
        ("whenever I notice one", "correct it", "whenever I notice one, correct it"),
        ("I notice, at work, one", "correct it", "when I notice, at work, one, I will correct it"),
        ("it rains", "go, I will not wait", "when it rains, I will go, I will not wait"),
        ("I notice one", "", ""),
    ],
)
def test_occasion_and_act_are_kept_in_one_text(occasion: str, act: str, kept: str) -> None:
    assert will_of(occasion, act) == kept


@given(words=st.tuples(*[st.text("ab, .wI\n", min_size=1, max_size=20)] * 2))
def test_what_is_put_together_is_taken_apart_again(words: tuple[str, str]) -> None:
    occasion, act = ("when x" + words[0]).strip(" .,;\n"), ("do" + words[1]).strip(" .,;\n")
    found = sentence(some_terms(will=will_of(occasion, act)))
    assert (found.occasion, found.act) == (occasion, act)
