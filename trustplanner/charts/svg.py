"""Finishes an SVG: a name and a description for screen readers, and the letters it uses as embedded fonts.

What matplotlib writes besides is taken away: the reference to a document type that lives on a server.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from io import BytesIO
from typing import Final
from unicodedata import category

from trustplanner.charts.drawing import Label
from trustplanner.charts.letters import font_path

_HEAD: Final = re.compile(r"<!DOCTYPE[^>]*>\s*<svg ([^>]*?)>", re.DOTALL)
_POINTS: Final = re.compile(r"\b(width|height)=\"([0-9.]+)pt\"")
_STYLE_END: Final = "</style>"


def finished(svg: bytes, labels: Iterable[Label], title: str, description: str) -> bytes:
    """The SVG as it may leave: `title` and `description` hold the full words, whatever our fonts can draw.

    `labels` are all words in the picture. Text stays text; a reader without our fonts takes the embedded ones.
    """
    words = svg.decode("utf-8")
    head = _HEAD.search(words)
    if head is None:
        raise ValueError("matplotlib wrote another head than it used to")
    attributes = _POINTS.sub(r'\1="\2"', head[1])
    opening = (
        f'<svg {attributes} role="img" aria-labelledby="chart-title chart-description">\n'
        f' <title id="chart-title">{_plain(title)}</title>\n'
        f' <desc id="chart-description">{_plain(description)}</desc>'
    )
    before, after = words[head.end() :].split(_STYLE_END, 1)
    return f"{words[: head.start()]}{opening}{before}{_faces(labels)}{_STYLE_END}{after}".encode()


def _plain(words: str) -> str:
    """Words for XML, which cannot hold control characters, halves of pairs or codes without a character."""
    return escape("".join(letter for letter in words if category(letter) not in {"Cc", "Cs", "Cn"}))


def _faces(labels: Iterable[Label]) -> str:
    letters: dict[tuple[str, int], set[str]] = {}
    for label in labels:
        letters.setdefault((label.family, label.weight), set()).update(label.words)
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/woff;base64,{b64encode(_subset(font_path(family, weight), used)).decode()})}}"
        for (family, weight), used in sorted(letters.items())
    )


def _subset(path: str, letters: set[str]) -> bytes:
    """The font with only these letters, the same bytes each time."""
    # Imported here because it takes a tenth of a second, and only an exported SVG needs it.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, recalc_timestamp=False)
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(letters)))
    subsetter.subset(font)
    font.flavor = "woff"
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
