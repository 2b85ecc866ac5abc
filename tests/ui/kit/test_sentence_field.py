"""The field for one sentence, as a person writes a promise in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.person import focus_in, press, type_words
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "show her the account on the first Sunday of every month before I spend more than we have agreed on"


@pytest.fixture
def below(applied_theme: Theme) -> LineField:
    return LineField(applied_theme, name="below_field")


@pytest.fixture
def field(applied_theme: Theme, show_window: ShowWindow, below: LineField) -> SentenceField:
    field = SentenceField(applied_theme, name="some_sentence_field", most=200)
    show_window(LabelledField(applied_theme, "I will", field), below, width=500)
    field.setFocus()
    return field


def paste(field: SentenceField, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    press(field, Qt.Key.Key_V, modifier=CTRL)


def hear_edits(field: SentenceField) -> list[str]:
    heard: list[str] = []
    field.textEdited.connect(heard.append)
    return heard


def is_whole(field: SentenceField) -> bool:
    """Whether all words are seen without scrolling."""
    return field.verticalScrollBar().maximum() == 0 and field.horizontalScrollBar().maximum() == 0


def rows_of_ink(field: QWidget) -> tuple[int, int]:
    """The first and the last row of pixels in which letters are drawn."""
    image = field.grab().toImage()
    inside = range(20, image.width() - 20)
    rows = [y for y in range(5, image.height() - 5) if any(image.pixelColor(x, y).lightness() < 128 for x in inside)]
    return rows[0], rows[-1]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("has_more_contrast", [False, True])
def test_few_words_stand_in_it_as_in_a_line(
    applied_theme: Theme, field: SentenceField, below: LineField, scale: float, has_more_contrast: bool
) -> None:
    applied_theme.set_text_scale(scale)
    applied_theme.set_more_contrast(has_more_contrast)
    for each in (field, below):
        each.fill("ring Ana at six")
    field.clearFocus()
    assert field.height() == below.height()
    assert rows_of_ink(field) == pytest.approx(rows_of_ink(below), abs=1)
    assert is_whole(field)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_grows_to_three_lines_while_words_are_typed_and_then_scrolls(
    applied_theme: Theme, field: SentenceField, scale: float
) -> None:
    applied_theme.set_text_scale(scale)
    field.window().resize(round(440 * scale), 800)
    heights = [field.height()]
    for word in LONG.split():
        type_words(field, f"{word} ")
        assert is_whole(field), "every word is seen"
        heights.append(field.height())
    line = field.document().size().height() / 3
    assert sorted(set(heights)) == pytest.approx([heights[0] + more * line for more in range(3)], abs=1)
    assert heights == sorted(heights)
    type_words(field, LONG)
    assert field.height() == heights[-1]
    assert field.viewport().rect().contains(field.cursorRect()), "what is typed is seen"
    press(field, Qt.Key.Key_A, modifier=CTRL)
    press(field, Qt.Key.Key_Delete)
    assert field.height() == heights[0]


def test_it_fits_its_words_again_when_the_window_becomes_narrow(field: SentenceField) -> None:
    field.fill(LONG[:50])
    low = field.height()
    field.window().resize(300, 800)
    assert field.height() > low
    assert is_whole(field)
    field.window().resize(900, 800)
    assert field.height() == low


def test_the_frame_of_the_focus_moves_nothing(field: SentenceField, below: LineField) -> None:
    field.fill(LONG)
    before = (field.size(), field.viewport().geometry())
    below.setFocus()
    assert (field.size(), field.viewport().geometry()) == before


def test_only_a_person_edits(field: SentenceField) -> None:
    heard = hear_edits(field)
    field.fill("ring Ana at six")
    field.setSelection(5, 3)
    field.theme.set_text_scale(1.5)
    assert heard == []
    type_words(field, "Bo")
    press(field, Qt.Key.Key_Backspace)
    assert heard == ["ring B at six", "ring Bo at six", "ring B at six"]
    assert field.text() == field.words() == "ring B at six"


@pytest.mark.parametrize("breaks", ["\n", "\r\n", " \n\n\t", "\u2028", "\u2029", "\x85"])
def test_pasted_line_breaks_become_one_space(field: SentenceField, breaks: str) -> None:
    type_words(field, "one")
    paste(field, f"{breaks}two")
    type_words(field, ".")
    assert field.text() == "one two."


def test_enter_breaks_no_line_ends_the_visit_and_is_left_to_what_is_around(field: SentenceField) -> None:
    ended: list[str] = []
    field.returnPressed.connect(lambda: ended.append("return"))
    field.editingFinished.connect(lambda: ended.append("finished"))
    type_words(field, "one")
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, CTRL):
        press(field, Qt.Key.Key_Return, modifier=modifier)
    assert (field.text(), ended) == ("one", ["return", "finished"] * 3)


def test_tab_leaves_it_and_ends_the_visit_and_the_selection(field: SentenceField) -> None:
    ended: list[bool] = []
    field.editingFinished.connect(lambda: ended.append(True))
    type_words(field, "one two")
    field.setSelection(0, 3)
    press(field, Qt.Key.Key_Tab)
    assert focus_in(field).objectName() == "below_field"
    assert (field.text(), ended, field.textCursor().hasSelection()) == ("one two", [True], False)


def test_no_more_is_taken_than_fits(field: SentenceField) -> None:
    paste(field, "y" * 300)
    assert field.text() == "y" * 200
    type_words(field, "z")
    assert field.text() == "y" * 200
    field.setSelection(0, 200)
    paste(field, "there is room for what replaces it")
    assert field.text() == "there is room for what replaces it"


def test_letters_of_an_input_method_are_taken_as_far_as_they_fit(field: SentenceField) -> None:
    field.fill("w" * 197)
    heard = hear_edits(field)
    event = QInputMethodEvent()
    event.setCommitString("é\né!!")
    QApplication.sendEvent(field, event)
    assert field.text() == "é é" + "w" * 197
    assert heard == [field.text()]


def test_letters_that_are_still_being_put_together_are_no_edit(field: SentenceField) -> None:
    heard = hear_edits(field)
    QApplication.sendEvent(field, QInputMethodEvent("e", []))
    assert (field.text(), heard) == ("", [])


@pytest.mark.parametrize("words", ["z" * 400, "\U0001f33f" * 150, "hard\u00a0space", "two\nlines", "לצלצל בשש"])
def test_what_is_there_already_is_never_changed(field: SentenceField, words: str) -> None:
    field.fill(words)
    assert field.text() == words


def test_undo_takes_back_what_was_typed_and_never_what_code_filled_in(field: SentenceField) -> None:
    field.fill("kept")
    heard = hear_edits(field)
    type_words(field, "new ")
    press(field, Qt.Key.Key_Z, modifier=CTRL)
    press(field, Qt.Key.Key_Z, modifier=CTRL)
    assert field.text() == heard[-1] == "kept"


def test_words_from_right_to_left_begin_at_the_right(field: SentenceField) -> None:
    paste(field, "לצלצל")
    press(field, Qt.Key.Key_Home)
    assert field.cursorRect().center().x() > field.viewport().width() - 10


def test_it_has_its_name_and_the_border_of_a_field_that_needs_a_look(
    applied_theme: Theme, field: SentenceField
) -> None:
    assert field.accessibleName() == "I will"
    label = field.parentWidget()
    assert isinstance(label, LabelledField)
    before = field.viewport().geometry()
    label.show_sentence("Say what you will do.")
    assert field.accessibleDescription() == "Say what you will do."
    assert field.viewport().geometry() == before
    ink = applied_theme.color("ink")
    assert field.grab().toImage().pixelColor(field.width() // 2, 0) == ink
