"""The plan, the path, harms, sessions and events: each in the order a screen shows it."""

from dataclasses import replace
from typing import Any

from tests.builders import MONDAY, NOON, on
from tests.storage.examples import an_example
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.harms import Harm, Repair, RepairState
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.path import PathAnswer, PathLine, Whose
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.harms import harms, repairs
from trustplanner.storage.queries.path import days_written, path_answer, path_answers, path_answers_on, path_lines
from trustplanner.storage.queries.plans import draft, last_safety_screen, settings, the_plan
from trustplanner.storage.queries.sessions import agenda, sessions
from trustplanner.storage.vault import Vault


def put(vault: Vault, *rows: Any) -> list[Any]:
    with vault.transaction() as unit:
        return [unit.put(row) for row in rows]


def test_an_empty_vault_has_nothing_to_show(vault: Vault) -> None:
    assert vault.read(the_plan) is None
    assert vault.read(last_safety_screen) is None
    assert vault.read(settings) == {}
    assert vault.read(draft, "letter") is None
    for query in (path_answers, path_lines, harms, repairs, sessions, events):
        assert vault.read(query) == ()


def test_the_plan_the_last_screen_the_settings_and_a_draft(vault: Vault) -> None:
    plan = an_example(Plan)
    _, second = put(vault, an_example(SafetyScreen), an_example(SafetyScreen, answers="fear=no"))
    put(vault, plan, Setting("look", "dark"), Setting("day_start", "180"), Draft("letter", "{}", NOON))
    assert vault.read(the_plan) == plan
    assert vault.read(last_safety_screen) == second
    assert vault.read(settings) == {"look": "dark", "day_start": "180"}
    assert vault.read(draft, "letter") == Draft("letter", "{}", NOON)


def test_what_is_written_on_the_path_is_found_by_prompt_and_day(vault: Vault) -> None:
    def answer(name: str, day: str | None) -> PathAnswer:
        return PathAnswer(name, "week.kept", None if day is None else on(day), name, "", False, NOON, NOON)

    put(vault, answer("second", "05-11"), answer("plain", None), answer("first", "05-04"))
    assert [found.id for found in vault.read(path_answers)] == ["plain", "first", "second"]
    for name, day in [("plain", None), ("first", "05-04"), ("second", "05-11")]:
        assert vault.read(path_answer, "week.kept", None if day is None else on(day)) == answer(name, day)
    assert vault.read(path_answer, "week.kept", on("05-18")) is None
    assert vault.read(path_answer, "week", None) is None


def test_a_screen_reads_the_answers_of_the_plan_and_of_the_days_it_shows(vault: Vault) -> None:
    def answer(name: str, day: str | None, words: str = "words", choice: str = "") -> PathAnswer:
        return PathAnswer(name, "day.hard", None if day is None else on(day), words, choice, False, NOON, NOON)

    put(vault, answer("plain", None), answer("third", "05-11"), answer("first", "05-04"))
    put(vault, answer("opened", "05-12", ""), answer("chosen", "05-05", "", "7"))
    assert {found.id for found in vault.read(path_answers_on, {MONDAY, on("05-12")})} == {"plain", "first", "opened"}
    assert {found.id for found in vault.read(path_answers_on, ())} == {"plain"}
    assert vault.read(days_written, "day.hard") == (MONDAY, on("05-05"), on("05-11"))
    assert vault.read(days_written, "day.shaded") == ()


def test_lines_stand_in_their_order_within_their_prompt(vault: Vault) -> None:
    def line(name: str, prompt: str, position: int) -> PathLine:
        return PathLine(name, prompt, position, name, Whose.SAID, MONDAY)

    put(vault, line("b1", "b", 1), line("a2", "a", 2), line("b0", "b", 0), line("a1", "a", 1))
    assert [found.id for found in vault.read(path_lines)] == ["a1", "a2", "b0", "b1"]
    assert [found.id for found in vault.read(path_lines, "b")] == ["b0", "b1"]


def test_harms_and_repairs_stand_in_the_order_the_person_gave_them(vault: Vault) -> None:
    put(vault, Harm("h2", "two", 2, NOON), Harm("h1", "one", 1, NOON))
    repair = Repair("r9", "h2", "nine", None, RepairState.OPEN, None, None, None, None, "", None, "", 9, NOON)
    put(vault, repair, replace(repair, id="r3", harm_id="h1", position=3))
    assert [found.id for found in vault.read(harms)] == ["h1", "h2"]
    assert [found.id for found in vault.read(repairs)] == ["r3", "r9"]


def test_sessions_and_events_stand_in_order_of_time(vault: Vault) -> None:
    session = Session("evening", on("05-20"), 18 * 60, "", NOON)
    put(
        vault,
        session,
        replace(session, id="morning", at_minute=9 * 60),
        replace(session, id="some time", at_minute=None),
        replace(session, id="before", day=on("05-13")),
        AgendaLine("second", "evening", 2, ""),
        AgendaLine("first", "evening", 1, ""),
        AgendaLine("other", "morning", 0, ""),
        Event("later", on("05-20"), EventKind.SETBACK, "", NOON),
        Event("earlier", on("05-13"), EventKind.APOLOGY, "", NOON),
    )
    assert [found.id for found in vault.read(sessions)] == ["before", "some time", "morning", "evening"]
    assert [found.id for found in vault.read(agenda, "evening")] == ["first", "second"]
    assert [found.id for found in vault.read(events)] == ["earlier", "later"]
