"""What an illness left open, in one go: not applicable for each open item, counted before it is written."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions.whole_days import write_not_applicable
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.errors import KnownError
from trustplanner.domain.whole_days import OpenItems, open_between
from trustplanner.storage.queries.commitments import histories
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.sheet_dialog import SheetWidth
from trustplanner.ui.kit.workspace import Workspace

SEVERAL_DAYS: Final = "several_days_sheet"
_LISTED: Final = 8


class SeveralDaysSheet(DraftSheet):
    """Two days and a count; nothing is written before the button says how many."""

    def __init__(self, workspace: Workspace, window: QWidget, day: date) -> None:
        super().__init__(workspace, window, "", SheetName(SEVERAL_DAYS), SheetWidth.QUESTION)
        theme = workspace.theme
        self._dates = DateWords()
        self._open = OpenItems((), ())
        self.set_title(self.tr("Days that could not ask"))
        words = self.tr(
            "As in an illness: what is open on the days you choose is written as not "
            "applicable. What is answered already stays as it is, and late entries look late."
        )
        self._first, self._last = (DateField(theme, name=f"several_days_{name}_field") for name in ("first", "last"))
        for field in (self._first, self._last):
            field.set_limits(EARLIEST_DAY, workspace.today)
            field.fill(day)
            field.edited.connect(self._on_day_edited)
        self._count = TextLabel(theme, role="body")
        self._listed = TextLabel(theme, role="small", color="ink_2")
        days = WrappingRow(gap=16)
        days.addWidget(LabelledField(theme, self.tr("From"), self._first))
        days.addWidget(LabelledField(theme, self.tr("To"), self._last))
        self.body.addWidget(TextLabel(theme, words, color="ink_2"))
        self.body.addSpacing(10)
        self.body.addLayout(days)
        self.body.addSpacing(10)
        self.body.addWidget(self._count)
        self.body.addWidget(self._listed)
        self._write = Button(theme, "", Kind.PRIMARY, name="several_days_write_button")
        self._write.clicked.connect(self._on_write_clicked)
        self.add_button(self._write)
        self.set_far_button(Button(theme, self.tr("Leave it"), Kind.QUIET, name="several_days_leave_button"))
        self._show_count()

    def typed(self) -> Typed:
        """Both days."""
        return {"first": self._first.day().isoformat(), "last": self._last.day().isoformat()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._first.fill(date.fromisoformat(typed["first"]))
        self._last.fill(date.fromisoformat(typed["last"]))
        self._show_count()

    def _on_day_edited(self) -> None:
        """The other day follows, so that the span is never the wrong way round."""
        if self._last.day() < self._first.day():
            other = self._last if self.sender() is self._first else self._first
            other.fill(self._first.day() if other is self._last else self._last.day())
        self._show_count()

    def _show_count(self) -> None:
        first, last, today = self._first.day(), self._last.day(), self._workspace.today
        self._open = open_between(self._workspace.read(histories, first), first, last, today)
        count = len(self._open.items)
        self._count.set_text(self._count_words(count))
        self._listed.set_text("\n".join(self._lines()))
        self._listed.setVisible(bool(self._open.items or self._open.running))
        self._write.set_words(self.tr("Write {n} as not applicable").format(n=count))
        self._write.setEnabled(count > 0)
        self.fit()

    def _count_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Nothing is open on these days.")
        return self.tr("1 item is open.") if count == 1 else self.tr("{n} items are open.").format(n=count)

    def _lines(self) -> list[str]:
        """`“Ring at six”: 4`; of a crowd the first ones. A week or month that runs is named as left out."""
        counted: dict[str, int] = {}
        for each in self._open.items:
            counted[each.commitment.title] = counted.get(each.commitment.title, 0) + 1
        lines = [self.tr("“{title}”: {n}").format(title=title, n=n) for title, n in counted.items()]
        lines = [*lines[:_LISTED], *(["…"] if len(lines) > _LISTED else [])]
        running = [self.tr("“{title}” is left out: it still runs.") for _ in self._open.running]
        return lines + [words.format(title=each.title) for words, each in zip(running, self._open.running, strict=True)]

    def _on_write_clicked(self) -> None:
        for field in (self._first, self._last):
            field.interpretText()
        label, days = self.tr("answers of several days"), (self._first.day(), self._last.day())
        try:
            done = self._workspace.do(label, write_not_applicable, *days)
        except KnownError as error:
            self.show_refusal(self._workspace.sentence_for(error))
            return
        self.finish()
        words = self.tr("Recorded: {n} as not applicable.")
        self._workspace.recorded.emit(words.format(n=len(done.result)))
