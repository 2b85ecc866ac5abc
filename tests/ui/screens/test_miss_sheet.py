from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import settle
from tests.ui.screens.seen_today import Seen, words_in
from trustplanner.actions import answers, plans
from trustplanner.domain.answers import Adjust, How, MissReview, Telling, Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.commitments import history_of, miss_review
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.option_list import OptionList
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.step_bar import StepBar
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.today_page.typed_time import minute_typed

DAY = timedelta(days=1)
TUESDAY = MONDAY + DAY
CTRL = Qt.KeyboardModifier.ControlModifier
TITLES = (
    "Does Ana know yet?",
    "What happened?",
    "What made it more likely?",
    "What did it cost Ana, and what will you do about it?",
    "What happens with this commitment?",
)


class Steps(Seen):
    """A miss of today, and the sheet with its steps."""

    missed: Commitment

    def miss(self, day: date = MONDAY) -> "Steps":
        """Miss something, and open its steps from the row."""
        self.missed = self.promise(title="Ring at six")
        self.answer_all(self.missed, {day: Value.MISSED})
        self.open("" if day == self.workspace.today else day.isoformat())
        self.click("follow_up")
        return self

    @property
    def steps(self) -> SheetDialog:
        return self.sheet("miss_sheet")

    @property
    def title(self) -> str:
        return self.steps.title_label.text()

    def part(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.steps.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def press_button(self, name: str) -> None:
        click(self.part(QPushButton, f"miss_{name}_button"))

    def shows(self, name: str) -> bool:
        return self.part(QPushButton, f"miss_{name}_button").isVisibleTo(self.steps)

    def open_step(self, number: int) -> None:
        click(self.part(PaintedButton, f"miss_step_{number}_button"))

    def said(self) -> list[str]:
        return words_in(self.steps)

    def tellings(self) -> tuple[Telling, ...]:
        history = self.workspace.read(history_of, self.missed.id)
        assert history is not None
        return history.tellings

    def told(self) -> list[tuple[How, date | None, int | None]]:
        return [(telling.how, telling.told_on, telling.told_minute) for telling in self.tellings()]

    def review(self, day: date = MONDAY) -> MissReview:
        found = self.workspace.read(miss_review, self.missed.id, day)
        assert found is not None
        return found


@pytest.fixture
def steps(workspace: Workspace, clock: MovedClock, show_page: Callable[..., QWidget]) -> Steps:
    return Steps(workspace, clock, show_page)


# --- walking


def test_the_five_steps_follow_each_other(steps: Steps) -> None:
    steps.miss()
    walked = [steps.title]
    for _ in range(4):
        steps.press_button("next")
        walked.append(steps.title)
    assert tuple(walked) == TITLES
    steps.press_button("next")
    assert not steps.has_sheet()


def test_each_step_can_be_skipped_and_nothing_is_written(steps: Steps) -> None:
    steps.miss()
    for _ in range(4):
        steps.press_button("skip")
    assert steps.title == TITLES[-1]
    assert not steps.shows("skip")
    assert steps.tellings() == ()
    assert steps.workspace.read(miss_review, steps.missed.id, MONDAY) is None


def test_any_step_can_be_opened_by_its_name(steps: Steps) -> None:
    steps.miss()
    for number in (4, 2, 5, 1, 3):
        steps.open_step(number)
        assert steps.title == TITLES[number - 1]


def test_the_row_leads_to_the_first_step_that_is_empty(steps: Steps) -> None:
    steps.miss()
    press(steps.steps, Qt.Key.Key_1)
    press(steps.steps, Qt.Key.Key_Escape)
    steps.click("follow_up")
    assert steps.title == TITLES[1]


def test_when_all_five_are_written_the_row_still_leads_there(steps: Steps) -> None:
    steps.miss()
    press(steps.steps, Qt.Key.Key_Escape)
    do, missed = steps.workspace.runner.do, steps.missed
    do("", answers.tell, missed.id, MONDAY, How.TOLD_FIRST)
    do(
        "",
        answers.review_miss,
        missed.id,
        MONDAY,
        facts="x",
        likelier=frozenset({"tired"}),
        cost="y",
        adjust=Adjust.KEEP,
    )
    steps.page.mark_stale()
    assert steps.button("follow_up").text() == "The five steps"
    steps.click("follow_up")
    assert steps.title == TITLES[0]


def test_closing_brings_the_focus_back_to_the_page(steps: Steps) -> None:
    steps.miss()
    press(steps.steps, Qt.Key.Key_Escape)
    assert focus_in(steps.page).objectName() == "today_follow_up_button"


def test_keys_do_not_reach_the_page_behind(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "k")
    assert steps.written(steps.missed, MONDAY) == [Value.MISSED]


# --- 1, tell first


@pytest.mark.parametrize(("key", "how"), list(zip("12345", How, strict=True)))
def test_one_number_says_how_it_came_out(steps: Steps, key: str, how: How) -> None:
    steps.miss()
    type_words(steps.steps, key)
    assert steps.told() == [(how, None, None)]
    options = steps.part(OptionList, "miss_how")
    assert isinstance(options, OptionList)
    assert options.chosen == how


def test_the_time_is_typed_and_not_derived(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "1")
    day, at = steps.part(ComboField, "miss_told_on_combo"), steps.part(QLineEdit, "miss_told_at_field")
    assert isinstance(day, ComboField)
    assert isinstance(at, QLineEdit)
    assert (day.code(), at.text()) == (None, "")
    day.setFocus()
    press(steps.steps, Qt.Key.Key_Down)
    at.setFocus()
    QTest.keyClicks(at, "18:25")
    press(steps.steps, Qt.Key.Key_Escape)
    assert steps.told() == [(How.TOLD_FIRST, MONDAY, 18 * 60 + 25)], "one telling, completed in the same sitting"
    assert steps.says("Told first. You told her at 18:25, before she asked.", steps.row())


def test_what_was_chosen_by_mistake_is_corrected_in_the_same_sitting(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "31")
    assert [how for how, _, _ in steps.told()] == [How.TOLD_FIRST]


def test_a_later_change_is_a_telling_of_its_own_with_its_date(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "4")
    assert any("“Not yet” may change later" in words for words in steps.said())
    press(steps.steps, Qt.Key.Key_Escape)
    steps.clock.go_to(TUESDAY)
    steps.workspace.notice_the_day()
    steps.page.show_detail(MONDAY.isoformat())
    steps.click("follow_up")
    assert steps.title == TITLES[0]
    type_words(steps.steps, "2")
    assert [(row.how, row.written_on) for row in steps.tellings()] == [
        (How.NOT_YET, MONDAY),
        (How.WHEN_ASKED, TUESDAY),
    ]
    assert any("Before: Not told yet, written Mon 4 May" in words for words in steps.said())


def test_a_time_without_a_day_asks_for_the_day(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "1")
    at = steps.part(QLineEdit, "miss_told_at_field")
    at.setFocus()
    QTest.keyClicks(at, "18:25")
    press(steps.steps, Qt.Key.Key_Tab)
    assert "Say the day too." in steps.said()


def test_what_is_no_time_is_said_and_not_written(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "1")
    day, at = steps.part(ComboField, "miss_told_on_combo"), steps.part(QLineEdit, "miss_told_at_field")
    day.setFocus()
    press(steps.steps, Qt.Key.Key_Down)
    at.setFocus()
    QTest.keyClicks(at, "soon")
    press(steps.steps, Qt.Key.Key_Tab)
    assert "A time looks like 18:25." in steps.said()
    press(steps.steps, Qt.Key.Key_Escape)
    assert steps.told() == [(How.TOLD_FIRST, MONDAY, None)]


def test_the_time_of_day_stands_beside_the_answer(steps: Steps) -> None:
    steps.miss()
    steps.workspace.do("telling", answers.tell, steps.missed.id, MONDAY, How.TOLD_FIRST, MONDAY, 18 * 60 + 25)
    chosen = steps.part(PaintedButton, "miss_how_told_first_button")
    assert chosen.accessibleName() == "I told her before she asked. 18:25"
    at = steps.part(QLineEdit, "miss_told_at_field")
    assert isinstance(at, QLineEdit)
    assert at.text() == "18:25"


def test_where_contact_is_not_welcome_telling_them_is_not_offered(steps: Steps) -> None:
    steps.workspace.runner.do("", plans.begin, "Sam", "Ana", steps.workspace.plan.pronoun, "Ruth")
    steps.workspace.do("contact", plans.set_contact, Contact.NONE)
    steps.miss()
    assert steps.title == "Does Ruth know yet?"
    offered = [
        button.objectName().removeprefix("miss_how_").removesuffix("_button")
        for button in steps.part(OptionList, "miss_how").findChildren(PaintedButton)
    ]
    assert offered == [How.NOT_WELCOME, How.NOT_YET, How.FOUND_OUT, How.WHEN_ASKED]
    assert any(words.startswith("Contact with Ana is not welcome") for words in steps.said())
    type_words(steps.steps, "1")
    assert steps.told() == [(How.NOT_WELCOME, None, None)]


def test_a_telling_is_undone_in_one_step(steps: Steps) -> None:
    steps.miss()
    type_words(steps.steps, "1")
    press(steps.steps, Qt.Key.Key_Escape)
    steps.workspace.undo()
    assert steps.tellings() == ()
    assert steps.says("Does Ana know yet?", steps.row())


# --- 2, what happened


def test_typed_words_save_themselves(steps: Steps, qtbot: QtBot) -> None:
    steps.miss().open_step(2)
    assert focus_in(steps.steps).objectName() == "miss_facts_field"
    type_words(steps.steps, "I was on the train.")
    qtbot.waitUntil(lambda: steps.workspace.read(miss_review, steps.missed.id, MONDAY) is not None)
    assert steps.review().facts == "I was on the train."
    assert "Saved at 20:00. Only in this file." in steps.said()


def test_what_is_typed_is_saved_at_once_by_closing_going_on_or_locking(steps: Steps) -> None:
    steps.miss().open_step(2)
    type_words(steps.steps, "On the train.")
    steps.page.save_typing()
    assert steps.review().facts == "On the train."
    press(steps.steps, Qt.Key.Key_Tab)
    type_words(steps.steps, "At half past five.")
    press(steps.steps, Qt.Key.Key_Return, modifier=CTRL)
    assert steps.title == TITLES[2]
    assert steps.review().last_moment == "At half past five."
    steps.open_step(2)
    type_words(steps.steps, " Late.")
    press(steps.steps, Qt.Key.Key_Escape)
    assert steps.review().facts == "On the train. Late."


def test_a_visit_to_a_step_is_one_undo_step(steps: Steps) -> None:
    steps.miss().open_step(2)
    type_words(steps.steps, "One.")
    steps.page.save_typing()
    type_words(steps.steps, " Two.")
    press(steps.steps, Qt.Key.Key_Escape)
    steps.workspace.undo()
    steps.workspace.undo()
    assert steps.workspace.read(miss_review, steps.missed.id, MONDAY) is None
    steps.workspace.redo()
    assert steps.review().facts == "One."


def test_what_was_written_is_there_when_the_step_is_opened_again(steps: Steps) -> None:
    steps.miss()
    long_text = "קו אחר קו 🏡 " * 500
    steps.workspace.do("facts", answers.review_miss, steps.missed.id, MONDAY, facts=long_text)
    steps.open_step(2)
    field = steps.part(WritingField, "miss_facts_field")
    assert isinstance(field, WritingField)
    assert field.toPlainText() == long_text


# --- 3, what made it likelier


def test_causes_are_chosen_and_left_by_keyboard(steps: Steps) -> None:
    steps.miss().open_step(3)
    press(steps.steps, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert set(steps.review().likelier.split()) == {"tired", "rushed", "avoiding_a_feeling"}
    press(steps.steps, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert set(steps.review().likelier.split()) == {"tired", "avoiding_a_feeling"}


def test_causes_are_chosen_by_mouse_and_shown_again(steps: Steps) -> None:
    steps.miss().open_step(3)
    click(steps.part(PaintedButton, "miss_likelier_forgot_button"))
    press(steps.steps, Qt.Key.Key_Escape)
    assert steps.review().likelier == "forgot"
    steps.click("follow_up")
    steps.open_step(3)
    chosen = steps.part(PaintedButton, "miss_likelier_forgot_button")
    assert isinstance(chosen, PaintedButton)
    assert chosen.isChecked()


# --- 4, repair


def test_a_repair_gets_its_day_and_is_done_later(steps: Steps, qtbot: QtBot) -> None:
    steps.miss().open_step(4)
    assert not steps.shows("done"), "there is nothing to be done yet"
    type_words(steps.steps, "Half an hour.")
    press(steps.steps, Qt.Key.Key_Tab)
    type_words(steps.steps, "I ring at seven.")
    steps.page.save_typing()
    assert (steps.review().cost, steps.review().repair) == ("Half an hour.", "I ring at seven.")
    steps.press_button("add_by")
    by = steps.part(DateField, "miss_by_field")
    assert isinstance(by, DateField)
    press(steps.steps, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: steps.review().repair_by == by.day())
    steps.press_button("done")
    assert steps.review().repair_done_on == MONDAY
    assert "Done on Monday 4 May." in steps.said()
    assert steps.written(steps.missed, MONDAY) == [Value.MISSED], "the miss stays a miss"
    steps.press_button("not_done")
    assert steps.review().repair_done_on is None


def test_a_repair_that_would_watch_somebody_is_refused_at_its_field(steps: Steps, qtbot: QtBot) -> None:
    steps.miss().open_step(4)
    press(steps.steps, Qt.Key.Key_Tab)
    type_words(steps.steps, "I check her phone tonight")
    refusal = steps.workspace.catalogue.error_sentence(Code.TRACKS_THEM)
    qtbot.waitUntil(lambda: refusal in steps.said())
    steps.press_button("next")
    assert steps.has_sheet(), "the words stay until they are said differently"
    assert read_repair(steps) == ""
    steps.part(WritingField, "miss_repair_field").setFocus()
    press(steps.steps, Qt.Key.Key_A, modifier=CTRL)
    type_words(steps.steps, "I ring at seven.")
    assert refusal not in steps.said()
    steps.page.save_typing()
    assert steps.review().repair == "I ring at seven."


def read_repair(steps: Steps) -> str:
    review = steps.workspace.read(miss_review, steps.missed.id, MONDAY)
    return "" if review is None else review.repair


def test_a_repair_may_go_without_a_day(steps: Steps) -> None:
    steps.miss().open_step(4)
    steps.press_button("add_by")
    assert steps.review().repair_by == MONDAY + 7 * DAY
    steps.press_button("no_day")
    assert steps.review().repair_by is None
    assert steps.shows("add_by")


# --- 5, adjust


def test_keeping_it_needs_no_editor(steps: Steps) -> None:
    steps.miss().open_step(5)
    type_words(steps.steps, "1")
    assert steps.review().adjust is Adjust.KEEP
    assert not steps.shows("editor")


@pytest.mark.parametrize(("key", "adjust"), [("2", Adjust.SHRINK), ("3", Adjust.MOVE), ("4", Adjust.DROP)])
def test_whatever_is_made_easier_leads_to_the_editor(steps: Steps, key: str, adjust: Adjust) -> None:
    steps.miss().open_step(5)
    type_words(steps.steps, key)
    assert steps.review().adjust is adjust
    steps.press_button("editor")
    assert steps.led_to == [Destination("commitment", steps.missed.id)]
    assert not steps.has_sheet()


def test_sureness_is_said_from_zero_to_ten(steps: Steps) -> None:
    steps.miss().open_step(5)
    steps.part(Scale, "miss_sureness_scale").setFocus()
    type_words(steps.steps, "8")
    assert steps.review().sureness == 8


def test_the_last_step_has_one_way_out(steps: Steps) -> None:
    steps.miss().open_step(5)
    words = [word for word in steps.said() if word == "Save and close"]
    assert len(words) == 1


# --- what is said at the foot


def test_one_miss_is_said_among_how_many(steps: Steps) -> None:
    commitment = steps.promise(title="Ring at six")
    values = {MONDAY + at * DAY: Value.KEPT for at in range(5)} | {MONDAY + 5 * DAY: Value.MISSED}
    steps.answer_all(commitment, values)
    steps.clock.go_to(MONDAY + 5 * DAY)
    steps.open().click("follow_up")
    assert "This is one miss among 6. It is not the whole of you, and it still counts." in steps.said()


def test_the_first_miss_of_all_is_not_called_one_among_others(steps: Steps) -> None:
    assert "This is the first one due. It is not the whole of you, and it still counts." in steps.miss().said()


def test_three_of_the_last_ten_and_two_not_told_first_are_noted(steps: Steps) -> None:
    commitment = steps.promise(title="Ring at six")
    steps.missed = commitment
    steps.answer_all(commitment, {MONDAY + at * DAY: Value.MISSED for at in range(3)})
    steps.clock.go_to(MONDAY + 2 * DAY)
    do = steps.workspace.runner.do
    do("", answers.tell, commitment.id, MONDAY, How.FOUND_OUT)
    steps.open().click("follow_up")
    assert any("At least three of the last ten were missed." in words for words in steps.said())
    assert not any("Two misses did not come from you first." in words for words in steps.said())
    type_words(steps.steps, "2")
    assert any("Two misses did not come from you first." in words for words in steps.said())


# --- being interrupted


def test_after_a_lock_the_person_is_where_they_were(steps: Steps, show_page: Callable[..., QWidget]) -> None:
    steps.miss().open_step(2)
    press(steps.steps, Qt.Key.Key_Tab)
    type_words(steps.steps, "Half past")
    press(steps.steps, Qt.Key.Key_Left)
    steps.page.save_typing()
    detail = steps.page.detail()
    again = Steps(steps.workspace, steps.clock, show_page)
    again.open(detail)
    QTest.qWait(10)
    assert again.title == TITLES[1]
    field = focus_in(again.steps)
    assert isinstance(field, WritingField)
    assert (field.objectName(), field.toPlainText()) == ("miss_last_moment_field", "Half past")
    assert field.textCursor().position() == len("Half pas")


def test_leaving_the_page_saves_and_closes_the_steps(steps: Steps) -> None:
    steps.miss().open_step(2)
    type_words(steps.steps, "On the train.")
    steps.page.hide()
    assert not steps.has_sheet()
    assert steps.review().facts == "On the train."


def test_hiding_the_whole_window_keeps_the_place_in_the_steps(steps: Steps) -> None:
    steps.miss().open_step(2)
    type_words(steps.steps, "On the train.")
    steps.window.hide()
    steps.page.save_typing()
    assert f"{MONDAY}/facts/" in steps.page.detail()
    assert steps.review().facts == "On the train."


def test_a_place_in_steps_that_are_gone_opens_the_day_alone(steps: Steps, show_page: Callable[..., QWidget]) -> None:
    steps.miss()
    detail = steps.page.detail()
    press(steps.steps, Qt.Key.Key_Escape)
    steps.workspace.do("change", answers.write, steps.missed.id, MONDAY, Value.KEPT)
    again = Steps(steps.workspace, steps.clock, show_page)
    again.open(detail)
    QTest.qWait(10)
    assert not again.has_sheet()
    assert again.chosen() == ["kept"]


def test_undoing_the_answer_behind_the_sheet_closes_it(steps: Steps) -> None:
    steps.missed = steps.promise()
    steps.open().key("m")
    steps.click("follow_up")
    steps.workspace.undo()
    assert not steps.has_sheet()
    assert steps.chosen() == [None]


def test_words_that_cannot_be_saved_stay_on_the_screen(steps: Steps) -> None:
    steps.miss().open_step(2)
    type_words(steps.steps, "On the train.")
    refused: list[object] = []
    steps.workspace.refused.connect(refused.append)
    steps.workspace.runner.do("", answers.write, steps.missed.id, MONDAY, Value.KEPT)  # unseen by the screens
    press(steps.steps, Qt.Key.Key_Escape)
    assert len(refused) == 1
    field = steps.part(WritingField, "miss_facts_field")
    assert isinstance(field, WritingField)
    assert field.toPlainText() == "On the train."


# --- small windows, large text


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_step_is_cut_off(steps: Steps, applied_theme: Theme, qtbot: QtBot, number: int, text_scale: float) -> None:
    applied_theme.set_text_scale(text_scale)
    steps.missed = steps.promise(title="Ring at six")
    steps.answer_all(steps.missed, {MONDAY: Value.MISSED})
    steps.open(width=900, height=600).click("follow_up")
    steps.open_step(number)

    def cut() -> list[str]:
        sheet = steps.steps.sheet
        parts = [*sheet.findChildren(QLabel), *sheet.findChildren(QPushButton), *sheet.findChildren(OptionList)]
        return [
            f"{part.objectName()} {part.accessibleName()}"
            for part in parts
            if part.isVisibleTo(sheet)
            and (
                part.mapTo(sheet, QPoint(0, 0)).x() < 0
                or part.mapTo(sheet, QPoint(part.width(), 0)).x() > sheet.width()
                or (part.hasHeightForWidth() and part.height() < part.heightForWidth(part.width()))
            )
        ]

    qtbot.waitUntil(lambda: cut() == [])


# --- typed times


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("18:25", 1105), ("18.25", 1105), ("1825", 1105), ("18", 1080), ("6:25 pm", 1105), ("12 am", 0), ("12pm", 720),
        ("0:00", 0), ("23:59", 1439), ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(text: str, minute: int | None) -> None:
    assert minute_typed(text) == minute


@pytest.mark.parametrize("text", ["24:00", "18:60", "soon", "13 pm", "0 am", "18:2", "-1:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        minute_typed(text)


# --- its shape


def test_no_step_moves_the_bar_or_the_buttons(steps: Steps, applied_theme: Theme) -> None:
    steps.miss()
    places = set()
    for number in (1, 2, 3, 4, 5, 3):
        steps.open_step(number)
        settle()
        bar, on = steps.part(StepBar, "miss_step"), steps.part(QPushButton, "miss_next_button")
        places.add((bar.mapTo(steps.steps, QPoint()).y(), on.mapTo(steps.steps, QPoint()).y()))
    assert len(places) == 1


def test_in_a_low_window_only_a_step_that_is_too_high_scrolls(steps: Steps, applied_theme: Theme) -> None:
    steps.miss()
    steps.window.resize(900, 560)
    scrolls = {}
    for number in (1, 2, 3, 4, 5):
        steps.open_step(number)
        settle()
        scrolls[number] = steps.steps._scroll.verticalScrollBar().isVisible()
    assert scrolls[4]
    assert not scrolls[3]


def test_that_a_miss_is_not_the_whole_of_you_is_said_on_the_first_step_only(steps: Steps) -> None:
    steps.miss()
    heard = []
    for number in (1, 2, 3, 4, 5):
        steps.open_step(number)
        heard.append(any("not the whole of you" in words for words in steps.said()))
    assert heard == [True, False, False, False, False]


def test_a_short_step_keeps_its_parts_together(steps: Steps, applied_theme: Theme) -> None:
    steps.miss()
    steps.open_step(3)
    settle()
    labels = [each for each in steps.steps.findChildren(TextLabel) if each.isVisible()]
    assert [each.text() for each in labels if each.height() > each.heightForWidth(each.width())] == []
