"""The look-back on a month: its questions belong to the month, and beside them stand the counts of the record."""

import pytest

from tests.builders import on, promise
from tests.moved_clock import MovedClock
from tests.ui.screens.entry_person import cut_widgets
from tests.ui.screens.path_page.path_person import PathPerson
from trustplanner.actions import answers, commitments, plans
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Reason
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import daily

QUESTION = "month_causes"


def keep_a_week(person: PathPerson, clock: MovedClock, title: str = "Ring at six") -> str:
    """Five days from 4 May: three kept, one missed and told, one missed with nothing said."""
    workspace = person.workspace
    promised = promise(workspace.runner, daily(), title)
    values = (Value.KEPT, Value.KEPT, Value.MISSED, Value.KEPT, Value.MISSED)
    for number, value in enumerate(values):
        clock.go_to(on(f"05-{4 + number:02}"))
        workspace.do_quietly(answers.write, promised.id, workspace.today, value)
    workspace.do_quietly(answers.tell, promised.id, on("05-06"), How.TOLD_FIRST)
    return promised.id


def test_an_answer_belongs_to_its_month(person: PathPerson, clock: MovedClock) -> None:
    clock.go_to(on("05-20"))
    person.workspace.notice_the_day()
    person.open(QUESTION)
    assert person.heading == "Day to day, once a month, question 1 of 4"
    assert person.day == "This month, May"
    person.type("I ring from the car park.")
    clock.go_to(on("06-02"))
    person.workspace.notice_the_day()
    person.press_button("later")
    assert person.day == "This month, June"
    assert person.words(QUESTION, on("05-01")) == "I ring from the car park."


def test_a_month_that_has_just_ended_can_be_looked_back_on(person: PathPerson, clock: MovedClock) -> None:
    clock.go_to(on("06-02"))
    person.workspace.notice_the_day()
    person.open(QUESTION)
    person.press_button("earlier")
    assert person.day == "May"
    person.type("Written in June.")
    person.page.save_typing()
    assert person.words(QUESTION, on("05-01")) == "Written in June."


def test_the_months_counts_stand_beside_the_questions(person: PathPerson, clock: MovedClock) -> None:
    keep_a_week(person, clock)
    person.open(QUESTION)
    said = person.notes()["month"]
    assert said == [
        "Ring at six: 3 of 5 kept, 2 missed, all answered. Of the misses: 1 told first, 1 with nothing said yet."
    ]
    assert person.reads("May, from the record")
    assert not any("%" in words for words in said), "counts, no shares"
    person.open("week_slipped")
    assert "month" not in person.notes()


def test_what_is_answered_meanwhile_is_counted(person: PathPerson, clock: MovedClock) -> None:
    promised = keep_a_week(person, clock)
    person.open(QUESTION)
    person.workspace.do_quietly(answers.tell, promised, on("05-08"), How.FOUND_OUT)
    assert person.notes()["month"][-1].endswith("Of the misses: 1 told first, 1 found out.")


def test_a_commitment_that_has_ended_is_not_left_behind(person: PathPerson, clock: MovedClock) -> None:
    promised = keep_a_week(person, clock)
    person.workspace.do_quietly(commitments.end, promised, reason=Reason.THEIR_WISH)
    clock.go_to(on("06-02"))
    person.workspace.notice_the_day()
    person.open(f"{QUESTION}@2026-05-01")
    assert person.notes()["month"][0].startswith("Ring at six: 3 of 5 kept, 2 missed")


def test_a_month_without_anything_due_says_so(person: PathPerson) -> None:
    person.open(QUESTION)
    assert person.notes()["month"] == ["Nothing was due in this month."]


def test_while_something_is_hidden_no_count_stands_there(person: PathPerson, clock: MovedClock) -> None:
    keep_a_week(person, clock)
    given = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    person.workspace.do_quietly(plans.answer_safety, given, keep_answers=False)
    person.open(QUESTION)
    assert "month" not in person.notes()


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (900, 1.0), (1280, 2.0)])
def test_nothing_is_cut(person: PathPerson, clock: MovedClock, width: int, scale: float) -> None:
    keep_a_week(person, clock, title="W" * 60)
    person.workspace.theme.set_text_scale(scale)
    person.page.window().resize(width, 600 if width == 900 else 800)
    person.open(QUESTION)
    assert cut_widgets(person.page) == []
