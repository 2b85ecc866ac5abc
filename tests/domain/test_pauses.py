"""Pauses beside each other."""

from tests.builders import NOON, a_pause, on
from trustplanner.domain.pauses import PauseTime, pause_time, paused_by_another

TODAY = on("05-14")
OWN = a_pause(on("05-10"), on("05-20"), seq=1, commitment_id="call")


def test_a_pause_is_to_come_runs_or_is_over() -> None:
    assert pause_time(a_pause(on("05-15"), on("05-20")), TODAY) is PauseTime.COMING
    assert pause_time(a_pause(on("05-14"), on("05-14")), TODAY) is PauseTime.RUNNING
    assert pause_time(a_pause(on("05-01"), on("05-13")), TODAY) is PauseTime.PAST


def test_what_was_taken_back_or_cut_to_nothing_is_over() -> None:
    assert pause_time(a_pause(on("05-15"), on("05-20"), taken_back_at=NOON), TODAY) is PauseTime.PAST
    assert pause_time(a_pause(on("05-15"), on("05-13")), TODAY) is PauseTime.PAST


def test_ending_one_leaves_asleep_what_another_pauses() -> None:
    of_all = a_pause(on("05-12"), on("05-16"), seq=2)
    assert paused_by_another([OWN, of_all], OWN, "call", TODAY) == on("05-16")
    assert paused_by_another([OWN, of_all], of_all, "call", TODAY) == on("05-20")
    assert paused_by_another([OWN, of_all], of_all, "other", TODAY) is None


def test_a_pause_that_is_over_to_come_or_taken_back_keeps_nothing_asleep() -> None:
    others = [
        a_pause(on("05-01"), on("05-13"), seq=2),
        a_pause(on("05-15"), on("05-30"), seq=3),
        a_pause(on("05-01"), on("05-30"), seq=4, taken_back_at=NOON),
        a_pause(on("05-01"), on("05-30"), seq=5, commitment_id="other"),
    ]
    assert paused_by_another([OWN, *others], OWN, "call", TODAY) is None
