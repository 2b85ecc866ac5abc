"""A content file is read exactly as it is described, or refused with the place of the fault."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest

from trustplanner.content.reading import LARGEST_FILE, Holds, read_content
from trustplanner.content.texts import Sentence, Text
from trustplanner.domain.errors import Code, UnreadableError


class Colour(StrEnum):
    """Two colours."""

    BLUE = "blue"
    BROWN = "brown"


@dataclass(frozen=True)
class Entry:
    """An entry of a list."""

    code: str
    colour: Colour
    is_new: bool = False

    def __post_init__(self) -> None:
        if self.code == "none":
            raise ValueError("code")


@dataclass(frozen=True)
class Page:
    """A page with every type there is."""

    words: str
    count: int
    day: date
    text: Annotated[Text, Holds("n")]
    sentence: Annotated[Sentence, Holds("path")]
    entries: tuple[Entry, ...]
    by_colour: dict[Colour, str]
    by_code: dict[str, Entry]
    note: str | None = None


WHOLE = """
words = "plain"
count = 3
day = 2026-05-14
text = { text = "{name}, {n}, {counsellor}", alone = "{name}, {n}" }
sentence = { text = "at {path}", plain = "somewhere" }
entries = [{ code = "a", colour = "blue", is_new = true }, { code = "b", colour = "brown" }]
by_colour = { blue = "ink", brown = "sepia" }
by_code = { c = { colour = "blue" } }
"""


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "page.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


def test_a_whole_page_is_read_with_its_types(tmp_path: Path) -> None:
    page = read_content(written(tmp_path, WHOLE), "page.toml", Page)
    assert (page.words, page.count, page.day, page.note) == ("plain", 3, date(2026, 5, 14), None)
    assert page.entries == (Entry("a", Colour.BLUE, True), Entry("b", Colour.BROWN, False))
    assert page.by_colour == {Colour.BLUE: "ink", Colour.BROWN: "sepia"}
    assert page.by_code == {"c": Entry("c", Colour.BLUE)}
    assert page.sentence.said(path="/x") == "at /x"


FAULTS = [
    ('words = "plain"\n', "", "words"),
    ('words = "plain"', "words = 3", "words"),
    ('words = "plain"', 'words = "  "', "words"),
    ('words = "plain"', 'words = "{name}"', "words"),
    ('words = "plain"', 'words = "plain"\nword = "x"', "word"),
    ('words = "plain"', 'words = "plain"\nnote = 1', "note"),
    ("count = 3", "count = true", "count"),
    ("count = 3", "count = 3.0", "count"),
    ("day = 2026-05-14", 'day = "2026-05-14"', "day"),
    ("day = 2026-05-14", "day = 2026-05-14T12:00:00", "day"),
    ('{ text = "{name}, {n}, {counsellor}", alone = "{name}, {n}" }', '"{name} {"', "text"),
    ('{ text = "{name}, {n}, {counsellor}", alone = "{name}, {n}" }', '"{nickname}"', "text"),
    ('{ text = "{name}, {n}, {counsellor}", alone = "{name}, {n}" }', '"{counsellor}"', "text.alone"),
    (', alone = "{name}, {n}"', ', alone = "{counsellor}"', "text.alone"),
    (', alone = "{name}, {n}"', ', alone = { she = "x", he = "y" }', "text.alone.they"),
    (', alone = "{name}, {n}"', ', alone = "x", she = "y"', "text.she"),
    (', alone = "{name}, {n}"', ', alone = "x", none = "y"', "text.limited"),
    (', alone = "{name}, {n}"', ', alone = "x", limited = "y"', "text.none"),
    (', alone = "{name}, {n}"', ', alone = "x", limited = "y", none = "z", guarded = "w"', "text.guarded"),
    (', alone = "{name}, {n}"', ', alone = "x", limited = "y", none = { text = "{counsellor}" }', "text.none.alone"),
    (', alone = "{name}, {n}"', ', alone = "x", guarded = { none = "y", text = "z" }', "text.guarded.none"),
    ('{ text = "at {path}", plain = "somewhere" }', '"at {path}"', "sentence.plain"),
    ("at {path}", "at {page}", "sentence.text"),
    ('plain = "somewhere"', 'plain = "at {path}"', "sentence.plain"),
    ('colour = "brown" }]', 'colour = "green" }]', "entries[2].colour"),
    (', { code = "b", colour = "brown" }', ', { colour = "brown" }', "entries[2].code"),
    ('code = "b"', 'code = "none"', "entries[2].code"),
    ("is_new = true", "is_new = 1", "entries[1].is_new"),
    ("entries = [", "entries = [3, ", "entries[1]"),
    ('entries = [{ code = "a", colour = "blue", is_new = true }, { code = "b", colour = "brown" }]', "entries = 3",
     "entries"),
    (', brown = "sepia"', "", "by_colour.brown"),
    ('brown = "sepia"', 'brown = "sepia", red = "x"', "by_colour.red"),
    ('c = { colour = "blue" }', 'c = { colour = "blue", code = "d" }', "by_code.c.code"),
    ('c = { colour = "blue" }', "c = 3", "by_code.c"),
    ("count = 3", "count = = 3", "line 3, column 9"),
    ("count = 3", "count = 3\ncount = 4", "line 4, column 10"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "field"), FAULTS)
def test_a_fault_is_refused_with_the_file_and_the_field(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    assert WHOLE.count(right) == 1
    file = written(tmp_path, WHOLE.replace(right, wrong))
    with pytest.raises(UnreadableError) as caught:
        read_content(file, "some/page.toml", Page)
    assert caught.value.code is Code.CONTENT_UNREADABLE
    assert caught.value.details == {"file": "some/page.toml", "field": field}


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b'words = "\xff"', "its encoding, which is not UTF-8"),
        (WHOLE.encode("utf-16"), "its encoding, which is not UTF-8"),
        (b"#" * (LARGEST_FILE + 1), "its size"),
        (b"x = " + b"[" * 100_000, "its grammar"),
        (b"", "words"),
    ],
)
def test_a_file_that_is_no_content_file_is_refused(tmp_path: Path, content: bytes, field: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_content(written(tmp_path, content), "page.toml", Page)
    assert caught.value.details == {"file": "page.toml", "field": field}


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "not-there.toml", tmp_path):
        with pytest.raises(UnreadableError) as caught:
            read_content(place, "page.toml", Page)
        assert caught.value.details == {"file": "page.toml", "field": "reading the file"}
