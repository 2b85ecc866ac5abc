"""What our fonts can draw, and how wide it comes out."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from trustplanner.charts.library import FontProperties, LoadFlags, fontManager, get_font
from trustplanner.charts.style import PIXELS_AN_INCH

REGULAR: Final = 400
SEMI_BOLD: Final = 600
_SUBPIXELS: Final = 64.0  # in a pixel


@lru_cache(maxsize=8)
def font_path(family: str, weight: int) -> str:
    """The file of one of our fonts."""
    return str(fontManager.findfont(FontProperties(family=family, weight=weight), fallback_to_default=False))


@lru_cache(maxsize=8)
def _letters_of(family: str, weight: int) -> frozenset[int]:
    return frozenset(get_font(font_path(family, weight)).get_charmap())


def can_draw(words: str, family: str, weight: int = REGULAR) -> bool:
    """Whether the font has every letter; emoji and scripts other than Latin are not in ours."""
    return _letters_of(family, weight).issuperset(map(ord, words))


@lru_cache(maxsize=1024)
def width_of(words: str, family: str, size: float, weight: int = REGULAR) -> float:
    """The width of words in pixels at a size in pixels."""
    font = get_font(font_path(family, weight))
    font.set_size(size, PIXELS_AN_INCH)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / _SUBPIXELS


def wrapped(words: str, family: str, size: float, width: float) -> Iterator[str]:
    """The lines of a paragraph that is `width` pixels wide; a longer word stands alone."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, family, size) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
