from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from tests.ui.kit.pictures import color_at, picture, shows
from tests.ui.kit.screen_reader import description_of, do, is_checked, name_of, role_of
from tests.ui.person import click, focus_in, press, type_words
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.theme import Theme

PROMISE = "I will ring at six on working days"
VALUES = ("kept", "partly", "missed", "not_applicable")
ShowWindow = Callable[..., QWidget]


@pytest.fixture
def row(theme: Theme) -> AnswerRow:
    return AnswerRow(theme, PROMISE, "today")


def _segment(row: AnswerRow, value: str) -> PaintedButton:
    segment = row.findChild(PaintedButton, f"today_{value}_button")
    assert isinstance(segment, PaintedButton)
    return segment


def _click(row: AnswerRow, value: str) -> None:
    click(_segment(row, value))


def _heard(row: AnswerRow) -> list[str]:
    """Everything the row says to its owner, in order."""
    heard: list[str] = []
    row.answer_chosen.connect(heard.append)
    row.clear_requested.connect(lambda: heard.append("clear"))
    row.done_chosen.connect(lambda: heard.append("done"))
    row.done_taken_back.connect(lambda: heard.append("taken back"))
    row.previous_row_requested.connect(lambda: heard.append("previous"))
    row.next_row_requested.connect(lambda: heard.append("next"))
    return heard


def _focused(row: AnswerRow) -> str:
    focused = row.window().focusWidget()
    return focused.objectName() if focused else ""


# --- answering


@pytest.mark.parametrize("value", VALUES)
def test_one_click_answers(show_window: ShowWindow, row: AnswerRow, value: str) -> None:
    show_window(row)
    heard = _heard(row)
    _click(row, value)
    assert heard == [value]


@pytest.mark.parametrize(("key", "value"), list(zip("KPMN", VALUES, strict=True)))
def test_one_key_answers_wherever_the_focus_is_in_the_row(
    show_window: ShowWindow, row: AnswerRow, key: str, value: str
) -> None:
    show_window(row)
    heard = _heard(row)
    row.setFocus()
    for _ in VALUES:
        type_words(row, key)
        press(row, Qt.Key.Key_Right)
    assert heard == [value] * len(VALUES)


