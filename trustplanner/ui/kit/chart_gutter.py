"""The words beside the panels of the chart, as labels: they follow the text size and are read by screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.charts.gutter import GutterText, LegendLine
from trustplanner.ui.kit.chart_sign import ChartSign
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, clear_layout, column, row
from trustplanner.ui.kit.theme import Theme

_SIGN_GAP = 7
_LINE_GAP = 1
_LEGEND_GAP = 16  # between two signs of one line, where the words stand above the panel


class GutterBlock(QWidget):
    """Heading, legend and notes of one panel: below each other beside it, or in lines above it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._text: GutterText | None = None
        self._is_above = False
        self._lines = column(self, spacing=_LINE_GAP)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the chart follows the mouse over it

    def show_text(self, text: GutterText, *, is_above: bool) -> None:
        """Show these words; nothing is done if they are there already."""
        if (text, is_above) == (self._text, self._is_above):
            return
        self._text, self._is_above = text, is_above
        clear_layout(self._lines)
        self._add(TextLabel(self.theme, text.heading, "label", "ink"))
        legend = [self._legend_line(line) for line in text.legend]
        if is_above and legend:
            lines = WrappingRow(gap=_LEGEND_GAP, line_gap=_LINE_GAP)
            self._lines.addLayout(lines)
            for holder in legend:
                lines.addWidget(holder)
                holder.show()
        else:
            for holder in legend:
                self._add(holder)
        for note in text.notes:
            self._add(TextLabel(self.theme, note, "caption", "ink_3"))

    def height_at(self, width: int) -> int:
        """Pixels the block takes at this width."""
        return self._lines.heightForWidth(width) if self._lines.hasHeightForWidth() else self._lines.sizeHint().height()

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        widget.show()  # now: the block's height is asked for at once

    def _legend_line(self, line: LegendLine) -> QWidget:
        holder = QWidget(self)
        inside = row(holder, spacing=_SIGN_GAP)
        inside.addWidget(ChartSign(self.theme, line.sign))
        inside.addWidget(TextLabel(self.theme, line.words, "caption", "ink_2"), 1)
        return holder
