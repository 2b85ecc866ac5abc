"""A part of the record under its heading."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme

_ABOVE_HAIRLINE, _BELOW_HAIRLINE = 26, 20
_BELOW_HEADING = 10


class Section(QWidget):
    """A hairline and a heading; what is added to `body` stands below it."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.title = TextLabel(theme, title, "heading")
        self.body: QVBoxLayout = column()
        layout = column(self)
        layout.addSpacing(_ABOVE_HAIRLINE)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(_BELOW_HAIRLINE)
        layout.addWidget(self.title)
        layout.addSpacing(_BELOW_HEADING)
        layout.addLayout(self.body)
