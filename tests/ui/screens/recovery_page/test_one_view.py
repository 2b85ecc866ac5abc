"""Picture, words, table and JSON say the same."""

import pytest
from pytestqt.qtbot import QtBot

from tests.charts.drawn_artists import artists, drawn_counts, marker_days
from tests.ui.person import click
from tests.ui.screens.recovery_page.scene import OpenPage, all_words, canvas_of, choose_range, counted, found, wait_for
from trustplanner.charts.figure import draw
from trustplanner.charts.figures_in_words import counts_in_words
from trustplanner.charts.layout import screen_layout
from trustplanner.charts.ranges import Range
from trustplanner.charts.style import Look, chart_style, read_tokens
from trustplanner.charts.view import MarkKind
from trustplanner.charts.words import paragraph
from trustplanner.domain.record import Counts
from trustplanner.exchange.record_texts import record_as_json
from trustplanner.exchange.vault_record import record_of_range
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage


@pytest.mark.parametrize("chosen", Range)
def test_picture_paragraph_table_and_json_say_the_same(
    page: RecoveryPage, demo: Workspace, chosen: Range, qtbot: QtBot
) -> None:
    choose_range(page, chosen, qtbot)
    assert page.shown is not None
    view, words = page.shown.view, page.shown.words
    record = record_of_range(demo.runner.vault, demo.today, chosen)
    [json] = [each for each in record_as_json(record)["commitments"] if each["id"] == page.detail()]
    said = record_as_json(record)
    assert (said["from"], said["to"]) == (view.first.isoformat(), view.last.isoformat())
    assert counted(json) == view.counts == page.shown.table.total.counts

    layout = screen_layout(canvas_of(page).width(), has_voice=view.voice is not None)
    chart = draw(view, chart_style(read_tokens(), Look.LIGHT), layout, words, is_lettered=False)
    not_applicable_late = sum(
        item.late_by > 0 for bar in view.bars for item in bar.items if not item.is_in_sum and item.is_answered
    )
    drawn = drawn_counts(chart, view, canvas_of(page).width())
    expected = counted({**json, "not_applicable": 0, "late": json["late"] - not_applicable_late})
    assert drawn == expected
    hows = {"told_first": "told-first", "when_asked": "when-asked", "found_out": "found-out"}
    for how, gid in hows.items():
        assert len(marker_days(chart, gid)) == json["misses"][how]
    for kind in MarkKind:
        assert marker_days(chart, kind) == [mark.day.toordinal() for mark in view.marks if mark.kind is kind]
    assert ("known-range" in artists(chart)) == bool(view.band)
    given = view.voice.given if view.voice is not None else ()
    assert marker_days(chart, "reading") == [point.day.toordinal() for point in given]

    assert page.shown.counted in all_words(page)
    assert not page.shown.beside or page.shown.beside in all_words(page)
    assert page.shown.paragraph == " ".join(paragraph(view, words))
    if view.counts.due:
        assert counts_in_words(view.counts, words) in page.shown.paragraph
    table = page.shown.table
    assert sum((row.counts for row in table.rows), Counts()) == view.counts


def test_the_table_on_the_screen_holds_the_numbers_of_the_json(
    page: RecoveryPage, demo: Workspace, qtbot: QtBot
) -> None:
    click(found(page, Switch, "recovery_table_switch"))
    model = found(page, RecordTable, "recovery_table").record
    last = model.rowCount() - 1
    seen = [str(model.index(last, column).data()) for column in range(1, 8)]
    [json] = [
        each
        for each in record_as_json(record_of_range(demo.runner.vault, demo.today, Range.ALL))["commitments"]
        if each["id"] == page.detail()
    ]
    names = ("due", "kept", "partly", "missed", "unanswered", "not_applicable", "late")
    assert seen == [str(json[name]) for name in names]


def test_each_commitment_is_counted_alone_as_it_is_among_all(
    demo: Workspace, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(demo)
    record = record_of_range(demo.runner.vault, demo.today, Range.ALL)
    for each in record.commitments:
        page.show_detail(each.commitment_id)
        wait_for(page, qtbot)
        assert page.shown is not None
        view = page.shown.view
        assert (view.title, view.counts, view.window, view.pauses) == (
            each.title,
            each.counts,
            each.window,
            each.pauses,
        )
        assert (view.first, view.last) == (record.first, record.last)
