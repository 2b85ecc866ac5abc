"""The counsellor's first look: two minutes of reading, over whatever is shown."""

from dataclasses import fields

from PySide6.QtWidgets import QWidget

from trustplanner.content.first_look import FirstLookWords
from trustplanner.content.record import HelpPassage
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.passages import passage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.theme import Theme

_PASSAGE_GAP = 14


class FirstLookSheet(SheetDialog):
    """All passages below each other; it scrolls. Nothing of a plan stands in it."""

    def __init__(self, theme: Theme, words: FirstLookWords, window: QWidget) -> None:
        super().__init__(theme, window, "", name="first_look_sheet")
        self.set_title(self.tr("A first look, for a counsellor"))
        self.body.addWidget(TextLabel(theme, words.lead, "body", "ink"))
        for field in fields(words.passages):
            found: HelpPassage = getattr(words.passages, field.name)
            self.body.addSpacing(_PASSAGE_GAP)
            self.body.addLayout(passage(theme, found.title, found.paragraphs))
        self.body.addSpacing(_PASSAGE_GAP)
        self.body.addWidget(TextLabel(theme, words.self_reported, "small", "ink_2"))
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="first_look_close_button"))
