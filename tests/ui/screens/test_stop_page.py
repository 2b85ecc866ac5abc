"""Instead of the planner: help, a copy, deleting, answering again from the next day on, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.moved_clock import MovedClock
from tests.ui.screens.entry_person import Led, controls_on, cut_widgets, is_seen, press_button, seen, settle, words_on
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.domain.plans import STOPPING, SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.stop_page import StopPage

ShowPage = Callable[..., QWidget]
Stop = Callable[..., StopPage]
WORDS = shipped_words().safety()


@pytest.fixture
def stop_by(workspace: Workspace, show_page: ShowPage, tmp_path: Path) -> Stop:
    """Answer yes to these questions and show the page."""

    def stop(*questions: SafetyQuestion, width: int = 1000) -> StopPage:
        workspace.do_quietly(plans.answer_safety, dict.fromkeys(questions, SafetyAnswer.YES), keep_answers=True)
        page = StopPage(workspace, DeviceSettings(tmp_path / "settings.ini"))
        show_page(page, width=width)
        return page

    return stop


def test_it_never_says_which_answer_stopped_it(stop_by: Stop) -> None:
    said = {tuple(words_on(stop_by(question))) for question in sorted(STOPPING)}
    assert len(said) == 1


def test_it_says_what_is_closed_and_who_can_help(stop_by: Stop, workspace: Workspace) -> None:
    page = stop_by(SafetyQuestion.FEAR)
    said = words_on(page)
    assert {words.said_to(workspace.voice) for words in WORDS.stop.paragraphs} <= set(said)
    assert {WORDS.stop.help_title, WORDS.stop.still_here_title} <= set(said)
    assert is_seen(page, "stop_country_combo")


@pytest.mark.parametrize(
    ("button", "place"),
    [("stop_help_button", "support"), ("stop_export_button", "export"), ("stop_delete_button", "delete")],
)
def test_what_stays_open_is_one_press_away(stop_by: Stop, button: str, place: str) -> None:
    page = stop_by(SafetyQuestion.FEAR)
    led = Led(page)
    press_button(page, button)
    assert led.to == [Destination(place)]


def test_nothing_else_can_be_pressed_and_nothing_weighs_more(stop_by: Stop) -> None:
    page = stop_by(SafetyQuestion.FEAR)
    buttons = page.findChildren(Button)
    assert {button.objectName() for button in buttons} == {
        "stop_help_button",
        "stop_export_button",
        "stop_delete_button",
        "stop_again_button",
    }
    assert {button.kind for button in buttons} == {Kind.NORMAL}


def test_the_questions_can_be_answered_again_from_the_next_day_on(
    stop_by: Stop, workspace: Workspace, clock: MovedClock
) -> None:
    page = stop_by(SafetyQuestion.FEAR)
    led = Led(page)
    assert not seen(page, "stop_again_button").isEnabled()
    assert {WORDS.lifting.too_soon, WORDS.lifting.note} <= set(words_on(page))
    clock.forward(days=1)
    workspace.notice_the_day()
    assert WORDS.lifting.too_soon not in words_on(page)
    press_button(page, "stop_again_button")
    assert led.to == [Destination("safety")]


def test_support_comes_first_where_it_is_needed_too(stop_by: Stop, workspace: Workspace) -> None:
    first = WORDS.support_first.paragraphs[0].said_to(workspace.voice)
    assert first not in words_on(stop_by(SafetyQuestion.FEAR))
    page = stop_by(SafetyQuestion.FEAR, SafetyQuestion.SELF_HARM)
    said = words_on(page)
    assert said.index(first) < said.index(WORDS.stop.paragraphs[0].said_to(workspace.voice))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_everything_has_a_name(
    stop_by: Stop, theme: Theme, applied_theme: Theme, scale: float
) -> None:
    theme.set_text_scale(scale)
    page = stop_by(SafetyQuestion.FEAR, SafetyQuestion.SELF_HARM, width=800)
    assert cut_widgets(page) == []
    assert [control for control in controls_on(page) if not (control.accessibleName() and control.objectName())] == []


@pytest.mark.parametrize(("width", "height"), [(1000, 800), (800, 600)])
def test_the_emergency_number_is_seen_without_scrolling(
    stop_by: Stop, applied_theme: Theme, show_page: ShowPage, width: int, height: int
) -> None:
    page = stop_by(SafetyQuestion.FEAR)
    show_page(page, width=width, height=height)
    settle()
    number = next(field for field in page.findChildren(QLineEdit, "stop_number_field") if field.isVisible())
    assert number.visibleRegion().boundingRect() == number.rect()


def test_what_stays_open_is_said_once_by_the_buttons(stop_by: Stop) -> None:
    page = stop_by(SafetyQuestion.FEAR)
    said = words_on(page)
    after = said[said.index(WORDS.stop.still_here_title) + 1]
    assert after == WORDS.lifting.title, "between the heading and the next there are only the buttons"
