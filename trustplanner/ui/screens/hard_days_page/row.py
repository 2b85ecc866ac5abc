"""One hard day or place: when and where, whose it is, its words, and the one way it may be struck."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.hard_days import HardDaysWords
from trustplanner.content.texts import Voice
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.hard_days import HardDay, HardFor, is_theirs_too, next_on
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme

_LINE_GAP: Final = 3


class HardDayRow(QWidget):
    """The signals carry the id, `released` the day too."""

    change_requested = Signal(str)
    delete_requested = Signal(str)
    released = Signal(str, object)
    keep_requested = Signal(str)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key = key
        self._dates = DateWords()
        self._when = TextLabel(theme, "", "strong")
        self._whose = TextLabel(theme, "", "small", "ink_2")
        self._words = TextLabel(theme, "", "promise")
        self._released = TextLabel(theme, "", "small")
        self.change_button = self._link(theme, "change", self.tr("Change"))
        self._delete = self._link(theme, "delete", self.tr("Delete"))
        self._release = self._link(theme, "release", "")
        self._keep = self._link(theme, "keep_again", self.tr("It is hard still"))
        self._content = QWidget()
        self._lay_out()
        self._make_release_form(theme)
        self._both = column(self)
        self._both.addWidget(self._content)
        self._both.addWidget(self._release_form)
        self._release_form.hide()
        self._connect()

    def _link(self, theme: Theme, name: str, words: str) -> Button:
        return Button(theme, words, Kind.LINK, name=f"hard_days_{name}_button")

    def _lay_out(self) -> None:
        holder = QWidget()
        links = WrappingRow(holder, gap=16)
        for link in (self.change_button, self._delete):
            links.addWidget(link)
        head = SpreadRow(gap=16, line_gap=0)
        head.addWidget(self._when)
        head.addWidget(holder)
        ways = WrappingRow(gap=16, line_gap=0)
        for link in (self._release, self._keep):
            ways.addWidget(link)
        inside = column(self._content, spacing=_LINE_GAP)
        inside.addLayout(head)
        for label in (self._words, self._whose, self._released):
            inside.addWidget(label)
        inside.addLayout(ways)

    def _make_release_form(self, theme: Theme) -> None:
        self._release_form = QWidget()
        self._on = DateField(theme, name="hard_days_released_field")
        self._on.setAccessibleName(self.tr("Heard on"))
        self._write = Button(theme, self.tr("Write it down"), Kind.NORMAL, name="hard_days_release_write_button")
        self._leave = Button(theme, self.tr("Leave it as it was"), Kind.QUIET, name="hard_days_release_leave_button")
        line = WrappingRow(self._release_form, gap=12)
        for part in (self._on, self._write, self._leave):
            line.addWidget(part)

    def _connect(self) -> None:
        self.change_button.clicked.connect(lambda: self.change_requested.emit(self.key))
        self._delete.clicked.connect(lambda: self.delete_requested.emit(self.key))
        self._keep.clicked.connect(lambda: self.keep_requested.emit(self.key))
        self._release.clicked.connect(self._on_release_clicked)
        self._write.clicked.connect(self._on_write_clicked)
        self._leave.clicked.connect(self._put_release_away)

    # --- showing

    def show_hard_day(self, hard: HardDay, words: HardDaysWords, voice: Voice, today: date) -> None:
        """Show it as it is saved."""
        kind, is_theirs, is_released = words.kinds[hard.whose], is_theirs_too(hard), hard.released_on is not None
        self._when.set_text(self._when_words(hard, today))
        self._whose.set_text(self._whose_words(hard, kind.label.said_to(voice), today))
        said = self.tr("“{words}”").format(words=hard.words) if is_theirs and hard.words else hard.words
        self._words.set_text(said)
        self._words.set_color("theirs" if hard.whose is HardFor.THEM else "ink")
        self._words.setVisible(bool(said))
        self._show_release(hard, today)
        self._release.set_words(kind.release.said_to(voice))
        for link, is_seen in (
            (self._release, is_theirs and not is_released),
            (self._keep, is_released),
            (self.change_button, not is_released),
            (self._delete, not is_theirs),
        ):
            link.setVisible(is_seen)
            link.setAccessibleDescription(self._when.text())
        self._on.set_limits(hard.heard_on or EARLIEST_DAY, today)
        self._on.fill(today)

    def _show_release(self, hard: HardDay, today: date) -> None:
        words = ""
        if hard.released_on is not None:
            day = self._dates.long(hard.released_on, today)
            words = self.tr("Released on {day}, as you heard it.").format(day=day)
        self._released.set_text(words)
        self._released.setVisible(bool(words))

    def _when_words(self, hard: HardDay, today: date) -> str:
        if hard.day is None:
            return hard.place
        day = next_on(hard, today) or hard.day
        words = self.tr("{day}, every year") if hard.is_yearly else self.tr("{day}")
        said = words.format(day=self._dates.long(day, today))
        return f"{said}, {hard.place}" if hard.place else said

    def _whose_words(self, hard: HardDay, label: str, today: date) -> str:
        if hard.heard_on is None:
            return label
        words = self.tr("{whose}, heard on {day}")
        return words.format(whose=label, day=self._dates.short(hard.heard_on, today))

    # --- the form in its place, and that of a release

    def show_form(self, form: QWidget) -> None:
        """Show the fields in place of the words."""
        self._put_release_away()
        self._content.hide()
        self._both.addWidget(form)

    def show_words(self) -> None:
        """Show the words again."""
        self._content.show()

    def _on_release_clicked(self) -> None:
        self._release_form.show()
        self._release.hide()
        self._on.setFocus()

    def _on_write_clicked(self) -> None:
        self._on.interpretText()
        self._release_form.hide()
        self.released.emit(self.key, self._on.day())

    def _put_release_away(self) -> None:
        if not self._release_form.isHidden():
            self._release_form.hide()
            self._release.show()
            self._release.setFocus()
