"""The discreet dot beside a date that is hard, and the line that its click opens."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustplanner.content.hard_days import HardDaysWords, said_words
from trustplanner.content.texts import Voice
from trustplanner.domain.hard_days import HardDay, HardFor
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.theme import Theme

RADIUS = 3.5
_LINE_GAP = 2


def hard_day_words(
    hard_days: Sequence[HardDay], words: HardDaysWords, voice: Voice, *, is_tomorrow: bool = False
) -> str:
    """What may be read without a click: one's own words, of another's only that the day is hard."""
    return "\n".join(_sentence(hard, words, voice, is_tomorrow=is_tomorrow) for hard in hard_days)


def _sentence(hard: HardDay, words: HardDaysWords, voice: Voice, *, is_tomorrow: bool) -> str:
    return words.tomorrow(hard, voice) if is_tomorrow else words.dot(hard, voice)


def paint_hard_day_dot(painter: QPainter, center: QPointF, theme: Theme) -> None:
    """The sign, for calendars: an open ring, which is no answer's mark and no chart's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("ink_2"), 1.5 * theme.text_scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = RADIUS * theme.text_scale
    painter.drawEllipse(center, radius, radius)
    painter.restore()


class HardDayDot(PaintedButton):
    """The dot as a button; `activated` asks for the words. Hidden on every other day."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self.hide()

    def show_days(self, hard_days: Sequence[HardDay], words: HardDaysWords, voice: Voice) -> None:
        """Stand for these, and say what may be read without a click."""
        said = hard_day_words(hard_days, words, voice)
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.setVisible(bool(hard_days))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, in the middle; a fill under the mouse says that it can be pressed."""
        painter = QPainter(self)
        if self.isDown() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("shade" if self.isDown() else "hover"))
            painter.drawEllipse(QRectF(self.rect()))
        paint_hard_day_dot(painter, QRectF(self.rect()).center(), self.theme)


class HardDayLines(QWidget):
    """Behind the click: the words of each, theirs in quotation marks, and that nothing has to be done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(theme, "", role="body")
        self._note = TextLabel(theme, "", role="small", color="ink_2")
        self.hides_words = False
        layout = column(self, spacing=_LINE_GAP)
        layout.addWidget(self._words)
        layout.addWidget(self._note)

    def show_days(
        self, hard_days: Sequence[HardDay], words: HardDaysWords, voice: Voice, *, is_tomorrow: bool = False
    ) -> None:
        """Show the words whole; `hides_words` says whether there is more to read than without the click."""
        runs: list[Run] = []
        for hard in hard_days:
            runs += [Run("\n")] if runs else []
            runs += self._line(hard, words, voice, is_tomorrow=is_tomorrow)
        self._words.set_text(runs)
        has_theirs = any(hard.whose is not HardFor.ME for hard in hard_days)
        note = words.the_day_before if is_tomorrow else words.on_the_day
        self._note.set_text(note.said_to(voice) if has_theirs else "")
        self._note.setVisible(has_theirs)
        self.hides_words = has_theirs

    def _line(self, hard: HardDay, words: HardDaysWords, voice: Voice, *, is_tomorrow: bool) -> list[Run]:
        """Their own words stand in their ink."""
        sentence, said = _sentence(hard, words, voice, is_tomorrow=is_tomorrow), said_words(hard)
        if hard.whose is HardFor.ME or not said:
            return [Run(sentence)]
        quoted = self.tr("“{words}”").format(words=said)
        return [Run(f"{sentence} "), Run(quoted, color="theirs" if hard.whose is HardFor.THEM else None)]
