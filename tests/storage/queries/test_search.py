"""Everything that stands in a person's words is read for a search, and only from the chapters that are asked for."""

from typing import Any

import pytest
from sqlalchemy import Text

from tests.builders import NOON, on
from tests.storage.examples import an_example
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.harms import Harm
from trustplanner.domain.journal import JournalEntry
from trustplanner.domain.letters import Letter, LetterVersion
from trustplanner.domain.path import PathAnswer
from trustplanner.domain.search import Chapter, Written
from trustplanner.domain.views import TheirView
from trustplanner.storage.queries.search import NOT_SEARCHED, SOURCES, written
from trustplanner.storage.tables import TABLES
from trustplanner.storage.vault import Vault

EVERYWHERE = frozenset(Chapter)
OUTSIDE_THE_PLAN = {"SealedNote"}  # nobody's own words of this plan


def put(vault: Vault, *rows: Any) -> list[Any]:
    with vault.transaction() as unit:
        return [unit.put(row) for row in rows]


def read(vault: Vault, chapters: frozenset[Chapter] = EVERYWHERE) -> list[Written]:
    return vault.read(lambda connection: list(written(connection, chapters)))


def columns_of_words(entity_type: type[Any]) -> set[str]:
    columns = TABLES[entity_type].columns
    return {
        column.name
        for column in columns
        if type(column.type) is Text and not (column.nullable or column.primary_key or column.foreign_keys)
    }


@pytest.mark.parametrize("entity_type", TABLES, ids=lambda entity_type: entity_type.__name__)
def test_every_column_of_words_is_searched_or_named_as_one_that_is_not(entity_type: type[Any]) -> None:
    if entity_type.__name__ in OUTSIDE_THE_PLAN:
        return
    searched = {name for source in SOURCES if source.entity_type is entity_type for name in source.texts}
    left_out = NOT_SEARCHED.get(entity_type, frozenset())
    assert searched | left_out == columns_of_words(entity_type)
    assert not searched & left_out


def test_the_journal_is_read_only_when_it_is_asked_for(vault: Vault) -> None:
    put(vault, JournalEntry("one", on("05-02"), "A bad night", NOON))
    assert [each.texts for each in read(vault)] == [("A bad night",)]
    assert read(vault, EVERYWHERE - {Chapter.JOURNAL}) == []


def test_the_parts_of_a_room_are_read_one_after_the_other_and_empty_rows_are_not_read(vault: Vault) -> None:
    sentence = PathAnswer("a", "own_sentence", None, "I told Priya\x1f\x1fin March", "", False, NOON, NOON)
    put(vault, sentence, PathAnswer("b", "own_choice", None, "", "", True, NOON, NOON))
    assert read(vault) == [Written("PathAnswer", Chapter.PATH, "a", "own_sentence", None, ("I told Priya · in March",))]


def test_a_view_is_read_with_the_commitment_that_it_is_about(vault: Vault) -> None:
    put(vault, an_example(Harm), an_example(Commitment, id="ring"))
    [terms] = put(vault, an_example(Terms, seq=None, commitment_id="ring"))
    [pause] = put(vault, an_example(Pause, seq=None, commitment_id="ring"))
    about_terms = an_example(TheirView, seq=None, terms_seq=terms.seq, pause_seq=None, words="Of the terms")
    about_pause = an_example(TheirView, seq=None, terms_seq=None, pause_seq=pause.seq, words="Of the pause")
    put(vault, about_terms, about_pause)
    found = [each for each in read(vault) if each.kind == "TheirView"]
    assert {(each.about, each.texts) for each in found} == {("ring", ("Of the terms",)), ("ring", ("Of the pause",))}


def test_the_present_words_of_a_letter_are_read_once(vault: Vault) -> None:
    put(vault, an_example(Letter, id="first", words="Dear Ana, now"))
    for words in ("Dear Ana", "Dear Ana, now"):
        put(vault, an_example(LetterVersion, seq=None, letter_id="first", words=words))
    versions = [each.texts for each in read(vault) if each.kind == "LetterVersion"]
    assert versions == [("Dear Ana",)]
