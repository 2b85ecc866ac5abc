"""An evening under a clock that runs ten years ahead, in the whole program, and the evening on which it is right."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import on, promise
from tests.moved_clock import MovedClock
from tests.program.running import Running
from tests.ui.person import press
from tests.ui.screens.entry_person import settle
from tests.ui.screens.seen_today import words_in
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.record import Counts, build_record
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.commitments import histories
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.screens.today_page.day_head import DayHead

AHEAD = date(2036, 5, 5)


class Evening:
    """A person who comes back to a program that stayed open, whatever its clock says."""

    def __init__(self, running: Running, clock: MovedClock) -> None:
        self.running = running
        self.clock = clock
        self.promised: Commitment = promise(running.planner.workspace.runner)

    def come_back(self, day: date) -> None:
        self.clock.go_to(day)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        press(self.running.planner, Qt.Key.Key_1, modifier=Qt.KeyboardModifier.ControlModifier)
        settle()

    def answer(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(self.running.planner, key)
            settle()

    def chosen(self) -> list[str | None]:
        rows = [row for row in self.running.planner.findChildren(AnswerRow) if row.isVisible()]
        return [row.chosen for row in sorted(rows, key=lambda row: row.mapToGlobal(row.pos()).y())]

    def says_that_the_clock_is_behind(self) -> bool:
        return any(" days behind your newest entry" in words for words in words_in(self.running.planner))

    def head(self) -> str:
        [head] = self.running.planner.findChildren(DayHead)
        return head.title()

    def written(self, day: date) -> list[Value]:
        return [row.value for row in self.running.planner.workspace.read(answers_for, self.promised.id, day)]

    def counts(self) -> Counts:
        workspace = self.running.planner.workspace
        return build_record(workspace.read(histories), workspace.today).totals


@pytest.fixture
def evening(open_program: Running, clock: MovedClock) -> Evening:
    return Evening(open_program, clock)


def test_a_clock_ten_years_ahead_costs_nothing_when_it_is_right_again(evening: Evening) -> None:
    evening.come_back(on("05-04"))
    evening.answer(Qt.Key.Key_K)
    evening.come_back(AHEAD)
    assert "5 May" in evening.head()
    evening.answer(Qt.Key.Key_M)
    assert evening.written(AHEAD) == [Value.MISSED]
    evening.come_back(on("05-05"))
    assert evening.says_that_the_clock_is_behind()
    assert evening.chosen()[0] is None, "the day is open, whatever was written ten years on"
    assert evening.counts() == Counts(kept=1)
    evening.answer(Qt.Key.Key_P)
    evening.come_back(on("05-06"))
    assert not evening.says_that_the_clock_is_behind(), "it was said until something was written"
    evening.answer(Qt.Key.Key_K)
    assert evening.counts() == Counts(kept=2, partly=1)
    assert evening.written(AHEAD) == [Value.MISSED], "and nothing of it is lost"


def test_a_clock_ten_years_behind_asks_for_nothing_and_is_said(evening: Evening) -> None:
    evening.come_back(on("05-04"))
    evening.answer(Qt.Key.Key_K)
    evening.come_back(date(2016, 5, 4))
    assert evening.chosen() == []
    assert evening.says_that_the_clock_is_behind()
    evening.come_back(on("05-05"))
    evening.answer(Qt.Key.Key_K)
    assert evening.counts() == Counts(kept=2)
