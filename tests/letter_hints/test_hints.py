"""Hints point at wordings that may hurt, leave the fair ones alone, and take any text."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letter_hints.labelled import FAIR, HELD_OUT, PRINTED, Labelled
from trustplanner.content.letter_hints import Slip
from trustplanner.domain.quotations import quotations
from trustplanner.letter_hints.hints import hints_for, shipped_judges

JUDGES = shipped_judges()
LETTER = (
    "Dear Ana. I lied to you about the loan in March. I'm sorry if I hurt you. You told me, “It was only once.” "
    "Mistakes were made! I will send you the statement every Sunday by 18:00. You made me do it."
)


def slips(text: str) -> list[Slip]:
    return [hint.slip for hint in hints_for(text, JUDGES)]


@pytest.mark.parametrize("given_", [each for each in PRINTED if each.label != FAIR], ids=lambda each: each.text[:40])
def test_the_printed_example_of_a_slip_is_hinted_at(given_: Labelled) -> None:
    assert Slip(given_.label) in slips(given_.text)


@pytest.mark.parametrize("given_", [each for each in PRINTED if each.label == FAIR], ids=lambda each: each.text[:40])
def test_what_only_looks_like_a_slip_is_left_alone(given_: Labelled) -> None:
    assert slips(given_.text) == []


def test_most_slips_that_were_never_trained_on_are_found() -> None:
    unseen = [each for each in HELD_OUT if each.label != FAIR]
    assert len(unseen) == 12 * len(Slip)
    assert sum(bool(slips(each.text)) for each in unseen) >= 0.65 * len(unseen)
    assert sum(each.label in slips(each.text) for each in unseen) >= 0.5 * len(unseen)


def test_few_fair_sentences_that_were_never_trained_on_are_hinted_at() -> None:
    """Nearly all of these were written to look like a slip, so that more are hinted at than in a letter."""
    unseen = [each for each in HELD_OUT if each.label == FAIR]
    assert len(unseen) == 12 * (len(Slip) + 1)
    assert sum(bool(slips(each.text)) for each in unseen) <= 0.1 * len(unseen)


def test_a_hint_says_where_it_stands() -> None:
    found = [(hint.slip, LETTER[hint.start : hint.end]) for hint in hints_for(LETTER, JUDGES)]
    assert found == [
        (Slip.CONDITIONAL, "sorry if"),
        (Slip.NOBODY_DID_IT, "Mistakes were made"),
        (Slip.BLAME_SHIFT, "You made me"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“I'm sorry if I hurt you.”",
        'I said, "I\'m sorry if I hurt you, but you made me do it," and it was a lie.',
        "You read it out to me: ‘Mistakes were made.’",
        "«Please forgive me.»",
    ],
)
def test_what_is_quoted_is_passed_over(text: str) -> None:
    assert slips(text) == []


def test_a_but_takes_back_the_sentence_before_it() -> None:
    text = "I apologise for the shouting. But you were not listening."
    found = {text[hint.start : hint.end]: hint.slip for hint in hints_for(text, JUDGES)}
    assert found["But you were not listening."] is Slip.CANCELLING_BUT


@pytest.mark.parametrize(
    "text", ["", " \n\n", "😀 😀.", "...", "12. 13.", "אמרתי לך שקר. אם נפגעת, סליחה.", "Es tut mir leid."]
)
def test_what_is_in_no_known_language_gets_no_hint(text: str) -> None:
    assert slips(text) == []


SOUP = st.lists(
    st.one_of(
        st.sampled_from([each.text for each in PRINTED]),
        st.sampled_from(['"', "“", "”", "'", "‘", "’", "«", "\n", ". ", "! ", " but ", "\u202e", "😀", "שקר ", "Mr. "]),
        st.text(max_size=30),
    ),
    max_size=12,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(SOUP)
def test_every_hint_lies_in_the_text_and_in_no_quotation(text: str) -> None:
    quoted = quotations(text)
    end = 0
    for hint in hints_for(text, JUDGES):
        assert end <= hint.start < hint.end <= len(text)
        assert text[hint.start : hint.end].strip()
        assert not any(span.start < hint.end and hint.start < span.end and hint.start >= span.start for span in quoted)
        end = hint.end


def calls(work: Callable[[], object]) -> int:
    """How many functions, of Python and in C, the work calls."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        LETTER + "\n",
        '"',
        "“",
        " 'a",
        "« ",
        "Dr. ",
        ". ",
        "you ",
        "sorry if ",
        "a",
        "😀 ",
        "אמרתי לך ",
        "I am sorry but ",
    ],
    ids=repr,
)
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    times = 100 if unit.startswith(LETTER) else 4000
    once, twice = unit * times, unit * (2 * times)
    hints_for(twice, JUDGES)  # words that were met before are known
    assert calls(lambda: hints_for(twice, JUDGES)) <= 2.1 * calls(lambda: hints_for(once, JUDGES)) + 200


@pytest.mark.parametrize("unit", ['"', "“", "' ", " 'a", "a", "x“\n"], ids=repr)
def test_a_megabyte_of_marks_comes_to_an_end(unit: str) -> None:
    hints_for(unit * (1_000_000 // len(unit)), JUDGES)  # within the time limit of a test
