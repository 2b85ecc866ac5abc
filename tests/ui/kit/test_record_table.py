"""The record as a table: the same numbers, whole at every width."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from tests.charts.drawn_artists import view_of
from tests.charts.sample_records import TODAY, drawn_record, named_records
from tests.ui.kit.screen_reader import found_at, name_of
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.table import Row, Table, build_table
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.kit.theme import Theme

ShowPage = Callable[..., QWidget]
WORDS = recovery_sentences(TODAY)
STORY: Table = build_table(view_of(drawn_record()), WORDS)
RECORDS = named_records()
EVENTFUL = 9  # the week from 23 March: two misses and a setback


@pytest.fixture
def table(applied_theme: Theme, show_page: ShowPage) -> RecordTable:
    table = RecordTable(applied_theme, name="test_table")
    show_page(table, width=1100)
    table.show_table(STORY)
    return table


def words_in(table: RecordTable, row: int) -> list[str]:
    return [str(table.record.index(row, column).data()) for column in range(table.record.columnCount())]


def headings(table: RecordTable) -> list[str]:
    return [
        str(table.record.headerData(column, Qt.Orientation.Horizontal)) for column in range(table.record.columnCount())
    ]


def test_every_row_and_the_total_stand_in_it(table: RecordTable) -> None:
    assert table.record.rowCount() == len(STORY.rows) + 1
    for place, row in enumerate([*STORY.rows, STORY.total]):
        assert words_in(table, place) == [
            words for words, heading in zip(row.cells, STORY.headings, strict=True) if heading in headings(table)
        ]


def test_a_column_of_words_is_left_out_where_nothing_stands_in_it_and_counts_never_are(table: RecordTable) -> None:
    assert headings(table) == [heading for heading in STORY.headings if heading != "Earlier answers"]
    assert not any(row.cells[STORY.headings.index("Earlier answers")] for row in STORY.rows)
    assert "Not applicable" in headings(table)


@pytest.mark.parametrize("width", [400, 700, 1100, 1500])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_at_every_width_all_is_seen_without_scrolling_sideways(
    table: RecordTable, applied_theme: Theme, width: int, scale: float
) -> None:
    applied_theme.set_text_scale(scale)
    table.window().resize(width, 800)
    columns = range(table.record.columnCount())
    assert sum(table.columnWidth(column) for column in columns) == table.viewport().width()
    for place in range(table.record.rowCount()):
        for column in columns:
            words, role = words_in(table, place)[column], "label" if place == table.record.rowCount() - 1 else "small"
            needed = table._delegate.height_at(words, role, table.columnWidth(column))
            assert table.rowHeight(place) >= needed
    for column in columns:
        assert table._header.height() >= table._header._block(column).height


def test_in_a_narrow_window_a_row_says_the_same_in_words(table: RecordTable) -> None:
    table.window().resize(700, 800)
    assert headings(table) == ["Week", "What is recorded"]
    row = STORY.rows[EVENTFUL]
    period, said = words_in(table, EVENTFUL)
    assert period == row.cells[0] == "Monday 23 to Sunday 29 March"
    assert said == row.in_words
    assert said == (
        "5 due: 2 kept, 2 missed, 1 not answered. Known range, 28 days: 11.5 to 12.5 of 15, 77 to 83 %. "
        "How the misses came out: found out after 3 hours (24 March); told first after 3 hours (25 March). "
        "Session: 24 March. Setback: 28 March."
    )


def test_in_a_narrow_window_a_week_stands_on_one_line_while_there_is_room(table: RecordTable) -> None:
    table.window().resize(760, 800)
    one_line = table._delegate.sizeHint(QStyleOptionViewItem(), table.record.index(0, 0)).height()
    for place in range(len(STORY.rows)):
        assert table._delegate.height_at(words_in(table, place)[0], "small", table.columnWidth(0)) == one_line


def test_the_marked_row_stays_when_the_window_becomes_narrow(table: RecordTable) -> None:
    table.go_to(EVENTFUL)
    table.window().resize(700, 800)
    assert table.current_row is STORY.rows[EVENTFUL]


def test_arrow_keys_walk_the_rows_and_enter_chooses_one(table: RecordTable) -> None:
    chosen: list[Row] = []
    table.row_chosen.connect(chosen.append)
    table.go_to(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current_row is STORY.rows[1]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [STORY.rows[1]]


def test_a_double_click_chooses_a_row_but_never_the_total(table: RecordTable) -> None:
    chosen: list[Row] = []
    table.row_chosen.connect(chosen.append)
    for place in (2, len(STORY.rows)):
        table.go_to(place)
        middle = table.visualRect(table.record.index(place, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == [STORY.rows[2]]
    assert table.current_row is None


def test_tab_leaves_the_table(table: RecordTable) -> None:
    assert not table.tabKeyNavigation()


def test_a_screen_reader_finds_headings_and_cells(table: RecordTable) -> None:
    assert name_of(table) == "The record as a table"
    interface = found_at(table)
    assert interface.role() is QAccessible.Role.Table
    found = [interface.child(place) for place in range(interface.childCount())]
    names = [each.text(QAccessible.Text.Name) for each in found if each is not None]
    across = table.record.columnCount() + 1  # each row begins with its own heading, which is not seen
    assert names[1:across] == headings(table)
    row = names[across * (EVENTFUL + 1) :][:across]
    assert row == [STORY.rows[EVENTFUL].cells[0], *words_in(table, EVENTFUL)]


@pytest.mark.parametrize("name", RECORDS)
def test_every_kind_of_record_has_its_table(name: str, applied_theme: Theme, show_page: ShowPage) -> None:
    found = build_table(view_of(RECORDS[name]()), WORDS)
    table = RecordTable(applied_theme)
    show_page(table, width=1000)
    table.show_table(found)
    assert table.record.rowCount() == len(found.rows) + 1
    assert table.needed_height() > 0


def test_rows_hold_nothing_below_them(table: RecordTable) -> None:
    cell = table.record.index(0, 0)
    assert table.record.rowCount(cell) == table.record.columnCount(cell) == 0
    assert table.record.row_at(99) is None
    assert not table.record.data(QModelIndex())
