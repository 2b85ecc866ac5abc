"""The foot of the first run, which does not scroll: the ways on and back are seen however long a step is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.layouts import column, is_roomy
from trustplanner.ui.kit.theme import Theme

_ABOVE, _BELOW = 12, 16
_SIDE_ROOMY, _SIDE_NARROW = 48, 32


class StepFoot(QWidget):
    """Shows the ways of one step, under a line; a step whose ways stand in its words has no foot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._shown: QWidget | None = None
        self._lane = column()
        layout = column(self)
        layout.addWidget(Hairline(theme))
        layout.addLayout(self._lane)
        self._arrange()
        theme.changed.connect(self._arrange)

    def add_ways(self, ways: QWidget) -> None:
        """Take the ways of a step, to be shown later."""
        ways.hide()
        self._lane.addWidget(ways)

    def show_ways(self, ways: QWidget | None) -> None:
        """Show these ways and no others."""
        if self._shown is not None:
            self._shown.hide()
        self._shown = ways
        self.setVisible(ways is not None)
        if ways is not None:
            ways.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in line with the page above."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        side = _SIDE_ROOMY if is_roomy(self.theme, self.window().width()) else _SIDE_NARROW
        self._lane.setContentsMargins(side, _ABOVE, side, _BELOW)
