"""From Bratislava over Honolulu to Auckland in the whole program, evening by evening.

promise day   read in       ahead   answered
Mo 4          Bratislava     +2     kept
Tu 5          Bratislava     +2     partly
We 6          Honolulu      -10     missed
Th 7          Honolulu      -10     kept
Fr 8          -                     left out by the date line; kept, said on the 9th
Sa 9          Auckland      +12     not applicable
Sa 9 again    Honolulu      -10     the day is lived again, and stands answered
"""

import json
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import PASSPHRASE, on, promise
from tests.moved_clock import MovedClock
from tests.program.running import Running
from tests.ui.person import press
from tests.ui.screens.entry_person import settle
from trustplanner import cli
from trustplanner.domain.answers import Answer, Value
from trustplanner.domain.commitments import Commitment
from trustplanner.storage.queries.answers import answers_for
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.screens.today_page.day_head import DayHead

BRATISLAVA: Final = 120
HONOLULU: Final = -600
AUCKLAND: Final = 720
KEYS: Final = {
    Value.KEPT: Qt.Key.Key_K,
    Value.PARTLY: Qt.Key.Key_P,
    Value.MISSED: Qt.Key.Key_M,
    Value.NOT_APPLICABLE: Qt.Key.Key_N,
}
JOURNEY: Final = (
    ("05-04", BRATISLAVA, [("05-04", Value.KEPT)]),
    ("05-05", BRATISLAVA, [("05-05", Value.PARTLY)]),
    ("05-06", HONOLULU, [("05-06", Value.MISSED)]),
    ("05-07", HONOLULU, [("05-07", Value.KEPT)]),
    ("05-09", AUCKLAND, [("05-09", Value.NOT_APPLICABLE), ("05-08", Value.KEPT)]),
)
BY_HAND: Final = {
    "due": 5,
    "kept": 3,
    "partly": 1,
    "missed": 1,
    "unanswered": 0,
    "not_applicable": 1,
    "late": 0,
    "low": 0.7,
    "high": 0.7,
}


class Traveller:
    """A person whose computer sets its clock to where it is, while the program stays open."""

    def __init__(self, running: Running, clock: MovedClock) -> None:
        self.running = running
        self.clock = clock
        self.promised: Commitment = promise(running.planner.workspace.runner)

    def come_back(self, day: str, utc_offset: int, at: str = "20:00") -> None:
        self.clock.go_to(on(day), at)
        self.clock.utc_offset = utc_offset
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        press(self.running.planner, Qt.Key.Key_1, modifier=Qt.KeyboardModifier.ControlModifier)
        settle()

    def answer(self, values: list[tuple[str, Value]]) -> None:
        for _, value in values:
            press(self.running.planner, KEYS[value])
            settle()

    def head(self) -> str:
        """The day that Today shows."""
        [head] = self.running.planner.findChildren(DayHead)
        return head.title()

    def chosen(self) -> list[str | None]:
        """What the rows show, from the top."""
        rows = [row for row in self.running.planner.findChildren(AnswerRow) if row.isVisible()]
        return [row.chosen for row in sorted(rows, key=lambda row: row.mapToGlobal(row.pos()).y())]

    def rows_of(self, day: date) -> tuple[Answer, ...]:
        return self.running.planner.workspace.read(answers_for, self.promised.id, day)


@pytest.fixture
def traveller(open_program: Running, clock: MovedClock) -> Traveller:
    return Traveller(open_program, clock)


def test_every_answer_stands_on_the_day_of_the_place_in_which_it_was_given(
    traveller: Traveller,
    clock: MovedClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for day, utc_offset, values in JOURNEY:
        traveller.come_back(day, utc_offset)
        assert f"{on(day).day} May" in traveller.head()
        traveller.answer(values)
        assert traveller.chosen() == [value.value for _, value in values]
    for evening, utc_offset, values in JOURNEY:
        for day, value in values:
            [written] = traveller.rows_of(on(day))
            assert (written.value, written.utc_offset, written.written_on) == (value, utc_offset, on(evening))
            assert written.clock_behind == 0
    traveller.running.program.window.close()
    traveller.running.end()
    words = tmp_path / "words"
    words.write_text(PASSPHRASE)
    vault = str(traveller.running.settings.vault)
    assert cli.main(["record", vault, "--json", "--passphrase-file", str(words)], clock) == 0
    [told] = json.loads(capsys.readouterr().out)["commitments"]
    assert {name: told[name] for name in BY_HAND} == BY_HAND


def test_a_day_that_is_lived_again_stands_as_it_was_answered(traveller: Traveller) -> None:
    for day, utc_offset, values in JOURNEY:
        traveller.come_back(day, utc_offset)
        traveller.answer(values)
    traveller.come_back("05-09", HONOLULU, at="12:00")
    assert "9 May" in traveller.head()
    assert traveller.chosen()[0] == Value.NOT_APPLICABLE.value
    assert [row.value for row in traveller.rows_of(on("05-09"))] == [Value.NOT_APPLICABLE]


def test_a_flight_back_over_the_date_line_closes_and_loses_nothing(traveller: Traveller) -> None:
    traveller.come_back("05-04", AUCKLAND)
    traveller.answer([("05-04", Value.KEPT)])
    traveller.come_back("05-05", AUCKLAND, at="07:00")
    traveller.answer([("05-05", Value.KEPT)])
    traveller.come_back("05-04", HONOLULU, at="18:00")  # nine hours later, on the evening before
    assert "4 May" in traveller.head()
    assert traveller.chosen() == [Value.KEPT.value]
    traveller.come_back("05-05", HONOLULU)
    assert "5 May" in traveller.head()
    assert traveller.chosen()[0] == Value.KEPT.value  # it waited for its day
    assert [row.clock_behind for row in traveller.rows_of(on("05-05"))] == [0]  # no clock was set back
