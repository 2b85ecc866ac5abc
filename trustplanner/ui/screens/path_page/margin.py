"""The margin: short notes beside the question, or under it and folded to one line each in a narrow window."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme

_GAP, _GAP_FOLDED = 30, 2
_TITLE_GAP, _FOOT_UNFOLDED = 10, 8


class Passage(NamedTuple):
    """One paragraph of a note; a person's words are in the role `aside`."""

    text: str
    role: str = "small"
    color: str = "ink_2"


class Note(NamedTuple):
    """One note. `code` names its widgets and tells it from the others."""

    code: str
    title: str
    passages: tuple[Passage, ...]


class MarginNote(QWidget):
    """A title and its passages. While it is folded, the title is a button that opens and closes it."""

    def __init__(self, theme: Theme, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(f"path_{note.code}_note")
        self._is_foldable = False
        self._is_open = False
        self._title = TextLabel(theme, role="label", color="ink_2")
        self.fold_button = Button(theme, "", Kind.LINK, icon="chevron-right", name=f"path_{note.code}_fold_button")
        self.fold_button.clicked.connect(self._on_fold_clicked)
        self._body = QWidget()
        self._passages = column(self._body, spacing=6)
        self._labels: list[TextLabel] = []
        layout = column(self)
        layout.addWidget(self._title)
        layout.addWidget(self.fold_button)
        layout.addWidget(self._body)
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """Say this."""
        self._title.set_text(note.title)
        self.fold_button.set_words(note.title)
        while len(self._labels) > len(note.passages):
            self._labels.pop().deleteLater()
        for index, passage in enumerate(note.passages):
            if index == len(self._labels):
                self._labels.append(TextLabel(self.theme, role=passage.role))
                self._passages.addWidget(self._labels[index])
                self._labels[index].show()
            self._labels[index].set_text(passage.text)
            self._labels[index].set_color(passage.color)
        self._show_fold()

    def words(self) -> list[str]:
        """What the passages say."""
        return [label.text() for label in self._labels]

    @property
    def is_read(self) -> bool:
        """Whether the passages are seen, not only the title."""
        return self._is_open or not self._is_foldable

    def set_foldable(self, is_foldable: bool) -> None:
        """Fold to one line, or stand open for good."""
        self._is_foldable = is_foldable
        self._show_fold()

    def _on_fold_clicked(self) -> None:
        self._is_open = not self._is_open
        self._show_fold()

    def _show_fold(self) -> None:
        self._title.setVisible(not self._is_foldable)
        self.fold_button.setVisible(self._is_foldable)
        self.fold_button.set_icon("chevron-down" if self._is_open else "chevron-right")
        self.fold_button.setAccessibleDescription(self.tr("open") if self._is_open else self.tr("folded"))
        self._body.setVisible(self.is_read)
        top, foot = (0, _FOOT_UNFOLDED) if self._is_foldable else (_TITLE_GAP, 0)
        self._passages.setContentsMargins(0, top, 0, foot)


class MarginNotes(QWidget):
    """All notes of one question, in order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("path_margin")
        self._notes: dict[str, MarginNote] = {}
        self._is_foldable = False
        self._column = column(self, spacing=_GAP)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these; a note that was there before stays as it is, open or folded."""
        for code in set(self._notes) - {note.code for note in notes}:
            gone = self._notes.pop(code)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, note in enumerate(notes):
            if note.code in self._notes:
                self._notes[note.code].show_note(note)
            else:
                shown = MarginNote(self.theme, note)
                shown.set_foldable(self._is_foldable)
                self._notes[note.code] = shown
            self._column.insertWidget(place, self._notes[note.code])
            self._notes[note.code].show()

    def set_foldable(self, is_foldable: bool) -> None:
        """Fold every note to one line, or let all stand open."""
        self._is_foldable = is_foldable
        self._column.setSpacing(_GAP_FOLDED if is_foldable else _GAP)
        for note in self._notes.values():
            note.set_foldable(is_foldable)

    def fold_buttons(self) -> list[QWidget]:
        """The buttons that unfold, in the order of the notes."""
        shown = sorted(self._notes.values(), key=self._column.indexOf)
        return [note.fold_button for note in shown]
