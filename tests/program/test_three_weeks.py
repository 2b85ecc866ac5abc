"""Three weeks in the whole program, evening by evening, with keys and clicks; and all that is shown of them in the end.

day      ring   bills   what else happens
Mo  4    K      K
Tu  5    K
We  6    M              told first
Th  7    K      M       told when asked
Fr  8    P
Sa  9    - K            forgotten; answered on the 11th
Su 10    -              forgotten for good; the program is locked and opened again
Mo 11    K      K
Tu 12    K
We 13    N
Th 14    K      K
Fr 15    K
Sa 16    M              not spoken of
Su 17    K
Mo 18    K      P
Tu 19    K
We 20    P
Th 21    K      K
Fr 22    K
Sa 23    M              found out
Su 24    K
Mo 25                   the evening on which the record is looked at
"""

import json
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, PASSPHRASE
from tests.charts.drawn_artists import drawn_counts, marker_days
from tests.moved_clock import MovedClock
from tests.program.running import PATIENCE, Running
from tests.ui.person import click, press
from tests.ui.screens.entry_person import is_seen, seen, seen_as, settle
from tests.ui.screens.seen_amends import pick, press_button, write
from trustplanner import cli
from trustplanner.charts import figure
from trustplanner.charts.figure import Chart
from trustplanner.domain.answers import How
from trustplanner.domain.record import Counts
from trustplanner.domain.schedules import Shape
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.screens.recovery_page import RecoveryPage

RING: Final = "KKMKP--KKNKKMKKKPKKMK"
BILLS: Final = {0: "K", 3: "M", 7: "K", 10: "K", 14: "P", 17: "K"}
TOLD: Final = {2: How.TOLD_FIRST, 3: How.WHEN_ASKED, 19: How.FOUND_OUT}
LATE: Final = 7  # the evening on which the Saturday before is answered
WEEK: Final = 7
KEYS: Final = {"K": Qt.Key.Key_K, "P": Qt.Key.Key_P, "M": Qt.Key.Key_M, "N": Qt.Key.Key_N}
COUNTED: Final = {
    "Ring at six": Counts(kept=14, partly=2, missed=3, unanswered=1, not_applicable=1, late=1),
    "Show the bills": Counts(kept=4, partly=1, missed=1),
}
MISSED_ON: Final = {
    "Ring at six": {"told-first": [6], "when-asked": [], "found-out": [23], "not-told": [16]},
    "Show the bills": {"told-first": [], "when-asked": [7], "found-out": [], "not-told": []},
}
COLUMNS: Final = ("due", "kept", "partly", "missed", "unanswered", "not_applicable", "late")
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier


class Evenings:
    """A person at the program, who comes back to it evening by evening."""

    def __init__(self, running: Running, clock: MovedClock) -> None:
        self.running = running
        self.clock = clock

    def promise(self, title: str, *, on_mondays_and_thursdays: bool = False) -> None:
        planner = self.running.planner
        press(planner, Qt.Key.Key_3, modifier=CONTROL)
        settle()
        place = "first" if is_seen(planner, "amends_first_commitment_button") else "new"
        press_button(planner, f"amends_{place}_commitment_button")
        write(planner, "commitment_title_field", title)
        write(planner, "commitment_will_field", f"{title.lower()} and say so")
        if on_mondays_and_thursdays:
            pick(planner, "commitment_shape_combo", Shape.WEEKDAYS)
            chips = seen_as(DayChips, planner, "commitment_days_chips")
            for day in (0, 3):
                click(seen(chips, f"commitment_days_chips_{day}_button"))
        press_button(planner, "commitment_save_button")

    def come_back(self, evening: int) -> None:
        """The window is looked at again, `evening` days after the first Monday."""
        self.clock.go_to(MONDAY + timedelta(days=evening), "21:00")
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        press(self.running.planner, Qt.Key.Key_1, modifier=CONTROL)
        settle()

    def answer(self, evening: int) -> None:
        """The rows from the top, each by its key."""
        for letter in (RING[evening], BILLS.get(evening, "")):
            if letter in KEYS:
                press(self.running.planner, KEYS[letter])
                settle()
        if evening in TOLD:
            self.tell(TOLD[evening])

    def tell(self, how: How) -> None:
        planner = self.running.planner
        press_button(planner, "today_follow_up_button")
        click(seen(planner.window(), f"miss_how_{how.value}_button"))
        click(seen(planner.window(), "miss_close_button"))
        settle()

    def answer_the_saturday_before(self) -> None:
        press(self.running.planner, Qt.Key.Key_Left, Qt.Key.Key_Left, modifier=ALT)
        settle()
        press(self.running.planner, Qt.Key.Key_Down, KEYS["K"])
        settle()

    def lock_and_come_back(self) -> None:
        press(self.running.planner, Qt.Key.Key_L, modifier=CONTROL)
        self.running.start_again()


