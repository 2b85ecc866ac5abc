"""The chart on the screen: drawn beside the window, looked at by mouse and keyboard."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.charts.drawn_artists import view_of
from tests.charts.sample_records import TODAY, drawn_record, long_record, named_records, record_of
from tests.ui.kit.pictures import color_at, picture
from tests.ui.kit.screen_reader import description_of, name_of
from trustplanner.charts.cards import Card, card
from trustplanner.charts.layout import Layout, Panel, screen_layout, time_axis
from trustplanner.charts.sentences import Sentences, recovery_sentences
from trustplanner.charts.view import ChartView, MarkKind
from trustplanner.charts.words import summary
from trustplanner.domain.items import Outcome
from trustplanner.ui.kit import chart_beside
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.chart_picture import DrawingOrder, chart_colors, draw_chart, picture_of
from trustplanner.ui.kit.chart_places import middle_of
from trustplanner.ui.kit.chart_sign import ChartSign
from trustplanner.ui.kit.hover_card import HoverCard
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.theme import Theme

ShowPage = Callable[..., QWidget]
WORDS = recovery_sentences(TODAY)
STORY = view_of(drawn_record())
RECORDS = named_records()


@pytest.fixture
def canvas(theme: Theme, background: Background, show_page: ShowPage, qtbot: QtBot) -> ChartCanvas:
    """The design's chart in a window as wide as the whole program's."""
    chart = ChartCanvas(theme, background, name="test_chart")
    show_page(chart)
    show(chart, STORY, qtbot)
    return chart


def show(canvas: ChartCanvas, view: ChartView, qtbot: QtBot, note: str = "") -> None:
    canvas.show_view(view, WORDS, note)
    qtbot.waitUntil(lambda: canvas.is_drawn)


def layout_of(canvas: ChartCanvas) -> Layout:
    return screen_layout(canvas.width(), canvas.theme.text_scale)


def card_of(canvas: ChartCanvas) -> HoverCard:
    [found] = canvas.findChildren(HoverCard)
    return found


def point_at(canvas: ChartCanvas, place: int, panel: Panel = Panel.RANGE) -> QPoint:
    """The middle of a bar, in the middle of a panel."""
    assert canvas.view is not None
    layout = layout_of(canvas)
    box = layout.panels[panel]
    x = middle_of(canvas.view, time_axis(canvas.view, layout), place)
    return QPoint(round(x), round(box.top + box.height / 2))


def point_at_miss(canvas: ChartCanvas, day: date) -> QPoint:
    assert canvas.view is not None
    layout = layout_of(canvas)
    box = layout.panels[Panel.MISSES]
    x = time_axis(canvas.view, layout).middle_of(day)
    return QPoint(round(x), round(box.top + box.height / 2))


# --- the picture


def test_the_cells_are_seen_where_the_layout_puts_them(canvas: ChartCanvas, theme: Theme) -> None:
    image, layout = picture(canvas), layout_of(canvas)
    axis = time_axis(STORY, layout)
    box = layout.panels[Panel.DUE]
    unit = box.height / (STORY.most_due + 1)
    for bar in STORY.bars:
        x = axis.x_of(bar.middle)
        kept = sum(block.count for block in bar.blocks if block.outcome is Outcome.KEPT and not block.is_late)
        for height in range(kept):
            assert color_at(image, x, box.bottom - (height + 0.5) * unit) == theme.color("fill").name()
        above = box.bottom - (bar.counts.due + 0.9) * unit
        assert color_at(image, x + 14, above) in {theme.color(name).name() for name in ("paper", "shade", "rule")}


def test_the_words_on_the_chart_are_painted(canvas: ChartCanvas, theme: Theme) -> None:
    image, layout = picture(canvas), layout_of(canvas)
    box = layout.panels[Panel.EVENTS]
    foot = [color_at(image, x, box.bottom - 8) for x in range(round(layout.left), round(layout.right))]
    assert sum(color != theme.color("paper").name() for color in foot) > 40, "the months have no names"


@pytest.mark.parametrize("name", RECORDS)
def test_every_kind_of_record_is_shown(
    name: str, theme: Theme, background: Background, show_page: ShowPage, qtbot: QtBot
) -> None:
    canvas = ChartCanvas(theme, background)
    show_page(canvas)
    view = view_of(RECORDS[name]())
    show(canvas, view, qtbot)
    for place in {0, len(view.bars) // 2, len(view.bars) - 1}:
        canvas.go_to(place)
        assert canvas.shown_card == card(view, place, WORDS)


def test_of_two_views_only_the_second_is_seen(canvas: ChartCanvas, qtbot: QtBot) -> None:
    drawn: list[ChartView | None] = []
    canvas.drawn.connect(lambda: drawn.append(canvas.view))
    other = view_of(record_of("kkkkkk"))
    canvas.show_view(view_of(long_record(1)), WORDS)
    canvas.show_view(other, WORDS)
    qtbot.waitUntil(lambda: canvas.is_drawn)
    assert drawn == [other]
    expected = alone(canvas, other)
    assert picture_only(canvas) == expected


def alone(canvas: ChartCanvas, view: ChartView) -> QImage:
    order = DrawingOrder(view, WORDS, layout_of(canvas), chart_colors(canvas.theme), False, canvas.devicePixelRatioF())
    return picture_of(draw_chart(order)).toImage()


def picture_only(canvas: ChartCanvas) -> QImage:
    return canvas._picture.toImage()


def test_a_resize_stretches_the_last_picture_and_draws_anew_when_it_has_settled(
    canvas: ChartCanvas, qtbot: QtBot, theme: Theme
) -> None:
    before = picture_only(canvas)
    drawn: list[int] = []
    canvas.drawn.connect(lambda: drawn.append(canvas.width()))
    for width in (1260, 1230, 1200):
        canvas.window().resize(width, 800)
        QTest.qWait(0)
        assert picture_only(canvas) == before
        assert color_at(picture(canvas), width * 0.7, 160) != "", "nothing is blank meanwhile"
    assert drawn == []
    qtbot.waitUntil(lambda: canvas.is_drawn)
    assert drawn == [1200], "drawn once, for the last size"
    assert picture_only(canvas).width() == round(1200 * canvas.devicePixelRatioF())


def test_while_words_move_above_the_panels_each_panel_of_the_last_picture_moves_with_them(
    canvas: ChartCanvas, theme: Theme, qtbot: QtBot
) -> None:
    before = picture_only(canvas)
    canvas.window().resize(900, 800)
    QTest.qWait(0)
    assert picture_only(canvas) == before, "not drawn anew yet"
    layout = canvas._layout
    assert layout is not None
    assert layout.left < screen_layout(900).left
    image, axis = picture(canvas), time_axis(STORY, layout)
    due, events = layout.panels[Panel.DUE], layout.panels[Panel.EVENTS]
    disclosure = next(mark.day for mark in STORY.marks if mark.kind is MarkKind.DISCLOSURE)
    assert color_at(image, axis.x_of(STORY.bars[9].middle), due.bottom - 12) == theme.color("fill").name()
    on_line = events.bottom - 0.8 * events.height
    near = (axis.middle_of(disclosure) + aside for aside in range(-30, 31))
    assert theme.color("ink").name() in {color_at(image, x, on_line) for x in near}
    for label in canvas.findChildren(TextLabel):
        if label.isVisible() and label.text() in ("Known range, 28 days", "Height: number due"):
            beside = label.mapTo(canvas, QPoint(label.sizeHint().width() + 4, label.height() // 2))
            seen = {color_at(image, x, beside.y()) for x in range(beside.x(), canvas.width())}
            assert len(seen) == 1, "the old chart shows through between the words"


def test_on_a_dense_screen_the_picture_has_as_many_pixels(theme: Theme) -> None:
    layout = screen_layout(984)
    order = DrawingOrder(STORY, WORDS, layout, chart_colors(theme), False, 2.0)
    found = picture_of(draw_chart(order))
    assert (found.width(), found.height()) == (1968, round(2 * layout.height))
    assert found.devicePixelRatio() == 2.0


def test_other_colours_and_another_text_size_draw_it_anew(canvas: ChartCanvas, theme: Theme, qtbot: QtBot) -> None:
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: canvas.is_drawn)
    assert picture_only(canvas).pixelColor(5, 5) == theme.color("paper")
    height = canvas.heightForWidth(canvas.width())
    theme.set_text_scale(1.5)
    qtbot.waitUntil(lambda: canvas.is_drawn)
    assert canvas.heightForWidth(canvas.width()) > 1.4 * height
    assert picture_only(canvas).height() > 1.4 * height


def test_nothing_is_drawn_while_nobody_looks(canvas: ChartCanvas, theme: Theme, qtbot: QtBot) -> None:
    before = picture_only(canvas)
    canvas.hide()
    theme.set_mode("dark")
    QTest.qWait(50)
    assert picture_only(canvas) == before
    canvas.show()
    qtbot.waitUntil(lambda: canvas.is_drawn)
    assert picture_only(canvas).pixelColor(5, 5) == theme.color("paper")


def test_more_contrast_reaches_the_chart(canvas: ChartCanvas, theme: Theme, qtbot: QtBot) -> None:
    theme.set_more_contrast(True)
    qtbot.waitUntil(lambda: canvas.is_drawn)
    image, layout = picture_only(canvas), layout_of(canvas)
    assert image.pixelColor(5, 5) == QColor("white")
    first, last = STORY.pauses[0]
    axis, box = time_axis(STORY, layout), layout.panels[Panel.RANGE]
    across = range(round(axis.start_of(first)) - 3, round(axis.end_of(last)) + 3)
    seen = [color_at(image, x, box.top + 8) for x in across]
    dark = [place for place, color in enumerate(seen) if QColor(color).lightness() < 128]
    assert theme.color("shade").name() in seen
    assert dark
    assert seen.index(theme.color("shade").name()) > dark[0], "the shade of a pause has an edge"


# --- the words beside it


def test_the_words_of_the_panels_stand_beside_them(canvas: ChartCanvas) -> None:
    labels = {label.text(): label for label in canvas.findChildren(TextLabel) if label.isVisible()}
    layout = layout_of(canvas)
    for words, panel in (
        ("What was due, week by week", Panel.DUE),
        ("Known range, 28 days", Panel.RANGE),
        ("4 of 8 told before being asked", Panel.MISSES),
        ("Events", Panel.EVENTS),
    ):
        label = labels[words]
        corner = label.mapTo(canvas, QPoint())
        box = layout.panels[panel]
        assert box.top - 6 <= corner.y() <= box.bottom
        assert corner.x() + label.width() < layout.left
    signs = [sign.sign.value for sign in canvas.findChildren(ChartSign) if sign.isVisible()]
    assert signs == ["kept", "partly", "missed", "unanswered", "late", "paused", "session"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_narrow_window_they_stand_above_and_the_figure_has_all_the_width(
    theme: Theme, background: Background, show_page: ShowPage, qtbot: QtBot, scale: float
) -> None:
    theme.set_text_scale(scale)
    canvas = ChartCanvas(theme, background)
    show_page(canvas, width=800, height=600)
    show(canvas, STORY, qtbot)
    blocks = [label for label in canvas.findChildren(TextLabel) if label.isVisible() and label.parent() is not canvas]
    assert blocks
    for label in blocks:
        corner = label.mapTo(canvas, QPoint())
        assert corner.x() >= 0
        assert corner.x() + label.width() <= canvas.width()
        assert label.height() >= label.heightForWidth(label.width())
    heading = next(label for label in blocks if label.text() == "Known range, 28 days")
    due = next(label for label in blocks if label.text() == "Height: number due")
    between = heading.mapTo(canvas, QPoint()).y() - due.mapTo(canvas, QPoint(0, due.height())).y()
    assert between >= 150 * scale, "the first panel keeps its height between them"
    assert canvas.heightForWidth(800) > screen_layout(800, scale).height


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["story", "ten years of twenty"])
def test_there_the_counts_of_years_stand_below_the_words(
    theme: Theme, background: Background, show_page: ShowPage, qtbot: QtBot, name: str, scale: float
) -> None:
    theme.set_text_scale(scale)
    canvas = ChartCanvas(theme, background)
    show_page(canvas, width=800, height=600)
    view = view_of(RECORDS[name]())
    show(canvas, view, qtbot)
    layout = canvas._layout
    assert layout is not None
    order = DrawingOrder(view, WORDS, layout, chart_colors(theme), False, 1.0)
    counts = [label for label in draw_chart(order).labels if label.gid == "count"]
    assert counts
    foot = max(
        label.mapTo(canvas, QPoint(0, label.height())).y()
        for label in canvas.findChildren(TextLabel)
        if label.text() == "Height: number due"
    )
    assert min(label.y - 0.7 * label.size for label in counts) >= foot


def test_a_note_stands_in_the_empty_second_panel(canvas: ChartCanvas, qtbot: QtBot) -> None:
    show(canvas, view_of(record_of("kkm")), qtbot, "Shown once 5 answers are due.")
    [note] = [label for label in canvas.findChildren(TextLabel) if label.text().startswith("Shown once")]
    box = layout_of(canvas).panels[Panel.RANGE]
    assert note.isVisible()
    assert box.top + box.height / 2 <= note.y()
    assert note.geometry().bottom() < box.bottom
    show(canvas, STORY, qtbot)
    assert not note.isVisible()


# --- by mouse


def test_hovering_shows_the_card_of_the_week_12_pixels_from_the_guide_line(canvas: ChartCanvas) -> None:
    place = STORY.bar_of(date(2026, 3, 24))
    point = point_at(canvas, place)
    QTest.mouseMove(canvas, point + QPoint(5, 0))
    assert canvas.shown_card == card(STORY, place, WORDS)
    box = card_of(canvas)
    assert box.isVisible()
    assert [line.words for line in box.placed_lines()][:2] == [
        "Monday 23 to Sunday 29 March",
        "2 of 5 kept, 2 missed, 1 not answered",
    ]
    assert box.geometry().left() == point.x() + 12


def test_at_the_right_edge_the_card_flips_to_the_other_side(canvas: ChartCanvas) -> None:
    last = len(STORY.bars) - 1
    QTest.mouseMove(canvas, point_at(canvas, last))
    assert card_of(canvas).geometry().right() < point_at(canvas, last).x()
    assert canvas.rect().contains(card_of(canvas).geometry())


@pytest.mark.parametrize("width", [1280, 900])
def test_the_card_leaves_the_events_in_sight(canvas: ChartCanvas, qtbot: QtBot, width: int) -> None:
    canvas.window().resize(width, 1200)
    qtbot.waitUntil(lambda: canvas.is_drawn)
    [events] = [label for label in canvas.findChildren(TextLabel) if label.text() == "Events"]
    for place in range(len(STORY.bars)):
        canvas.go_to(place)
        assert card_of(canvas).geometry().bottom() < events.mapTo(canvas, QPoint()).y()


def test_the_card_goes_when_the_mouse_leaves_the_days(canvas: ChartCanvas) -> None:
    QTest.mouseMove(canvas, point_at(canvas, 3))
    QTest.mouseMove(canvas, QPoint(20, 100))
    assert canvas.shown_card is None
    assert not card_of(canvas).isVisible()


def test_moving_the_mouse_draws_no_new_picture(canvas: ChartCanvas) -> None:
    drawn: list[None] = []
    canvas.drawn.connect(lambda: drawn.append(None))
    before = canvas._picture.cacheKey()
    for place in range(len(STORY.bars)):
        QTest.mouseMove(canvas, point_at(canvas, place))
    QTest.qWait(50)
    assert drawn == []
    assert canvas._picture.cacheKey() == before


def test_a_bar_that_is_looked_at_again_is_not_worded_again(
    canvas: ChartCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    worded: list[int] = []

    def noted(view: ChartView, place: int, words: Sentences) -> Card:
        worded.append(place)
        return card(view, place, words)

    monkeypatch.setattr(chart_beside, "card", noted)
    for place in (3, 4, 3, 4):
        QTest.mouseMove(canvas, point_at(canvas, place))
        assert canvas.shown_card == card(STORY, place, WORDS)
    assert worded == [3, 4]


def test_a_click_on_a_miss_chooses_its_day(canvas: ChartCanvas) -> None:
    chosen: list[date] = []
    canvas.day_chosen.connect(chosen.append)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point_at_miss(canvas, date(2026, 4, 28)))
    assert chosen == [date(2026, 4, 28)]


def test_a_click_beside_the_days_and_another_button_choose_nothing(canvas: ChartCanvas) -> None:
    chosen: list[date] = []
    canvas.day_chosen.connect(chosen.append)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=point_at(canvas, 4))
    assert chosen == []


# --- by keyboard


def test_the_arrow_keys_walk_from_bar_to_bar_and_say_each(canvas: ChartCanvas) -> None:
    canvas.setFocus()
    last = len(STORY.bars) - 1
    for key, place in (
        (Qt.Key.Key_Left, last),
        (Qt.Key.Key_Left, last - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Right, last),
    ):
        QTest.keyClick(canvas, key)
        assert canvas.place == place
        assert canvas.shown_card == card(STORY, place, WORDS)
        assert description_of(canvas) == card(STORY, place, WORDS).spoken


def test_enter_chooses_the_first_due_day_of_the_bar(canvas: ChartCanvas) -> None:
    chosen: list[date] = []
    canvas.day_chosen.connect(chosen.append)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen == [], "no bar is looked at yet"
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen == [date(2026, 5, 11)]


def test_escape_puts_the_card_away_and_the_whole_is_said_again(canvas: ChartCanvas) -> None:
    assert name_of(canvas) == "Recovery chart"
    assert description_of(canvas) == summary(STORY, WORDS)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.shown_card is None
    assert description_of(canvas) == summary(STORY, WORDS)


def test_keys_of_the_page_go_on_to_it(canvas: ChartCanvas, qtbot: QtBot) -> None:
    canvas.setFocus()
    heard: list[int] = []
    window = canvas.window()
    window.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]  # to listen
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert heard == [Qt.Key.Key_PageDown]


def test_another_range_keeps_the_place_that_was_looked_at(canvas: ChartCanvas, qtbot: QtBot) -> None:
    day = date(2026, 4, 14)
    canvas.go_to(STORY.bar_of(day))
    shorter = view_of(drawn_record(first=date(2026, 4, 3)))
    show(canvas, shorter, qtbot)
    assert canvas.place == shorter.bar_of(day)
    show(canvas, view_of(drawn_record(first=date(2026, 5, 4))), qtbot)
    assert canvas.place is None


def test_the_walk_goes_on_where_the_mouse_was(canvas: ChartCanvas) -> None:
    canvas.setFocus()
    QTest.mouseMove(canvas, point_at(canvas, 5))
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.place == 6
