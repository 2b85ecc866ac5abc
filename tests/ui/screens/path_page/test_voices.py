"""The path speaks to one person about another: pronouns, contact, and what the private questions switched."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.person import click
from tests.ui.screens.path_page.path_person import PathPerson
from trustplanner.actions import path, plans
from trustplanner.actions.plans import set_contact
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.page import Destination


@pytest.mark.parametrize(
    ("pronoun", "title"),
    [
        (Pronoun.HE, "What has Ana told you, in his own words?"),
        (Pronoun.THEY, "What has Ana told you, in their own words?"),
    ],
)
def test_texts_follow_the_pronoun_while_the_page_is_seen(person: PathPerson, pronoun: Pronoun, title: str) -> None:
    person.open("hurt_told_you")
    person.workspace.do("Names", plans.begin, "Sam", "Ana", pronoun)
    assert person.title == title


def test_without_contact_nothing_proposes_any(person: PathPerson) -> None:
    person.open("own_explanation")
    person.type("I was afraid of")
    assert person.title == "If Ana ever asks why, what will you say?"
    person.workspace.do("Contact", set_contact, Contact.NONE)
    assert person.title == "Why did you do it, in two sentences?"
    assert person.field.toPlainText() == "I was afraid of", "the words stay"
    banner = person.the(Banner, "path_no_contact_banner")
    assert banner.sentence().startswith("No contact with Ana.")


def test_the_ending_track_stands_above_every_question_with_its_steps(person: PathPerson) -> None:
    answers = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    person.workspace.do("Safety", plans.answer_safety, answers, keep_answers=False)
    banner = person.the(Banner, "path_ending_banner")
    assert "ending it and telling it, with a counsellor" in banner.sentence()
    assert not person.reads("1. Make an appointment"), "the question stays in sight"
    click(banner.link_button)
    assert person.reads("1. Make an appointment")
    assert person.reads("5. Afterwards")
    click(banner.link_button)
    assert not person.reads("1. Make an appointment")


def test_making_amends_waits_on_the_ending_track_and_loses_no_word(person: PathPerson) -> None:
    person.workspace.do("Write", path.write_answer, "amends_never_forgive", "Go to work.")
    person.open("amends_never_forgive")
    person.type(" Pay.")
    answers = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    person.workspace.do("Safety", plans.answer_safety, answers, keep_answers=False)
    person.settle()
    assert not person.seen(QWidget, "path_amends_stage_entry")
    person.open("amends_never_forgive")
    assert not person.heading.startswith("Make amends")
    assert person.words("amends_never_forgive") == "Go to work. Pay.", "what was written is kept"


def test_support_stands_first_when_it_is_switched(person: PathPerson) -> None:
    answers = {SafetyQuestion.SELF_HARM: SafetyAnswer.YES}
    person.workspace.do("Safety", plans.answer_safety, answers, keep_answers=False)
    banner = person.the(Banner, "path_support_banner")
    assert "crisis line" in banner.sentence()
    click(banner.link_button)
    assert person.went == [Destination("support")]
    assert not person.seen(Banner, "path_ending_banner")
