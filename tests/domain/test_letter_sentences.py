"""Sentences of a letter are found as a reader would find them, and are known again when they were rewritten."""

import pytest

from trustplanner.domain.letter_sentences import sentences, what_became_of


def split(text: str) -> list[str]:
    return [each.words for each in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("I lied. You knew? I did not say so.", ["I lied.", "You knew?", "I did not say so."]),
        ("I lied", ["I lied"]),
        ("Ana,\nI lied to you.\n\nTwice.", ["Ana,", "I lied to you.", "Twice."]),
        ("You said: “I am tired.” I went out.", ["You said: “I am tired.”", "I went out."]),
        ("I saw Dr. Lee at 6.30. It was I. J. Li came.", ["I saw Dr. Lee at 6.30.", "It was I.", "J. Li came."]),
        ("I was afraid ... I went.", ["I was afraid ...", "I went."]),
        ("אמרתי לך שקר. הייתי עם חברים.", ["אמרתי לך שקר.", "הייתי עם חברים."]),
        ("هل كذبت؟ نعم.", ["هل كذبت؟", "نعم."]),
        ("我说了谎。我很抱歉。", ["我说了谎。", "我很抱歉。"]),
    ],
)  # fmt: skip
def test_a_letter_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_each_sentence_says_where_it_stands() -> None:
    text = "Ana,\n I lied.  Twice. \n\nThat is all."
    for each in sentences(text):
        assert text[each.start : each.end] == each.words
    assert [each.begins_paragraph for each in sentences(text)] == [True, True, False, True]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("I lied. I hid it.", "I lied. I hid the card.", {"I hid it.": "I hid the card."}),
        ("I lied. I hid it.", "I lied to you. I hid it.", {"I lied.": "I lied to you."}),
        ("I lied. I hid it.", "I told you that. I lied. I hid it.", {}),
        ("I lied. I hid it.", "I hid it.", {}),
        ("I lied and I hid it.", "I lied. And I hid it.", {"I lied and I hid it.": "I lied."}),
        ("I lied.", "The card is closed.", {}),
    ],
)  # fmt: skip
def test_a_rewritten_sentence_is_known_again_and_another_one_is_not_taken_for_it(
    before: str, after: str, expected: dict[str, str]
) -> None:
    assert what_became_of(split(before), split(after)) == expected
