"""What opens instead of the five steps when the promise was a line not to cross."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import all_said_to
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace


class LineSheet(SheetDialog):
    """Says that the miss is recorded, and leads to people to talk to, and to what comes after a setback.

    `go_requested` carries a `Destination`. `day` is the day on which the line was crossed, today if None.
    """

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, window: QWidget, day: date | None = None) -> None:
        texts = workspace.catalogue.miss_steps().line_crossed
        super().__init__(workspace.theme, window, texts.title, name="line_sheet")
        theme = workspace.theme
        for paragraph in all_said_to(texts.paragraphs, workspace.voice):
            self.body.addWidget(TextLabel(theme, paragraph))
        support = Button(theme, texts.open_support, Kind.PRIMARY, name="line_support_button")
        support.clicked.connect(lambda: self._leave_for("support"))
        self.add_button(support)
        acts = Button(theme, texts.open_acts, Kind.NORMAL, name="line_acts_button")
        acts.clicked.connect(lambda: self._leave_for("setback", f"day:{day or workspace.today}"))
        self.add_button(acts)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="line_close_button"))

    def _leave_for(self, place: str, detail: str = "") -> None:
        self.close_sheet()
        self.go_requested.emit(Destination(place, detail))
