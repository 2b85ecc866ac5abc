from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import picture, shows
from tests.ui.kit.screen_reader import name_of
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


def test_each_mark_stands_at_its_place_and_the_words_are_read(show_window: ShowWindow, theme: Theme) -> None:
    row = MarkRow(theme)
    row.set_marks(["told_first", "told_first", "when_asked"], "2 of 3 misses told before being asked")
    show_window(row)
    image = picture(row)
    seen = [shows(image, QRect(21 * place, 0, 16, 20), theme, "accent") for place in range(4)]
    assert seen == [True, True, True, False]
    assert name_of(row) == "2 of 3 misses told before being asked"


def test_the_row_begins_at_the_right_where_people_read_so(show_window: ShowWindow, theme: Theme) -> None:
    row = MarkRow(theme)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.set_marks(["told_first"], "1 of 1")
    show_window(row)
    assert shows(picture(row), QRect(row.width() - 16, 0, 16, 20), theme, "accent")


def test_many_marks_go_on_in_further_lines(theme: Theme) -> None:
    row = MarkRow(theme)
    row.set_marks(["found_out"] * 10, "none of 10")
    assert row.heightForWidth(10 * 21) == 20
    assert row.heightForWidth(5 * 21) == 40
    theme.set_text_scale(2.0)
    assert row.heightForWidth(5 * 42) == 80


def test_nothing_to_tell_is_an_empty_line(show_window: ShowWindow, theme: Theme) -> None:
    row = MarkRow(theme)
    row.set_marks([], "Nothing to tell")
    show_window(row)
    assert not shows(picture(row), row.rect(), theme, "accent")
    assert name_of(row) == "Nothing to tell"
