"""Names, what happened and the four short questions, changed later."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import (
    Led,
    answer,
    controls_on,
    cut_widgets,
    press_button,
    seen,
    seen_as,
    words_on,
)
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.content.kinds import CrossQuestion
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import Contact, Plan, Pronoun, Share
from trustplanner.storage.queries.plans import the_plan
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.names_page import NamesPage

ShowPage = Callable[..., QWidget]
MISSING = shipped_words().error_sentence(Code.WORDS_MISSING)


@pytest.fixture
def names(workspace: Workspace, show_page: ShowPage) -> NamesPage:
    page = NamesPage(workspace)
    show_page(page)
    return page


def plan_in(vault: Vault) -> Plan:
    plan = vault.read(the_plan)
    assert plan is not None
    return plan


def retype(page: NamesPage, name: str, words: str) -> None:
    field = seen_as(QLineEdit, page, f"names_{name}_field")
    field.setFocus()
    field.selectAll()
    press(page, Qt.Key.Key_Delete)
    type_words(page, words)


def test_it_shows_what_is_recorded(names: NamesPage) -> None:
    assert seen_as(QLineEdit, names, "names_own_name_field").text() == "Sam"
    assert seen_as(QLineEdit, names, "names_their_name_field").text() == "Ana"
    assert seen_as(QLineEdit, names, "names_counsellor_field").text() == ""


def test_names_save_themselves_and_a_visit_is_one_undo_step(
    names: NamesPage, workspace: Workspace, vault: Vault, qtbot: QtBot
) -> None:
    retype(names, "their_name", "Annika")
    qtbot.waitUntil(lambda: plan_in(vault).their_name == "Annika")
    type_words(names, " B")
    press(names, Qt.Key.Key_Tab)
    assert plan_in(vault).their_name == "Annika B"
    workspace.undo()
    assert plan_in(vault).their_name == "Ana"
    assert seen_as(QLineEdit, names, "names_their_name_field").text() == "Ana"


def test_the_pronoun_changes_every_text_at_once(names: NamesPage, workspace: Workspace, vault: Vault) -> None:
    for pronoun in (Pronoun.HE, Pronoun.THEY):
        click(seen(names, f"names_pronoun_segment_{pronoun}_button"))
        assert plan_in(vault).pronoun is workspace.voice.pronoun is pronoun
    workspace.undo()
    assert plan_in(vault).pronoun == "he"


def test_a_name_that_is_missing_is_said_at_its_field_and_the_old_one_stays(
    names: NamesPage, vault: Vault, qtbot: QtBot
) -> None:
    retype(names, "own_name", "")
    press(names, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: MISSING in words_on(names))
    assert plan_in(vault).own_name == "Sam"
    assert focus_in(names).objectName() == "names_their_name_field", "the focus is not pulled back"
    names.save_typing()
    assert seen_as(QLineEdit, names, "names_own_name_field").text() == "Sam", "what is shown is what is recorded"
    assert MISSING not in words_on(names)


def test_the_kind_is_chosen_shown_and_undone(names: NamesPage, workspace: Workspace, vault: Vault) -> None:
    workspace.do("", plans.choose_kind, "affair", Share.YES, None, Share.NO, None)
    click(seen(names, "names_kind_group_segment_colleague_button"))
    click(seen(names, "names_kind_colleague_list_took_credit_button"))
    plan = plan_in(vault)
    assert (plan.kind, plan.pattern, plan.danger) == ("took_credit", Share.YES, Share.NO)
    workspace.undo()
    assert plan_in(vault).kind == "affair"
    kind = shipped_words().kind("affair")
    assert kind is not None
    assert kind.about in words_on(names)
    click(seen(names, "names_kind_partner_list_none_fits_button"))
    assert plan_in(vault).kind is None


def test_a_kind_of_a_newer_version_is_shown_as_not_chosen(names: NamesPage, workspace: Workspace) -> None:
    workspace.do("", plans.choose_kind, "from_the_future")
    assert not any(words.startswith("I will ") for words in words_on(names))


def test_the_short_questions_are_answered_and_undone_one_by_one(
    names: NamesPage, workspace: Workspace, vault: Vault
) -> None:
    answer(names, "names_cross", "pattern", "yes")
    answer(names, "names_cross", "danger", "yes")
    assert (plan_in(vault).pattern, plan_in(vault).danger) == (Share.YES, Share.YES)
    workspace.undo()
    assert (plan_in(vault).pattern, plan_in(vault).danger) == (Share.YES, None)
    questions = shipped_words().cross_questions().questions
    assert questions[CrossQuestion.PATTERN].if_yes.said_to(workspace.voice) in words_on(names)
    assert questions[CrossQuestion.DANGER].if_yes.said_to(workspace.voice) not in words_on(names)


def test_without_contact_only_commitments_that_need_none_are_shown(names: NamesPage, workspace: Workspace) -> None:
    workspace.do("", plans.choose_kind, "affair")
    kind = shipped_words().kind("affair")
    assert kind is not None
    press_button(names, "kind_suggestions_button")
    with_contact = [each.will.said_to(workspace.voice) for each in kind.suggestions if each.contact]
    assert any(f"I will {will}." in words_on(names) for will in with_contact)
    workspace.do("", plans.set_contact, Contact.NONE)
    assert not any(f"I will {will}." in words_on(names) for will in with_contact)


def test_back_leads_back(names: NamesPage) -> None:
    led = Led(names)
    press_button(names, "names_back_button")
    assert led.to == [Destination("back")]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_everything_has_a_name(
    workspace: Workspace, show_page: ShowPage, theme: Theme, applied_theme: Theme, scale: float
) -> None:
    workspace.do("", plans.begin, "S" * 60, "\u05d3\u05e0\u05d9 \U0001f343", Pronoun.THEY, "C" * 60)
    workspace.do("", plans.choose_kind, "hidden_drinking", *[Share.YES] * 4)
    theme.set_text_scale(scale)
    page = NamesPage(workspace)
    show_page(page, width=800, height=600)
    assert cut_widgets(page) == []
    assert [control for control in controls_on(page) if not (control.accessibleName() and control.objectName())] == []
