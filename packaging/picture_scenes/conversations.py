"""Conversations for `pictures.py`: the place, a talk that is planned, the note after one, a card, and their edges."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from picture_scenes.dates_and_recovery import PageFrame, empty_vault
from PySide6.QtWidgets import QWidget

from trustplanner.actions import commitments, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.conversations import TalkPlan, plan_talk, set_talk_state, write_not_known
from trustplanner.actions.practices import write_practice
from trustplanner.actions.talk_notes import add_agreement, add_talk_line, note_commitment
from trustplanner.actions.terms import Wording
from trustplanner.actions.wishes import WishWords, add_wish
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedules import daily
from trustplanner.domain.wishes import WishKind
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.conversations_page import ConversationsPage
from trustplanner.ui.screens.practice_page import PracticePage
from trustplanner.ui.screens.talk_page import TalkPage

LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]
INVITATION = (
    "I would like to hear how the weeks since the statement have been for you. Half an hour, at the kitchen table, "
    "on a day you choose, or not at all. A no is fine and needs no reason."
)
PLANNED = TalkPlan(
    INVITATION,
    "A raised voice, or one of us going quiet. “Let us stop; I can come back to it on another day if you want.”",
    "That I paid most of it back. That nobody asked.",
    date(2026, 5, 21),
    19 * 60,
    30,
)
HEBREW = TalkPlan("אשמח לשמוע איך היו השבועות האחרונים בשבילך 🙂 חצי שעה, או בכלל לא. לא זו תשובה טובה.", minutes=30)


def _talk(workspace: Workspace, plan: TalkPlan = PLANNED, state: TalkState = TalkState.PLANNED) -> Talk:
    talk = workspace.runner.do("", plan_talk, plan).result
    return workspace.runner.do("", set_talk_state, talk.id, state).result


def _held(workspace: Workspace) -> Talk:
    """A talk with its note; one agreement has become a commitment."""
    do = workspace.runner.do
    talk = _talk(workspace, TalkPlan(INVITATION, day=date(2026, 5, 9), at_minute=600, minutes=30), TalkState.HELD)
    for words, whose in (
        ("I kept the statement in my bag for a week before I showed it to you.", Whose.SAID),
        ("I do not want to be the one who counts.", Whose.SAID),
        ("It may have felt like being made a guard.", Whose.GUESS),
    ):
        do("", add_talk_line, talk.id, words, whose)
    do("", write_not_known, talk.id, "That she had called the bank herself, twice, and been sent away.")
    bills = do("", add_agreement, talk.id, "Bills on the table on Sundays at five", AskedBy.THEY).result
    do("", add_agreement, talk.id, "Before anything over fifty I say so at supper", AskedBy.TOGETHER)
    wording = Wording("put the bills on the table on Sundays at five", "", daily())
    made = do("", commitments.create, "Bills on Sunday", wording, Surroundings()).result
    do("", note_commitment, bills.id, made.id)
    return talk


def _written(theme: Theme) -> Workspace:
    workspace = empty_vault(theme)
    _held(workspace)
    _talk(workspace, TalkPlan("Twenty minutes about the summer, or not"), TalkState.DECLINED)
    _talk(workspace)
    return workspace


def _limits(workspace: Workspace, contact: Contact) -> Workspace:
    do = workspace.runner.do
    do("", plans.set_contact, contact, None, "Only in writing, and not at work.")
    do("", add_wish, WishKind.NOT_WANTED, WishWords("No talk after ten in the evening", "ten in the evening"))
    return workspace


def _framed(theme: Theme, page: Page, detail: str = "", then: Callable[[Page], object] = lambda _: None) -> QWidget:
    page.show_detail(detail)
    return PageFrame(theme, page, "conversations", then)


def build_conversations(theme: Theme) -> QWidget:
    """One talk planned, two that are over."""
    return _framed(theme, ConversationsPage(_written(theme)))


def build_conversations_empty(theme: Theme) -> QWidget:
    """Nothing written down yet."""
    return _framed(theme, ConversationsPage(empty_vault(theme)))


def build_conversations_limited(theme: Theme) -> QWidget:
    """Within limits, which are quoted first."""
    return _framed(theme, ConversationsPage(_limits(_written(theme), Contact.LIMITED)))


def build_conversations_none(theme: Theme) -> QWidget:
    """Without contact: practice, and what is written."""
    return _framed(theme, ConversationsPage(_limits(_written(theme), Contact.NONE)))


def build_talk(theme: Theme) -> QWidget:
    """A talk that is planned."""
    workspace = empty_vault(theme)
    return _framed(theme, TalkPage(workspace), _talk(workspace).id)


def build_talk_new(theme: Theme) -> QWidget:
    """Room for a new one."""
    return _framed(theme, TalkPage(empty_vault(theme)))


def build_talk_pressing(theme: Theme) -> QWidget:
    """An invitation that presses, to somebody with a long name, within limits."""
    workspace = _limits(empty_vault(theme), Contact.LIMITED)
    workspace.runner.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    return _framed(theme, TalkPage(workspace), _talk(workspace, TalkPlan("We have to talk tonight about all of it")).id)


def build_talk_held(theme: Theme) -> QWidget:
    """The note after a talk."""
    workspace = empty_vault(theme)
    return _framed(theme, TalkPage(workspace), _held(workspace).id)


def build_talk_agreed(theme: Theme) -> QWidget:
    """The same further down: what was agreed."""
    workspace = empty_vault(theme)

    def scroll(page: Page) -> None:
        page.findChild(QWidget, "talk_agreement_new_field").setFocus()

    return _framed(theme, TalkPage(workspace), _held(workspace).id, scroll)


def build_talk_none(theme: Theme) -> QWidget:
    """A planned talk once no contact is wanted: only to read."""
    workspace = empty_vault(theme)
    talk = _talk(workspace)
    return _framed(theme, TalkPage(_limits(workspace, Contact.NONE)), talk.id)


def build_talk_hebrew(theme: Theme) -> QWidget:
    """Words from right to left, with an emoji."""
    workspace = empty_vault(theme)
    return _framed(theme, TalkPage(workspace), _talk(workspace, HEBREW).id)


def build_practice(theme: Theme) -> QWidget:
    """A card before anything is written."""
    return _framed(theme, PracticePage(empty_vault(theme)), "reflect_waiting")


def build_practice_written(theme: Theme) -> QWidget:
    """A card with a sentence, and the two examples."""
    workspace = empty_vault(theme)
    workspace.runner.do("", write_practice, "history_believe", "I did lie to you, more than once. It makes sense.")
    return _framed(theme, PracticePage(workspace), "history_believe")
