from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.kit.pictures import color_at, picture, shows
from tests.ui.kit.screen_reader import description_of, do, is_checked, name_of, role_of
from tests.ui.person import click, press, type_words
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.theme import Theme

OPTIONS = [
    ListedOption("told_first", "I told her before she asked", "told_first"),
    ListedOption("when_asked", "I told her when she asked", "when_asked"),
    ListedOption("found_out", "She found out", "found_out"),
    ListedOption("not_yet", "She does not know yet", "not_yet"),
    ListedOption("not_welcome", "Contact is not welcome: I tell Ruth & <b>no one</b> else", "not_welcome"),
]
ShowWindow = Callable[..., QWidget]


@pytest.fixture
def options(theme: Theme) -> OptionList:
    return OptionList(theme, OPTIONS, name="missed_how", label="Does Ana know yet?")


def _row(options: OptionList, value: str) -> PaintedButton:
    row = options.findChild(PaintedButton, f"missed_how_{value}_button")
    assert isinstance(row, PaintedButton)
    return row


def _heard(options: OptionList) -> list[str]:
    heard: list[str] = []
    options.option_chosen.connect(heard.append)
    return heard


def test_a_click_chooses_and_choosing_again_does_nothing(show_window: ShowWindow, options: OptionList) -> None:
    show_window(options)
    heard = _heard(options)
    for value in ("found_out", "found_out", "not_yet"):
        click(_row(options, value))
    assert (heard, options.chosen) == (["found_out", "not_yet"], "not_yet")


def test_numbers_choose(show_window: ShowWindow, options: OptionList) -> None:
    show_window(options)
    heard = _heard(options)
    options.setFocus()
    type_words(options, "512")
    assert heard == ["not_welcome", "told_first", "when_asked"]
    assert options.window().focusWidget() is _row(options, "when_asked")


def test_numbers_that_are_typed_elsewhere_choose_nothing(show_window: ShowWindow, options: OptionList) -> None:
    field = QLineEdit()
    show_window(options, field)
    heard = _heard(options)
    field.setFocus()
    type_words(field, "1825")
    assert (heard, field.text()) == ([], "1825")


def test_up_and_down_choose_the_next(show_window: ShowWindow, options: OptionList) -> None:
    options.set_chosen("told_first")
    show_window(options)
    heard = _heard(options)
    options.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(options, key)
    assert heard == ["when_asked", "found_out", "when_asked"]


def test_code_shows_a_choice_without_a_signal(show_window: ShowWindow, options: OptionList) -> None:
    show_window(options)
    heard = _heard(options)
    options.set_chosen("not_yet")
    options.set_chosen(None)
    assert (heard, options.chosen) == ([], None)
    with pytest.raises(ValueError, match="forgiven"):
        options.set_chosen("forgiven")


def test_screen_readers_find_radio_buttons_with_detail_and_place(show_window: ShowWindow, options: OptionList) -> None:
    show_window(options)
    options.set_detail("told_first", "18:25")
    heard = _heard(options)
    first, last = _row(options, "told_first"), _row(options, "not_welcome")
    assert role_of(first) == QAccessible.Role.RadioButton
    assert name_of(first) == "I told her before she asked. 18:25"
    assert description_of(first) == "Does Ana know yet? 1 of 5"
    assert name_of(last) == "Contact is not welcome: I tell Ruth & <b>no one</b> else"
    do(last, "Toggle")
    assert heard == ["not_welcome"]
    assert is_checked(last)


def test_no_way_a_miss_came_out_looks_heavier_than_another(
    show_window: ShowWindow, options: OptionList, theme: Theme
) -> None:
    show_window(options)
    looks = set()
    for option in OPTIONS:
        options.set_chosen(option.value)
        rect = _row(options, option.value).geometry()
        image = picture(options)
        looks.add((color_at(image, rect.center().x(), rect.top()), color_at(image, rect.right() - 8, rect.top() + 8)))
    assert looks == {(theme.color("accent").name(), theme.color("wash").name())}


@pytest.mark.parametrize(("scale", "width"), [(1.0, 560), (1.0, 260), (2.0, 560), (2.0, 460)])
def test_long_words_wrap_and_nothing_overlaps(
    theme: Theme, show_window: ShowWindow, options: OptionList, scale: float, width: int
) -> None:
    theme.set_text_scale(scale)
    options.set_detail("told_first", "18:25")
    show_window(options, width=width)
    rects = [_row(options, option.value).geometry() for option in OPTIONS]
    assert all(options.rect().contains(rect) for rect in rects)
    assert all(above.bottom() < below.top() for above, below in pairwise(rects))
    assert rects[0].height() >= 44 * scale


def test_a_note_stands_under_its_words_and_is_read_with_them(theme: Theme, show_window: ShowWindow) -> None:
    note = "For example: only in writing, only about the children, not at work, not before a certain day."
    with_note = OptionList(theme, [ListedOption("limited", "There are limits", note=note)], name="contact_state")
    without = OptionList(theme, [ListedOption("limited", "There are limits")], name="plain_state")
    show_window(with_note, without, width=420)
    noted = with_note.findChild(PaintedButton, "contact_state_limited_button")
    plain = without.findChild(PaintedButton, "plain_state_limited_button")
    assert isinstance(noted, PaintedButton)
    assert isinstance(plain, PaintedButton)
    assert name_of(noted) == f"There are limits. {note}"
    assert noted.height() > plain.height() + theme.line_height("small"), "the note takes two lines at this width"
    assert with_note.rect().contains(noted.geometry())


def _cap(options: OptionList, value: str) -> QRect:
    """Where the key of this option stands."""
    row = _row(options, value).geometry()
    return QRect(row.right() - 36, row.center().y() - 11, 24, 22)


def test_numbers_are_seen_where_they_would_be_heard(show_window: ShowWindow, theme: Theme) -> None:
    first, second = (OptionList(theme, OPTIONS, name="missed_how", label="How") for _ in range(2))
    field = QLineEdit()
    show_window(first, second, field)

    def seen() -> list[bool]:
        return [shows(picture(each), _cap(each, "found_out"), theme, "edge") for each in (first, second)]

    first.setFocus()
    assert seen() == [True, False]
    click(_row(second, "not_yet"))
    assert seen() == [False, True]
    press(second, Qt.Key.Key_Up)
    assert seen() == [False, True]
    field.setFocus()
    assert seen() == [False, False]
