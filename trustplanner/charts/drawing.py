"""A drawing under way: the figure, its scales, and the few ways in which layers put artists on it.

There are no Axes: an artist is placed by one of four transforms, which costs a tenth. `days` maps a day (its ordinal,
fractions are hours) and pixels from the top; a panel's transform maps a day and the panel's own unit; `sheet` maps
pixels from the top left corner. One unit of the figure is one logical pixel.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from trustplanner.charts.gutter import GutterText
from trustplanner.charts.layout import (
    DUE_HEADROOM,
    RANGE_LIMITS,
    VOICE_LIMITS,
    Box,
    Layout,
    Panel,
    TimeAxis,
    time_axis,
)
from trustplanner.charts.letters import REGULAR, width_of
from trustplanner.charts.library import (
    Affine2D,
    Artist,
    Figure,
    FontProperties,
    Line2D,
    LineCollection,
    PolyCollection,
    Text,
    Transform,
)
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.style import PIXELS_AN_INCH, ChartStyle
from trustplanner.charts.view import ChartView

Pairs = Sequence[tuple[float, float]]
Align = Literal["left", "center", "right"]
GUIDE_DOTS: Final = (0, (1.0, 2.4))
SHORT_DOTS: Final = (0, (1.2, 1.6))  # the edge of what is not known
GROUND_AROUND: Final = 1.5  # pixels of ground around words that stand on a pattern
ROOM_OF_SIGN: Final = 10.0  # pixels
CROWDED_SCALE: Final = 0.65
ASCENT: Final = 0.7  # of the size
DESCENT: Final = 0.12


class Scale(NamedTuple):
    """A panel's fixed limits, from its lower to its upper edge."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the sheet, as data: a screen may paint them itself.

    `y` is the base line in pixels, or the middle if they stand upright. `size` is in pixels. `ground` is a colour to be
    laid under them where they stand on lines or hatching.
    """

    gid: str
    x: float
    y: float
    words: str
    color: str
    family: str
    weight: int
    size: float
    align: Align
    is_upright: bool
    ground: str | None

    def corners(self) -> Pairs:
        """The ground under words that do not stand upright."""
        width = width_of(self.words, self.family, self.size, self.weight)
        start = self.x - {"left": 0.0, "center": 0.5, "right": 1.0}[self.align] * width
        left, right = start - GROUND_AROUND, start + width + GROUND_AROUND
        top, bottom = self.y - ASCENT * self.size - GROUND_AROUND, self.y + DESCENT * self.size + GROUND_AROUND
        return ((left, top), (right, top), (right, bottom), (left, bottom))


@dataclass
class Drawing:
    """The figure and everything that a layer needs to draw on it."""

    figure: Figure
    view: ChartView
    style: ChartStyle
    layout: Layout
    words: Sentences
    gutter: list[GutterText] = field(default_factory=list)
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    labels: list[Label] = field(default_factory=list)
    drawn: int = 0
    axis: TimeAxis = field(init=False)
    sheet: Transform = field(init=False)
    days: Transform = field(init=False)
    panels: dict[Panel, Transform] = field(init=False)
    scales: dict[Panel, Scale] = field(init=False)

    def __post_init__(self) -> None:
        self.axis = time_axis(self.view, self.layout)
        dots = Affine2D().scale(1 / PIXELS_AN_INCH) + self.figure.dpi_scale_trans
        flip = Affine2D().scale(1, -1).translate(0, self.layout.height)
        self.sheet = flip + dots
        across = Affine2D().translate(-self.axis.origin, 0).scale(self.axis.px_a_day, 1).translate(self.axis.left, 0)
        self.days = across + flip + dots
        self.scales = {
            Panel.DUE: Scale(0, self.view.most_due + DUE_HEADROOM),
            Panel.RANGE: Scale(*RANGE_LIMITS),
            Panel.MISSES: Scale(0, 1),
            Panel.VOICE: Scale(*VOICE_LIMITS),
            Panel.EVENTS: Scale(0, 1),
        }
        self.panels = {panel: _upward(box, self.scales[panel]) + self.days for panel, box in self.layout.panels.items()}

    def px_a_unit(self, panel: Panel) -> float:
        """How many pixels one unit of a panel is high."""
        scale = self.scales[panel]
        return self.layout.panels[panel].height / (scale.high - scale.low)

    def sign_scale(self, signs: int) -> float:
        """Signs are drawn smaller where there are too many to stand beside each other."""
        return CROWDED_SCALE if signs * ROOM_OF_SIGN > self.layout.right - self.axis.left else 1.0

    def add(self, artist: Artist, gid: str, transform: Transform | None = None) -> None:
        """Put an artist above all that was drawn before; `gid` names it in SVG and for tests."""
        artist.set_gid(gid)
        artist.set_zorder(self.drawn)
        self.drawn += 1
        if transform is not None:
            artist.set_transform(transform)
        self.figure.add_artist(artist)

    def polygons(self, gid: str, shapes: Iterable[Pairs], transform: Transform, **look: Any) -> None:
        """Filled shapes that look the same; nothing if there are none."""
        found = list(shapes)
        if found:
            self.add(PolyCollection(found, **look), gid, transform)

    def strokes(self, gid: str, lines: Iterable[Pairs], transform: Transform, **look: Any) -> None:
        """Lines that look the same; nothing if there are none."""
        found = list(lines)
        if found:
            self.add(LineCollection(found, **look), gid, transform)

    def markers(self, gid: str, points: Iterable[tuple[float, float]], transform: Transform, **look: Any) -> None:
        """One sign at each point; nothing if there are none."""
        found = list(points)
        if found:
            xs, ys = zip(*found, strict=True)
            self.add(Line2D(xs, ys, linestyle="none", **look), gid, transform)

    def text(
        self,
        gid: str,
        x: float,
        y: float,
        words: str,
        *,
        color: str,
        size: float | None = None,
        family: str | None = None,
        weight: int = REGULAR,
        align: Align = "left",
        is_upright: bool = False,
        ground: str | None = None,
    ) -> None:
        """Words on the sheet, in the small size of the interface's font unless said otherwise; see `Label`."""
        self.labels.append(
            Label(
                gid,
                x,
                y,
                words,
                color,
                family or self.style.sans,
                weight,
                self.style.small_px if size is None else size,
                align,
                is_upright,
                ground,
            )
        )

    def write(self) -> None:
        """Put all words on the figure, above everything else."""
        for ground in sorted({label.ground for label in self.labels if label.ground}):
            shapes = [label.corners() for label in self.labels if label.ground == ground]
            self.polygons(f"ground-{ground}", shapes, self.sheet, facecolor=ground, edgecolor="none", linewidth=0)
        seen: Counter[str] = Counter()
        for label in self.labels:
            font = FontProperties(family=label.family, weight=label.weight, size=label.size)
            artist = Text(label.x, label.y, label.words, color=label.color, fontproperties=font)
            artist.set_horizontalalignment(label.align)
            if label.is_upright:
                artist.set_verticalalignment("center")
                artist.set_rotation(90)
            seen[label.gid] += 1
            self.add(artist, f"{label.gid}-{seen[label.gid]}", self.sheet)


def middle(day: date) -> float:
    """Where what happens on a day stands: half a day after its beginning."""
    return day.toordinal() + 0.5


def _upward(box: Box, scale: Scale) -> Transform:
    """From a panel's unit, counted upwards, to pixels from the top."""
    return Affine2D().translate(0, -scale.low).scale(1, -box.height / (scale.high - scale.low)).translate(0, box.bottom)
