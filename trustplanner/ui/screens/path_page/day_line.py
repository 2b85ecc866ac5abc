"""Under a question that comes again: which day its answer belongs to, and the ways to earlier and later answers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.path import Prompt
from trustplanner.domain.path import Rhythm
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.view import PathView
from trustplanner.ui.screens.path_page.words import PathWords


class DayLine(QWidget):
    """`day_chosen` carries the day of another answer, None for the present one."""

    day_chosen = Signal(object)
    session_date_requested = Signal()

    def __init__(self, workspace: Workspace, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._before: date | None = None
        self._after: date | None = None
        self.day_label = TextLabel(workspace.theme, role="label", color="ink_2")
        self.day_label.setObjectName("path_day_label")
        self.earlier_button = Button(workspace.theme, "", Kind.LINK, name="path_earlier_button")
        self.earlier_button.clicked.connect(self._on_earlier_clicked)
        self.later_button = Button(workspace.theme, "", Kind.LINK, name="path_later_button")
        self.later_button.clicked.connect(self._on_later_clicked)
        set_date = Button(workspace.theme, self.tr("Set its date"), Kind.LINK, name="path_session_date_button")
        set_date.clicked.connect(self.session_date_requested)
        self._set_date = set_date
        line = WrappingRow(self, gap=16, line_gap=0)
        for widget in (self.day_label, self.earlier_button, self.later_button, set_date):
            line.addWidget(widget)

    def show_day(self, prompt: Prompt, on: date | None, view: PathView, written: Sequence[date]) -> None:
        """Say which day this is; `written` are the days that have an answer, in order."""
        self.setVisible(on is not None)
        present = view.keys[prompt.code]
        if on is None or present is None:
            return
        self.day_label.set_text(self._words.day(prompt, on, view))
        self._before = max((day for day in written if day < on), default=None)
        later = [day for day in written if on < day < present]
        self._after = min([*later, present]) if on < present else None
        self.earlier_button.setVisible(self._before is not None)
        self.later_button.setVisible(self._after is not None)
        if self._before is not None:
            self.earlier_button.set_words(self._words.to_earlier(prompt, self._before, view))
        if self._after is not None:
            self.later_button.set_words(self._words.to_later(prompt, self._after, view))
        needs_date = prompt.rhythm is Rhythm.SESSION and on == present and view.session is None
        self._set_date.setVisible(needs_date)

    def _on_earlier_clicked(self) -> None:
        self.day_chosen.emit(self._before)

    def _on_later_clicked(self) -> None:
        self.day_chosen.emit(self._after)
