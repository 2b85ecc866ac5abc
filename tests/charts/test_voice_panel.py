"""Their voice on the chart: single dots in their own ink, their words beside them, and the same in words and table."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.charts.drawn_artists import artists, labels, style_of, view_of
from tests.charts.sample_records import TODAY, WRITTEN, drawn_record, given_voice
from trustplanner.charts.cards import card
from trustplanner.charts.figure import Chart, draw, draw_page
from trustplanner.charts.gutter import gutter_texts
from trustplanner.charts.layout import Panel, screen_layout
from trustplanner.charts.letters import width_of
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.shifts import find_reading_shift
from trustplanner.charts.style import Look
from trustplanner.charts.table import build_table
from trustplanner.charts.view import ChartView, build_view
from trustplanner.charts.words import paragraph
from trustplanner.domain.their_voice import Anchors, Reading, TheirVoice

FIRST = date(2026, 2, 10)
WORDS = recovery_sentences(TODAY)


def reading(weeks: int, value: int | None) -> Reading:
    day = FIRST + timedelta(weeks=2 * weeks)
    return Reading(weeks, day, value, "", None, day, WRITTEN)


def anchors(day: date, three: str = "I check the calendar", seven: str = "I stop listening") -> Anchors:
    return Anchors(None, three, seven, day, WRITTEN)


GIVEN = given_voice()


def view_with(theirs: TheirVoice = GIVEN, name: str = "Ana") -> ChartView:
    record = drawn_record()
    return build_view(record, record.commitments[0].commitment_id, theirs, name)


def chart_with(view: ChartView, width: float = 984) -> Chart:
    layout = screen_layout(width, has_voice=view.voice is not None)
    return draw(view, style_of(Look.LIGHT), layout, WORDS, is_lettered=False)


def test_dots_stand_on_their_days_and_heights_and_nothing_joins_them() -> None:
    drawn = artists(chart_with(view_with()))
    dots = drawn["reading"]
    expected = [(each.day.toordinal() + 0.5, each.value) for each in GIVEN.readings if each.value is not None]
    assert [tuple(point) for point in dots.get_xydata()] == expected
    assert dots.get_linestyle() == "None"
    assert dots.get_color() == style_of(Look.LIGHT).theirs
    dashes = drawn["not-today"]
    assert [int(x) for x, _ in dashes.get_xydata()] == [r.day.toordinal() for r in GIVEN.readings if r.value is None]
    assert all(y < 0 for _, y in dashes.get_xydata()), "below the axis, where no number stands"


def test_each_dot_has_its_figure_and_each_dash_its_words() -> None:
    chart = chart_with(view_with())
    assert labels(chart, "reading-figure") == ["2", "3", "4", "2", "4"]
    assert labels(chart, "not-today-words") == ["not today", "not today"]
    assert labels(chart, "anchor-words") == ["7: “I stop listening”", "3: “I check the calendar”"]
    [serif] = {label.family for label in chart.labels if label.gid == "anchor-words"}
    assert serif == style_of(Look.LIGHT).serif


def test_without_a_reading_the_panel_its_words_and_its_column_are_absent() -> None:
    plain, empty = view_of(drawn_record()), view_with(TheirVoice((anchors(FIRST),), ()))
    assert empty == plain
    assert Panel.VOICE not in {text.panel for text in gutter_texts(empty, WORDS)}
    assert paragraph(empty, WORDS) == paragraph(plain, WORDS)
    assert build_table(empty, WORDS) == build_table(plain, WORDS)


def test_it_is_counted_in_nothing_else() -> None:
    with_it, without = view_with(), view_of(drawn_record())
    assert replace(with_it, voice=None) == without
    drawn, plain = artists(chart_with(with_it)), artists(chart_with(without))
    assert set(plain) <= set(drawn)


def test_paragraph_table_and_card_say_the_same_numbers() -> None:
    view = view_with()
    assert "Ana gave 5 readings, between 2 and 4, and said “not today” 2 times." in paragraph(view, WORDS)
    table = build_table(view, WORDS)
    column = table.headings.index("Ana’s voice")
    cells = [row.cells[column] for row in table.rows if row.cells[column]]
    assert cells[:3] == ["10 February: 2", "24 February: 3", "10 March: not today"]
    assert len(cells) == len(GIVEN.readings)
    assert table.total.cells[column] == "5 readings, 2 times not today"
    assert all(len(row.cells) == len(table.headings) for row in (*table.rows, table.total))
    week = card(view, view.bar_of(FIRST), WORDS)
    assert week.theirs == ("Ana, 10 February: 2",)
    assert week.spoken.endswith("Ana, 10 February: 2.")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((4,), "Ana gave one reading, a 4."),
        ((4, 4), "Ana gave 2 readings, each a 4."),
        ((None,), "Ana said “not today” once."),
        ((4, None), "Ana gave one reading, a 4, and said “not today” once."),
    ],
)
def test_few_readings_are_said_plainly(values: Sequence[int | None], said: str) -> None:
    given = TheirVoice((), tuple(reading(n, value) for n, value in enumerate(values)))
    assert said in paragraph(view_with(given), WORDS)


def test_other_words_begin_a_segment_of_their_own() -> None:
    begins = date(2026, 4, 7)
    view = view_with(replace(GIVEN, anchors=(anchors(FIRST), anchors(begins, "I ask twice", "I laugh again"))))
    assert view.voice is not None
    assert [segment.three for segment in view.voice.segments] == ["", "I check the calendar", "I ask twice"]
    assert view.voice.segments[1].last == begins - timedelta(days=1)
    assert any("Other words for a 3 and a 7 began on 7 April;" in sentence for sentence in paragraph(view, WORDS))
    chart = chart_with(view)
    assert "3: “I ask twice”" in labels(chart, "anchor-words")


@pytest.mark.parametrize("width", [420, 984])
def test_long_words_are_cut_to_their_segment(width: float) -> None:
    view = view_with(replace(GIVEN, anchors=(anchors(FIRST, "W" * 60, "i" * 60),)))
    chart, layout = chart_with(view, width), screen_layout(width, has_voice=True)
    for label in chart.labels:
        if label.gid == "anchor-words":
            assert label.x + width_of(label.words, label.family, label.size) <= layout.right + 4


@pytest.mark.parametrize("width", [420, 984])
def test_words_of_theirs_end_after_one_of_them(width: float) -> None:
    words = "I check the calendar and then I ask his sister and then the neighbour and then nobody any more " * 2
    view = view_with(replace(GIVEN, anchors=(anchors(FIRST, words, words),)))
    shown = labels(chart_with(view, width), "anchor-words")
    assert len(shown) == 2
    for said in shown:
        kept = said.split("“")[1].removesuffix("…”")
        assert said.endswith("…”")
        assert words.startswith(f"{kept} ")


def test_a_move_of_one_or_two_is_never_called_a_change() -> None:
    assert find_reading_shift([2] * 6 + [4] * 6) is None
    assert find_reading_shift([2] * 6 + [5] * 6) is not None
    assert find_reading_shift([2] * 4 + [9] * 5) is None, "nine points are too few"
    small = TheirVoice((), tuple(replace(reading(0, 2 + n // 7), day=FIRST + timedelta(weeks=n)) for n in range(13)))
    assert not any("chance" in sentence and "readings" in sentence for sentence in paragraph(view_with(small), WORDS))


@pytest.mark.parametrize("count", [1, 520])
def test_one_reading_and_ten_years_of_them_are_drawn(count: int) -> None:
    days = [TODAY - timedelta(weeks=n) for n in range(count)][::-1]
    given = TheirVoice((), tuple(Reading(n, day, n % 11, "", None, day, WRITTEN) for n, day in enumerate(days)))
    view = view_with(given)
    drawn = artists(chart_with(view))
    assert view.voice is not None
    assert len(drawn["reading"].get_xydata()) == len(view.voice.given)


def test_on_paper_letters_our_fonts_lack_are_left_out_and_that_is_said() -> None:
    view = view_with(replace(GIVEN, anchors=(anchors(FIRST, "שלום 🌱", "I stop listening"),)), name="שולמית")
    chart = draw_page(view, style_of(Look.PRINT), WORDS)
    said = [label.words for label in chart.labels]
    assert "Their voice" in said
    assert any(words.startswith("Some of the words beside the readings") for words in said)
    assert labels(chart, "anchor-words") == ["7: “I stop listening”"]
