"""Amounts as they are typed, and as they are read out."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import LARGEST_AMOUNT
from trustplanner.domain.money import CURRENCIES, Money, decimals_of, figures, money_from, said


@pytest.mark.parametrize(
    ("typed", "chosen", "amount", "currency"),
    [
        ("150", "EUR", 150_00, "EUR"),
        (" 150.50 ", "EUR", 150_50, "EUR"),
        ("150,5", "EUR", 150_50, "EUR"),
        ("1,500.00", "EUR", 1500_00, "EUR"),
        ("1.500,00", "EUR", 1500_00, "EUR"),
        ("1 500,50", "EUR", 1500_50, "EUR"),
        ("1\N{NARROW NO-BREAK SPACE}500", "EUR", 1500_00, "EUR"),
        ("1'500.50", "CHF", 1500_50, "CHF"),
        ("1,500", "EUR", 1500_00, "EUR"),
        ("1.500", "EUR", 1500_00, "EUR"),
        ("1,234,567.89", "USD", 1_234_567_89, "USD"),
        ("€150", "USD", 150_00, "EUR"),
        ("150 €", "GBP", 150_00, "EUR"),
        ("150 usd", "EUR", 150_00, "USD"),
        ("$150", "CAD", 150_00, "CAD"),
        ("R$ 20", "EUR", 20_00, "BRL"),
        ("1500", "JPY", 1500, "JPY"),
        ("1.250", "KWD", None, ""),
        ("1,250.500", "KWD", 1_250_500, "KWD"),
        ("0.05", "EUR", 5, "EUR"),
        ("١٥٠", "JOD", 150_000, "JOD"),
        ("１５０", "EUR", 150_00, "EUR"),
    ],
)
def test_an_amount_is_read_the_same_in_every_language(
    typed: str, chosen: str, amount: int | None, currency: str
) -> None:
    if amount is None:
        assert code_of(typed, chosen) is Code.AMOUNT_UNCLEAR
    else:
        assert money_from(typed, chosen) == Money(amount, currency)


@pytest.mark.parametrize(
    "typed",
    [
        "", "much", "$150", "150 kr", "-150", "1.2.3", "1,50,000", "1.500.00", "0.500", "1500,500", "12 34", "150.",
        ".5", "1,500 500", "150 or so", "1e3", "150 EUR USD x", "1.500'000,5 0", "½",
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(typed: str) -> None:
    assert code_of(typed, "EUR") is Code.AMOUNT_UNCLEAR


@pytest.mark.parametrize("typed", ["0", "0.00", f"{LARGEST_AMOUNT}"])
def test_nothing_and_more_than_can_be_kept_are_no_amounts(typed: str) -> None:
    assert code_of(typed, "EUR") is Code.AMOUNT_IMPOSSIBLE


def test_decimals_that_a_currency_does_not_have_are_refused() -> None:
    assert code_of("150.50", "JPY") is Code.AMOUNT_UNCLEAR


def test_an_amount_is_read_out_without_empty_decimals() -> None:
    assert figures(Money(1500_00, "EUR")) == "1\N{NO-BREAK SPACE}500"
    assert said(Money(150_50, "EUR")) == "150.50\N{NO-BREAK SPACE}EUR"
    assert said(Money(5, "KWD")) == "0.005\N{NO-BREAK SPACE}KWD"


@given(some.integers(1, LARGEST_AMOUNT), some.sampled_from(CURRENCIES))
def test_what_is_read_out_is_read_back(amount: int, currency: str) -> None:
    money = Money(amount, currency)
    if (
        decimals_of(currency) > 2
        and amount % 10 ** decimals_of(currency)
        and amount < 10 ** (decimals_of(currency) + 3)
    ):
        return  # "1.250" alone could be either in such a currency
    assert money_from(said(money), "EUR") == money


def code_of(typed: str, chosen: str) -> Code:
    with pytest.raises(RuleError) as refused:
        money_from(typed, chosen)
    return refused.value.code
