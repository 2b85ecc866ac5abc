"""The guided path, for `pictures.py`: in the middle of a plan, in each of its forms, and at its edges."""

from __future__ import annotations

from datetime import UTC, datetime

from picture_scenes.dates_and_recovery import PageFrame, demo_vault, empty_vault
from PySide6.QtWidgets import QWidget

from trustplanner.actions import path, plans
from trustplanner.actions.runner import now_at
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.moments import Now
from trustplanner.domain.path import Whose, joined
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion, Share
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page import PathPage

THIRD_OF_MAY = now_at(datetime(2026, 5, 3, 20, 30, tzinfo=UTC), FIRST_DAY_START)
LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]


def _write_down(unit: UnitOfWork, now: Now) -> None:
    """Half of the first two stages, as it stood on 3 May, and a line begun today."""
    plans.choose_kind(unit, now, "small_lies", pattern=Share.YES, hidden=Share.YES)
    value = "Being someone my children can ask. When Dad lied, we all learned not to ask."
    path.write_answer(unit, THIRD_OF_MAY, "ready_value", value, "honesty")
    for prompt, words in {
        "ready_who_decides": "Ana asked for two weeks without calls. I keep to it.",
        "ready_is_it_over": "It ended on 3 May. Nothing is hidden.",
        "hurt_what_did_you_do": "On 14 June I told Ana I was at work. I was out with the team.",
        "hurt_counted_on": "That when I said where I was, I was there.",
        "hurt_cost": "She lies awake when I am late. She may wonder which evenings were real.",
    }.items():
        path.write_answer(unit, THIRD_OF_MAY, prompt, words)
    path.skip_prompt(unit, THIRD_OF_MAY, "hurt_who_else")
    lines = (
        ("You made me feel stupid in my own house.", Whose.SAID),
        ("I stopped telling my mother when we were coming, because I never knew if it was true.", Whose.SAID),
        ("She may be frightened when my phone rings in the evening.", Whose.GUESS),
    )
    for words, whose in lines:
        path.add_line(unit, THIRD_OF_MAY, "hurt_told_you", words, whose)
    path.write_answer(unit, now, "hurt_told_you", "She has started counting the receipts again, and")


def _page(theme: Theme, workspace: Workspace, detail: str) -> QWidget:
    page = PathPage(workspace)
    page.show_detail(detail)
    frame = PageFrame(theme, page, "path")
    frame.setFocusProxy(page)
    page.setFocus()
    return frame


def _begun(theme: Theme) -> Workspace:
    workspace = empty_vault(theme)
    workspace.runner.do("", _write_down)
    return workspace


def build_path(theme: Theme) -> QWidget:
    """Lines that are theirs or guessed, and one being written."""
    return _page(theme, _begun(theme), "hurt_told_you")


def build_path_text(theme: Theme) -> QWidget:
    """One answer with its two examples."""
    return _page(theme, _begun(theme), "hurt_what_did_you_do")


def build_path_value(theme: Theme) -> QWidget:
    """A value and the words to it."""
    return _page(theme, _begun(theme), "ready_value")


def build_path_empty(theme: Theme) -> QWidget:
    """The first question of an empty plan."""
    return _page(theme, empty_vault(theme), "")


def build_path_sentence(theme: Theme) -> QWidget:
    """Three parts and the sentence they make."""
    workspace = _begun(theme)
    parts = ("told you that I was at work while I was out", "most Thursdays", "left you planning around nothing")
    workspace.runner.do("", path.write_answer, "own_one_sentence", joined(parts))
    return _page(theme, workspace, "own_one_sentence")


def build_path_commitments(theme: Theme) -> QWidget:
    """What is promised already, below the words; the demo's year."""
    return _page(theme, demo_vault(theme), "amends_commitments")


def build_path_day(theme: Theme) -> QWidget:
    """The scale of an evening; the demo's year."""
    return _page(theme, demo_vault(theme), "day_how_hard")


def build_path_week(theme: Theme) -> QWidget:
    """A question of the week, with earlier answers; the demo's year."""
    return _page(theme, demo_vault(theme), "week_they_said")


def build_path_session(theme: Theme) -> QWidget:
    """A question before a session that has no date."""
    return _page(theme, _begun(theme), "session_show")


def build_path_ending(theme: Theme) -> QWidget:
    """Something is still hidden, and support is wanted."""
    workspace = _begun(theme)
    answers = {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES, SafetyQuestion.SELF_HARM: SafetyAnswer.YES}
    workspace.runner.do("", plans.answer_safety, answers, keep_answers=False)
    return _page(theme, workspace, "ready_is_it_over")


def build_path_no_contact(theme: Theme) -> QWidget:
    """No contact, and a name of 60 letters."""
    workspace = _begun(theme)
    workspace.runner.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY, "")
    workspace.runner.do("", plans.set_contact, Contact.NONE)
    return _page(theme, workspace, "hurt_told_you")


def build_path_hebrew(theme: Theme) -> QWidget:
    """Words from right to left, emoji, and signs that look like markup."""
    workspace = empty_vault(theme)
    workspace.runner.do("", plans.begin, "סם", "אנה", Pronoun.SHE, "")
    words = "אמרתי לאנה שאני בעבודה. הייתי עם חברים.\n\n<b>This</b> & that \N{CRYING FACE}\n" + "Once more. " * 60
    workspace.runner.do("", path.write_answer, "hurt_what_did_you_do", words)
    return _page(theme, workspace, "hurt_what_did_you_do")
