"""The private questions again: what each answer changes, how a switch is lifted, and what is put first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.moved_clock import MovedClock
from tests.ui.person import click, press
from tests.ui.screens.entry_person import (
    Led,
    answer,
    answer_all_no,
    controls_on,
    cut_widgets,
    is_seen,
    keep_answers,
    press_button,
    seen,
    words_on,
)
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.domain.first_run import PUT_FIRST_ON
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion, SafetyScreen
from trustplanner.storage.queries.plans import last_safety_screen, safety_screens, settings
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.opening_place import ENDING, PUT_FIRST
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.safety_page import SafetyPage

ShowPage = Callable[..., QWidget]
YES = SafetyAnswer.YES
WORDS = shipped_words().safety()
ALL_NO = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)


@pytest.fixture
def safety(workspace: Workspace, show_page: ShowPage, tmp_path: Path) -> SafetyPage:
    page = SafetyPage(workspace, DeviceSettings(tmp_path / "settings.ini"))
    show_page(page)
    return page


def screen_in(vault: Vault) -> SafetyScreen:
    screen = vault.read(last_safety_screen)
    assert screen is not None
    return screen


def answered(workspace: Workspace, *questions: SafetyQuestion, keep: bool = False) -> None:
    given = ALL_NO | dict.fromkeys(questions, YES)
    workspace.do_quietly(plans.answer_safety, given, keep_answers=keep)


# What each answer changes


def test_with_nothing_answered_yes_it_leads_back(safety: SafetyPage, vault: Vault) -> None:
    led = Led(safety)
    answer_all_no(safety, "safety")
    press_button(safety, "safety_save_button")
    assert led.to == [Destination("back")]
    screen = screen_in(vault)
    assert (screen.stop, screen.indirect, screen.ending, screen.support) == (False,) * 4
    assert screen.answers == ""


def test_the_key_of_the_first_run_goes_on_here_too(safety: SafetyPage, vault: Vault) -> None:
    led = Led(safety)
    answer_all_no(safety, "safety")
    answer(safety, "safety", SafetyQuestion.SELF_HARM, YES)
    press(safety, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert screen_in(vault).support
    assert (led.to, is_seen(safety, "safety_support_go_on_button")) == ([], True)
    press(safety, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert led.to == [Destination("back")]


@pytest.mark.parametrize("question", ["fear", "force", "control", "order", "child_at_risk"])
def test_a_stopping_answer_leads_to_the_stop_page(safety: SafetyPage, vault: Vault, question: str) -> None:
    led = Led(safety)
    answer(safety, "safety", question, YES)
    press_button(safety, "safety_save_button")
    assert led.to == [Destination("stop")]
    assert screen_in(vault).stop


def test_thoughts_of_suicide_show_people_first_then_the_ending_track_then_the_planner(
    safety: SafetyPage, vault: Vault
) -> None:
    led = Led(safety)
    answer(safety, "safety", "self_harm", YES)
    answer(safety, "safety", "still_going_on", YES)
    press_button(safety, "safety_save_button")
    assert WORDS.support_first.title in words_on(safety)
    assert is_seen(safety, "safety_support_country_combo")
    press_button(safety, "safety_support_go_on_button")
    assert WORDS.ending.title in words_on(safety)
    assert led.to == []
    press_button(safety, "safety_ending_go_on_button")
    assert led.to == [Destination("back")]
    assert vault.read(settings)[PUT_FIRST_ON] == "2026-05-04"


def test_the_ending_track_leads_to_an_appointment(safety: SafetyPage) -> None:
    led = Led(safety)
    answer(safety, "safety", "still_hidden", YES)
    press_button(safety, "safety_save_button")
    press_button(safety, "safety_session_button")
    assert led.to == [Destination("dates", "session:")]


def test_a_wish_for_no_contact_holds_everywhere_at_once(safety: SafetyPage, workspace: Workspace) -> None:
    assert workspace.voice.contact.value == "open"
    answer(safety, "safety", "asked_no_contact", YES)
    press_button(safety, "safety_save_button")
    assert workspace.voice.contact.value == "none"


def test_not_today_leads_on_and_writes_nothing(safety: SafetyPage, vault: Vault) -> None:
    led = Led(safety)
    answer(safety, "safety", "fear", YES)
    press_button(safety, "safety_not_today_button")
    assert led.to == [Destination("back")]
    assert vault.read(last_safety_screen) is None


def test_neither_way_out_weighs_more(safety: SafetyPage) -> None:
    kinds = {button.kind for button in safety.findChildren(Button)}
    assert Kind.PRIMARY not in kinds
    assert {button.kind for button in safety.findChildren(Button) if button.objectName().endswith("_button")} >= {
        Kind.NORMAL
    }


# Lifting


def test_a_switch_is_not_lifted_on_the_day_it_was_set_and_the_page_says_so(
    safety: SafetyPage, workspace: Workspace, vault: Vault
) -> None:
    answered(workspace, SafetyQuestion.STILL_HIDDEN)
    said = words_on(safety)
    assert {WORDS.lifting.lead, WORDS.lifting.note, WORDS.lifting.add_only} <= set(said)
    answer_all_no(safety, "safety")
    press_button(safety, "safety_save_button")
    assert screen_in(vault).ending


def test_from_the_next_day_on_a_clear_no_lifts_it_after_the_page_named_a_person_to_talk_to(
    safety: SafetyPage, workspace: Workspace, vault: Vault, clock: MovedClock
) -> None:
    answered(workspace, SafetyQuestion.STILL_HIDDEN)
    clock.forward(days=1)
    workspace.notice_the_day()
    said = words_on(safety)
    assert WORDS.lifting.note in said
    assert WORDS.lifting.add_only not in said
    led = Led(safety)
    answer_all_no(safety, "safety")
    press_button(safety, "safety_save_button")
    assert not screen_in(vault).ending
    assert led.to == [Destination("back")]


def test_saving_with_everything_left_open_lifts_nothing(
    safety: SafetyPage, workspace: Workspace, vault: Vault, clock: MovedClock
) -> None:
    answered(workspace, SafetyQuestion.FEAR)
    clock.forward(days=1)
    press_button(safety, "safety_save_button")
    assert screen_in(vault).stop


def test_no_answer_can_be_undone_by_a_key(safety: SafetyPage, workspace: Workspace, vault: Vault) -> None:
    answer(safety, "safety", "fear", YES)
    press_button(safety, "safety_save_button")
    assert workspace.next_undo is None
    workspace.undo()
    assert screen_in(vault).stop


def test_nothing_is_said_of_lifting_while_nothing_is_switched_on(safety: SafetyPage) -> None:
    assert WORDS.lifting.note not in words_on(safety)


# What is kept


def test_what_was_chosen_but_not_saved_is_gone_when_the_page_is_left(safety: SafetyPage, vault: Vault) -> None:
    answer(safety, "safety", "fear", YES)
    keep_answers(safety, "safety")
    safety.save_typing()
    press_button(safety, "safety_save_button")
    screen = screen_in(vault)
    assert (screen.stop, screen.answers) == (False, "")


def test_kept_answers_can_be_read_again_and_forgotten_and_brought_back(
    safety: SafetyPage, workspace: Workspace, vault: Vault
) -> None:
    answer_all_no(safety, "safety", child_involved=YES, order=SafetyAnswer.LEFT_OPEN)
    keep_answers(safety, "safety")
    press_button(safety, "safety_save_button")
    safety.show_detail("")
    assert not any(words.endswith(" Yes.") for words in words_on(safety)), "folded up until it is asked for"
    press_button(safety, "safety_kept_show_button")
    read = [words for words in words_on(safety) if words.endswith((" Yes.", " No.", " Left open."))]
    assert len(read) == 10
    child = WORDS.questions[SafetyQuestion.CHILD_INVOLVED].question.said_to(workspace.voice)
    assert f"{child} Yes." in read
    press_button(safety, "safety_kept_forget_button")
    assert [screen.answers for screen in vault.read(safety_screens)] == [""]
    assert not is_seen(safety, "safety_kept_show_button")
    workspace.undo()
    assert is_seen(safety, "safety_kept_show_button")


def test_without_consent_there_is_nothing_to_read(safety: SafetyPage, workspace: Workspace) -> None:
    answered(workspace, SafetyQuestion.CHILD_INVOLVED)
    assert not is_seen(safety, "safety_kept_show_button")


# What is put first


def test_what_the_switches_put_first_is_shown_when_asked_for(
    safety: SafetyPage, workspace: Workspace, vault: Vault
) -> None:
    answered(workspace, SafetyQuestion.SELF_HARM)
    safety.show_detail(PUT_FIRST)
    assert WORDS.support_first.title in words_on(safety)
    assert vault.read(settings)[PUT_FIRST_ON] == "2026-05-04"
    led = Led(safety)
    press_button(safety, "safety_support_go_on_button")
    assert led.to == [Destination("back")]


@pytest.mark.parametrize("detail", [PUT_FIRST, ENDING, ""])
def test_with_nothing_switched_on_there_are_only_the_questions(safety: SafetyPage, detail: str) -> None:
    safety.show_detail(detail)
    assert WORDS.title in words_on(safety)


def test_the_ending_track_can_be_asked_for_alone(safety: SafetyPage, workspace: Workspace) -> None:
    answered(workspace, SafetyQuestion.STILL_HIDDEN, SafetyQuestion.SELF_HARM)
    safety.show_detail(ENDING)
    assert WORDS.ending.title in words_on(safety)


# Names, keyboard, room


def test_it_speaks_of_the_person_by_name_and_pronoun_after_a_change(safety: SafetyPage, workspace: Workspace) -> None:
    workspace.do("", plans.begin, "Sam", "Kim", Pronoun.THEY)
    said = words_on(safety)
    for words in WORDS.questions.values():
        assert words.question.said_to(workspace.voice) in said
    assert not any("Ana" in words for words in said)


def test_it_can_be_answered_by_keyboard(safety: SafetyPage, vault: Vault) -> None:
    led = Led(safety)
    safety.setFocus()
    for _ in SafetyQuestion:
        press(safety, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Tab)  # yes, then no
    press(safety, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert led.to == [Destination("back")]
    assert set(screen_in(vault).answers.splitlines()) == {f"{question}=no" for question in SafetyQuestion}


@pytest.mark.parametrize("detail", ["", PUT_FIRST, ENDING])
@pytest.mark.parametrize(("width", "height", "scale"), [(800, 600, 1.0), (800, 600, 2.0)])
def test_nothing_is_cut_and_everything_has_a_name(
    workspace: Workspace,
    show_page: ShowPage,
    theme: Theme,
    applied_theme: Theme,
    tmp_path: Path,
    detail: str,
    width: int,
    height: int,
    scale: float,
) -> None:
    answered(workspace, SafetyQuestion.SELF_HARM, SafetyQuestion.STILL_HIDDEN, keep=True)
    if detail == ENDING:
        workspace.do("", plans.begin, "Sam", "N" * 60, Pronoun.THEY, "C" * 60)
    page = SafetyPage(workspace, DeviceSettings(tmp_path / "other.ini"))
    page.show_detail(detail)
    theme.set_text_scale(scale)
    show_page(page, width=width, height=height)
    if not detail:
        click(seen(page, "safety_kept_show_button"))
    assert cut_widgets(page) == []
    assert [control for control in controls_on(page) if not (control.accessibleName() and control.objectName())] == []
