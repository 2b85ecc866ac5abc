"""Conversations: the talks, what may be planned today, and the way to practise."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders import on
from tests.ui.screens.entry_person import Led, cut_widgets, is_seen, press_button, words_on
from trustplanner.actions import plans
from trustplanner.actions.conversations import TalkPlan, plan_talk, set_talk_state
from trustplanner.actions.wishes import WishWords, add_wish
from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.wishes import WishKind
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.conversations_page import ConversationsPage

ShowPage = Callable[..., QWidget]
LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrin"


def planned(workspace: Workspace, state: TalkState = TalkState.PLANNED, **given: Any) -> Talk:
    plan = TalkPlan("Half an hour about May, or not at all", **given)
    talk = workspace.do("", plan_talk, plan).result
    return workspace.do("", set_talk_state, talk.id, state).result


@pytest.fixture
def page(workspace: Workspace, show_page: ShowPage) -> ConversationsPage:
    page = ConversationsPage(workspace)
    show_page(page)
    return page


def test_an_empty_place_leads_to_a_new_talk_and_to_practice(page: ConversationsPage) -> None:
    led = Led(page)
    press_button(page, "conversations_plan_button")
    press_button(page, "conversations_practise_button")
    press_button(page, "conversations_level_reflect_button")
    assert led.to == [
        Destination("talk"),
        Destination("practice"),
        Destination("practice", "reflect_waiting"),
    ]


def test_planned_talks_come_first_and_what_is_over_below(page: ConversationsPage, workspace: Workspace) -> None:
    planned(workspace, TalkState.DECLINED)
    talk = planned(workspace, day=on("05-21"), at_minute=19 * 60)
    planned(workspace, TalkState.HELD, day=on("05-02"))
    said = words_on(page)
    heads = [words for words in said if words.endswith(("Planned", "She said no", "It took place"))]
    assert heads == [
        "Thursday 21 May, 19:00  Planned",
        "No day was agreed  She said no",
        "Saturday 2 May  It took place",
    ]
    led = Led(page)
    press_button(page, f"conversations_open_{talk.id}_button")
    assert led.to == [Destination("talk", talk.id)]


def test_where_no_contact_is_wanted_nothing_is_planned_and_what_is_written_stays(
    page: ConversationsPage, workspace: Workspace
) -> None:
    planned(workspace)
    workspace.do("", plans.set_contact, Contact.NONE)
    said = words_on(page)
    assert not is_seen(page, "conversations_plan_button")
    assert is_seen(page, "conversations_none_banner")
    assert "Half an hour about May, or not at all" in said
    assert is_seen(page, "conversations_practise_button")


def test_while_something_is_hidden_nothing_is_planned(page: ConversationsPage, workspace: Workspace) -> None:
    answers = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    workspace.do("", plans.answer_safety, answers, keep_answers=False)
    assert not is_seen(page, "conversations_plan_button")
    led = Led(page)
    press_button(page, "conversations_ending_banner_link_button")
    assert led.to == [Destination("safety", "ending")]


def test_within_limits_they_are_quoted_before_anything_is_planned(
    page: ConversationsPage, workspace: Workspace
) -> None:
    workspace.do("", plans.set_contact, Contact.LIMITED, None, "Only in writing")
    workspace.do("", add_wish, WishKind.NOT_WANTED, WishWords("No talk after ten", "ten"))
    workspace.do("", add_wish, WishKind.NOT_WANTED, WishWords("Not at work", "work", is_guess=True))
    said = words_on(page)
    quotes = [said.index("“Only in writing”"), said.index("“No talk after ten”")]
    assert "“Not at work”" not in said, "a guess is no quote"
    assert max(quotes) < said.index("Invited talks")
    assert is_seen(page, "conversations_plan_button")


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1000, 700, 2.0)])
@pytest.mark.parametrize("contact", list(Contact))
def test_nothing_is_cut_in_any_window(
    workspace: Workspace, show_page: ShowPage, width: int, height: int, scale: float, contact: Contact
) -> None:
    workspace.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    planned(workspace)
    planned(workspace, TalkState.DECLINED)
    workspace.do("", plans.set_contact, contact, None, "Only in writing 🙂 לא בערב")
    workspace.theme.set_text_scale(scale)
    page = ConversationsPage(workspace)
    show_page(page, width=width, height=height)
    assert cut_widgets(page) == []
