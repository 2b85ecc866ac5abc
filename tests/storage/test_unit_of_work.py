"""Reads and writes of one transaction, what it says it changed, and putting a change back."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from tests.storage.examples import MOMENT, an_example, with_parents
from trustplanner.domain.change import Change, Edit, Entity, Topic
from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import Harm, Repair
from trustplanner.domain.moments import Draft, Setting
from trustplanner.storage.queries.commitments import asked_of
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.unit_of_work import UnitOfWork, key_of
from trustplanner.storage.vault import Vault

DRAFT = Draft("letter", "Dear Ana", MOMENT)
COMMITMENT: Commitment = an_example(Commitment)


class MistakeError(Exception):
    """Something went wrong in the middle of an action."""


def put(vault: Vault, *rows: Entity) -> Change:
    with vault.transaction() as unit:
        for row in rows:
            unit.put(row)
        return unit.change("Write")


def draft_in(vault: Vault) -> Draft | None:
    with vault.transaction() as unit:
        return unit.get(Draft, DRAFT.id)


# Rows


def test_a_row_is_inserted_once_and_updated_after_that(vault: Vault) -> None:
    put(vault, DRAFT)
    put(vault, replace(DRAFT, body="Dear Ana,"))
    found = draft_in(vault)
    assert found is not None
    assert found.body == "Dear Ana,"


def test_a_sequenced_row_gets_its_number_when_it_is_written(vault: Vault) -> None:
    with vault.transaction() as unit:
        for row in with_parents(an_example(Commitment)):
            unit.put(row)
        first, second = unit.put(an_example(Terms)), unit.put(an_example(Terms))
    assert first.seq is not None
    assert second.seq == first.seq + 1
    assert replace(first, seq=None) == an_example(Terms)


def test_the_number_of_a_deleted_row_is_never_used_again(vault: Vault) -> None:
    with vault.transaction() as unit:
        for row in with_parents(an_example(Commitment)):
            unit.put(row)
        last = unit.put(an_example(Terms))
        unit.delete(last)
        assert unit.put(an_example(Terms)).seq == (last.seq or 0) + 1


def test_a_row_that_is_not_there_is_none_or_refused(vault: Vault) -> None:
    with vault.transaction() as unit:
        assert unit.get(Draft, "nothing") is None
        for attempt in (lambda: unit.require(Draft, "nothing"), lambda: unit.delete(DRAFT)):
            with pytest.raises(RuleError) as refused:
                attempt()
            assert refused.value.code is Code.NOT_FOUND
        with pytest.raises(RuleError) as refused:
            unit.delete(an_example(Terms))  # one that was never written
        assert refused.value.code is Code.NOT_FOUND


def test_queries_inside_a_transaction_see_what_it_wrote(vault: Vault) -> None:
    def count_drafts(connection: Connection, at_least: int) -> int:
        query = text("SELECT count(*) FROM drafts WHERE length(body) >= :least")
        return int(connection.execute(query, {"least": at_least}).scalar_one())

    with vault.transaction() as unit:
        assert unit.read(count_drafts, 1) == 0
        unit.put(DRAFT)
        assert unit.read(count_drafts, 1) == 1
        assert unit.read(count_drafts, at_least=100) == 0


def test_a_failed_transaction_leaves_nothing(vault: Vault) -> None:
    def fail(unit: UnitOfWork) -> None:
        unit.put(DRAFT)
        raise MistakeError

    with pytest.raises(MistakeError), vault.transaction() as unit:
        fail(unit)
    assert draft_in(vault) is None


def test_a_key_is_the_id_or_the_sequence_number() -> None:
    assert key_of(DRAFT) == "letter"
    assert key_of(an_example(Terms)) is None
    assert key_of(an_example(Terms, seq=4)) == 4


# What was changed


def test_a_change_holds_each_row_before_and_after(vault: Vault) -> None:
    put(vault, DRAFT)
    with vault.transaction() as unit:
        unit.put(replace(DRAFT, body="one"))
        unit.put(replace(DRAFT, body="two"))
        unit.put(Setting("look", "dark"))
        change = unit.change("Write")
    assert change.edits == (
        Edit(DRAFT, replace(DRAFT, body="two")),
        Edit(None, Setting("look", "dark")),
    )
    assert (change.label, change.topics) == ("Write", frozenset({Topic.DRAFTS, Topic.SETTINGS}))


def test_rows_that_end_as_they_began_are_no_change(vault: Vault) -> None:
    put(vault, DRAFT)
    with vault.transaction() as unit:
        unit.put(DRAFT)
        unit.put(replace(DRAFT, body="else"))
        unit.put(DRAFT)
        unit.put(Setting("look", "dark"))
        unit.delete(Setting("look", "dark"))
        assert unit.change("Write").is_empty


def test_a_unit_knows_which_kinds_of_row_it_changed(vault: Vault) -> None:
    with vault.transaction() as unit:
        unit.put(DRAFT)
        assert unit.has_changed(Draft)
        assert not unit.has_changed(Setting)


# Putting a change back


def test_a_change_can_be_put_back_and_done_again(vault: Vault) -> None:
    put(vault, DRAFT)
    change = put(vault, replace(DRAFT, body="else"), Setting("look", "dark"))
    with vault.transaction() as unit:
        unit.apply(change.reversed())
        assert (unit.get(Draft, "letter"), unit.get(Setting, "look")) == (DRAFT, None)
        unit.apply(change)
        assert unit.get(Draft, "letter") == replace(DRAFT, body="else")


def test_a_sequenced_row_comes_back_with_its_number(vault: Vault) -> None:
    change = put(vault, *with_parents(an_example(Terms)))
    (edit,) = (edit for edit in change.edits if edit.entity_type is Terms)
    assert isinstance(edit.after, Terms)
    assert edit.after.seq is not None
    with vault.transaction() as unit:
        unit.apply(change.reversed())
        assert unit.get(Terms, edit.after.seq) is None
        unit.apply(change)
        assert unit.get(Terms, edit.after.seq) == edit.after


def test_parents_are_deleted_after_their_children_and_come_back_before_them(vault: Vault) -> None:
    change = put(vault, *with_parents(an_example(Repair)), an_example(Terms))
    with vault.transaction() as unit:
        unit.apply(change.reversed())
        assert unit.get(Harm, an_example(Harm).id) is None
        unit.apply(change)


def refused_code(vault: Vault, change: Change) -> Code:
    with pytest.raises(RuleError) as refused, vault.transaction() as unit:
        unit.apply(change)
    return refused.value.code


def test_nothing_is_put_back_when_a_row_changed_since(vault: Vault) -> None:
    put(vault, DRAFT)
    change = put(vault, Setting("look", "dark"), replace(DRAFT, body="mine"))
    put(vault, replace(DRAFT, body="typed meanwhile"))
    assert refused_code(vault, change.reversed()) is Code.CHANGED_SINCE
    with vault.transaction() as unit:
        assert unit.get(Setting, "look") == Setting("look", "dark"), "nothing was put back before the refusal"


def test_nothing_is_put_back_when_a_row_is_gone_or_came_back(vault: Vault) -> None:
    change = put(vault, DRAFT)
    assert refused_code(vault, change) is Code.CHANGED_SINCE  # it is there already
    with vault.transaction() as unit:
        unit.apply(change.reversed())
    assert refused_code(vault, change.reversed()) is Code.CHANGED_SINCE


def test_a_row_that_others_refer_to_by_now_is_not_taken_away(vault: Vault) -> None:
    change = put(vault, an_example(Harm))
    put(vault, an_example(Repair))
    assert refused_code(vault, change.reversed()) is Code.CHANGED_SINCE
    with vault.transaction() as unit:
        assert unit.get(Harm, an_example(Harm).id) is not None


def test_a_row_whose_parent_is_gone_does_not_come_back(vault: Vault) -> None:
    harm, repair = an_example(Harm), an_example(Repair)
    put(vault, harm, repair)
    with vault.transaction() as unit:
        unit.delete(repair)
        change = unit.change("Delete")
    with vault.transaction() as unit:
        unit.delete(harm)
    assert refused_code(vault, change.reversed()) is Code.CHANGED_SINCE


def test_half_a_character_is_stored_as_a_mark_instead_of_failing(vault: Vault) -> None:
    with vault.transaction() as unit:
        written = unit.put(Setting("half", "a\ud83d b"))
    assert written.value == "a? b"
    assert vault.read(settings)["half"] == "a? b"


# What is asked, remembered


def title_asked(unit: UnitOfWork) -> str:
    asked = unit.read_standing(asked_of, COMMITMENT.id)
    assert asked is not None
    return asked.commitment.title


def test_what_is_asked_is_never_older_than_the_vault(vault: Vault) -> None:
    put(vault, *with_parents(COMMITMENT))
    with vault.transaction() as unit:
        assert title_asked(unit) == COMMITMENT.title
        unit.put(replace(COMMITMENT, title="Call at noon"))
        assert title_asked(unit) == "Call at noon"
    with vault.transaction() as unit:
        assert title_asked(unit) == "Call at noon"


def test_what_a_failed_transaction_asked_for_is_not_remembered(vault: Vault) -> None:
    def change_and_fail(unit: UnitOfWork) -> None:
        unit.put(replace(COMMITMENT, title="Call at noon"))
        assert title_asked(unit) == "Call at noon"
        raise MistakeError

    put(vault, *with_parents(COMMITMENT))
    with pytest.raises(MistakeError), vault.transaction() as unit:
        change_and_fail(unit)
    with vault.transaction() as unit:
        assert title_asked(unit) == COMMITMENT.title
