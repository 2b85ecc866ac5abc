"""Without any colour the answers can still be told apart."""

from itertools import combinations

import numpy as np
import pytest

from tests.charts.drawn_artists import WIDTH, style_of, view_of
from tests.charts.sample_records import record_of
from trustplanner.charts.cells import cells
from trustplanner.charts.drawing import Drawing
from trustplanner.charts.figure import draw, pixels
from trustplanner.charts.layout import Panel, screen_layout
from trustplanner.charts.library import Figure
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import Look

TOLD_APART = 6.0  # of 255, the mean difference of two cells laid over each other
RATIO = 2


@pytest.mark.parametrize("look", Look)
def test_the_cells_differ_in_grey(look: Look) -> None:
    view = view_of(record_of("klpm."))
    style, layout, words = style_of(look), screen_layout(WIDTH), recovery_sentences(view.today)
    picture = pixels(draw(view, style, layout, words, RATIO).figure)
    rgba = np.frombuffer(picture.rgba, dtype=np.uint8).reshape(picture.height, picture.width, 4)
    grey = rgba[:, :, :3] @ np.array([0.299, 0.587, 0.114])
    drawing = Drawing(Figure(), view, style, layout, words)
    box, unit = layout.panels[Panel.DUE], drawing.px_a_unit(Panel.DUE)
    pieces = {}
    for cell in cells(drawing):
        x, y = drawing.axis.x_of(cell.middle[0]), box.bottom - cell.middle[1] * unit
        left, top = round(RATIO * (x - 24)), round(RATIO * (y - 11))
        pieces[cell.outcome, cell.is_late] = grey[top : top + 22 * RATIO, left : left + 48 * RATIO]
    assert len(pieces) == 5
    for one, other in combinations(pieces, 2):
        assert np.abs(pieces[one] - pieces[other]).mean() > TOLD_APART, (one, other)
