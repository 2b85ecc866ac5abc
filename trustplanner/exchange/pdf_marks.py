"""Adds to a finished PDF what its writer leaves out: the language it is read in, and bookmarks.

And it says of every gap between words that it is a space, which Qt takes for a tabulator.
All of it is appended as an update, as the format has it (ISO 32000, 7.5.6): what was written before stays as it is.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_TRAILER: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_SIZE: Final = re.compile(rb"/Size\s+(\d+)")
_ROOT: Final = re.compile(rb"/Root\s+(\d+) 0 R")
_PAGES: Final = re.compile(rb"/Type /Pages\s*/Kids\s*\[(.*?)\]", re.DOTALL)
_TAB_IN_LIST: Final = re.compile(rb"(?<=[\[ ])<0009> (?=[^\n]*\])")
_TAB_ALONE: Final = re.compile(rb"^(<\w{4}> <\w{4}>) <0009>$", re.MULTILINE)
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")


class Bookmark(NamedTuple):
    """A heading, and the page on which it stands, from 0 on."""

    words: str
    page: int


def with_spaces(content: bytes) -> bytes:
    """The same PDF with spaces between its words, and nothing else added.

    Raises:
        ValueError: the writer builds its files otherwise than it used to.
    """
    end = _end_of(content)
    return _appended(content, dict(_letters(content)), end.facts)


def with_marks(content: bytes, bookmarks: Sequence[Bookmark], language: str) -> bytes:
    """The same PDF with its language, its title in the window's bar, and bookmarks in one row.

    Raises:
        ValueError: the writer builds its files otherwise than it used to.
    """
    end, kids = _end_of(content), _PAGES.search(content)
    if kids is None:
        raise ValueError("the PDF has no pages where it used to")
    pages = [int(number) for number in _REFERENCE.findall(kids[1])]
    catalog = _object(content, end.root).removesuffix(b">>").rstrip()
    catalog += (
        f"\n/Lang ({language})\n/Outlines {end.size} 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n>>".encode()
    )
    objects = {end.root: catalog, **dict(_outline(bookmarks, pages, end.size)), **dict(_letters(content))}
    facts = _SIZE.sub(b"/Size %d" % (end.size + 1 + len(bookmarks)), end.facts)
    return _appended(content, objects, facts)


class _End(NamedTuple):
    """How many objects there are, which of them is the catalogue, and what the next end says."""

    size: int
    root: int
    facts: bytes


def _end_of(content: bytes) -> _End:
    trailer = _TRAILER.search(content)
    size, root = (None, None) if trailer is None else (_SIZE.search(trailer[1]), _ROOT.search(trailer[1]))
    if trailer is None or size is None or root is None:
        raise ValueError("the PDF has another end than it used to")
    return _End(int(size[1]), int(root[1]), trailer[1].strip() + b"\n/Prev " + trailer[2])


def _object(content: bytes, number: int) -> bytes:
    found = re.search(rb"(?:^|\n)%d 0 obj\s(.*?)\sendobj" % number, content, re.DOTALL)
    if found is None:
        raise ValueError("the PDF has no catalogue where its end says")
    return found[1].strip()


def _letters(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The tables that say which letters the glyphs stand for, with spaces."""
    for number in {int(found) for found in re.findall(rb"/ToUnicode (\d+) 0 R", content)}:
        facts, _, rest = _object(content, number).partition(b"stream\n")
        table = rest.rpartition(b"endstream")[0]
        if b"/FlateDecode" in facts:
            table = zlib.decompress(table)
        table = _TAB_IN_LIST.sub(b"<0020> ", _TAB_ALONE.sub(rb"\1 <0020>", table))
        yield number, b"<</Length %d>>\nstream\n%s\nendstream" % (len(table), table)


def _outline(bookmarks: Sequence[Bookmark], pages: Sequence[int], outline: int) -> Iterator[tuple[int, bytes]]:
    """The root of all bookmarks as object `outline`, and each bookmark in the objects after it."""
    count = len(bookmarks)
    ends = f"/First {outline + 1} 0 R /Last {outline + count} 0 R " if count else ""
    yield outline, f"<</Type /Outlines {ends}/Count {count}>>".encode()
    for place, mark in enumerate(bookmarks, start=1):
        before = f"/Prev {outline + place - 1} 0 R " if place > 1 else ""
        after = f"/Next {outline + place + 1} 0 R " if place < count else ""
        words = ("\N{BYTE ORDER MARK}" + mark.words).encode("utf-16-be").hex()
        target = f"/Dest [{pages[mark.page]} 0 R /Fit]"
        yield outline + place, f"<</Title <{words}> /Parent {outline} 0 R {before}{after}{target}>>".encode()


def _appended(content: bytes, objects: dict[int, bytes], facts: bytes) -> bytes:
    parts = [content.rstrip(), b"\n"]
    at = len(parts[0]) + 1
    table = [b"xref\n0 1\n0000000000 65535 f \n"]
    for number, words in sorted(objects.items()):
        written = b"%d 0 obj\n%s\nendobj\n" % (number, words)
        table.append(b"%d 1\n%010d 00000 n \n" % (number, at))
        parts.append(written)
        at += len(written)
    return b"".join([*parts, *table, b"trailer\n<<\n", facts, b"\n>>\nstartxref\n%d\n%%%%EOF\n" % at])
