"""How far a prompt is, and writing rooms of several parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, NOON, a_plan, on
from trustplanner.domain.path import (
    PART_MARK,
    PathAnswer,
    Progress,
    PromptState,
    Rhythm,
    Weight,
    coming_session_key,
    day_key,
    has_enough_words,
    in_one_sentence,
    joined,
    next_open,
    parts,
    progress,
    state_of,
    weight_of,
)
from trustplanner.domain.plans import Share


def answer(words: str = "", choice: str = "", *, skipped: bool = False) -> PathAnswer:
    return PathAnswer("a", "ready.value", None, words, choice, skipped, NOON, NOON)


@pytest.mark.parametrize(
    ("found", "lines", "state"),
    [
        (None, 0, PromptState.NOT_OPENED),
        (answer(), 0, PromptState.OPENED),
        (answer(" \n"), 0, PromptState.OPENED),
        (answer(PART_MARK), 0, PromptState.OPENED),
        (answer(skipped=True), 0, PromptState.SKIPPED),
        (answer("I lied."), 0, PromptState.WRITTEN),
        (answer(choice="honesty"), 0, PromptState.WRITTEN),
        (answer("I lied.", skipped=True), 0, PromptState.WRITTEN),
        (None, 1, PromptState.WRITTEN),
        (answer(skipped=True), 2, PromptState.WRITTEN),
    ],
)
def test_a_prompt_is_not_opened_opened_skipped_or_written(
    found: PathAnswer | None, lines: int, state: PromptState
) -> None:
    assert state_of(found, lines) is state


@pytest.mark.parametrize(
    ("words", "enough"),
    [("", False), ("I lied.", False), ("I hid three bills", True), (f"I hid{PART_MARK}three bills", True)],
)
def test_an_example_waits_for_an_answer_of_a_few_words(words: str, enough: bool) -> None:
    assert has_enough_words(words) is enough


@given(st.lists(st.text().filter(lambda part: PART_MARK not in part), min_size=1, max_size=5))
def test_parts_come_apart_as_they_were_joined(written: list[str]) -> None:
    assert parts(joined(tuple(written)), len(written)) == tuple(written)


def test_missing_parts_are_empty_and_further_ones_are_left_out() -> None:
    assert parts("one", 3) == ("one", "", "")
    assert parts(joined(("one", "two", "three")), 2) == ("one", "two")
    assert parts("", 2) == ("", "")


def test_a_part_cannot_break_the_others_apart() -> None:
    assert parts(joined((f"one{PART_MARK}more", "two")), 2) == ("one more", "two")


def test_written_parts_read_as_one_sentence() -> None:
    labels = ["I", "on", "and it cost you"]
    assert in_one_sentence(labels, ["told Priya.", " 9\nMarch ", "a friend"]) == (
        "I told Priya, on 9 March, and it cost you a friend."
    )
    assert in_one_sentence(["I", "Then I"], ["lied", "hid it"]) == "I lied. Then I hid it."
    assert in_one_sentence(labels, ["told Priya", "", ""]) == "I told Priya."
    assert in_one_sentence(labels, ["", " ", "\n"]) == ""


def test_hiding_makes_any_breach_one_of_integrity() -> None:
    plan = a_plan(hidden=Share.YES)
    assert weight_of(plan, Weight.CARE) is Weight.INTEGRITY
    for hidden in (None, Share.NO):
        assert weight_of(a_plan(hidden=hidden), Weight.CARE) is Weight.CARE
    assert weight_of(a_plan(), None) is None


# What is asked again and again


def test_words_are_kept_under_the_day_the_monday_or_the_session_they_are_for() -> None:
    wednesday, session = on("05-06"), on("05-20")
    keys = {rhythm: day_key(rhythm, wednesday, session) for rhythm in Rhythm}
    assert keys == {
        Rhythm.ONCE: None,
        Rhythm.DAY: wednesday,
        Rhythm.WEEK: on("05-04"),
        Rhythm.MONTH: on("05-01"),
        Rhythm.SESSION: session,
    }


@pytest.mark.parametrize(
    ("sessions", "written", "key"),
    [
        ([], [], "05-06"),  # no date set: today
        (["05-20"], [], "05-20"),
        (["05-06"], [], "05-06"),  # today's session is still to come
        (["05-20", "05-13"], [], "05-13"),
        ([], ["05-04"], "05-04"),  # written before any date was set
        (["05-20"], ["05-04"], "05-04"),  # the date was set after the words
        (["05-20"], ["05-13"], "05-13"),  # the date was moved away from the words
        (["05-20"], ["05-04", "05-20"], "05-20"),
        (["05-05", "05-20"], ["05-04"], "05-20"),  # those words were for a session that was held
        (["05-05", "05-20"], ["05-05"], "05-20"),
        (["05-20", "05-27"], ["05-27"], "05-20"),  # words for a later session stay with it
    ],
)
def test_words_for_the_coming_session_wait_until_it_is_held(sessions: list[str], written: list[str], key: str) -> None:
    assert coming_session_key([*map(on, sessions)], map(on, written), on("05-06")) == on(key)


# How far it is

NOT_OPENED, OPENED, SKIPPED, WRITTEN = PromptState


def test_progress_counts_what_is_written_skipped_and_opened() -> None:
    assert progress([WRITTEN, WRITTEN, SKIPPED, OPENED, NOT_OPENED]) == Progress(5, 2, 1, 1)
    assert (progress([NOT_OPENED]).is_untouched, progress([OPENED]).is_untouched) == (True, False)
    assert (progress([WRITTEN, SKIPPED]).is_through, progress([WRITTEN, OPENED]).is_through) == (True, False)
    assert progress([]).is_through


@pytest.mark.parametrize(
    ("states", "here", "found"),
    [
        ([NOT_OPENED, OPENED, NOT_OPENED], None, "a"),
        ([NOT_OPENED, OPENED, NOT_OPENED], "a", "b"),
        ([NOT_OPENED, WRITTEN, SKIPPED], "b", "a"),  # going round
        ([WRITTEN, OPENED, SKIPPED], "b", None),  # never the one that is here
        ([WRITTEN, WRITTEN, SKIPPED], "a", None),
    ],
)
def test_the_next_prompt_is_neither_written_nor_skipped(
    states: list[PromptState], here: str | None, found: str | None
) -> None:
    assert next_open([*"abc"], dict(zip("abc", states, strict=True)), here) == found


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        (("told Priya", "9 March", "cost you a friend"), "I told Priya, on 9 March, and it cost you a friend."),
        ((" told\nPriya. ", "9 March,", ""), "I told Priya, on 9 March."),
        (("", "9 March", ""), "on 9 March."),
        (("", " ", "\n"), ""),
    ],
)
def test_parts_are_read_as_one_sentence(written: tuple[str, ...], whole: str) -> None:
    assert in_one_sentence(("I", "on", "and it"), written) == whole


def test_a_label_with_a_capital_begins_a_sentence_of_its_own() -> None:
    labels = ("If", "then I will", "It can be seen, because")
    whole = in_one_sentence(labels, ("you ask", "answer", "I stay"))
    assert whole == "If you ask, then I will answer. It can be seen, because I stay."


def test_each_rhythm_has_its_day() -> None:
    wednesday, session = on("05-06"), on("05-14")
    keys = {rhythm: day_key(rhythm, wednesday, session) for rhythm in Rhythm}
    assert keys == {
        Rhythm.ONCE: None,
        Rhythm.DAY: wednesday,
        Rhythm.WEEK: MONDAY,
        Rhythm.MONTH: on("05-01"),
        Rhythm.SESSION: session,
    }


@pytest.mark.parametrize(
    ("planned", "written", "key"),
    [
        ((), (), "05-10"),
        ((), ("05-04",), "05-04"),
        (("05-14",), (), "05-14"),
        (("05-14", "05-21"), (), "05-14"),
        (("05-10", "05-21"), (), "05-10"),
        (("05-14",), ("05-04",), "05-04"),
        (("05-21",), ("05-14",), "05-14"),
        (("05-14",), ("05-04", "05-14"), "05-14"),
        (("05-14",), ("05-02", "05-04"), "05-04"),
        (("05-07", "05-14"), ("05-04", "05-07"), "05-14"),
        (("05-07",), ("05-07",), "05-10"),
        (("05-07",), ("05-08",), "05-08"),
        (("05-14", "05-21"), ("05-21",), "05-14"),
    ],
)
def test_words_for_a_session_are_kept_under_its_day_or_where_they_wait(
    planned: tuple[str, ...], written: tuple[str, ...], key: str
) -> None:
    def days(texts: tuple[str, ...]) -> list[date]:
        return [on(text) for text in texts]

    assert coming_session_key(days(planned), days(written), on("05-10")) == on(key)


def test_progress_is_counted() -> None:
    states = [PromptState.WRITTEN, PromptState.SKIPPED, PromptState.OPENED, PromptState.NOT_OPENED, PromptState.WRITTEN]
    assert progress(states) == Progress(total=5, written=2, skipped=1, opened=1)
    assert not progress(states).is_untouched
    assert not progress(states).is_through
    assert progress([PromptState.NOT_OPENED]).is_untouched
    assert progress([PromptState.WRITTEN, PromptState.SKIPPED]).is_through


@pytest.mark.parametrize(
    ("states", "here", "expected"),
    [
        ("nnn", None, "a"),
        ("nnn", "a", "b"),
        ("wsn", "a", "c"),
        ("onw", "c", "a"),
        ("wow", "b", None),
        ("wsw", "a", None),
        ("nnn", "elsewhere", "a"),
    ],
)
def test_the_next_open_prompt_is_neither_written_nor_skipped(
    states: str, here: str | None, expected: str | None
) -> None:
    letters = {
        "n": PromptState.NOT_OPENED,
        "o": PromptState.OPENED,
        "s": PromptState.SKIPPED,
        "w": PromptState.WRITTEN,
    }
    found = dict(zip("abc", (letters[letter] for letter in states), strict=True))
    assert next_open(list(found), found, here) == expected
