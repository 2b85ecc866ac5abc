from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def field(applied_theme: Theme, show_window: ShowWindow) -> WritingField:
    writing = WritingField(applied_theme, name="path_answer_field")
    show_window(writing, LineField(applied_theme), width=500)
    writing.setFocus()
    return writing


def test_filling_by_code_sends_no_signal_and_typing_does(field: WritingField) -> None:
    heard: list[str] = []
    field.textChanged.connect(lambda: heard.append(field.toPlainText()))
    field.fill("I was with Chris.")
    assert (field.toPlainText(), heard) == ("I was with Chris.", [])
    QTest.keyClicks(field, "So: ")
    assert heard[-1] == "So: I was with Chris."


def test_tab_leaves_the_field(field: WritingField) -> None:
    field.fill("I was")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert isinstance(QApplication.focusWidget(), LineField)
    assert field.toPlainText() == "I was"


def test_enter_begins_a_line_and_ctrl_enter_asks_to_go_on(field: WritingField) -> None:
    asked: list[str] = []
    field.go_on_requested.connect(lambda: asked.append("on"))
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (field.toPlainText(), asked) == ("one\ntwo", ["on"])


def test_it_grows_with_what_is_written_and_then_scrolls(field: WritingField) -> None:
    assert field.height() == 126
    heights = []
    for lines in (3, 6, 9, 40):
        field.fill("\n".join(["line"] * lines))
        heights.append(field.height())
    assert heights[0] == 126
    assert 126 < heights[1] < heights[2]
    assert heights[3] == 320
    field.fill("")
    assert field.height() == 126


def test_lines_are_as_far_apart_when_typed_as_when_filled(field: WritingField) -> None:
    field.fill("\n".join(["line"] * 8))
    filled = field.document().size().height()
    field.fill("")
    for _ in range(7):
        QTest.keyClicks(field, "line")
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "line")
    assert field.document().size().height() == filled
    assert filled / 8 == pytest.approx(18 * 1.58, abs=0.6)


def test_only_words_are_pasted(field: WritingField) -> None:
    copied = QMimeData()
    copied.setHtml("<h1>Big</h1><img src='https://example.org/x.png'>")
    copied.setText("Big")
    field.insertFromMimeData(copied)
    assert field.toPlainText() == "Big"
    assert "<h1" not in field.toHtml()


def test_undo_never_takes_back_what_code_filled_in(field: WritingField) -> None:
    field.fill("kept")
    QTest.keyClicks(field, "new ")
    field.undo()
    field.undo()
    assert field.toPlainText() == "kept"


def test_markup_stays_as_it_is_written(field: WritingField) -> None:
    field.fill("<b>no</b> & yes")
    assert field.toPlainText() == "<b>no</b> & yes"


def test_what_does_not_fit_is_refused_whole(field: WritingField) -> None:
    refused: list[bool] = []
    field.overflow_refused.connect(lambda: refused.append(True))
    field.fill("w" * (LONGEST_ANSWER - 3))
    pasted = QMimeData()
    pasted.setText("four")
    field.insertFromMimeData(pasted)
    assert (len(field.toPlainText()), refused) == (LONGEST_ANSWER - 3, [True])
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (len(field.toPlainText()), refused) == (LONGEST_ANSWER, [True, True])
    field.selectAll()
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "four", "there is room again for what replaces the rest"


def test_letters_put_together_by_an_input_method_fit_or_are_refused(field: WritingField) -> None:
    field.fill("w" * LONGEST_ANSWER)
    refused: list[bool] = []
    field.overflow_refused.connect(lambda: refused.append(True))
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(field, event)
    assert (len(field.toPlainText()), refused) == (LONGEST_ANSWER, [True])


def test_a_field_can_begin_with_one_line(applied_theme: Theme, show_window: ShowWindow) -> None:
    low = WritingField(applied_theme, lowest=46)
    show_window(low, width=300)
    assert low.height() < 60
    low.fill("\n".join(["line"] * 4))
    assert low.height() > 100


@pytest.mark.parametrize(("height", "tallest"), [(900, 320), (730, 320), (470, 207), (200, 126)])
def test_a_long_answer_leaves_room_on_a_low_page(
    applied_theme: Theme, show_window: ShowWindow, height: int, tallest: int
) -> None:
    page = ScrollPage(applied_theme)
    writing = WritingField(applied_theme)
    page.main.addWidget(writing)
    show_window(page)
    page.setFixedHeight(730)
    writing.fill("\n".join(["line"] * 40))
    assert writing.height() == 320
    page.setFixedHeight(height)
    page.resize(page.width(), height)  # at once, not with the next layout
    assert writing.height() == tallest
