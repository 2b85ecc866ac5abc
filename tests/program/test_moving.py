"""Moving the file from the settings: the program goes on with it at its new place, whatever happens meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.program.running import Running
from tests.ui.person import type_words
from tests.ui.screens.entry_person import settle, words_on
from tests.ui.screens.seen_amends import line_text, press_button
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.starting import Start
from trustplanner.storage import moving
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination


class Killed(BaseException):
    """The process ends at once."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the person chooses."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def move(running: Running) -> None:
    running.planner.go(Destination("settings"))
    settle()
    press_button(running.planner, "settings_move_button")


def test_the_file_is_moved_and_found_at_the_next_start(open_program: Running, folder: Path) -> None:
    old = open_program.settings.vault
    move(open_program)
    new = folder / old.name
    [start] = open_program.handed_over
    assert (start.vault, start.note) == (str(new), "")
    assert (new.exists(), old.exists()) == (True, False)
    open_program.start_again()
    assert open_program.shown == "planner"
    open_program.start()
    open_program.unlock()
    assert open_program.settings.vault == new


def test_what_is_typed_moves_with_it(open_program: Running, folder: Path) -> None:
    open_program.planner.go(Destination("commitment"))
    type_words(open_program.planner, "say where I am")
    move(open_program)
    open_program.start_again()
    open_program.planner.go(Destination("commitment"))
    assert line_text(open_program.planner, "commitment_will_field") == "say where I am"


def test_a_file_in_the_way_is_told_and_nothing_has_moved(open_program: Running, folder: Path) -> None:
    old = open_program.settings.vault
    (folder / old.name).write_bytes(b"something of somebody")
    move(open_program)
    [start] = open_program.handed_over
    assert (start.vault, start.note) == (str(old), Code.VAULT_EXISTS.value)
    open_program.start(start)
    assert shipped_words().error_sentence(Code.VAULT_EXISTS) in words_on(open_program.page)
    assert open_program.settings.vault == old


def test_an_error_that_nobody_expects_ends_at_the_lock_screen(
    open_program: Running, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(moving, "copy_durably", fail)
    old = open_program.settings.vault
    move(open_program)
    [start] = open_program.handed_over
    assert (start.vault, start.note) == (str(old), Code.NOT_MOVED.value)
    assert open_program.settings.vault == old


@pytest.mark.parametrize("where", ["copy_durably", "put_in_free_place", "_give_up_old_place", "_remove_everything"])
def test_a_program_killed_in_the_middle_finds_the_file_again(
    open_program: Running, folder: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def die(*_: object) -> None:
        raise Killed

    old = open_program.settings.vault
    if where == "_remove_everything":
        monkeypatch.setattr(moving, where, die)
    with monkeypatch.context() as patch:
        patch.setattr(moving, where, die)
        with pytest.raises(Killed):
            open_program.program._on_move_requested(folder)
    open_program.settings = DeviceSettings(Path(open_program.settings._settings.fileName()))
    open_program.start(Start())
    assert open_program.shown == "unlock_page"
    open_program.unlock()
    assert open_program.settings.vault == (folder / old.name if where == "_remove_everything" else old)


def test_the_demo_stays_where_it_is(running: Running, vault_file: Path, folder: Path) -> None:
    running.start(Start(str(vault_file), is_demo=True))
    running.unlock()
    move(running)
    assert running.handed_over == []
    assert "The demo stays in its temporary folder." in words_on(running.program.window)
    assert list(folder.iterdir()) == []
