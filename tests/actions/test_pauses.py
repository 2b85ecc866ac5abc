"""Pausing one or all, making an illness longer, ending a pause."""

from tests.actions.promised import asked, pause, refused
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import pauses
from trustplanner.actions.runner import Runner
from trustplanner.actions.views import NOT_ASKED, Heard, noted
from trustplanner.domain.commitments import (
    Reason,
)
from trustplanner.domain.errors import Code
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import (
    every_pause,
)
from trustplanner.storage.queries.views import views_about


def test_a_pause_of_all_pauses_every_commitment(runner: Runner, clock: MovedClock) -> None:
    one, other = promise(runner), promise(runner)
    pause(runner, None, MONDAY, on("05-06"), reason=Reason.ILLNESS)
    clock.go_to(on("05-08"))
    for made in (one, other):
        assert [item.day for item in asked(runner, made.id)] == [on("05-07"), on("05-08")]


def test_a_pause_of_one_leaves_the_others(runner: Runner, clock: MovedClock) -> None:
    one, other = promise(runner), promise(runner)
    pause(runner, one.id, MONDAY, on("05-06"), reason=Reason.ILLNESS)
    clock.go_to(on("05-06"))
    assert (len(asked(runner, one.id)), len(asked(runner, other.id))) == (0, 3)


def test_a_pause_reaches_back_to_the_oldest_open_day_and_no_further(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    clock.go_to(on("05-06"))
    illness = {"reason": Reason.ILLNESS}
    assert refused(runner, pauses.pause, made.id, MONDAY, on("05-08"), **illness) is Code.PAUSE_TOO_EARLY
    pause(runner, made.id, on("05-05"), on("05-08"), **illness)
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]


def test_a_pause_of_an_unknown_commitment_is_refused(runner: Runner) -> None:
    code = refused(runner, pauses.pause, "nobody", MONDAY, MONDAY, reason=Reason.ILLNESS)
    assert code is Code.NOT_FOUND


def test_resuming_asks_again_from_today_on(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-20"), reason=Reason.ILLNESS)
    clock.go_to(on("05-09"))
    resumed = runner.do("Resume", pauses.resume, paused.seq or 0).result
    assert (resumed.ends_on, resumed.looks_again) == (on("05-08"), False)
    assert [item.day for item in asked(runner, made.id)] == [on("05-09")]
    clock.go_to(on("05-10"))
    assert refused(runner, pauses.resume, paused.seq or 0) is Code.ALREADY_ENDED


def test_resuming_on_the_day_after_the_first_leaves_that_day_paused(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-20"), reason=Reason.ILLNESS)
    clock.go_to(on("05-05"))
    runner.do("Resume", pauses.resume, paused.seq or 0)
    assert [item.day for item in asked(runner, made.id)] == [on("05-05")]


def test_resuming_on_the_last_paused_day_asks_for_that_day(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-06"), reason=Reason.ILLNESS)
    clock.go_to(on("05-06"))
    runner.do("Resume", pauses.resume, paused.seq or 0)
    assert [item.day for item in asked(runner, made.id)] == [on("05-06")]


def test_resuming_a_pause_that_has_not_begun_takes_it_back(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    for first in (MONDAY, on("05-11")):
        paused = pause(runner, made.id, first, on("05-20"), reason=Reason.ILLNESS)
        runner.do("Resume", pauses.resume, paused.seq or 0)
        assert refused(runner, pauses.resume, paused.seq or 0) is Code.ALREADY_ENDED
    assert [found.taken_back_at for found in runner.vault.read(every_pause)] == [runner.now().at] * 2
    clock.go_to(on("05-20"))
    assert len(asked(runner, made.id)) == 17


def test_a_pause_that_is_their_wish_is_ended_only_with_what_they_said(runner: Runner, clock: MovedClock) -> None:
    paused = pause(runner, None, MONDAY, on("05-20"), reason=Reason.THEIR_WISH)
    clock.go_to(on("05-09"))
    for too_little in (NOT_ASKED, Heard(View.DISAGREES, on("05-08")), Heard(View.AGREES)):
        assert refused(runner, pauses.resume, paused.seq or 0, too_little) is Code.PAUSE_IS_THEIRS
    tomorrow = Heard(View.AGREES, on("05-10"))
    assert refused(runner, pauses.resume, paused.seq or 0, tomorrow) is Code.FUTURE_DAY
    heard = Heard(View.AGREES, on("05-08"), "It may begin again.")
    resumed = runner.do("Resume", pauses.resume, paused.seq or 0, heard).result
    assert resumed.ends_on == on("05-08")
    assert noted(runner.vault.read(views_about, resumed)) == heard


def test_resuming_one_of_two_overlapping_pauses_leaves_the_other(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    pause(runner, made.id, MONDAY, on("05-08"), reason=Reason.ILLNESS)
    of_all = pause(runner, None, on("05-06"), on("05-20"), reason=Reason.DANGER)
    clock.go_to(on("05-07"))
    runner.do("Resume", pauses.resume, of_all.seq or 0)
    clock.go_to(on("05-10"))
    assert [item.day for item in asked(runner, made.id)] == [on("05-09"), on("05-10")]


def test_an_illness_is_lengthened_by_fourteen_days_at_most_at_a_time(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-18"), reason=Reason.ILLNESS, looks_again=True)
    clock.go_to(on("05-18"))
    seq = paused.seq or 0
    assert refused(runner, pauses.lengthen_pause, seq, on("06-02")) is Code.PAUSE_TOO_LONG
    runner.do("Longer", pauses.lengthen_pause, seq, on("06-01"))
    clock.go_to(on("06-02"))
    runner.do("Longer", pauses.lengthen_pause, seq, on("06-03"))
    clock.go_to(on("06-05"))
    assert [item.day for item in asked(runner, made.id)] == [on("06-04"), on("06-05")]
    assert refused(runner, pauses.lengthen_pause, seq, on("06-08")) is Code.ALREADY_ENDED


def test_lengthening_never_reaches_into_closed_days_nor_shortens(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-06"), reason=Reason.ILLNESS, looks_again=True)
    seq = paused.seq or 0
    assert refused(runner, pauses.lengthen_pause, seq, on("05-05")) is Code.DATE_IMPOSSIBLE
    clock.go_to(on("05-08"))
    assert refused(runner, pauses.lengthen_pause, seq, on("05-09")) is Code.ALREADY_ENDED


def test_a_pause_by_choice_is_not_lengthened_without_its_notice(runner: Runner) -> None:
    paused = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE)
    assert refused(runner, pauses.lengthen_pause, paused.seq or 0, on("05-20")) is Code.PAUSE_TOO_EARLY
    assert runner.vault.read(every_pause) == (paused,)
