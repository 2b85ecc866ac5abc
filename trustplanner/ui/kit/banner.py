"""The banner: one sentence that stays while it is true, with one link."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.theme import Theme

_PADDING_X, _PADDING_Y, _GAP = 16, 8, 10


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
        self._icon = Icon(theme, icon, icon_color, 18, beside="control")
        self._lay_out()
        self.link_button.setVisible(bool(link))  # now that it is part of this; before it would be a window
        self._arrange()
        theme.changed.connect(self._arrange)

    def show_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.set_text(sentence)
        self._arrange()

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the link where the width has room for it."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        at_top = Qt.AlignmentFlag.AlignTop
        self._icon_lane, self._sentence_lane = column(), column()
        self._icon_lane.addWidget(self._icon, 0, at_top)
        self._sentence_lane.addWidget(self._sentence)
        self._words = row(spacing=_GAP)
        self._words.addLayout(self._sentence_lane, 1)
        self._words.addWidget(self.link_button, 0, at_top | Qt.AlignmentFlag.AlignLeft)
        layout = row(self, spacing=_GAP)
        layout.setContentsMargins(_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y)
        layout.addLayout(self._icon_lane)
        layout.addLayout(self._words, 1)

    def _arrange(self) -> None:
        """Icon, first line and link stand level; beside more than two lines the link goes below."""
        has_link, line = not self.link_button.isHidden(), self.theme.line_height("control")
        link = self.link_button.sizeHint()
        beside = self.width() - 2 * _PADDING_X - self._icon.width() - 2 * _GAP - link.width()
        is_below = has_link and self._sentence.heightForWidth(max(beside, 1)) > 2.5 * line
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.TopToBottom if is_below else directions.LeftToRight)
        self._words.setSpacing(0 if is_below else _GAP)
        drop = max(0, link.height() - line) // 2 if has_link and not is_below else 0
        self._icon_lane.setContentsMargins(0, drop, 0, 0)
        self._sentence_lane.setContentsMargins(0, drop, 0, drop)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the paper; with more contrast it has an edge too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.color(self._tone.value))
        painter.setPen(self.theme.color("edge") if self.theme.has_more_contrast else Qt.PenStyle.NoPen)
        radius = self.theme.tokens.radius["control"]
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
