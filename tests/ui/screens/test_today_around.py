"""What stands around the rows of Today: other days, banners, quiet lines, and the four blocks of the right column."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.seen_today import Seen
from trustplanner.actions import answers, commitments, events, harms, pauses, plans, sessions
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Commitment, Direction, Pause, Reason, terms_on
from trustplanner.domain.events import EventKind
from trustplanner.domain.harms import RepairState
from trustplanner.domain.plans import Contact, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.storage.queries.commitments import every_pause, history_of, terms_of
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.range_bar import RangeBar
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.notices import QuietLine

DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = MONDAY + DAY, MONDAY + 2 * DAY
ALT = Qt.KeyboardModifier.AltModifier
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def seen(workspace: Workspace, clock: MovedClock, show_page: Callable[..., QWidget]) -> Seen:
    """The private questions were answered with no, so that no banner asks for them."""
    no = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.runner.do("", plans.answer_safety, no, keep_answers=False)
    return Seen(workspace, clock, show_page)


def banners(seen: Seen) -> list[str]:
    return [banner.sentence() for banner in seen.page.findChildren(Banner) if banner.isVisibleTo(seen.page)]


# --- other days


def test_alt_and_arrows_go_to_days_before_and_never_to_a_day_to_come(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(WEDNESDAY)
    seen.open()
    titles = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        seen.press(key, modifier=ALT)
        titles.append(seen.words()[0])
    assert titles == ["Tuesday 5 May", "Monday 4 May", "Tuesday 5 May", "Wednesday 6 May", "Wednesday 6 May"]


def test_the_links_beside_the_title_do_the_same(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(WEDNESDAY)
    seen.open()
    assert "today_day_after_button" not in [button.objectName() for button in visible_buttons(seen)]
    seen.click("day_before")
    seen.click("day_before")
    assert seen.button("day_after").text() == "Tue 5 May"
    assert seen.button("day_after").accessibleName() == "The day after, Tue 5 May"
    seen.click("back_to_today")
    assert seen.says("Wednesday 6 May")


def visible_buttons(seen: Seen) -> list[Button]:
    return [button for button in seen.page.findChildren(Button) if button.isVisibleTo(seen.page)]


def test_a_destination_names_a_day_and_the_page_knows_the_way_back(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(WEDNESDAY)
    assert seen.open("2026-05-04").says("Monday 4 May")
    assert seen.page.detail() == "2026-05-04"
    seen.page.show_detail("")
    assert seen.page.detail() == ""


@pytest.mark.parametrize("detail", ["2026-06-01", "2026-05-04", "no day", "2026-13-45"])
def test_a_day_to_come_or_no_day_at_all_is_today(seen: Seen, detail: str) -> None:
    assert seen.open(detail).says("Monday 4 May")
    assert seen.page.detail() == ""


def test_a_closed_day_says_that_an_answer_now_is_late(seen: Seen) -> None:
    commitment = seen.promise()
    seen.clock.go_to(MONDAY + 3 * DAY)
    seen.open("2026-05-04")
    note = (
        "This day has closed. An answer written now shows that it is 3 days late. "
        "Nothing recorded. It stays blank unless you add it."
    )
    assert seen.says(note)
    seen.key("k")
    assert seen.written(commitment, MONDAY) == [Value.KEPT]
    assert seen.says("Written Thu 7 May", seen.row())
    assert seen.says("This day has closed. A change written now shows beside the earlier answer.")


def test_an_answer_of_another_year_says_the_year(seen: Seen) -> None:
    seen.promise()
    seen.clock.go_to(MONDAY + 3653 * DAY)
    seen.open("2026-05-04").key("k")
    assert seen.says("Written Sun 4 May 2036", seen.row())


def test_an_earlier_answer_of_a_closed_day_stays_readable(seen: Seen) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED})
    seen.clock.go_to(MONDAY + 3 * DAY)
    seen.open("2026-05-04").press(Qt.Key.Key_Down)
    seen.key("k")
    assert seen.written(commitment, MONDAY) == [Value.MISSED, Value.KEPT]
    assert seen.says("Written Thu 7 May\nWas: missed, written Mon 4 May", seen.row())
    seen.press(Qt.Key.Key_Delete)
    assert seen.says(
        "Was: missed, written Mon 4 May\nWas: kept, written Thu 7 May\nTaken back on Thu 7 May", seen.row()
    )
    assert seen.chosen() == [None]


def test_an_answer_of_the_following_day_shows_its_day_on_the_days_own_page(seen: Seen) -> None:
    commitment = seen.promise()
    seen.clock.go_to(TUESDAY, "07:10")
    seen.workspace.runner.do("", answers.write, commitment.id, MONDAY, Value.KEPT)
    assert seen.open("2026-05-04").says("Written Tue 5 May, 07:10", seen.row())


def test_what_was_written_when_stands_together_below_the_question_of_a_closed_day(seen: Seen) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.KEPT})
    seen.clock.go_to(MONDAY + 3 * DAY)
    seen.open("2026-05-04").press(Qt.Key.Key_Down)
    seen.key("m")
    written = seen.label("Written Thu 7 May\nWas: kept, written Mon 4 May")
    question = next(label for label in seen.row().findChildren(QLabel) if label.text().startswith("Does Ana know"))
    assert top_of(written) > top_of(question) > top_of(seen.answer_row())
    assert seen.answer_row().height() == seen.answer_row().theme.px(40), "nothing stands between row and question"


def top_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, 0)).y()


def test_the_arrow_to_the_day_after_points_on_from_its_end(seen: Seen, applied_theme: Theme) -> None:
    seen.promise()
    seen.clock.go_to(WEDNESDAY)
    seen.open("2026-05-04")
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        seen.window.setLayoutDirection(direction)
        before, after = (side_and_tip(link(seen, name)) for name in ("day_before", "day_after"))
        mirrors = direction is Qt.LayoutDirection.RightToLeft
        assert before == ((False, False) if mirrors else (True, True))
        assert after == ((True, True) if mirrors else (False, False))


def link(seen: Seen, name: str) -> Button:
    return next(button for button in visible_buttons(seen) if button.objectName() == f"today_{name}_button")


def side_and_tip(link: Button) -> tuple[bool, bool]:
    """Whether the arrow stands on the left of the words, and whether it points there."""
    image = link.grab().toImage()
    icon = link.theme.color("ink_2").name()  # the words are in the accent
    dark = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).name() == icon
    ]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    middle = sum(y for _, y in dark) / len(dark)
    tip = min(dark, key=lambda spot: abs(spot[1] - middle))[0]
    return left < image.width() / 2, tip - left < right - tip


def test_a_day_on_which_nothing_was_due_says_so(seen: Seen) -> None:
    seen.promise(on_weekdays([2]))
    seen.clock.go_to(WEDNESDAY)
    seen.open("2026-05-05")
    assert seen.says("Nothing was due on this day.")
    assert seen.rows() == []


def test_another_day_keeps_the_right_column_of_today(seen: Seen, qtbot: QtBot) -> None:
    commitment = seen.promise()
    seen.clock.go_to(WEDNESDAY)
    seen.open("2026-05-04").key("m")
    qtbot.waitUntil(lambda: range_bars(seen) == [(commitment.title, "0 of 1 kept, 1 missed, all answered")])


# --- banners


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact.LIMITED, "There are limits to contact with Ana. What you plan here should keep to them, too."),
        (Contact.NONE, "No contact with Ana. Nothing here will suggest any."),
    ],
)
def test_limits_to_contact_stand_above_everything(seen: Seen, contact: Contact, words: str) -> None:
    seen.workspace.runner.do("", plans.set_contact, contact)
    seen.open()
    assert banners(seen) == [words]
    click(seen.page.findChildren(QPushButton, f"today_{contact}_banner_link_button")[0])
    assert seen.led_to == [Destination("contact")]


def test_a_wish_for_no_contact_that_ran_out_opens_nothing_by_itself(seen: Seen) -> None:
    seen.workspace.runner.do("", plans.set_contact, Contact.NONE, MONDAY)
    seen.clock.go_to(TUESDAY)
    seen.open()
    (banner,) = banners(seen)
    assert banner == (
        "The day that was named for no contact with Ana has passed. Nothing changes by itself: "
        "no contact holds until Ana says otherwise."
    )
    assert seen.workspace.voice.contact is Contact.NONE


def test_a_day_that_passed_says_nothing_of_a_wish_for_no_contact_among_the_private_answers(seen: Seen) -> None:
    seen.workspace.runner.do("", plans.set_contact, Contact.NONE, MONDAY)
    asked = {SafetyQuestion.ASKED_NO_CONTACT: SafetyAnswer.YES}
    seen.workspace.runner.do("", plans.answer_safety, asked, keep_answers=False)
    seen.clock.go_to(TUESDAY)
    seen.open()
    assert banners(seen) == ["No contact with Ana. Nothing here will suggest any."]


def test_a_banner_goes_when_it_is_not_true_any_more(seen: Seen) -> None:
    seen.workspace.do("contact", plans.set_contact, Contact.LIMITED)
    seen.open()
    seen.workspace.do("contact", plans.set_contact, Contact.OPEN)
    assert banners(seen) == []


def test_without_contact_the_question_after_a_miss_is_about_the_counsellor(seen: Seen) -> None:
    seen.workspace.runner.do("", plans.begin, "Sam", "Ana", seen.workspace.plan.pronoun, "Ruth")
    seen.workspace.do("contact", plans.set_contact, Contact.NONE)
    seen.promise()
    seen.open().key("m")
    assert seen.says("Does Ruth know yet?", seen.row())


def test_the_private_questions_come_back_after_four_weeks_and_after_a_setback(seen: Seen) -> None:
    seen.clock.go_to(MONDAY + 27 * DAY)
    seen.open()
    assert banners(seen) == []
    seen.workspace.do("setback", events.add_event, MONDAY, EventKind.SETBACK, "")
    assert seen.page.window() is not None
    seen.page.mark_stale()
    assert banners(seen) == ["The private questions are due again."]
    click(seen.page.findChildren(QPushButton, "today_safety_banner_link_button")[0])
    assert seen.led_to == [Destination("safety")]


def test_what_is_still_hidden_comes_first(seen: Seen) -> None:
    yes = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    seen.workspace.runner.do("", plans.answer_safety, yes, keep_answers=False)
    seen.open()
    assert banners(seen) == [seen.workspace.catalogue.safety().ending.notice]


def test_a_clock_that_was_set_back_is_said_once(seen: Seen) -> None:
    commitments_of_today = [seen.promise(title=title) for title in ("One", "Two")]
    for commitment in commitments_of_today:
        seen.answer_all(commitment, {MONDAY: Value.KEPT})
    seen.clock.forward(minutes=-90)
    seen.open()
    (banner,) = banners(seen)
    assert banner.startswith("This computer’s clock stands 90 minutes behind your newest entry.")
    seen.clock.forward(minutes=90)
    seen.page.mark_stale()
    assert banners(seen) == []


def test_the_clock_is_still_behind_after_an_entry_made_meanwhile(seen: Seen) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.KEPT})
    seen.clock.forward(minutes=-90)
    seen.open().press(Qt.Key.Key_Down)
    seen.key("p")
    assert seen.answers(commitment, MONDAY)[-1].clock_behind == 90
    assert banners(seen) != []


# --- pauses


def pause(
    seen: Seen,
    commitment: Commitment | None,
    starts_on: date,
    ends_on: date,
    reason: Reason = Reason.ILLNESS,
    *,
    note: str = "",
    looks_again: bool = False,
) -> Pause:
    named = commitment.id if commitment else None
    action = pauses.pause
    do = seen.workspace.runner.do
    return do("", action, named, starts_on, ends_on, reason=reason, note=note, looks_again=looks_again).result


def test_a_paused_commitment_has_one_quiet_line(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    pause(seen, commitment, MONDAY, MONDAY + 4 * DAY, note="flu")
    seen.open()
    assert seen.rows() == []
    assert seen.says("“Ring at six” is paused until Friday 8 May. Illness: flu.")


def test_a_pause_of_everything_is_said_for_each(seen: Seen) -> None:
    for title in ("One", "Two"):
        seen.promise(title=title)
    pause(seen, None, MONDAY, MONDAY + 4 * DAY, Reason.THEIR_WISH)
    seen.open()
    for title in ("One", "Two"):
        assert seen.says(f"“{title}” is paused until Friday 8 May. Ana wishes it, or has set a limit.")


def test_an_illness_is_made_longer_when_the_program_looks_again(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    pause(seen, commitment, MONDAY, TUESDAY, looks_again=True)
    seen.clock.go_to(TUESDAY)
    seen.open()
    assert banners(seen) == ["The pause of “Ring at six” ends with today. From tomorrow on it asks again."]
    click(next(button for button in visible_buttons(seen) if button.text() == "Longer"))
    sheet = seen.sheet("longer_sheet")
    field = sheet.findChild(DateField, "longer_day_field")
    assert isinstance(field, DateField)
    assert field.day() == TUESDAY + 7 * DAY
    assert field.maximumDate().toPython() == TUESDAY + 14 * DAY
    assert field.minimumDate().toPython() == WEDNESDAY
    longer = sheet.findChild(QPushButton, "longer_longer_button")
    assert isinstance(longer, QPushButton)
    click(longer)
    assert [row.ends_on for row in seen.workspace.read(every_pause)] == [TUESDAY + 7 * DAY]
    assert banners(seen) == []
    assert seen.toasts == ["The pause is longer now."]
    seen.workspace.undo()
    assert [row.ends_on for row in seen.workspace.read(every_pause)] == [TUESDAY]


def test_without_an_answer_the_illness_is_over_and_the_promise_asks_again(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    pause(seen, commitment, MONDAY, TUESDAY, looks_again=True)
    seen.clock.go_to(WEDNESDAY)
    seen.open()
    assert banners(seen) == ["The pause of “Ring at six” ended yesterday. From today on it asks again."]
    assert len(seen.rows()) == 1
    seen.clock.go_to(WEDNESDAY + DAY)
    seen.workspace.notice_the_day()
    assert banners(seen) == []


# --- what is coming


def lines(seen: Seen) -> list[str]:
    quiet = {line.sentence() for line in seen.page.findChildren(QuietLine) if line.isVisible()}
    return [words for words in seen.words() if words in quiet and words.startswith(("From ", "“"))]


def easier(seen: Seen, commitment: Commitment) -> None:
    wording = Wording("ring at six on Mondays", "is not left waiting", on_weekdays([0]))
    seen.workspace.runner.do("", change_terms, commitment.id, wording, said_to_be=Direction.EASIER)


def test_a_pending_loosening_counts_down_and_can_be_taken_back(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    easier(seen, commitment)
    seen.open()
    promise_from_then = "I will ring at six on Mondays, so that Ana is not left waiting."
    assert lines(seen) == [f"From Monday 11 May, in 7 days: “Ring at six” is easier. {promise_from_then}"]
    seen.clock.go_to(MONDAY + 6 * DAY)
    seen.workspace.notice_the_day()
    assert lines(seen)[0].startswith("From Monday 11 May, tomorrow:")
    click(next(button for button in visible_buttons(seen) if button.text() == "Take back"))
    assert lines(seen) == []
    assert seen.toasts == ["Taken back. The terms stay as they are."]
    in_force = terms_on(seen.workspace.read(terms_of, commitment.id), MONDAY + 20 * DAY)
    assert in_force is not None
    assert in_force.schedule == daily()


def test_what_will_wait_or_end_says_so(seen: Seen) -> None:
    waits, ends = seen.promise(title="One"), seen.promise(title="Two")
    seen.workspace.runner.do("", commitments.let_wait, waits.id)
    seen.workspace.runner.do("", commitments.end, ends.id)
    seen.open()
    assert lines(seen) == ["From Monday 11 May, in 7 days: “One” waits.", "From Monday 11 May, in 7 days: “Two” ends."]


def test_a_coming_pause_can_be_taken_back_too(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    pause(seen, commitment, MONDAY + 7 * DAY, MONDAY + 14 * DAY, Reason.CHOICE)
    seen.open()
    assert lines(seen) == ["From Monday 11 May, in 7 days: “Ring at six” is paused until Monday 18 May."]
    click(next(button for button in visible_buttons(seen) if button.text() == "Take back"))
    assert lines(seen) == []
    assert seen.workspace.read(every_pause)[0].taken_back_at is not None


def test_a_commitment_that_begins_later_is_named(seen: Seen) -> None:
    seen.promise(title="Ring at six", starts_on=MONDAY + 7 * DAY)
    seen.open()
    assert lines(seen) == ["“Ring at six” begins on Monday 11 May."]
    assert seen.says("Nothing is due today.")


def test_when_nothing_is_active_any_more_a_commitment_can_be_written(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    seen.workspace.runner.do("", commitments.end, commitment.id, Reason.THEIR_WISH)
    seen.open()
    assert seen.says("No commitment is active now.")
    click(next(button for button in visible_buttons(seen) if button.text() == "Write a commitment"))
    assert seen.led_to == [Destination("commitment")]


def test_a_review_that_is_due_asks_whether_it_is_still_the_right_size(seen: Seen) -> None:
    seen.promise(title="Ring at six", surroundings=Surroundings(review_on=TUESDAY))
    seen.open()
    assert lines(seen) == []
    seen.clock.go_to(TUESDAY)
    seen.workspace.notice_the_day()
    assert lines(seen) == ["“Ring at six” is to be looked at again today."]
    seen.clock.go_to(WEDNESDAY)
    seen.workspace.notice_the_day()
    assert lines(seen) == ["“Ring at six” was to be looked at again on Tuesday 5 May."]
    click(next(button for button in visible_buttons(seen) if button.text() == "Look at it"))
    assert seen.says("Is it still the right size?", seen.sheet("review_sheet"))


# --- the right column


def range_bars(seen: Seen) -> list[tuple[str, str]]:
    """The name and what is said of each commitment."""
    return [
        (bar.accessibleName(), bar.accessibleDescription().replace(NO_BREAK_SPACE, " "))
        for bar in seen.page.findChildren(RangeBar)
        if bar.isVisibleTo(seen.page)
    ]


def test_while_nothing_was_due_the_column_says_what_will_stand_there(seen: Seen) -> None:
    seen.open()
    for words in (
        "Follow-through",
        "Shown once 5 answers are due. Days you do not answer stay blank; they are not counted as missed.",
        "Told first",
        "Nothing to tell.",
        "Amends in hand",
        "None yet. They are written down in Amends.",
        "Next session",
        "No date set.",
    ):
        assert seen.says(words)


def test_a_share_stands_with_its_counts(seen: Seen) -> None:
    seen.clock.go_to(MONDAY - 30 * DAY)
    commitment = seen.promise(title="Ring at six")
    values = {MONDAY - ago * DAY: Value.KEPT for ago in range(1, 29)}
    values |= {MONDAY - 3 * DAY: Value.MISSED, MONDAY - 4 * DAY: Value.NOT_APPLICABLE}
    del values[MONDAY - 5 * DAY]
    seen.answer_all(commitment, values)
    seen.clock.go_to(MONDAY)
    seen.open()
    assert seen.says("Follow-through, last 28 days")
    assert range_bars(seen) == [
        ("Ring at six", "92 to 96 %. 24 of 26 kept, 1 missed, 1 not answered (and 1 not applicable)")
    ]


def test_a_promise_that_has_not_been_due_says_so(seen: Seen) -> None:
    seen.promise(title="Ring at six")
    seen.open()
    assert [words for _, words in range_bars(seen)] == ["Nothing has been due yet."]


def test_a_promise_that_was_paused_for_the_whole_window_is_not_called_new(seen: Seen) -> None:
    seen.clock.go_to(MONDAY - 40 * DAY)
    commitment = seen.promise(title="Ring at six")
    seen.clock.go_to(MONDAY - 30 * DAY)
    reason, first = Reason.ILLNESS, MONDAY - 30 * DAY
    seen.workspace.runner.do("", pauses.pause, commitment.id, first, MONDAY, reason=reason)
    seen.clock.go_to(MONDAY)
    seen.open()
    assert [words for _, words in range_bars(seen)] == ["Nothing was due."]


def test_no_line_of_the_column_breaks_inside_a_count(seen: Seen) -> None:
    seen.clock.go_to(MONDAY - 5 * DAY)
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY - DAY: Value.NOT_APPLICABLE, MONDAY - 2 * DAY: Value.MISSED})
    seen.clock.go_to(MONDAY)
    seen.open()
    [counts] = [words for words in seen.words() if "missed," in words]
    assert counts.split(" ") == [
        words.replace(" ", NO_BREAK_SPACE)
        for words in ("0 of 4 kept,", "1 missed,", "3 not answered", "(and 1 not applicable)")
    ]


def test_an_answer_moves_the_share_a_moment_later(seen: Seen, qtbot: QtBot) -> None:
    seen.promise(title="Ring at six")
    seen.open().key("m")
    qtbot.waitUntil(lambda: range_bars(seen) == [("Ring at six", "0 of 1 kept, 1 missed, all answered")])


def test_under_five_due_only_counts_are_said(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    seen.answer_all(commitment, {MONDAY + at * DAY: Value.KEPT for at in range(4)})
    seen.clock.go_to(MONDAY + 3 * DAY)
    seen.open()
    assert range_bars(seen) == [("Ring at six", "4 of 4 kept, all answered")]
    assert not any("%" in words for words in seen.words())


def test_terms_that_changed_inside_the_window_are_named(seen: Seen) -> None:
    commitment = seen.promise(title="Ring at six")
    seen.clock.go_to(WEDNESDAY)
    wording = Wording("I will call when I am late", "you need not wonder", daily(), 18 * 60)
    seen.workspace.runner.do("", change_terms, commitment.id, wording)
    seen.open()
    assert seen.says("Terms changed on 6 May.")


def test_a_week_is_shared_over_its_last_times_and_a_once_has_its_state(seen: Seen) -> None:
    week = seen.promise(times_a(Unit.WEEK, 1), title="Supper")
    seen.promise(once(MONDAY + 30 * DAY), title="One sheet")
    for number in range(1, 4):
        sunday = MONDAY + (7 * number - 1) * DAY
        seen.clock.go_to(sunday + DAY)
        seen.workspace.runner.do("", answers.write, week.id, sunday, Value.KEPT)
    seen.open()
    assert range_bars(seen) == [
        ("Supper", "3 of 3 kept, all answered"),
        ("One sheet", "Open, by Wednesday 3 June."),
    ]
    assert seen.says("Last 3 times.")
    assert seen.says("Follow-through")


def test_each_miss_has_a_mark_and_its_words(seen: Seen, qtbot: QtBot) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED, TUESDAY: Value.MISSED})
    seen.clock.go_to(TUESDAY)
    seen.workspace.runner.do("", answers.tell, commitment.id, MONDAY, How.TOLD_FIRST)
    seen.open()
    marks = next(row for row in seen.page.findChildren(MarkRow) if row.accessibleName())
    assert marks._kinds == (How.TOLD_FIRST, How.NOT_YET)
    assert seen.says("1 of 2 misses told before being asked")
    seen.workspace.do("telling", answers.tell, commitment.id, TUESDAY, How.FOUND_OUT)
    qtbot.waitUntil(lambda: marks._kinds == (How.TOLD_FIRST, How.FOUND_OUT))


def test_one_miss_is_said_in_a_sentence(seen: Seen) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED})
    assert seen.open().says("How the one miss came out is not recorded.")


def test_a_miss_of_which_nothing_is_said_leads_to_its_telling(seen: Seen, qtbot: QtBot) -> None:
    line = seen.promise(title="Never again", surroundings=Surroundings(is_line=True))
    seen.answer_all(line, {MONDAY: Value.MISSED})
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED, TUESDAY: Value.MISSED})
    seen.clock.go_to(MONDAY + 3 * DAY)
    seen.open()
    for _ in range(2):
        seen.click("untold")
        sheet = seen.sheet("miss_sheet")
        assert sheet.title_label.text() == "Does Ana know yet?"
        click(next(button for button in sheet.findChildren(QWidget, "miss_how_not_yet_button") if button.isVisible()))
        click(sheet.findChildren(QPushButton, "miss_close_button")[0])
        qtbot.waitUntil(lambda: not seen.has_sheet())
        qtbot.wait(100)  # the right column comes a moment after the rows
    told = seen.workspace.read(history_of, commitment.id)
    assert told is not None
    assert [telling.day for telling in told.tellings] == [MONDAY, TUESDAY], "the oldest comes first"
    assert not any(link.isVisible() for link in seen.page.findChildren(QPushButton, "today_untold_button"))


def test_while_something_is_hidden_no_share_is_shown_and_what_is_promised_is_still_answered(seen: Seen) -> None:
    commitment = seen.promise()
    hidden = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    seen.workspace.runner.do("", plans.answer_safety, hidden, keep_answers=False)
    seen.answer_all(commitment, {MONDAY: Value.KEPT})
    seen.clock.go_to(MONDAY + 8 * DAY)
    seen.open()
    assert range_bars(seen) == []
    assert seen.says("Charts and shares wait until it has ended and nothing is hidden.")
    seen.key("k")
    assert seen.written(commitment, MONDAY + 8 * DAY) == [Value.KEPT]


def test_without_amends_in_hand_the_link_leads_to_where_they_are_written_down(seen: Seen) -> None:
    seen.promise()
    seen.open()
    assert seen.says("None yet. They are written down in Amends.")
    seen.click("amends")
    assert seen.led_to == [Destination("amends")]


def test_amends_in_hand_come_by_their_day(seen: Seen) -> None:
    harm = seen.workspace.runner.do("", harms.add_harm, "Money").result
    for words, due_on in (("Later", MONDAY + 30 * DAY), ("Past", MONDAY - DAY), ("Soon", MONDAY + 2 * DAY)):
        seen.workspace.runner.do("", harms.add_repair, harm.id, words, due_on)
    seen.open()
    found = [words for words in seen.words() if words in ("Later", "Past", "Soon")]
    assert found == ["Past", "Soon"]
    assert seen.says("Promised for Sunday 3 May")
    assert seen.says("By Wednesday 6 May")
    assert seen.button("amends").text() == "1 more in Amends"
    seen.click("amends")
    assert seen.led_to == [Destination("amends")]


def test_a_repair_that_is_done_leaves_the_column(seen: Seen, qtbot: QtBot) -> None:
    harm = seen.workspace.runner.do("", harms.add_harm, "Money").result
    repair = seen.workspace.runner.do("", harms.add_repair, harm.id, "Pay back 150").result
    seen.open()
    assert seen.says("Pay back 150")
    assert seen.says("No day set")
    seen.workspace.do("done", harms.set_repair_state, repair.id, RepairState.DONE)
    qtbot.waitUntil(lambda: not seen.says("Pay back 150"))
    assert seen.says("None yet. They are written down in Amends.")


def test_the_repair_of_a_miss_is_in_hand_until_it_is_done_or_the_miss_is_none(seen: Seen, qtbot: QtBot) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED})
    seen.workspace.runner.do("", answers.review_miss, commitment.id, MONDAY, repair="Ring at seven")
    seen.workspace.runner.do("", answers.plan_repair, commitment.id, MONDAY, TUESDAY)
    seen.open()
    assert seen.says("Ring at seven")
    assert seen.says("By Tuesday 5 May, after the miss of 4 May")
    seen.workspace.do("change", answers.write, commitment.id, MONDAY, Value.KEPT)
    qtbot.waitUntil(lambda: not seen.says("Ring at seven"))
    seen.workspace.do("change", answers.write, commitment.id, MONDAY, Value.MISSED)
    qtbot.waitUntil(lambda: seen.says("Ring at seven"))
    seen.workspace.do("done", answers.mark_repaired, commitment.id, MONDAY, MONDAY)
    qtbot.waitUntil(lambda: not seen.says("Ring at seven"))


def test_the_repair_of_a_miss_leads_to_its_step(seen: Seen) -> None:
    commitment = seen.promise()
    seen.answer_all(commitment, {MONDAY: Value.MISSED})
    seen.workspace.runner.do("", answers.review_miss, commitment.id, MONDAY, repair="Ring at seven")
    seen.open().click("amend")
    assert seen.sheet("miss_sheet").title_label.text() == "What did it cost Ana, and what will you do about it?"


def test_the_next_session_stands_with_its_agenda(seen: Seen, qtbot: QtBot) -> None:
    do = seen.workspace.runner.do
    do("", sessions.add_session, MONDAY - DAY, None, "Ruth")
    coming = do("", sessions.add_session, MONDAY + 15 * DAY, 17 * 60 + 30, "Ruth").result
    seen.open()
    assert seen.says("Tuesday 19 May, 17:30, with Ruth")
    assert seen.button("session").text() == "Write an agenda"
    for words in ("The evening of 3 May", "The train"):
        seen.workspace.do("agenda", sessions.add_agenda_line, coming.id, words)
    qtbot.waitUntil(lambda: seen.button("session").text() == "2 things on the agenda")
    seen.click("session")
    assert seen.led_to == [Destination("dates", f"session:{coming.id}")]


def test_without_a_session_a_date_can_be_set(seen: Seen) -> None:
    seen.open().click("session")
    assert seen.button("session").text() == "Set a date"
    assert seen.led_to == [Destination("dates", "session:")]


def test_in_a_narrow_window_the_column_stands_below_in_the_same_order(seen: Seen) -> None:
    seen.promise()
    seen.open(width=900, height=600)
    titles = ("Follow-through, last 28 days", "Told first", "Amends in hand", "Next session")
    tops = [seen.label(title).mapTo(seen.page, seen.label(title).rect().topLeft()).y() for title in titles]
    assert tops == sorted(tops)
    assert tops[0] > seen.row().mapTo(seen.page, seen.row().rect().bottomLeft()).y()
