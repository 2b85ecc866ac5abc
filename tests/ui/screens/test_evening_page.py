"""A person walks through an evening by keyboard, one thing at a time, and through a morning."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.builders import on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import hard_days, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.actions.path import write_if_then
from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.items import item_on
from trustplanner.domain.path import joined
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import Unit, daily, times_a
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.commitments import history_of
from trustplanner.storage.queries.path import path_answer
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.evening_page import EveningPage
from trustplanner.ui.screens.main_window import Planner

ShowPage = Callable[..., QWidget]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MONDAY, TUESDAY = on("05-04"), on("05-05")
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def three(workspace: Workspace) -> list[Commitment]:
    return [promise(workspace.runner, daily(), title) for title in ("Ring at six", "Read aloud", "Walk home")]


def values(workspace: Workspace, commitment: Commitment, day: date) -> list[Value]:
    return [row.value for row in workspace.read(answers_for, commitment.id, day)]


def told(workspace: Workspace, commitment: Commitment) -> list[How]:
    history = workspace.read(history_of, commitment.id)
    assert history is not None
    return [telling.how for telling in history.tellings]


def in_the_evening(open_planner: OpenPlanner) -> Planner:
    planner = open_planner()
    planner.go(Destination("evening", "evening"))
    settle()
    return planner


def page_of(planner: Planner) -> EveningPage:
    settle()
    return seen_as(EveningPage, planner, "evening_page")


class Fingers:
    """Counts each key that is pressed."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        press(self.planner, key, modifier=modifier)
        settle()

    def letter(self, letter: str) -> None:
        self.count += 1
        type_words(self.planner, letter)
        settle()


