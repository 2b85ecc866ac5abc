"""Walks through everything a catalogue can say, so that no text escapes a rule."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from trustplanner.content.catalogue import EVERY_PAGE, Catalogue
from trustplanner.content.texts import ALL_FORMS, Form, Sentence, Text, Voice
from trustplanner.domain.plans import Contact
from trustplanner.resource_files import resources_folder

# The phrases of the chart, and the words of the people in the demo: read and tested there.
READ_ELSEWHERE: Final = frozenset({"recovery_words.toml", "demo.toml"})
LANGUAGES = sorted(folder.name for folder in (resources_folder() / "content").iterdir() if folder.is_dir())
NAME = "Zuleika"
OWN_NAME = "Bertil"
COUNSELLOR = "Ruth"
# Every fact that a text or a sentence may hold, with a value that stands out.
FACTS: Final[dict[str, str | int]] = {
    "n": 20, "date": "3 May", "days": 7, "written": "3 May", "starts": "10 May", "path": "/p", "page": "3",
    "pages": 9, "place": "line 4", "expected": "a date", "file": "a.toml", "field": "b", "most": 500, "least": 8,
    "option": "--x", "time": "03:00", "next": "10 May", "when": "at 18:25",
    "words": "No visits", "before": "every day", "after": "every Sunday", "day": "Sunday",
    "habits": "4 habits", "entries": "9 entries", "names": "2 names", "what": "2 entries", "why": "it is there",
    "first": "3 May", "last": "9 May", "span": "3 to 9 May", "how": "told when asked",
}  # fmt: skip
NOT_FOR_READING = frozenset({"code", "schedule", "time"})


class Said(NamedTuple):
    """One sentence as it is said: where it stands, in which form, and the words."""

    place: str
    form: Form | None
    words: str


def language_folder(language: str) -> Path:
    return resources_folder() / "content" / language


def voice(form: Form) -> Voice:
    return Voice(NAME, form.pronoun, OWN_NAME, COUNSELLOR if form.has_counsellor else "", form.contact)


def everything_in(catalogue: Catalogue) -> Iterator[tuple[str, object]]:
    """Every text, sentence and plain word of every page, with its place."""
    for page in EVERY_PAGE:
        yield from _walk(page.__name__, page(catalogue))
    for code in catalogue.prompt_codes():
        yield from _walk(f"prompts.{code}", catalogue.prompt(code))
    for part in ("lines", "examples", "weights"):
        yield from _walk(f"stages_file.{part}", getattr(catalogue.stages_file(), part))


def everything_said(catalogue: Catalogue, contact: Contact | None = None) -> Iterator[Said]:
    """Every text in all its forms (those of one contact state if it is given), and all plain words."""
    for place, item in everything_in(catalogue):
        match item:
            case Text():
                for form in ALL_FORMS:
                    if contact in (None, form.contact):
                        yield Said(place, form, item.said_to(voice(form), **FACTS))
            case Sentence():
                yield Said(place, None, item.said(**FACTS))
                yield Said(place, None, item.said())
            case str():
                yield Said(place, None, item)


def _walk(place: str, item: object) -> Iterator[tuple[str, object]]:
    if isinstance(item, Text | Sentence):
        yield place, item
    elif isinstance(item, str) and not isinstance(item, Enum):
        if place.rsplit(".", 1)[-1] not in NOT_FOR_READING:
            yield place, item
    else:
        for step, part in _parts(item):
            yield from _walk(f"{place}{step}", part)


def _parts(item: object) -> list[tuple[str, object]]:
    if isinstance(item, Mapping):
        return [(f".{key}", part) for key, part in item.items()]
    if isinstance(item, tuple):
        return [(f"[{getattr(part, 'code', index)}]", part) for index, part in enumerate(item)]
    return [(f".{field.name}", getattr(item, field.name)) for field in fields(item)] if is_dataclass(item) else []
