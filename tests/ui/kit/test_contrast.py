"""WCAG 2 contrast of every pair of colours that meet, computed from the tokens."""

import pytest
from PySide6.QtGui import QColor

from trustplanner.ui.kit.theme import Theme

# (what is seen, on what, the least ratio): 7 for text, 4.5 for captions and the second ink, 3 for marks and edges.
PAIRS = [
    *[("ink", paper, 7.0) for paper in ("paper", "margin", "sheet", "theirs_wash", "wash")],
    *[("ink_2", paper, 7.0) for paper in ("paper", "margin", "sheet", "wash")],
    *[("ink_3", paper, 4.5) for paper in ("paper", "margin", "sheet", "hover")],
    *[("accent", paper, 7.0) for paper in ("paper", "margin", "sheet", "wash")],
    ("on_accent", "accent", 7.0),
    ("on_accent", "accent_hover", 7.0),
    ("on_accent", "accent_press", 7.0),
    *[("theirs", paper, 4.5) for paper in ("paper", "margin", "sheet", "theirs_wash")],
    *[("edge", paper, 3.0) for paper in ("paper", "sheet", "margin")],
    ("focus", "paper", 3.0),
    ("fill", "paper", 3.0),
    ("fill", "band", 3.0),
    ("accent", "band", 3.0),
    ("accent", "shade", 3.0),
    ("ink", "shade", 7.0),
]


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_largest_contrast() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("has_more_contrast", [False, True], ids=["as drawn", "more contrast"])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper", "least"), PAIRS)
def test_what_is_seen_stands_out(
    theme: Theme, ink: str, paper: str, least: float, mode: str, has_more_contrast: bool
) -> None:
    theme.set_mode(mode)
    theme.set_more_contrast(has_more_contrast)
    assert contrast(theme.color(ink), theme.color(paper)) >= least


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_more_contrast_lowers_no_contrast_of_text(theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    drawn = {name: contrast(theme.color(name), theme.color("paper")) for name in ("ink", "ink_2", "ink_3", "edge")}
    theme.set_more_contrast(True)
    assert all(contrast(theme.color(name), theme.color("paper")) >= ratio for name, ratio in drawn.items())
