"""Fewer and believable: repeated misses, the smallest version, the day of review, a repair that keeps its miss."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle
from tests.ui.screens.entry_person import seen as part
from tests.ui.screens.seen_today import Seen
from trustplanner.actions import answers, plans, sessions, setbacks
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.events import add_event
from trustplanner.actions.hard_days import HardDayWords, add_hard_day
from trustplanner.actions.responses import hear_response
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.plans import Pronoun
from trustplanner.domain.record import build_record
from trustplanner.domain.responses import Response
from trustplanner.domain.schedules import on_weekdays
from trustplanner.domain.setbacks import SetbackAct
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.storage.queries.commitments import every_commitment, histories
from trustplanner.storage.queries.responses import sureness_of
from trustplanner.storage.queries.sessions import agenda
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace

ShowPage = Callable[..., QWidget]
DAY = timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY
LINE = "3 of the last 3 were missed. It may be the wrong size, or the wrong thing."
LONG_NAME = "Annamaria-Theodora Wolkenstein-Trostburg von und zu Rodenegg"


@pytest.fixture
def seen(workspace: Workspace, clock: MovedClock, show_page: ShowPage, applied_theme: Theme) -> Seen:
    return Seen(workspace, clock, show_page)


def missed_often(seen: Seen, **given: object) -> Commitment:
    """Missed on three days in a row; the clock stands on the day after."""
    commitment = seen.promise(**given)
    seen.answer_all(commitment, {MONDAY + n * DAY: Value.MISSED for n in range(3)})
    seen.clock.go_to(THURSDAY)
    return commitment


def the_one(seen: Seen) -> Commitment:
    [found] = seen.workspace.read(every_commitment)
    return found


# Repeated misses


def test_three_in_ten_stand_below_the_row_with_their_ways_out(seen: Seen) -> None:
    commitment = missed_often(seen)
    seen.open()
    assert seen.says(LINE)
    seen.click("smaller")
    assert seen.led_to == [Destination("commitment", commitment.id)]


def test_it_is_taken_to_the_next_session(seen: Seen) -> None:
    missed_often(seen, title="Ring at six")
    session = seen.workspace.do_quietly(sessions.add_session, THURSDAY + DAY, None, "Ruth")
    seen.open()
    seen.click("take")
    settle()
    [line] = seen.workspace.read(agenda, session.id)
    assert line.words == "“Ring at six”: 3 of the last 3 were missed."
    assert not seen.says(LINE)
    assert seen.toasts == ["It stands on the agenda of Friday 8 May."]


def test_without_a_session_the_way_leads_to_setting_one(seen: Seen) -> None:
    missed_often(seen)
    seen.open()
    seen.click("take")
    assert seen.led_to == [Destination("dates", "session:")]
    assert seen.says(LINE)


def test_left_for_now_it_comes_back_with_the_next_miss(seen: Seen) -> None:
    missed_often(seen)
    seen.open()
    seen.click("leave")
    settle()
    assert not seen.says(LINE)
    seen.workspace.undo()
    settle()
    assert seen.says(LINE)
    seen.click("leave")
    seen.key("M")
    seen.page.mark_stale()
    assert seen.says("4 of the last 4 were missed. It may be the wrong size, or the wrong thing.")


def test_a_row_far_below_the_window_of_28_days_is_looked_at_too(seen: Seen) -> None:
    commitment = seen.promise(on_weekdays([0]))
    seen.answer_all(
        commitment, {MONDAY + n * 7 * DAY: Value.MISSED if n in (0, 1, 2) else Value.KEPT for n in range(8)}
    )
    seen.clock.go_to(MONDAY + 8 * 7 * DAY)
    seen.open()
    assert seen.says("3 of the last 8 were missed. It may be the wrong size, or the wrong thing.")


# A repair that keeps its miss


def test_a_repair_is_marked_as_done_from_the_rail_and_the_miss_stays(seen: Seen, qtbot: QtBot) -> None:
    commitment = seen.promise()
    seen.workspace.do_quietly(answers.write, commitment.id, MONDAY, Value.MISSED)
    seen.workspace.do_quietly(answers.review_miss, commitment.id, MONDAY, repair="Ring at seven")
    before = build_record(seen.workspace.read(histories), MONDAY)
    seen.open()
    seen.click("amend_done")
    qtbot.waitUntil(lambda: seen.says("Repaired on 4 May. It stays in the count."))
    assert seen.toasts == ["Repaired on 4 May. It stays in the count."]
    assert build_record(seen.workspace.read(histories), MONDAY) == before
    assert seen.chosen() == ["missed"]


def test_the_mark_stands_on_the_day_of_the_miss_and_in_its_steps(seen: Seen) -> None:
    commitment = seen.promise()
    seen.workspace.do_quietly(answers.write, commitment.id, MONDAY, Value.MISSED)
    seen.clock.go_to(THURSDAY)
    seen.workspace.do_quietly(answers.mark_repaired, commitment.id, MONDAY, MONDAY + DAY)
    seen.open(MONDAY.isoformat())
    said = "Repaired on 5 May. It stays in the count."
    assert seen.says(said)
    click(seen.button("follow_up"))
    assert seen.says(said, seen.sheet("miss_sheet"))


# The smallest version


def test_on_a_day_said_to_be_hard_the_smallest_version_is_offered(seen: Seen) -> None:
    seen.promise(surroundings=Surroundings(smallest="A message by six."))
    seen.open()
    said = "Smallest version: A message by six. Done in full it is kept; only this is partly."
    assert not seen.says(said)
    seen.click("hard")
    settle()
    assert seen.says(said)
    seen.click("not_hard")
    settle()
    assert not seen.says(said)
    seen.click("hard")
    seen.clock.forward(days=1)
    seen.workspace.notice_the_day()
    assert not seen.says(said), "it was said of one day"


def test_a_hard_day_known_ahead_offers_it_and_an_answer_in_full_ends_that(seen: Seen) -> None:
    seen.promise(surroundings=Surroundings(smallest="A message by six"))
    seen.workspace.do_quietly(add_hard_day, HardDayWords(HardFor.ME, day=MONDAY))
    seen.open()
    said = "Smallest version: A message by six. Done in full it is kept; only this is partly."
    assert seen.says(said)
    assert not is_seen(seen.page, "today_not_hard_button")
    seen.key("P")
    seen.page.mark_stale()
    assert seen.says(said)
    seen.page.setFocus()
    click(seen.segment("kept"))
    seen.page.mark_stale()
    assert not seen.says(said)


def test_without_a_smallest_version_nothing_is_asked(seen: Seen) -> None:
    seen.promise()
    seen.open()
    assert not is_seen(seen.page, "today_hard_button")


# The day of review


def open_review(seen: Seen, **given: object) -> QWidget:
    commitment = seen.promise(surroundings=Surroundings(review_on=MONDAY, **given))  # type: ignore[arg-type]  # as named
    seen.open()
    click(seen.button(f"review_{commitment.id}"))
    return seen.sheet("review_sheet")


def test_how_sure_is_asked_again_and_the_next_day_is_four_weeks_on(seen: Seen) -> None:
    sheet = open_review(seen, sureness=8)
    click(part(sheet, "review_sheet_sureness_scale_9_button"))
    click(part(sheet, "review_sheet_worst_segment_whole_button"))
    assert not is_seen(sheet, "review_sheet_smaller_button")
    press_button(sheet, "review_sheet_keep_button")
    commitment = the_one(seen)
    assert (commitment.sureness, commitment.review_on) == (9, MONDAY + timedelta(weeks=4))
    [row] = seen.workspace.read(sureness_of, commitment.id)
    assert (row.sureness, row.worst_day, row.asked_in) == (9, WorstDay.WHOLE, AskedIn.REVIEW)
    assert not seen.has_sheet()
    seen.workspace.undo()
    assert the_one(seen).review_on == MONDAY


def test_under_eight_it_offers_to_make_it_smaller_and_forces_nothing(seen: Seen) -> None:
    sheet = open_review(seen, smallest="A message by six")
    assert not is_seen(sheet, "review_sheet_smaller_button")
    click(part(sheet, "review_sheet_sureness_scale_6_button"))
    settle()
    assert seen_as(QLineEdit, sheet, "review_sheet_smallest_field").text() == "A message by six"
    press_button(sheet, "review_sheet_smaller_button")
    assert seen.led_to == [Destination("commitment", the_one(seen).id)]
    assert the_one(seen).sureness == 6


def test_only_the_smallest_asks_for_it_and_a_lock_keeps_it(seen: Seen) -> None:
    sheet = open_review(seen)
    click(part(sheet, "review_sheet_worst_segment_smallest_button"))
    settle()
    part(sheet, "review_sheet_smallest_field").setFocus()
    type_words(sheet, "A message by six")
    sheet.save_typing()  # type: ignore[attr-defined]  # a DraftSheet, as before a lock
    press_button(sheet, "review_sheet_close_button")
    settle()
    click(seen.button(f"review_{the_one(seen).id}"))
    sheet = seen.sheet("review_sheet")
    assert seen_as(QLineEdit, sheet, "review_sheet_smallest_field").text() == "A message by six"
    press_button(sheet, "review_sheet_keep_button")
    assert the_one(seen).smallest == "A message by six"


def test_no_difference_is_said_gently_at_the_next_look(seen: Seen) -> None:
    commitment = seen.promise(surroundings=Surroundings(review_on=MONDAY))
    seen.workspace.do_quietly(hear_response, commitment.id, Response.NO_DIFFERENCE)
    seen.open()
    click(seen.button(f"review_{commitment.id}"))
    sheet = seen.sheet("review_sheet")
    said = "As you heard it, it makes no difference to Ana. It can be changed, or ended; that is for you to say."
    assert seen.says(said, sheet)
    press_button(sheet, "review_sheet_ways_button")
    assert seen.led_to == [Destination("amends")]


# After a setback, and a crossed line


def test_today_says_what_comes_next_after_a_setback(seen: Seen) -> None:
    event = seen.workspace.do_quietly(add_event, MONDAY, EventKind.SETBACK)
    seen.workspace.do_quietly(setbacks.mark_act, event.id, SetbackAct.STOP, MONDAY)
    seen.workspace.do_quietly(setbacks.plan_act, event.id, SetbackAct.TELL, MONDAY, 22 * 60)
    seen.open()
    said = "After the setback of Monday 4 May: next, tell, by 22:00."
    assert seen.says(said)
    words = seen.words()
    assert words.index("The private questions are due again.") > words.index(said), "above what asks for something"
    click(seen.button(f"setback_{event.id}"))
    assert seen.led_to == [Destination("setback", event.id)]
    seen.workspace.do_quietly(setbacks.put_away, event.id)
    assert not any("After the setback" in words for words in seen.words())


def test_a_crossed_line_leads_to_help_and_to_what_comes_after(seen: Seen) -> None:
    seen.promise(surroundings=Surroundings(is_line=True))
    seen.open()
    seen.key("M")
    settle()
    click(part(seen.sheet("line_sheet"), "line_acts_button"))
    assert seen.led_to == [Destination("setback", "day:2026-05-04")]
    assert is_seen(seen.page, "today_safety_banner_link_button"), "the private questions come again"


def test_the_miss_sheet_leads_there_from_its_last_step(seen: Seen) -> None:
    commitment = seen.promise()
    seen.workspace.do_quietly(answers.write, commitment.id, MONDAY, Value.MISSED)
    seen.open()
    click(seen.button("follow_up"))
    sheet = seen.sheet("miss_sheet")
    press_button(sheet, "miss_step_5_button")
    press_button(sheet, "miss_sureness_scale_7_button")
    assert [row.asked_in for row in seen.workspace.read(sureness_of, commitment.id)] == [AskedIn.MISS]
    assert the_one(seen).sureness == 7
    press_button(sheet, "miss_setback_button")
    assert seen.led_to == [Destination("setback", "day:2026-05-04")]


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
def test_nothing_is_cut(seen: Seen, width: int, height: int, scale: float) -> None:
    seen.workspace.theme.set_text_scale(scale)
    seen.workspace.do_quietly(plans.begin, "Sam", LONG_NAME, Pronoun.THEY, LONG_NAME)
    commitment = missed_often(
        seen, title=LONG_NAME, surroundings=Surroundings(smallest="שלום ☕ " * 20, review_on=MONDAY)
    )
    seen.open(width=width, height=height)
    seen.click("hard")
    settle()
    assert cut_widgets(seen.page) == []
    click(seen.button(f"review_{commitment.id}"))
    click(part(seen.sheet("review_sheet"), "review_sheet_sureness_scale_3_button"))
    assert cut_widgets(seen.sheet("review_sheet")) == []
    press(seen.page, Qt.Key.Key_Escape)
    assert focus_in(seen.page) is not None
