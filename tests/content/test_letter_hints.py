"""The words of the hints: a question for each, and no other wording where somebody is pressed."""

import shutil
from pathlib import Path

import pytest

from tests.content.every_text import language_folder
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.content.letter_hints import Slip
from trustplanner.domain.errors import UnreadableError

HINTS = Catalogue(language_folder(DEFAULT_LANGUAGE)).letter_hints()


@pytest.mark.parametrize("slip", list(Slip))
def test_a_hint_asks_one_question(slip: Slip) -> None:
    assert HINTS.slips[slip].question.count("?") == 1
    assert HINTS.slips[slip].question.endswith("?")


def test_pressure_gets_no_other_wording() -> None:
    assert [slip for slip in Slip if HINTS.slips[slip].idea is None] == [Slip.COERCION]


def test_nothing_calls_a_letter_good() -> None:
    said = [HINTS.limits, HINTS.support, *(words.reason for words in HINTS.slips.values())]
    assert not any(
        word in each.lower() for each in said for word in ("nothing found", "no problem", "well done", "good letter")
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (('idea = "Put', 'other = "Put'), "slips.nobody_did_it.other"),
        (("[slips.coercion]", '[slips.coercion]\nidea = "x"'), "slips.coercion.idea"),
        (("[slips.vague]", "[slips.unclear]"), "slips.unclear"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused(tmp_path: Path, change: tuple[str, str], field: str) -> None:
    folder = Path(shutil.copytree(language_folder(DEFAULT_LANGUAGE), tmp_path / "en"))
    file = folder / "letter_hints.toml"
    file.write_text(file.read_text("utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        Catalogue(folder).letter_hints()
    assert caught.value.details == {"file": "letter_hints.toml", "field": field}
