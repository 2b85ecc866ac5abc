"""The list of keys, opened with Ctrl+/."""

from PySide6.QtWidgets import QGridLayout, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.key_cap import KeyCap
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import row
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.theme import Theme


class KeysSheet(SheetDialog):
    """Every key and what it does."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, "", name="keys_sheet")
        self.set_title(self.tr("The keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for line, (keys, words) in enumerate(self._keys()):
            caps = row(spacing=6)
            for key in keys:
                caps.addWidget(KeyCap(theme, key))
            caps.addStretch(1)
            grid.addLayout(caps, line, 0)
            label = TextLabel(theme, words, "body")
            label.setAccessibleName(f"{' '.join(keys)}: {words}")
            grid.addWidget(label, line, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        close = Button(theme, self.tr("Close"), Kind.QUIET, name="keys_close_button")
        self.set_far_button(close)

    def _keys(self) -> list[tuple[list[str], str]]:
        return [
            (["K", "P", "M", "N"], self.tr("Kept, partly, missed, not applicable, in the row in focus")),
            ([self.tr("Up"), self.tr("Down")], self.tr("Between rows")),
            ([self.tr("Left"), self.tr("Right")], self.tr("Inside a row; on the chart, from bar to bar")),
            ([self.tr("Delete")], self.tr("Clear an answer")),
            (["Ctrl+E"], self.tr("Walk through the evening, or the morning")),
            (["Ctrl+Z", "Ctrl+Shift+Z"], self.tr("Undo, redo")),
            (["Ctrl+1", "Ctrl+2", "Ctrl+3"], self.tr("Today, Path, Amends")),
            (["Ctrl+4", "Ctrl+5", "Ctrl+6"], self.tr("Conversations, Recovery, Session")),
            (["B", "Esc"], self.tr("In a session: blank the screen, leave")),
            (["Alt+Left", "Alt+Right"], self.tr("Previous and next day or question")),
            (["Alt+PageUp", "Alt+PageDown"], self.tr("Earlier and later months of a record")),
            (["Ctrl+Enter"], self.tr("Add a line, or go on")),
            (["1", "8", "0"], self.tr("Say what a sentence of a letter does; take that back")),
            (["Ctrl+P"], self.tr("Print a letter; in a session, a report of it")),
            (["Ctrl+T"], self.tr("Table instead of chart")),
            (["Shift+Left", "Shift+Right"], self.tr("On the chart: earlier and later days")),
            (["+", "-", "0"], self.tr("On the chart: fewer days, more days, the range again")),
            (["Ctrl+F", "Ctrl+J"], self.tr("Find your words, journal")),
            (["Ctrl++", "Ctrl+-", "Ctrl+0"], self.tr("Larger, smaller and first text size")),
            (["Ctrl+,"], self.tr("Settings")),
            (["Ctrl+L"], self.tr("Lock, from anywhere")),
            (["F1"], self.tr("Need to talk to someone now?")),
            (["Ctrl+/"], self.tr("This list")),
        ]
