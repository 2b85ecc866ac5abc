from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import click, press
from tests.ui.screens.seen_today import Seen
from trustplanner.actions import answers, commitments, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.terms import Wording
from trustplanner.domain.answers import How, Value
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.storage.queries.answers import done_day
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace

DAY = timedelta(days=1)
SUNDAY, TUESDAY, WEDNESDAY = MONDAY - DAY, MONDAY + DAY, MONDAY + 2 * DAY


@pytest.fixture
def seen(workspace: Workspace, clock: MovedClock, show_page: Callable[..., QWidget]) -> Seen:
    return Seen(workspace, clock, show_page)


# --- the evening's two minutes


def test_three_promises_are_answered_by_three_keys(seen: Seen) -> None:
    ring, say, truth = (seen.promise(title=title) for title in ("Ring at six", "Say where I am", "Half-truths"))
    seen.open()
    assert seen.focused() == (0, "today_kept_button")
    seen.key("k", "p", "n")
    assert seen.chosen() == ["kept", "partly", "not_applicable"]
    assert [seen.written(each, MONDAY) for each in (ring, say, truth)] == [
        [Value.KEPT],
        [Value.PARTLY],
        [Value.NOT_APPLICABLE],
    ]
    assert seen.toasts == ["Recorded.", "Recorded as partly. What was the missing bit?", "Recorded as not applicable."]
    assert seen.says("All answered.")


def test_missed_is_one_key_like_kept_and_says_which(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    seen.open().key("m")
    assert seen.written(commitment, MONDAY) == [Value.MISSED]
    assert seen.chosen() == ["missed"]
    assert seen.toasts == ["Recorded as missed: “Ring at six”."]


def test_after_an_answer_the_focus_goes_to_the_next_open_row(seen: Seen) -> None:
    for title in ("One", "Two", "Three"):
        seen.promise(title=title)
    seen.open()
    seen.press(Qt.Key.Key_Down)
    seen.key("k")
    assert seen.focused()[0] == 2
    seen.key("k")
    assert seen.focused()[0] == 0, "the first row is still open"
    seen.key("m")
    assert seen.focused()[0] == 0, "nothing is open any more"


def test_up_and_down_go_from_row_to_row_and_stop_at_the_ends(seen: Seen) -> None:
    for title in ("One", "Two"):
        seen.promise(title=title)
    seen.open()
    places = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        seen.press(key)
        places.append(seen.focused()[0])
    assert places == [0, 1, 1, 0]


def test_left_and_right_stay_in_the_row(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert seen.written(commitment, MONDAY) == [Value.MISSED]


def test_the_mouse_answers_and_leaves_the_focus_where_it_was_pressed(seen: Seen) -> None:
    first, second = seen.promise(title="One"), seen.promise(title="Two")
    seen.open()
    click(seen.segment("partly", 1))
    assert seen.written(second, MONDAY) == [Value.PARTLY]
    assert seen.written(first, MONDAY) == []
    assert seen.focused() == (1, "today_partly_button")


def test_when_all_is_answered_no_key_changes_anything_until_a_row_is_entered(seen: Seen) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED})
    seen.open()
    seen.key("k")
    assert seen.written(commitment, MONDAY) == [Value.MISSED]
    seen.press(Qt.Key.Key_Down)
    assert seen.focused() == (0, "today_missed_button")
    seen.key("k")
    assert seen.written(commitment, MONDAY) == [Value.MISSED, Value.KEPT]


def test_up_enters_the_rows_from_below(seen: Seen) -> None:
    for title in ("One", "Two"):
        seen.answer_all(seen.promise(title=title), {MONDAY: Value.KEPT})
    seen.open().press(Qt.Key.Key_Up)
    assert seen.focused()[0] == 1


