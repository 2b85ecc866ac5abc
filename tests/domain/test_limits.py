"""Which words of a plan touch the topic of a limit."""

from datetime import date

import pytest

from tests.builders import NOON
from trustplanner.domain.limits import limits_in_force, touched_limit, touches
from trustplanner.domain.wishes import Wish, WishKind

TODAY = date(2026, 5, 4)


def a_limit(about: str, key: str = "limit", kind: WishKind = WishKind.NOT_WANTED, lifted: date | None = None) -> Wish:
    return Wish(key, kind, f"Nothing about {about}", about, None, False, TODAY, lifted, 0, NOON)


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ("her mother", "visit her mother on Sunday"),
        ("her mother", "Her mother's birthday: I bring flowers"),
        ("her mother", "ring the MOTHERS of both"),
        ("calls at work", "I will call her at work at six"),
        ("calls at work", "calling, when it is late; calling at work"),
        ("the house, Sunday lunch", "I lay the key on the table of the house"),
        ("the house, Sunday lunch", "come to lunch every Sunday"),
        ("visits", "visiting on the first of the month"),
        ("apologies", "write an apology"),
        ("אמא שלה", "אתקשר אל אמא שלה"),
        ("الهاتف", "سأترك الهاتف"),
        ("🌹 roses", "bring a rose"),
        ("ＨＯＵＳＥ", "walk past the house"),
    ],
)
def test_a_plan_that_holds_every_word_of_a_topic_touches_it(about: str, sentence: str) -> None:
    assert touches(about, sentence)


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ("", "visit her mother"),
        ("the, her", "visit her mother"),
        ("her mother", "smother the fire"),
        ("her mother", "pay back the deposit"),
        ("calls at work", "call at six"),
        ("calls at work", "call at home. Leave work at five"),
        ("her mother", "not go to her mother’s on Sundays"),
        ("her mother", "I don’t ask about her mother"),
        ("visits", "never visit without being asked"),
        ("the affair", "write a letter instead of speaking about the affair"),
        ("evening", "pay even more back"),
    ],
)
def test_other_words_and_plans_that_keep_away_do_not(about: str, sentence: str) -> None:
    assert not touches(about, sentence)


def test_keeping_away_in_one_clause_excuses_no_other() -> None:
    assert touches("her mother", "not at night, but I will ring her mother")
    assert touches("her mother", "I do not wait, I ring her mother")


def test_only_a_limit_in_force_is_touched_and_a_passed_day_lifts_none() -> None:
    passed = Wish("p", WishKind.NOT_WANTED, "No calls", "calls", date(2026, 4, 1), False, TODAY, None, 0, NOON)
    lifted, asked = a_limit("visits", "l", lifted=TODAY), a_limit("money", "a", WishKind.ASKED)
    assert limits_in_force([passed, lifted, asked]) == (passed,)
    assert touched_limit([passed, lifted, asked], "visit", "pay the money") is None
    assert touched_limit([lifted, passed], "pay", "call at six") == passed


def test_long_words_take_no_longer_than_they_are() -> None:
    assert not touches("her mother", "a" * 100_000 + " and " * 20_000)
