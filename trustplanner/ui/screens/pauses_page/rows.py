"""The rows of Pauses: one pause, and one promise that is to become easier."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.pauses import PauseTime
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.pauses_page.reading import ListedPause, Loosening
from trustplanner.ui.screens.pauses_page.words import PausesWords

_LINK_GAP: Final = 18


class _Row(QWidget):
    """A name, lines below it, and links."""

    def __init__(self, theme: Theme, lines: int) -> None:
        super().__init__()
        self.theme = theme
        self._name = TextLabel(theme, "", "strong")
        self._lines = [TextLabel(theme, "", "control" if not at else "small", "ink_2") for at in range(lines)]
        self._lines[0].set_color("ink")
        self._links = WrappingRow(gap=_LINK_GAP, line_gap=0)
        layout = column(self, spacing=2)
        layout.addWidget(self._name)
        for line in self._lines:
            layout.addWidget(line)
        layout.addLayout(self._links)

    def _show_words(self, name: str, *said: str) -> None:
        self._name.set_text(name)
        for line, text in zip(self._lines, said, strict=True):
            line.set_text(text)
            line.setVisible(bool(text))

    def _link(self, words: str, name: str) -> Button:
        link = Button(self.theme, words, Kind.LINK, name=name)
        self._links.addWidget(link)
        return link


class PauseRow(_Row):
    """`resume_requested` and `view_requested` carry the `ListedPause`."""

    resume_requested = Signal(object)
    view_requested = Signal(object)

    def __init__(self, theme: Theme, listed: ListedPause) -> None:
        super().__init__(theme, 4)
        self._listed = listed
        seq = listed.pause.seq
        self.resume = self._link("", f"pauses_resume_{seq}_button")
        self.resume.clicked.connect(lambda: self.resume_requested.emit(self._listed))
        self.view = self._link(self.tr("Note what was said about it"), f"pauses_view_{seq}_button")
        self.view.clicked.connect(lambda: self.view_requested.emit(self._listed))

    def show_pause(self, listed: ListedPause, words: PausesWords) -> None:
        """Show it as it is now."""
        self._listed = listed
        is_over = listed.time is PauseTime.PAST
        views = words.views(listed) if listed.entry.views or not is_over else ""
        name, when = words.name(listed), words.when(listed)
        self._show_words(name, when, listed.pause.note.strip(), views, words.stays(listed.stay_paused))
        begins_again, takes_back = self.tr("Begin again today"), self.tr("Take it back")
        self.resume.set_words(begins_again if listed.time is PauseTime.RUNNING else takes_back)
        for link in (self.resume, self.view):
            link.setVisible(not is_over)
            link.setAccessibleDescription(f"{name}. {when}")


class LooseningRow(_Row):
    """`take_back_requested`, `view_requested` and `record_requested` carry the `Loosening`."""

    take_back_requested = Signal(object)
    view_requested = Signal(object)
    record_requested = Signal(object)

    def __init__(self, theme: Theme, loosening: Loosening) -> None:
        super().__init__(theme, 3)
        self._loosening = loosening
        key = loosening.commitment.id
        take_back = self._link(self.tr("Take it back"), f"pauses_take_back_{key}_button")
        view = self._link(self.tr("Note what was said about it"), f"pauses_loosening_view_{key}_button")
        record = self._link(self.tr("Its record"), f"pauses_record_{key}_button")
        take_back.clicked.connect(lambda: self.take_back_requested.emit(self._loosening))
        view.clicked.connect(lambda: self.view_requested.emit(self._loosening))
        record.clicked.connect(lambda: self.record_requested.emit(self._loosening))
        self._all = (take_back, view, record)

    def show_loosening(self, loosening: Loosening, words: PausesWords) -> None:
        """Show it as it is now."""
        self._loosening = loosening
        title = loosening.commitment.title
        self._show_words(title, words.loosening(loosening), words.will_be(loosening), words.views(loosening))
        for link in self._all:
            link.setAccessibleDescription(title)
