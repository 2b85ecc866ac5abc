"""A sentence as the plain words that the trained weights know."""

import re
from functools import lru_cache
from typing import Final

BEGIN: Final = "<s>"
END: Final = "</s>"
QUOTED: Final = "§"  # stands where a quotation was


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(words.split())


_TOKEN: Final = re.compile(r"[£$€]\s?\d[\d.,:]*\w*|\d[\d.,:]*\w*|[^\W\d_]+(?:'[^\W\d_]+)*|[.,;:?!()…§-]")
_PLAIN: Final = str.maketrans("’‘ʼ`—–", "''''--")
_WHOLE: Final = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "ain't": "is not",
    "i'm": "i am", "im": "i am", "dont": "do not", "didnt": "did not", "wasnt": "was not", "wont": "will not",
    "cant": "can not", "gonna": "going to", "wanna": "want to", "gotta": "got to", "'em": "them", "let's": "let us",
    "it's": "it is", "that's": "that is", "what's": "what is", "he's": "he is", "she's": "she is",
    "there's": "there is", "who's": "who is", "where's": "where is", "here's": "here is", "how's": "how is",
    "apologize": "apologise", "apologized": "apologised", "apologizing": "apologising", "apologizes": "apologises",
    "realize": "realise", "realized": "realised", "u": "you", "ur": "your", "ya": "you", "cuz": "because",
    "cos": "because", "w": "with", "mom": "mum", "mama": "mum", "mam": "mum", "ok": "okay",
}  # fmt: skip
_ENDINGS: Final = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am"))
_NUMBERS: Final = word_set(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"""
)
_DAYS: Final = frozenset(
    f"{day}{ending}"
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for ending in ("", "s")
)
_MONTHS: Final = word_set("""january february march april june july august september october november december""")


def words_of(sentence: str) -> list[str]:
    """Small letters, shortened forms written out, and one sign for every number, day, month, sum and name."""
    words: list[str] = []
    is_first = True
    for found in _TOKEN.finditer(sentence.translate(_PLAIN)):
        written = found[0]
        word = written.lower()
        if written[0].isalpha():
            may_be_name = written[0].isupper() and not is_first and not (len(written) > 1 and written.isupper())
            words += _plain(word, may_be_name)
        else:
            words.append(_sign(written[0], word))
        is_first = word in ".?!"
    return words


def _sign(first: str, word: str) -> str:
    if first in "£$€":
        return "<money>"
    return "<num>" if first.isdigit() else word


@lru_cache(maxsize=8192)
def _plain(word: str, may_be_name: bool) -> tuple[str, ...]:
    if word in _WHOLE:
        return tuple(_WHOLE[word].split())
    for signs, sign in ((_NUMBERS, "<nw>"), (_DAYS, "<day>"), (_MONTHS, "<month>")):
        if word in signs:
            return (sign,)
    for ending, plain in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], plain
    if word.endswith("'s"):
        return "<name>" if may_be_name else word[:-2], "'s"
    return ("<name>",) if may_be_name and word != "i" else (word,)
