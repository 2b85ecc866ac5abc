"""Their view of what was made easier or paused: every one that was noted is kept, the newest counts."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.promised import AGREES, SUNDAYS, WEEK, change, pause, record, rows, worded
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import commitments
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import take_back_pending
from trustplanner.actions.views import NOT_ASKED, Heard, note_their_view, note_their_view_of_pause, noted
from trustplanner.domain.commitments import Pause, Reason, Terms
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.views import TheirView, View
from trustplanner.storage.queries.views import every_view, views_about

DISAGREES = Heard(View.DISAGREES, on("05-06"), "It feels like before")


def eased(runner: Runner, heard: Heard = NOT_ASKED) -> Terms:
    terms = change(runner, promise(runner).id, worded(SUNDAYS), heard=heard)
    assert terms is not None
    return terms


def heard_about(runner: Runner, about: Terms | Pause) -> list[Heard]:
    return [noted([row]) for row in runner.vault.read(views_about, about)]


def test_where_nothing_was_heard_nothing_is_written(runner: Runner) -> None:
    terms = eased(runner)
    runner.do("View", note_their_view, terms.seq or 0, NOT_ASKED)
    assert runner.vault.read(every_view) == ()


def test_their_view_may_be_added_later_and_blocks_nothing(runner: Runner, clock: MovedClock) -> None:
    terms = eased(runner)
    clock.forward(days=3)
    written = runner.do("View", note_their_view, terms.seq or 0, DISAGREES).result
    now = runner.now()
    assert written == TheirView(1, terms.seq, None, View.DISAGREES, DISAGREES.on, DISAGREES.words, now.at, now.today)
    clock.forward(days=30)
    (mark,) = record(runner).commitments[0].changes
    assert (mark.day, mark.their_view) == (MONDAY + WEEK, View.DISAGREES)


def test_another_view_counts_and_the_earlier_one_is_kept(runner: Runner, clock: MovedClock) -> None:
    terms = eased(runner, AGREES)
    paused = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE, heard=AGREES)
    clock.forward(days=3)
    for about, action in ((terms, note_their_view), (paused, note_their_view_of_pause)):
        runner.do("View", action, about.seq or 0, DISAGREES)
        runner.do("View", action, about.seq or 0, NOT_ASKED)
        assert heard_about(runner, about) == [AGREES, DISAGREES, NOT_ASKED]
    clock.forward(days=30)
    (mark,) = record(runner).commitments[0].changes
    assert mark.their_view is View.NOT_ASKED


def test_the_same_view_noted_again_writes_nothing(runner: Runner, clock: MovedClock) -> None:
    terms = eased(runner, AGREES)
    clock.forward(days=1)
    done = runner.do("View", note_their_view, terms.seq or 0, AGREES)
    assert done.change.is_empty
    assert heard_about(runner, terms) == [AGREES]


def test_their_view_of_a_pause_may_be_added_later(runner: Runner) -> None:
    made = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE)
    runner.do("View", note_their_view_of_pause, made.seq or 0, AGREES)
    assert heard_about(runner, made) == [AGREES]


def test_a_slip_with_a_view_leaves_neither(runner: Runner) -> None:
    made = promise(runner)
    done = runner.do("Wait", commitments.let_wait, made.id, Reason.CHOICE, AGREES)
    runner.undo(done.change, is_slip=True)
    assert (len(rows(runner, made.id)), runner.vault.read(every_view)) == (1, ())


def test_a_loosening_taken_back_takes_its_views_along(runner: Runner, clock: MovedClock) -> None:
    terms = eased(runner, AGREES)
    runner.do("Back", take_back_pending, terms.commitment_id)
    again = change(runner, terms.commitment_id, worded(SUNDAYS))
    assert again is not None
    assert heard_about(runner, again) == []
    assert heard_about(runner, terms) == [AGREES], "what was written stays"
    clock.forward(days=30)
    (mark,) = record(runner).commitments[0].changes
    assert mark.their_view is View.NOT_ASKED


def test_a_deleted_commitment_takes_its_views_along_but_not_those_of_all(runner: Runner) -> None:
    made = promise(runner)
    change(runner, made.id, worded(SUNDAYS), heard=AGREES)
    pause(runner, made.id, on("05-12"), on("05-13"), reason=Reason.CHOICE, heard=AGREES)
    of_all = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE, heard=AGREES)
    before = runner.vault.read(every_view)
    done = runner.do("Delete", commitments.delete, made.id)
    assert [row.pause_seq for row in runner.vault.read(every_view)] == [of_all.seq]
    runner.undo(done.change, is_slip=True)
    assert runner.vault.read(every_view) == before


@pytest.mark.parametrize("action", [note_their_view, note_their_view_of_pause])
def test_a_view_of_nothing_is_refused(runner: Runner, action: Callable[..., Any]) -> None:
    with pytest.raises(RuleError) as error:
        runner.do("View", action, 1, AGREES)
    assert error.value.code is Code.NOT_FOUND
