"""How everything on Recovery is counted, passage by passage."""

from dataclasses import fields

from PySide6.QtWidgets import QWidget

from trustplanner.content.record import HelpPassage
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.passages import passage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace

PASSAGE_GAP = 14


class HelpSheet(SheetDialog):
    """All passages below each other; it scrolls."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", name="recovery_help_sheet")
        self.set_title(self.tr("How is this counted?"))
        words = workspace.catalogue.recovery_help()
        self.body.addWidget(TextLabel(workspace.theme, words.lead, "body", "ink"))
        for field in fields(words.passages):
            found: HelpPassage = getattr(words.passages, field.name)
            self.body.addSpacing(PASSAGE_GAP)
            self.body.addLayout(passage(workspace.theme, found.title, found.paragraphs))
        self.body.addSpacing(PASSAGE_GAP)
        self.body.addWidget(TextLabel(workspace.theme, words.self_reported, "small", "ink_2"))
        self.set_far_button(Button(workspace.theme, self.tr("Close"), Kind.QUIET, name="recovery_help_close_button"))
