"""The banner: one sentence that stays while it is true, with one link."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import row
from trustplanner.ui.kit.theme import Theme


class BannerTone(StrEnum):
    """Whose matter it is; the value is the colour of the paper."""

    THEIRS = "theirs_wash"  # listening, and limits the other person set
    APP = "shade"  # backup, paused, clock moved back


class Banner(QWidget):
    """An icon, one sentence, perhaps one link. Cannot be dismissed: whoever shows it hides it."""

    link_activated = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        *,
        tone: BannerTone = BannerTone.APP,
        icon: str = "info",
        link: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._tone = tone
        self.setObjectName(name)
        icon_color = "theirs" if tone is BannerTone.THEIRS else "ink_2"
        self._sentence = TextLabel(theme, sentence, role="control")
        self.link_button = Button(theme, link, Kind.LINK, name=f"{name}_link_button")
        self.link_button.clicked.connect(self.link_activated)
        layout = row(self, spacing=10)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(Icon(theme, icon, icon_color, 18, beside="control"))
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self.link_button, 0, Qt.AlignmentFlag.AlignTop)
        self.link_button.setVisible(bool(link))  # now that it is part of this; before it would be a window
        theme.changed.connect(self.update)

    def show_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.set_text(sentence)

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the paper; with more contrast it has an edge too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.color(self._tone.value))
        painter.setPen(self.theme.color("edge") if self.theme.has_more_contrast else Qt.PenStyle.NoPen)
        radius = self.theme.tokens.radius["control"]
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
