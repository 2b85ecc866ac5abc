"""What opens instead of the five steps when the promise was a line not to cross."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import all_said_to
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace


class LineSheet(SheetDialog):
    """Says that the miss is recorded, and leads to people to talk to. `go_requested` carries a `Destination`."""

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        texts = workspace.catalogue.miss_steps().line_crossed
        super().__init__(workspace.theme, window, texts.title, name="line_sheet")
        theme = workspace.theme
        for paragraph in all_said_to(texts.paragraphs, workspace.voice):
            self.body.addWidget(TextLabel(theme, paragraph))
        support = Button(theme, texts.open_support, Kind.PRIMARY, name="line_support_button")
        support.clicked.connect(self._on_support_clicked)
        self.add_button(support)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="line_close_button"))

    def _on_support_clicked(self) -> None:
        self.close_sheet()
        self.go_requested.emit(Destination("support"))
