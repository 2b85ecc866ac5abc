"""Where things stand on a chart, in logical pixels from its top left corner.

Panels have fixed heights and share one time axis. To add a panel, give it a place in `PANELS` and a height.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trustplanner.charts.view import ChartView


class Panel(StrEnum):
    """The stacked panels, from top to bottom; their voice is only there if they gave something."""

    DUE = "due"
    RANGE = "range"
    MISSES = "misses"
    VOICE = "voice"
    EVENTS = "events"


PANELS: Final = {Panel.DUE: 150, Panel.RANGE: 94, Panel.MISSES: 56, Panel.VOICE: 126, Panel.EVENTS: 84}
MOST_TOGETHER: Final = 4  # commitments on one figure of paper
GUTTER: Final = 206
TICKS: Final = 44  # room for "100 %" where the words stand above the panels
GAP: Final = 23
TOP: Final = 14  # the highest bar's count may stand above its panel
BOTTOM: Final = 4
RIGHT: Final = 10
ROW_NAMES: Final = 74  # "when asked" stands inside, before the first day

DUE_HEADROOM: Final = 1
RANGE_LIMITS: Final = (0.0, 100.0)
VOICE_LIMITS: Final = (-2.0, 10.0)  # "not today" stands below the axis at 0


@dataclass(frozen=True, slots=True)
class Box:
    """A panel's place: `top` and `height` in pixels."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole chart. The time axis runs from `left` to `right`; `head` and `foot` are room for words of an export.

    `has_words` says that the drawing itself carries title, words and gutter, as an export does; on a screen these
    are labels beside or above it.
    """

    width: float
    height: float
    left: float
    right: float
    scale: float
    panels: Mapping[Panel, Box]
    margin: float = 0
    head: float = 0
    foot: float = 0
    has_words: bool = False

    def names_end(self) -> float:
        """Where the first day begins: after the names of the rows."""
        return self.left + ROW_NAMES * self.scale


def screen_layout(
    width: float, scale: float = 1.0, heads: Mapping[Panel, float] | None = None, *, has_voice: bool = False
) -> Layout:
    """The chart beside or below the page's own labels.

    `scale` is the text size, 1.0 to 2.0. Without `heads` the labels stand in a gutter of 206 pixels at the left;
    with it above each panel, and `heads` says how high they are.
    """
    left = GUTTER * scale if heads is None else TICKS * scale
    return _laid_out(width, left, scale, heads or {}, has_voice=has_voice)


def export_layout(width: float, head: float, foot: float, margin: float, *, has_voice: bool = False) -> Layout:
    """The chart with its own words: `head` pixels above, `foot` below, `margin` on all sides."""
    return _laid_out(
        width, margin + GUTTER, 1.0, {}, margin=margin, head=head, foot=foot, has_words=True, has_voice=has_voice
    )


def _laid_out(
    width: float,
    left: float,
    scale: float,
    heads: Mapping[Panel, float],
    *,
    margin: float = 0,
    head: float = 0,
    foot: float = 0,
    has_words: bool = False,
    has_voice: bool = False,
) -> Layout:
    y = margin + head + TOP * scale
    boxes: dict[Panel, Box] = {}
    for panel, height in PANELS.items():
        if panel is Panel.VOICE and not has_voice:
            continue
        y += heads.get(panel, 0)
        boxes[panel] = Box(y, height * scale)
        y += (height + GAP) * scale
    return Layout(
        width=width,
        height=y - GAP * scale + BOTTOM * scale + foot + margin,
        left=left,
        right=width - margin - RIGHT * scale,
        scale=scale,
        panels=boxes,
        margin=margin,
        head=head,
        foot=foot,
        has_words=has_words,
    )


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days to pixels and back. A day is one unit wide; what happens on it stands at its middle."""

    origin: int
    left: float
    px_a_day: float
    first: date
    last: date

    def x_of(self, ordinal: float) -> float:
        """Where a moment stands, in pixels; whole numbers are the beginnings of days."""
        return self.left + (ordinal - self.origin) * self.px_a_day

    def ordinal_at(self, x: float) -> float:
        """The moment that stands at a pixel."""
        return self.origin + (x - self.left) / self.px_a_day

    def start_of(self, day: date) -> float:
        """Where a day begins, in pixels."""
        return self.x_of(day.toordinal())

    def end_of(self, day: date) -> float:
        """Where a day ends, in pixels."""
        return self.start_of(day) + self.px_a_day

    def middle_of(self, day: date) -> float:
        """Where a day's marks stand, in pixels."""
        return self.start_of(day) + self.px_a_day / 2

    def day_at(self, x: float) -> date:
        """The day of the axis nearest to a pixel."""
        ordinal = self.origin + int((x - self.left) // self.px_a_day)
        return date.fromordinal(min(max(ordinal, self.first.toordinal()), self.last.toordinal()))


def time_axis(view: ChartView, layout: Layout) -> TimeAxis:
    """The axis that shows the view's bars from end to end, at least a tenth of a pixel a day."""
    left = layout.names_end()
    days = (view.ends_on - view.starts_on).days + 1
    room = max(layout.right - left, 1.0)
    return TimeAxis(view.starts_on.toordinal(), left, room / days, view.starts_on, view.ends_on)
