import pytest
from PySide6.QtCore import Qt

from tests.ui.kit.pictures import drawn_box, empty_picture, painter_on
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft
HEBREW = "אני אתקשר בשש"


def _left_and_right(theme: Theme, block: TextBlock, width: int) -> tuple[int, int]:
    """Empty pixels at both sides of the painted words."""
    image = empty_picture(width, 40, theme.color("paper"))
    painter = painter_on(image)
    block.paint(painter, 0, 0, theme.color("ink"))
    painter.end()
    box = drawn_box(image, theme.color("paper"))
    return box.left(), width - 1 - box.right()


@pytest.mark.parametrize("words", ["I guess", "3 months", "Not applicable", "<b>&amp;</b>", HEBREW, "\N{PENSIVE FACE}"])
@pytest.mark.parametrize("role", ["control", "control_strong", "small", "promise"])
@pytest.mark.parametrize("scale", [1.0, 1.7])
def test_words_fit_on_one_line_in_the_width_that_was_measured(
    theme: Theme, words: str, role: str, scale: float
) -> None:
    theme.set_text_scale(scale)
    assert role_text(theme, role, words, text_width(theme, role, words), LEFT).line_count == 1


def test_lines_break_at_words_and_inside_a_word_only_when_it_is_too_wide(theme: Theme) -> None:
    width = text_width(theme, "control", "What made it")
    assert role_text(theme, "control", "What made it likelier", width, LEFT).line_count == 2
    long_word = role_text(theme, "control", "a" * 200, width, LEFT)
    assert long_word.line_count > 2
    assert long_word.widest_line <= width


def test_line_breaks_are_kept_and_every_line_has_the_height_of_its_role(theme: Theme) -> None:
    block = role_text(theme, "small", "one\ntwo\n\N{PENSIVE FACE}", 500, LEFT)
    assert (block.line_count, block.height) == (3, 3 * theme.line_height("small"))


def test_a_heavier_weight_stands_on_the_same_lines(theme: Theme) -> None:
    for normal, heavy in (("small", "label"), ("body", "strong"), ("control", "control_strong")):
        assert role_text(theme, normal, "word", 500, LEFT).height == role_text(theme, heavy, "word", 500, LEFT).height


def test_words_of_a_control_stand_where_the_interface_begins_whatever_their_script(theme: Theme) -> None:
    for words in ("Kept", HEBREW):
        for is_mirrored in (False, True):
            side = leading_side(is_right_to_left=is_mirrored)
            left, right = _left_and_right(theme, role_text(theme, "control", words, 300, side), 300)
            assert (right < 5 < left) if is_mirrored else (left < 5 < right)


def test_centred_words_are_in_the_middle(theme: Theme) -> None:
    block = role_text(theme, "control", "All", 300, Qt.AlignmentFlag.AlignHCenter)
    left, right = _left_and_right(theme, block, 300)
    assert abs(left - right) <= 2