def test_delete_clears_an_answer(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    seen.open().key("k")
    seen.press(Qt.Key.Key_Delete)
    assert seen.written(commitment, MONDAY) == [Value.KEPT, Value.TAKEN_BACK]
    assert seen.chosen() == [None]
    assert seen.toasts[-1] == "Taken back: “Ring at six”."
    assert not any(words.startswith(("Was:", "Taken back on")) for words in seen.words()), "the day is still open"


# --- how a row reads


def test_a_promise_stands_in_two_inks_and_its_name_is_heard(seen: Seen) -> None:
    seen.promise()
    seen.open()
    sentence = "I will call when I am late, so that Ana you need not wonder."
    assert seen.says(sentence, seen.row())
    assert seen.segment("kept").accessibleName() == f"Kept. {sentence}"
    label = next(label for label in seen.row().findChildren(TextLabel) if label.text() == sentence)
    assert [run.color for run in label._runs] == [None, "ink_2"]


def test_the_time_of_writing_stands_beside_the_answer(seen: Seen) -> None:
    seen.promise()
    seen.open().key("k")
    assert seen.says("20:00", seen.row())


def test_the_quiet_line_counts_in_words(seen: Seen) -> None:
    for title in ("One", "Two", "Three"):
        seen.promise(title=title)
    seen.open()
    lines = ["Three are due."]
    assert seen.says(lines[-1])
    for key, line in zip("kpm", ("One of three answered.", "Two of three answered.", "All answered."), strict=True):
        seen.key(key)
        assert seen.says(line)


def test_the_day_is_the_title(seen: Seen) -> None:
    seen.promise()
    assert seen.open().says("Monday 4 May")


def test_after_midnight_the_evening_before_is_still_today(seen: Seen) -> None:
    commitment = seen.promise()
    seen.clock.go_to(TUESDAY, "02:30")
    seen.open().key("k")
    assert seen.says("Monday 4 May")
    assert seen.written(commitment, MONDAY) == [Value.KEPT]


def test_when_the_next_day_begins_the_page_follows_and_asks_again(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().key("k")
    seen.clock.go_to(TUESDAY, "03:01")
    seen.workspace.notice_the_day()
    assert seen.says("Tuesday 5 May")
    assert seen.focused()[0] == 0
    seen.key("m")
    assert seen.written(commitment, TUESDAY) == [Value.MISSED]


# --- undo


def test_a_slip_undone_from_its_toast_is_gone(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().key("k")
    seen.workspace.undo(is_slip=True)
    assert seen.written(commitment, MONDAY) == []
    assert seen.chosen() == [None]
    assert seen.says("One is due.")


def test_an_undo_later_leaves_a_row_that_an_open_day_does_not_show(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().key("k")
    seen.workspace.undo()
    assert seen.written(commitment, MONDAY) == [Value.KEPT, Value.TAKEN_BACK]
    assert seen.chosen() == [None]
    assert not any("Taken back on" in words for words in seen.words())


def test_an_undo_later_on_a_closed_day_stays_readable(seen: Seen) -> None:
    commitment = seen.promise()
    seen.clock.go_to(WEDNESDAY)
    seen.open(MONDAY.isoformat()).key("k")
    seen.workspace.undo()
    assert seen.written(commitment, MONDAY) == [Value.KEPT, Value.TAKEN_BACK]
    assert seen.chosen() == [None]
    assert seen.says("Was: kept, written Wed 6 May\nTaken back on Wed 6 May", seen.row())


# --- yesterday


def test_yesterday_stands_below_until_it_is_answered(seen: Seen) -> None:
    commitment = seen.promise()
    seen.clock.go_to(TUESDAY)
    seen.open()
    assert seen.says("Yesterday, Monday 4 May, still open")
    assert seen.says("One is due. One from yesterday is still open.")
    seen.key("k", "m")
    assert seen.written(commitment, MONDAY) == [Value.MISSED]
    assert seen.written(commitment, TUESDAY) == [Value.KEPT]
    assert seen.says("Yesterday, Monday 4 May")
    assert seen.says("All answered.")
    assert seen.chosen() == ["kept", "missed"], "it can still be changed here today"


def test_when_all_of_today_is_answered_yesterday_is_still_spoken_of(seen: Seen) -> None:
    for title in ("One", "Two"):
        seen.promise(title=title)
    seen.clock.go_to(TUESDAY)
    seen.open().key("k", "k")
    assert seen.says("All of today answered. Two from yesterday are still open.")


def test_the_note_says_until_which_hour_yesterday_stays_open(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(TUESDAY)
    assert any("stays open until 03:00 tonight." in words for words in seen.open().words())


def test_with_days_from_midnight_the_note_needs_no_hour(seen: Seen) -> None:
    seen.promise()
    seen.workspace.runner.do("", plans.set_day_start, 0)
    seen.clock.go_to(TUESDAY)
    assert any(words.startswith("Yesterday stays open until tonight.") for words in seen.open().words())


def test_yesterdays_answer_is_not_late_and_shows_its_time(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(TUESDAY, "21:15")
    seen.open().key("k", "k")
    assert seen.says("21:15", seen.row(1))


def test_the_next_day_what_was_answered_for_yesterday_is_gone(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(TUESDAY)
    seen.open().key("k", "k")
    seen.clock.go_to(WEDNESDAY)
    seen.workspace.notice_the_day()
    assert len(seen.rows()) == 1
    assert not any(words.startswith("Yesterday,") for words in seen.words())


# --- N times a week


def test_a_running_week_takes_one_done_day_by_one_key(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 3))
    seen.clock.go_to(TUESDAY)
    seen.open()
    assert seen.focused() == (0, "today_done_button")
    assert seen.says("0 of 3 so far", seen.row())
    seen.key("k")
    assert seen.workspace.read(done_day, commitment.id, TUESDAY) is not None
    assert seen.says("1 of 3 so far", seen.row())
    assert seen.says("Until Sunday 10 May. Done on Tue 5.", seen.row())
    assert seen.toasts == ["Recorded: 1 of 3."]


def test_a_done_day_is_undone_and_taken_back(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 3))
    seen.open().key("k")
    seen.workspace.undo(is_slip=True)
    assert seen.workspace.read(done_day, commitment.id, MONDAY) is None
    assert seen.says("0 of 3 so far", seen.row())
    seen.key("k")
    seen.press(Qt.Key.Key_Delete)
    assert seen.workspace.read(done_day, commitment.id, MONDAY) is None
    assert seen.says("0 of 3 so far", seen.row())


def test_yesterday_is_added_by_its_link(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 3))
    seen.clock.go_to(TUESDAY)
    seen.open().click("yesterday")
    assert seen.workspace.read(done_day, commitment.id, MONDAY) is not None
    assert seen.says("1 of 3 so far", seen.row())
    assert not any(words.startswith("Add yesterday") for words in seen.words())


def test_the_nth_done_day_makes_the_week_kept(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 2))
    seen.clock.go_to(TUESDAY)
    seen.open().click("yesterday")
    seen.key("k")
    assert seen.written(commitment, MONDAY + 6 * DAY) == [Value.KEPT]
    assert seen.says("2 of 2 so far", seen.row())
    seen.press(Qt.Key.Key_Delete)
    assert seen.written(commitment, MONDAY + 6 * DAY) == [Value.KEPT, Value.TAKEN_BACK]
    assert seen.says("1 of 2 so far", seen.row())


def test_a_week_that_is_over_asks_how_it_was_and_names_its_done_days(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 3))
    for day in (TUESDAY, MONDAY + 3 * DAY):
        seen.clock.go_to(day)
        seen.workspace.runner.do("", answers.mark_done, commitment.id, day)
    seen.clock.go_to(MONDAY + 7 * DAY)
    seen.open()
    assert seen.says("Monday 4 to Sunday 10 May: 2 of 3, on Tue 5 and Thu 7.", seen.row(1))
    assert seen.says("Nothing is due today. One from yesterday is still open.")
    seen.press(Qt.Key.Key_Down)
    seen.key("p")
    assert seen.written(commitment, MONDAY + 6 * DAY) == [Value.PARTLY]


def test_the_last_day_of_a_week_can_be_added_on_the_day_after(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 3))
    seen.clock.go_to(MONDAY + 7 * DAY)
    seen.open()
    assert seen.says("Monday 4 to Sunday 10 May: none of 3 marked as done.", seen.row(1))
    link = seen.row(1).findChild(QPushButton, "today_yesterday_button")
    assert isinstance(link, QPushButton)
    click(link)
    assert seen.workspace.read(done_day, commitment.id, MONDAY + 6 * DAY) is not None
    assert seen.says("Monday 4 to Sunday 10 May: 1 of 3, on Sun 10.", seen.row(1))


def test_a_day_of_the_week_that_was_forgotten_is_marked_on_its_own_page(seen: Seen) -> None:
    commitment = seen.promise(times_a(Unit.WEEK, 3))
    seen.clock.go_to(WEDNESDAY)
    seen.open(MONDAY.isoformat())
    assert seen.segment("done").accessibleName().startswith("Done on Mon 4 May.")
    seen.key("k")
    assert seen.workspace.read(done_day, commitment.id, MONDAY) is not None
    assert seen.workspace.read(done_day, commitment.id, WEDNESDAY) is None


# --- once


def test_a_once_is_shown_with_its_date_until_it_is_answered(seen: Seen) -> None:
    friday = MONDAY + 4 * DAY
    commitment = seen.promise(once(friday), title="All on one sheet")
    seen.open()
    assert seen.says("Once, by Friday 8 May.", seen.row())
    assert seen.says("Nothing is due today.")
    seen.key("k")
    assert seen.written(commitment, friday) == [Value.KEPT]
    seen.clock.go_to(TUESDAY)
    seen.workspace.notice_the_day()
    assert seen.rows() == []


# --- the line below a miss


def test_after_a_miss_the_row_asks_whether_they_know(seen: Seen) -> None:
    seen.promise()
    seen.open().key("m")
    assert seen.says("Does Ana know yet?", seen.row())
    assert seen.button("follow_up").text() == "Next: tell first"


def test_a_told_miss_says_how_and_when_and_leads_on(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().key("m")
    seen.workspace.do("telling", answers.tell, commitment.id, MONDAY, How.TOLD_FIRST, MONDAY, 18 * 60 + 25)
    assert seen.says("Told first. You told her at 18:25, before she asked.", seen.row())
    assert seen.button("follow_up").text() == "Next: what happened"


@pytest.mark.parametrize(
    ("how", "told_on", "minute", "sentence"),
    [
        (How.TOLD_FIRST, None, None, "Told first. You told her before she asked."),
        (How.TOLD_FIRST, MONDAY, None, "Told first. You told her the same day, before she asked."),
        (How.WHEN_ASKED, TUESDAY, 9 * 60, "Told when asked. You told her on Tuesday 5 May at 09:00, when she asked."),
        (How.FOUND_OUT, TUESDAY, None, "She found out on Tuesday 5 May."),
        (How.FOUND_OUT, None, None, "She found out."),
        (How.NOT_WELCOME, None, None, "Contact is not welcome. Tell somebody you trust."),
        (
            How.TOLD_FIRST,
            SUNDAY,
            None,
            "Told first. You told her on Sunday 3 May, before she asked. It was not due yet.",
        ),
    ],
)
def test_each_way_of_coming_out_has_its_sentence(
    seen: Seen, how: How, told_on: date | None, minute: int | None, sentence: str
) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED})
    seen.clock.go_to(TUESDAY)
    seen.workspace.runner.do("", answers.tell, commitment.id, MONDAY, how, told_on, minute)
    seen.open(MONDAY.isoformat())
    assert seen.says(sentence, seen.row())


