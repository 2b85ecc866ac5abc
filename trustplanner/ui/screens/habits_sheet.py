"""Habits of Loop Habit Tracker: what a file holds, which of it comes over, and what became of it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.habits_taken import OF_HABITS
from trustplanner.exchange.loop_habits import Habit
from trustplanner.exchange.loop_import import Found, found_habits, sentence_of, take_in_habits
from trustplanner.exchange.loop_reading import read_habits_file
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.file_dialogs import choose_given_file
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, clear_layout, column
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace

GAP: Final = 14


class HabitsSheet(SheetDialog):
    """The file is read beside the window; the vault is touched only by the one step at the end."""

    def __init__(self, workspace: Workspace, device: DeviceSettings, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", name="habits_sheet")
        self._workspace = workspace
        self._device = device
        self._words = workspace.catalogue.habits()
        self._dates = DateWords()
        self._habits: tuple[Habit, ...] = ()
        self._ticks: dict[int, Switch] = {}
        self.set_title(self._words.title)
        theme = workspace.theme
        self._lines = column(spacing=8)
        self.body.addLayout(self._lines)
        self._choose = Button(theme, self.tr("Choose the file"), Kind.PRIMARY, name="habits_choose_button")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._take = Button(theme, self.tr("Bring over what is chosen"), Kind.PRIMARY, name="habits_take_button")
        self._take.clicked.connect(self._on_take_clicked)
        self._take.hide()
        self.add_button(self._choose)
        self.add_button(self._take)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="habits_close_button"))
        self._say(self._words.lead, self._words.waiting, self._words.archive)

    # --- reading

    def _on_choose_clicked(self) -> None:
        pattern = self.tr("Exports of Loop (*.zip *.db)")
        chosen = choose_given_file(self.window(), self._words.title, Path.home(), pattern, self._device)
        if chosen is None:
            return
        self._choose.setEnabled(False)
        self.show_refusal("")
        self._say(self._words.reading)
        self._workspace.background.run(self, partial(read_habits_file, chosen), self._on_read, self._on_failed)

    def _on_read(self, habits: tuple[Habit, ...]) -> None:
        self._choose.setEnabled(True)
        runner = self._workspace.runner
        try:
            found = found_habits(runner.vault, runner.now(), habits)
        except KnownError as error:
            self._on_failed(error)
            return
        if not any(each.rows for each in found):
            self._show_found(found)
            self.show_refusal(self._workspace.catalogue.error_sentence(Code.IMPORT_WITHOUT_ENTRIES))
            return
        self._habits = habits
        self._choose.hide()
        self._take.show()
        self._show_found(found)

    def _on_failed(self, error: Exception) -> None:
        self._choose.setEnabled(True)
        if not isinstance(error, KnownError):
            raise error
        self._say(self._words.lead, self._words.waiting)
        self.show_refusal(self._sentence_for(error))

    def _sentence_for(self, error: KnownError) -> str:
        """Some errors speak of this program's own files elsewhere."""
        own = {
            Code.FILE_FOREIGN: self._words.foreign,
            Code.FILE_EMPTY: self._words.empty,
            Code.FILE_TOO_LARGE: self._words.too_large,
        }
        return own.get(error.code) or self._workspace.sentence_for(error)

    # --- choosing

    def _show_found(self, found: list[Found]) -> None:
        self._clear()
        holder = QWidget()  # filled before it is shown, so that hundreds of lines are laid out once
        lines = column(holder, spacing=8)
        can_take = [place for place, each in enumerate(found) if each.rows]
        if can_take:
            self._add_heads(lines)
        for place, each in enumerate(found):
            lines.addLayout(self._of_one(place, each))
        self._lines.addWidget(holder)
        self.fit()
        if can_take:
            self._ticks[can_take[0]].setFocus()

    def _add_heads(self, lines: QVBoxLayout) -> None:
        theme = self._workspace.theme
        lines.addWidget(TextLabel(theme, self._words.choose_lead, "body", "ink_2"))
        both = WrappingRow(gap=18)
        for words, name, is_on in (
            (self.tr("All of them"), "habits_all_button", True),
            (self.tr("None of them"), "habits_none_button", False),
        ):
            button = Button(theme, words, Kind.LINK, name=name)
            button.clicked.connect(partial(self._tick_all, is_on=is_on))
            both.addWidget(button)
        lines.addLayout(both)

    def _of_one(self, place: int, found: Found) -> QVBoxLayout:
        theme = self._workspace.theme
        lines = column(spacing=2)
        lines.setContentsMargins(0, 0, 0, GAP - 8)
        name = sentence_of(found.habit.name) or self._words.nameless.said(n=place + 1)
        if found.rows:
            tick = Switch(theme, name, name=f"habits_{place}_switch", is_track_first=True)
            tick.setAccessibleDescription(" ".join(self._said_of(found)))
            self._ticks[place] = tick
            lines.addWidget(tick)
        else:
            lines.addWidget(TextLabel(theme, name, "body", "ink_2"))
        for sentence in self._said_of(found):
            lines.addWidget(TextLabel(theme, sentence, "small", "ink_2"))
        return lines

    def _said_of(self, found: Found) -> Iterator[str]:
        """How many entries, from when to when, and what is left out."""
        words, days = self._words, found.days
        if found.rows:
            entries = words.of_entries(found.entries)
            first, last = self._dates.full(days[0]), self._dates.full(days[-1])
            span = words.span if first != last else words.span_day
            yield f"{span.said(entries=entries, first=first, last=last)}."
        for reason, count in found.left_out.items():
            why = words.left_out[reason]
            if reason in OF_HABITS:
                yield words.unusable.said(why=why)
            else:
                yield words.left_out_line.said(what=words.of_entries(count), why=why)

    def _tick_all(self, *, is_on: bool) -> None:
        for tick in self._ticks.values():
            tick.set_on(is_on)

    # --- bringing over

    def _on_take_clicked(self) -> None:
        chosen = [place for place, tick in self._ticks.items() if tick.is_on]
        if not chosen:
            self.show_refusal(self._words.none_chosen)
            return
        try:
            self._workspace.runner.vault.back_up()
            done = self._workspace.do(self.tr("import of habits"), take_in_habits, self._habits, chosen)
        except KnownError as error:
            self.show_refusal(self._sentence_for(error))
            return
        self.show_refusal("")
        self._take.hide()
        self._say(*done.result.lines(self._words), self._words.undo)

    def _say(self, *sentences: str) -> None:
        self._clear()
        for sentence in sentences:
            self._lines.addWidget(TextLabel(self._workspace.theme, sentence, "body"))
        self.fit()

    def _clear(self) -> None:
        self._ticks = {}
        clear_layout(self._lines)
