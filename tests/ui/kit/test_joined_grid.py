from hypothesis import given
from hypothesis import strategies as st

from trustplanner.ui.kit.joined_grid import bounds, joined_grid

widths = st.lists(st.integers(1, 300), min_size=1, max_size=8)


@given(widths, st.integers(1, 2000))
def test_parts_touch_but_never_overlap_and_read_row_by_row(needed: list[int], available: int) -> None:
    rects = joined_grid(needed, 40, available)
    assert [(rect.y(), rect.x()) for rect in rects] == sorted((rect.y(), rect.x()) for rect in rects)
    for index, rect in enumerate(rects):
        assert rect.width() >= needed[index]
        assert not any(rect.intersects(other) for other in rects[index + 1 :])
    assert bounds(rects).height() == 40 * len({rect.y() for rect in rects})


@given(widths, st.integers(1, 2000))
def test_a_grid_is_wider_than_there_is_room_only_with_one_part_in_each_row(needed: list[int], available: int) -> None:
    rects = joined_grid(needed, 40, available)
    assert bounds(rects).width() <= available or len({rect.x() for rect in rects}) == 1


def test_four_that_do_not_fit_stand_two_by_two() -> None:
    assert len({rect.y() for rect in joined_grid([100] * 4, 40, 399)}) == 2
    assert {rect.x() for rect in joined_grid([100] * 4, 40, 399)} == {0, 100}
    assert len({rect.y() for rect in joined_grid([100] * 4, 40, 400)}) == 1
    assert len({rect.y() for rect in joined_grid([100] * 4, 40, 199)}) == 4
