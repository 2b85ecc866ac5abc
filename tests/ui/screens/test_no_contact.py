"""Without contact none of the pages around the planner proposes any, in what is read and in what is heard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.content.every_text import FACTS, everything_in
from tests.content.test_no_contact import PROPOSALS, REVIEWED
from tests.ui.screens.entry_person import everything_said_on
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.content.texts import Sentence, Text
from trustplanner.domain.first_run import STEP, FirstRunStep
from trustplanner.domain.plans import Contact, SafetyAnswer, SafetyQuestion, Share
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.opening_place import ENDING, PUT_FIRST
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.contact_page import ContactPage
from trustplanner.ui.screens.conversations_page import ConversationsPage
from trustplanner.ui.screens.evening_page import EveningPage
from trustplanner.ui.screens.finish_page import FinishPage
from trustplanner.ui.screens.first_run_page import FirstRunPage
from trustplanner.ui.screens.hard_days_page import HardDaysPage
from trustplanner.ui.screens.journal_page import JournalPage
from trustplanner.ui.screens.names_page import NamesPage
from trustplanner.ui.screens.practice_page import PracticePage
from trustplanner.ui.screens.safety_page import SafetyPage
from trustplanner.ui.screens.search_page import SearchPage
from trustplanner.ui.screens.stop_page import StopPage
from trustplanner.ui.screens.support_page import SupportPage
from trustplanner.ui.screens.talk_page import TalkPage
from trustplanner.ui.screens.week_page import WeekPage
from trustplanner.ui.screens.wishes_page import WishesPage

ShowPage = Callable[..., QWidget]
Make = Callable[[Workspace, DeviceSettings], Page]


def first_run(step: FirstRunStep) -> Make:
    def make(workspace: Workspace, device: DeviceSettings) -> Page:
        workspace.do_quietly(plans.set_setting, STEP, step)
        return FirstRunPage(workspace, device)

    return make


def safety(detail: str) -> Make:
    def make(workspace: Workspace, device: DeviceSettings) -> Page:
        page = SafetyPage(workspace, device)
        page.show_detail(detail)
        return page

    return make


PAGES: dict[str, Make] = {
    **{f"first run, {step}": first_run(step) for step in FirstRunStep},
    "names": lambda workspace, _: NamesPage(workspace),
    "conversations": lambda workspace, _: ConversationsPage(workspace),
    "talk": lambda workspace, _: TalkPage(workspace),
    "practice": lambda workspace, _: PracticePage(workspace),
    "contact": lambda workspace, _: ContactPage(workspace),
    "search": lambda workspace, _: SearchPage(workspace),
    "journal": lambda workspace, _: JournalPage(workspace),
    "finish": lambda workspace, _: FinishPage(workspace),
    "safety": safety(""),
    "support first": safety(PUT_FIRST),
    "ending": safety(ENDING),
    "stop": StopPage,
    "support": SupportPage,
    "evening": lambda workspace, _: EveningPage(workspace),
    "week": lambda workspace, _: WeekPage(workspace),
    "hard days": lambda workspace, _: HardDaysPage(workspace),
    "wishes": lambda workspace, _: WishesPage(workspace),
}


def reviewed(workspace: Workspace) -> set[str]:
    """What was read one by one, as it is said here: it speaks of the past, or forbids contact."""
    found = [item for place, item in everything_in(shipped_words()) if place in REVIEWED]
    said = {item.said_to(workspace.voice, **FACTS) for item in found if isinstance(item, Text)}
    return (
        said
        | {item for item in found if isinstance(item, str)}
        | {item.said() for item in found if isinstance(item, Sentence)}
    )


@pytest.mark.parametrize("kind", ["affair", "estranged", "took_credit"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_proposes_contact(
    workspace: Workspace, show_page: ShowPage, tmp_path: Path, name: str, kind: str
) -> None:
    workspace.do("", plans.choose_kind, kind, *[Share.YES] * 4)
    workspace.do("", plans.set_contact, Contact.NONE)
    switched = (SafetyQuestion.STILL_HIDDEN, SafetyQuestion.SELF_HARM, SafetyQuestion.ASKED_NO_CONTACT)
    workspace.do_quietly(plans.answer_safety, dict.fromkeys(switched, SafetyAnswer.YES), keep_answers=True)
    page = PAGES[name](workspace, DeviceSettings(tmp_path / "settings.ini"))
    show_page(page)
    allowed = reviewed(workspace)
    said = [words for words in everything_said_on(page) if words not in allowed]
    assert said
    proposing = [words for words in said for pattern in PROPOSALS if re.search(pattern, words, re.IGNORECASE)]
    assert proposing == []
