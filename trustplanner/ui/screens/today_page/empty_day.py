"""Before there is any commitment: where most people begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace

ABOVE, BELOW_HEADING, BELOW_TEXT = 62, 6, 28
WIDEST = 600


class EmptyDay(QWidget):
    """A heading, a paragraph, two ways to begin. `go_requested` carries a `Destination`."""

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        theme, texts = workspace.theme, workspace.catalogue.today().empty
        self.begin_button = Button(theme, texts.begin, Kind.PRIMARY, name="today_begin_button")
        self.begin_button.clicked.connect(lambda: self.go_requested.emit(Destination("path")))
        commitment = Button(theme, texts.first_commitment, Kind.NORMAL, name="today_first_commitment_button")
        commitment.clicked.connect(lambda: self.go_requested.emit(Destination("commitment")))
        buttons = WrappingRow(gap=10, line_gap=10)
        buttons.addWidget(self.begin_button)
        buttons.addWidget(commitment)
        layout = column(self)
        layout.addSpacing(ABOVE)
        self._heading = TextLabel(theme, texts.title, role="heading")
        layout.addWidget(self._heading)
        layout.addSpacing(BELOW_HEADING)
        self._text = TextLabel(theme, texts.text, role="body", color="ink_2")
        layout.addWidget(self._text)
        layout.addSpacing(BELOW_TEXT)
        layout.addLayout(buttons)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Lines of about the same length read better than long ones and a last word."""
        for label in (self._heading, self._text):
            label.setMaximumWidth(self._theme.px(WIDEST))
