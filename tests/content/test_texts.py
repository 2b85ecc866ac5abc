"""Texts are said in the right form, and names go in as they are."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import pytest

from trustplanner.content.reading import Holds, read_content
from trustplanner.content.texts import Sentence, Text, Voice, voice_for
from trustplanner.domain.plans import Contact, Plan, Pronoun, SafetyScreen

TODAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)
ANA = Voice("Ana", Pronoun.SHE, "Sam", "Ruth", Contact.OPEN)
PLAN = Plan(
    id="p", own_name="Sam", their_name="Ana", pronoun=Pronoun.SHE, counsellor="Ruth", kind=None, pattern=None,
    hidden=None, danger=None, others=None, contact=Contact.OPEN, contact_until=None, contact_note="",
    first_day=date(2026, 5, 1), created_at=NOON,
)  # fmt: skip
VARIED = """
[text]
she = "{name} knows what she wants."
he = "{name} knows what he wants."
they = "{name} knows what they want."
[text.limited]
text = "{counsellor} knows the limits."
alone = "You know the limits."
[text.none]
text = "Tell {counsellor}."
[text.none.alone]
she = "Leave her in peace."
he = "Leave him in peace."
they = "Leave them in peace."
"""


@dataclass(frozen=True)
class Page:
    """A content file with one text in it."""

    text: Annotated[Text, Holds("n")]


def text_of(folder: Path, toml: str) -> Text:
    file = folder / "page.toml"
    file.write_text(toml, encoding="utf-8")
    return read_content(file, file.name, Page).text


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (ANA, "Ana knows what she wants."),
        (replace(ANA, pronoun=Pronoun.HE), "Ana knows what he wants."),
        (replace(ANA, pronoun=Pronoun.THEY), "Ana knows what they want."),
        (replace(ANA, counsellor=""), "Ana knows what she wants."),
        (replace(ANA, contact=Contact.LIMITED), "Ruth knows the limits."),
        (replace(ANA, contact=Contact.LIMITED, counsellor="  "), "You know the limits."),
        (replace(ANA, contact=Contact.NONE), "Tell Ruth."),
        (replace(ANA, contact=Contact.NONE, counsellor="", pronoun=Pronoun.HE), "Leave him in peace."),
    ],
)
def test_a_text_is_said_for_the_pronoun_the_contact_and_the_counsellor(tmp_path: Path, voice: Voice, said: str) -> None:
    assert text_of(tmp_path, VARIED).said_to(voice) == said


def test_guarded_words_are_said_for_limited_and_for_no_contact(tmp_path: Path) -> None:
    text = text_of(tmp_path, '[text]\ntext = "Ask {name}."\nguarded = "Wait."\n')
    said = {contact: text.said_to(replace(ANA, contact=contact)) for contact in Contact}
    assert said == {Contact.OPEN: "Ask Ana.", Contact.LIMITED: "Wait.", Contact.NONE: "Wait."}


@pytest.mark.parametrize("name", ["{counsellor}", "{0}", "{", "}}{{", "%s", "\\1", "Zoë 🌻", "A.\nB", "<b>Ana</b>"])
def test_a_name_goes_in_exactly_as_it_is(tmp_path: Path, name: str) -> None:
    text = text_of(tmp_path, '[text]\ntext = "{name} and {counsellor}"\nalone = "{name}"\n')
    assert text.said_to(replace(ANA, name=name)) == f"{name} and Ruth"


@pytest.mark.parametrize("name", ["عمر", "שרה (אמא)", "Ana\u202e"])
def test_a_right_to_left_name_does_not_turn_the_sentence_around_it(tmp_path: Path, name: str) -> None:
    text = text_of(tmp_path, 'text = "What did {name} say?"\n')
    assert text.said_to(replace(ANA, name=name)) == f"What did \u2068{name}\u2069 say?"


def test_facts_fill_the_other_placeholders(tmp_path: Path) -> None:
    assert text_of(tmp_path, 'text = "{n} of {name}"\n').said_to(ANA, n=20) == "20 of Ana"


def test_a_sentence_says_its_facts_or_does_without_them() -> None:
    sentence = Sentence("Page {page} of {pages}.", "A page.")
    assert sentence.said(page="{pages}", pages=9, more="x") == "Page {pages} of 9."
    assert sentence.said(page=3) == "A page."


def test_the_voice_of_a_plan_knows_what_contact_may_be_proposed() -> None:
    asked_for_none = SafetyScreen(1, TODAY, NOON, stop=False, indirect=True, ending=False, support=False, answers="")
    assert voice_for(PLAN, None) == ANA
    assert voice_for(PLAN, asked_for_none).contact is Contact.NONE
    assert voice_for(replace(PLAN, contact=Contact.NONE), None).contact is Contact.NONE
