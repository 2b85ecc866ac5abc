"""What a person sees and does on Today."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.builders import promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from trustplanner.actions import answers
from trustplanner.domain.answers import Answer, Value
from trustplanner.domain.commitments import Commitment
from trustplanner.storage.queries.answers import answers_for
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page import TodayPage

DAY = timedelta(days=1)


def words_in(widget: QWidget) -> list[str]:
    """Every label and button that can be seen, in the order they were made."""
    said = []
    for part in widget.findChildren(QWidget):
        if not part.isVisibleTo(widget):
            continue
        if isinstance(part, QPushButton):
            said.append(part.text().replace("&&", "&"))
        elif isinstance(part, QLabel) and part.text():
            said.append(part.text())
    return said


@dataclass
class Seen:
    """Today in a window, and what it has asked of the window so far."""

    workspace: Workspace
    clock: MovedClock
    show: Callable[..., QWidget]
    toasts: list[str] = field(default_factory=list)
    led_to: list[Destination] = field(default_factory=list)
    page: TodayPage = field(init=False)
    window: QWidget = field(init=False)

    def open(self, detail: str = "", **size: int) -> "Seen":
        """Show the page, as the main window does."""
        self.page = TodayPage(self.workspace)
        self.workspace.recorded.connect(self.toasts.append)
        self.page.go_requested.connect(self.led_to.append)
        self.page.show_detail(detail)
        self.window = self.show(self.page, **size)
        self.page.setFocus()
        return self

    # --- looking

    def rows(self) -> list[QWidget]:
        """The rows from the top."""
        found = [row for row in self.page.findChildren(QWidget, "today_row") if row.isVisibleTo(self.page)]
        return sorted(found, key=lambda row: row.mapTo(self.page, row.rect().topLeft()).y())

    def row(self, place: int = 0) -> QWidget:
        return self.rows()[place]

    def chosen(self) -> list[str | None]:
        """The answer that each row shows."""
        return [self.answer_row(place).chosen for place in range(len(self.rows()))]

    def answer_row(self, place: int = 0) -> AnswerRow:
        found = self.row(place).findChild(AnswerRow)
        assert found is not None
        return found

    def segment(self, value: str, place: int = 0) -> PaintedButton:
        found = self.row(place).findChild(PaintedButton, f"today_{value}_button")
        assert isinstance(found, PaintedButton)
        return found

    def focused(self) -> tuple[int, str]:
        """Which row has the focus, and which of its segments."""
        segment = focus_in(self.page)
        places = [place for place, row in enumerate(self.rows()) if row.isAncestorOf(segment)]
        return (places[0] if places else -1), segment.objectName()

    def words(self, widget: QWidget | None = None) -> list[str]:
        return words_in(widget or self.page)

    def says(self, words: str, widget: QWidget | None = None) -> bool:
        return words in self.words(widget)

    def button(self, name: str, widget: QWidget | None = None) -> QPushButton:
        """The visible button of this name."""
        found = [
            button
            for button in (widget or self.window).findChildren(QPushButton, f"today_{name}_button")
            if button.isVisibleTo(self.window)
        ]
        assert len(found) == 1, [button.objectName() for button in found]
        return found[0]

    def label(self, words: str) -> QLabel:
        """The visible label with these words."""
        found = [label for label in self.page.findChildren(QLabel) if label.text() == words]
        assert len(found) == 1
        return found[0]

    def sheet(self, name: str) -> SheetDialog:
        """The open sheet of this name."""
        found = [sheet for sheet in self.window.findChildren(SheetDialog, name) if not sheet.isHidden()]
        assert len(found) == 1
        return found[0]

    def has_sheet(self) -> bool:
        return any(not sheet.isHidden() for sheet in self.window.findChildren(SheetDialog))

    # --- doing

    def key(self, *letters: str) -> None:
        for letter in letters:
            type_words(self.page, letter)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.page, *keys, modifier=modifier)

    def click(self, name: str) -> None:
        click(self.button(name))

    # --- the vault

    def promise(self, *args: object, **kwargs: object) -> Commitment:
        return promise(self.workspace.runner, *args, **kwargs)  # type: ignore[arg-type]  # as the builder has them

    def written(self, commitment: Commitment, day: date) -> list[Value]:
        """Every row of one item in the vault, in the order of writing."""
        return [answer.value for answer in self.answers(commitment, day)]

    def answers(self, commitment: Commitment, day: date) -> tuple[Answer, ...]:
        return self.workspace.read(answers_for, commitment.id, day)

    def answer_all(self, commitment: Commitment, days: dict[date, Value]) -> None:
        """Answers of earlier days, each written in the evening of its day."""
        now = self.clock.local
        with self.workspace.runner.together() as together:
            for day, value in sorted(days.items()):
                self.clock.go_to(day)
                together.do(answers.write, commitment.id, day, value)
        self.clock.local = now
