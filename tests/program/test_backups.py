"""When a backup is made as the program locks or closes, and what is told about it."""

from tests.builders import PASSPHRASE
from tests.program.running import Running
from tests.ui.person import type_words
from tests.ui.screens.entry_person import is_seen, words_on
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.domain.moments import Setting
from trustplanner.storage.backups import backups
from trustplanner.storage.siblings import backups_of
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.page import Destination


def test_looking_around_makes_no_backup_but_the_place_is_there_again(open_program: Running) -> None:
    for place in ("amends", "recovery", "recovery"):
        open_program.planner.go(Destination(place))
        open_program.program.lock()
        open_program.start_again()
        assert is_seen(open_program.planner, f"{place}_page")
    assert backups(open_program.settings.vault) == []


def test_what_was_typed_is_backed_up_once(open_program: Running) -> None:
    open_program.planner.go(Destination("commitment"))
    type_words(open_program.planner, "say where I am")
    open_program.program.lock()
    open_program.start_again()
    open_program.program.lock()
    assert len(backups(open_program.settings.vault)) == 1


def test_the_file_is_not_moved_among_its_own_backups(open_program: Running) -> None:
    vault = open_program.settings.vault
    backups_of(vault).mkdir()
    open_program.program._on_move_requested(backups_of(vault))
    [start] = open_program.handed_over
    assert (start.vault, start.note) == (str(vault), Code.FOLDER_OF_COPIES.value)
    open_program.start(start)
    assert shipped_words().error_sentence(Code.FOLDER_OF_COPIES) in words_on(open_program.page)


def test_a_backup_of_far_fewer_entries_is_told_on_the_lock_screen(running: Running, vault_file: object) -> None:
    with Vault.open(running.settings.vault, PASSPHRASE) as vault, vault.transaction() as unit:
        for number in range(100):
            unit.put(Setting(f"one-{number}", "written"))
    running.start()
    running.unlock()
    with running.planner.workspace.runner.vault.transaction() as unit:
        for number in range(50):
            unit.delete(Setting(f"one-{number}", "written"))
    running.program.lock()
    running.start(running.handed_over[-1])
    assert shipped_words().error_sentence(Code.COPY_FAR_SMALLER) in words_on(running.page)
