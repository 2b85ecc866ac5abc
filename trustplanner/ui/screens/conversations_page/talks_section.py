"""The talks: planned ones first, then what became of the others, newest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.conversations import talks
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.conversations_page.talk_row import TalkRow

_ROW_GAP = 26
_BUTTON_GAP = 18


class TalksSection(QWidget):
    """`open_requested` carries the id of a talk, or nothing for a new one."""

    open_requested = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = workspace.catalogue.conversations()
        theme = workspace.theme
        self._plan = QWidget()
        self.plan_button = Button(theme, self.tr("Plan a talk"), Kind.PRIMARY, name="conversations_plan_button")
        self.plan_button.clicked.connect(lambda: self.open_requested.emit(""))
        WrappingRow(self._plan).addWidget(self.plan_button)
        self._none = TextLabel(theme, "", "body", "ink_2")
        self._planned = self._make_rows()
        self._past = QWidget()
        self._earlier = self._make_rows()
        layout = column(self)
        layout.addWidget(TextLabel(theme, self._words.talks.title, "heading"))
        layout.addSpacing(6)
        layout.addWidget(Hairline(theme))
        self._plan.setContentsMargins(0, 0, 0, _BUTTON_GAP)  # of its own, so that a hidden one leaves no gap
        past = column(self._past, spacing=8)
        past.setContentsMargins(0, _ROW_GAP, 0, 0)
        past.addWidget(TextLabel(theme, self.tr("Earlier"), "label", "ink_2"))
        past.addWidget(self._earlier.widget)
        layout.addSpacing(16)
        for part in (self._plan, self._none, self._planned.widget, self._past):
            layout.addWidget(part)

    def refresh(self, *, is_open: bool) -> None:
        """Show the talks as they are; where planning is closed nothing begins one."""
        every, is_unwanted = self._workspace.read(talks), self._workspace.voice.contact is Contact.NONE
        coming = [] if is_unwanted else [talk for talk in every if talk.state is TalkState.PLANNED]
        self._planned.show_things(coming)
        self._earlier.show_things(_newest_first([talk for talk in every if talk not in coming]))
        self._none.set_text(self._words.talks.none_yet.said_to(self._workspace.voice))
        self._none.setVisible(not every)
        self._past.setVisible(not self._earlier.widget.isHidden())
        self._plan.setVisible(is_open)

    def _make_rows(self) -> KeyedColumn[Talk, TalkRow]:
        return KeyedColumn(lambda talk: talk.id, self._make_row, self._show_row, spacing=_ROW_GAP)

    def _make_row(self, talk: Talk) -> TalkRow:
        row = TalkRow(self._workspace.theme, talk.id, self._words)
        row.open_requested.connect(self.open_requested)
        return row

    def _show_row(self, row: TalkRow, talk: Talk) -> None:
        row.show_talk(talk, self._workspace.voice, self._workspace.today)


def _newest_first(talks_before: list[Talk]) -> list[Talk]:
    return sorted(talks_before, key=lambda talk: (talk.day or talk.updated_at.date(), talk.created_at), reverse=True)
