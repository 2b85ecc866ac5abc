"""The record of one commitment, as a person reads it and walks its days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press
from tests.ui.screens.opened_planner import OpenPlanner
from tests.ui.screens.seen_amends import ShowPage, cut_off, found, is_seen, press_button, read_all, settle
from trustplanner.actions import answers, commitments, pauses, plans, views
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms, take_back_pending
from trustplanner.actions.views import Heard
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Commitment, Reason
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.moments import Now
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.record import Counts, build_record
from trustplanner.domain.responses import Response, TheirResponse
from trustplanner.domain.schedules import Unit, on_weekdays, once, times_a
from trustplanner.domain.sureness import AskedIn, SurenessAnswer, WorstDay
from trustplanner.domain.views import View
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.commitments import history_of
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.record_months import RecordMonths
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_record_page import CommitmentRecordPage
from trustplanner.ui.screens.commitment_record_page.calendar_section import LegendSign

DAY = timedelta(days=1)
ALT = Qt.KeyboardModifier.AltModifier
OpenRecord = Callable[..., CommitmentRecordPage]


@pytest.fixture
def open_record(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenRecord:
    """Open the record of a commitment in a window of its own."""

    def open_it(commitment: Commitment, **window: int) -> CommitmentRecordPage:
        page = CommitmentRecordPage(workspace)
        page.show_detail(commitment.id)
        show_page(page, **window)
        settle()
        return page

    return open_it


@pytest.fixture
def ring(runner: Runner, plan: object, clock: MovedClock) -> Commitment:
    """Daily from 4 May: kept, missed and told first, partly, not answered, late, not applicable, kept; now 14 May."""
    ring = promise(runner, title="Ring at six", at_minute=18 * 60)
    written = {
        0: Value.KEPT, 1: Value.MISSED, 2: Value.PARTLY, 5: Value.NOT_APPLICABLE, 6: Value.KEPT,
        7: Value.KEPT, 8: Value.MISSED,
    }  # fmt: skip
    for ahead, value in written.items():
        clock.go_to(MONDAY + ahead * DAY)
        runner.do("", answers.write, ring.id, MONDAY + ahead * DAY, value)
    clock.go_to(on("05-05"))
    runner.do("", answers.tell, ring.id, on("05-05"), How.TOLD_FIRST, on("05-05"), 21 * 60)
    runner.do("", answers.review_miss, ring.id, on("05-05"), repair="ring at five instead")
    clock.go_to(on("05-14"))
    runner.do("", answers.write, ring.id, on("05-08"), Value.KEPT)
    return ring


def months(page: QWidget) -> RecordMonths:
    return found(page, RecordMonths, "record_months")


def day_words(page: QWidget) -> str:
    return found(page, TextLabel, "record_day_label").text().replace("\N{NO-BREAK SPACE}", " ")


def walk_to(page: QWidget, day: date) -> str:
    """Walk there with the arrow keys, and read what is said of it."""
    calendar = months(page)
    calendar.setFocus()
    while calendar.looked_at != day:
        press(page, Qt.Key.Key_Left if calendar.looked_at > day else Qt.Key.Key_Right)
    settle()
    return day_words(page)


def leads_to(page: CommitmentRecordPage) -> list[Destination]:
    led: list[Destination] = []
    page.go_requested.connect(led.append)
    return led


# The head


def test_the_head_says_what_is_promised_and_since_when(open_record: OpenRecord, ring: Commitment) -> None:
    read = read_all(open_record(ring))
    for words in ("Ring at six", "I will call when I am late,", "Every day at 18:00", "Active since Monday 4 May."):
        assert words in read


def test_its_links_lead_to_the_editor_and_to_the_pauses(open_record: OpenRecord, ring: Commitment) -> None:
    page = open_record(ring)
    led = leads_to(page)
    press_button(page, "record_change_button")
    press_button(page, "record_pauses_button")
    assert led == [Destination("commitment", ring.id), Destination("pauses")]


def test_one_that_ended_one_that_waits_and_one_that_is_gone_are_said(
    open_record: OpenRecord, runner: Runner, plan: object, clock: MovedClock
) -> None:
    ended, waiting = promise(runner, title="Ended"), promise(runner, title="Waits", waits=True)
    runner.do("", commitments.end, ended.id, Reason.THEIR_WISH)
    assert "Ended on Monday 4 May; its record stays." in read_all(open_record(ended))
    page = open_record(waiting)
    assert "It waits, and asks for nothing until it begins." in read_all(page)
    runner.do("", commitments.delete, waiting.id)
    page.mark_stale()
    assert "This commitment is no longer written down." in read_all(page)


# The calendar


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("05-04", "Monday 4 May: kept; written the same day."),
        ("05-05", "Tuesday 5 May: missed, told first, after 3 hours; written the same day."),
        ("05-06", "Wednesday 6 May: partly; written the same day."),
        ("05-07", "Thursday 7 May: not answered."),
        ("05-08", "Friday 8 May: kept; written 6 days later."),
        ("05-09", "Saturday 9 May: not applicable; written the same day."),
        ("05-13", "Wednesday 13 May: still open."),
        ("05-16", "Saturday 16 May: not yet."),
        ("05-03", "Sunday 3 May: nothing was promised."),
    ],
)
def test_the_arrows_walk_the_days_and_each_is_said(
    open_record: OpenRecord, ring: Commitment, day: str, said: str
) -> None:
    page = open_record(ring)
    assert walk_to(page, on(day)) == said
    assert months(page).accessibleDescription() == said


def test_a_changed_closed_day_says_what_stood_there_before(
    open_record: OpenRecord, ring: Commitment, runner: Runner
) -> None:
    runner.do("", answers.write, ring.id, on("05-05"), Value.KEPT)
    said = walk_to(open_record(ring), on("05-05"))
    assert said == "Tuesday 5 May: kept; written 9 days later; earlier: missed (written 5 May)."


def test_up_and_down_go_by_weeks_and_alt_with_page_keys_by_months(
    open_record: OpenRecord, ring: Commitment, clock: MovedClock
) -> None:
    clock.go_to(on("08-20"))
    page = open_record(ring)
    calendar = months(page)
    calendar.setFocus()
    press(page, Qt.Key.Key_Up)
    assert calendar.looked_at == on("08-13")
    press(page, Qt.Key.Key_Home)
    assert calendar.looked_at == on("08-01")
    assert calendar.months == [on("07-01"), on("08-01")]
    press(page, Qt.Key.Key_PageUp, modifier=ALT)
    settle()
    assert calendar.months == [on("05-01"), on("06-01")]
    assert calendar.looked_at == on("06-01")
    assert not calendar.has_earlier
    press_button(page, "record_later_button")
    assert calendar.months == [on("07-01"), on("08-01")]
    assert not calendar.has_later


def test_enter_and_a_click_open_the_day_and_days_to_come_stay_shut(open_record: OpenRecord, ring: Commitment) -> None:
    page = open_record(ring)
    led = leads_to(page)
    walk_to(page, on("05-06"))
    press(page, Qt.Key.Key_Return)
    calendar = months(page)
    for day in (on("05-05"), on("05-20")):
        point = calendar.cell_of(day).center()
        kind, button = QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton
        where = QPointF(calendar.mapToGlobal(point.toPoint()))
        event = QMouseEvent(kind, point, where, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(calendar, event)
    assert led == [Destination("today", "2026-05-06"), Destination("today", "2026-05-05")]
    assert day_words(page) == "Wednesday 20 May: not yet."


def test_a_period_says_its_days_and_how_often_it_was_done(
    open_record: OpenRecord, runner: Runner, plan: object, clock: MovedClock
) -> None:
    supper = promise(runner, times_a(Unit.WEEK, 2), title="Supper")
    clock.go_to(on("05-06"))
    runner.do("", answers.mark_done, supper.id, on("05-06"))
    page = open_record(supper)
    assert day_words(page) == "Wednesday 6 May: done on this day; part of 4 May to 10 May, still open, 1 of 2 done."
    assert walk_to(page, on("05-10")) == "Sunday 10 May: still open, 1 of 2 done."
    assert "a dot is a day on which it was done" in read_all(page)


def test_a_paused_day_is_said(open_record: OpenRecord, ring: Commitment, runner: Runner) -> None:
    runner.do("", pauses.pause, ring.id, on("05-13"), on("05-16"), reason=Reason.ILLNESS)
    assert walk_to(open_record(ring), on("05-13")) == "Wednesday 13 May: paused."


def test_an_imported_entry_says_that_its_time_of_writing_is_unknown(
    open_record: OpenRecord, ring: Commitment, runner: Runner
) -> None:
    def import_it(unit: UnitOfWork, _now: Now) -> None:
        unit.put(replace(unit.require(Commitment, ring.id), imported=True))
        written = unit.read(answers_for, ring.id, on("05-08"))[-1]
        unit.put(replace(written, seq=None, imported=True))

    runner.do("", import_it)
    assert "imported, time of writing unknown" in walk_to(open_record(ring), on("05-08"))


def test_time_runs_as_people_read_where_they_read_from_the_right(
    open_record: OpenRecord, ring: Commitment, qapp: QApplication
) -> None:
    page = open_record(ring)
    page.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    calendar = months(page)
    calendar.setFocus()
    monday, tuesday = calendar.cell_of(on("05-04")), calendar.cell_of(on("05-05"))
    assert monday.left() > tuesday.left()
    press(page, Qt.Key.Key_Left)
    assert calendar.looked_at == on("05-15")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_is_said_of_the_cells_stands_on_their_line(
    open_record: OpenRecord, ring: Commitment, scale: float
) -> None:
    page = open_record(ring)
    page.workspace.theme.set_text_scale(scale)
    settle()
    calendar = months(page)
    first = calendar.mapTo(page, QPoint(calendar.indent, 0)).x()
    signs = sorted(page.findChildren(LegendSign), key=lambda sign: (sign.y(), sign.x()))
    label = found(page, TextLabel, "record_day_label")
    assert {each.mapTo(page, QPoint(0, 0)).x() for each in (signs[0], label)} == {first}


# Figures


def figures_of(workspace: Workspace, commitment: Commitment) -> Counts:
    history = workspace.read(history_of, commitment.id)
    assert history is not None
    [record] = build_record([history], workspace.today, day_start=FIRST_DAY_START).commitments
    assert record.window is not None
    return record.window


def test_how_it_is_counted_unfolds_day_by_day_and_ends_in_the_figure(
    open_record: OpenRecord, ring: Commitment, workspace: Workspace
) -> None:
    page = open_record(ring)
    assert not is_seen(page, "record_counted_end")
    press_button(page, "record_how_button")
    counts, read = figures_of(workspace, ring), read_all(page)
    assert (counts.kept, counts.partly, counts.due, counts.unanswered) == (4, 1, 8, 1)
    assert "4 of 8 kept, 1 partly, 2 missed, 1 not answered (and 1 not applicable)" in read
    assert "56 to 69 %" in read
    assert "4 kept, and 1 partly at a half each, make 4.5 of 8 due." in read
    assert "One was not answered; had it been kept, it would be 5.5 of 8." in read
    for line in ("So far", "kept, written late", "not applicable", "still open", "in no sum", "adds 0.5", "4.5 of 8"):
        assert line in read.split("\n")
    press_button(page, "record_how_button")
    assert not is_seen(page, "record_counted_end")


def test_no_rate_is_said_under_five_due(
    open_record: OpenRecord, runner: Runner, plan: object, clock: MovedClock
) -> None:
    ring = promise(runner)
    runner.do("", answers.write, ring.id, MONDAY, Value.KEPT)
    read = read_all(open_record(ring))
    assert "1 of 1 kept, all answered" in read
    assert "A range is shown from 5 due." in read
    assert "%" not in read


def test_a_once_has_its_state_alone(open_record: OpenRecord, runner: Runner, plan: object) -> None:
    page = open_record(promise(runner, once(on("05-20")), title="One sheet"))
    read = read_all(page)
    assert "A single date has only its state. Wednesday 20 May: still open." in read
    assert not is_seen(page, "record_how_button")
    assert "Each weekday" not in read


# Misses


def test_misses_stand_newest_first_with_their_telling_and_repair(
    open_record: OpenRecord, ring: Commitment, runner: Runner
) -> None:
    runner.do("", answers.mark_repaired, ring.id, on("05-05"), on("05-07"))
    page = open_record(ring)
    read = read_all(page)
    newest, oldest = read.index("Tuesday 12 May: how it came out is not written."), read.index("Tuesday 5 May: told")
    assert newest < oldest
    assert "Tuesday 5 May: told first, after 3 hours." in read
    assert "Repair: ring at five instead. Repaired on 7 May." in read
    assert "1 of 2 misses told before being asked." in read
    assert "the miss stays one in every count" in read
    led = leads_to(page)
    press_button(page, "record_miss_2026-05-05_button")
    assert led == [Destination("today", "2026-05-05")]


def test_a_repair_takes_no_miss_away(open_record: OpenRecord, ring: Commitment, workspace: Workspace) -> None:
    before = figures_of(workspace, ring)
    workspace.do("", answers.mark_repaired, ring.id, on("05-05"), on("05-07"))
    assert figures_of(workspace, ring) == before
    assert "Repaired on 7 May." in read_all(open_record(ring))


def test_many_misses_come_ten_at_a_time(
    open_record: OpenRecord, runner: Runner, plan: object, clock: MovedClock
) -> None:
    ring = promise(runner)
    for ahead in range(14):
        clock.go_to(MONDAY + ahead * DAY)
        runner.do("", answers.write, ring.id, MONDAY + ahead * DAY, Value.MISSED)
    page = open_record(ring)
    assert not is_seen(page, "record_miss_2026-05-04_button")
    press_button(page, "record_more_misses_button")
    assert is_seen(page, "record_miss_2026-05-04_button")
    assert not is_seen(page, "record_more_misses_button")
    assert focus_in(page).objectName() == "record_miss_2026-05-07_button"


def test_without_a_miss_there_is_nothing_to_tell(open_record: OpenRecord, runner: Runner, plan: object) -> None:
    assert "Nothing to tell." in read_all(open_record(promise(runner)))


# Weekdays


def test_weekdays_say_k_of_n_and_where_there_are_too_few(
    open_record: OpenRecord, runner: Runner, plan: object, clock: MovedClock
) -> None:
    ring = promise(runner, on_weekdays([0, 3]))
    for week in range(6):
        monday = MONDAY + 7 * week * DAY
        clock.go_to(monday)
        runner.do("", answers.write, ring.id, monday, Value.KEPT)
    clock.go_to(on("06-08"))
    runner.do("", pauses.pause, ring.id, on("06-08"), on("06-20"), reason=Reason.ILLNESS)
    clock.go_to(on("06-09"))
    read = read_all(open_record(ring))
    assert "6 of 6 kept, all answered" in read
    assert "0 of 5 kept, 5 not answered" in read
    assert "Tuesday" not in read.split("Each weekday")[1].split("What was agreed")[0]


def test_a_weekday_due_four_times_has_no_bar(
    open_record: OpenRecord, runner: Runner, plan: object, clock: MovedClock
) -> None:
    ring = promise(runner, on_weekdays([0]))
    clock.go_to(on("05-28"))
    assert "0 of 4 kept, 4 not answered (too few to say)" in read_all(open_record(ring))


# The history of its terms


def test_the_history_says_each_change_with_its_notice_and_what_they_said(
    open_record: OpenRecord, ring: Commitment, runner: Runner, clock: MovedClock
) -> None:
    eased = Wording("call on Sundays", "you need not wonder", on_weekdays([6]))
    change = runner.do("", change_terms, ring.id, eased, heard=Heard(View.AGREES, on("05-13"), "Fine.")).result
    assert change is not None
    clock.go_to(on("05-15"))
    runner.do("", views.note_their_view, change.seq or 0, Heard(View.DISAGREES, on("05-15"), "I thought again."))
    runner.do("", pauses.pause, None, on("05-15"), on("05-17"), reason=Reason.ILLNESS, note="The flu")
    read = read_all(open_record(ring)).split("What was agreed, from the beginning")[1]
    for words in (
        "4 May 2026\nPromised, from Monday 4 May.",
        "14 May 2026\nMade easier, from Thursday 21 May.",
        "I will call on Sundays,",
        "Every Sunday.",
        "Notice of 7 days; until then it counted as before.",
        "Ana: does not agree, as you heard it, on 15 May. “I thought again.”",
        "Earlier: agrees, as you heard it, on 13 May. “Fine.”",
        "Pause from Friday 15 May to Sunday 17 May: illness.",
        "Of all commitments.\nThe flu",
    ):
        assert words in read


def test_what_was_taken_back_stays_in_the_history(
    open_record: OpenRecord, ring: Commitment, runner: Runner, clock: MovedClock
) -> None:
    runner.do("", commitments.let_wait, ring.id)
    clock.go_to(on("05-16"))
    runner.do("", take_back_pending, ring.id)
    read = read_all(open_record(ring))
    assert "Let wait, from Thursday 21 May." in read
    assert "Taken back on 16 May, before it began." in read


def test_how_sure_one_was_and_what_they_said_stand_among_the_terms(
    open_record: OpenRecord, ring: Commitment, runner: Runner
) -> None:
    def note(unit: UnitOfWork, now: Now) -> None:
        at, today = now.at, now.today
        unit.put(SurenessAnswer(None, ring.id, 7, WorstDay.SMALLEST, AskedIn.WEEK, at, today))
        unit.put(TheirResponse(None, ring.id, Response.NO_DIFFERENCE, on("05-12"), "Ring or not.", at, today))

    runner.do("", note)
    read = read_all(open_record(ring))
    assert "How sure, asked in a weekly review: 7 of 10. On the worst day: only the smallest version." in read
    assert "Ana, as you heard it: it makes no difference. Heard on 12 May. “Ring or not.”" in read


# Around it


def test_an_answer_given_elsewhere_is_seen_and_the_day_looked_at_stays(
    open_record: OpenRecord, ring: Commitment, workspace: Workspace
) -> None:
    page = open_record(ring)
    walk_to(page, on("05-07"))
    workspace.do("", answers.write, ring.id, on("05-07"), Value.MISSED)
    settle()
    assert day_words(page).startswith("Thursday 7 May: missed")


def test_what_is_unfolded_follows_an_answer(open_record: OpenRecord, ring: Commitment, workspace: Workspace) -> None:
    page = open_record(ring)
    press_button(page, "record_how_button")
    workspace.do("", answers.write, ring.id, on("05-07"), Value.KEPT)
    assert "5 kept, and 1 partly at a half each, make 5.5 of 8 due." in read_all(page)


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (900, 600, 2.0)])
@pytest.mark.parametrize("pronoun", list(Pronoun))
def test_nothing_is_cut_in_small_windows_with_long_names_and_large_text(
    open_record: OpenRecord,
    ring: Commitment,
    runner: Runner,
    applied_theme: Theme,
    pronoun: Pronoun,
    width: int,
    height: int,
    scale: float,
) -> None:
    runner.do("", plans.begin, "Sam", "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60], pronoun)
    applied_theme.set_text_scale(scale)
    page = open_record(ring, width=width, height=height)
    press_button(page, "record_how_button")
    assert cut_off(page) == []


@pytest.mark.parametrize("contact", list(Contact))
def test_nothing_proposes_contact(open_record: OpenRecord, ring: Commitment, runner: Runner, contact: Contact) -> None:
    runner.do("", plans.set_contact, contact)
    read = read_all(open_record(ring)).lower()
    assert "tell her" not in read
    assert "ask her" not in read


# In the planner


def test_amends_today_and_the_editor_lead_to_the_record(
    open_planner: OpenPlanner, ring: Commitment, qtbot: QtBot
) -> None:
    planner = open_planner()
    share = found(planner, QWidget, f"today_record_{ring.id}_button")
    assert share.accessibleName() == "The record of “Ring at six”"
    assert "(and 1 not applicable)" in read_all(planner)
    assert cut_off(share) == []  # its words are more than one line
    click(share)
    settle()
    assert is_seen(planner, "commitment_record_page")
    planner.go(Destination("today"))
    share.setFocus()
    press(planner, Qt.Key.Key_Return)
    settle()
    assert is_seen(planner, "commitment_record_page")
    press_button(planner, "record_change_button")
    press_button(planner, "commitment_record_button")
    assert is_seen(planner, "commitment_record_page")
    planner.go(Destination("amends"))
    press_button(planner, f"amends_record_{ring.id}_button")
    assert is_seen(planner, "commitment_record_page")
    months(planner).setFocus()
    press(planner, Qt.Key.Key_Left, Qt.Key.Key_Return)
    settle()
    assert is_seen(planner, "today_page")
    assert "Wednesday 13 May" in read_all(planner)


def test_a_lock_comes_back_to_the_same_record(open_planner: OpenPlanner, ring: Commitment) -> None:
    planner = open_planner()
    planner.go(Destination("commitment_record", ring.id))
    settle()
    planner.save_typing()
    again = open_planner()
    assert is_seen(again, "commitment_record_page")
    assert "Ring at six" in read_all(again)
