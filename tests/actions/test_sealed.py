"""Sealed notes: one of each id, and a line on the agenda that gives nothing away, once."""

import pytest

from tests.actions.furnished import Room
from trustplanner.actions import sealed
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.sealed import UNTOLD
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import agenda
from trustplanner.storage.vault import Vault


def test_a_note_is_never_begun_over_another(room: Room, runner: Runner, vault: Vault) -> None:
    before = vault.read(sealed_note, UNTOLD)
    with pytest.raises(RuleError) as caught:
        runner.do("", sealed.begin_note, UNTOLD, "b3RoZXI=", "b3RoZXI=")
    assert caught.value.code is Code.CHANGED_SINCE
    assert vault.read(sealed_note, UNTOLD) == before


def test_a_removed_note_comes_back_with_undo(room: Room, runner: Runner, vault: Vault) -> None:
    before = vault.read(sealed_note, UNTOLD)
    done = runner.do("", sealed.remove_note, UNTOLD)
    assert vault.read(sealed_note, UNTOLD) is None
    runner.undo(done.change, is_slip=False)
    assert vault.read(sealed_note, UNTOLD) == before


def test_it_stands_on_the_agenda_once(room: Room, runner: Runner, vault: Vault) -> None:
    for _ in range(2):
        runner.do("", sealed.take_to_session, room.session, "Something I have not said yet")
    lines = [line.words for line in vault.read(agenda, room.session)]
    assert lines.count("Something I have not said yet") == 1
