"""Bringing habits over: listed first, chosen one by one, one undo step; a bad file changes nothing."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.exchange.loop_files import NEW_HABITS, backup, tables
from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import is_seen, press_button, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import plans
from trustplanner.domain.answers import Answer
from trustplanner.domain.commitments import Stance, Terms
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.rows import entities
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.habits_sheet import HabitsSheet
from trustplanner.ui.screens.main_window import Planner

PATIENCE = 20_000
Give = Callable[[str, bytes], HabitsSheet]
HEAD = NEW_HABITS.splitlines(keepends=True)[0]


@pytest.fixture
def planner(open_planner: OpenPlanner, clock: MovedClock) -> Planner:
    clock.go_to(date(2026, 3, 23), "20:00")
    return open_planner()


@pytest.fixture
def give(planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Give:
    """Open the sheet from the menu's place, choose a file with this content, and wait until it is read."""

    def give(name: str, content: bytes) -> HabitsSheet:
        file = tmp_path / name
        file.write_bytes(content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        planner.go(Destination("habits"))
        settle()
        [sheet] = [each for each in planner.window().findChildren(HabitsSheet) if each.isVisible()]
        press_button(sheet, "habits_choose_button")
        reading = planner.workspace.catalogue.habits().reading
        qtbot.waitUntil(lambda: reading not in words_on(sheet), timeout=PATIENCE)
        settle()
        return sheet

    return give


def titles(workspace: Workspace) -> list[str]:
    return [each.title for each in workspace.read(every_commitment)]


@pytest.mark.parametrize("name", ["loop.zip", "loop.db"])
def test_what_a_file_holds_is_listed_and_nothing_is_chosen(
    give: Give, workspace: Workspace, tmp_path: Path, name: str
) -> None:
    sheet = give(name, tables() if name.endswith("zip") else backup(tmp_path))
    ticks = [each for each in sheet.findChildren(Switch) if each.isVisible()]
    assert ticks
    assert not any(each.is_on for each in ticks)
    said = words_on(sheet)
    assert "Nothing to bring over, because an amount is neither kept nor missed." in said
    assert titles(workspace) == []


def test_each_habit_is_listed_with_its_entries_and_its_days(give: Give) -> None:
    said = words_on(give("loop.zip", tables()))
    assert "4 entries, from 6 March 2026 to 10 March 2026." in said
    assert "Left out: 1 entry, because the day is still open or has not come." in said


def test_only_what_is_chosen_comes_over_and_one_undo_takes_it_back(
    give: Give, planner: Planner, workspace: Workspace
) -> None:
    sheet = give("loop.zip", tables())
    press(sheet, Qt.Key.Key_Space)  # the first habit has the focus
    press_button(sheet, "habits_take_button")
    settle()
    said = words_on(sheet)
    assert "Read: 4 habits with 13 entries." in said
    assert "Used: 1 habit with 4 entries." in said
    assert "Left out: 2 habits, because not every habit was chosen." in said
    assert titles(workspace) == ["Meditate"]
    assert {each.stance for each in workspace.read(entities, Terms)} == {Stance.WAITING}
    assert all(each.imported and each.written_on == workspace.today for each in workspace.read(entities, Answer))
    assert not is_seen(sheet, "habits_take_button")
    press(sheet, Qt.Key.Key_Escape)
    press(planner, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert titles(workspace) == []
    assert workspace.read(entities, Answer) == ()


def test_with_nothing_chosen_the_sheet_says_so_and_nothing_changes(give: Give, workspace: Workspace) -> None:
    sheet = give("loop.zip", tables())
    press_button(sheet, "habits_all_button")
    press_button(sheet, "habits_none_button")
    press_button(sheet, "habits_take_button")
    assert workspace.catalogue.habits().none_chosen in words_on(sheet)
    assert titles(workspace) == []


def test_what_is_there_already_cannot_be_chosen_again(give: Give, workspace: Workspace) -> None:
    sheet = give("loop.zip", tables())
    press_button(sheet, "habits_all_button")
    press_button(sheet, "habits_take_button")
    press(sheet, Qt.Key.Key_Escape)
    again = give("loop.zip", tables())
    assert not [each for each in again.findChildren(Switch) if each.isVisible()]
    assert "Nothing to bring over, because what the vault holds already stays as it is." in words_on(again)
    assert len(titles(workspace)) == 3


def test_two_hundred_habits_with_long_names_are_listed_within_the_sheet(give: Give, workspace: Workspace) -> None:
    names = [f"{number} " + "walk round the lake 🌱 " * 22 for number in range(200)]
    habits = HEAD + "".join(f"{n:03},{name},YES_NO,,,1,1,#FF8F00,,,,false\n" for n, name in enumerate(names, 1))
    marks = {f"{n:03}": "Date,Value,Notes\n2026-03-07,YES_MANUAL,\n" for n in range(1, 201)}
    sheet = give("loop.zip", tables(habits, marks))
    ticks = [each for each in sheet.findChildren(Switch) if each.isVisible()]
    assert len(ticks) == 200
    assert [each.words() for each in ticks] == [name.strip() for name in names], "whole, over several lines"
    assert all(each.height() >= each.heightForWidth(each.width()) > 2 * each.fontMetrics().height() for each in ticks)
    assert max(each.width() for each in ticks) <= sheet.sheet.width()
    press_button(sheet, "habits_all_button")
    press_button(sheet, "habits_take_button")
    assert "Used: 200 habits with 200 entries." in words_on(sheet)
    assert len(titles(workspace)) == 200


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Habits.csv", HEAD + "001,Run,YES_NO,,,1,1,#FF8F00,,,,false\n")
        archive.writestr("001 Run/Checkmarks.csv", b"\0" * (41 * 2**20))
    return content.getvalue()


def ten_years_of_nothing() -> bytes:
    days = (date(2026, 3, 22) - timedelta(days=back) for back in range(3650))
    return tables(marks={"001 Meditate": "Date,Value,Notes\n" + "".join(f"{day},UNKNOWN,\n" for day in days)})


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut_off.zip": (lambda: tables()[:-30], Code.IMPORT_CUT_OFF),
    "encoding.zip": (lambda: tables(HEAD.encode() + b"001,Caf\xe9,YES_NO,,,1,1,,,,,false\n"), Code.NOT_UTF8),
    "dates.zip": (lambda: tables(marks={"001": "2026-02-30,2\n"}), Code.IMPORT_INVALID),
    "nothing.zip": (ten_years_of_nothing, Code.IMPORT_WITHOUT_ENTRIES),
    "bomb.zip": (bomb, "too_large"),
    "empty.zip": (lambda: b"", "empty"),
    "mistake.json": (lambda: b'{"format": "trustplanner"}', "foreign"),
    "renamed.zip": (lambda: b'{"format": "trustplanner"}', "foreign"),
    "damaged.db": (lambda: b"SQLite format 3\0" + bytes(2000), Code.IMPORT_DAMAGED),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_plain_sentence_in_the_sheet_and_changes_nothing(
    give: Give, workspace: Workspace, tmp_path: Path, name: str
) -> None:
    make, expected = BAD[name]
    sheet = give(name, make())
    facts = {"place": "line 1 of habit 1", "expected": "a date such as 2026-05-02", "path": str(tmp_path / name)}
    own = {"too_large", "empty", "foreign"}
    words = workspace.catalogue.habits()
    sentence = (
        getattr(words, expected) if expected in own else workspace.catalogue.error_sentence(Code(expected), **facts)
    )
    assert sentence in words_on(sheet)
    assert not is_seen(sheet, "habits_take_button")
    assert titles(workspace) == []
    assert sheet.isVisible()


def test_a_better_file_can_be_chosen_after_a_bad_one(give: Give, workspace: Workspace, tmp_path: Path) -> None:
    sheet = give("bad.zip", b"")
    file = tmp_path / "good.zip"
    file.write_bytes(tables())
    press(sheet, Qt.Key.Key_Escape)
    again = give("good.zip", tables())
    assert workspace.catalogue.habits().empty not in words_on(again)
    assert is_seen(again, "habits_take_button")


def test_while_something_is_hidden_no_habits_come_over(planner: Planner, workspace: Workspace) -> None:
    yes = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    workspace.do_quietly(plans.answer_safety, yes, keep_answers=False)
    planner.go(Destination("habits"))
    settle()
    assert not is_seen(planner.window(), "habits_sheet")
    assert is_seen(planner, "safety_page")
