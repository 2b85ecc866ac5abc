"""Their view of a loosening, noted later: as it was heard, with the day."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions.views import Heard
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.easing_fields import ViewField
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.workspace import Workspace

VIEW_SHEET: Final = "view_sheet"


class ViewSheet(DraftSheet):
    """Shows what was noted before, then calls `act` with what is noted now; a known error it raises is shown here."""

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        title: str,
        subject: str,
        noted: Heard,
        act: Callable[[Heard], object],
    ) -> None:
        super().__init__(workspace, window, title, SheetName(VIEW_SHEET, subject))
        self._act = act
        self._view = ViewField(workspace, name="view_sheet")
        self._view.fill(noted)
        self._view.edited.connect(self.fit)
        self._notice = NoticeLine(workspace.theme)
        self.body.addWidget(self._view)
        self.body.addWidget(self._notice)
        note = Button(workspace.theme, self.tr("Note it"), Kind.PRIMARY, name="view_sheet_note_button")
        note.clicked.connect(self._on_note_clicked)
        self.add_button(note)
        self.set_far_button(
            Button(workspace.theme, self.tr("Leave it as it is"), Kind.QUIET, name="view_sheet_leave_button")
        )

    def typed(self) -> Typed:
        """Their view."""
        return {**self._view.typed()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._view.fill_typed(typed)

    def _on_note_clicked(self) -> None:
        try:
            self._act(self._view.heard())
        except KnownError as error:
            self._notice.show_sentence(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()