@pytest.fixture
def evenings(open_program: Running, clock: MovedClock) -> Evenings:
    """Somebody after three weeks, on the Monday after."""
    somebody = Evenings(open_program, clock)
    somebody.promise("Ring at six")
    somebody.promise("Show the bills", on_mondays_and_thursdays=True)
    for evening in range(3 * WEEK):
        if RING[evening] == "-":
            continue
        somebody.come_back(evening)
        somebody.answer(evening)
        if evening == LATE:
            somebody.lock_and_come_back()
            somebody.answer_the_saturday_before()
    somebody.come_back(3 * WEEK)
    return somebody


@pytest.fixture
def charts(monkeypatch: pytest.MonkeyPatch) -> list[Chart]:
    """Every chart that the program draws, the last one last."""
    drawn: list[Chart] = []
    draw = figure.draw

    def note(*arguments: Any, **named: Any) -> Chart:
        drawn.append(draw(*arguments, **named))
        return drawn[-1]

    monkeypatch.setattr(figure, "draw", note)
    return drawn


def look_at(evenings: Evenings, title: str, qtbot: QtBot) -> None:
    """Choose a commitment on Recovery, and wait for its chart."""
    page = seen_as(RecoveryPage, evenings.running.planner, "recovery_page")
    qtbot.waitUntil(lambda: page.is_settled, timeout=PATIENCE)
    settle()
    combo = seen_as(ComboField, page, "recovery_commitment_combo")
    [place] = [place for place in range(combo.count()) if title in combo.itemText(place)]
    pick(page, combo.objectName(), combo.itemData(place))
    qtbot.waitUntil(lambda: page.is_settled, timeout=PATIENCE)
    settle()


def table_on(evenings: Evenings) -> dict[str, int]:
    """The last row of the table on the page, by the names that JSON has for its columns."""
    model = seen_as(RecordTable, evenings.running.planner, "recovery_table").record
    last = model.rowCount() - 1
    return {name: int(model.index(last, place).data()) for place, name in enumerate(COLUMNS, 1)}


def test_chart_table_and_record_agree_to_the_last_count(
    evenings: Evenings,
    charts: list[Chart],
    clock: MovedClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    qtbot: QtBot,
) -> None:
    planner = evenings.running.planner
    planner.window().resize(1280, 800)  # where each count has a column of its own
    press(planner, Qt.Key.Key_5, modifier=CONTROL)
    on_the_page: dict[str, dict[str, int]] = {}
    for title, counts in COUNTED.items():
        look_at(evenings, title, qtbot)
        canvas = seen_as(ChartCanvas, planner, "recovery_chart")
        assert canvas.view is not None
        assert drawn_counts(charts[-1], canvas.view, canvas.width()) == replace(counts, not_applicable=0)
        for how, days in MISSED_ON[title].items():
            assert [day - MONDAY.toordinal() + MONDAY.day for day in marker_days(charts[-1], how)] == days, how
        press(planner, Qt.Key.Key_T, modifier=CONTROL)
        settle()
        on_the_page[title] = table_on(evenings)
        press(planner, Qt.Key.Key_T, modifier=CONTROL)
    evenings.running.program.window.close()
    evenings.running.end()
    words = tmp_path / "words"
    words.write_text(PASSPHRASE)
    vault = str(evenings.running.settings.vault)
    assert cli.main(["record", vault, "--json", "--passphrase-file", str(words)], clock) == 0
    told = {each["title"]: each for each in json.loads(capsys.readouterr().out)["commitments"]}
    for title, counts in COUNTED.items():
        by_hand = {**asdict(counts), "due": counts.due}
        assert on_the_page[title] == {name: told[title][name] for name in COLUMNS}
        assert on_the_page[title] == {name: by_hand[name] for name in COLUMNS}
