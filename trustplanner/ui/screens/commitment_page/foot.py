"""The foot of the editor, which does not scroll: save, put away or end, and how many places are in use."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import MOST_ACTIVE
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, is_narrow, is_roomy
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme

_ABOVE, _BELOW = 12, 16
_SIDE_ROOMY, _SIDE_NARROW = 48, 32


class EditorFoot(QWidget):
    """One row of buttons; in a narrow window the words stand below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.save_button = Button(theme, "", Kind.PRIMARY, name="commitment_save_button")
        self.cancel_button = Button(theme, self.tr("Cancel"), Kind.QUIET, name="commitment_cancel_button")
        self.end_button = Button(theme, self.tr("End it"), Kind.QUIET, name="commitment_end_button")
        self._places = TextLabel(theme, "", "small", "ink_2")
        self._lines = SpreadRow(gap=8, line_gap=6)
        for part in (self.save_button, self.cancel_button, self.end_button, self._places):
            self._lines.addWidget(part)
        layout = column(self)
        layout.addWidget(Hairline(theme))
        layout.addLayout(self._lines)
        self._arrange()
        theme.changed.connect(self._arrange)

    def show_kind(self, *, is_new: bool, is_deletable: bool, is_ended: bool) -> None:
        """What can be done with it: one that has asked for something is ended, never deleted."""
        self.save_button.set_words(self.tr("Write it down") if is_new else self.tr("Save changes"))
        self.end_button.setVisible(not is_new and not is_deletable and not is_ended)

    def show_places(self, used: int) -> None:
        """Say how many of the places are in use."""
        words = self.tr("{used} of {most} places in use. Stricter counts at once; easier counts after a week.")
        self._places.set_text(words.format(used=used, most=MOST_ACTIVE))

    def places(self) -> str:
        """What is said about the places."""
        return self._places.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in line with the page above."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Turn round with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _arrange(self) -> None:
        width = self.window().width()
        is_wide = is_roomy(self.theme, width) and not is_narrow(self.theme, width)
        side = _SIDE_ROOMY if is_wide else _SIDE_NARROW
        self._lines.setContentsMargins(side, _ABOVE, side, _BELOW)
