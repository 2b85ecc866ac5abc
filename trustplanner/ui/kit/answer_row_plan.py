"""Where everything in an answer row stands at a given width; left to right, the row mirrors it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from trustplanner.ui.kit.joined_grid import bounds, joined_grid
from trustplanner.ui.kit.theme import Theme

HEIGHT = 40
# Fixed widths, so that the rows of a page line up; a longer word of another language takes what it needs.
WIDTHS = (126, 130, 138, 194)
WIDTHS_IN_TWO_ROWS = (142, 194, 142, 194)
DONE_WIDTH = 168
SPACE_AROUND_PROGRESS = 16
NOTE_GAP = 12
BELOW_GAP = 6


@dataclass(frozen=True, slots=True)
class SegmentsPlan:
    """The frame and the segments in it; `progress` is the room for "1 of 3 so far", empty for the four answers."""

    parts: tuple[QRect, ...]
    progress: QRect

    @property
    def frame(self) -> QRect:
        """Around everything."""
        return bounds([*self.parts, self.progress])


@dataclass(frozen=True, slots=True)
class RowPlan:
    """The segments, the note beside them (below when there is no room), the reason under them, and the height."""

    segments: SegmentsPlan
    note: QRect
    reason: QRect
    height: int


def plan_of_answers(theme: Theme, needed: tuple[int, ...], width: int) -> SegmentsPlan:
    """The four answers in one row, else two by two, else one below the other. `needed` are pixels for each."""
    height = theme.px(HEIGHT)
    in_one_row = _widths(theme, WIDTHS, needed)
    if sum(in_one_row) <= width:
        return SegmentsPlan(tuple(joined_grid(in_one_row, height, width)), QRect())
    in_two_rows = _widths(theme, WIDTHS_IN_TWO_ROWS, needed)
    return SegmentsPlan(tuple(joined_grid(in_two_rows, height, width)), QRect())


def plan_of_done_days(
    theme: Theme,
    done_needed: int,
    take_back: int,
    progress_width: int,
    width: int,
    progress_height: Callable[[int], int],
) -> SegmentsPlan:
    """ "Done today", the progress in words and, with `take_back` pixels, the way back; in one row, else in two.

    `progress_height` gives the pixels that the words take at a width.
    """
    height = theme.px(HEIGHT)
    space = theme.px(SPACE_AROUND_PROGRESS)
    done = max(theme.px(DONE_WIDTH), done_needed)
    content = done + space + progress_width + space + take_back
    whole_row = sum(theme.px(each) for each in WIDTHS)
    two_rows = theme.px(sum(WIDTHS_IN_TWO_ROWS) // 2)
    if content <= width:
        frame = max(content, whole_row if whole_row <= width else min(two_rows, width))
        words = QRect(done, 0, frame - done - take_back, height)
        parts = [QRect(0, 0, done, height), QRect(frame - take_back, 0, take_back, height)]
    else:
        frame = min(max(done, space + progress_width + space + take_back, two_rows), max(width, done))
        beside = frame - take_back
        words_height = max(height, progress_height(beside - 2 * space) + space)
        words = QRect(0, height, beside, words_height)
        parts = [QRect(0, 0, frame, height), QRect(beside, height, take_back, words_height)]
    return SegmentsPlan(tuple(parts if take_back else parts[:1]), words)


def plan_of_row(segments: SegmentsPlan, note: QSize, width: int, reason_height: Callable[[int], int] | None) -> RowPlan:
    """The whole row. `note` is the size of the note, empty for none; `reason_height` None for no reason."""
    frame = segments.frame
    bottom = frame.bottom() + 1
    note_rect = QRect()
    if not note.isEmpty():
        if frame.width() + NOTE_GAP + note.width() <= width:
            top = (frame.height() - note.height()) // 2
            note_rect = QRect(frame.width() + NOTE_GAP, top, note.width(), note.height())
        else:
            note_rect = QRect(0, bottom + BELOW_GAP, note.width(), note.height())
            bottom = note_rect.bottom() + 1
    reason_rect = QRect()
    if reason_height is not None:
        reason_rect = QRect(0, bottom + BELOW_GAP, width, reason_height(width))
        bottom = reason_rect.bottom() + 1
    return RowPlan(segments, note_rect, reason_rect, bottom)


def _widths(theme: Theme, design: tuple[int, ...], needed: tuple[int, ...]) -> list[int]:
    return [max(theme.px(width), need) for width, need in zip(design, needed, strict=True)]
