"""The documented format is the format."""

import json
import re
from pathlib import Path

import pytest

from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.exchange.json_reading import LARGEST_FILE, MOST_VALUES, read_archive
from trustplanner.exchange.json_schema import LISTS, SETTINGS, SHAPES, TOP_FIELDS, VERSION, Shape

PAGE = (Path(__file__).parents[2] / "docs" / "json_format.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| .*\|$", re.MULTILINE)
SECTION = re.compile(r"^###? (.+)$", re.MULTILINE)


def rows_of(section: str) -> list[tuple[str, str]]:
    """The fields and types of one section of the page, in order."""
    _, _, after = PAGE.partition(f"\n{section}\n")
    assert after, section
    found = SECTION.search(after)
    return ROW.findall(after[: found.start()] if found else after)


def expected(shape: Shape) -> list[tuple[str, str]]:
    own = [(field.name, field.kind.name) for field in shape.fields]
    return own + [(name, f"list of [{part.section}](#{part.section})") for name, part in shape.parts.items()]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.section)
def test_every_field_of_every_object_is_documented_with_its_type(shape: Shape) -> None:
    assert rows_of(f"### {shape.section}") == expected(shape)


def test_the_top_is_documented() -> None:
    rows = rows_of("## The top")
    assert [name for name, _ in rows] == list(TOP_FIELDS)
    assert {name: kind for name, kind in rows if name in LISTS} == {
        name: f"list of [{name}](#{name})" for name in LISTS
    }
    assert dict(rows)["version"] == f"whole number {VERSION} to {VERSION}"


def test_the_settings_are_documented() -> None:
    assert rows_of("### settings") == [(each.name, f"{each.kind.name}; or null") for each in SETTINGS]


def test_every_type_is_explained() -> None:
    """A bound of its own is explained once, with 60 and with 0 to 10."""
    explained = set(re.findall(r"^\| ([^|`]+?) \| [^|]+ \|$", PAGE, re.MULTILINE))
    used = {field.kind.name.removesuffix("; or null") for shape in SHAPES for field in shape.fields}
    used |= {each.kind.name for each in SETTINGS}
    unbound = {re.sub(r"whole number .*", "whole number 0 to 10", re.sub(r", at most \d+$", "", name)) for name in used}
    assert {name for name in unbound if not name.startswith("one of ")} <= explained
    assert {"one of a, b", "text, at most 60"} <= explained


def test_the_safety_questions_are_named() -> None:
    assert ", ".join(SafetyQuestion) in PAGE
    assert ", ".join(SafetyAnswer) in PAGE


def test_the_limits_are_the_ones_in_force() -> None:
    assert f"{LARGEST_FILE // 2**20} MB" in PAGE
    assert f"{MOST_VALUES:,}" in PAGE


def test_the_smallest_file_of_the_page_can_be_read() -> None:
    example = PAGE.partition("```json\n")[2].partition("```")[0]
    assert json.loads(example)["version"] == VERSION
    assert read_archive(example.encode(), "smallest.json").rows == ()
