"""Their view of what was made easier or paused."""

from tests.actions.promised import AGREES, SUNDAYS, WEEK, change, pause, record, worded
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions.runner import Runner
from trustplanner.actions.views import Heard, note_their_view, note_their_view_of_pause
from trustplanner.domain.commitments import (
    Reason,
    View,
)


def test_their_view_may_be_added_later_and_blocks_nothing(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    eased = change(runner, made.id, worded(SUNDAYS))
    assert eased is not None
    assert eased.their_view is View.NOT_ASKED
    clock.forward(days=3)
    heard = Heard(View.DISAGREES, on("05-06"), "It feels like before")
    noted = runner.do("View", note_their_view, eased.seq or 0, heard).result
    assert (noted.their_view, noted.their_view_on, noted.their_words) == (View.DISAGREES, heard.on, heard.words)
    clock.forward(days=30)
    (mark,) = record(runner).commitments[0].changes
    assert (mark.day, mark.terms.their_view) == (MONDAY + WEEK, View.DISAGREES)


def test_their_view_of_a_pause_may_be_added_later(runner: Runner) -> None:
    made = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE)
    noted = runner.do("View", note_their_view_of_pause, made.seq or 0, AGREES).result
    assert (noted.their_view, noted.their_words, noted.starts_on) == (View.AGREES, "That is fine", on("05-11"))
