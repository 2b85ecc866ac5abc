"""All words of the chart that are labels: beside or above its panels, and the note in one that is still empty."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.charts.gutter import GutterText
from trustplanner.charts.layout import GUTTER, TICKS, Layout, Panel, screen_layout
from trustplanner.ui.kit.chart_gutter import GutterBlock
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import is_narrow
from trustplanner.ui.kit.theme import Theme

GUTTER_RISE: Final = 4  # pixels that the words beside a panel begin above it
HEAD_GAP: Final = 14  # pixels at 100 % between words and the panel below them, where the counts of years stand
DUE_ROOM: Final = 188  # the words beside the first panel may be wider: its figures begin lower
NOTE_AT: Final = 0.75  # of the second panel's height


class ChartWords:
    """The labels on a canvas, and with them how the canvas is laid out: in a narrow window they stand above."""

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        self.theme = theme
        self._canvas = canvas
        self._blocks = {panel: GutterBlock(theme, canvas) for panel in Panel}
        self._note = TextLabel(theme, "", "small", "ink_2", parent=canvas)
        self._note.setAutoFillBackground(True)  # over the lines of months
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._note.hide()
        self._has_voice = False

    def show_note(self, words: str) -> None:
        """What stands in the second panel while there is no range to draw; nothing if it is empty."""
        self._note.set_text(words)
        self._note.setVisible(bool(words))

    def show_texts(self, texts: Iterable[GutterText]) -> None:
        """The words of the panels; that of their voice is not always there."""
        found = {text.panel: text for text in texts}
        self._has_voice = Panel.VOICE in found
        for panel, block in self._blocks.items():
            block.setVisible(panel in found)
            if panel in found:
                block.show_text(found[panel], is_above=self._is_above)

    def top_of(self, panel: Panel) -> int:
        """Where the words of a panel begin."""
        return self._blocks[panel].y()

    def layout_at(self, width: int) -> Layout:
        """The chart at a width, with the words above its panels in a narrow window."""
        scale = self.theme.text_scale
        if not self._is_above:
            return screen_layout(width, scale, has_voice=self._has_voice)
        heads = {panel: float(block.height_at(width) + self._head_gap) for panel, block in self._blocks.items()}
        return screen_layout(width, scale, heads, has_voice=self._has_voice)

    def place(self, layout: Layout) -> None:
        """Put every label where it belongs."""
        for panel, block in self._blocks.items():
            if panel in layout.panels:
                self._place_block(block, panel, layout)
        self._place_note(layout)

    @property
    def _head_gap(self) -> int:
        return self.theme.px(HEAD_GAP)

    @property
    def _is_above(self) -> bool:
        return is_narrow(self.theme, self._canvas.window().width())

    def _place_note(self, layout: Layout) -> None:
        """In the lower half of the second panel, where no line stands."""
        box, left = layout.panels[Panel.RANGE], round(layout.names_end())
        width = max(1, min(self._note.sizeHint().width(), round(layout.right) - left))
        height = self._note.heightForWidth(width)
        self._note.setGeometry(left, round(box.top + NOTE_AT * box.height - height / 2), width, height)

    def _place_block(self, block: GutterBlock, panel: Panel, layout: Layout) -> None:
        beside = DUE_ROOM if panel is Panel.DUE else GUTTER - TICKS
        width = self._canvas.width() if self._is_above else self.theme.px(beside)
        height = block.height_at(width)
        rise = height + self._head_gap if self._is_above else GUTTER_RISE
        block.setGeometry(0, round(layout.panels[panel].top) - rise, width, height)
