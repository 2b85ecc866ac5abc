"""How far a prompt is, and writing rooms of several parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON
from trustplanner.domain.path import (
    PART_MARK,
    PathAnswer,
    PromptState,
    has_enough_words,
    joined,
    parts,
    state_of,
)


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
