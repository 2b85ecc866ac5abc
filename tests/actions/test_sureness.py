"""How sure a person is, asked again and again: the newest stands at the commitment, the rows keep how it went."""

from tests.actions.promised import refused
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions.runner import Runner
from trustplanner.actions.sureness import answer_sureness, look_again, write_smallest
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import Plan
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.responses import sureness_of


def the_one(runner: Runner) -> Commitment:
    [found] = runner.vault.read(every_commitment)
    return found


def test_an_answer_of_the_same_sitting_corrects_and_a_later_one_is_added(runner: Runner, clock: MovedClock) -> None:
    call = promise(runner)
    runner.do("Sure", answer_sureness, call.id, 6, None, AskedIn.REVIEW)
    runner.do("Sure", answer_sureness, call.id, 7, WorstDay.SMALLEST, AskedIn.REVIEW)
    runner.do("Sure", answer_sureness, call.id, 5, None, AskedIn.MISS)
    clock.go_to(on("05-05"))
    runner.do("Sure", answer_sureness, call.id, 8, WorstDay.WHOLE, AskedIn.MISS)
    rows = [(row.sureness, row.worst_day, row.asked_in) for row in runner.vault.read(sureness_of, call.id)]
    assert rows == [
        (7, WorstDay.SMALLEST, AskedIn.REVIEW),
        (5, None, AskedIn.MISS),
        (8, WorstDay.WHOLE, AskedIn.MISS),
    ]
    assert the_one(runner).sureness == 8


def test_the_next_review_is_set_with_it_or_alone_and_lies_ahead(runner: Runner) -> None:
    call = promise(runner)
    runner.do("Sure", answer_sureness, call.id, 8, None, AskedIn.REVIEW, look_again_on=on("06-01"))
    assert the_one(runner).review_on == on("06-01")
    runner.do("Sure", answer_sureness, call.id, 9, None, AskedIn.REVIEW)
    assert the_one(runner).review_on == on("06-01")
    runner.do("Later", look_again, call.id, on("06-29"))
    assert (the_one(runner).review_on, the_one(runner).sureness) == (on("06-29"), 9)
    assert refused(runner, look_again, call.id, MONDAY) is Code.DATE_IMPOSSIBLE
    runner.do("Never", look_again, call.id, None)
    assert the_one(runner).review_on is None


def test_the_smallest_version_watches_nobody(runner: Runner, plan: Plan) -> None:
    call = promise(runner)
    assert refused(runner, write_smallest, call.id, "I check her phone") is Code.TRACKS_THEM
    runner.do("Smallest", write_smallest, call.id, " A message by six ")
    assert the_one(runner).smallest == "A message by six"
