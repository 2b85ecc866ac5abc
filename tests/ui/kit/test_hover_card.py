from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import picture, shows
from tests.ui.kit.screen_reader import name_of
from trustplanner.ui.kit.hover_card import CardLine, HoverCard
from trustplanner.ui.kit.shadow import Shadow
from trustplanner.ui.kit.theme import Theme

LINES = [
    (CardLine.TITLE, "Monday 23 to Friday 27 March"),
    (CardLine.COUNTS, "2 of 5 kept, 2 missed, 1 not answered"),
    (CardLine.MORE, "One miss found out. One told first, after 3 hours."),
    (CardLine.THEIRS, "Ana, 24 March: 4"),
]
AREA = QRect(0, 0, 900, 600)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> HoverCard:
    chart = QWidget()
    qtbot.addWidget(chart)
    chart.resize(AREA.size())
    hover_card = HoverCard(theme, chart)
    chart.card = hover_card  # type: ignore[attr-defined]  # keeps the chart and its card together
    hover_card.chart = chart  # type: ignore[attr-defined]  # as above
    chart.show()
    hover_card.show_lines(LINES)
    return hover_card


def test_it_stands_beside_its_line_and_flips_at_the_edge(card: HoverCard) -> None:
    card.stand_beside(300, 50, AREA)
    assert (card.geometry().left(), card.width()) == (312, 262)
    card.stand_beside(800, 50, AREA)
    assert card.geometry().right() == 800 - 12 - 1


def test_it_ends_above_what_it_must_leave_in_sight_as_long_as_it_is_whole(card: HoverCard) -> None:
    card.stand_beside(300, 250, AREA, lowest=280)
    assert card.geometry().bottom() < 280
    card.stand_beside(300, 250, AREA, lowest=20)
    assert AREA.contains(card.geometry())


@pytest.mark.parametrize("place", [(0, -50), (899, 590), (450, 900), (100, 300)])
def test_it_is_always_whole(card: HoverCard, place: tuple[int, int]) -> None:
    card.stand_beside(*place, AREA)
    assert AREA.contains(card.geometry())
    assert card.isVisible()


def test_a_screen_reader_reads_all_of_it(card: HoverCard) -> None:
    assert name_of(card) == ". ".join(words for _, words in LINES)


def rects(card: HoverCard) -> list[QRect]:
    """Where each line is painted."""
    lines = card.placed_lines()
    return [QRect(16, line.top, ceil(line.block.widest_line), line.block.height) for line in lines]


def assert_whole(card: HoverCard, lines: Sequence[tuple[CardLine, str]]) -> None:
    assert [(line.kind, line.words) for line in card.placed_lines()] == list(lines)
    found = rects(card)
    inside = card.rect().adjusted(16, 10, -16, -10)
    assert all(inside.contains(rect) for rect in found)
    assert all(above.bottom() < below.top() for above, below in pairwise(found))


def test_it_is_tall_enough_for_its_lines(card: HoverCard) -> None:
    card.stand_beside(300, 50, AREA)
    assert_whole(card, LINES)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_tall_enough_for_each_of_the_bars_that_the_keys_walk(card: HoverCard, theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    long = (CardLine.MORE, "שיחה ארוכה עם דנה " * 8)
    for count in (4, 1, 3):
        lines = [*LINES[:count], long]
        card.show_lines(lines)
        card.stand_beside(300, 50, AREA)
        assert_whole(card, lines)


def test_new_lines_take_the_place_of_the_old(card: HoverCard) -> None:
    card.show_lines(LINES[:1])
    card.stand_beside(300, 50, AREA)
    assert_whole(card, LINES[:1])
    assert card.height() < 70


def test_only_their_words_are_in_the_second_ink(card: HoverCard, theme: Theme) -> None:
    card.stand_beside(300, 50, AREA)
    title, *_, theirs = rects(card)
    image = picture(card)
    assert shows(image, theirs, theme, "theirs")
    assert not shows(image, title, theme, "theirs")


def test_it_can_lie_on_another_page_with_its_shadow(card: HoverCard, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(AREA.size())
    page.show()
    card.stand_beside(300, 50, AREA)
    card.setParent(page)
    card.stand_beside(300, 50, AREA)
    [shadow] = page.findChildren(Shadow)
    assert card.isVisible()
    assert shadow.isVisible()
    assert shadow.geometry().contains(card.geometry())


def test_the_mouse_goes_through_it(card: HoverCard) -> None:
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
