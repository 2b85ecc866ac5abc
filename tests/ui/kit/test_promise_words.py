import pytest

from tests.builders import some_terms
from trustplanner.ui.kit.promise_words import promise_words


@pytest.mark.parametrize(
    ("will", "so_that", "sentence"),
    [
        (
            "ring at six on working days",
            "is not left waiting",
            "I will ring at six on working days, so that Ana is not left waiting.",
        ),
        ("put every account on one sheet", "", "I will put every account on one sheet."),
        ("put every account on one sheet.", " ", "I will put every account on one sheet."),
        (
            "when I notice a half-truth, correct it the same day",
            "",
            "When I notice a half-truth, I will correct it the same day.",
        ),
        (
            "Whenever plans change, I will say it at once",
            "need not ask",
            "Whenever plans change, I will say it at once, so that Ana need not ask.",
        ),
        ("I will call when I am late", "", "I will call when I am late."),
        ("if it comes up again, I’ll say so", "", "If it comes up again, I’ll say so."),
        ("whenever", "", "I will whenever."),
        ("iffy words, and more", "", "I will iffy words, and more."),
        ("say {name} and “braces”", "reads {name}", "I will say {name} and “braces”, so that Ana reads {name}."),
    ],
)
def test_a_promise_reads_as_a_sentence(will: str, so_that: str, sentence: str) -> None:
    assert promise_words(some_terms(will=will, so_that=so_that), "Ana").whole == sentence


def test_what_it_is_for_is_the_second_part() -> None:
    promise, purpose = promise_words(some_terms(will="ring at six", so_that="is not left waiting"), "Ana")
    assert (promise, purpose) == ("I will ring at six,", "so that Ana is not left waiting.")


def test_a_name_of_another_direction_does_not_turn_the_sentence() -> None:
    words = promise_words(some_terms(will="ring at six", so_that="is not left waiting"), "ענת")
    assert words.purpose == "so that \u2068ענת\u2069 is not left waiting."
