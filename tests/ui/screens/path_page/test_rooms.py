"""Each form of question on the path: a value, parts of a sentence, commitments, a scale, lines that are theirs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.path_page.path_person import LINES, PathPerson
from trustplanner.actions import letters, path
from trustplanner.actions.runner import Runner
from trustplanner.domain.commitments import Stance
from trustplanner.domain.errors import Code
from trustplanner.domain.path import PromptState, Whose, parts
from trustplanner.domain.schedules import daily
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.dots import ContentsEntry, DotState
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.path_page import PathPage

ShowPage = Callable[..., QWidget]
CTRL = Qt.KeyboardModifier.ControlModifier


# --- if ..., then I will ...


def test_a_plan_may_name_the_urge_to_look_but_not_plan_to(person: PathPerson) -> None:
    person.open("amends_hard_moment")
    person.type("I want to check her phone")
    person.press_keys(Qt.Key.Key_Tab)
    person.type("look through her messages")
    person.press_button("go_on")
    assert person.reads(person.workspace.catalogue.error_sentence(Code.TRACKS_THEM))
    assert parts(person.words("amends_hard_moment"), 2) == ("I want to check her phone", "")
    person.the(WritingField, "path_part_2_field").setFocus()
    person.press_keys(Qt.Key.Key_A, CTRL)
    person.type("go for a walk")
    person.press_button("go_on")
    written = parts(person.words("amends_hard_moment"), 2)
    assert written == ("I want to check her phone", "go for a walk")


# --- one value, and words


def test_a_value_is_chosen_and_saved_at_once_and_words_come_to_it(person: PathPerson) -> None:
    person.open("ready_value")
    click(person.the(QWidget, "path_value_segment_courage_button"))
    answer = person.answer("ready_value")
    assert answer is not None
    assert (answer.choice, answer.words) == ("courage", "")
    person.field.setFocus()
    person.type("I want to be asked.")
    person.leave_field()
    answer = person.answer("ready_value")
    assert answer is not None
    assert (answer.choice, answer.words) == ("courage", "I want to be asked.")
    person.open("hurt_who_else")
    person.open("ready_value")
    assert person.the(SegmentedControl, "path_value_segment").chosen == "courage"
    person.workspace.undo()
    person.workspace.undo()
    assert person.the(SegmentedControl, "path_value_segment").chosen is None
    assert person.state("ready_value") is PromptState.OPENED


def test_a_value_alone_shows_no_example(person: PathPerson) -> None:
    person.open("ready_value")
    click(person.the(QWidget, "path_value_segment_courage_button"))
    assert "strong" not in person.notes()


# --- parts


def test_three_parts_become_one_sentence(person: PathPerson) -> None:
    person.open("own_one_sentence")
    person.type("told your secret to Priya")
    person.press_keys(Qt.Key.Key_Tab)
    person.type("9 March.")
    person.press_keys(Qt.Key.Key_Tab)
    person.type("cost you a friend")
    whole = person.the(TextLabel, "path_whole_label").text()
    assert whole == "I told your secret to Priya, on 9 March, and it cost you a friend."
    person.press_keys(Qt.Key.Key_Return, CTRL)
    assert parts(person.words("own_one_sentence"), 3) == ("told your secret to Priya", "9 March.", "cost you a friend")
    person.open("own_one_sentence")
    assert person.the(WritingField, "path_part_2_field").toPlainText() == "9 March."


def test_a_plan_has_its_moment_and_its_act(person: PathPerson) -> None:
    person.open("amends_hard_moment")
    person.type("you ask me again")
    person.press_keys(Qt.Key.Key_Tab)
    person.type("I stay and answer")
    whole = person.the(TextLabel, "path_whole_label").text()
    assert whole == "If you ask me again, then I will I stay and answer."
    person.leave_field()
    assert person.words("amends_hard_moment").split("\x1f")[:2] == ["you ask me again", "I stay and answer"]
    assert person.the(WritingField, "path_part_3_field").toPlainText() == ""


def test_each_part_is_one_visit(person: PathPerson) -> None:
    person.open("own_one_sentence")
    person.type("lied")
    person.press_keys(Qt.Key.Key_Tab)
    person.type("9 March")
    person.leave_field()
    person.workspace.undo()
    assert person.the(WritingField, "path_part_1_field").toPlainText() == "lied"
    assert person.the(WritingField, "path_part_2_field").toPlainText() == ""


# --- commitments


def test_commitments_stand_below_the_words_and_lead_to_the_editor(person: PathPerson, runner: Runner) -> None:
    call = promise(runner, daily(), "Ring at six")
    promise(runner, daily(), "Statements on Sunday", waits=True)
    person.open("amends_commitments")
    assert person.the(Button, f"path_commitment_{call.id}_button").words() == "Ring at six"
    assert person.reads("I will call when I am late, so that Ana you need not wonder.")
    assert any(button.words() == "Statements on Sunday (waits)" for button in person.seen(Button))
    person.press_button(f"commitment_{call.id}")
    person.press_button("new_commitment")
    assert person.went == [Destination("commitment", call.id), Destination("commitment")]


def test_a_new_commitment_appears_while_words_that_are_typed_stay(person: PathPerson) -> None:
    person.open("amends_commitments")
    assert not person.reads("Commitments so far")
    person.type("From Monday")
    call = promise(person.workspace.runner, daily(), "Ring at six")
    assert person.workspace.read(terms_of, call.id)[0].stance is Stance.ACTIVE
    person.page.mark_stale()
    assert person.reads("Commitments so far")
    assert person.field.toPlainText() == "From Monday"
    person.leave_field()
    assert person.words("amends_commitments") == "From Monday"


# --- a scale


def test_a_number_is_chosen_by_mouse_or_key_and_can_be_taken_back(person: PathPerson) -> None:
    today = person.workspace.today
    person.open("day_how_hard")
    click(person.the(PaintedButton, "path_scale_7_button"))
    answer = person.answer("day_how_hard", today)
    assert answer is not None
    assert answer.choice == "7"
    assert person.reads("Saved at 20:00. Only in this file.")
    person.press_keys(Qt.Key.Key_4)
    assert person.the(Scale, "path_scale").number == 4
    person.workspace.undo()
    assert person.the(Scale, "path_scale").number == 7
    person.press_keys(Qt.Key.Key_Delete)
    assert person.state("day_how_hard", today) is PromptState.OPENED
    assert "strong" not in person.notes()


# --- lines


def add_lines(person: PathPerson, *words: str) -> None:
    person.open(LINES)
    for line in words:
        person.type(line)
        person.press_keys(Qt.Key.Key_Return, CTRL)


def test_a_line_is_a_guess_until_it_is_marked_as_said(person: PathPerson, clock: MovedClock) -> None:
    add_lines(person, "You made me feel stupid.")
    (line,) = person.kept_lines()
    assert (line.words, line.whose, line.heard_on) == ("You made me feel stupid.", Whose.GUESS, on("05-04"))
    assert person.reads("Ask, do not press")
    assert (person.field.toPlainText(), person.words(LINES)) == ("", "")
    person.type("Next")
    assert person.field.toPlainText() == "Next", "the next line can be typed at once"
    click(person.the(QWidget, f"path_line_{line.id}_whose_said_button"))
    assert [kept.whose for kept in person.kept_lines()] == [Whose.SAID]
    assert person.reads("“You made me feel stupid.”")
    assert person.reads("From memory, 4 May")
    assert person.words(LINES) == "Next"
    clock.forward(days=400)
    person.open("hurt_who_else")
    person.open(LINES)
    assert person.reads("From memory, 4 May 2026")


def test_the_mouse_adds_a_line_too_and_an_empty_field_adds_none(person: PathPerson) -> None:
    person.open(LINES)
    assert not person.the(Button, "path_add_line_button").isEnabled()
    person.press_keys(Qt.Key.Key_Return, CTRL)
    person.type("  ")
    assert not person.the(Button, "path_add_line_button").isEnabled()
    person.type("It was the Thursdays.")
    person.press_button("add_line")
    assert [line.words for line in person.kept_lines()] == ["It was the Thursdays."]


def test_lines_keep_their_order_and_their_widgets(person: PathPerson) -> None:
    add_lines(person, "one", "two")
    first = person.lines()[0]
    person.type("three")
    person.press_button("add_line")
    assert [line.words for line in person.kept_lines()] == ["one", "two", "three"]
    assert person.lines()[0] is first
    assert len(person.lines()) == 3


def test_a_line_is_said_in_other_words_as_one_step(person: PathPerson, qtbot: QtBot) -> None:
    add_lines(person, "It was Thursday")
    (line,) = person.kept_lines()
    person.press_button_of_line(line.id, "edit")
    person.type("s, all of")
    qtbot.waitUntil(lambda: person.kept_lines()[0].words == "It was Thursdays, all of")
    person.type(" them")
    person.press_keys(Qt.Key.Key_Return, CTRL)
    assert person.kept_lines()[0].words == "It was Thursdays, all of them"
    assert person.reads("It was Thursdays, all of them")
    person.workspace.undo()
    assert person.kept_lines()[0].words == "It was Thursday"
    assert [label.text() for label in person.seen(TextLabel) if label.text().startswith("It was")] == [
        "It was Thursday"
    ]


def test_marking_a_line_keeps_the_words_that_are_being_written_in_it(person: PathPerson) -> None:
    add_lines(person, "It was Thursday")
    (line,) = person.kept_lines()
    person.press_button_of_line(line.id, "edit")
    person.type("s")
    click(person.the(QWidget, f"path_line_{line.id}_whose_said_button"))
    kept = person.kept_lines()[0]
    assert (kept.words, kept.whose) == ("It was Thursdays", Whose.SAID)
    person.leave_field()
    assert person.reads("“It was Thursdays”")


def test_a_line_is_deleted_with_a_way_back(person: PathPerson) -> None:
    recorded: list[str] = []
    person.workspace.recorded.connect(recorded.append)
    add_lines(person, "one", "two")
    first, second = person.kept_lines()
    person.press_button_of_line(first.id, "delete")
    assert person.kept_lines() == (second,)
    assert recorded == ["Line deleted."]
    assert person.field.hasFocus()
    assert len(person.lines()) == 1
    person.workspace.undo(is_slip=True)
    assert person.kept_lines() == (first, second)
    assert len(person.lines()) == 2


def test_a_line_that_is_emptied_is_deleted(person: PathPerson) -> None:
    add_lines(person, "one")
    (line,) = person.kept_lines()
    person.press_button_of_line(line.id, "edit")
    for _ in "one":
        person.press_keys(Qt.Key.Key_Backspace)
    person.press_keys(Qt.Key.Key_Return, CTRL)
    assert person.kept_lines() == ()
    person.workspace.undo()
    assert [kept.words for kept in person.kept_lines()] == ["o"], "the last words that were saved"


def test_undo_puts_a_line_back_into_the_field(person: PathPerson) -> None:
    add_lines(person, "one")
    person.workspace.undo()
    assert person.kept_lines() == ()
    assert person.field.toPlainText() == "one"


def test_going_on_makes_a_line_of_what_stands_in_the_field(person: PathPerson) -> None:
    person.open(LINES)
    person.type("I stopped telling my mother.")
    person.press_button("go_on")
    assert [line.words for line in person.kept_lines()] == ["I stopped telling my mother."]
    assert person.title == "What was the worst part for Ana, and how do you know?"


def test_leaving_another_way_keeps_the_line_that_is_being_written(person: PathPerson) -> None:
    person.open(LINES)
    person.type("I stopped telling")
    person.choose("hurt_cost")
    assert (person.kept_lines(), person.words(LINES)) == ((), "I stopped telling")
    person.choose(LINES)
    assert person.field.toPlainText() == "I stopped telling"


def test_examples_wait_for_the_words_of_all_lines(person: PathPerson) -> None:
    add_lines(person, "one two")
    assert "strong" not in person.notes()
    add_lines(person, "three four")
    assert person.notes()["strong"] == ["Tom said: “You made me feel stupid in my own house.”"]


def test_lines_are_walked_by_keyboard_before_the_field(person: PathPerson) -> None:
    add_lines(person, "one")
    (line,) = person.kept_lines()
    person.settle()
    names = []
    for _ in range(3):
        person.press_keys(Qt.Key.Key_Backtab)
        focused = person.page.window().focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    assert names == [
        f"path_line_{line.id}_delete_button",
        f"path_line_{line.id}_edit_button",
        f"path_line_{line.id}_whose_guess_button",
    ]


def test_a_line_that_is_being_written_is_found_again_after_a_lock(person: PathPerson, show_page: ShowPage) -> None:
    add_lines(person, "It was Thursday")
    (line,) = person.kept_lines()
    person.press_button_of_line(line.id, "edit")
    person.type("s")
    person.page.save_typing()
    detail = person.page.detail()
    again = PathPage(person.workspace)
    again.show_detail(detail)
    show_page(again)
    again.setFocus()
    field = again.findChild(WritingField, f"path_line_{line.id}_words_field")
    assert field is not None
    assert field.isVisible()
    assert field.hasFocus()
    assert field.toPlainText() == "It was Thursdays"


def test_words_of_another_page_never_land_in_this_one(person: PathPerson) -> None:
    """A line that was deleted elsewhere takes what is being written in it along."""
    add_lines(person, "one")
    (line,) = person.kept_lines()
    person.press_button_of_line(line.id, "edit")
    person.type(" more")
    person.workspace.do("Delete", path.delete_line, line.id)
    assert person.kept_lines() == ()
    person.page.save_typing()
    assert person.kept_lines() == ()


def test_the_question_of_the_letter_leads_to_its_page(person: PathPerson) -> None:
    person.open("amends_letter")
    assert person.seen(WritingField) == []
    person.press_button("letter")
    assert person.went == [Destination("letter")]
    assert person.state("amends_letter") is PromptState.OPENED
    letter = person.workspace.do("Begin", letters.begin_letter).result
    person.workspace.do("Write", letters.write_letter, letter.id, "Ana, I lied.")
    person.open("amends_never_forgive")
    assert person.the(ContentsEntry, "path_amends_letter_entry").state is DotState.WRITTEN
    person.open("amends_letter")
    other = person.workspace.do("Begin", letters.begin_letter).result
    click(person.the(ContentsEntry, f"path_letter_{other.id}_button"))
    assert person.went[-1] == Destination("letter", other.id)
