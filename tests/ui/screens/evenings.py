"""A person at the real window, one evening after the other: the clock is moved, everything else is done by hand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.moved_clock import MovedClock
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import answer_all_no
from tests.ui.screens.seen_amends import (
    found,
    is_seen,
    pick,
    press_button,
    read_all,
    settle,
    type_day,
    type_number,
    write,
)
from tests.ui.screens.seen_today import words_in
from trustplanner.domain.schedules import Shape, Unit
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.today_page.promise_row import PromiseRow
from trustplanner.ui.screens.today_page.rail import Rail

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Unlock = Callable[[], Planner]
"""Opens a planner of its own on the same vault, as another process does."""

HOW_KEYS = {"told first": "1", "when asked": "2", "found out": "3", "not yet": "4"}


class Evenings:
    """Opens the planner, answers by keyboard, and goes where the mouse leads."""

    def __init__(self, unlock: Unlock, clock: MovedClock) -> None:
        self._unlock = unlock
        self.clock = clock
        self.planner = unlock()

    @property
    def workspace(self) -> Workspace:
        """What the open planner looks at."""
        return self.planner.workspace

    # --- coming and going

    def at(self, day: date, time: str = "21:30") -> None:
        """A moment on the wall clock of wherever the person is; the window notices a new day."""
        self.clock.go_to(day, time)
        self.workspace.notice_the_day()
        settle()

    def unlock_again(self) -> None:
        """Everything is closed and opened anew; private questions that are due are answered with no."""
        self.planner.save_typing()
        self.planner.window().hide()
        self.planner = self._unlock()
        if is_seen(self.planner, "safety_save_button"):
            answer_all_no(self.planner, "safety")
            press_button(self.planner, "safety_save_button")
            assert not is_seen(self.planner, "safety_save_button")
        self.go_to_today()

    def go_to_today(self) -> None:
        press(self.planner, Qt.Key.Key_1, modifier=CONTROL)
        settle()
        if is_seen(self.planner, "today_back_to_today_button"):
            press_button(self.planner, "today_back_to_today_button")

    # --- the rows of Today

    def rows(self) -> list[PromiseRow]:
        """The rows that are seen, from the top."""
        settle()
        shown = [row for row in self.planner.findChildren(PromiseRow) if row.isVisible()]
        return sorted(shown, key=lambda row: row.mapTo(self.planner, row.rect().topLeft()).y())

    def row(self, title: str, day: date | None = None) -> PromiseRow:
        """The row of a commitment; with `day` the one of that item."""
        fitting = [
            row for row in self.rows() if row.shown.commitment.title == title and day in (None, row.shown.item.day)
        ]
        assert len(fitting) == 1, f"{len(fitting)} rows of {title} on {day}: {words_in(self.planner)}"
        return fitting[0]

    def stand_on(self, row: PromiseRow) -> None:
        """With the arrow keys, as far as it takes."""
        rows = self.rows()
        if not any(each.has_focus_inside() for each in rows):
            rows[0].focus_row()
        place = rows.index(row)
        while (here := next(at for at, each in enumerate(rows) if each.has_focus_inside())) != place:
            press(self.planner, Qt.Key.Key_Down if here < place else Qt.Key.Key_Up)

    def answer(self, title: str, letter: str, day: date | None = None) -> None:
        """One key on the row, which then shows that answer."""
        row = self.row(title, day)
        self.stand_on(row)
        type_words(self.planner, letter.lower())
        values = {"K": "kept", "P": "partly", "M": "missed", "N": "not_applicable"}
        assert row.answer_row.chosen == values[letter]

    def done_today(self, title: str) -> None:
        """One of several times a week: K on the row of the running one, which then says so."""
        [row] = [row for row in self.rows() if row.shown.commitment.title == title and row.shown.is_running]
        self.stand_on(row)
        type_words(self.planner, "k")
        assert row.shown.done_on_day or not row.shown.is_running

    def back(self, days: int) -> None:
        """Leaf back to an earlier day."""
        for _ in range(days):
            press(self.planner, Qt.Key.Key_Left, modifier=ALT)
        settle()

    def tell(self, title: str, how: str, day: date, *, told_on: int = 0, told_at: str = "") -> None:
        """How the miss of a day came out, in the first of the five steps; then back to today.

        `told_on` is a place in the list of days, 0 for none.
        """
        self.back((self.workspace.today - day).days)
        click(found(self.row(title, day), QWidget, "today_follow_up_button"))
        settle()
        type_words(self.planner, HOW_KEYS[how])
        if told_on:
            found(self.planner, ComboField, "miss_told_on_combo").setFocus()
            press(self.planner, *[Qt.Key.Key_Down] * told_on)
        if told_at:
            found(self.planner, QLineEdit, "miss_told_at_field").setFocus()
            type_words(self.planner, told_at)
        press(self.planner, Qt.Key.Key_Escape)
        settle()
        assert not is_seen(self.planner, "miss_next_button")
        self.go_to_today()

    # --- elsewhere

    def promise(self, title: str, will: str, shape: Shape, fill: Callable[[QWidget], None] | None = None) -> str:
        """A new commitment in the editor; returns its id."""
        press(self.planner, Qt.Key.Key_3, modifier=CONTROL)
        name = "amends_first_commitment_button"
        press_button(self.planner, name if is_seen(self.planner, name) else "amends_new_commitment_button")
        write(self.planner, "commitment_title_field", title)
        write(self.planner, "commitment_will_field", will)
        pick(self.planner, "commitment_shape_combo", shape)
        if fill is not None:
            fill(self.planner)
        press_button(self.planner, "commitment_save_button")
        return next(each.id for each in self.workspace.read(every_commitment) if each.title == title)

    def ease_to_weekdays(self, commitment_id: str) -> None:
        """The editor asks whether that is stricter or easier, and it is easier."""
        press(self.planner, Qt.Key.Key_3, modifier=CONTROL)
        press_button(self.planner, f"amends_open_{commitment_id}_button")
        pick(self.planner, "commitment_shape_combo", Shape.WEEKDAYS)
        for chip in range(7):
            button = found(self.planner, QWidget, f"commitment_days_chips_{chip}_button")
            if button.isChecked() != (chip < 5):  # type: ignore[attr-defined]  # it is a button
                click(button)
        press_button(self.planner, "commitment_save_button")
        press(self.planner, Qt.Key.Key_2)
        press_button(self.planner, "change_sheet_save_button")

    def pause_all(self, first: date, last: date, *, is_ill: bool) -> None:
        """From Amends, for everything."""
        press(self.planner, Qt.Key.Key_3, modifier=CONTROL)
        press_button(self.planner, "amends_pause_all_button")
        if is_ill:
            click(found(self.planner, QWidget, "pause_sheet_reason_options_illness_button"))
            settle()
        type_day(self.planner, "pause_sheet_starts_field", first)
        type_day(self.planner, "pause_sheet_ends_field", last)
        press_button(self.planner, "pause_sheet_pause_button")
        assert not is_seen(self.planner, "pause_sheet_pause_button")

    # --- reading

    def rail(self) -> list[str]:
        """What the right column of Today says."""
        self.go_to_today()
        settle()
        rail = self.planner.findChild(Rail)
        assert rail is not None
        return [words.replace("\N{NO-BREAK SPACE}", " ") for words in words_in(rail)]

    def record_of(self, commitment_id: str) -> str:
        """Everything that the commitment's own page says, line by line."""
        press(self.planner, Qt.Key.Key_3, modifier=CONTROL)
        press_button(self.planner, f"amends_record_{commitment_id}_button")
        return read_all(self.planner)


def three_a_week(planner: QWidget) -> None:
    type_number(planner, "commitment_times_field", 3)
    pick(planner, "commitment_times_unit_combo", Unit.WEEK)


def on_sundays(planner: QWidget) -> None:
    click(found(planner, QWidget, "commitment_days_chips_6_button"))
