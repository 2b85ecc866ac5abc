"""The helplines say truthfully what was checked, and a person's own list takes their place."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.content.every_text import LANGUAGES, language_folder
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.content.helplines import HelpFor
from trustplanner.domain.errors import Code

ENGLISH = language_folder(DEFAULT_LANGUAGE)
OWN = """
[[entries]]
country = "Here"
service = "My doctor"
for_what = "crisis"
reach = "555 0100"
checked = true
checked_on = 2026-11-01
checked_against = "the card on the fridge"
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shown_as_checked_that_was_not(language: str) -> None:
    found = Catalogue(language_folder(language)).helplines()
    assert found.put_together_on is not None
    assert found.note is not None
    for entry in found.entries:
        assert entry.checked is (entry.checked_on is not None) is (entry.checked_against is not None), entry
    assert not any(entry.checked for entry in found.entries)  # nobody has called these numbers yet


@pytest.mark.parametrize("wanted", [HelpFor.EMERGENCY, HelpFor.CRISIS, HelpFor.OWN_BEHAVIOUR, HelpFor.BEING_HURT])
def test_there_is_a_line_for_every_switch(wanted: HelpFor) -> None:
    assert any(entry.for_what is wanted for entry in Catalogue(ENGLISH).helplines().entries)


def test_each_country_is_named_once_with_the_directory_first() -> None:
    countries = Catalogue(ENGLISH).helplines().countries()
    assert countries[0] == "Everywhere"
    assert len(set(countries)) == len(countries)


def test_a_list_of_ones_own_is_used_in_place_of_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "helplines.toml"
    catalogue = Catalogue(ENGLISH, own)
    assert not catalogue.helplines().is_own
    own.write_text(OWN, encoding="utf-8")
    found = catalogue.helplines()  # read again each time
    assert found.is_own
    assert [(entry.service, entry.checked_on) for entry in found.entries] == [("My doctor", date(2026, 11, 1))]
    assert found.kinds == Catalogue(ENGLISH).helplines().kinds
    own.unlink()
    assert len(catalogue.helplines().entries) > 10


def test_a_copy_of_the_shipped_list_is_a_list_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    shutil.copy(ENGLISH / "helplines.toml", own)
    found = Catalogue(ENGLISH, own).helplines()
    assert found.is_own
    assert found.problem is None
    assert found.entries == Catalogue(ENGLISH).helplines().entries


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (OWN.replace("checked_on = 2026-11-01\n", ""), "entries[1].checked_on"),
        (OWN.replace("checked = true", "checked = false"), "entries[1].checked_on"),
        (OWN.replace('reach = "555 0100"\n', ""), "entries[1].reach"),
        (OWN.replace('"crisis"', '"chat"'), "entries[1].for_what"),
        ("entries = []", "entries"),
        ("entries = [", "end of document"),
    ],
)
def test_a_broken_list_of_ones_own_is_named_and_the_shipped_one_is_shown(
    tmp_path: Path, content: str, field: str
) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(content, encoding="utf-8")
    found = Catalogue(ENGLISH, own).helplines()
    assert not found.is_own
    assert len(found.entries) > 10
    assert found.problem is not None
    assert found.problem.code is Code.CONTENT_UNREADABLE
    assert found.problem.details == {"file": "mine.toml", "field": field}
    sentence = Catalogue(ENGLISH).error_sentence(found.problem.code, **found.problem.details)
    assert "mine.toml" in sentence


def test_how_to_edit_the_list_names_the_place() -> None:
    how = Catalogue(ENGLISH).helplines().how_to_edit
    assert "/home/sam/helplines.toml" in how.said(path="/home/sam/helplines.toml")
    assert "your own data folder" in how.said()
