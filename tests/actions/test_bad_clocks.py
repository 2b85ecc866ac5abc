"""A clock that runs ten years ahead, or stands ten years behind: nothing is lost, and the sums are right afterwards."""

from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, journal, letters, pauses, plans, terms
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment, Direction, Reason, Stance
from trustplanner.domain.items import Outcome
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion, questions_are_due
from trustplanner.domain.record import CommitmentRecord, Counts, build_record
from trustplanner.domain.schedules import Unit, on_weekdays, times_a
from trustplanner.domain.today import coming_commitments, day_view, minutes_behind
from trustplanner.storage.queries.answers import answers_for, newest_answer
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.letters import letter_versions
from trustplanner.storage.queries.plans import last_safety_screen

SUNDAY = on("05-10")
AFTER = on("05-11")
AHEAD = date(2036, 5, 12)
BEHIND = date(2016, 5, 11)
WEEK_OF_ANSWERS = Counts(kept=6)


@pytest.fixture
def promised(runner: Runner, clock: MovedClock) -> Commitment:
    """A daily promise kept from Monday to Saturday, on the evening of the Monday after; Sunday is open."""
    made = promise(runner)
    for number in range(6):
        clock.go_to(MONDAY + timedelta(days=number))
        write(runner, made, MONDAY + timedelta(days=number))
    clock.go_to(AFTER)
    return made


def write(runner: Runner, commitment: Commitment, day: date, value: Value = Value.KEPT) -> None:
    runner.do("Answer", answers.write, commitment.id, day, value)


def record(runner: Runner, commitment: Commitment) -> CommitmentRecord:
    found = build_record(runner.vault.read(histories), runner.now().today).commitments
    return next(each for each in found if each.commitment_id == commitment.id)


def late_by(runner: Runner, commitment: Commitment, day: date) -> int:
    [found] = [item for item in record(runner, commitment).items if item.day == day]
    return found.late_by


# Ten years ahead


def test_looking_at_ten_years_closes_nothing_for_good(runner: Runner, clock: MovedClock, promised: Commitment) -> None:
    clock.go_to(AHEAD)
    assert record(runner, promised).counts.unanswered > 3_600
    clock.go_to(AFTER)
    found = record(runner, promised)
    assert found.counts == WEEK_OF_ANSWERS
    assert [item.outcome for item in found.items if item.day >= SUNDAY] == [Outcome.OPEN, Outcome.OPEN]
    write(runner, promised, SUNDAY)
    assert late_by(runner, promised, SUNDAY) == 0


def test_an_answer_of_the_future_is_kept_and_waits_for_its_day(
    runner: Runner, clock: MovedClock, promised: Commitment
) -> None:
    clock.go_to(AHEAD)
    write(runner, promised, AHEAD, Value.MISSED)
    clock.go_to(AFTER)
    assert record(runner, promised).counts == WEEK_OF_ANSWERS
    view = day_view(runner.vault.read(histories), AFTER, AFTER)
    assert [row.item.day for row in (*view.rows, *view.still_open)] == [AFTER, SUNDAY]
    assert [row.value for row in runner.vault.read(answers_for, promised.id, AHEAD)] == [Value.MISSED]
    clock.go_to(AHEAD)
    assert record(runner, promised).counts.missed == 1


def test_what_was_answered_late_under_that_clock_can_be_said_again_in_time(
    runner: Runner, clock: MovedClock, promised: Commitment
) -> None:
    clock.go_to(AHEAD)
    write(runner, promised, SUNDAY)
    clock.go_to(AFTER, "21:00")
    assert late_by(runner, promised, SUNDAY) > 3_600
    write(runner, promised, SUNDAY)
    assert late_by(runner, promised, SUNDAY) == 0
    assert len(runner.vault.read(answers_for, promised.id, SUNDAY)) == 2, "what was written stays"
    assert runner.do("Answer", answers.write, promised.id, SUNDAY, Value.KEPT).change.is_empty


def test_the_clock_is_said_to_be_behind_until_something_is_written_under_it(
    runner: Runner, clock: MovedClock, promised: Commitment
) -> None:
    clock.go_to(AHEAD)
    write(runner, promised, AHEAD)
    clock.go_to(AFTER)
    assert minutes_behind(runner.vault.read(newest_answer), runner.now().at) == (AHEAD - AFTER).days * 24 * 60
    write(runner, promised, AFTER)
    assert minutes_behind(runner.vault.read(newest_answer), runner.now().at) == 0
    [written] = runner.vault.read(answers_for, promised.id, AFTER)
    assert written.clock_behind == (AHEAD - AFTER).days * 24 * 60, "the entry keeps it"


