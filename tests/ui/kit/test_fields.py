from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.kit.pictures import picture, shows
from tests.ui.kit.screen_reader import description_of, name_of, role_of
from trustplanner.ui.kit.fields import FieldFoot, LabelledField, LineField, PassphraseField
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


def test_filling_by_code_sends_no_signal_and_typing_does(show_window: ShowWindow, theme: Theme) -> None:
    field = LineField(theme)
    show_window(field)
    heard: list[str] = []
    field.textChanged.connect(heard.append)
    field.fill("ring Ana")
    assert (field.text(), heard) == ("ring Ana", [])
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " at six")
    assert (field.text(), heard[-1]) == ("ring Ana at six", "ring Ana at six")


def test_the_words_do_not_move_when_the_field_takes_the_focus(applied_theme: Theme, show_window: ShowWindow) -> None:
    one, other = LineField(applied_theme), LineField(applied_theme)
    show_window(one, other)
    one.fill("IIIIII")
    other.setFocus()
    before, height = picture(one), one.height()
    one.setFocus()
    one.end(False)  # the cursor stands behind the words
    inside = one.rect().adjusted(8, 8, -one.width() + 40, -8)
    assert picture(one).copy(inside) == before.copy(inside)
    assert one.height() == height == 42


def test_a_field_with_focus_has_a_border_of_accent(applied_theme: Theme, show_window: ShowWindow) -> None:
    one, other = LineField(applied_theme), LineField(applied_theme)
    show_window(one, other)
    one.setFocus()
    second_pixel = one.rect().adjusted(20, 1, -20, 2 - one.height())
    assert shows(picture(one), second_pixel, applied_theme, "accent")
    assert not shows(picture(other), second_pixel, applied_theme, "accent")


def test_a_label_names_its_field(show_window: ShowWindow, theme: Theme) -> None:
    field = LineField(theme)
    show_window(LabelledField(theme, "I will", field))
    assert name_of(field) == "I will"
    assert role_of(field) == QAccessible.Role.EditableText


def test_a_field_that_needs_a_look_says_why_in_words(applied_theme: Theme, show_window: ShowWindow) -> None:
    field, other = LineField(applied_theme), LineField(applied_theme)
    labelled = LabelledField(applied_theme, "I will", field)
    show_window(labelled, other)
    other.setFocus()
    height = labelled.sizeHint().height()
    labelled.show_sentence("Name a day or a time, so that it can be seen.")
    assert description_of(field) == labelled.sentence() == "Name a day or a time, so that it can be seen."
    assert labelled.sizeHint().height() > height
    assert [icon.isVisible() for icon in labelled.findChildren(Icon)] == [True]
    second_pixel = field.rect().adjusted(20, 1, -20, 2 - field.height())
    assert shows(picture(field), second_pixel, applied_theme, "ink")
    labelled.show_sentence("")
    assert (labelled.sentence(), description_of(field)) == ("", "")
    assert not shows(picture(field), second_pixel, applied_theme, "ink")


def test_a_passphrase_is_dots_until_a_person_wants_to_read_it(show_window: ShowWindow, theme: Theme) -> None:
    field = PassphraseField(theme, name="unlock_passphrase_field")
    show_window(LabelledField(theme, "Passphrase", field))
    QTest.keyClicks(field.line, "long walk")
    assert field.line.displayText() != "long walk"
    QTest.mouseClick(field.reveal_button, Qt.MouseButton.LeftButton)
    assert field.line.displayText() == "long walk" == field.passphrase()
    assert field.reveal_button.words() == "Hide what is typed"
    assert field.line.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText
    QTest.mouseClick(field.reveal_button, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


def test_a_screen_reader_is_told_that_it_is_a_passphrase(show_window: ShowWindow, theme: Theme) -> None:
    field = PassphraseField(theme)
    show_window(LabelledField(theme, "Passphrase", field))
    assert name_of(field.line) == "Passphrase"
    interface = QAccessible.queryAccessibleInterface(field.line)
    assert interface is not None
    assert interface.state().passwordEdit


def test_enter_in_the_passphrase_is_heard(show_window: ShowWindow, theme: Theme) -> None:
    field = PassphraseField(theme)
    show_window(field)
    entered: list[str] = []
    field.entered.connect(lambda: entered.append(field.passphrase()))
    QTest.keyClicks(field.line, "walk")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert entered == ["walk"]


def test_clearing_a_passphrase_hides_the_next_one(show_window: ShowWindow, theme: Theme) -> None:
    field = PassphraseField(theme)
    show_window(field)
    QTest.mouseClick(field.reveal_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field.line, "walk")
    field.clear()
    assert (field.passphrase(), field.line.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_a_foot_says_that_it_is_saved(show_window: ShowWindow, theme: Theme) -> None:
    foot = FieldFoot(theme, "Ctrl+Enter adds the line")
    show_window(foot)
    check = foot.findChildren(Icon)[0]
    assert not check.isVisible()
    foot.show_saved("Saved at 20:41. Only in this file.")
    assert check.isVisible()


@pytest.mark.parametrize("words", ["she said <b>no</b>", "אני אתקשר", "\N{GRINNING FACE}", "x" * 10_000])
def test_any_words_can_be_written_and_read_back(show_window: ShowWindow, theme: Theme, words: str) -> None:
    field = LineField(theme)
    show_window(field)
    field.fill(words)
    assert field.text() == words
    assert field.minimumSizeHint().width() < 200
