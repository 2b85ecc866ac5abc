"""The segmented control: one of two to six words that stand side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.boxes import Box, chosen_width, control_radius, paint_joined, resting_box
from trustplanner.ui.kit.joined_button import JoinedButton
from trustplanner.ui.kit.joined_grid import bounds, joined_grid
from trustplanner.ui.kit.painted_button import OneTabStop, Role, take_focus
from trustplanner.ui.kit.text_block import TextBlock, role_text, text_width
from trustplanner.ui.kit.theme import Theme

HEIGHT, LOW_HEIGHT = 34, 30
PADDING, LOW_PADDING = 15, 12
STRONG_PADDING_LESS = 3  # the heavier weight may come this much closer to the border
DIVIDER_INSET = 7
WORDS_INSET = 6  # above and below words that need more than one line
NARROWEST = 160
_WIDEST = 1 << 16


class SegmentOption(NamedTuple):
    """One option. `ink` is whose it is: `accent` for what you did or chose, `theirs` only for their words."""

    value: str
    words: str
    ink: str = "accent"


class _Segment(JoinedButton):
    def __init__(self, theme: Theme, option: SegmentOption, parent: QWidget) -> None:
        super().__init__(theme, parent, Role.RADIO)
        self._prefix = parent.objectName()
        self.show_option(option)

    def show_option(self, option: SegmentOption) -> None:
        self.option = option
        self.setAccessibleName(option.words)
        self.setObjectName(f"{self._prefix}_{option.value}_button")

    def needed_width(self, padding: int) -> int:
        """Pixels in either weight, so that choosing moves nothing."""
        normal = text_width(self.theme, "control", self.option.words) + 2 * padding
        strong = text_width(self.theme, "control_strong", self.option.words) + 2 * _closest(padding)
        return max(normal, strong)

    def block(self, width: int) -> TextBlock:
        role = "control_strong" if self.isChecked() else "control"
        return role_text(self.theme, role, self.option.words, width, Qt.AlignmentFlag.AlignHCenter)

    def paint_words(self, painter: QPainter, padding: int) -> None:
        inset = _closest(padding)
        block = self.block(self.width() - 2 * inset)
        is_faint = not self.isEnabled()
        color = self.theme.color("ink_3" if is_faint else "ink" if self.isChecked() else "ink_2")
        block.paint(painter, self.x() + inset, self.y() + (self.height() - block.height) / 2, color)


def _closest(padding: int) -> int:
    return padding - STRONG_PADDING_LESS


class SegmentedControl(OneTabStop):
    """Exactly one of several options; none only until the first choice.

    `option_chosen` carries the value that a person has chosen. Left and Right choose at once, as in any radio group.
    """

    option_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[SegmentOption],
        *,
        name: str = "",
        label: str = "",
        is_low: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._height = LOW_HEIGHT if is_low else HEIGHT
        self._padding_at_100 = LOW_PADDING if is_low else PADDING
        self._segments: list[_Segment] = []
        self._is_answered_beside = False
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)
        self.setAccessibleName(label)

    def set_options(self, options: Sequence[SegmentOption]) -> None:
        """Offer other options, or the same in other words.

        An option that is still offered stays chosen and keeps the focus; from one that is gone it moves to the rest.
        """
        before = {segment.option.value: segment for segment in self._segments}
        self._segments = [before.get(option.value) or self._add_segment(option) for option in options]
        for segment, option in zip(self._segments, options, strict=True):
            segment.show_option(option)
        gone = set(before.values()) - set(self._segments)
        loses_focus = any(segment.hasFocus() for segment in gone)
        self._set_walk(self._segments)
        stop = self._tab_stop()
        if loses_focus and stop is not None:
            take_focus(stop)
        for segment in gone:
            segment.setParent(None)
            segment.deleteLater()
        self._arrange()
        self.updateGeometry()

    def _add_segment(self, option: SegmentOption) -> _Segment:
        segment = _Segment(self.theme, option, self)
        segment.activated.connect(self._on_segment_activated)
        segment.show()
        return segment

    @property
    def chosen(self) -> str | None:
        """The value of the chosen option."""
        return next((segment.option.value for segment in self._segments if segment.isChecked()), None)

    def set_chosen(self, value: str | None) -> None:
        """Show this option as chosen, None for none; no signal.

        Raises:
            ValueError: no such option.
        """
        if value is not None and value not in {segment.option.value for segment in self._segments}:
            raise ValueError(value)
        for segment in self._segments:
            segment.show_checked(segment.option.value == value)
        self._settle_tab_stop()
        self.update()

    def set_answered_beside(self, *, is_answered: bool) -> None:
        """Step back like one that is answered, because the choice was made in a control beside this one."""
        self._is_answered_beside = is_answered
        self.update()

    def _on_segment_activated(self) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment):
            self._choose(segment)

    def _choose(self, segment: _Segment) -> None:
        was_chosen = self.chosen
        self.set_chosen(segment.option.value)
        if segment.option.value != was_chosen:
            self.option_chosen.emit(segment.option.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move and choose."""
        step = self._sideways_step(event.key())
        target = self._move_focus(step) if step else None
        if isinstance(target, _Segment):
            self._choose(target)
        else:
            super().keyPressEvent(event)

    # --- geometry and painting

    @property
    def _padding(self) -> int:
        return self.theme.px(self._padding_at_100)

    def _needed_widths(self) -> list[int]:
        return [segment.needed_width(self._padding) for segment in self._segments]

    def _arrange(self) -> None:
        for segment, rect in zip(self._segments, self._rects(self.width()), strict=True):
            segment.setGeometry(self._visual(rect))

    def _rects(self, width: int) -> list[QRect]:
        widths = [min(needed, max(width, 1)) for needed in self._needed_widths()]
        wraps = any(needed > width for needed in self._needed_widths())
        height = self.theme.px(self._height)
        if wraps:
            tallest = max(segment.block(width - 2 * _closest(self._padding)).height for segment in self._segments)
            height = max(height, tallest + 2 * WORDS_INSET)
        return joined_grid(widths, height, width)

    def sizeHint(self) -> QSize:
        """All options in one row."""
        return bounds(self._rects(_WIDEST)).size()

    def minimumSizeHint(self) -> QSize:
        """The widest option alone; longer words wrap."""
        narrowest = min(max(self._needed_widths()), self.theme.px(NARROWEST))
        return QSize(narrowest, self.theme.px(self._height))

    def heightForWidth(self, width: int) -> int:
        """More rows when one does not fit."""
        return bounds(self._rects(width)).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame and all segments, because they share one outline."""
        painter = QPainter(self)
        parts = [segment.part for segment in self._segments]
        chosen = next((segment.option for segment in self._segments if segment.isChecked()), None)
        ink = chosen.ink if chosen else "accent"
        wash = "theirs_wash" if ink == "theirs" else "wash"
        color = "rule" if chosen or self._is_answered_beside else "edge"
        paint_joined(
            painter,
            bounds([part.rect for part in parts]),
            parts,
            self.theme,
            border=resting_box(self.theme, None, border=color, needs_look=self.needs_look),
            chosen=Box(wash, ink, chosen_width(self.theme, is_small=True), control_radius(self.theme)),
            divider_inset=DIVIDER_INSET,
        )
        for segment in self._segments:
            segment.paint_words(painter, self._padding)
