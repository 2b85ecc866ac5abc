"""One topic of the view, on as many pages as its parts need: it is paged on instead of scrolled."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, is_low, is_narrow
from trustplanner.ui.kit.theme import Theme

BLOCK_GAP: Final = 30
ALONE_WIDEST: Final = 800  # counts stay near what they count
_UNDER_TITLE: Final = 4
_UNDER_LEAD: Final = 24
_UNDER_LANE_TITLE: Final = 16
_GUTTER: Final = 40


class Part(NamedTuple):
    """What is seen together, lane by lane."""

    lanes: tuple[tuple[QWidget, ...], ...]


class Lane(QWidget):
    """Blocks one below the other under a small heading; a part of them is seen at a time."""

    def __init__(self, theme: Theme, words: str = "", color: str = "ink_2", *, gap: int = BLOCK_GAP) -> None:
        super().__init__()
        self.theme = theme
        self.gap = gap
        self._blocks: list[QWidget] = []
        self._kept: set[QWidget] = set()
        self.heading = TextLabel(theme, words, "label", color)
        self._column = column(self)
        self._column.addWidget(self.heading)
        self.heading.setVisible(bool(words))  # now that it is part of this; before it would be a window
        self._under = _UNDER_LANE_TITLE if words else 0
        self._column.addSpacing(self._under)
        self._inside = column(spacing=gap)
        self._inside.addStretch(1)  # in here: outside it the blocks would share the room they asked for when narrow
        self._column.addLayout(self._inside, 1)

    @property
    def blocks(self) -> list[QWidget]:
        """What stands in it, from the top."""
        return list(self._blocks)

    def keep(self, *blocks: QWidget) -> None:
        """These come and go, and are not deleted when they go."""
        self._kept.update(blocks)

    def set_blocks(self, blocks: Sequence[QWidget]) -> None:
        """Show these and no others; what stays keeps its focus."""
        for gone in [block for block in self._blocks if block not in blocks]:
            self._inside.removeWidget(gone)
            gone.setParent(None)
            if gone not in self._kept:
                gone.deleteLater()
        self._blocks = list(blocks)
        for place, block in enumerate(blocks):
            if self._inside.indexOf(block) != place:
                self._inside.insertWidget(place, block)

    def show_blocks(self, seen: Iterable[QWidget]) -> None:
        """Of all blocks only these are seen."""
        shown = set(seen)
        for block in self._blocks:
            block.setVisible(block in shown)

    def head_height(self, width: int) -> int:
        """Pixels above the first block."""
        return (height_of(self.heading, width) if not self.heading.isHidden() else 0) + self._under


def _can_be_acted_on(widget: QWidget) -> bool:
    """A button that is no stop of Tab now may become the one of its row."""
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def height_of(widget: QWidget, width: int) -> int:
    """Pixels that a widget takes at this width."""
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


def grouped(heights: Sequence[int], room: int, gap: int) -> list[list[int]]:
    """The places of blocks, page by page: as many as fit; one that is higher than a page stands alone."""
    pages: list[list[int]] = []
    used = 0
    for place, height in enumerate(heights):
        if pages and used + gap + height <= room:
            pages[-1].append(place)
            used += gap + height
        else:
            pages.append([place])
            used = height
    return pages


class Leaf(QWidget):
    """A title, a line below it, and one or two lanes. Where the window is narrow the lanes stand in one, last first."""

    def __init__(self, theme: Theme, name: str, lanes: Sequence[Lane]) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName(name)
        self.lanes = list(lanes)
        self._titles = (TextLabel(theme, "", "display"), TextLabel(theme, "", "heading"))
        self._lead = TextLabel(theme, "", "large", "ink_2")
        self._parts: list[Part] = []
        layout = column(self, spacing=_UNDER_TITLE)
        for title in self._titles:
            layout.addWidget(title)
        layout.addWidget(self._lead)
        layout.addSpacing(_UNDER_LEAD)
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side_by_side.setContentsMargins(0, 0, 0, 0)
        self._line = Hairline(theme, is_upright=True)
        for lane in self.lanes:
            lane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            if lane is not self.lanes[0]:
                self._side_by_side.addWidget(self._line)
            self._side_by_side.addWidget(lane, 1)
        self._side_by_side.addStretch(0)
        self._line.setVisible(False)
        layout.addLayout(self._side_by_side, 1)

    def set_title(self, title: str, lead: str = "") -> None:
        """What the topic is."""
        for label in self._titles:
            label.set_text(title)
        self._lead.set_text(lead)
        self._lead.setVisible(bool(lead))

    @property
    def title(self) -> str:
        """What the topic is."""
        return self._titles[0].text()

    def fit(self, width: int, height: int) -> int:
        """Lay the blocks out on pages of this size; returns how many there are, at least one."""
        window = self.window()
        is_small = is_low(self.theme, window.height()) or is_narrow(self.theme, window.width())
        self._titles[0].setVisible(not is_small)
        self._titles[1].setVisible(is_small)
        room = height - self._head_height(width, self._titles[is_small])
        shown = [lane for lane in self.lanes if lane.blocks]
        stacks = is_narrow(self.theme, window.width()) or len(shown) < 2
        directions = QBoxLayout.Direction
        self._side_by_side.setDirection(directions.BottomToTop if stacks else directions.LeftToRight)
        self._side_by_side.setSpacing(BLOCK_GAP if stacks else _GUTTER)
        self._line.setVisible(not stacks)
        widest = self.theme.px(ALONE_WIDEST) if len(shown) < 2 else 16_777_215
        for lane in self.lanes:
            lane.setMaximumWidth(widest)
        width = min(width, widest)
        self._parts = self._stacked(width, room) if stacks else self._beside((width - 2 * _GUTTER - 1) // 2, room)
        return len(self._parts)

    def show_part(self, number: int) -> None:
        """Show one of the pages."""
        if not self._parts:
            return
        part = self._parts[min(number, len(self._parts) - 1)]
        for lane, seen in zip(self.lanes, part.lanes, strict=True):
            lane.show_blocks(seen)
            lane.setVisible(bool(seen) or (not self._line.isHidden() and bool(lane.blocks)))

    def stops(self) -> list[QWidget]:
        """Everything that can be acted on, in the order in which it is read."""
        blocks = [block for lane in self.lanes for block in lane.blocks]
        return [each for block in blocks for each in (block, *block.findChildren(QWidget)) if _can_be_acted_on(each)]

    def part_of(self, widget: QWidget) -> int:
        """On which page a block, or what stands in it, is."""
        for number, part in enumerate(self._parts):
            if any(block is widget or block.isAncestorOf(widget) for lane in part.lanes for block in lane):
                return number
        return 0

    def _head_height(self, width: int, title: TextLabel) -> int:
        lead = 0 if self._lead.isHidden() else height_of(self._lead, width) + _UNDER_TITLE
        return height_of(title, width) + lead + _UNDER_TITLE + _UNDER_LEAD

    def _beside(self, width: int, room: int) -> list[Part]:
        pages = [self._pages(lane, width, room) for lane in self.lanes]
        return [Part(tuple(lanes)) for lanes in zip_longest(*pages, fillvalue=())]

    def _pages(self, lane: Lane, width: int, room: int) -> list[tuple[QWidget, ...]]:
        heights = [height_of(block, width) for block in lane.blocks]
        pages = grouped(heights, room - lane.head_height(width), lane.gap)
        return [tuple(lane.blocks[place] for place in page) for page in pages] or [()]

    def _stacked(self, width: int, room: int) -> list[Part]:
        """One lane after the other, the last first; each lane's heading stands with its first block of a page."""
        found = [(lane, block) for lane in reversed(self.lanes) for block in lane.blocks]
        heights = [height_of(block, width) for _, block in found]
        for at in range(1, len(found)):
            if found[at][0] is not found[at - 1][0]:
                heights[at] += found[at][0].head_height(width)
        head = max((lane.head_height(width) for lane in self.lanes), default=0)
        gap = max(lane.gap for lane in self.lanes)
        pages = grouped(heights, room - head, gap) or [[]]
        return [
            Part(tuple(tuple(found[at][1] for at in page if found[at][0] is lane) for lane in self.lanes))
            for page in pages
        ]
