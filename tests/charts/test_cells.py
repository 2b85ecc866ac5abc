"""The shapes of cells: cut corners and hatching."""

import pytest

from trustplanner.charts.cells import CellSize

SIZE = CellSize(width=5.0, gap=0.1, px_a_day=6.0, px_a_unit=25.0)


def test_a_cell_leaves_half_the_gap_on_each_side() -> None:
    assert SIZE.corners(100, 2, 3, is_cut=False) == ((100, 2.05), (105, 2.05), (105, 2.95), (100, 2.95))


def test_a_cut_corner_is_ten_pixels_and_never_more_than_half_the_cell() -> None:
    corners = SIZE.corners(100, 2, 3, is_cut=True)
    assert len(corners) == 5
    (right, side), (across, top) = corners[2], corners[3]
    assert (right - across) * SIZE.px_a_day == pytest.approx(10)
    assert (top - side) * SIZE.px_a_unit == pytest.approx(10)
    flat = CellSize(5.0, 0.0, 6.0, 4.0).corners(0, 0, 1, is_cut=True)
    assert (1 - flat[2][1]) * 4 == pytest.approx(2.2)


@pytest.mark.parametrize("is_cut", [False, True])
def test_hatching_rises_at_45_degrees_and_stays_inside(is_cut: bool) -> None:
    corners = SIZE.corners(100, 2, 3, is_cut=is_cut)
    lines = list(SIZE.hatch(corners))
    assert len(lines) >= 8
    for (x1, y1), (x2, y2) in lines:
        assert (x2 - x1) * SIZE.px_a_day == pytest.approx((y2 - y1) * SIZE.px_a_unit)
        for x, y in ((x1, y1), (x2, y2)):
            assert 100 - 1e-9 <= x <= 105 + 1e-9
            assert 2.05 - 1e-9 <= y <= 2.95 + 1e-9
            beyond_cut = (x - corners[3][0]) * SIZE.px_a_day + (y - corners[2][1]) * SIZE.px_a_unit
            assert not is_cut or beyond_cut <= 10 + 1e-6


def test_a_cell_too_small_for_a_line_has_none() -> None:
    assert list(CellSize(0.1, 0.0, 1.0, 1.0).hatch(((0.1, 1.2), (0.2, 1.2), (0.2, 1.3), (0.1, 1.3)))) == []
