"""Amends and the commitment editor in the whole planner: there and back, and over a lock."""

from PySide6.QtCore import Qt

from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.opened_planner import OpenPlanner
from tests.ui.screens.seen_amends import found, line_text, press_button, settle, write
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner


def shown(planner: Planner) -> str:
    """The name of the page that is seen."""
    settle()
    [page] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return page.objectName()


def test_a_commitment_is_written_from_amends_and_leads_back_there(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    planner = open_planner()
    press(planner, Qt.Key.Key_3, modifier=Qt.KeyboardModifier.ControlModifier)
    assert shown(planner) == "amends_page"
    press_button(planner, "amends_first_commitment_button")
    assert shown(planner) == "commitment_page"
    assert focus_in(planner).objectName() == "commitment_will_field"
    type_words(planner, "say where I am")
    write(planner, "commitment_title_field", "Say where")
    press_button(planner, "commitment_save_button")
    assert shown(planner) == "amends_page"
    assert [each.title for each in workspace.read(every_commitment)] == ["Say where"]


def test_what_was_being_written_is_there_again_after_a_lock_with_its_cursor(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.go(Destination("commitment"))
    type_words(planner, "say where I am")
    press(planner, Qt.Key.Key_Left, Qt.Key.Key_Left)
    planner.save_typing()
    planner.window().hide()
    after = open_planner()
    field = found(after, SentenceField, "commitment_will_field")
    assert (field.text(), field.textCursor().position()) == ("say where I am", 12)
    assert field.hasFocus()
    press_button(after, "commitment_cancel_button")
    assert shown(after) == "amends_page"


def test_a_repair_that_was_being_written_is_there_again_after_a_lock(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.go(Destination("amends"))
    press_button(planner, "amends_first_harm_button")
    type_words(planner, "She lay awake")
    planner.save_typing()
    planner.window().hide()
    after = open_planner()
    assert shown(after) == "amends_page"
    assert line_text(after, "amends_harm_field") == "She lay awake"
    assert focus_in(after).objectName() == "amends_harm_field"
