"""The catalogue finds every page, reads late, and names what is broken."""

import shutil
from pathlib import Path

import pytest

from tests.content.every_text import FACTS, LANGUAGES, READ_ELSEWHERE, language_folder
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, EVERY_PAGE, Catalogue, shipped_catalogue
from trustplanner.content.sentences import last_resort
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.domain.path import StageCode
from trustplanner.domain.plans import SafetyQuestion

FILES = sorted(
    path.relative_to(language_folder(DEFAULT_LANGUAGE))
    for path in language_folder(DEFAULT_LANGUAGE).rglob("*.toml")
    if path.name not in READ_ELSEWHERE
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the English files, to be broken."""
    return Path(shutil.copytree(language_folder(DEFAULT_LANGUAGE), tmp_path / "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_a_language_can_be_read(language: str) -> None:
    catalogue = Catalogue(language_folder(language))
    catalogue.read_all()
    assert len(catalogue.kinds()) == 18
    assert set(catalogue.safety().questions) == set(SafetyQuestion)


def test_the_shipped_catalogue_is_the_english_one() -> None:
    assert shipped_catalogue().welcome().title == Catalogue(language_folder("en")).welcome().title


def test_a_file_is_read_when_it_is_first_needed_and_then_kept(copy: Path) -> None:
    catalogue = Catalogue(copy)
    shutil.rmtree(copy / "kinds")
    first = catalogue.today()
    (copy / "today.toml").unlink()
    assert catalogue.today() is first
    with pytest.raises(UnreadableError):
        catalogue.kinds()


@pytest.mark.parametrize("file", FILES, ids=str)
def test_each_broken_file_is_named(copy: Path, file: Path) -> None:
    (copy / file).write_text("a = = b", encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        Catalogue(copy).read_all()
    assert caught.value.code is Code.CONTENT_UNREADABLE
    assert caught.value.details == {"file": file.as_posix(), "field": "line 1, column 5"}


def test_a_kind_under_another_name_is_refused(copy: Path) -> None:
    (copy / "kinds" / "affair.toml").rename(copy / "kinds" / "fling.toml")
    with pytest.raises(UnreadableError) as caught:
        Catalogue(copy).kinds()
    assert caught.value.details == {"file": "kinds/fling.toml", "field": "code"}


def test_a_prompt_without_its_examples_is_refused(copy: Path) -> None:
    file = copy / "prompts.toml"
    file.write_text(file.read_text("utf-8").replace('weak = "Honesty is important."\n', ""), encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        Catalogue(copy).prompts(StageCode.READY)
    assert caught.value.details == {"file": "prompts.toml", "field": "ready_value.weak"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (('schedule = "once"', 'schedule = "weekly"'), "suggestions[1].schedule"),
        (('time = "20:00"', 'time = "8 pm"'), "suggestions[5].time"),
        (('weight = "integrity"', 'weight = "heavy"'), "weight"),
    ],
)
def test_a_suggestion_that_no_editor_could_take_is_refused(copy: Path, change: tuple[str, str], field: str) -> None:
    file = copy / "kinds" / "affair.toml"
    file.write_text(file.read_text("utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        Catalogue(copy).kinds()
    assert caught.value.details == {"file": "kinds/affair.toml", "field": field}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(Code))
def test_every_error_has_its_sentence(language: str, code: Code) -> None:
    catalogue = Catalogue(language_folder(language))
    for sentence in (catalogue.error_sentence(code, **FACTS), catalogue.error_sentence(code)):
        assert sentence.endswith("."), sentence
        assert "{" not in sentence
        assert "\n" not in sentence


def test_a_fact_in_a_sentence_is_never_read_as_a_placeholder() -> None:
    sentence = shipped_catalogue().error_sentence(Code.FILE_MISSING, path="/home/{page}/{0}")
    assert "/home/{page}/{0}" in sentence


def test_an_error_is_said_even_when_no_file_can_be_read(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "not-there")
    details = {"file": "prompts.toml", "field": "ready_value.weak"}
    assert "prompts.toml, at ready_value.weak" in catalogue.error_sentence(Code.CONTENT_UNREADABLE, **details)
    assert catalogue.error_sentence(Code.DISK_FULL).endswith("your file is not touched.")


@pytest.mark.parametrize("code", [Code.RESOURCES_MISSING, Code.CONTENT_UNREADABLE])
@pytest.mark.parametrize("details", [{}, {"file": "a.toml", "field": "b", "path": "/p"}])
def test_the_last_resort_says_what_the_english_file_says(code: Code, details: dict[str, str]) -> None:
    assert last_resort(code, **details) == Catalogue(language_folder("en")).error_sentence(code, **details)


def test_every_method_that_reads_a_file_is_walked() -> None:
    others = ("read_all", "stages_file", "shipped_helplines")
    readers = {
        name
        for name, member in vars(Catalogue).items()
        if not name.startswith("_") and member.__code__.co_argcount == 1 and name not in others
    }
    assert {page.__name__ for page in EVERY_PAGE} == readers
