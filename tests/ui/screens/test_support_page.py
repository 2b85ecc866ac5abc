"""Need to talk to someone now? The same before a file is open and inside the planner."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.entry_person import Led, controls_on, cut_widgets, is_seen, press_button, seen, words_on
from tests.words import shipped_words
from trustplanner.actions.runner import Runner
from trustplanner.content.catalogue import Catalogue
from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.locked_support_page import LockedSupportPage
from trustplanner.ui.screens.support_page import SupportPage

ShowPage = Callable[..., QWidget]
WORDS = shipped_words().support()
OWN = """
[[entries]]
country = "Here"
service = "My doctor"
for_what = "crisis"
reach = "555 0100"
checked = false
"""


@pytest.fixture
def settings(tmp_path: Path) -> DeviceSettings:
    settings = DeviceSettings(tmp_path / "settings.ini")
    settings.put("support/country", "")
    return settings


@pytest.fixture
def own_list(tmp_path: Path) -> Path:
    return tmp_path / "data" / "helplines.toml"


@pytest.fixture
def catalogue(own_list: Path) -> Catalogue:
    return Catalogue(resources_folder() / "content" / "en", own_list)


@pytest.fixture
def locked(theme: Theme, catalogue: Catalogue, settings: DeviceSettings, show_page: ShowPage) -> LockedSupportPage:
    page = LockedSupportPage(theme, catalogue, settings)
    show_page(page)
    return page


@pytest.fixture
def inside(
    runner: Runner,
    theme: Theme,
    background: Background,
    catalogue: Catalogue,
    settings: DeviceSettings,
    show_page: ShowPage,
) -> SupportPage:
    """In a vault without any plan, as in the first step of the first run."""
    page = SupportPage(Workspace(runner, catalogue, theme, background), settings)
    show_page(page)
    return page


def test_both_pages_say_the_same(locked: LockedSupportPage, inside: SupportPage) -> None:
    said = sorted(words_on(locked))
    assert said == sorted(words_on(inside))
    assert {WORDS.title, WORDS.lead, WORDS.not_watched} <= set(said)
    for passage in WORDS.passages:
        assert {passage.title, *passage.paragraphs} <= set(said)


def test_back_leads_back(locked: LockedSupportPage, inside: SupportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(locked.back_requested):
        press_button(locked, "locked_support_back_button")
    led = Led(inside)
    press_button(inside, "support_back_button")
    assert led.to == [Destination("back")]


def test_it_says_how_old_the_list_is_and_that_nobody_has_called(locked: LockedSupportPage) -> None:
    found = shipped_words().helplines()
    assert found.note is not None
    about = next(words for words in words_on(locked) if found.note in words)
    assert about.startswith("Put together on 23 November 2026.")


def test_a_copy_of_the_list_is_saved_where_the_page_says_and_used_from_then_on(
    locked: LockedSupportPage, own_list: Path
) -> None:
    said = " ".join(words_on(locked))
    assert str(own_list) in said
    press_button(locked, "support_copy_list_button")
    shipped = resources_folder() / "content" / "en" / "helplines.toml"
    assert own_list.read_bytes() == shipped.read_bytes()
    assert own_list.stat().st_mode & 0o777 == 0o600
    said = " ".join(words_on(locked))
    assert WORDS.copy_saved.said(path=str(own_list)) in said
    assert WORDS.own_list_used.said(path=str(own_list)) in said
    assert not is_seen(locked, "support_copy_list_button")


def test_a_list_that_cannot_be_saved_says_why(locked: LockedSupportPage, own_list: Path) -> None:
    own_list.mkdir(parents=True)
    press_button(locked, "support_copy_list_button")
    assert any(str(own_list) in words and "folder" in words for words in words_on(locked))


def test_a_list_of_ones_own_is_read_again_each_time_the_page_is_opened(inside: SupportPage, own_list: Path) -> None:
    assert "My doctor" not in words_on(inside)
    own_list.parent.mkdir()
    own_list.write_text(OWN, encoding="utf-8")
    inside.show_detail("")
    said = words_on(inside)
    assert "My doctor" in said
    assert "Samaritans" not in said
    own_list.unlink()
    inside.show_detail("")
    assert "Samaritans" in words_on(inside)


def test_a_broken_list_of_ones_own_is_said_plainly_and_the_shipped_one_is_shown(
    locked: LockedSupportPage, inside: SupportPage, own_list: Path
) -> None:
    own_list.parent.mkdir()
    own_list.write_text(OWN.replace("crisis", "chat"), encoding="utf-8")
    inside.show_detail("")
    said = words_on(inside)
    assert WORDS.own_list_broken.said(field="entries[1].for_what", path=str(own_list)) in said
    assert "Samaritans" in said
    assert not is_seen(inside, "support_copy_list_button"), "it would write over what is there"


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (900, 2.0)])
def test_nothing_is_cut_and_everything_has_a_name(
    theme: Theme,
    applied_theme: Theme,
    catalogue: Catalogue,
    settings: DeviceSettings,
    show_page: ShowPage,
    width: int,
    scale: float,
) -> None:
    theme.set_text_scale(scale)
    page = LockedSupportPage(theme, catalogue, settings)
    show_page(page, width=width, height=600)
    assert cut_widgets(page) == []
    assert [control for control in controls_on(page) if not (control.accessibleName() and control.objectName())] == []


def test_before_a_file_is_open_there_is_no_foot_and_no_line_for_one(locked: LockedSupportPage) -> None:
    words_on(locked)
    scrolled = locked.findChildren(QScrollArea)[0]
    assert scrolled.verticalScrollBar().maximum() > 0
    assert scrolled.height() == locked.height()


def test_nothing_stands_between_the_call_for_help_and_the_numbers(inside: SupportPage, applied_theme: Theme) -> None:
    said = words_on(inside)
    back = seen(inside, "support_back_button")
    [lead] = [label for label in inside.findChildren(TextLabel) if label.text() == WORDS.lead]
    assert back.mapTo(inside, QPoint()).y() < lead.mapTo(inside, QPoint()).y()
    assert said.index(WORDS.numbers_title) > said.index(WORDS.lead)
