"""A person looks for their own words: what is found, the way to it, and that nothing of the search is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.actions.conftest import every_row
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import Led, cut_widgets, is_seen, press_button, seen, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import events, harms, journal, path, plans
from trustplanner.domain.events import EventKind
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.search import Chapter, Written
from trustplanner.storage.queries.search import SOURCES, Source
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.search_page import SearchPage
from trustplanner.ui.screens.search_page.group import FIRST_SHOWN
from trustplanner.ui.screens.search_page.leads import Leads

ShowPage = Callable[..., QWidget]
CONTROL = Qt.KeyboardModifier.ControlModifier
LOOKED_FOR = "Zanzibarlicht"


@pytest.fixture
def written(workspace: Workspace) -> Workspace:
    """A plan with words in several places."""
    workspace.do_quietly(path.write_answer, "hurt_what_did_you_do", "On 14 June I took the second loan.")
    workspace.do_quietly(path.add_line, "hurt_told_you", "You hid the LOAN from me", Whose.SAID)
    workspace.do_quietly(path.write_answer, "week_kept_unseen", "The loan, told on the day", on=workspace.today)
    harm = workspace.do_quietly(harms.add_harm, "The loan is in her name, too")
    workspace.do_quietly(harms.add_repair, harm.id, "Pay back the loan by October")
    workspace.do_quietly(events.add_event, workspace.today, EventKind.DISCLOSURE, "The lóan came out")
    workspace.do_quietly(journal.write_entry, workspace.today, "Could not sleep because of the loan")
    return workspace


@pytest.fixture
def page(written: Workspace, show_page: ShowPage, applied_theme: Theme) -> SearchPage:
    shown = SearchPage(written)
    show_page(shown)
    shown.setFocus()
    settle()
    return shown


def look_for(page: QWidget, words: str) -> None:
    seen(page, "search_field").setFocus()
    press(page, Qt.Key.Key_A, modifier=CONTROL)
    type_words(page, words)
    press(page, Qt.Key.Key_Return)
    settle()


def test_what_is_found_stands_in_groups_with_the_words_around_it(page: SearchPage) -> None:
    look_for(page, "loan")
    said = words_on(page)
    assert "6 pieces of writing, the newest of each place first" in said
    headings = ["On the path", "Harms and repairs", "Sessions and events"]
    assert [words for words in said if words in headings] == headings
    assert "On 14 June I took the second loan." in said
    assert "The lóan came out" in said


def test_several_words_make_it_fewer_and_their_order_makes_no_difference(page: SearchPage) -> None:
    look_for(page, "LOAN october")
    assert "1 piece of writing" in words_on(page)
    assert "Pay back the loan by October" in words_on(page)


def test_typing_is_enough_and_emptying_the_field_shows_nothing_again(page: SearchPage, qtbot: QtBot) -> None:
    type_words(page, "october")
    qtbot.waitUntil(lambda: "1 piece of writing" in words_on(page))
    press(page, Qt.Key.Key_A, modifier=CONTROL)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "1 piece of writing" not in words_on(page))
    assert not is_seen(page, "search_open_button")


def test_the_journal_is_looked_through_only_while_its_switch_is_on(page: SearchPage) -> None:
    look_for(page, "sleep")
    assert not is_seen(page, "search_open_button")
    assert page.workspace.catalogue.search().none in words_on(page)
    click(seen(page, "search_journal_switch"))
    assert "Could not sleep because of the loan" in words_on(page)
    click(seen(page, "search_journal_switch"))
    assert "Could not sleep because of the loan" not in words_on(page)


@pytest.mark.parametrize(
    ("words", "place"),
    [("june", "path"), ("told on day", "path"), ("october", "amends"), ("came out", "dates")],
)
def test_each_result_leads_to_where_it_stands(page: SearchPage, words: str, place: str) -> None:
    led = Led(page)
    look_for(page, words)
    press_button(page, "search_open_button")
    assert [each.place for each in led.to] == [place]


def test_an_earlier_answer_is_opened_at_its_own_day(page: SearchPage) -> None:
    led = Led(page)
    look_for(page, "told on day")
    press_button(page, "search_open_button")
    assert led.to == [Destination("path", f"week_kept_unseen@{page.workspace.today}")]


def test_a_long_group_is_folded_and_opens_with_the_focus_on_what_came(page: SearchPage) -> None:
    for number in range(12):
        page.workspace.do_quietly(harms.add_harm, f"A broken cup, number {number}")
    look_for(page, "cup")
    rows = [button for button in page.findChildren(QWidget, "search_open_button") if button.isVisible()]
    assert len(rows) == FIRST_SHOWN
    press_button(page, "search_amends_more_button")
    settle()
    rows = [button for button in page.findChildren(QWidget, "search_open_button") if button.isVisible()]
    assert len(rows) == 12
    assert focus_in(page) is rows[FIRST_SHOWN]


def test_what_changes_meanwhile_is_found(page: SearchPage) -> None:
    look_for(page, "cup")
    page.workspace.do_quietly(harms.add_harm, "A broken cup")
    assert "A broken cup" in words_on(page)


def test_while_something_goes_on_the_stage_of_making_amends_is_left_out(page: SearchPage) -> None:
    workspace = page.workspace
    workspace.do_quietly(path.write_answer, "amends_put_right", "Money, by October, of the loan")
    look_for(page, "money october")
    assert is_seen(page, "search_open_button")
    given = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    workspace.do_quietly(plans.answer_safety, given, keep_answers=False)
    settle()
    assert not is_seen(page, "search_open_button")
    assert workspace.catalogue.search().ending in words_on(page)


LONG = "Unbrokenlongwordofsixtylettersthatnobodywouldeverwritedownhere " * 4
HEBREW = "היא אמרה שהיא לא יכלה לישון בגלל ההלוואה"


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (900, 1.0), (1280, 2.0)])
def test_nothing_is_cut_with_long_words_and_words_from_right_to_left(
    page: SearchPage, width: int, scale: float
) -> None:
    for words in (LONG, f"{HEBREW} loan", "The loan \N{PERSON FROWNING}\N{ZERO WIDTH JOINER}\N{FEMALE SIGN}"):
        page.workspace.do_quietly(harms.add_harm, f"loan {words}")
    page.workspace.theme.set_text_scale(scale)
    page.window().resize(width, 600 if width == 900 else 800)
    look_for(page, "loan")
    assert cut_widgets(page) == []


# In the whole planner


def find_page(planner: Planner) -> Page:
    [shown] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return shown


def test_ctrl_f_opens_it_from_anywhere_and_back_leads_to_where_one_was(
    open_planner: OpenPlanner, written: Workspace
) -> None:
    planner = open_planner()
    planner.go(Destination("amends"))
    press(planner, Qt.Key.Key_F, modifier=CONTROL)
    settle()
    assert find_page(planner).objectName() == "search_page"
    assert focus_in(planner).objectName() == "search_field"
    press_button(planner, "search_back_button")
    settle()
    assert find_page(planner).objectName() == "amends_page"


def test_each_place_can_be_gone_to(open_planner: OpenPlanner, written: Workspace) -> None:
    planner = open_planner()
    for words, place in (("june", "path"), ("october", "amends"), ("came out", "dates")):
        planner.go(Destination("search"))
        look_for(planner, words)
        press_button(planner, "search_open_button")
        settle()
        assert find_page(planner).objectName() == f"{place}_page"


def test_nothing_that_is_looked_for_reaches_the_disk(
    open_planner: OpenPlanner, written: Workspace, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    planner = open_planner()
    planner.go(Destination("search"))
    type_words(planner, LOOKED_FOR)
    press(planner, Qt.Key.Key_Return)
    planner.save_typing()  # as before a lock, and when the window closes
    rows = written.runner.vault.read(every_row)
    assert LOOKED_FOR.casefold() not in repr(rows).casefold(), "not even inside the encrypted file"
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert written.runner.vault.path in files
    assert [file for file in files if LOOKED_FOR.encode() in file.read_bytes()] == []
    assert LOOKED_FOR not in "".join(capfd.readouterr())
    again = open_planner()
    assert find_page(again).objectName() == "search_page"
    look_for(again, "")
    assert not is_seen(again, "search_open_button")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.entity_type.__name__)
def test_whatever_is_found_has_a_place_to_go_to(
    open_planner: OpenPlanner, workspace: Workspace, source: Source
) -> None:
    planner, leads = open_planner(), Leads(workspace)
    leads.read()
    about = "hurt_told_you" if source.chapter is Chapter.PATH else "asked"
    kind = source.entity_type.__name__
    lead = leads.lead(Written(kind, source.chapter, "1", about, workspace.today, ("words",)))
    assert lead.name
    planner.go(Destination(lead.destination.place))
    settle()
    assert find_page(planner).objectName() == f"{lead.destination.place}_page"
