"""The first run: every step saved at once, going on where it was broken off, and what each private answer changes."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
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
    seen_as,
    settle,
    words_on,
)
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.actions.runner import Runner
from trustplanner.content.kinds import CrossQuestion, suggestions
from trustplanner.domain.errors import Code
from trustplanner.domain.first_run import STEP
from trustplanner.domain.plans import (
    Contact,
    Plan,
    Pronoun,
    SafetyAnswer,
    SafetyQuestion,
    SafetyScreen,
    Share,
)
from trustplanner.storage.queries.contents import row_counts
from trustplanner.storage.queries.plans import draft, last_safety_screen, settings, the_plan
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.first_run_page import FirstRunPage

ShowPage = Callable[..., QWidget]
Open = Callable[[], FirstRunPage]
YES = SafetyAnswer.YES
LONG_NAME = "Anastasia-Philippa Wolkenstein-Hohenberg von der Weissenburg"


@pytest.fixture
def fresh(runner: Runner, theme: Theme, background: Background) -> Workspace:
    """A vault that was just made: no plan, nothing."""
    return Workspace(runner, shipped_words(), theme, background)


@pytest.fixture
def open_page(fresh: Workspace, show_page: ShowPage, tmp_path: Path) -> Open:
    """Open the first run; a second call is what a restart after a kill shows: only the vault is known."""

    def open_it() -> FirstRunPage:
        page = FirstRunPage(fresh, DeviceSettings(tmp_path / "settings.ini"))
        show_page(page)
        return page

    return open_it


def plan_in(vault: Vault) -> Plan:
    plan = vault.read(the_plan)
    assert plan is not None
    return plan


def screen_in(vault: Vault) -> SafetyScreen:
    screen = vault.read(last_safety_screen)
    assert screen is not None
    return screen


def type_names(page: FirstRunPage, own: str = "Sam", their: str = "Ana", counsellor: str = "") -> None:
    for name, words in (("own_name", own), ("their_name", their), ("counsellor", counsellor)):
        seen(page, f"first_run_{name}_field").setFocus()
        type_words(page, words)


def go_on(page: FirstRunPage, step: str) -> None:
    press_button(page, f"first_run_{step}_on_button")


def reach(page: FirstRunPage, step: str) -> None:
    """Walk to a step, giving no more than is needed."""
    type_names(page)
    for each in ("names", "kind", "cross"):
        if each == step:
            return
        go_on(page, each)
    if step == "contact":
        go_on(page, "safety")


# Names


def test_it_begins_with_the_names_and_says_where_it_stands(open_page: Open, fresh: Workspace) -> None:
    page = open_page()
    said = words_on(page)
    assert said[:2] == ["Step 1 of 5", fresh.catalogue.first_run().names.title]
    assert focus_in(page).objectName() == "first_run_own_name_field"
    assert not is_seen(page, "first_run_names_back_button")


def test_names_pronoun_and_counsellor_make_the_plan(open_page: Open, vault: Vault) -> None:
    page = open_page()
    type_names(page, "Sam", "Ana", "Ruth")
    click(seen(page, "first_run_pronoun_segment_she_button"))
    go_on(page, "names")
    plan = plan_in(vault)
    assert (plan.own_name, plan.their_name, plan.pronoun, plan.counsellor) == ("Sam", "Ana", Pronoun.SHE, "Ruth")
    assert plan.contact is Contact.LIMITED, "until something else is said there are limits"
    assert "Step 2 of 5" in words_on(page)


def test_without_both_names_nobody_goes_on_and_the_field_says_so(open_page: Open, vault: Vault) -> None:
    page = open_page()
    type_names(page, "Sam", "")
    go_on(page, "names")
    assert vault.read(the_plan) is None
    assert focus_in(page).objectName() == "first_run_their_name_field"
    assert shipped_words().error_sentence(Code.WORDS_MISSING) in words_on(page)
    type_words(page, "Ana")
    assert shipped_words().error_sentence(Code.WORDS_MISSING) not in words_on(page)
    go_on(page, "names")
    assert plan_in(vault).their_name == "Ana"


def test_a_name_too_long_to_be_shown_is_refused_at_its_field(open_page: Open, vault: Vault) -> None:
    page = open_page()
    type_names(page, "Sam", "A" * 61)
    go_on(page, "names")
    assert vault.read(the_plan) is None
    assert focus_in(page).objectName() == "first_run_their_name_field"


def test_a_kill_while_a_name_is_typed_loses_nothing(open_page: Open, vault: Vault, qtbot: QtBot) -> None:
    page = open_page()
    type_names(page, "Sam", "")
    qtbot.waitUntil(lambda: vault.read(draft, "first_run_names") is not None)
    again = open_page()
    assert seen_as(QLineEdit, again, "first_run_own_name_field").text() == "Sam"
    seen(again, "first_run_their_name_field").setFocus()
    type_words(again, "Ana")
    qtbot.waitUntil(lambda: vault.read(the_plan) is not None)
    assert vault.read(draft, "first_run_names") is None, "what is in the plan needs no draft"
    third = open_page()
    assert seen_as(QLineEdit, third, "first_run_their_name_field").text() == "Ana"


def test_a_name_that_is_emptied_again_is_kept_as_it_was_left(open_page: Open, vault: Vault, qtbot: QtBot) -> None:
    page = open_page()
    type_names(page)
    qtbot.waitUntil(lambda: vault.read(the_plan) is not None)
    field = seen_as(QLineEdit, page, "first_run_own_name_field")
    field.setFocus()
    field.selectAll()
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: vault.read(draft, "first_run_names") is not None)
    again = open_page()
    assert seen_as(QLineEdit, again, "first_run_own_name_field").text() == ""
    go_on(again, "names")
    assert is_seen(again, "first_run_names_on_button"), "still on the first step"


def test_saving_does_not_move_the_cursor_or_take_a_space_away(open_page: Open, vault: Vault, qtbot: QtBot) -> None:
    page = open_page()
    type_names(page)
    field = seen_as(QLineEdit, page, "first_run_their_name_field")
    field.setFocus()
    type_words(page, " ")
    qtbot.waitUntil(lambda: vault.read(the_plan) is not None)
    type_words(page, "M")
    assert field.text() == "Ana M"
    qtbot.waitUntil(lambda: plan_in(vault).their_name == "Ana M")


# What happened


def test_choosing_a_kind_shows_what_belongs_to_it_and_takes_nothing(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "kind")
    click(seen(page, "first_run_kind_group_segment_friend_button"))
    click(seen(page, "first_run_kind_friend_list_told_secret_button"))
    kind = shipped_words().kind("told_secret")
    assert kind is not None
    said = words_on(page)
    assert {kind.about, *kind.hurts, *kind.needs, *kind.watch} <= set(said)
    assert not any(words.startswith("I will ") for words in said), "they come again in Amends"
    press_button(page, "kind_suggestions_button")
    said = words_on(page)
    offered = [each.will.said_to(page.workspace.voice) for each in suggestions(kind, Contact.LIMITED)]
    assert [f"I will {will}." for will in offered] == [words for words in said if words.startswith("I will ")]
    assert plan_in(vault).kind == "told_secret"
    counts = vault.read(row_counts)
    assert (counts["commitments"], counts["harms"]) == (0, 0)


def test_all_eighteen_kinds_stand_in_four_groups_each_with_none_fits(open_page: Open) -> None:
    page = open_page()
    reach(page, "kind")
    shown = 0
    for group in ("partner", "family", "friend", "colleague"):
        click(seen(page, f"first_run_kind_group_segment_{group}_button"))
        rows = seen(page, f"first_run_kind_{group}_list").findChildren(QWidget)
        shown += len([row for row in rows if row.objectName().endswith("_button")]) - 1
        assert is_seen(page, f"first_run_kind_{group}_list_none_fits_button")
    assert shown == len(shipped_words().kinds()) == 18


def test_none_of_these_and_leaving_it_open_are_both_possible(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "kind")
    click(seen(page, "first_run_kind_partner_list_affair_button"))
    click(seen(page, "first_run_kind_partner_list_none_fits_button"))
    assert plan_in(vault).kind is None
    assert not any(words.startswith("I will ") for words in words_on(page))
    go_on(page, "kind")
    assert "Step 3 of 5" in words_on(page)


def test_a_kind_that_has_a_situation_of_its_own_says_what_comes_first(open_page: Open) -> None:
    page = open_page()
    reach(page, "kind")
    click(seen(page, "first_run_kind_partner_list_watching_button"))
    kind = shipped_words().kind("watching")
    assert kind is not None
    assert kind.stop is not None
    assert kind.stop.said_to(page.workspace.voice) in words_on(page)


# The four short questions


def test_the_short_questions_are_kept_at_once_and_a_yes_says_what_it_means(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "cross")
    words = shipped_words().cross_questions().questions
    answer(page, "first_run_cross", "hidden", "yes")
    answer(page, "first_run_cross", "others", "yes")
    answer(page, "first_run_cross", "pattern", "no")
    plan = plan_in(vault)
    assert (plan.hidden, plan.others, plan.pattern, plan.danger) == (Share.YES, Share.YES, Share.NO, None)
    said = words_on(page)
    assert words[CrossQuestion.HIDDEN].if_yes.said_to(page.workspace.voice) in said
    assert words[CrossQuestion.OTHERS].if_yes.said_to(page.workspace.voice) in said
    assert words[CrossQuestion.PATTERN].if_yes.said_to(page.workspace.voice) not in said
    answer(page, "first_run_cross", "hidden", "left_open")
    assert plan_in(vault).hidden is None
    assert words[CrossQuestion.HIDDEN].if_yes.said_to(page.workspace.voice) not in words_on(page)


def test_the_kind_stays_when_the_short_questions_are_answered(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "kind")
    click(seen(page, "first_run_kind_partner_list_small_lies_button"))
    go_on(page, "kind")
    answer(page, "first_run_cross", "danger", "no")
    assert (plan_in(vault).kind, plan_in(vault).danger) == ("small_lies", Share.NO)


# The private questions


def test_answers_are_not_kept_unless_it_is_wished(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "safety")
    answer(page, "first_run_safety", "self_harm", "no")
    answer(page, "first_run_safety", "child_involved", "yes")
    go_on(page, "safety")
    screen = screen_in(vault)
    assert screen.answers == ""
    on = (screen.stop, screen.indirect, screen.ending, screen.support)
    assert on == (False,) * 4, "a child involved switches nothing"


def test_answers_are_kept_by_consent_which_is_off_at_first(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "safety")
    answer_all_no(page, "first_run_safety")
    keep_answers(page, "first_run_safety")
    go_on(page, "safety")
    assert set(screen_in(vault).answers.splitlines()) >= {"fear=no", "self_harm=no"}
    press_button(page, "first_run_contact_back_button")
    switch = seen_as(QWidget, page, "first_run_safety_keep_switch")
    assert not switch.property("checked"), "asked anew each time"


def test_no_answer_is_written_anywhere_before_going_on(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "safety")
    before = vault.read(settings)
    answer(page, "first_run_safety", "fear", "yes")
    page.save_typing()
    assert vault.read(last_safety_screen) is None
    assert vault.read(settings) == before
    assert vault.read(draft, "first_run_names") is None
    again = open_page()
    assert is_seen(again, "first_run_safety_on_button"), "it goes on at the questions"
    again.workspace.do_quietly(plans.answer_safety, {}, keep_answers=False)
    assert not screen_in(vault).stop, "what was chosen before the kill is gone"


@pytest.mark.parametrize("question", ["fear", "force", "control", "order", "child_at_risk"])
def test_a_stopping_answer_leads_to_the_stop_page_at_once(open_page: Open, vault: Vault, question: str) -> None:
    page = open_page()
    led = Led(page)
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", **{question: YES})
    go_on(page, "safety")
    assert led.to == [Destination("stop")]
    assert screen_in(vault).stop


@pytest.mark.parametrize("question", ["still_going_on", "still_hidden"])
def test_what_still_goes_on_or_is_hidden_leads_to_the_ending_track(
    open_page: Open, vault: Vault, question: str
) -> None:
    page = open_page()
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", **{question: YES})
    go_on(page, "safety")
    ending = shipped_words().safety().ending
    said = words_on(page)
    assert ending.title in said
    assert [step.title for step in ending.steps] == [
        words for words in said if words in [s.title for s in ending.steps]
    ]
    assert {step.words.said_to(page.workspace.voice) for step in ending.steps} <= set(said)
    again = open_page()
    assert ending.title in words_on(again), "and is there again after a restart"
    press_button(again, "first_run_ending_go_on_button")
    assert "Step 5 of 5" in words_on(again)


def test_thoughts_of_suicide_lead_to_people_first_and_from_there_on(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", self_harm=YES, still_hidden=YES)
    go_on(page, "safety")
    words = shipped_words().safety()
    assert words.support_first.title in words_on(page)
    assert is_seen(page, "first_run_support_country_combo")
    press_button(page, "first_run_support_go_on_button")
    assert words.ending.title in words_on(page)
    press_button(page, "first_run_ending_go_on_button")
    assert "Step 5 of 5" in words_on(page)


def test_a_wish_for_no_contact_takes_the_place_of_the_contact_question(open_page: Open, vault: Vault) -> None:
    page = open_page()
    led = Led(page)
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", asked_no_contact=YES)
    go_on(page, "safety")
    indirect = shipped_words().safety().indirect
    assert page.workspace.voice.contact is Contact.NONE
    said = words_on(page)
    assert indirect.title in said
    assert {words.said_to(page.workspace.voice) for words in indirect.paragraphs} <= set(said)
    assert not is_seen(page, "first_run_contact_state_list")
    go_on(page, "contact")
    assert led.to == [Destination("today")]


def test_going_back_after_the_questions_shows_them_empty_and_changes_nothing(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", still_hidden=YES)
    go_on(page, "safety")
    written = screen_in(vault)
    press_button(page, "first_run_ending_back_button")
    assert shipped_words().safety().lifting.add_only in words_on(page)
    go_on(page, "safety")
    assert screen_in(vault) == written, "nothing was answered, so nothing was written"
    press_button(page, "first_run_ending_back_button")
    answer_all_no(page, "first_run_safety")
    go_on(page, "safety")
    assert screen_in(vault).ending, "a switch is not lifted on the same day"


# Contact


def test_contact_is_recorded_as_it_is_chosen(open_page: Open, vault: Vault, qtbot: QtBot) -> None:
    page = open_page()
    reach(page, "contact")
    assert plan_in(vault).contact is Contact.LIMITED
    click(seen(page, "first_run_contact_state_list_none_button"))
    assert (plan_in(vault).contact, plan_in(vault).contact_until) == (Contact.NONE, None)
    click(seen(page, "first_run_contact_span_segment_day_button"))
    assert plan_in(vault).contact_until == date(2026, 6, 1)
    seen(page, "first_run_contact_note_field").setFocus()
    type_words(page, "Not before June.")
    qtbot.waitUntil(lambda: plan_in(vault).contact_note == "Not before June.")
    again = open_page()
    assert seen_as(QTextEdit, again, "first_run_contact_note_field").toPlainText() == "Not before June."
    click(seen(again, "first_run_contact_state_list_open_button"))
    assert (plan_in(vault).contact, plan_in(vault).contact_until) == (Contact.OPEN, None)
    assert not is_seen(again, "first_run_contact_span_segment")


def test_in_the_end_today_is_shown_and_the_first_run_is_over(open_page: Open, vault: Vault) -> None:
    page = open_page()
    led = Led(page)
    reach(page, "contact")
    go_on(page, "contact")
    assert led.to == [Destination("today")]
    assert vault.read(settings)[STEP] == "over"


# Going on after a kill, and back


@pytest.mark.parametrize("step", ["kind", "cross", "safety", "contact"])
def test_after_a_restart_it_goes_on_at_the_right_step(open_page: Open, step: str) -> None:
    reach(open_page(), step)
    again = open_page()
    assert is_seen(again, f"first_run_{step}_on_button")
    assert f"Step {['names', 'kind', 'cross', 'safety', 'contact'].index(step) + 1} of 5" in words_on(again)


def test_back_leads_to_what_was_given_before(open_page: Open) -> None:
    page = open_page()
    reach(page, "cross")
    answer(page, "first_run_cross", "danger", "yes")
    press_button(page, "first_run_cross_back_button")
    press_button(page, "first_run_kind_back_button")
    assert seen_as(QLineEdit, page, "first_run_own_name_field").text() == "Sam"
    go_on(page, "names")
    go_on(page, "kind")
    assert shipped_words().cross_questions().questions[CrossQuestion.DANGER].if_yes.said_to(
        page.workspace.voice
    ) in words_on(page)


def test_a_stop_is_not_lost_by_a_restart_and_the_first_run_goes_on_once_it_is_lifted(
    open_page: Open, vault: Vault, clock: MovedClock
) -> None:
    page = open_page()
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", fear=YES)
    go_on(page, "safety")
    clock.forward(days=1)
    no = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    page.workspace.do_quietly(plans.answer_safety, no, keep_answers=False)
    assert not screen_in(vault).stop
    assert "Step 5 of 5" in words_on(open_page())


def test_nothing_of_the_first_run_can_be_undone_by_a_key(open_page: Open, vault: Vault) -> None:
    page = open_page()
    reach(page, "safety")
    answer_all_no(page, "first_run_safety", asked_no_contact=YES)
    go_on(page, "safety")
    page.workspace.undo()
    assert screen_in(vault).indirect
    assert page.workspace.next_undo is None


# By keyboard alone


def test_the_whole_first_run_by_keyboard(open_page: Open, vault: Vault) -> None:
    page = open_page()
    led = Led(page)
    tab, shift, control = Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    type_words(page, "Sam")
    press(page, tab)
    type_words(page, "Ana")
    press(page, tab, Qt.Key.Key_Left, Qt.Key.Key_Left)  # they, he, she
    press(page, tab)
    type_words(page, "Ruth")
    press(page, Qt.Key.Key_Return)
    assert plan_in(vault).pronoun is Pronoun.SHE
    press(page, Qt.Key.Key_Right, tab, Qt.Key.Key_Space)  # from Partner to Family, and its first kind
    assert plan_in(vault).kind == "hidden_drinking"
    press(page, Qt.Key.Key_Return, modifier=control)
    press(page, Qt.Key.Key_Space, tab, Qt.Key.Key_Space)  # yes, and yes
    assert (plan_in(vault).pattern, plan_in(vault).hidden) == (Share.YES, Share.YES)
    press(page, Qt.Key.Key_Return, modifier=control)
    press(page, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
    assert not screen_in(vault).stop
    press(page, Qt.Key.Key_1)
    assert plan_in(vault).contact is Contact.OPEN
    press(page, tab, tab)
    press(page, tab, modifier=shift)
    press(page, Qt.Key.Key_Return, modifier=control)
    assert led.to == [Destination("today")]


@pytest.mark.parametrize("step", ["names", "kind", "cross", "safety", "contact"])
def test_everything_that_can_be_used_has_a_name(open_page: Open, step: str) -> None:
    page = open_page()
    reach(page, step)
    assert [control for control in controls_on(page) if not (control.accessibleName() and control.objectName())] == []


@pytest.mark.parametrize("step", ["names", "kind", "cross", "safety", "contact"])
@pytest.mark.parametrize(("width", "height", "scale"), [(900, 600, 1.0), (900, 600, 2.0)])
def test_nothing_is_cut(
    open_page: Open,
    fresh: Workspace,
    show_page: ShowPage,
    theme: Theme,
    applied_theme: Theme,
    step: str,
    width: int,
    height: int,
    scale: float,
) -> None:
    fresh.do_quietly(plans.begin_first_run, "\u05d3\u05e0\u05d9 \U0001f343", LONG_NAME, Pronoun.THEY, "R" * 60)
    fresh.do_quietly(plans.choose_kind, "hidden_money", *[Share.YES] * 4)
    fresh.do_quietly(plans.set_contact, Contact.NONE, date(2026, 6, 1), "No")
    if step == "contact":
        fresh.do_quietly(plans.answer_safety, {}, keep_answers=False)
    fresh.do_quietly(plans.set_setting, STEP, step)
    page = open_page()
    theme.set_text_scale(scale)
    show_page(page, width=width - 100, height=height)
    settle()
    assert cut_widgets(page) == []


def test_a_draft_of_another_shape_is_as_if_nothing_was_typed(open_page: Open, fresh: Workspace) -> None:
    for body in ("[]", "{", json.dumps({"own_name": "Sam"})):
        fresh.do_quietly(plans.keep_draft, "first_run_names", body)
        assert seen_as(QLineEdit, open_page(), "first_run_own_name_field").text() == ""


@pytest.mark.parametrize("step", ["names", "kind", "cross", "safety", "contact"])
def test_the_ways_on_and_back_are_seen_however_long_a_step_is(
    open_page: Open, show_page: ShowPage, applied_theme: Theme, step: str
) -> None:
    page = open_page()
    reach(page, step)
    if step == "kind":
        click(seen(page, "first_run_kind_partner_list_affair_button"))
    show_page(page, width=800, height=600)
    settle()
    for way in ("on",) if step == "names" else ("on", "back"):
        button = seen(page, f"first_run_{step}_{way}_button")
        assert button.visibleRegion().boundingRect() == button.rect(), way
