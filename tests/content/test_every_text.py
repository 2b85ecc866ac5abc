"""Every text of every language can be said to everyone, and each language has them all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.every_text import (
    COUNSELLOR,
    FACTS,
    LANGUAGES,
    NAME,
    OWN_NAME,
    READ_ELSEWHERE,
    Said,
    everything_in,
    everything_said,
    language_folder,
    voice,
)
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.content.texts import ALL_FORMS, Sentence, Text
from trustplanner.domain.plans import Contact, Pronoun

OTHER_PRONOUNS = {
    Pronoun.SHE: re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    Pronoun.HE: re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    Pronoun.THEY: re.compile(r"\b(?:she|her|hers|herself|he|him|his|himself)\b", re.IGNORECASE),
}
IS_EXAMPLE = re.compile(r"^prompts\.\w+\.(?:strong|weak)$")  # about made-up people, with pronouns of their own


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return Catalogue(language_folder(str(request.param)))


def test_every_form_of_every_text_is_said_without_a_placeholder_left_over(catalogue: Catalogue) -> None:
    count = 0
    for said in everything_said(catalogue):
        count += 1
        assert said.words == said.words.strip(), said
        assert said.words, said
        assert "{" not in said.words, said
        assert "}" not in said.words, said
        assert "  " not in said.words, said
    assert count > 10_000  # the walk has found the texts


def test_nobody_is_called_by_a_name_that_was_not_given(catalogue: Catalogue) -> None:
    for place, text in texts_of(catalogue):
        for form in ALL_FORMS:
            if not form.has_counsellor:
                assert COUNSELLOR not in text.said_to(voice(form), **FACTS).split(), (place, form)


def test_no_text_speaks_of_the_hurt_person_with_another_pronoun(catalogue: Catalogue) -> None:
    if catalogue.stages_file().lines.said.said_to(voice(ALL_FORMS[0])) != "She said":
        pytest.skip("the pronouns above are English")
    for said in everything_said(catalogue):
        if said.form is not None and not IS_EXAMPLE.match(said.place):
            assert not OTHER_PRONOUNS[said.form.pronoun].search(said.words), said
        if said.form is None:
            assert not OTHER_PRONOUNS[Pronoun.THEY].search(said.words), said


@pytest.mark.parametrize("pronoun", list(Pronoun))
@pytest.mark.parametrize("contact", list(Contact))
def test_each_question_of_the_path_can_be_asked_of_everyone(pronoun: Pronoun, contact: Contact) -> None:
    catalogue = Catalogue(language_folder(DEFAULT_LANGUAGE))
    form = next(form for form in ALL_FORMS if form[:2] == (contact, pronoun))
    titles = [catalogue.prompt(code).title.said_to(voice(form)) for code in catalogue.prompt_codes()]
    assert len(set(titles)) == len(titles)
    assert any(NAME in title for title in titles)
    assert not any(OWN_NAME in title for title in titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_text_of_the_first_one(language: str) -> None:
    wanted, found = (
        sorted(place for place, _ in everything_in(Catalogue(language_folder(code))))
        for code in (DEFAULT_LANGUAGE, language)
    )
    assert found == wanted


def test_facts_are_said_where_they_are_known(catalogue: Catalogue) -> None:
    for place, item in everything_in(catalogue):
        if isinstance(item, Sentence) and item.words != item.plain:
            assert item.said(**FACTS) != item.said(), place


def texts_of(catalogue: Catalogue) -> Iterator[tuple[str, Text]]:
    return ((place, item) for place, item in everything_in(catalogue) if isinstance(item, Text))


def test_the_walk_sees_each_file() -> None:
    places = {said.place.split(".")[0].split("[")[0] for said in every_english_text()}
    files = {path.stem for path in language_folder(DEFAULT_LANGUAGE).glob("*.toml")}
    assert {place.removesuffix("_file") for place in places} >= files - {Path(name).stem for name in READ_ELSEWHERE}


def every_english_text() -> list[Said]:
    return list(everything_said(Catalogue(language_folder(DEFAULT_LANGUAGE))))
