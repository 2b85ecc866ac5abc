"""Words are found however they were typed, and shown where they stand."""

import pytest

from trustplanner.domain.search import Chapter, Written, best_snippet, find, folded, snippet, terms_of

LONG = "I went home. " * 30 + "Then I told her about the second loan, at the kitchen table. " + "We were quiet. " * 30


def note(*texts: str) -> Written:
    return Written("Note", Chapter.PATH, "1", "", None, texts)


def found(typed: str, *texts: str) -> bool:
    return bool(find([note(*texts)], terms_of(typed)))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("LOAN", "the second loan"),
        ("cafe", "In the CAFÉ at noon"),
        ("café", "in the cafe at noon"),
        ("ｌｏａｎ", "the loan"),
        ("loan", "the ｌｏａｎ"),
        ("ﾊﾟｽﾜｰﾄﾞ", "パスワード"),
        ("strasse", "in der Straße"),
        ("שלום", "שָׁלוֹם"),
        ("احب", "أُحِبّ"),
        ("didn't", "I didn’t say it"),
        ("soft", "so\u00adft"),
        ("loan second", "the second loan"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_accents_and_widths_make_no_difference(typed: str, text: str) -> None:
    assert found(typed, text)


def test_every_word_must_be_there_but_in_any_of_the_texts_of_a_row() -> None:
    assert found("loan kitchen", "the second loan", "at the kitchen table")
    assert not found("loan garden", "the second loan", "at the kitchen table")


def test_the_text_that_holds_most_of_the_words_is_shown() -> None:
    pieces = best_snippet(note("the loan", "the second loan", "at the table"), terms_of("second loan"))
    assert "".join(piece.words for piece in pieces) == "the second loan"


def test_each_row_is_found_by_its_own_words_only() -> None:
    rows = [note("the loan"), note("\u0301 kitchen", ""), note("a loan in the kitchen")]
    assert find(rows, terms_of("loan kitchen")) == (rows[2],)
    assert find(rows, terms_of("kitchen")) == tuple(rows[1:])


def test_nothing_is_found_without_a_word() -> None:
    assert not found("  \n ", "the second loan")


def test_a_snippet_shows_the_match_with_words_around_it_and_is_cut_between_words() -> None:
    pieces = snippet(LONG, terms_of("SECOND table"))
    assert [piece.words for piece in pieces if piece.is_match] == ["second", "table"]
    whole = "".join(piece.words for piece in pieces)
    assert whole.startswith("…")
    assert whole.endswith("…")
    assert len(whole) < 170
    assert whole.strip("…") in LONG


def test_a_match_is_marked_with_its_accents() -> None:
    pieces = snippet("at the cafe\u0301 in Straße 4", terms_of("cafe strasse"))
    assert [piece.words for piece in pieces if piece.is_match] == ["cafe\u0301", "Straße"]


def test_matches_that_overlap_are_one() -> None:
    pieces = snippet("the banana", terms_of("ban nan"))
    assert [piece.words for piece in pieces if piece.is_match] == ["banan"]


def test_the_folding_of_a_text_is_that_of_its_letters() -> None:
    text = "Ｃafé, Straße ﬁn ỉ 한국 Ω ＡＢ didn’t"
    assert folded(text) == "".join(map(folded, text))


def test_a_long_word_at_the_place_of_the_match_is_cut_rather_than_lost() -> None:
    pieces = snippet("x" * 400 + "loan" + "y" * 400, ("loan",))
    assert [piece.words for piece in pieces if piece.is_match] == ["loan"]
