"""Hard days: what may be written down, who may take them away, and what stays readable."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from trustplanner.actions import hard_days
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.hard_days import LONGEST_WORDS, HardDay, HardFor, hard_days_on
from trustplanner.domain.plans import Plan
from trustplanner.storage.queries.hard_days import hard_days as every_hard_day

ME, THEM, AGREED = HardFor


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


def add(runner: Runner, whose: HardFor, words: str = "", **given: Any) -> HardDay:
    return runner.do("Hard day", hard_days.add_hard_day, HardDayWords(whose, words, **given)).result


def test_it_is_written_down_with_whose_it_is_and_when_theirs_was_heard(runner: Runner, plan: Plan) -> None:
    own = add(runner, ME, " The call ", day=on("06-14"), is_yearly=True, heard_on=MONDAY)
    place = add(runner, AGREED, place=" The station ", is_yearly=True)
    theirs = add(runner, THEM, "The day she found out", day=on("05-20"), heard_on=on("05-02"))
    assert set(runner.vault.read(every_hard_day)) == {own, place, theirs}
    assert (own.words, own.is_yearly, own.heard_on) == ("The call", True, None)
    assert (place.day, place.is_yearly, place.place, place.heard_on) == (None, False, "The station", MONDAY)
    assert theirs.heard_on == on("05-02")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (HardDayWords(ME, "The call"), Code.WHEN_OR_WHERE_MISSING),
        (HardDayWords(ME, "The call", place="  "), Code.WHEN_OR_WHERE_MISSING),
        (HardDayWords(ME, "c" * (LONGEST_WORDS + 1), MONDAY), Code.WORDS_TOO_LONG),
        (HardDayWords(ME, place="c" * (LONGEST_WORDS + 1)), Code.WORDS_TOO_LONG),
        (HardDayWords(ME, "The call", on("2200-01-01")), Code.DATE_IMPOSSIBLE),
        (HardDayWords(THEM, "The call", MONDAY, heard_on=on("05-05")), Code.FUTURE_DAY),
    ],
)
def test_what_cannot_be_a_hard_day_is_refused(runner: Runner, plan: Plan, written: HardDayWords, code: Code) -> None:
    assert refused(runner, hard_days.add_hard_day, written) is code
    assert runner.vault.read(every_hard_day) == ()


def test_theirs_is_never_deleted_and_never_becomes_ones_own(runner: Runner, plan: Plan) -> None:
    for whose in (THEM, AGREED):
        theirs = add(runner, whose, "The call", day=MONDAY)
        assert refused(runner, hard_days.delete_hard_day, theirs.id) is Code.HARD_DAY_STAYS
        mine = HardDayWords(ME, "The call", MONDAY)
        assert refused(runner, hard_days.change_hard_day, theirs.id, mine) is Code.HARD_DAY_STAYS
        better = HardDayWords(whose, "The call at night", MONDAY)
        changed = runner.do("Change", hard_days.change_hard_day, theirs.id, better).result
        assert (changed.words, changed.heard_on) == ("The call at night", MONDAY)


def test_ones_own_is_deleted_or_becomes_agreed(runner: Runner, plan: Plan) -> None:
    own = add(runner, ME, "The call", day=MONDAY)
    agreed = runner.do("Agree", hard_days.change_hard_day, own.id, HardDayWords(AGREED, "The call", MONDAY)).result
    assert (agreed.whose, agreed.heard_on) == (AGREED, MONDAY)
    other = add(runner, ME, place="The bar")
    runner.do("Delete", hard_days.delete_hard_day, other.id)
    assert runner.vault.read(every_hard_day) == (agreed,)


def test_a_released_day_stays_readable_and_is_hard_no_more(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    theirs = add(runner, THEM, "The call", day=on("05-01"), is_yearly=True)
    clock.forward(days=3)
    assert refused(runner, hard_days.release, theirs.id, on("05-03")) is Code.DATE_IMPOSSIBLE
    assert refused(runner, hard_days.release, theirs.id, on("05-08")) is Code.FUTURE_DAY
    runner.do("Release", hard_days.release, theirs.id, on("05-06"))
    [released] = runner.vault.read(every_hard_day)
    assert released.released_on == on("05-06")
    assert hard_days_on([released], on("2027-05-01")) == ()
    kept = runner.do("Still", hard_days.keep_again, theirs.id).result
    assert hard_days_on([kept], on("2027-05-01")) == (kept,)
