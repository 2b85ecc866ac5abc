"""What they asked for and do not want: written down as theirs, held against plans, lifted when they say so."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, harms, wishes
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.wishes import LONGEST_TOPIC, WishWords
from trustplanner.domain.answers import Value
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import Plan
from trustplanner.domain.schedules import daily, on_weekdays
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.storage.queries.wishes import wishes as every_wish

ASKED, LIMIT = WishKind.ASKED, WishKind.NOT_WANTED


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any, **given: Any) -> RuleError:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments, **given)
    return error.value


def add(runner: Runner, kind: WishKind, words: str, about: str = "", **given: Any) -> Wish:
    return runner.do("Wish", wishes.add_wish, kind, WishWords(words, about, **given)).result


def test_a_wish_is_written_down_with_whose_it_is_and_when_it_was_heard(runner: Runner, plan: Plan) -> None:
    asked = add(runner, ASKED, " The statements on Sunday ", about="money", until=on("06-01"))
    guess = add(runner, LIMIT, "No flowers", "flowers", until=on("06-01"), is_guess=True, heard_on=on("05-02"))
    assert runner.vault.read(every_wish) == (asked, guess)
    assert (asked.words, asked.about, asked.until, asked.heard_on) == ("The statements on Sunday", "", None, MONDAY)
    assert (guess.about, guess.until, guess.is_guess, guess.heard_on) == ("flowers", on("06-01"), True, on("05-02"))
    changed = runner.do("Change", wishes.change_wish, guess.id, WishWords("No flowers at work", "flowers")).result
    assert (changed.words, changed.until, changed.heard_on, changed.position) == (
        "No flowers at work", None, on("05-02"), 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (WishWords("  "), Code.WORDS_MISSING),
        (WishWords("No calls", "c" * (LONGEST_TOPIC + 1)), Code.WORDS_TOO_LONG),
        (WishWords("No calls", heard_on=on("05-05")), Code.FUTURE_DAY),
        (WishWords("No calls", heard_on=on("05-03"), until=on("05-02")), Code.DATE_IMPOSSIBLE),
        (WishWords("No calls", until=on("2200-01-01")), Code.DATE_IMPOSSIBLE),
    ],
)
def test_what_cannot_be_a_limit_is_refused(runner: Runner, plan: Plan, written: WishWords, code: Code) -> None:
    assert refused(runner, wishes.add_wish, LIMIT, written).code is code
    assert runner.vault.read(every_wish) == ()


def test_a_limit_refuses_every_plan_that_touches_its_topic_and_names_itself(runner: Runner, plan: Plan) -> None:
    harm = runner.do("Harm", harms.add_harm, "Her mother heard it from me").result
    repair = runner.do("Repair", harms.add_repair, harm.id, "Write to her mother").result
    made = promise(runner, daily(), "Ring her mother")
    limit = add(runner, LIMIT, "Leave my mother out of it", "mother")
    touching, other = Wording("I will visit her mother", "", daily()), Wording("I will pay", "", daily())
    for action, arguments in [
        (harms.add_repair, (harm.id, "Flowers for her mother")),
        (harms.change_repair, (repair.id, "Write to her mother twice", None)),
        (commitments.create, ("Sunday", touching, Surroundings())),
        (commitments.create, ("Sunday", other, Surroundings(then_action="ring her mother"))),
        (commitments.create, ("Her mother", other, Surroundings())),
        (commitments.describe, (made.id, "Visit her mother", Surroundings())),
        (change_terms, (made.id, touching)),
    ]:
        error = refused(runner, action, *arguments)  # type: ignore[arg-type]  # mypy joins the actions to "function"
        assert (error.code, error.details) == (Code.AGAINST_A_LIMIT, {"wish": limit.id})


def test_the_repair_of_a_miss_is_held_against_limits_too(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    made = promise(runner, daily())
    runner.do("Miss", answers.write, made.id, MONDAY, Value.MISSED)
    runner.do("Before", answers.review_miss, made.id, MONDAY, repair="Flowers tomorrow")
    limit = add(runner, LIMIT, "No flowers", "flowers")
    error = refused(runner, answers.review_miss, made.id, MONDAY, repair="Flowers at six")
    assert (error.code, error.details) == (Code.AGAINST_A_LIMIT, {"wish": limit.id})
    runner.do("Facts", answers.review_miss, made.id, MONDAY, facts="I came late", repair="Flowers tomorrow")
    assert runner.do("Other", answers.review_miss, made.id, MONDAY, repair="Say it at six").result.repair


def test_what_was_planned_before_a_limit_can_still_be_moved_eased_and_ended(runner: Runner, plan: Plan) -> None:
    harm = runner.do("Harm", harms.add_harm, "Waiting").result
    repair = runner.do("Repair", harms.add_repair, harm.id, "Write to her mother").result
    made = promise(runner, daily(), "Ring her mother")
    add(runner, LIMIT, "Leave my mother out of it", "mother")
    assert runner.do("Move", harms.change_repair, repair.id, "Write to her mother", on("06-01")).result.due_on
    runner.do("Describe", commitments.describe, made.id, made.title, Surroundings(sureness=9))
    terms = runner.do("Ease", change_terms, made.id, _weekly(runner, made.id)).result
    assert terms is not None
    assert terms.schedule == on_weekdays([6])
    runner.do("End", commitments.end, made.id)


def _weekly(runner: Runner, key: str) -> Wording:
    old = runner.vault.read(terms_of, key)[-1]
    return Wording(old.will, old.so_that, on_weekdays([6]), old.at_minute)


def test_a_limit_is_lifted_when_they_say_so_and_no_day_does_it(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    harm = runner.do("Harm", harms.add_harm, "Waiting").result
    limit = add(runner, LIMIT, "No calls until May", "calls", until=on("05-06"))
    clock.forward(days=5)
    assert refused(runner, harms.add_repair, harm.id, "Call her sister").code is Code.AGAINST_A_LIMIT
    assert refused(runner, wishes.lift, limit.id, on("05-03")).code is Code.DATE_IMPOSSIBLE
    assert refused(runner, wishes.lift, limit.id, on("05-10")).code is Code.FUTURE_DAY
    assert runner.do("Lift", wishes.lift, limit.id, on("05-08")).result.lifted_on == on("05-08")
    assert runner.do("Repair", harms.add_repair, harm.id, "Call her sister").result
    runner.do("Hold", wishes.hold_again, limit.id)
    assert refused(runner, harms.add_repair, harm.id, "Call her brother").code is Code.AGAINST_A_LIMIT


def test_a_limit_they_said_is_not_deleted_after_its_day(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    slip = add(runner, LIMIT, "No cals", "cals")
    runner.do("Delete", wishes.delete_wish, slip.id)
    limit, guess = add(runner, LIMIT, "No calls", "calls"), add(runner, LIMIT, "No notes", "notes", is_guess=True)
    asked = add(runner, ASKED, "The statements")
    clock.forward(days=1)
    assert refused(runner, wishes.delete_wish, limit.id).code is Code.LIMIT_STAYS
    for own in (guess, asked):
        runner.do("Delete", wishes.delete_wish, own.id)
    assert runner.vault.read(every_wish) == (limit,)
