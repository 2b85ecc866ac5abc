"""Quotations are found whatever their marks; an apostrophe is none."""

import pytest

from trustplanner.domain.quotations import quotations, without_quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('I said, "It was nothing." It was not.', ['"It was nothing."']),
        ("I wrote “you are too sensitive” and “calm down”.", ["“you are too sensitive”", "“calm down”"]),
        ("I told you 'don't be childish' twice.", ["'don't be childish'"]),
        ("You asked, ‘Who’s that?’ and I lied.", ["‘Who’s that?’"]),
        ("Du sagtest „nein“, et vous «non».", ["„nein“", "«non»"]),
        ("The boys' room, the girls' room, 'cause I don't.", []),
        ("“Never closed. And on.", []),
        ("“Not\nacross lines”", []),
        ("“One ‘in’ another”", ["“One ‘in’ another”"]),
        ("", []),
    ],
)
def test_quotations_are_found(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == found


def test_without_quotations_every_other_word_keeps_its_place() -> None:
    text = "I said “no” and you said “why”."
    plain = without_quotations(text, quotations(text), "§")
    assert plain == "I said §    and you said §    ."
    assert len(plain) == len(text)
