"""The foot of the path, which does not scroll: save and go on, skip, back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.layouts import WrappingRow, row
from trustplanner.ui.kit.theme import Theme


class PathFoot(QWidget):
    """The ways on from a question; the first question has no way back."""

    go_on_requested = Signal()
    skip_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go_on_button = Button(theme, self.tr("Save and go on"), Kind.PRIMARY, name="path_go_on_button")
        self.go_on_button.clicked.connect(self.go_on_requested)
        self.skip_button = Button(theme, self.tr("Skip for now"), Kind.QUIET, name="path_skip_button")
        self.skip_button.clicked.connect(self.skip_requested)
        self.back_button = Button(theme, self.tr("Back"), Kind.QUIET, icon="chevron-left", name="path_back_button")
        self.back_button.setToolTip(self.tr("The question before: Alt+Left"))
        self.back_button.clicked.connect(self.back_requested)
        ways_on = WrappingRow(gap=8)
        ways_on.addWidget(self.go_on_button)
        ways_on.addWidget(self.skip_button)
        line = row(self)
        line.addLayout(ways_on, 1)
        line.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignBottom)

    def show_ways(self, *, has_way_back: bool) -> None:
        """Offer the way to the question before, if there is one."""
        self.back_button.setVisible(has_way_back)

    def in_tab_order(self) -> list[QWidget]:
        """The buttons, as Tab walks them."""
        return [self.go_on_button, self.skip_button, self.back_button]