def test_space_and_enter_answer_with_the_segment_in_focus(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    row.setFocus()
    press(row, Qt.Key.Key_Space)
    press(row, Qt.Key.Key_Right)
    press(row, Qt.Key.Key_Return)
    assert heard == ["kept", "partly"]


def test_nothing_looks_answered_until_it_is_recorded(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    _click(row, "missed")
    assert not is_checked(_segment(row, "missed"))
    row.set_chosen("missed")
    assert [is_checked(_segment(row, value)) for value in VALUES] == [False, False, True, False]


def test_showing_what_is_recorded_says_nothing_to_the_owner(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    for value in (*VALUES, None):
        row.set_chosen(value)
    row.set_progress("1 of 3 so far", done_today=True)
    row.set_progress(None)
    assert heard == []
    assert row.chosen is None


def test_pressing_the_chosen_answer_again_does_nothing(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.set_chosen("kept")
    heard = _heard(row)
    _click(row, "kept")
    press(row, Qt.Key.Key_K)
    press(row, Qt.Key.Key_Space)
    assert heard == []
    assert row.chosen == "kept"


def test_another_answer_can_be_chosen_afterwards(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.set_chosen("kept")
    heard = _heard(row)
    _click(row, "missed")
    assert heard == ["missed"]


def test_letters_act_only_in_the_row_that_holds_the_focus(
    show_window: ShowWindow, theme: Theme, row: AnswerRow
) -> None:
    other = AnswerRow(theme, "I will say where I am", "other")
    show_window(row, other)
    heard, heard_by_other = _heard(row), _heard(other)
    row.setFocus()
    press(row, Qt.Key.Key_M)
    assert (heard, heard_by_other) == (["missed"], [])


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_letters_with_a_modifier_are_left_to_the_menus(
    show_window: ShowWindow, row: AnswerRow, modifier: Qt.KeyboardModifier
) -> None:
    show_window(row)
    heard = _heard(row)
    row.setFocus()
    press(row, Qt.Key.Key_K, modifier=modifier)
    assert heard == []


def test_delete_asks_to_clear_only_what_is_answered(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    row.setFocus()
    press(row, Qt.Key.Key_Delete)
    assert heard == []
    row.set_chosen("partly")
    press(row, Qt.Key.Key_Delete)
    assert heard == ["clear"]
    assert row.chosen == "partly"


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_the_mouse_can_clear_an_answer_too(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    row.set_chosen("partly")
    segment = _segment(row, "partly")
    place = QPoint(5, 5)
    wish = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, segment.mapToGlobal(place))
    QApplication.sendEvent(segment, wish)
    menu = row.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Clear this answer"]
    menu.actions()[0].trigger()
    menu.close()
    assert heard == ["clear"]


# --- walking


def test_arrows_walk_round_the_row_without_answering(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    row.setFocus()
    walked = [_focused(row)]
    for _ in VALUES:
        press(row, Qt.Key.Key_Right)
        walked.append(_focused(row))
    press(row, Qt.Key.Key_Left)
    assert walked == [f"today_{value}_button" for value in (*VALUES, "kept")]
    assert _focused(row) == "today_not_applicable_button"
    assert heard == []


def test_arrows_follow_the_direction_of_reading(show_window: ShowWindow, row: AnswerRow) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_window(row)
    row.setFocus()
    assert _segment(row, "kept").x() > _segment(row, "partly").x()
    press(row, Qt.Key.Key_Left)
    assert _focused(row) == "today_partly_button"


def test_up_and_down_ask_for_the_rows_around(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    row.setFocus()
    press(row, Qt.Key.Key_Down)
    press(row, Qt.Key.Key_Up)
    assert heard == ["next", "previous"]


def test_each_row_is_one_stop_of_the_tab_key_at_its_answer(
    show_window: ShowWindow, theme: Theme, row: AnswerRow
) -> None:
    before, after = QPushButton("before"), QPushButton("after")
    row.set_chosen("missed")
    show_window(before, row, after)
    before.setFocus()
    stops = []
    for _ in range(2):
        press(row, Qt.Key.Key_Tab)
        stops.append(row.window().focusWidget())
    assert stops == [_segment(row, "missed"), after]


def test_a_letter_takes_the_focus_to_its_segment(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.setFocus()
    press(row, Qt.Key.Key_N)
    assert _focused(row) == "today_not_applicable_button"


def test_a_refresh_keeps_the_focus(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    _segment(row, "partly").setFocus()
    row.set_chosen("kept")
    row.set_note("07:52")
    assert _focused(row) == "today_partly_button"
    row.set_progress("1 of 3 so far")
    assert _focused(row) == "today_done_button"
    row.set_progress(None)
    assert _focused(row) == "today_kept_button"


# --- what is seen


def test_all_four_answers_look_equally_heavy_when_chosen(show_window: ShowWindow, row: AnswerRow, theme: Theme) -> None:
    show_window(row)
    looks = set()
    for value in VALUES:
        row.set_chosen(value)
        image, rect = picture(row), _segment(row, value).geometry()
        border = color_at(image, rect.center().x(), rect.top())
        inner_border = color_at(image, rect.center().x(), rect.top() + 1)
        fill = color_at(image, rect.right() - 6, rect.center().y())
        looks.add((border, inner_border, fill))
    accent = theme.color("accent").name()
    assert looks == {(accent, accent, theme.color("wash").name())}


def test_an_answered_row_steps_back_and_an_open_one_does_not(
    show_window: ShowWindow, row: AnswerRow, theme: Theme
) -> None:
    show_window(row)
    right_edge = _segment(row, "not_applicable").geometry().right()
    assert color_at(picture(row), right_edge, 20) == theme.color("edge").name()
    row.set_chosen("kept")
    assert color_at(picture(row), right_edge, 20) == theme.color("rule").name()


def test_key_caps_are_there_only_while_unanswered(show_window: ShowWindow, row: AnswerRow, theme: Theme) -> None:
    show_window(row)
    cap = QRect(_segment(row, "kept").geometry().right() - 31, 10, 20, 20)
    assert shows(picture(row), cap, theme, "edge")
    row.set_chosen("missed")
    assert not shows(picture(row), cap, theme, "edge")


def test_the_focus_ring_is_only_for_people_who_use_the_keyboard(
    show_window: ShowWindow, row: AnswerRow, theme: Theme
) -> None:
    show_window(row)
    ring = QPoint(60, 3)
    _click(row, "kept")
    assert color_at(picture(row), ring.x(), ring.y()) != theme.color("focus").name()
    press(row, Qt.Key.Key_Right)
    press(row, Qt.Key.Key_Left)
    assert color_at(picture(row), ring.x(), ring.y()) == theme.color("focus").name()


def test_the_ring_goes_on_to_the_next_row_with_a_person_who_answers_by_keyboard(
    show_window: ShowWindow, row: AnswerRow, theme: Theme
) -> None:
    following = AnswerRow(theme, "I will say where I am", "next")
    row.answer_chosen.connect(lambda _value: following.setFocus())
    show_window(row, following)
    _click(row, "partly")
    assert focus_in(row).objectName() == "next_kept_button"
    assert color_at(picture(following), 60, 3) != theme.color("focus").name()
    row.setFocus()
    type_words(row, "K")
    assert focus_in(row).objectName() == "next_kept_button"
    assert color_at(picture(following), 60, 3) == theme.color("focus").name()


def test_dark_colours_are_one_repaint(show_window: ShowWindow, row: AnswerRow, theme: Theme) -> None:
    show_window(row)
    theme.set_mode("dark")
    assert color_at(picture(row), 100, 4) == theme.color("sheet").name()
    assert theme.is_dark


def test_the_note_stands_beside_the_row_and_below_it_when_there_is_no_room(
    show_window: ShowWindow, row: AnswerRow
) -> None:
    window = show_window(row)
    row.set_chosen("missed")
    row.set_note("written Thu 14 May")
    note = next(label for label in row.findChildren(TextLabel) if label.text() == "written Thu 14 May")
    window.resize(800, 400)
    assert note.x() > _segment(row, "not_applicable").geometry().right()
    window.resize(600, 400)
    assert note.y() > _segment(row, "not_applicable").geometry().bottom()


# --- size


@pytest.mark.parametrize(
    ("scale", "width", "rows"),
    [(1.0, 588, 1), (1.0, 587, 2), (1.0, 336, 2), (1.0, 335, 4), (2.0, 1176, 1), (2.0, 1175, 2), (2.0, 672, 2)],
)
def test_the_row_turns_into_two_by_two_when_it_does_not_fit(
    theme: Theme, row: AnswerRow, scale: float, width: int, rows: int
) -> None:
    theme.set_text_scale(scale)
    assert row.heightForWidth(width) == rows * 40 * scale


def test_the_segments_have_the_widths_of_the_design(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    assert [_segment(row, value).width() for value in VALUES] == [126, 130, 138, 194]
    assert row.sizeHint().width() == 588


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("width", [400, 500, 640, 900, 1300])
def test_nothing_overlaps_or_leaves_the_row(
    show_window: ShowWindow, theme: Theme, row: AnswerRow, scale: float, width: int
) -> None:
    theme.set_text_scale(scale)
    row.set_chosen("missed")
    row.set_note("written Thu 14 May")
    row.set_enabled_reason("Begins on Monday 18 May.")
    show_window(row, width=width)
    rects = [child.geometry() for child in row.findChildren(QWidget) if child.isVisible()]
    assert len(rects) == 6
    for index, rect in enumerate(rects):
        assert row.rect().contains(rect)
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


# --- what cannot be answered


def test_a_row_that_cannot_be_answered_says_why_and_takes_no_press(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    heard = _heard(row)
    row.set_enabled_reason("Begins on Monday 18 May.")
    _click(row, "kept")
    row.setFocus()
    assert heard == []
    assert "Begins on Monday 18 May." in [label.text() for label in row.findChildren(TextLabel) if label.isVisible()]
    assert "Begins on Monday 18 May." in description_of(_segment(row, "kept"))
    row.set_enabled_reason(None)
    _click(row, "kept")
    assert heard == ["kept"]


# --- screen readers


def test_screen_readers_find_four_radio_buttons_with_promise_and_place(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    assert {role_of(_segment(row, value)) for value in VALUES} == {QAccessible.Role.RadioButton}
    assert name_of(_segment(row, "kept")) == "Kept. I will ring at six on working days"
    assert [description_of(_segment(row, value)) for value in VALUES] == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]
    row.set_chosen("kept")
    row.set_note("07:52")
    assert is_checked(_segment(row, "kept"))
    assert description_of(_segment(row, "kept")) == "1 of 4. 07:52"


@pytest.mark.parametrize("chosen", [None, "missed"])
def test_a_screen_reader_can_answer(show_window: ShowWindow, row: AnswerRow, chosen: str | None) -> None:
    show_window(row)
    row.set_chosen(chosen)
    heard = _heard(row)
    do(_segment(row, "partly"), "Toggle")
    assert heard == ["partly"]
    assert [value for value in VALUES if is_checked(_segment(row, value))] == ([chosen] if chosen else [])


def test_a_promise_is_read_as_it_was_written(show_window: ShowWindow, theme: Theme) -> None:
    row = AnswerRow(theme, "I will <b>ring</b> & write \N{WAVING HAND SIGN}", "today")
    show_window(row)
    assert name_of(_segment(row, "kept")) == "Kept. I will <b>ring</b> & write \N{WAVING HAND SIGN}"
    row.set_promise_text("אני אתקשר")
    assert name_of(_segment(row, "kept")) == "Kept. אני אתקשר"


# --- "N times a week or month"


def test_while_the_week_runs_only_a_done_day_can_be_said(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.set_progress("1 of 3 so far")
    heard = _heard(row)
    row.setFocus()
    type_words(row, "PMN")
    assert heard == []
    assert not any(_segment(row, value).isVisible() for value in VALUES)
    assert "1 of 3 so far" in [label.text() for label in row.findChildren(TextLabel) if label.isVisible()]
    press(row, Qt.Key.Key_K)
    assert heard == ["done"]


def test_another_day_than_today_is_named_in_the_question(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.set_progress("1 of 3 so far", question="Done on Mon 4 May")
    assert name_of(_segment(row, "done")) == f"Done on Mon 4 May. {PROMISE}"
    row.set_progress("1 of 3 so far")
    assert name_of(_segment(row, "done")) == f"Done today. {PROMISE}"


def test_a_done_day_is_taken_back_by_mouse_and_by_key(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.set_progress("1 of 3 so far")
    assert not _segment(row, "take_back").isVisible()
    row.set_progress("2 of 3 so far", done_today=True)
    heard = _heard(row)
    _click(row, "done")
    assert heard == []
    _click(row, "take_back")
    press(row, Qt.Key.Key_Delete)
    assert heard == ["taken back", "taken back"]


def test_screen_readers_find_the_done_day_with_its_progress(show_window: ShowWindow, row: AnswerRow) -> None:
    show_window(row)
    row.set_progress("1 of 3 so far", done_today=False)
    done = _segment(row, "done")
    heard = _heard(row)
    assert role_of(done) == QAccessible.Role.CheckBox
    assert (name_of(done), description_of(done)) == (f"Done today. {PROMISE}", "1 of 3 so far")
    do(done, "Toggle")
    assert heard == ["done"]
    assert not is_checked(done)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 300), (1.0, 420), (1.0, 640), (2.0, 420), (2.0, 640), (2.0, 900)])
def test_the_done_day_row_keeps_everything_visible(
    show_window: ShowWindow, theme: Theme, row: AnswerRow, scale: float, width: int
) -> None:
    theme.set_text_scale(scale)
    row.set_progress("2 of 3 so far", done_today=True)
    row.set_note("07:52")
    show_window(row, width=width)
    rects = [child.geometry() for child in row.findChildren(QWidget) if child.isVisible()]
    assert len(rects) == 4
    for index, rect in enumerate(rects):
        assert row.rect().contains(rect)
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_an_answer_that_does_not_exist_is_refused(row: AnswerRow) -> None:
    with pytest.raises(ValueError, match="perfect"):
        row.set_chosen("perfect")
