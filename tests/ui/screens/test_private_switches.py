"""What each private switch opens and closes in the whole planner, and that the first run cannot be walked around."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import answer, answer_all_no, is_seen, press_button, seen, settle
from tests.ui.screens.opened_planner import OpenPlanner, planner_opener
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.first_run import PUT_FIRST_ON
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.plans import last_safety_screen
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.navigation import NavigationItem
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

ALL_NO = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
EVERY_PLACE = [
    "today",
    "path",
    "amends",
    "commitment",
    "wishes",
    "conversations",
    "talk",
    "practice",
    "letter",
    "letter_no",
    "recovery",
    "dates",
    "session",
    "settings",
    "search",
    "journal",
    "finish",
    "evening",
    "week",
    "hard_days",
    "their_voice",
    "contact",
    "names",
    "first_run",
]
PLACES_IN_THE_SIDEBAR = ["today", "path", "amends", "conversations", "recovery", "session"]


@pytest.fixture
def fresh(runner: Runner, theme: Theme, background: Background) -> Workspace:
    """A vault that was just made."""
    return Workspace(runner, shipped_words(), theme, background)


@pytest.fixture
def open_planner(fresh: Workspace, qtbot: QtBot, tmp_path: Path) -> OpenPlanner:
    """Open the planner on the vault that was just made."""
    return planner_opener(fresh, qtbot, tmp_path)


def begin(workspace: Workspace, *yes: SafetyQuestion) -> None:
    """A plan, and the private questions answered with yes to these."""
    workspace.do_quietly(plans.begin, "Sam", "Ana", Pronoun.SHE)
    given = ALL_NO | dict.fromkeys(yes, SafetyAnswer.YES)
    workspace.do_quietly(plans.answer_safety, given, keep_answers=False)


def shown(planner: Planner) -> str:
    """The name of the page that is seen."""
    settle()
    [page] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return page.objectName().removesuffix("_page")


def places(planner: Planner) -> list[str]:
    return [place for place in PLACES_IN_THE_SIDEBAR if is_seen(planner, f"sidebar_{place}_button")]


# Stop


@pytest.mark.parametrize("place", EVERY_PLACE)
def test_while_it_is_stopped_no_place_can_be_reached(open_planner: OpenPlanner, fresh: Workspace, place: str) -> None:
    begin(fresh, SafetyQuestion.FEAR)
    planner = open_planner()
    assert shown(planner) == "stop"
    planner.go(Destination(place))
    assert shown(planner) == "stop"
    assert places(planner) == []
    assert is_seen(planner, "sidebar_help_button")
    assert is_seen(planner, "sidebar_lock_button")


def test_while_it_is_stopped_no_key_opens_a_place(open_planner: OpenPlanner, fresh: Workspace) -> None:
    begin(fresh, SafetyQuestion.ORDER)
    planner = open_planner()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_5, Qt.Key.Key_Comma):
        press(planner, key, modifier=Qt.KeyboardModifier.ControlModifier)
        assert shown(planner) == "stop"


def test_while_it_is_stopped_help_a_copy_and_deleting_stay_open(open_planner: OpenPlanner, fresh: Workspace) -> None:
    begin(fresh, SafetyQuestion.FEAR)
    planner = open_planner()
    press_button(planner, "stop_help_button")
    assert shown(planner) == "support"
    assert places(planner) == []
    press_button(planner, "support_back_button")
    assert shown(planner) == "stop"
    for button, sheet in (("stop_export_button", "export_sheet"), ("stop_delete_button", "delete_sheet")):
        press_button(planner, button)
        opened = planner.window().findChild(SheetDialog, sheet)
        assert opened is not None
        assert opened.isVisible()
        opened.request_close()
        settle()


def test_an_answer_in_the_planner_stops_it_at_once_and_a_clear_no_opens_it_the_next_day(
    open_planner: OpenPlanner, fresh: Workspace, clock: MovedClock
) -> None:
    begin(fresh)
    planner = open_planner()
    assert shown(planner) == "today"
    planner.go(Destination("safety"))
    answer(planner, "safety", "control", "yes")
    press_button(planner, "safety_save_button")
    assert shown(planner) == "stop"
    assert not seen(planner, "stop_again_button").isEnabled()
    clock.forward(days=1)
    fresh.notice_the_day()
    press_button(planner, "stop_again_button")
    assert shown(planner) == "safety"
    press_button(planner, "safety_not_today_button")
    assert shown(planner) == "stop"
    press_button(planner, "stop_again_button")
    answer_all_no(planner, "safety")
    press_button(planner, "safety_save_button")
    assert shown(planner) == "today"
    assert places(planner) == PLACES_IN_THE_SIDEBAR


def test_undo_cannot_lift_a_stop(open_planner: OpenPlanner, fresh: Workspace) -> None:
    begin(fresh)
    planner = open_planner()
    planner.go(Destination("safety"))
    answer(planner, "safety", "fear", "yes")
    press_button(planner, "safety_save_button")
    press(planner, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    fresh.undo()
    assert shown(planner) == "stop"
    assert shown(open_planner()) == "stop"


# Ending, support, no contact


def test_while_something_is_hidden_charts_wait_and_the_track_stands_in_their_place(
    open_planner: OpenPlanner, fresh: Workspace
) -> None:
    begin(fresh, SafetyQuestion.STILL_HIDDEN)
    planner = open_planner()
    assert shown(planner) == "safety"
    assert is_seen(planner, "safety_ending_go_on_button")
    press_button(planner, "safety_ending_go_on_button")
    assert shown(planner) == "today"
    for place in ("recovery", "session", "their_voice", "commitment", "commitment_record", "letter", "letter_no"):
        planner.go(Destination(place))
        assert shown(planner) == "safety"
        assert is_seen(planner, "safety_ending_go_on_button")
    press_button(planner, "safety_session_button")
    assert shown(planner) == "dates"


def test_support_comes_first_on_each_day_and_never_stands_in_the_way(
    open_planner: OpenPlanner, fresh: Workspace, clock: MovedClock
) -> None:
    begin(fresh, SafetyQuestion.SELF_HARM)
    planner = open_planner()
    assert is_seen(planner, "safety_support_go_on_button")
    press_button(planner, "safety_support_go_on_button")
    assert shown(planner) == "today"
    assert shown(open_planner()) == "today", "once a day is enough"
    clock.forward(days=1)
    assert is_seen(open_planner(), "safety_support_go_on_button")


def test_a_wish_for_no_contact_keeps_the_planner_open_and_everything_indirect(
    open_planner: OpenPlanner, fresh: Workspace
) -> None:
    begin(fresh, SafetyQuestion.ASKED_NO_CONTACT)
    planner = open_planner()
    assert shown(planner) == "today"
    assert places(planner) == PLACES_IN_THE_SIDEBAR
    assert fresh.voice.contact is Contact.NONE
    planner.go(Destination("contact"))
    assert is_seen(planner, "contact_held_banner")


def test_the_questions_come_back_after_four_weeks_and_not_today_leads_on(
    open_planner: OpenPlanner, fresh: Workspace, clock: MovedClock
) -> None:
    begin(fresh)
    clock.forward(days=28)
    planner = open_planner()
    assert shown(planner) == "safety"
    press_button(planner, "safety_not_today_button")
    assert shown(planner) == "today"


# The first run


@pytest.mark.parametrize(
    "place",
    [*EVERY_PLACE, "safety", "stop", "export", "report", "first_look", "habits", "delete", "passphrase", "back"],
)
def test_the_first_run_cannot_be_walked_around(open_planner: OpenPlanner, place: str) -> None:
    planner = open_planner()
    assert shown(planner) == "first_run"
    planner.go(Destination(place))
    assert shown(planner) == "first_run"
    assert places(planner) == []


def test_help_is_there_in_the_first_run_and_leads_back_into_it(open_planner: OpenPlanner, fresh: Workspace) -> None:
    planner = open_planner()
    press_button(planner, "sidebar_help_button")
    assert shown(planner) == "support"
    assert places(planner) == []
    press_button(planner, "support_back_button")
    assert shown(planner) == "first_run"


def test_a_stop_in_the_first_run_holds_over_a_restart(
    open_planner: OpenPlanner, fresh: Workspace, clock: MovedClock
) -> None:
    fresh.do_quietly(plans.begin_first_run, "Sam", "Ana", Pronoun.SHE)
    fresh.do_quietly(plans.set_setting, "first_run", "safety")
    planner = open_planner()
    answer(planner, "first_run_safety", "child_at_risk", "yes")
    press_button(planner, "first_run_safety_on_button")
    assert shown(planner) == "stop"
    again = open_planner()
    assert shown(again) == "stop"
    clock.forward(days=1)
    fresh.notice_the_day()
    press_button(again, "stop_again_button")
    answer_all_no(again, "safety")
    press_button(again, "safety_save_button")
    assert shown(again) == "first_run"
    press_button(again, "first_run_contact_on_button")
    assert shown(again) == "today"


def test_the_first_run_ends_at_today_and_is_not_seen_again(open_planner: OpenPlanner, fresh: Workspace) -> None:
    fresh.do_quietly(plans.begin_first_run, "Sam", "Ana", Pronoun.SHE)
    fresh.do_quietly(plans.set_setting, "first_run", "safety")
    planner = open_planner()
    answer_all_no(planner, "first_run_safety", self_harm=SafetyAnswer.YES)
    press_button(planner, "first_run_safety_on_button")
    press_button(planner, "first_run_support_go_on_button")
    press_button(planner, "first_run_contact_on_button")
    assert shown(planner) == "today"
    assert places(planner) == PLACES_IN_THE_SIDEBAR
    screen = fresh.read(last_safety_screen)
    assert screen is not None
    assert screen.support
    assert shown(open_planner()) == "today", "support was put first today already"
    planner.go(Destination("first_run"))
    assert shown(planner) == "today"


# Back


def test_back_leads_to_the_place_one_came_from(open_planner: OpenPlanner, fresh: Workspace) -> None:
    begin(fresh)
    planner = open_planner()
    planner.go(Destination("settings"))
    planner.go(Destination("contact"))
    press_button(planner, "sidebar_help_button")
    press_button(planner, "support_back_button")
    assert shown(planner) == "contact"
    press_button(planner, "contact_back_button")
    assert shown(planner) == "settings"
    planner.go(Destination("names"))
    press_button(planner, "names_back_button")
    assert shown(planner) == "settings"
    press_button(planner, "settings_back_button")
    assert shown(planner) == "today"


def test_back_from_a_page_that_is_shown_after_a_lock_leads_out_of_it(
    open_planner: OpenPlanner, fresh: Workspace
) -> None:
    begin(fresh)
    planner = open_planner()
    planner.go(Destination("settings"))
    planner.save_typing()
    again = open_planner()
    assert shown(again) == "settings"
    press_button(again, "settings_back_button")
    assert shown(again) == "today"


def test_back_leads_to_the_last_place_of_the_sidebar_that_was_chosen(
    open_planner: OpenPlanner, fresh: Workspace
) -> None:
    begin(fresh)
    planner = open_planner()
    planner.go(Destination("settings"))
    press_button(planner, "sidebar_path_button")
    planner.go(Destination("settings"))
    planner.go(Destination("contact"))
    planner.go(Destination("settings"))
    press_button(planner, "settings_back_button")
    assert shown(planner) == "path"


@pytest.mark.parametrize(
    ("place", "marked"),
    [
        ("path", "path"),
        ("commitment", "amends"),
        ("wishes", "amends"),
        ("letter", "path"),
        ("dates", "recovery"),
        ("settings", ""),
        ("contact", ""),
    ],
)
def test_the_sidebar_marks_the_place_that_a_page_belongs_to(
    open_planner: OpenPlanner, fresh: Workspace, place: str, marked: str
) -> None:
    begin(fresh)
    planner = open_planner()
    planner.go(Destination(place))
    items = planner.findChildren(NavigationItem)
    assert [item.objectName() for item in items if item.isChecked()] == ([f"sidebar_{marked}_button"] if marked else [])


def test_what_is_put_first_leads_on_to_where_the_person_was(
    open_planner: OpenPlanner, fresh: Workspace, clock: MovedClock
) -> None:
    begin(fresh, SafetyQuestion.SELF_HARM)
    fresh.do_quietly(plans.set_setting, PUT_FIRST_ON, fresh.today.isoformat())
    planner = open_planner()
    planner.go(Destination("settings"))
    planner.save_typing()
    clock.forward(days=1)
    again = open_planner()
    assert shown(again) == "safety"
    press_button(again, "safety_support_go_on_button")
    assert shown(again) == "settings"
