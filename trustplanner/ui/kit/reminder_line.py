"""A discreet line at the foot of a page: a reminder, with the way to Today and one to close it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, row
from trustplanner.ui.kit.theme import Theme

_PADDING_X, _PADDING_Y, _GAP = 32, 4, 10


class ReminderLine(QWidget):
    """Hidden while there is nothing to say."""

    today_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("reminder_line")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # larger text takes a second line
        self.setSizePolicy(policy)
        self._sentence = TextLabel(theme, "", "small", "ink_2")
        self._today = Button(theme, self.tr("Go to Today"), Kind.LINK, name="reminder_today_button")
        self._today.clicked.connect(self.today_requested)
        close = Button(theme, self.tr("Close"), Kind.LINK, name="reminder_close_button")
        close.clicked.connect(self.close_requested)
        layout = row(self, spacing=_GAP)
        layout.setContentsMargins(_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y)
        layout.addWidget(Icon(theme, "clock", "ink_2", 18, beside="small"), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        links = WrappingRow(gap=2 * _GAP, line_gap=0)
        links.addWidget(self._today)
        links.addWidget(close)
        layout.addLayout(links)
        theme.changed.connect(self.update)
        self.hide()

    def show_sentence(self, sentence: str, *, leads_to_today: bool = True) -> None:
        """Say it, or with an empty sentence go away."""
        self._sentence.set_text(sentence)
        self._today.setVisible(leads_to_today)
        self._today.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """What is said; empty while the line is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper under a hairline, as a toast in a small window."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("paper"))
        painter.fillRect(0, 0, self.width(), 1, self.theme.color("rule"))
