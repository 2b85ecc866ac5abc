from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import colors_in, drawn_box, picture, shows
from tests.ui.kit.screen_reader import name_of, role_of
from trustplanner.ui.kit.labels import Run, TextLabel, is_right_to_left, promise_runs
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]
MARKUP = "<b>not bold</b> & <i>plain</i> &amp;"


def ink_box(label: TextLabel) -> QRect:
    """Where there is ink, in the label's coordinates."""
    return drawn_box(picture(label), label.palette().window().color())


def test_what_looks_like_markup_is_shown_as_it_is(show_window: ShowWindow, theme: Theme) -> None:
    marked, plain = TextLabel(theme, MARKUP), TextLabel(theme, "not bold plain")
    show_window(marked, plain)
    assert marked.text() == MARKUP
    assert marked.sizeHint().width() > plain.sizeHint().width() * 1.5


def test_a_screen_reader_reads_every_character(qtbot: QtBot, theme: Theme) -> None:
    label = TextLabel(theme, MARKUP)
    qtbot.addWidget(label)
    assert name_of(label) == MARKUP
    assert role_of(label) == QAccessible.Role.StaticText
    label.set_text("Ana & I")
    assert name_of(label) == "Ana & I"


def test_lines_are_as_far_apart_as_the_role_says(qtbot: QtBot, theme: Theme) -> None:
    label = TextLabel(theme, "one", "promise")
    qtbot.addWidget(label)
    heights = []
    for lines in (1, 2, 3, 10):
        label.set_text("\n".join(["line"] * lines))
        heights.append(label.heightForWidth(400))
    assert heights[1] - heights[0] == heights[2] - heights[1] == theme.line_height("promise")
    assert heights[3] - heights[0] == 9 * theme.line_height("promise")


@pytest.mark.parametrize("role", ["title", "heading", "body", "caption", "writing"])
def test_nothing_of_a_letter_is_cut(show_window: ShowWindow, theme: Theme, role: str) -> None:
    """With line heights below the font's own, the last line would lose what hangs below it."""
    label = TextLabel(theme, "Ågjpqy\nÅgjpqy", role)
    show_window(label)
    box = ink_box(label)
    assert box.top() > 0
    assert box.bottom() < label.height() - 1


def test_a_narrow_label_takes_more_lines(qtbot: QtBot, theme: Theme) -> None:
    label = TextLabel(theme, "I will say where I am going before I leave, so that Ana need not ask.")
    qtbot.addWidget(label)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(200) >= 3 * label.heightForWidth(700)


def test_a_word_without_spaces_is_broken_instead_of_widening_the_page(qtbot: QtBot, theme: Theme) -> None:
    label = TextLabel(theme, "x" * 500)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200
    assert label.heightForWidth(300) > 10 * theme.line_height("body")


def test_lines_never_exceed_the_widest_text_column(show_window: ShowWindow, theme: Theme) -> None:
    label = TextLabel(theme, "and so on " * 60)
    show_window(label, width=1500)
    assert label.width() > 1000
    assert ink_box(label).right() <= theme.tokens.size["measure"]


def test_a_promise_has_its_purpose_in_the_second_voice(show_window: ShowWindow, theme: Theme) -> None:
    label = TextLabel(theme, promise_runs("I will ring at six,", "so that Ana is not left waiting."), "promise")
    show_window(label)
    assert label.text() == "I will ring at six, so that Ana is not left waiting."
    image = picture(label)
    split = label.width() * 3 // 10
    start, end = QRect(0, 0, 100, label.height()), QRect(split + 60, 0, 200, label.height())
    assert shows(image, start, theme, "ink")
    assert not shows(image, end, theme, "ink")
    assert promise_runs("I will ring at six.") == [Run("I will ring at six.")]