def test_a_whole_evening_of_three_with_a_miss_told_first_takes_under_twenty_keys(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    planner = open_planner()
    fingers = Fingers(planner)
    fingers.press(Qt.Key.Key_E, CONTROL)
    assert "Today, 1 of 3" in words_on(planner)
    fingers.letter("k")
    fingers.letter("m")
    assert "Does Ana know yet?" in words_on(planner)
    fingers.letter("1")
    fingers.press(ENTER)
    assert "Today, 3 of 3" in words_on(planner)
    fingers.letter("p")
    for number in (1, 2, 3):
        assert f"In the evening, question {number} of 3" in words_on(planner)
        fingers.press(ENTER)
    said = words_on(planner)
    assert "Recorded." in said
    assert any(words.startswith("Today: 1 of 3 kept, 1 partly, 1 missed, all answered.") for words in said)
    assert any(words.endswith("The five steps after a miss are kept for later, on Today.") for words in said)
    assert "Tomorrow, Tuesday 5 May" in said
    fingers.press(ESCAPE)
    assert is_seen(planner, "today_page")
    assert fingers.count < 20
    assert [values(workspace, each, MONDAY) for each in three] == [[Value.KEPT], [Value.MISSED], [Value.PARTLY]]
    assert told(workspace, three[1]) == [How.TOLD_FIRST]
    assert workspace.read(path_answer, "day_shaded", MONDAY) is None, "what is skipped writes nothing"


def test_enter_answers_nothing_and_leaves_the_item_open(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    planner = open_planner()
    fingers = Fingers(planner)
    fingers.press(Qt.Key.Key_E, CONTROL)
    for _ in range(6):
        fingers.press(ENTER)
    said = words_on(planner)
    assert "Nothing is recorded for today. It stays blank unless you add it." in said
    assert "Ring at six\nRead aloud\nWalk home" in said
    assert all(values(workspace, each, MONDAY) == [] for each in three)


def test_a_running_week_takes_a_day_or_writes_nothing_and_says_so(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    week = promise(workspace.runner, times_a(Unit.WEEK, 3), "Phone on the table")
    planner = open_planner()
    toasts: list[str] = []
    workspace.told.connect(toasts.append)
    left = ["Left open. Nothing is written."]
    for letter, marked, said in (("m", (), left), ("n", (), left), ("k", (MONDAY,), [])):
        toasts.clear()
        planner.go(Destination("evening", "evening"))
        settle()
        assert "0 of 3 so far" in words_on(planner)
        type_words(planner, letter)
        settle()
        history = workspace.read(history_of, week.id)
        assert history is not None
        assert (history.done_days, toasts) == (marked, said)
        assert "In the evening, question 1 of 3" in words_on(planner)
    press(planner, Qt.Key.Key_Left, modifier=ALT)
    settle()
    assert "1 of 3 so far" in words_on(planner)
    assert seen_as(Button, planner, "evening_next_button").text() == "Go on"
    type_words(planner, "m")
    settle()
    assert toasts == [], "the day is marked, so nothing is left open"


def test_the_button_below_an_open_item_says_that_it_leaves_it_open(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    planner = open_planner()
    toasts: list[str] = []
    workspace.told.connect(toasts.append)
    planner.go(Destination("evening", "evening"))
    settle()
    assert seen_as(Button, planner, "evening_next_button").text() == "Leave it open"
    press_button(planner, "evening_next_button")
    settle()
    assert "Today, 2 of 3" in words_on(planner)
    assert toasts == ["Left open. Nothing is written."]
    assert values(workspace, three[0], MONDAY) == []


def test_yesterday_comes_after_today_and_one_step_back_can_change_an_answer(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    ring = promise(workspace.runner, daily(), "Ring at six")
    clock.forward(days=1)
    planner = in_the_evening(open_planner)
    assert "Today, 1 of 1" in words_on(planner)
    type_words(planner, "k")
    settle()
    assert "Yesterday, Monday 4 May, 1 of 1" in words_on(planner)
    type_words(planner, "n")
    settle()
    press(planner, Qt.Key.Key_Left, modifier=ALT)
    settle()
    assert "Yesterday, Monday 4 May, 1 of 1" in words_on(planner)
    type_words(planner, "p")
    assert values(workspace, ring, MONDAY) == [Value.NOT_APPLICABLE, Value.PARTLY]
    assert values(workspace, ring, TUESDAY) == [Value.KEPT]


def test_a_lock_in_the_middle_comes_back_to_the_same_place_with_the_typed_words(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    planner = in_the_evening(open_planner)
    for letter in "kkk":
        type_words(planner, letter)
        settle()
    type_words(planner, "I said traffic")
    planner.save_typing()
    assert page_of(planner).detail() == "evening|question//day_shaded"
    again = open_planner()
    settle()
    field = seen_as(QTextEdit, again, "evening_day_shaded_field")
    assert field.toPlainText() == "I said traffic"
    assert focus_in(again) is field
    press(again, ENTER, modifier=CONTROL)
    settle()
    assert "In the evening, question 2 of 3" in words_on(again)
    answer = workspace.read(path_answer, "day_shaded", MONDAY)
    assert answer is not None
    assert answer.words == "I said traffic"


def test_leaving_at_any_place_loses_nothing_and_the_same_words_stand_on_the_path(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    planner = in_the_evening(open_planner)
    type_words(planner, "I left late")
    press(planner, ESCAPE)
    settle()
    assert is_seen(planner, "today_page")
    planner.go(Destination("path", "day_shaded"))
    settle()
    assert seen_as(QTextEdit, planner, "path_answer_field").toPlainText() == "I left late"


def test_the_scale_takes_a_number_and_enter_alone_chooses_none(open_planner: OpenPlanner, workspace: Workspace) -> None:
    planner = open_planner()
    for keys, choice in (("", None), ("7", "7")):
        planner.go(Destination("evening", "evening|question//day_how_hard"))
        settle()
        type_words(planner, keys)
        press(planner, ENTER)
        settle()
        assert "Nothing was asked for today." in words_on(planner)
        answer = workspace.read(path_answer, "day_how_hard", MONDAY)
        assert (None if answer is None else answer.choice) == choice


def test_a_line_that_was_crossed_opens_its_sheet_and_the_walk_goes_on_after_it(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    line = promise(workspace.runner, daily(), "No drinking", surroundings=Surroundings(is_line=True))
    planner = in_the_evening(open_planner)
    type_words(planner, "m")
    settle()
    sheet = seen_as(SheetDialog, planner.window(), "line_sheet")
    press(sheet, ESCAPE)
    settle()
    assert values(workspace, line, MONDAY) == [Value.MISSED]
    assert "In the evening, question 1 of 3" in words_on(planner)


def test_the_morning_asks_for_yesterday_alone_and_reads_the_plan_once(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    ring = promise(workspace.runner, daily(), "Ring at six", at_minute=18 * 60)
    plan = joined(("I notice that I hide the screen", "put the phone on the table", ""))
    workspace.do_quietly(write_if_then, _plan_code(workspace), plan)
    own = HardDayWords(HardFor.ME, "The call", TUESDAY)
    theirs = HardDayWords(HardFor.THEM, "The day she found out", TUESDAY)
    for written in (own, theirs):
        workspace.do_quietly(hard_days.add_hard_day, written)
        clock.forward(minutes=1)
    clock.forward(days=1)
    clock.local = clock.local.replace(hour=7)
    planner = open_planner()
    press(planner, Qt.Key.Key_E, modifier=CONTROL)
    settle()
    assert "Yesterday, Monday 4 May, 1 of 1" in words_on(planner)
    type_words(planner, "k")
    settle()
    said = words_on(planner)
    assert "Nothing is left to answer." in said
    assert "Today, Tuesday 5 May" in said
    assert "18:00  Ring at six" in said
    assert any("put the phone on the table" in words for words in said)
    assert "A hard day for you: The call\nA hard day for Ana." in said
    assert not any("The day she found out" in words for words in said)
    press_button(planner, "evening_hard_days_button")
    assert any("The day she found out" in words for words in words_on(planner))
    history = workspace.read(history_of, ring.id)
    assert history is not None
    item = item_on(history, TUESDAY, TUESDAY)
    assert item is not None
    assert not item.is_answered


def through_the_questions(planner: Planner, most: int = 6) -> None:
    """Press Enter until the end is reached."""
    for _ in range(most):
        if is_seen(planner, "evening_next_button") and "To Today" in words_on_buttons(planner):
            return
        press(planner, ENTER)
        settle()


def words_on_buttons(planner: Planner) -> list[str]:
    return [button.text() for button in page_of(planner).findChildren(Button) if button.isVisible()]


def test_while_something_is_open_the_end_never_says_that_all_is_answered(
    open_planner: OpenPlanner, workspace: Workspace, three: list[Commitment]
) -> None:
    planner = in_the_evening(open_planner)
    type_words(planner, "k")
    settle()
    through_the_questions(planner)
    said = words_on(planner)
    assert "Today: 1 of 1 kept. 2 still open." in said
    assert not any("all answered" in words for words in said)


def test_what_yesterday_left_open_is_open_in_the_counts_of_today_too(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    clock.forward(days=1)
    planner = in_the_evening(open_planner)
    type_words(planner, "k")
    settle()
    through_the_questions(planner)
    said = words_on(planner)
    assert "Today: 1 of 1 kept." in said
    assert "Ring at six" in said, "the one of yesterday stands below what is still open"
    assert not any("all answered" in words for words in said)


NOTE_BEFORE = {
    Contact.OPEN: "Ana decides whether it is spoken of. What you promised for tomorrow stays as it is.",
    Contact.NONE: "Nothing is sent and nothing is asked tomorrow. The distance is what that day needs from you.",
}


@pytest.mark.parametrize("contact", list(NOTE_BEFORE))
def test_the_evening_says_that_the_hard_day_is_tomorrow(
    open_planner: OpenPlanner, workspace: Workspace, contact: Contact
) -> None:
    for whose, words in ((HardFor.ME, "The call"), (HardFor.THEM, "The day she found out")):
        workspace.do_quietly(hard_days.add_hard_day, HardDayWords(whose, words, TUESDAY))
    workspace.do_quietly(plans.set_contact, contact)
    planner = open_planner()
    planner.go(Destination("evening", "evening|end//"))
    settle()
    said = "\n".join(words_on(planner))
    assert "Tomorrow is a hard day for you: The call" in said
    assert "Tomorrow is a hard day for Ana." in said
    assert "A hard day for" not in said
    press_button(planner, "evening_hard_days_button")
    said = "\n".join(words_on(planner))
    assert "Tomorrow is a hard day for Ana. “The day she found out”" in said
    assert NOTE_BEFORE[contact] in said
    assert "today needs" not in said


def test_a_miss_not_told_yet_has_one_line_that_is_enough_and_the_way_to_plan_it(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    ring = promise(workspace.runner, daily(), "Ring at six")
    planner = in_the_evening(open_planner)
    type_words(planner, "m")
    settle()
    lead = "If it is safe and welcome, tell her before she finds out, today. One line is enough:"
    assert lead in words_on(planner)
    assert not is_seen(planner, "evening_plan_telling_button")
    type_words(planner, "4")
    settle()
    assert told(workspace, ring) == [How.NOT_YET]
    assert lead in words_on(planner)
    press_button(planner, "evening_plan_telling_button")
    settle()
    assert is_seen(planner, "today_page")
    sheet = seen_as(SheetDialog, planner.window(), "miss_sheet")
    assert lead in words_on(sheet)


def test_what_is_told_already_needs_no_line_to_tell(open_planner: OpenPlanner, workspace: Workspace) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    planner = in_the_evening(open_planner)
    for letter in "m1":
        type_words(planner, letter)
        settle()
    assert not any("One line is enough" in words for words in words_on(planner))
    assert not is_seen(planner, "evening_plan_telling_button")


def test_without_contact_the_step_proposes_no_telling(open_planner: OpenPlanner, workspace: Workspace) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    workspace.do_quietly(plans.set_contact, Contact.NONE)
    planner = in_the_evening(open_planner)
    for letter in "m1":
        type_words(planner, letter)
        settle()
        assert not any("One line is enough" in words for words in words_on(planner))
        assert not is_seen(planner, "evening_plan_telling_button")


@pytest.mark.parametrize(("size", "scale"), [((900, 600), 1.0), ((1280, 800), 2.0)])
def test_in_a_low_window_the_question_stands_in_the_first_screen(
    workspace: Workspace,
    show_page: ShowPage,
    applied_theme: Theme,
    three: list[Commitment],
    size: tuple[int, int],
    scale: float,
) -> None:
    applied_theme.set_text_scale(scale)
    page = EveningPage(workspace)
    page.show_detail("evening")
    show_page(page, width=size[0], height=size[1])
    page.setFocus()
    settle()
    assert "Evening" in words_on(page)
    type_words(page, "m")
    settle()
    assert "Evening" not in words_on(page), "it has been read"
    lead = page.workspace.catalogue.miss_steps().tell.lead.said_to(workspace.voice)
    [question] = [each for each in page.findChildren(TextLabel) if each.isVisible() and each.text() == lead]
    assert question.mapTo(page, question.rect().bottomLeft()).y() < page.height()
    press(page, Qt.Key.Key_Left, modifier=ALT)
    settle()
    assert "Evening" in words_on(page), "the first step has it again"
    applied_theme.set_text_scale(1.0)


def _plan_code(workspace: Workspace) -> str:
    codes = workspace.catalogue.prompt_codes()
    [code] = [each for each in codes if workspace.catalogue.prompt(each).form.value == "if_then"]
    return code


@pytest.mark.parametrize("pronoun", Pronoun)
@pytest.mark.parametrize("contact", Contact)
def test_how_a_miss_came_out_is_asked_as_the_contact_allows(
    open_planner: OpenPlanner, workspace: Workspace, pronoun: Pronoun, contact: Contact
) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    workspace.do_quietly(plans.begin, "Sam", "Ana", pronoun)
    workspace.do_quietly(plans.set_contact, contact)
    planner = in_the_evening(open_planner)
    type_words(planner, "m")
    settle()
    asked = {
        Contact.OPEN: "Does Ana know yet?",
        Contact.LIMITED: "Can Ana know of it, within the limits?",
        Contact.NONE: "Does somebody know yet?",
    }
    assert asked[contact] in words_on(planner)
    is_offered = is_seen(planner, "evening_how_list_told_first_button")
    assert is_offered is (contact is not Contact.NONE)


def test_while_something_is_hidden_no_counts_of_conduct_are_said(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    promise(workspace.runner, daily(), "Ring at six")
    planner = open_planner()
    workspace.do_quietly(plans.answer_safety, {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}, keep_answers=False)
    planner.go(Destination("evening", "evening"))
    settle()
    type_words(planner, "k")
    settle()
    for _ in range(3):
        press(planner, ENTER)
        settle()
    said = words_on(planner)
    assert "Today: 1 of 1 answered." in said
    assert not any("kept" in words for words in said)


def test_an_answer_undone_is_asked_again_where_the_person_stands(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    ring = promise(workspace.runner, daily(), "Ring at six")
    planner = in_the_evening(open_planner)
    type_words(planner, "m")
    settle()
    assert "Does Ana know yet?" in words_on(planner)
    press(planner, Qt.Key.Key_Z, modifier=CONTROL)
    settle()
    assert "Today, 1 of 1" in words_on(planner)
    type_words(planner, "k")
    assert values(workspace, ring, MONDAY) == [Value.KEPT]


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_names_and_other_scripts_are_never_cut(
    workspace: Workspace, show_page: ShowPage, applied_theme: Theme, size: tuple[int, int], scale: float
) -> None:
    workspace.do_quietly(plans.begin, "Sam", ("Wolfeschlegelsteinhausenbergerdorff " * 2)[:LONGEST_NAME], Pronoun.THEY)
    promise(workspace.runner, daily(), "להתקשר בשש " * 5, at_minute=18 * 60)
    applied_theme.set_text_scale(scale)
    page = EveningPage(workspace)
    page.show_detail("evening")
    show_page(page, width=size[0], height=size[1])
    page.setFocus()
    settle()
    for keys in ("m", "1", "", "", "", ""):
        assert cut_widgets(page) == []
        if keys:
            type_words(page, keys)
        if keys != "m":
            press(page, ENTER)
        settle()
    assert seen(page, "evening_next_button")
    applied_theme.set_text_scale(1.0)
