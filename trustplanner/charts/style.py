"""The look of a chart as plain values, made from the design tokens. It is passed to every drawing as an argument.

Lengths are logical pixels at 100 %; a drawing has 72 dots an inch times the device's ratio, so that one pixel is one
point everywhere.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from trustplanner.resource_files import resources_folder

PIXELS_AN_INCH: Final = 72
WHITE: Final = "#FFFFFF"


class Look(StrEnum):
    """On what the chart is drawn. Print takes the light colours on white."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours as `#RRGGBB`, families by name, sizes in pixels already multiplied by the text size.

    `has_outlines` gives an edge to areas that differ from the paper in tone only.
    """

    paper: str
    shade: str
    ink: str
    ink_2: str
    ink_3: str
    rule: str
    edge: str
    accent: str
    wash: str
    band: str
    fill: str
    theirs: str
    sans: str
    serif: str
    scale: float
    font_px: float
    small_px: float
    line_px: float
    edge_px: float
    hatch_px: float
    cell_gap_px: float
    has_outlines: bool


def read_tokens() -> Mapping[str, Any]:
    """The design tokens as they stand in the file."""
    path = resources_folder() / "style" / "tokens.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def chart_style(
    tokens: Mapping[str, Any],
    look: Look,
    scale: float = 1.0,
    colors: Mapping[str, str] | None = None,
    *,
    has_more_contrast: bool = False,
) -> ChartStyle:
    """The style for a look at a text size of 1.0 to 2.0.

    `colors` replaces the look's own table; `has_more_contrast` adds the outlines that go with those of more contrast.

    Raises:
        KeyError: the tokens lack a value.
    """
    table = tokens["color"]["dark" if look is Look.DARK else "light"] if colors is None else colors
    if look is Look.PRINT:
        table = {**table, "paper": WHITE}
    chart = tokens["chart"]
    return ChartStyle(
        paper=table["paper"],
        shade=table["shade"],
        ink=table["ink"],
        ink_2=table["ink_2"],
        ink_3=table["ink_3"],
        rule=table["rule"],
        edge=table["edge"],
        accent=table["accent"],
        wash=table["wash"],
        band=table["band"],
        fill=table["fill"],
        theirs=table["theirs"],
        sans=tokens["font"]["sans"],
        serif=tokens["font"]["serif"],
        scale=scale,
        font_px=chart["font_px"] * scale,
        small_px=chart["font_px_small"] * scale,
        line_px=chart["line_width"] * scale,
        edge_px=chart["edge_width"] * scale,
        hatch_px=chart["hatch_width"],
        cell_gap_px=chart["cell_gap"] * scale,
        has_outlines=has_more_contrast,
    )
