"""The rows of a day: its own, and below them those of yesterday that are still open."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_state import DayState, RowKey, RowState
from trustplanner.ui.screens.today_page.day_words import DayWords
from trustplanner.ui.screens.today_page.keyed_column import KeyedColumn
from trustplanner.ui.screens.today_page.miss_words import MissWords
from trustplanner.ui.screens.today_page.promise_row import PromiseRow
from trustplanner.ui.screens.today_page.row_beside_state import NOTHING, Beside

ABOVE_ROWS, BETWEEN_ROWS = 33, 20
ABOVE_YESTERDAY, BELOW_LABEL, BELOW_HAIRLINE = 28, 8, 16
ABOVE_NOTE, ABOVE_CLOSED_NOTE = 2, 16


class DayRows(QWidget):
    """Every row of the page, in the order of reading, whichever part it stands in.

    The signals are those of the row: they carry the `PromiseRow`, `answered` the answer and `step_wanted` the step too.
    """

    answered = Signal(object, str)
    clear_wanted = Signal(object)
    done_wanted = Signal(object)
    done_taken_back = Signal(object)
    yesterday_wanted = Signal(object)
    step_wanted = Signal(object, object)
    wished = Signal(object, str)

    def __init__(self, workspace: Workspace, words: DayWords, between: QWidget) -> None:
        """`between` stands below the day's own rows."""
        super().__init__()
        self._workspace = workspace
        self._words = words
        self._miss_words = MissWords(workspace, self)
        theme = workspace.theme
        self._rows: KeyedColumn[RowKey, PromiseRow] = KeyedColumn(
            self._make_row, spacing=BETWEEN_ROWS, above=ABOVE_ROWS
        )
        self._closed_note = TextLabel(theme, role="small", color="ink_3")
        self._closed = QWidget()
        below_rows = column(self._closed)
        below_rows.addSpacing(ABOVE_CLOSED_NOTE)
        below_rows.addWidget(self._closed_note)
        self._still_open: KeyedColumn[RowKey, PromiseRow] = KeyedColumn(self._make_row, spacing=BETWEEN_ROWS)
        self._yesterday_title = TextLabel(theme, role="label", color="ink_2")
        self._yesterday_note = TextLabel(theme, role="caption", color="ink_3")
        self._yesterday = self._make_yesterday()
        layout = column(self)
        layout.addWidget(self._rows.widget)
        layout.addWidget(self._closed)
        layout.addWidget(between)
        layout.addWidget(self._yesterday)

    def _make_yesterday(self) -> QWidget:
        part = QWidget()
        inside = column(part)
        inside.addSpacing(ABOVE_YESTERDAY)
        inside.addWidget(self._yesterday_title)
        inside.addSpacing(BELOW_LABEL)
        inside.addWidget(Hairline(self._workspace.theme))
        inside.addSpacing(BELOW_HAIRLINE)
        inside.addWidget(self._still_open.widget)
        inside.addSpacing(ABOVE_NOTE)
        inside.addWidget(self._yesterday_note)
        return part

    def _make_row(self, _key: RowKey) -> PromiseRow:
        row = PromiseRow(self._workspace, self._words, self._miss_words)
        row.answered.connect(self.answered)
        row.clear_wanted.connect(self.clear_wanted)
        row.done_wanted.connect(self.done_wanted)
        row.done_taken_back.connect(self.done_taken_back)
        row.yesterday_wanted.connect(self.yesterday_wanted)
        row.step_wanted.connect(self.step_wanted)
        row.wished.connect(self.wished)
        row.next_wanted.connect(lambda row: self.focus_beside(row, 1))
        row.previous_wanted.connect(lambda row: self.focus_beside(row, -1))
        return row

    # --- showing

    def show_state(self, state: DayState) -> bool:
        """Show the rows of a day; returns whether any came, went or moved."""
        view = state.view
        has_moved = self._rows.show_keys([each.row.key for each in state.rows])
        has_moved |= self._still_open.show_keys([each.row.key for each in state.still_open])
        self._show_rows(self._rows, state.rows, state)
        self._show_rows(self._still_open, state.still_open, state)
        self._closed.setVisible(view.is_closed and bool(state.rows))
        self._closed_note.set_text(self._words.closed_note(view) if view.is_closed else "")
        self._yesterday.setVisible(bool(state.still_open))
        self._yesterday_title.set_text(self._words.still_open_title(view))
        self._yesterday_note.set_text(self._words.still_open_note(state))
        return has_moved

    def show_answers(self, state: DayState, touched: Collection[str]) -> None:
        """Show what was answered in its rows, and paint them at once, before anything around them is looked at."""
        for rows, states in ((self._rows, state.rows), (self._still_open, state.still_open)):
            known = rows.keys()
            for each in states:
                if each.row.commitment.id in touched and each.row.key in known:
                    row = rows.of(each.row.key)
                    row.show_answer(each, state.view.day)
                    row.answer_row.repaint()

    def _show_rows(self, rows: KeyedColumn[RowKey, PromiseRow], states: tuple[RowState, ...], state: DayState) -> None:
        for each in states:
            rows.of(each.row.key).show_state(each, state.view.day)

    def show_besides(self, found: Mapping[RowKey, Beside]) -> bool:
        """Show what stands below each row; returns whether widgets had to be made for it."""
        made = [row.show_beside(found.get(row.shown.key, NOTHING)) for row in self.rows()]
        return any(made)

    def rows(self) -> list[PromiseRow]:
        """All rows, from the top."""
        return self._rows.all() + self._still_open.all()

    # --- moving

    def first_open(self) -> PromiseRow | None:
        """The first row that still asks for something."""
        return next((row for row in self.rows() if not row.shown.is_answered), None)

    def next_open(self, row: PromiseRow) -> PromiseRow | None:
        """The next row below that still asks for something, else the first from the top."""
        rows = self.rows()
        below = rows[rows.index(row) + 1 :] if row in rows else []
        return next((each for each in below if not each.shown.is_answered), None) or self.first_open()

    def focus_beside(self, row: PromiseRow, step: int) -> None:
        """Go to the row above or below; at the ends stay."""
        rows = self.rows()
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].focus_row()

    def focused(self) -> PromiseRow | None:
        """The row that holds the focus."""
        return next((row for row in self.rows() if row.has_focus_inside()), None)