def test_not_told_yet_leads_back_to_the_telling(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().key("m")
    seen.workspace.do("telling", answers.tell, commitment.id, MONDAY, How.NOT_YET)
    seen.workspace.do("facts", answers.review_miss, commitment.id, MONDAY, facts="I forgot the time.")
    assert seen.button("follow_up").text() == "Plan how to tell it"


def test_a_miss_changed_to_kept_hides_its_telling(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open().key("m")
    seen.workspace.do("telling", answers.tell, commitment.id, MONDAY, How.TOLD_FIRST)
    seen.key("k")
    assert seen.chosen() == ["kept"]
    assert not any("Told first" in words for words in seen.words(seen.row()))
    seen.key("m")
    assert seen.says("Told first. You told her before she asked.", seen.row())


def test_a_line_opens_people_to_talk_to_instead_of_the_steps(seen: Seen) -> None:
    commitment = seen.promise(title="No contact with M", surroundings=Surroundings(is_line=True))
    seen.open().key("m")
    assert seen.written(commitment, MONDAY) == [Value.MISSED]
    sheet = seen.sheet("line_sheet")
    assert sheet.title_label.text() == "A line was crossed"
    support = sheet.findChild(QPushButton, "line_support_button")
    assert isinstance(support, QPushButton)
    click(support)
    assert seen.led_to == [Destination("support")]
    assert not seen.has_sheet()


def test_the_row_of_a_crossed_line_leads_there_again(seen: Seen) -> None:
    seen.promise(surroundings=Surroundings(is_line=True))
    seen.open().key("m")
    press(seen.sheet("line_sheet"), Qt.Key.Key_Escape)
    assert not seen.has_sheet()
    assert seen.button("follow_up").text() == "Who can help now"
    seen.click("follow_up")
    assert seen.sheet("line_sheet").title_label.text() == "A line was crossed"


# --- keeping its place


def test_a_refresh_keeps_the_row_and_the_focus(seen: Seen) -> None:
    first = seen.promise(title="One")
    seen.promise(title="Two")
    seen.open().press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    row = seen.row(1)
    seen.workspace.do("answer", answers.write, first.id, MONDAY, Value.KEPT)
    seen.workspace.do("new", commitments.create, "Three", Wording("write", "", daily()), Surroundings())
    assert seen.row(1) is row
    assert seen.focused() == (1, "today_partly_button")
    assert seen.chosen() == ["kept", None, None]


def test_what_changes_while_the_page_is_hidden_is_there_when_it_is_shown(seen: Seen) -> None:
    commitment = seen.promise()
    seen.open()
    seen.page.hide()
    seen.workspace.do("answer", answers.write, commitment.id, MONDAY, Value.PARTLY)
    seen.page.show()
    assert seen.chosen() == ["partly"]


def test_an_answer_in_the_last_moment_before_the_window_goes_reads_no_closed_vault(seen: Seen, qtbot: QtBot) -> None:
    commitment = seen.promise()
    seen.open().key("k")
    written = seen.written(commitment, MONDAY)
    seen.window.hide()
    seen.workspace.runner.vault.close(backup=False)
    qtbot.wait(20)  # a slot that reads a closed vault fails the test
    assert written == [Value.KEPT]


def test_a_commitment_that_ends_takes_its_row_and_the_focus_goes_on(seen: Seen) -> None:
    first = seen.promise(title="One")
    seen.promise(title="Two")
    seen.open()
    seen.workspace.do("end", commitments.delete, first.id)
    assert len(seen.rows()) == 1
    assert seen.focused()[0] == 0


def test_an_answer_that_cannot_be_written_does_not_look_written(seen: Seen) -> None:
    seen.promise()
    refused: list[object] = []
    seen.workspace.refused.connect(refused.append)
    seen.open()
    seen.clock.go_to(SUNDAY)  # before the commitment began: nothing is due for it any more
    seen.key("k")
    assert len(refused) == 1
    assert seen.chosen() == [None]
    assert seen.toasts == []


def test_tab_walks_the_page_as_it_reads(seen: Seen) -> None:
    one = seen.promise(title="One")
    seen.open()
    two = seen.promise(title="Two")
    seen.page.mark_stale()
    seen.button("day_before").setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in range(12):
        seen.press(Qt.Key.Key_Tab)
        walked.append(seen.focused())
    assert walked == [
        (-1, "today_walk_button"),
        (-1, "today_safety_banner_link_button"),
        (0, "today_kept_button"),
        (1, "today_kept_button"),
        *((-1, f"today_all_{value}_button") for value in ("kept", "partly", "missed", "not_applicable")),
        (-1, "today_several_days_button"),
        *((-1, f"today_record_{promised.id}_button") for promised in (one, two)),
        (-1, "today_amends_button"),
    ]


def test_the_row_that_is_asked_for_next_lies_above_the_toast(seen: Seen, qtbot: QtBot) -> None:
    for title in ("One", "Two", "Three"):
        seen.promise(title=title)
    seen.clock.go_to(TUESDAY)
    seen.open(height=730)
    seen.key("k", "k", "k", "k", "k")
    assert seen.focused()[0] == 5
    foot = seen.row(5).mapTo(seen.page, QPoint(0, seen.answer_row(5).geometry().bottom())).y()
    assert foot < 730 - 48 - 18, "a toast is 48 high and floats 18 above the foot"


# --- before there is anything


def test_the_first_day_says_where_most_people_begin(seen: Seen) -> None:
    seen.open()
    assert seen.says("Nothing is due yet.")
    assert any(words.startswith("Most people begin by writing down what happened") for words in seen.words())
    seen.click("begin")
    seen.click("first_commitment")
    assert seen.led_to == [Destination("path"), Destination("commitment")]


def test_the_beginning_goes_away_with_the_first_commitment(seen: Seen) -> None:
    seen.open()
    seen.promise()
    seen.page.mark_stale()
    assert not any(words.startswith("Most people begin") for words in seen.words())
    assert len(seen.rows()) == 1


# --- small windows, large text


def clipped(page: QWidget) -> list[str]:
    """Labels, buttons and answer rows that reach beyond the page sideways, or are lower than their words need."""
    found = []
    parts = [*page.findChildren(QLabel), *page.findChildren(QPushButton), *page.findChildren(AnswerRow)]
    for part in (part for part in parts if part.isVisibleTo(page)):
        left = part.mapTo(page, QPoint(0, 0)).x()
        needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.minimumSizeHint().height()
        if left < 0 or left + part.width() > page.width() or part.height() < needed:
            found.append(f"{part.objectName()} {part.accessibleName()}")
    return found


def everything(seen: Seen) -> None:
    """A day with long names, a miss that was told, yesterday open, a running week and a once."""
    long_title = "Say it on the same day whenever plans change, even a little"
    told = seen.promise(title=long_title)
    seen.promise(times_a(Unit.WEEK, 3), title="Supper")
    seen.promise(once(MONDAY + 9 * DAY), title="כל החשבונות 🏡")
    seen.answer_all(told, {MONDAY: Value.MISSED})
    seen.clock.go_to(WEDNESDAY)
    seen.workspace.runner.do("", answers.write, told.id, WEDNESDAY, Value.MISSED)
    seen.workspace.runner.do("", answers.tell, told.id, WEDNESDAY, How.TOLD_FIRST, WEDNESDAY, 600)
    seen.workspace.runner.do("", answers.review_miss, told.id, WEDNESDAY, repair="Tell the whole of it once more.")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1100, 720), (900, 600)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off(
    seen: Seen, applied_theme: Theme, qtbot: QtBot, width: int, height: int, text_scale: float
) -> None:
    everything(seen)
    applied_theme.set_text_scale(text_scale)
    seen.open(width=width, height=height)
    qtbot.waitUntil(lambda: clipped(seen.page) == [])  # layouts settle in rounds


@pytest.mark.parametrize("height", [600, 420])
def test_the_focus_brings_all_four_answers_into_view_and_their_promise_if_there_is_room(
    seen: Seen, applied_theme: Theme, height: int
) -> None:
    for title in ("One", "Two", "Three"):
        seen.promise(title=title)
    applied_theme.set_text_scale(2.0)
    seen.open(width=900, height=height)
    for place in (0, 1, 2):
        assert seen.focused()[0] == place
        QApplication.processEvents()
        whole = seen.row(place) if height == 600 else seen.answer_row(place)
        top = whole.mapTo(seen.window, QPoint(0, 0)).y()
        assert top >= 0, place
        assert top + whole.height() <= height, place
        seen.press(Qt.Key.Key_Down)


def test_a_row_turns_into_two_by_two_when_the_text_is_large(seen: Seen, applied_theme: Theme) -> None:
    seen.promise(on_weekdays([0]))
    applied_theme.set_text_scale(2.0)
    seen.open(width=900, height=600)
    segments = [seen.segment(value).geometry() for value in ("kept", "partly", "missed", "not_applicable")]
    assert [segment.top() for segment in segments][::2] == [segments[1].top(), segments[3].top()]
    assert segments[2].top() > segments[0].bottom() - 2
