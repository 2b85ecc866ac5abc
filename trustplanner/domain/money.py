"""Amounts of money in whole smallest units, read the same way whatever language a person writes in.

"150", "150.50", "1,500.00", "1 500,50" and "€150" are read. One mark that is followed by three figures parts
thousands, because no amount has three decimals; in a currency that has three it could be either, and is refused.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import LARGEST_AMOUNT

USUAL_DECIMALS: Final = 2
_DECIMALS: Final = dict.fromkeys(
    ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"), 0
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
CURRENCIES: Final = (
    "EUR", "USD", "GBP", "CHF", "AED", "ARS", "AUD", "BGN", "BHD", "BRL", "CAD", "CLP", "CNY", "COP", "CZK", "DKK",
    "EGP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JOD", "JPY", "KES", "KRW", "KWD", "MAD", "MXN", "MYR", "NGN",
    "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "UAH", "UYU",
    "VND", "ZAR",
)  # fmt: skip
# What each sign can stand for; one that several currencies share names none of them by itself.
_SIGNS: Final = {
    "€": ("EUR",), "£": ("GBP", "EGP"), "₪": ("ILS",), "₹": ("INR",), "₺": ("TRY",), "₴": ("UAH",), "₩": ("KRW",),
    "₫": ("VND",), "₦": ("NGN",), "zł": ("PLN",), "R$": ("BRL",), "¥": ("JPY", "CNY"),
    "$": ("USD", "ARS", "AUD", "CAD", "CLP", "COP", "HKD", "MXN", "NZD", "SGD", "UYU"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
}  # fmt: skip
_SPACES: Final = re.compile(r"[\s'’]+")
_BESIDE: Final = re.compile(r"^(?P<before>[^\d.,]*?)\s*(?P<figures>[\d.,][\d.,\s'’]*?)\s*(?P<after>[^\d.,]*)$")
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:[., ]\d{3})+")


class Money(NamedTuple):
    """An amount in the smallest units of a currency."""

    amount: int
    currency: str


def decimals_of(currency: str) -> int:
    """How many figures stand behind the mark: 2 in most currencies."""
    return _DECIMALS.get(currency, USUAL_DECIMALS)


def money_from(text: str, currency: str) -> Money:
    """What a person typed, in the chosen currency unless a sign or a code in it names another.

    Raises:
        RuleError: AMOUNT_UNCLEAR if it could be read in two ways or not at all; AMOUNT_IMPOSSIBLE if it is nothing,
            or more than can be kept.
    """
    found = _BESIDE.match(_plain(text))
    if found is None:
        raise RuleError(Code.AMOUNT_UNCLEAR)
    for mark in (found["before"], found["after"]):
        currency = _currency(mark.strip(), currency)
    amount = _smallest_units(found["figures"], decimals_of(currency))
    if not 0 < amount <= LARGEST_AMOUNT:
        raise RuleError(Code.AMOUNT_IMPOSSIBLE)
    return Money(amount, currency)


def figures(money: Money) -> str:
    """`1 500.50`, without decimals where they are all 0; spaces that do not break part thousands."""
    decimals = decimals_of(money.currency)
    whole, rest = divmod(money.amount, 10**decimals)
    grouped = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{grouped}.{rest:0{decimals}d}" if rest else grouped


def said(money: Money) -> str:
    """`1 500.50 EUR`."""
    return f"{figures(money)}\N{NO-BREAK SPACE}{money.currency}"


def _plain(text: str) -> str:
    """Every figure as 0 to 9, whatever script it is written in, and marks of other scripts as ours."""
    text = unicodedata.normalize("NFKC", text).replace("٫", ".").replace("٬", ",").strip()
    return "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in text)


def _currency(mark: str, chosen: str) -> str:
    if not mark:
        return chosen
    if mark.upper() in CURRENCIES:
        return mark.upper()
    can_be = _SIGNS.get(mark, ())
    if chosen in can_be:
        return chosen
    if len(can_be) != 1:
        raise RuleError(Code.AMOUNT_UNCLEAR)
    return can_be[0]


def _smallest_units(written: str, decimals: int) -> int:
    text = _SPACES.sub(" ", written.strip())
    whole, fraction = _parted(text, decimals)
    has_marks = not whole.isdecimal()
    if has_marks and (_GROUPS.fullmatch(whole) is None or len(set(whole) - set("0123456789")) > 1):
        raise RuleError(Code.AMOUNT_UNCLEAR)
    if len(fraction) > decimals:
        raise RuleError(Code.AMOUNT_UNCLEAR)
    figures_only = "".join(each for each in whole if each.isdecimal())
    return int(figures_only + fraction.ljust(decimals, "0"))


def _parted(text: str, decimals: int) -> tuple[str, str]:
    """The whole part, perhaps with marks between thousands, and the figures behind the decimal mark."""
    marks = [each for each in text if each in ".,"]
    last = max(text.rfind("."), text.rfind(","))
    behind = text[last + 1 :]
    if not marks or not behind.isdecimal():
        return text, ""
    is_only_one = len(marks) == 1
    if len(set(marks)) > 1 or (is_only_one and len(behind) != _THOUSANDS):
        return text[:last], behind
    if not is_only_one:
        return text, ""
    if " " in text:
        return text[:last], behind  # spaces part the thousands already
    if decimals >= _THOUSANDS and _GROUPS.fullmatch(text):
        raise RuleError(Code.AMOUNT_UNCLEAR)
    return (text, "") if _GROUPS.fullmatch(text) else (text[:last], behind)


_THOUSANDS: Final = 3  # figures between two marks
