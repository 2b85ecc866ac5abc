"""What an action changed: its topics, its emptiness and its reverse."""

from typing import get_args

import pytest

from tests.builders import NOON, a_commitment, some_terms
from trustplanner.domain.change import TOPICS, Change, Edit, Entity, Topic
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.moments import Draft, Setting

OLD, NEW = Setting("look", "light"), Setting("look", "dark")


def test_the_reverse_of_a_change_swaps_the_sides_and_the_order() -> None:
    draft = Draft("letter", "Dear Ana", NOON)
    change = Change("Write", (Edit(OLD, NEW), Edit(None, draft)))
    assert change.reversed() == Change("Write", (Edit(draft, None), Edit(NEW, OLD)))
    assert change.reversed().reversed() == change


def test_a_change_names_the_topics_it_touched() -> None:
    change = Change("New commitment", (Edit(None, a_commitment()), Edit(None, some_terms()), Edit(OLD, NEW)))
    assert change.topics == {Topic.COMMITMENTS, Topic.SETTINGS}
    assert change.reversed().topics == change.topics


def test_a_change_without_edits_is_empty() -> None:
    assert Change("Nothing", ()).is_empty
    assert Change("Nothing", ()).topics == frozenset()
    assert not Change("Look", (Edit(OLD, NEW),)).is_empty


@pytest.mark.parametrize("edit", [Edit(None, a_commitment()), Edit(a_commitment(), None)])
def test_an_edit_knows_its_kind_from_either_side(edit: Edit) -> None:
    assert edit.entity_type is Commitment


def test_every_kind_of_row_has_a_topic_and_every_topic_a_row() -> None:
    assert set(TOPICS) == set(get_args(Entity))
    assert set(TOPICS.values()) == set(Topic)
