from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from tests.ui.kit.pictures import color_at, drawn_box, empty_picture, painter_on
from trustplanner.domain.answers import How, Value
from trustplanner.ui.kit.marks import Mark, paint_mark
from trustplanner.ui.kit.theme import Theme

ANSWERS = [Mark.KEPT, Mark.PARTLY, Mark.MISSED, Mark.NOT_APPLICABLE, Mark.UNANSWERED]
TELLINGS = [Mark.TOLD_FIRST, Mark.WHEN_ASKED, Mark.FOUND_OUT, Mark.NOT_YET, Mark.NOT_WELCOME]
BLACK = QColor("black")


def _painted(theme: Theme, kind: str, *, chosen: bool = False, color: QColor | None = None, side: int = 16) -> QImage:
    image = empty_picture(side + 8, side + 8, theme.color("paper"))
    painter = painter_on(image)
    try:
        paint_mark(painter, QRectF(4, 4, side, side), kind, theme, chosen=chosen, color=color)
    finally:
        painter.end()
    return image


def _unlike_pixels(one: QImage, other: QImage) -> int:
    return sum(one.pixelColor(x, y) != other.pixelColor(x, y) for x in range(one.width()) for y in range(one.height()))


@pytest.mark.parametrize("family", [ANSWERS, TELLINGS])
@pytest.mark.parametrize("chosen", [False, True])
def test_with_all_colour_removed_no_two_marks_of_a_family_look_alike(
    theme: Theme, family: list[Mark], chosen: bool
) -> None:
    shapes = {mark: _painted(theme, mark, chosen=chosen, color=BLACK) for mark in family}
    for one, other in combinations(family, 2):
        assert _unlike_pixels(shapes[one], shapes[other]) > 10, (one, other)


@pytest.mark.parametrize("mark", list(Mark))
def test_a_mark_fills_its_square_and_leaves_the_rest_alone(theme: Theme, mark: Mark) -> None:
    box = drawn_box(_painted(theme, mark, side=32), theme.color("paper"))
    assert abs(box.width() - 32) <= 3
    assert abs(box.height() - 32) <= 3
    assert abs(box.center().x() - 19.5) <= 1
    assert abs(box.center().y() - 19.5) <= 1


def test_kept_is_an_outline_until_it_is_chosen_then_a_filled_disc(theme: Theme) -> None:
    beside_the_tick = (4 + 8, 4 + 3)
    offered, chosen = _painted(theme, "kept"), _painted(theme, "kept", chosen=True)
    assert color_at(offered, *beside_the_tick) == theme.color("paper").name()
    assert color_at(chosen, *beside_the_tick) == theme.color("accent").name()


def test_partly_fills_the_left_half_only(theme: Theme) -> None:
    image = _painted(theme, "partly", chosen=True)
    assert color_at(image, 4 + 5, 4 + 8) == theme.color("accent").name()
    assert color_at(image, 4 + 11, 4 + 8) == theme.color("paper").name()


def test_a_chosen_mark_has_the_accent_and_an_offered_one_the_second_ink(theme: Theme) -> None:
    theme.set_mode("dark")
    left_edge_of_the_ring = (4, 4 + 8)
    for chosen, ink in ((True, "accent"), (False, "ink_2")):
        image = _painted(theme, "told_first", chosen=chosen)
        assert color_at(image, left_edge_of_the_ring[0] + 6, left_edge_of_the_ring[1]) == theme.color(ink).name()


def test_each_answer_and_each_way_a_miss_came_out_has_a_mark(theme: Theme) -> None:
    for value in [*Value, *How]:
        if value is not Value.TAKEN_BACK:
            assert not drawn_box(_painted(theme, value), theme.color("paper")).isEmpty()


def test_a_mark_that_does_not_exist_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="excellent"):
        _painted(theme, "excellent")


def test_painting_a_mark_leaves_the_painter_as_it_was(theme: Theme) -> None:
    image = empty_picture(20, 20, theme.color("paper"))
    painter = painter_on(image)
    painter.setPen(BLACK)
    paint_mark(painter, QRectF(0, 0, 16, 16), "missed", theme)
    assert painter.pen().color() == BLACK
    assert painter.transform().isIdentity()
    painter.end()