def test_runs_begin_where_they_should_after_letters_outside_the_basic_plane(
    show_window: ShowWindow, theme: Theme
) -> None:
    faces = "\N{GRINNING FACE}" * 3
    label = TextLabel(theme, [Run(faces, color="paper"), Run("mine", color="theirs"), Run(" rest", color="paper")])
    show_window(label)
    everywhere = label.rect()
    assert shows(picture(label), everywhere, theme, "theirs")
    without = TextLabel(theme, [Run(faces, color="paper"), Run("mine rest", color="paper")])
    show_window(without)
    assert not shows(picture(without), everywhere, theme, "theirs")


def test_words_of_people_begin_where_their_script_begins(show_window: ShowWindow, theme: Theme) -> None:
    hebrew, english = (TextLabel(theme, words, "promise") for words in ("אני אתקשר", "I will ring"))
    show_window(hebrew, english, width=500)
    assert ink_box(hebrew).left() > 250
    assert ink_box(english).right() < 250


def test_words_of_the_program_begin_where_the_interface_begins(show_window: ShowWindow, theme: Theme) -> None:
    label = TextLabel(theme, "Two of three answered.")
    window = show_window(label, width=500)
    assert ink_box(label).left() < 50
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ink_box(label).left() > 250


def test_centred_words_stand_in_the_middle(show_window: ShowWindow, theme: Theme) -> None:
    label = TextLabel(theme, "Trustplanner", "title", is_centred=True)
    show_window(label, width=600)
    assert ink_box(label).center().x() == pytest.approx(300, abs=3)


def test_a_label_follows_colours_and_text_size(show_window: ShowWindow, theme: Theme) -> None:
    label = TextLabel(theme, "Recorded.", color="ink")
    show_window(label)
    small = label.sizeHint()
    theme.set_mode("dark")
    assert "#ece8e0" in colors_in(picture(label), label.rect())
    theme.set_text_scale(2.0)
    assert label.sizeHint().width() == pytest.approx(2 * small.width(), abs=3)


def test_a_label_that_does_not_wrap_is_never_cut(qtbot: QtBot, theme: Theme) -> None:
    label = TextLabel(theme, "85 to 95 %, for one commitment", wraps=False)
    qtbot.addWidget(label)
    assert label.minimumSizeHint() == label.sizeHint()
    assert not label.hasHeightForWidth()


def test_an_empty_label_keeps_the_height_of_a_line(qtbot: QtBot, theme: Theme) -> None:
    label = TextLabel(theme)
    qtbot.addWidget(label)
    assert label.heightForWidth(300) == theme.line_height("body")


def test_a_label_keeps_its_colour_when_it_moves_into_a_page(applied_theme: Theme, show_window: ShowWindow) -> None:
    note = QWidget()
    label = TextLabel(applied_theme, role="small")
    column(note).addWidget(label)
    label.show()
    label.set_text("Two examples appear here once you have written a few words.")
    label.set_color("ink_3")
    show_window(note)
    seen = colors_in(picture(label), label.rect())
    assert applied_theme.color("ink_3").name() in seen
    assert applied_theme.color("ink").name() not in seen


def test_a_label_that_may_not_grow_asks_for_the_lines_it_will_have(show_window: ShowWindow, theme: Theme) -> None:
    """A column asks at its own width, however narrow the label has to stay."""
    label = TextLabel(theme, "and so on " * 30)
    label.setMaximumWidth(300)
    show_window(label, width=900)
    assert label.width() == 300
    assert label.heightForWidth(900) == label.heightForWidth(300) > 5 * theme.line_height("body")
    assert label.height() == label.heightForWidth(300)


def test_a_name_that_runs_backwards_does_not_turn_the_sentence_around_it() -> None:
    name = "\N{FIRST STRONG ISOLATE}שלום\N{POP DIRECTIONAL ISOLATE}"
    assert not is_right_to_left(f"“{name}”, 1 of 3", otherwise=False)
    assert not is_right_to_left(f"“{name}”, 1 of 3", otherwise=True)
    assert is_right_to_left(name, otherwise=False), "a name alone runs its own way"
    assert is_right_to_left("שלום, Ana", otherwise=False)
