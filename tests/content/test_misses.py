"""The five steps after a miss, in every state of contact."""

from dataclasses import replace

import pytest

from tests.content.every_text import language_folder
from tests.content.test_texts import ANA
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.content.misses import closing, offered
from trustplanner.domain.answers import How
from trustplanner.domain.plans import Contact

STEPS = Catalogue(language_folder(DEFAULT_LANGUAGE)).miss_steps()


def test_the_first_step_asks_as_it_was_drawn() -> None:
    assert STEPS.tell.title.said_to(ANA) == "Does Ana know yet?"
    assert STEPS.tell.lead.said_to(ANA).startswith("If it is safe and welcome, tell her before she finds out, today.")
    assert [STEPS.tell.options[how].label.said_to(ANA) for how in offered(Contact.OPEN)] == [
        "I told her before she asked",
        "I told her when she asked",
        "She found out",
        "She does not know yet",
        "Contact is not welcome: I tell Ruth instead",
    ]


@pytest.mark.parametrize(("counsellor", "title"), [("Ruth", "Does Ruth know yet?"), ("", "Who can know of it?")])
def test_without_contact_somebody_else_is_told(counsellor: str, title: str) -> None:
    voice = replace(ANA, contact=Contact.NONE, counsellor=counsellor)
    assert STEPS.tell.title.said_to(voice) == title
    assert "Contact with Ana is not welcome" in STEPS.tell.lead.said_to(voice)


def test_without_contact_telling_them_first_is_not_offered() -> None:
    assert offered(Contact.NONE) == (How.NOT_WELCOME, How.NOT_YET, How.FOUND_OUT, How.WHEN_ASKED)
    assert offered(Contact.NONE, How.NOT_YET) == offered(Contact.NONE)
    assert offered(Contact.LIMITED) == tuple(How)


def test_what_was_chosen_before_contact_ended_can_still_be_seen() -> None:
    assert offered(Contact.NONE, How.TOLD_FIRST)[-1] is How.TOLD_FIRST


@pytest.mark.parametrize(
    ("missed", "due", "line"),
    [
        (1, 20, "This is one miss among 20. It is not the whole of you, and it still counts."),
        (1, 1, "This is the first one due. It is not the whole of you, and it still counts."),
        (3, 3, ("Each of the 3 so far was missed. It is not the whole of you, and it still counts. "
               "This one may be the wrong size.")),
    ],
)  # fmt: skip
def test_the_closing_line_counts_truthfully(missed: int, due: int, line: str) -> None:
    assert closing(STEPS.after, ANA, missed, due) == line


def test_the_causes_can_be_kept_as_codes_separated_by_spaces() -> None:
    codes = [cause.code for cause in STEPS.likelier.causes]
    assert len(set(codes)) == len(codes) == 9
    assert not any(" " in code for code in codes)
