"""The record without a window says what the record holds, to the last count."""

import re
from datetime import date
from pathlib import Path

from tests.builders import a_history, a_telling, on, row, some_terms
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.answers import How, Value
from trustplanner.domain.record import Record, build_record
from trustplanner.domain.schedules import once
from trustplanner.exchange.record_texts import record_as_json, record_as_lines

MONDAY = on("05-04")
TODAY = on("05-16")  # twelve days later: ten of them closed, one open, today


def ten_days() -> Record:
    """6 kept, 1 partly, 1 missed, 2 unanswered and 1 not applicable, one of them late; today is open."""
    values = [Value.KEPT] * 6 + [Value.PARTLY, Value.MISSED, None, None, Value.NOT_APPLICABLE]
    answers = [
        row(date.fromordinal(MONDAY.toordinal() + number), value, TODAY if number == 0 else None)
        for number, value in enumerate(values)
        if value is not None
    ]
    told = [a_telling(on("05-11"), How.NOT_YET, seq=1), a_telling(on("05-11"), How.WHEN_ASKED, seq=2)]
    return build_record([a_history(some_terms(), answers, tellings=told)], TODAY)


def test_the_example_of_the_rules_is_written_as_json() -> None:
    (found,) = record_as_json(ten_days())["commitments"]
    assert found["id"] == "call"
    assert found["title"] == "Call when late"
    counts = {name: found[name] for name in ("due", "kept", "partly", "missed", "unanswered", "not_applicable", "late")}
    assert counts == {
        "due": 10,
        "kept": 6,
        "partly": 1,
        "missed": 1,
        "unanswered": 2,
        "not_applicable": 1,
        "late": 1,
    }
    assert (found["low"], found["high"]) == (0.65, 0.85)
    assert found["misses"] == {
        "told_first": 0,
        "when_asked": 1,
        "found_out": 0,
        "not_yet": 0,
        "not_welcome": 0,
        "not_said": 0,
    }
    assert found["window"]["due"] == 10


def test_days_are_iso_and_counts_of_all_are_added_up_without_a_share() -> None:
    raw = record_as_json(ten_days())
    assert (raw["from"], raw["to"], raw["today"]) == ("2026-05-04", "2026-05-16", "2026-05-16")
    assert raw["totals"] == {
        "due": 10,
        "kept": 6,
        "partly": 1,
        "missed": 1,
        "unanswered": 2,
        "not_applicable": 1,
        "late": 1,
    }


def test_a_share_is_null_only_when_nothing_is_due() -> None:
    one = build_record([a_history(some_terms(), [row(MONDAY, Value.KEPT)])], MONDAY)
    (found,) = record_as_json(one)["commitments"]
    assert (found["due"], found["low"], found["high"]) == (1, 1.0, 1.0)
    (found,) = record_as_json(build_record([a_history(some_terms())], MONDAY))["commitments"]
    assert (found["due"], found["low"], found["high"]) == (0, None, None)


def test_something_due_once_has_no_window() -> None:
    (found,) = record_as_json(build_record([a_history(some_terms(once(TODAY)))], TODAY))["commitments"]
    assert found["window"] is None


def test_the_lines_say_counts_before_the_range() -> None:
    lines = list(record_as_lines(ten_days(), recovery_sentences(TODAY)))
    assert lines[0] == "Call when late"
    first = next(line for line in lines if "was due" in line)
    assert "6 kept, 1 partly, 1 missed, 2 not answered (and 1 not applicable)" in first
    window = next(line for line in lines if "known range" in line)
    assert window.index("6 of 10 kept") < window.index("65 to 85 %")
    assert lines[-1].startswith("In all, ")
    assert "%" not in lines[-1]


def test_no_range_is_said_under_five_due() -> None:
    answers = [row(on(f"05-0{day}"), Value.KEPT) for day in (4, 5, 6, 7)]
    four = build_record([a_history(some_terms(), answers)], on("05-08"))
    assert "%" not in "".join(record_as_lines(four, recovery_sentences(on("05-08"))))


def test_a_name_cannot_move_the_terminals_cursor() -> None:
    history = a_history(some_terms(), title="Call\x1b[2J\nIn all, 100 kept\u202e")
    lines = list(record_as_lines(build_record([history], TODAY), recovery_sentences(TODAY)))
    assert lines[0] == "Call [2J In all, 100 kept "
    assert all(line.isprintable() for line in lines)


def test_every_field_of_the_json_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "command_line.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`(\w+)`", page))
    raw = record_as_json(ten_days())
    (found,) = raw["commitments"]
    assert {*raw, *found, *found["misses"], *found["window"], *raw["totals"]} <= documented
