"""Making the file: what is refused in place, what is only said, and that a real file comes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import (
    controls_on,
    cut_widgets,
    is_seen,
    press_button,
    seen,
    seen_as,
    settle,
    tab_stops,
    words_on,
)
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.create_vault_page import CreateVaultPage

ShowPage = Callable[..., QWidget]
GOOD = "lamp orchard seven canoe"


@pytest.fixture
def settings(tmp_path: Path) -> DeviceSettings:
    return DeviceSettings(tmp_path / "settings.ini")


@pytest.fixture
def create(theme: Theme, show_page: ShowPage, tmp_path: Path, settings: DeviceSettings) -> CreateVaultPage:
    page = CreateVaultPage(theme, shipped_words(), tmp_path / "plan.vault", settings)
    show_page(page)
    return page


def type_both(page: CreateVaultPage, first: str, again: str) -> None:
    for name, words in (("create_passphrase_field", first), ("create_again_field", again)):
        field = seen_as(QLineEdit, page, name)
        field.setFocus()
        field.selectAll()
        type_words(page, words)


def heard(page: CreateVaultPage) -> list[str]:
    asked: list[str] = []
    page.create_requested.connect(asked.append)
    return asked


def sentence_at(page: CreateVaultPage, name: str) -> str:
    """What is said below this field."""
    field = seen(page, name)
    [labelled] = [each for each in page.findChildren(LabelledField) if each.isAncestorOf(field)]
    return labelled.sentence()


@pytest.mark.parametrize(
    ("first", "again", "field", "code"),
    [
        ("", "", "create_passphrase_field", Code.NO_PASSPHRASE),
        ("", "something", "create_passphrase_field", Code.NO_PASSPHRASE),
        ("sevenle", "sevenle", "create_passphrase_field", Code.PASSPHRASE_SHORT),
        (GOOD, GOOD + " ", "create_again_field", Code.PASSPHRASES_DIFFER),
        (GOOD, "", "create_again_field", Code.PASSPHRASES_DIFFER),
    ],
)
def test_what_cannot_be_a_passphrase_is_refused_at_its_field(
    create: CreateVaultPage, first: str, again: str, field: str, code: Code
) -> None:
    asked = heard(create)
    type_both(create, first, again)
    press_button(create, "create_create_button")
    assert asked == []
    assert sentence_at(create, field) == shipped_words().error_sentence(code, least=8)
    assert focus_in(create).objectName() == field
    other = ({"create_passphrase_field", "create_again_field"} - {field}).pop()
    assert sentence_at(create, other) == ""


def test_a_weak_passphrase_is_called_weak_and_taken(create: CreateVaultPage, qtbot: QtBot) -> None:
    asked = heard(create)
    type_both(create, "password", "password")
    strength = create.findChild(TextLabel, "create_passphrase_field_strength")
    assert strength is not None
    qtbot.waitUntil(strength.isVisible)
    assert strength.text().startswith(shipped_words().create().strength.words[0])
    press_button(create, "create_create_button")
    assert asked == ["password"]


def test_it_says_what_forgetting_means_and_where_the_file_will_lie(create: CreateVaultPage, tmp_path: Path) -> None:
    words = shipped_words().create()
    said = words_on(create)
    assert set(words.forgetting.paragraphs) | set(words.limits.paragraphs) | set(words.choosing.paragraphs) <= set(said)
    assert str(tmp_path / "plan.vault") in said


def test_enter_goes_from_the_first_field_to_the_second_and_from_there_on(create: CreateVaultPage) -> None:
    asked = heard(create)
    assert focus_in(create).objectName() == "create_passphrase_field"
    type_words(create, GOOD)
    press(create, Qt.Key.Key_Return)
    assert focus_in(create).objectName() == "create_again_field"
    type_words(create, GOOD)
    press(create, Qt.Key.Key_Return)
    assert asked == [GOOD]


def test_while_it_is_busy_nothing_can_be_pressed_and_the_button_says_so(create: CreateVaultPage) -> None:
    asked = heard(create)
    type_both(create, GOOD, GOOD)
    create.set_busy(is_busy=True)
    button = seen(create, "create_create_button")
    assert button.accessibleName() == "Making your file"
    click(button)
    press(create, Qt.Key.Key_Return)
    assert asked == []
    create.set_busy(is_busy=False)
    create.show_problem("The disk is full.")
    assert "The disk is full." in words_on(create)
    press_button(create, "create_create_button")
    assert asked == [GOOD]
    assert "The disk is full." not in words_on(create)


def test_another_folder_can_be_chosen(create: CreateVaultPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[Path] = []
    create.folder_chosen.connect(chosen.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    press_button(create, "create_folder_button")
    assert chosen == []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    press_button(create, "create_folder_button")
    assert chosen == [tmp_path / "elsewhere"]
    assert str(tmp_path / "elsewhere" / "plan.vault") in words_on(create)


def test_back_and_help_are_there(create: CreateVaultPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(create.back_requested):
        press_button(create, "create_back_button")
    with qtbot.waitSignal(create.help_requested):
        press_button(create, "create_help_button")


def test_everything_has_a_name_and_is_reached_in_reading_order(create: CreateVaultPage) -> None:
    assert all(control.accessibleName() and control.objectName() for control in controls_on(create))
    assert [stop.objectName() for stop in tab_stops(create)] == [
        "create_passphrase_field",
        "create_passphrase_field_reveal_button",
        "create_again_field",
        "create_again_field_reveal_button",
        "create_folder_button",
        "create_create_button",
        "create_back_button",
        "create_help_button",
    ]


@pytest.mark.parametrize(("width", "height", "scale"), [(900, 600, 1.0), (900, 600, 2.0)])
def test_nothing_is_cut(
    theme: Theme,
    applied_theme: Theme,
    show_page: ShowPage,
    settings: DeviceSettings,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.set_text_scale(scale)
    deep = Path("/a-folder-with-a-name-that-is-longer-than-any-screen-is-wide-and-goes-on" * 3) / "plan.vault"
    page = CreateVaultPage(theme, shipped_words(), deep, settings)
    show_page(page, width=width, height=height)
    assert cut_widgets(page) == []


def test_what_is_said_of_a_passphrase_squeezes_no_field(
    create: CreateVaultPage, applied_theme: Theme, qtbot: QtBot
) -> None:
    type_both(create, "river1984", "")
    strength = seen_later(create, "create_passphrase_field_strength", qtbot)
    settle()
    assert strength.height() > 2 * applied_theme.line_height("small"), "its lines are as long as the field"
    for name in ("create_passphrase_field", "create_again_field"):
        field, reveal = seen(create, name), seen(create, f"{name}_reveal_button")
        assert reveal.geometry().top() - field.geometry().bottom() > 6, name
        assert reveal.height() == reveal.sizeHint().height(), name


def test_it_fits_the_first_window_with_everything_said(
    create: CreateVaultPage, applied_theme: Theme, qtbot: QtBot
) -> None:
    type_both(create, "river1984", "")
    seen_later(create, "create_passphrase_field_strength", qtbot)
    settle()
    assert create.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


def seen_later(create: CreateVaultPage, name: str, qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: is_seen(create, name))
    return seen(create, name)
