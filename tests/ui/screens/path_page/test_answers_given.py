"""What a yes to a cross-cutting question means stands in the margin of its stage."""

import pytest

from tests.ui.screens.path_page.path_person import PathPerson
from trustplanner.actions import plans
from trustplanner.domain.path import StageCode
from trustplanner.domain.plans import Share


@pytest.mark.parametrize(
    ("answer", "stage", "beginning"),
    [
        ("pattern", StageCode.DAY_TO_DAY, "A pattern is answered by a record over time."),
        ("hidden", StageCode.RESPONSIBILITY, "Words will weigh little now."),
        ("danger", StageCode.AMENDS, "Making it safe comes first"),
        ("others", StageCode.ACKNOWLEDGE, "Each person was hurt in their own way."),
    ],
)
def test_a_yes_is_kept_in_mind_in_its_own_stage_and_a_no_nowhere(
    person: PathPerson, answer: str, stage: StageCode, beginning: str
) -> None:
    first = person.workspace.catalogue.prompts(stage)[0].code
    person.workspace.do("Kind", plans.choose_kind, "small_lies", **{answer: Share.NO})
    person.open(first)
    assert "answered" not in person.notes()
    person.workspace.do("Kind", plans.choose_kind, "small_lies", **{answer: Share.YES})
    person.open(first)
    assert person.notes()["answered"][0].startswith(beginning)


def test_the_contents_say_which_stages_have_more_room_for_what_was_answered(person: PathPerson) -> None:
    answers = {"pattern": Share.YES, "hidden": Share.YES, "danger": Share.NO, "others": Share.YES}
    person.workspace.do("Kind", plans.choose_kind, "small_lies", **answers)
    assert person.reads("After what happened, “Take responsibility” deserves the most room.")
    assert person.reads("What you answered gives more room to “Acknowledge the hurt”, “Day to day”.")
    person.workspace.do("Kind", plans.choose_kind, "small_lies", **dict.fromkeys(answers, Share.NO))
    assert not person.reads("gives more room to")
