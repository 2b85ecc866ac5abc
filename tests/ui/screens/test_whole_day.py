"""Today, all at once: one answer for everything that is open, several days after an illness, and hard days ahead."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_commitment, on, promise, some_terms
from tests.moved_clock import MovedClock
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import hard_days, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.moments import Now
from trustplanner.domain.plans import Contact
from trustplanner.domain.schedules import Unit, daily, times_a
from trustplanner.domain.week import REVIEW_WEEKDAY
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.today_page import TodayPage

ShowPage = Callable[..., QWidget]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TUESDAY = on("05-05")


@pytest.fixture
def three(workspace: Workspace) -> list[Commitment]:
    return [promise(workspace.runner, daily(), title) for title in ("Ring at six", "Read aloud", "Walk home")]


def values(workspace: Workspace, commitment: Commitment, day: date) -> list[Value]:
    return [row.value for row in workspace.read(answers_for, commitment.id, day)]


def opened(open_planner: OpenPlanner, detail: str = "") -> Planner:
    planner = open_planner()
    if detail:
        planner.go(Destination("today", detail))
    settle()
    return planner


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_K, Value.KEPT),
        (Qt.Key.Key_P, Value.PARTLY),
        (Qt.Key.Key_M, Value.MISSED),
        (Qt.Key.Key_N, Value.NOT_APPLICABLE),
    ],
)
def test_one_key_answers_all_that_is_open_in_one_undo_step(
    open_planner: OpenPlanner,
    workspace: Workspace,
    three: list[Commitment],
    qtbot: QtBot,
    key: Qt.Key,
    value: Value,
) -> None:
    planner = opened(open_planner)
    assert "Answer all 3 that are open" in words_on(planner)
    press(planner, key, modifier=SHIFT)
    settle()
    assert [values(workspace, each, MONDAY) for each in three] == [[value]] * 3
    qtbot.waitUntil(lambda: not is_seen(planner, "today_all_kept_button"))  # a moment after the rows
    press(planner, Qt.Key.Key_Z, modifier=CONTROL)
    settle()
    assert [values(workspace, each, MONDAY) for each in three] == [[]] * 3
    qtbot.waitUntil(lambda: is_seen(planner, "today_all_kept_button"))


def test_the_four_answers_weigh_the_same_and_the_mouse_does_what_the_keys_do(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    planner = opened(open_planner)
    names = [f"today_all_{each}_button" for each in ("kept", "partly", "missed", "not_applicable")]
    assert len({seen(planner, name).property("kind") for name in names}) == 1
    buttons = [seen(planner, name) for name in names]
    several, page = seen_as(Button, planner, "today_several_days_button"), seen(planner, "today_page")
    assert several.text() == "Days that could not ask, as in an illness"
    assert "What is open on them is written as not applicable." in words_on(planner)
    foot = max(button.mapTo(page, button.rect().bottomLeft()).y() for button in buttons)
    assert several.mapTo(page, several.rect().topLeft()).y() - foot > buttons[0].height(), "it is no fifth answer"
    click(seen(planner, "today_all_missed_button"))
    assert [values(workspace, each, MONDAY) for each in three] == [[Value.MISSED]] * 3


def test_which_they_are_stands_above_the_four_answers(
    open_planner: OpenPlanner, three: list[Commitment], workspace: Workspace
) -> None:
    planner = opened(open_planner)
    said = words_on(planner)
    at = said.index("Answer all 3 that are open")
    assert said[at + 1] == "“Ring at six”, “Read aloud”, “Walk home”"
    [which] = [label for label in planner.findChildren(TextLabel) if label.isVisible() and label.text() == said[at + 1]]
    assert which.mapTo(planner, which.rect().bottomLeft()).y() < top_of(planner, "today_all_kept_button")
    click(seen_as(Button, planner, "today_all_kept_button"))
    assert [values(workspace, each, MONDAY) for each in three] == [[Value.KEPT]] * 3


def test_of_many_the_first_are_named_and_the_others_counted(open_planner: OpenPlanner, workspace: Workspace) -> None:
    def bring(unit: UnitOfWork, _now: Now, number: int) -> None:
        key = f"old {number}"
        unit.put(a_commitment(id=key, title=f"Old {number}", position=number))
        unit.put(some_terms(seq=None, commitment_id=key))

    for number in range(8):
        workspace.do_quietly(bring, number)
    said = words_on(opened(open_planner))
    assert "“Old 0”, “Old 1”, “Old 2”, “Old 3”, “Old 4” and 3 more" in said


def top_of(planner: Planner, name: str) -> int:
    return seen(planner, name).mapTo(planner, QPoint(0, 0)).y()


def test_the_ring_of_the_keys_strikes_through_no_words(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    hard = HardDayWords(HardFor.THEM, "The day I found the letters", MONDAY, heard_on=MONDAY)
    workspace.do_quietly(hard_days.add_hard_day, hard)
    planner = opened(open_planner)
    click(seen(planner, "today_hard_day_button"))
    seen(planner, "today_walk_button").setFocus(Qt.FocusReason.TabFocusReason)
    page, walked = seen(planner, "today_page"), []
    for _ in range(16):
        press(planner, Qt.Key.Key_Tab)
        settle()
        ring = next(ring for ring in planner.window().findChildren(FocusRing))
        target = ring.target()
        if target is not None and page.isAncestorOf(target):
            walked.append(target.objectName())
            assert struck_by(ring, planner.window()) == []
    assert {"today_all_kept_button", "today_several_days_button"} <= set(walked)


def struck_by(ring: FocusRing, window: QWidget) -> list[str]:
    """The words that lie under the line of the ring."""
    around, inside = ring.geometry(), ring.geometry().adjusted(2, 2, -2, -2)
    line = QRegion(around) - QRegion(inside)
    found = [label for label in window.findChildren(TextLabel) if label.isVisible() and label.text()]
    return [label.text() for label in found if line.intersects(QRect(label.mapTo(window, QPoint(0, 0)), label.size()))]


def test_of_one_open_item_its_own_row_is_enough_and_shift_answers_it(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    ring = promise(workspace.runner, daily(), "Ring at six")
    planner = opened(open_planner)
    assert not is_seen(planner, "today_all_kept_button")
    press(planner, Qt.Key.Key_M, modifier=SHIFT)
    assert values(workspace, ring, MONDAY) == [Value.MISSED]


def test_a_running_week_is_left_out_and_named(open_planner: OpenPlanner, workspace: Workspace) -> None:
    week = promise(workspace.runner, times_a(Unit.WEEK, 3), "Phone on the table")
    two = [promise(workspace.runner, daily(), title) for title in ("Ring at six", "Read aloud")]
    planner = opened(open_planner)
    left_out = "Left out, because the week or month still runs: “Phone on the table”."
    assert any(words.endswith(left_out) for words in words_on(planner))
    press(planner, Qt.Key.Key_K, modifier=SHIFT)
    assert [values(workspace, each, MONDAY) for each in two] == [[Value.KEPT]] * 2
    assert values(workspace, week, on("05-10")) == []


def test_a_line_that_was_crossed_among_them_opens_its_sheet(open_planner: OpenPlanner, workspace: Workspace) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    promise(workspace.runner, daily(), "No drinking", surroundings=Surroundings(is_line=True))
    planner = opened(open_planner)
    press(planner, Qt.Key.Key_M, modifier=SHIFT)
    settle()
    assert is_seen(planner.window(), "line_sheet")


def test_several_days_become_not_applicable_with_their_count_first_and_are_late(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    ring = promise(workspace.runner, daily(), "Ring at six")
    clock.forward(days=5)
    planner = opened(open_planner, "2026-05-05")
    press_button(planner, "today_several_days_button")
    settle()
    sheet = seen_as(SheetDialog, planner.window(), "several_days_sheet")
    field = seen_as(DateField, sheet, "several_days_last_field")
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    type_words(sheet, "07052026")
    press(sheet, Qt.Key.Key_Tab)
    settle()
    assert "3 items are open." in words_on(sheet)
    assert "“Ring at six”: 3" in words_on(sheet)
    assert all(values(workspace, ring, TUESDAY.replace(day=day)) == [] for day in (5, 6, 7))
    press_button(sheet, "several_days_write_button")
    settle()
    assert [values(workspace, ring, TUESDAY.replace(day=day)) for day in (4, 5, 6, 7, 8)] == [
        [], [Value.NOT_APPLICABLE], [Value.NOT_APPLICABLE], [Value.NOT_APPLICABLE], [],
    ]  # fmt: skip
    assert any(words.startswith("Written Sat 9 May") for words in words_on(planner))


def test_the_days_of_the_sheet_are_there_after_a_lock(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    clock.forward(days=5)
    planner = opened(open_planner, "2026-05-05")
    press_button(planner, "today_several_days_button")
    settle()
    field = seen_as(DateField, planner.window(), "several_days_first_field")
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    type_words(field, "04052026")
    press(field, Qt.Key.Key_Tab)
    planner.save_typing()
    again = open_planner()
    settle()
    assert seen_as(DateField, again.window(), "several_days_first_field").day() == MONDAY


# Hard days on Today


def test_the_rule_of_the_smallest_version_is_said_once_and_their_words_stand_in_their_ink(
    open_planner: OpenPlanner, workspace: Workspace, qtbot: QtBot
) -> None:
    for title in ("Ring at six", "Read aloud"):
        promise(workspace.runner, daily(), title, surroundings=Surroundings(smallest=f"{title}, for a minute"))
    workspace.do_quietly(hard_days.add_hard_day, HardDayWords(HardFor.THEM, "The letters", MONDAY))
    planner = opened(open_planner)
    rule = "Done in full it is kept; only this is partly."
    first = f"Smallest version: Ring at six, for a minute. {rule}"
    qtbot.waitUntil(lambda: first in words_on(planner))
    assert "Smallest version: Read aloud, for a minute" in words_on(planner)
    assert sum(rule in words for words in words_on(planner)) == 1
    click(seen(planner, "today_hard_day_button"))
    settle()
    [lines] = [label for label in planner.findChildren(TextLabel) if "“The letters”" in label.text()]
    picture, ink = lines.grab().toImage(), workspace.theme.color("theirs").rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert any(picture.pixel(x, y) == ink for x, y in places)


def test_a_hard_day_has_a_dot_and_only_ones_own_words_stand_open(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    for whose, words in ((HardFor.ME, "A year since the call"), (HardFor.THEM, "The letters")):
        workspace.do_quietly(hard_days.add_hard_day, HardDayWords(whose, words, MONDAY))
        clock.forward(minutes=1)
    planner = opened(open_planner)
    dot = seen(planner, "today_hard_day_button")
    assert dot.accessibleName() == dot.toolTip() == "A hard day for you: A year since the call\nA hard day for Ana."
    assert not any("The letters" in words for words in words_on(planner))
    click(dot)
    settle()
    said = words_on(planner)
    assert any("A hard day for Ana. “The letters”" in words for words in said)
    assert "Ana decides whether it is spoken of. What you promised for today stays as it is." in said
    click(dot)
    settle()
    assert not any("The letters" in words for words in words_on(planner))


def test_without_contact_nothing_on_the_day_suggests_a_word(open_planner: OpenPlanner, workspace: Workspace) -> None:
    workspace.do_quietly(hard_days.add_hard_day, HardDayWords(HardFor.THEM, "The letters", MONDAY))
    workspace.do_quietly(plans.set_contact, Contact.NONE)
    planner = opened(open_planner)
    click(seen(planner, "today_hard_day_button"))
    settle()
    assert any(words.startswith("Nothing is sent and nothing is asked today.") for words in words_on(planner))


def test_the_evening_before_says_so_and_another_day_has_no_dot(open_planner: OpenPlanner, workspace: Workspace) -> None:
    workspace.do_quietly(hard_days.add_hard_day, HardDayWords(HardFor.ME, "The call", TUESDAY))
    planner = opened(open_planner)
    assert not is_seen(planner, "today_hard_day_button")
    assert "Tomorrow is a hard day for you: The call." in words_on(planner)
    press_button(planner, "today_hard_tomorrow_button")
    assert is_seen(planner, "hard_days_page")


# The ways in


def test_the_head_leads_into_the_walk_and_the_review_day_into_the_week(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment], clock: MovedClock
) -> None:
    planner = opened(open_planner)
    assert not is_seen(planner, "today_week_button"), "the week is looked back on on Sunday"
    press_button(planner, "today_walk_button")
    assert is_seen(planner, "evening_page")
    clock.go_to(on("05-10"))
    planner = opened(open_planner, "2026-05-10")
    press_button(planner, "today_week_button")
    assert is_seen(planner, "week_page")
    workspace.do_quietly(plans.set_setting, REVIEW_WEEKDAY, "")
    planner.go(Destination("today"))
    settle()
    assert not is_seen(planner, "today_week_button")


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_of_it_is_cut(
    workspace: Workspace,
    show_page: ShowPage,
    applied_theme: Theme,
    three: list[Commitment],
    size: tuple[int, int],
    scale: float,
) -> None:
    workspace.do_quietly(hard_days.add_hard_day, HardDayWords(HardFor.THEM, "יום קשה " * 20, MONDAY))
    applied_theme.set_text_scale(scale)
    page = TodayPage(workspace)
    show_page(page, width=size[0], height=size[1])
    click(seen(page, "today_hard_day_button"))
    settle()
    assert cut_widgets(page) == []
    applied_theme.set_text_scale(1.0)


def test_the_day_of_review_is_chosen_in_settings(open_planner: OpenPlanner, workspace: Workspace) -> None:
    planner = opened(open_planner)
    planner.go(Destination("settings"))
    settle()
    combo = seen_as(ComboField, planner, "settings_review_weekday_combo")
    assert combo.currentText() == "Sunday"
    combo.setFocus()
    press(planner, Qt.Key.Key_Home)
    assert workspace.read(settings)[REVIEW_WEEKDAY] == "0"
    planner.go(Destination("today"))
    settle()
    assert is_seen(planner, "today_week_button"), "it is Monday"
    planner.go(Destination("settings"))
    settle()
    seen(planner, "settings_review_weekday_combo").setFocus()
    press(planner, Qt.Key.Key_End)
    assert workspace.read(settings)[REVIEW_WEEKDAY] == ""


@pytest.mark.parametrize(
    ("place", "button", "page"),
    [
        ("dates", "dates_hard_days_button", "hard_days_page"),
        ("wishes", "wishes_hard_days_button", "hard_days_page"),
    ],
)
def test_other_pages_lead_there(open_planner: OpenPlanner, place: str, button: str, page: str) -> None:
    planner = opened(open_planner)
    planner.go(Destination(place))
    settle()
    press_button(planner, button)
    assert is_seen(planner, page)
