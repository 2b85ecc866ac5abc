"""Answering all that is open on the shown day in one go, each of the four answers as near as any other."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustplanner.actions.whole_days import write_all
from trustplanner.domain.answers import Value
from trustplanner.domain.items import History
from trustplanner.domain.whole_days import OpenItems, open_between
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.several_days_sheet import SEVERAL_DAYS, SeveralDaysSheet

SEVERAL: Final = 2  # of one item its own row is nearer
MOST_NAMED: Final = 6
ABOVE, GAP, APART = 26, 8, 22
_VALUES: Final = (Value.KEPT, Value.PARTLY, Value.MISSED, Value.NOT_APPLICABLE)


class WholeDay(QObject):
    """The line below the rows, with its keys. `line_missed` carries the day on which a line was crossed.

    `sheet_wanted` carries the sheet for several days.
    """

    line_missed = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._day = workspace.today
        self._open = OpenItems((), ())
        theme = workspace.theme
        self._sentence = TextLabel(theme, role="label", color="ink_2")
        self._which = TextLabel(theme, role="small", color="ink_2")
        self._note = TextLabel(theme, self.tr("With Shift, the letters of the answers do the same."), "small", "ink_3")
        several = self.tr("Days that could not ask, as in an illness")
        self._several = Button(theme, several, Kind.LINK, name="today_several_days_button")
        self._writes = TextLabel(theme, self.tr("What is open on them is written as not applicable."), "small", "ink_3")
        self._several.clicked.connect(self._on_several_clicked)
        self._answers = QWidget()
        self._line = QWidget()
        self._keys: list[QShortcut] = []
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = WrappingRow(self._answers, gap=8)
        words = (self.tr("Kept"), self.tr("Partly"), self.tr("Missed"), self.tr("Not applicable"))
        keys = (
            self.tr("K", "key: kept"),
            self.tr("P", "key: partly"),
            self.tr("M", "key: missed"),
            self.tr("N", "key: not applicable"),
        )
        for value, word, key in zip(_VALUES, words, keys, strict=True):
            button = Button(self._workspace.theme, word, Kind.NORMAL, name=f"today_all_{value.value}_button")
            button.setToolTip(self.tr("For all of them: Shift+{key}").format(key=key))
            button.clicked.connect(lambda *, value=value: self._write(value))
            buttons.addWidget(button)
            shortcut = QShortcut(QKeySequence(f"Shift+{key}"), self._page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda value=value: self._write(value))
            self._keys.append(shortcut)
        layout = column(self._line)
        layout.addSpacing(ABOVE)
        layout.addWidget(self._sentence)
        layout.addSpacing(GAP // 2)
        layout.addWidget(self._which)
        layout.addSpacing(GAP)
        layout.addWidget(self._answers)
        layout.addSpacing(GAP // 2)
        layout.addWidget(self._note)
        layout.addSpacing(APART)  # it is no fifth answer
        layout.addWidget(self._several, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._writes)

    def above(self, below: QWidget) -> QWidget:
        """The line, with another part of the page below it."""
        both = QWidget()
        layout = column(both)
        layout.addWidget(self._line)
        layout.addWidget(below)
        return both

    def show_day(self, day: date, known: Sequence[History]) -> None:
        """Show how many are open on a day; with fewer than two, only the way to several days at once."""
        today = self._workspace.today
        self._day, self._open = day, open_between(known, day, day, today)
        count = len(self._open.items)
        has_several = count >= SEVERAL
        self._sentence.set_text(self.tr("Answer all {n} that are open").format(n=count))
        for part in (self._sentence, self._which, self._answers, self._note):
            part.setVisible(has_several)
        self._which.set_text("\n".join(self._which_words()))
        for key in self._keys:
            key.setEnabled(has_several)
        self._line.setVisible(has_several or (day < today and count > 0))

    def _which_words(self) -> list[str]:
        """Which they are, and which are not among them."""
        said = [self._titles([each.commitment.title for each in self._open.items])]
        if self._open.running:
            words = self.tr("Left out, because the week or month still runs: {titles}.")
            said.append(words.format(titles=self._titles([each.title for each in self._open.running])))
        return said

    def _titles(self, titles: Sequence[str]) -> str:
        shown = titles if len(titles) <= MOST_NAMED else titles[: MOST_NAMED - 1]
        named = ", ".join(self.tr("“{title}”").format(title=title) for title in shown)
        rest = len(titles) - len(shown)
        return self.tr("{titles} and {n} more").format(titles=named, n=rest) if rest else named

    # --- what a person does

    def _write(self, value: Value) -> None:
        has_line, day = self._open.has_line, self._day
        done = self._workspace.attempt(self.tr("answers of a day"), write_all, day, value)
        if done is None:
            return
        self._workspace.recorded.emit(self._recorded(value, len(done.result)))
        if value is Value.MISSED and has_line:
            self.line_missed.emit(day)

    def _recorded(self, value: Value, count: int) -> str:
        words = {
            Value.KEPT: self.tr("Recorded: {n} as kept."),
            Value.PARTLY: self.tr("Recorded: {n} as partly."),
            Value.MISSED: self.tr("Recorded: {n} as missed."),
            Value.NOT_APPLICABLE: self.tr("Recorded: {n} as not applicable."),
        }
        return words.get(value, "").format(n=count)

    def _on_several_clicked(self) -> None:
        self.sheet_wanted.emit(SeveralDaysSheet(self._workspace, self._page.window(), self._day))

    def open_again(self, sheet: SheetName) -> None:
        """The sheet for several days, after a lock."""
        if sheet.kind == SEVERAL_DAYS:
            self._on_several_clicked()
