"""Where the hurt person wants no contact, nothing that is shown proposes any."""

import re

import pytest

from tests.content.every_text import NAME, Said, everything_said, language_folder
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.content.kinds import Kind, suggestions
from trustplanner.domain.plans import Contact

VERBS = (
    "tell|tells|telling|ring|rings|call|calls|text|texts|write|writes|message|email|ask|asks|asking|visit|visits|meet|"
    "meets|invite|thank|show|shows|send|sends|offer|answer|let|see|listen|bring|give|hand|speak|talk|read|say|wait for"
)
PROPOSALS = [
    # a verb of contact, and soon after it the hurt person
    rf"\b(?:{VERBS})\b[^.;:]{{0,30}}\b(?:{NAME}|her|him)\b",
    rf"\b(?:{VERBS}) (?:to |for |with )?them\b",
    r"\boffer",
    r"\b(?:ring|call) at six\b|\bknock\b|\bflowers\b|\bat the door\b|\bdrop by\b|\bpass (?:it|this|that) on\b",
    r"\bthrough (?:friends|family|others|relatives)\b",
]
# Read one by one: each speaks of what was said before, forbids contact, or is about somebody else.
REVIEWED = {
    "kinds[watching].watch[0]",  # "Offering your own phone to be searched in return": what not to do
    "kinds[estranged].suggestions[no_messengers].if_cue",  # a relative offers, and is told not to
    "kinds[estranged].suggestions[no_messengers].short",  # "No messages through family"
    "tracking_refusal.reason",  # a refusal
    "tracking_refusal.needs_answer",  # a refusal
    "prompts.ready_who_decides.instruction",  # what was said about contact
    "prompts.hurt_counted_on.instruction",  # "as Zuleika might have said it the day before"
    "prompts.hurt_told_you.title",  # what was told before
    "prompts.hurt_told_you.contents",  # the same
    "prompts.own_not_theirs.instruction",  # written here
    "prompts.amends_asked_for.instruction",  # "do not find out through others"
    "prompts.amends_asked_for.they_decide",  # what they may do
    "prompts.amends_not_wanted.strong",  # "no greetings through friends"
    "prompts.amends_consequences.why",  # "shows that it is not Zuleika's job"
    "kinds[told_secret].suggestions[leave_the_talk].then_will",  # said of somebody who is not in the room
    "safety.keep_label",  # reading one's own answers
    "safety.keep_note",  # the same
    "prompts.amends_consequences.strong",  # somebody made up tells her parents
    "safety.indirect.paragraphs[1]",  # what no contact covers
    "safety.stop.paragraphs[3]",  # what an order covers
    "miss_steps.tell.options.told_first.label",  # what happened; not offered without contact
    "miss_steps.tell.options.when_asked.label",  # what happened
    "today.miss.told_first",  # what happened
    "today.miss.when_asked",  # what happened
    "today.miss.told_first_when",  # what happened
    "today.miss.when_asked_when",  # what happened
    "first_run.kind.suggestions_note",  # checked with the counsellor
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(language_folder(DEFAULT_LANGUAGE))


def shown(catalogue: Catalogue, contact: Contact) -> list[Said]:
    """Everything said in this contact state, without the suggestions that are not offered in it."""
    offered = {
        f"kinds[{kind.code}].suggestions[{suggestion.code}]"
        for kind in catalogue.kinds()
        for suggestion in suggestions(kind, contact)
    }
    return [
        said
        for said in everything_said(catalogue, contact)
        if ".suggestions[" not in said.place or said.place.rpartition(".")[0] in offered
    ]


@pytest.mark.parametrize("pattern", PROPOSALS)
def test_without_contact_no_text_proposes_any(catalogue: Catalogue, pattern: str) -> None:
    proposes = re.compile(pattern, re.IGNORECASE)
    found = [said for said in shown(catalogue, Contact.NONE) if proposes.search(said.words)]
    assert [said for said in found if said.place not in REVIEWED] == []


def test_the_patterns_find_contact_where_it_is_welcome(catalogue: Catalogue) -> None:
    found = {
        said.place
        for said in shown(catalogue, Contact.OPEN)
        if any(re.search(pattern, said.words, re.IGNORECASE) for pattern in PROPOSALS)
    }
    assert found >= {
        "miss_steps.tell.lead",
        "prompts.amends_letter.instruction",
        "kinds[affair].suggestions[say_if_contacted].will",
        "kinds[absent_parent].suggestions[weekly_call].will",
        "first_run.kind.suggestions_note",
    }


def test_every_reviewed_place_is_still_there(catalogue: Catalogue) -> None:
    assert {said.place for said in everything_said(catalogue)} >= REVIEWED


def kinds() -> tuple[Kind, ...]:
    return Catalogue(language_folder(DEFAULT_LANGUAGE)).kinds()


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_each_kind_has_something_to_do_without_contact(kind: Kind) -> None:
    without = suggestions(kind, Contact.NONE)
    assert len(without) >= 2
    assert not any(suggestion.contact for suggestion in without)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_with_limits_what_needs_no_contact_comes_first(kind: Kind) -> None:
    in_order = suggestions(kind, Contact.LIMITED)
    assert [suggestion.contact for suggestion in in_order] == sorted(suggestion.contact for suggestion in in_order)
    codes = [
        sorted(suggestion.code for suggestion in found)
        for found in (in_order, suggestions(kind, Contact.OPEN), kind.suggestions)
    ]
    assert codes[0] == codes[1] == codes[2]
