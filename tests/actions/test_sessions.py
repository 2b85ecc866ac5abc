"""Sessions and their agenda."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import MONDAY, on
from trustplanner.actions import sessions
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.sessions import Session
from trustplanner.storage.queries.sessions import agenda
from trustplanner.storage.queries.sessions import sessions as all_sessions


def add(runner: Runner, day: date, at_minute: int | None = None) -> Session:
    return runner.do("Session", sessions.add_session, day, at_minute, " Dr Lee ").result


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


def test_sessions_past_and_coming_stand_in_order_of_time(runner: Runner) -> None:
    evening, past, morning = add(runner, on("05-20"), 18 * 60), add(runner, on("04-01")), add(runner, on("05-20"), 540)
    assert runner.vault.read(all_sessions) == (past, morning, evening)
    assert past.with_whom == "Dr Lee"


def test_a_session_moves_with_its_agenda(runner: Runner) -> None:
    made = add(runner, on("05-20"))
    line = runner.do("Line", sessions.add_agenda_line, made.id, " The letter ").result
    moved = runner.do("Move", sessions.change_session, made.id, on("05-27"), 600, "both").result
    assert (moved.id, moved.day, moved.at_minute, moved.with_whom) == (made.id, on("05-27"), 600, "both")
    assert runner.vault.read(agenda, made.id) == (line,)
    assert line.words == "The letter"


def test_agenda_lines_keep_their_order(runner: Runner) -> None:
    made, other = add(runner, on("05-20")), add(runner, on("05-27"))
    lines = [runner.do("Line", sessions.add_agenda_line, made.id, words).result for words in ("one", "two", "three")]
    runner.do("Line", sessions.add_agenda_line, other.id, "elsewhere")
    runner.do("Delete", sessions.delete_agenda_line, lines[1].id)
    last = runner.do("Line", sessions.add_agenda_line, made.id, "four").result
    reworded = runner.do("Reword", sessions.reword_agenda_line, lines[0].id, "first").result
    assert runner.vault.read(agenda, made.id) == (reworded, lines[2], last)


def test_a_deleted_session_takes_its_agenda_with_it_and_undo_brings_both_back(runner: Runner) -> None:
    made = add(runner, on("05-20"))
    lines = tuple(runner.do("Line", sessions.add_agenda_line, made.id, words).result for words in ("one", "two"))
    deleted = runner.do("Delete", sessions.delete_session, made.id)
    assert (runner.vault.read(all_sessions), runner.vault.read(agenda, made.id)) == ((), ())
    runner.undo(deleted.change, is_slip=False)
    assert (runner.vault.read(all_sessions), runner.vault.read(agenda, made.id)) == ((made,), lines)


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2200, 1, 1), date.max])
def test_a_session_stands_on_a_day_a_plan_can_hold(runner: Runner, day: date) -> None:
    assert refused(runner, sessions.add_session, day, None, "") is Code.DATE_IMPOSSIBLE
    made = add(runner, MONDAY)
    assert refused(runner, sessions.change_session, made.id, day, None, "") is Code.DATE_IMPOSSIBLE


def test_an_agenda_line_needs_words_and_a_session(runner: Runner) -> None:
    made = add(runner, MONDAY)
    line = runner.do("Line", sessions.add_agenda_line, made.id, "one").result
    assert refused(runner, sessions.add_agenda_line, made.id, " \n") is Code.WORDS_MISSING
    assert refused(runner, sessions.reword_agenda_line, line.id, "") is Code.WORDS_MISSING
    assert refused(runner, sessions.add_agenda_line, "gone", "one") is Code.NOT_FOUND
    assert refused(runner, sessions.delete_session, "gone") is Code.NOT_FOUND