def test_done_days_of_the_future_are_in_no_week_of_now(runner: Runner, clock: MovedClock) -> None:
    walks = promise(runner, times_a(Unit.WEEK, 2), "Walk")
    runner.do("Done", answers.mark_done, walks.id, MONDAY)
    clock.go_to(AHEAD)
    runner.do("Done", answers.mark_done, walks.id, AHEAD)
    clock.go_to(on("05-06"))
    [row] = day_view(runner.vault.read(histories), on("05-06"), on("05-06")).rows
    assert (row.item.done, row.done_days) == (1, (MONDAY,))


def test_what_was_promised_under_that_clock_can_be_taken_away_again(
    runner: Runner, clock: MovedClock, promised: Commitment
) -> None:
    clock.go_to(AHEAD)
    mondays = Wording("I will call when I am late", "you need not wonder", on_weekdays([0]))
    runner.do("Change", terms.change_terms, promised.id, mondays, said_to_be=Direction.EASIER)
    new = promise(runner, title="Show the bills")
    week = (AHEAD + timedelta(days=8), AHEAD + timedelta(days=9))
    pause = runner.do("Pause", pauses.pause, promised.id, *week, reason=Reason.CHOICE).result
    clock.go_to(AFTER)
    assert [(made.id, day) for made, day in coming_commitments(runner.vault.read(histories), AFTER)] == [
        (new.id, AHEAD)
    ]
    runner.do("Delete", commitments.delete, new.id)
    runner.do("Take back", terms.take_back_pending, promised.id)
    assert pause.seq is not None
    runner.do("Resume", pauses.resume, pause.seq)
    clock.go_to(AHEAD + timedelta(days=30))
    [found] = build_record(runner.vault.read(histories), runner.now().today).commitments
    assert (found.stance, found.pauses, found.changes) == (Stance.ACTIVE, (), ())


def test_the_private_questions_come_back_although_they_were_asked_in_that_future(
    runner: Runner, clock: MovedClock
) -> None:
    no_to_all = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    clock.go_to(AHEAD)
    runner.do("Questions", plans.answer_safety, no_to_all | {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    clock.go_to(AFTER)
    assert questions_are_due(runner.vault.read(last_safety_screen), None, AFTER)
    assert runner.do("Questions", plans.answer_safety, no_to_all, keep_answers=False).result.stop, "not on that day"
    assert not questions_are_due(runner.vault.read(last_safety_screen), None, AFTER)
    clock.forward(days=1)
    assert not runner.do("Questions", plans.answer_safety, no_to_all, keep_answers=False).result.stop


def test_words_written_under_that_clock_are_kept_like_those_of_any_other_day(runner: Runner, clock: MovedClock) -> None:
    letter = runner.do("Letter", letters.begin_letter).result
    clock.go_to(AHEAD)
    runner.do("Write", letters.write_letter, letter.id, "I told you half of it.")
    runner.do("Journal", journal.write_entry, AHEAD, "A long day.")
    clock.go_to(AFTER)
    runner.do("Write", letters.write_letter, letter.id, "I told you half.")
    kept = runner.vault.read(letter_versions, letter.id)
    assert "I told you half of it." in [version.words for version in kept]


# Ten years behind


def test_a_clock_ten_years_behind_asks_for_nothing_and_loses_nothing(
    runner: Runner, clock: MovedClock, promised: Commitment
) -> None:
    clock.go_to(BEHIND)
    today = runner.now().today
    view = day_view(runner.vault.read(histories), today, today)
    assert (view.rows, view.still_open) == ((), ())
    assert record(runner, promised).counts == Counts()
    assert minutes_behind(runner.vault.read(newest_answer), runner.now().at) > 3_600 * 24 * 60
    clock.go_to(AFTER)
    assert record(runner, promised).counts == WEEK_OF_ANSWERS


def test_a_plan_begun_ten_years_behind_goes_on_when_the_clock_is_right(runner: Runner, clock: MovedClock) -> None:
    clock.go_to(BEHIND)
    made = promise(runner)
    write(runner, made, BEHIND)
    clock.go_to(AFTER)
    found = record(runner, made)
    assert (found.counts.kept, found.items[-1].day, found.items[-1].outcome) == (1, AFTER, Outcome.OPEN)
    write(runner, made, AFTER)
    assert late_by(runner, made, AFTER) == 0
    [written] = runner.vault.read(answers_for, made.id, AFTER)
    assert written.clock_behind == 0
