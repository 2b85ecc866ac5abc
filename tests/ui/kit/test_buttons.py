from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import picture, shows, unlike
from tests.ui.kit.screen_reader import name_of
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(show_window: ShowWindow, theme: Theme, key: Qt.Key) -> None:
    button = Button(theme, "Save and go on", Kind.PRIMARY)
    show_window(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    QTest.keyClick(button, key)
    assert pressed == ["pressed"]


def test_an_ampersand_is_an_ampersand(show_window: ShowWindow, theme: Theme) -> None:
    button = Button(theme, "Save & go on")
    show_window(button)
    assert (button.words(), name_of(button)) == ("Save & go on", "Save & go on")
    button.set_words("Ask Ana & Ruth")
    assert (button.words(), name_of(button)) == ("Ask Ana & Ruth", "Ask Ana & Ruth")


def test_each_kind_has_its_weight(applied_theme: Theme, show_window: ShowWindow) -> None:
    primary, normal, quiet = (Button(applied_theme, "Save", kind) for kind in (Kind.PRIMARY, Kind.NORMAL, Kind.QUIET))
    show_window(primary, normal, quiet)
    assert shows(picture(primary), primary.rect().adjusted(4, 4, -4, -4), applied_theme, "accent")
    assert not shows(picture(normal), normal.rect().adjusted(4, 4, 14 - normal.width(), -4), applied_theme, "accent")
    edge = normal.rect().adjusted(10, 0, -10, 1 - normal.height())
    assert shows(picture(normal), edge, applied_theme, "edge")
    assert not shows(picture(quiet), quiet.rect(), applied_theme, "edge")
    assert primary.font().weight() == 600
    assert normal.font().weight() == 400


def test_buttons_are_40_high_and_grow_with_the_text(applied_theme: Theme, show_window: ShowWindow) -> None:
    button = Button(applied_theme, "Save")
    show_window(button)
    assert button.sizeHint().height() == 40
    applied_theme.set_text_scale(2.0)
    assert button.sizeHint().height() == 78
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_key_cap_stands_behind_the_words(applied_theme: Theme, show_window: ShowWindow) -> None:
    plain, keyed = Button(applied_theme, "Blank screen"), Button(applied_theme, "Blank screen", key="B")
    window = show_window(plain, keyed)
    assert keyed.sizeHint().width() == plain.sizeHint().width() + 20 + 12
    cap = keyed.rect().adjusted(keyed.width() - 32, 10, -12, -10)
    assert shows(picture(keyed), cap, applied_theme, "edge")
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cap = keyed.rect().adjusted(12, 10, 32 - keyed.width(), -10)
    assert shows(picture(keyed), cap, applied_theme, "edge")


def test_a_disabled_button_cannot_be_pressed_and_looks_so(applied_theme: Theme, show_window: ShowWindow) -> None:
    button = Button(applied_theme, "Save", Kind.PRIMARY)
    show_window(button)
    button.setEnabled(False)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []
    assert shows(picture(button), button.rect().adjusted(4, 4, -4, -4), applied_theme, "shade")


@pytest.mark.parametrize("words", ["How is this counted?", "2 things on the agenda", "95 %", "Ruth & Ana?"])
def test_words_run_their_own_way_in_a_mirrored_window(
    applied_theme: Theme, show_window: ShowWindow, mirror: Callable[[], None], words: str
) -> None:
    button = Button(applied_theme, words)
    show_window(button)
    usual = picture(button)
    mirror()
    assert button.isRightToLeft()
    assert unlike(picture(button), usual) < 0.01
    assert (button.words(), name_of(button)) == (words, words)
