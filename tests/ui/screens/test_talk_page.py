"""One talk, as a person plans it, says what became of it, and writes the note afterwards."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from tests.builders import MONDAY, on
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import (
    Led,
    cut_widgets,
    everything_said_on,
    is_seen,
    press_button,
    seen,
    seen_as,
    settle,
    words_on,
)
from trustplanner.actions import plans
from trustplanner.actions.conversations import TalkPlan, plan_talk, set_talk_state
from trustplanner.actions.talk_notes import add_agreement, add_talk_line
from trustplanner.actions.wishes import WishWords, add_wish
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.conversations import agreements, talk_lines, talks
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.choice_fields import DateField, TimeField
from trustplanner.ui.kit.number_field import NumberField
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.talk_page import TalkPage

ShowPage = Callable[..., QWidget]
LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrin"
CALM = "Half an hour about May, on a day you choose, or not at all"


@pytest.fixture
def page(workspace: Workspace, show_page: ShowPage) -> TalkPage:
    return opened(workspace, show_page)


def opened(workspace: Workspace, show_page: ShowPage, talk: Talk | None = None, **size: int) -> TalkPage:
    page = TalkPage(workspace)
    page.show_detail("" if talk is None else talk.id)
    show_page(page, **size)
    page.setFocus()
    return page


def held(workspace: Workspace) -> Talk:
    talk = workspace.do("", plan_talk, TalkPlan(CALM, day=on("05-02"))).result
    return workspace.do("", set_talk_state, talk.id, TalkState.HELD).result


def the_talk(workspace: Workspace) -> Talk:
    [talk] = workspace.read(talks)
    return talk


def write_in(page: TalkPage, name: str, words: str) -> None:
    seen(page, name).setFocus()
    type_words(page, words)


# --- the plan


def test_a_talk_is_written_down_with_the_first_words_and_everything_else_after_it(
    page: TalkPage, workspace: Workspace
) -> None:
    assert workspace.read(talks) == ()
    assert not is_seen(page, "talk_state_segment")
    type_words(page, CALM)
    write_in(page, "talk_stop_signs_field", "A raised voice")
    write_in(page, "talk_tempted_field", "That I paid it back")
    click(seen(page, "talk_limit_switch"))
    click(seen(page, "talk_day_switch"))
    click(seen(page, "talk_time_switch"))
    page.save_typing()
    talk = the_talk(workspace)
    assert (talk.invitation, talk.stop_signs, talk.tempted) == (CALM, "A raised voice", "That I paid it back")
    assert (talk.minutes, talk.day, talk.at_minute) == (30, MONDAY, 19 * 60)
    assert page.detail() == talk.id
    assert is_seen(page, "talk_state_segment")


def test_day_time_and_limit_are_shown_and_changed(workspace: Workspace, show_page: ShowPage) -> None:
    talk = workspace.do("", plan_talk, TalkPlan(CALM, "", "", on("05-21"), 600, 45)).result
    page = opened(workspace, show_page, talk)
    assert seen_as(DateField, page, "talk_day_field").day() == date(2026, 5, 21)
    assert seen_as(TimeField, page, "talk_time_field").moment().hour == 10
    limit = seen_as(NumberField, page, "talk_limit_field")
    limit.setFocus()
    limit.selectAll()
    type_words(limit, "20")
    press(limit, Qt.Key.Key_Tab)
    click(seen(page, "talk_day_switch"))
    talk = the_talk(workspace)
    assert (talk.minutes, talk.day, talk.at_minute) == (20, None, None)


def test_one_visit_is_one_step_to_undo(workspace: Workspace, show_page: ShowPage) -> None:
    page = opened(workspace, show_page, workspace.do("", plan_talk, TalkPlan("Half an hour")).result)
    seen_as(WritingField, page, "talk_invitation_field").moveCursor(
        seen_as(WritingField, page, "talk_invitation_field").textCursor().MoveOperation.End
    )
    type_words(page, ", or not")
    seen(page, "talk_tempted_field").setFocus()
    assert the_talk(workspace).invitation == "Half an hour, or not"
    workspace.undo()
    assert the_talk(workspace).invitation == "Half an hour"
    assert seen_as(WritingField, page, "talk_invitation_field").toPlainText() == "Half an hour"


def test_an_invitation_that_presses_is_asked_about_and_never_stopped(page: TalkPage, workspace: Workspace) -> None:
    type_words(page, "We could talk tonight")
    assert "“tonight” sets a time. Is there room for her own?" in words_on(page)
    page.save_typing()
    assert the_talk(workspace).invitation == "We could talk tonight"
    field = seen_as(WritingField, page, "talk_invitation_field")
    field.selectAll()
    type_words(page, CALM)
    assert "A question, not a correction" not in words_on(page)


def test_a_threat_leads_to_people_to_talk_to(page: TalkPage) -> None:
    assert not is_seen(page, "talk_threat_help_button")
    type_words(page, "If you don't come I will tell everyone")
    led = Led(page)
    press_button(page, "talk_threat_help_button")
    assert led.to == [Destination("support")]


def test_the_examples_come_after_a_few_words(page: TalkPage) -> None:
    assert "A strong example" not in words_on(page)
    type_words(page, "Half an hour about May")
    assert {"A strong example", "A weak example"} <= set(words_on(page))


def test_within_limits_they_are_quoted_first_and_a_plan_that_touches_one_is_asked_about(
    workspace: Workspace, show_page: ShowPage
) -> None:
    workspace.do("", plans.set_contact, Contact.LIMITED, None, "Only in writing")
    workspace.do("", add_wish, WishKind.NOT_WANTED, WishWords("Leave my mother out of it", "mother"))
    page = opened(workspace, show_page)
    type_words(page, "Half an hour about your mother, or not")
    said = words_on(page)
    assert said.index("“Only in writing”") < said.index("The invitation")
    assert any(words.startswith("This touches what Ana does not want") for words in said)


# --- what became of it


@pytest.mark.parametrize("state", [TalkState.DECLINED, TalkState.DROPPED, TalkState.HELD])
def test_what_became_of_it_is_one_click_and_can_be_undone(
    workspace: Workspace, show_page: ShowPage, state: TalkState
) -> None:
    page = opened(workspace, show_page, workspace.do("", plan_talk, TalkPlan(CALM)).result)
    click(seen(page, f"talk_state_segment_{state}_button"))
    assert the_talk(workspace).state is state
    workspace.undo()
    assert the_talk(workspace).state is TalkState.PLANNED


def test_a_no_asks_for_no_reason(workspace: Workspace, show_page: ShowPage) -> None:
    page = opened(workspace, show_page, workspace.do("", plan_talk, TalkPlan(CALM)).result)
    before = {field.objectName() for field in page.findChildren(WritingField) if field.isVisible()}
    click(seen(page, "talk_state_segment_declined_button"))
    after = {field.objectName() for field in page.findChildren(WritingField) if field.isVisible()}
    assert any(words.startswith("A no needs no reason") for words in words_on(page))
    assert after <= before


def test_a_talk_is_deleted_and_brought_back_with_its_note(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    workspace.do("", add_talk_line, talk.id, "I waited until ten", Whose.SAID)
    page = opened(workspace, show_page, talk)
    led = Led(page)
    press_button(page, "talk_delete_button")
    assert workspace.read(talks) == ()
    assert led.to == [Destination("back")]
    workspace.undo()
    assert [line.words for line in workspace.read(talk_lines, talk.id)] == ["I waited until ten"]


def test_deleting_leaves_nothing_of_what_was_typed_and_undo_brings_it_back(
    workspace: Workspace, show_page: ShowPage
) -> None:
    talk = held(workspace)
    page = opened(workspace, show_page, talk)
    write_in(page, "talk_line_field", "I waited")
    page.save_typing()
    assert workspace.read(draft, f"talk:{talk.id}") is not None
    press_button(page, "talk_delete_button")
    assert workspace.read(draft, f"talk:{talk.id}") is None
    workspace.undo()
    again = opened(workspace, show_page, talk)
    assert seen_as(WritingField, again, "talk_line_field").toPlainText() == "I waited"


# --- the note afterwards


def test_a_line_is_a_guess_until_it_is_marked_as_said(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    page = opened(workspace, show_page, talk)
    type_words(page, "I waited until ten")
    press(page, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    [line] = workspace.read(talk_lines, talk.id)
    assert (line.whose, line.heard_on) == (Whose.GUESS, on("05-02"))
    assert seen_as(WritingField, page, "talk_line_field").toPlainText() == ""
    settle()
    click(seen(page, f"talk_line_{line.id}_whose_said_button"))
    assert workspace.read(talk_lines, talk.id)[0].whose is Whose.SAID
    assert {"“I waited until ten”", "From memory, 2 May"} <= set(words_on(page))


def test_another_pronoun_is_said_at_every_line(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    line = workspace.do("", add_talk_line, talk.id, "I waited until ten", Whose.SAID).result
    page = opened(workspace, show_page, talk)
    said = f"talk_line_{line.id}_whose_said_button"
    assert seen(page, said).accessibleName() == "She said"
    workspace.do("", plans.begin, "Sam", "Ari", Pronoun.THEY)
    settle()
    assert seen(page, said).accessibleName() == "They said"


def test_one_thing_that_was_new_saves_itself(workspace: Workspace, show_page: ShowPage) -> None:
    page = opened(workspace, show_page, held(workspace))
    write_in(page, "talk_not_known_field", "She had called the bank")
    seen(page, "talk_line_field").setFocus()
    assert the_talk(workspace).not_known == "She had called the bank"


def test_what_was_agreed_is_added_reworded_and_says_who_asked(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    page = opened(workspace, show_page, talk)
    write_in(page, "talk_agreement_new_field", "I ring at six")
    press(page, Qt.Key.Key_Return)
    [agreed] = workspace.read(agreements, talk.id)
    assert (agreed.words, agreed.asked_by) == ("I ring at six", AskedBy.TOGETHER)
    combo = seen_as(QComboBox, page, f"talk_agreement_{agreed.id}_asked_by")
    combo.setFocus()
    press(page, Qt.Key.Key_Down)
    field = seen_as(SentenceField, page, f"talk_agreement_{agreed.id}_field")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    type_words(page, " on Mondays")
    press(page, Qt.Key.Key_Tab)
    [agreed] = workspace.read(agreements, talk.id)
    assert (agreed.words, agreed.asked_by) == ("I ring at six on Mondays", AskedBy.THEY)


def test_an_agreement_leads_to_the_editor_only_by_a_click(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    agreed = workspace.do("", add_agreement, talk.id, "I ring at six", AskedBy.THEY).result
    page = opened(workspace, show_page, talk)
    led = Led(page)
    assert led.to == []
    press_button(page, f"talk_agreement_{agreed.id}_commit_button")
    assert led.to == [Destination("commitment", f"agreement:{agreed.id}")]


def test_what_is_typed_and_not_added_is_there_after_a_lock(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    page = opened(workspace, show_page, talk)
    write_in(page, "talk_line_field", "I waited")
    write_in(page, "talk_not_known_field", "She had called")
    write_in(page, "talk_agreement_new_field", "I ring")
    page.save_typing()
    again = opened(workspace, show_page, talk)
    assert seen_as(WritingField, again, "talk_line_field").toPlainText() == "I waited"
    assert seen_as(WritingField, again, "talk_not_known_field").toPlainText() == "She had called"
    assert seen_as(SentenceField, again, "talk_agreement_new_field").text() == "I ring"
    assert len(workspace.read(talks)) == 1


def test_tab_walks_the_note_from_the_top(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    page = opened(workspace, show_page, talk, height=3000)
    line = workspace.do("", add_talk_line, talk.id, "I waited", Whose.SAID).result
    agreed = workspace.do("", add_agreement, talk.id, "I ring at six", AskedBy.THEY).result
    settle()
    seen(page, "talk_back_button").setFocus()
    passed: list[str] = []
    while not passed or passed[-1] != "talk_invitation_field":
        press(page, Qt.Key.Key_Tab)
        passed.append(focus_in(page).objectName())
        assert len(passed) < 30
    order = [
        f"talk_line_{line.id}_whose_said_button",
        "talk_line_field",
        "talk_not_known_field",
        f"talk_agreement_{agreed.id}_field",
        f"talk_agreement_{agreed.id}_commit_button",
        "talk_agreement_new_field",
        "talk_invitation_field",
    ]
    assert [name for name in passed if name in order] == order


# --- where no talk is planned


def closed_by(workspace: Workspace, how: str) -> None:
    if how == "none":
        workspace.do("", plans.set_contact, Contact.NONE)
    else:
        workspace.do("", plans.answer_safety, {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}, keep_answers=False)


@pytest.mark.parametrize("how", ["none", "ending"])
def test_where_planning_is_closed_what_was_planned_is_only_read(
    workspace: Workspace, show_page: ShowPage, how: str
) -> None:
    talk = workspace.do("", plan_talk, TalkPlan(CALM, tempted="That I paid it back")).result
    page = opened(workspace, show_page, talk)
    closed_by(workspace, how)
    said = words_on(page)
    assert {CALM, "That I paid it back"} <= set(said)
    assert not [field for field in page.findChildren(WritingField) if field.isVisible()]
    assert is_seen(page, "talk_closed_banner")
    assert not any("invitation, and she may" in words for words in said)


def test_without_contact_a_new_talk_offers_nothing(workspace: Workspace, show_page: ShowPage) -> None:
    closed_by(workspace, "none")
    page = opened(workspace, show_page)
    assert not [field for field in page.findChildren(WritingField) if field.isVisible()]
    assert is_seen(page, "talk_closed_banner")


def test_without_contact_an_agreement_waits(workspace: Workspace, show_page: ShowPage) -> None:
    talk = held(workspace)
    agreed = workspace.do("", add_agreement, talk.id, "The bills on Sunday", AskedBy.THEY).result
    closed_by(workspace, "none")
    page = opened(workspace, show_page, talk)
    assert not is_seen(page, f"talk_agreement_{agreed.id}_commit_button")
    assert any("waits while Ana wants no contact" in words for words in everything_said_on(page))


# --- its looks


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1000, 700, 2.0)])
@pytest.mark.parametrize("state", [TalkState.PLANNED, TalkState.HELD])
def test_nothing_is_cut_in_any_window(
    workspace: Workspace, show_page: ShowPage, width: int, height: int, scale: float, state: TalkState
) -> None:
    workspace.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    talk = workspace.do("", plan_talk, TalkPlan("חצי שעה 🙂 tonight", "", "", on("05-02"), 600, 45)).result
    workspace.do("", set_talk_state, talk.id, state)
    workspace.do("", add_talk_line, talk.id, "חיכיתי עד עשר 🙂", Whose.SAID)
    workspace.do("", add_agreement, talk.id, "I say when I am late " * 20, AskedBy.THEY)
    workspace.theme.set_text_scale(scale)
    page = opened(workspace, show_page, talk, width=width, height=height)
    assert cut_widgets(page) == []
