"""A new passphrase from the settings: the copies that the old one opens, and a lock in the middle of the change."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.program.running import PATIENCE, Running
from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.entry_person import is_seen, press_button, seen, settle, words_on
from tests.words import shipped_words
from trustplanner.domain.errors import Code, WrongPassphraseError
from trustplanner.starting import Start
from trustplanner.storage.backups import backups
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.page import Destination

NEW = "canoe seven orchard lamp"


def ask_for_change(running: Running, old: str = PASSPHRASE) -> QWidget:
    """Fill in the sheet and press Enter."""
    running.planner.go(Destination("passphrase"))
    for words in (old, NEW, NEW):
        type_words(running.program.window, words)
        if words is not NEW or focus_in(running.program.window).objectName() == "passphrase_new_field":
            seen(running.program.window, _next_field(running)).setFocus()
    press(running.program.window, Qt.Key.Key_Return)
    return seen(running.program.window, "passphrase_sheet")


def _next_field(running: Running) -> str:
    here = focus_in(running.program.window).objectName()
    return {"passphrase_old_field": "passphrase_new_field", "passphrase_new_field": "passphrase_again_field"}[here]


def opens(path: Path, passphrase: str) -> bool:
    try:
        Vault.open(path, passphrase, writable=False).close()
    except WrongPassphraseError:
        return False
    return True


def test_the_copies_can_be_written_anew(open_program: Running, qtbot: QtBot) -> None:
    vault_file = open_program.settings.vault
    open_program.planner.workspace.runner.vault.back_up()
    sheet = ask_for_change(open_program)
    qtbot.waitUntil(lambda: is_seen(sheet, "passphrase_remake_button"), timeout=PATIENCE)
    copies = [copy.path for copy in backups(vault_file)]
    assert f"{len(copies)} earlier copies still open with the old passphrase" in " ".join(words_on(sheet))
    assert all(opens(copy, PASSPHRASE) for copy in copies)
    assert focus_in(sheet).objectName() == "passphrase_remake_button"
    press_button(sheet, "passphrase_remake_button")
    done = f"Copies written anew: {len(copies)}. They open with the new passphrase."
    qtbot.waitUntil(lambda: done in words_on(sheet), timeout=PATIENCE)
    assert [copy.path for copy in backups(vault_file)] == copies
    assert all(opens(copy, NEW) and not opens(copy, PASSPHRASE) for copy in copies)
    press(sheet, Qt.Key.Key_Return)
    assert not is_seen(open_program.program.window, "passphrase_sheet")


def test_a_copy_that_is_damaged_stays_and_is_counted(open_program: Running, qtbot: QtBot) -> None:
    vault_file = open_program.settings.vault
    bad = open_program.planner.workspace.runner.vault.back_up().path
    bad.write_bytes(b"\0" * 20_000)
    sheet = ask_for_change(open_program)
    qtbot.waitUntil(lambda: is_seen(sheet, "passphrase_remake_button"), timeout=PATIENCE)
    press_button(sheet, "passphrase_remake_button")
    left = "Left as they are, because the old one does not open them: 1."
    qtbot.waitUntil(lambda: left in " ".join(words_on(sheet)), timeout=PATIENCE)
    assert bad.read_bytes() == b"\0" * 20_000
    assert not list(bad.parent.glob("*.part"))
    assert opens(backups(vault_file)[-1].path, NEW)


def test_the_copies_may_stay_as_they_are(open_program: Running, qtbot: QtBot) -> None:
    sheet = ask_for_change(open_program)
    qtbot.waitUntil(lambda: is_seen(sheet, "passphrase_remake_button"), timeout=PATIENCE)
    press_button(sheet, "passphrase_keep_button")
    assert not is_seen(open_program.program.window, "passphrase_sheet")
    assert opens(backups(open_program.settings.vault)[0].path, PASSPHRASE)
    open_program.program.lock()
    open_program.start(open_program.handed_over[-1])
    open_program.unlock(NEW)


def test_a_wrong_present_passphrase_is_said_at_its_field(open_program: Running, qtbot: QtBot) -> None:
    sheet = ask_for_change(open_program, old="not the passphrase")
    refusal = shipped_words().error_sentence(Code.WRONG_PASSPHRASE)
    qtbot.waitUntil(lambda: refusal in words_on(sheet), timeout=PATIENCE)
    assert focus_in(sheet).objectName() == "passphrase_old_field"


@pytest.mark.parametrize("leaving", ["lock", "close"])
@pytest.mark.parametrize(("old", "code"), [(PASSPHRASE, Code.PASSPHRASE_CHANGED), ("wrong", Code.PASSPHRASE_KEPT)])
def test_a_lock_in_the_middle_waits_and_tells_how_it_came_out(
    open_program: Running, monkeypatch: pytest.MonkeyPatch, leaving: str, old: str, code: Code
) -> None:
    begun = threading.Event()
    require = Vault.require_passphrase_fits

    def slowly(vault: Vault, passphrase: str) -> None:
        begun.wait(2)
        require(vault, passphrase)

    monkeypatch.setattr(Vault, "require_passphrase_fits", slowly)
    ask_for_change(open_program, old)
    threading.Timer(0.2, begun.set).start()
    if leaving == "lock":
        open_program.program.lock()
        assert open_program.handed_over[-1].note == code.value
    else:
        open_program.program.window.close()
    open_program.start(open_program.handed_over[-1] if leaving == "lock" else Start())
    settle()
    assert shipped_words().error_sentence(code) in words_on(open_program.page)
    open_program.unlock(NEW if code is Code.PASSPHRASE_CHANGED else PASSPHRASE)
