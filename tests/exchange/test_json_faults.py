"""What is not as the format says is refused with its place, and nothing else is."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.full_vault import PASSPHRASE, make_full_vault
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.record import build_record
from trustplanner.exchange import json_reading
from trustplanner.exchange.json_archive import export_archive, take_in
from trustplanner.exchange.json_reading import read_archive, read_archive_file
from trustplanner.exchange.record_texts import record_as_lines
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.vault import Vault

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
TODAY = date(2026, 5, 4)


def exported(folder: Path) -> bytes:
    with Vault.open(make_full_vault(folder), PASSPHRASE, writable=False) as vault:
        return export_archive(vault, NOON)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with Vault.create(tmp_path_factory.mktemp("empty") / "empty.vault", PASSPHRASE, TEST) as vault:
        yield vault


def refusal(content: bytes) -> KnownError:
    with pytest.raises(KnownError) as refused:
        read_archive(content, "plan.json")
    return refused.value


def place_of(raw: Any) -> str:
    error = refusal(json.dumps(raw).encode())
    assert isinstance(error, RuleError)
    assert error.code is Code.IMPORT_INVALID
    return str(error.details["place"])


# One fault each, with the place that must be named

Change = Callable[[Any], object]


def put(*path: Any) -> Change:
    """Put the last of `path` where the others lead."""
    *steps, name, value = path

    def change(raw: Any) -> None:
        for step in steps:
            raw = raw[step]
        raw[name] = value

    return change


def drop(*path: Any) -> Change:
    """Take away what `path` leads to."""
    *steps, name = path

    def change(raw: Any) -> None:
        for step in steps:
            raw = raw[step]
        del raw[name]

    return change


def again(*path: Any) -> Change:
    """Add the first entry of a list once more."""

    def change(raw: Any) -> None:
        for step in path:
            raw = raw[step]
        raw.append(deepcopy(raw[0]))

    return change


def copy_agenda(raw: Any) -> None:
    raw["sessions"][0]["agenda"] = deepcopy(raw["sessions"][1]["agenda"])


def copy_path_answer(raw: Any) -> None:
    raw["path_answers"].append({**raw["path_answers"][0], "id": "another"})


def copy_done_day(raw: Any) -> None:
    days = raw["commitments"][1]["done_days"]
    days.append({**days[0], "seq": 99})


HOME, SPORT = ("commitments", 0), ("commitments", 1)
FAULTS: dict[str, tuple[str, Change]] = {
    "an unknown field at the top": ("colour", put("colour", 1)),
    "an unknown field of a row": ("harms[0].weight", put("harms", 0, "weight", 1)),
    "a name that may be private": ("plan.(unknown)", put("plan", "what Ana said", 1)),
    "a missing list": ("events", drop("events")),
    "a missing field": ("commitments[0].terms[0].schedule", drop(*HOME, "terms", 0, "schedule")),
    "a missing setting": ("settings.lock_minutes", drop("settings", "lock_minutes")),
    "a list in place of an object": ("plan", put("plan", [])),
    "an object in place of a list": ("harms", put("harms", {})),
    "a text in place of an object": ("harms[1]", lambda raw: raw["harms"].append("x")),
    "null in place of a text": ("plan.own_name", put("plan", "own_name", None)),
    "a number in place of a text": ("plan.own_name", put("plan", "own_name", 7)),
    "a blank name": ("plan.their_name", put("plan", "their_name", " \n")),
    "a name that is too long": ("plan.their_name", put("plan", "their_name", "a" * 61)),
    "a text that is too long": ("events[0].words", put("events", 0, "words", "a" * 1_000_001)),
    "half a letter": ("events[0].words", put("events", 0, "words", "\ud83c")),
    "true in place of a number": ("commitments[0].sureness", put(*HOME, "sureness", True)),
    "a number in place of true": ("commitments[0].is_line", put(*HOME, "is_line", 1)),
    "a fraction": ("commitments[0].sureness", put(*HOME, "sureness", 8.0)),
    "a number out of bounds": ("commitments[0].sureness", put(*HOME, "sureness", 11)),
    "an endless number": ("commitments[0].position", put(*HOME, "position", 10**400)),
    "a number JavaScript cannot hold": ("commitments[0].answers[0].seq", put(*HOME, "answers", 0, "seq", 2**53)),
    "a sequence of zero": ("pauses[0].seq", put("pauses", 0, "seq", 0)),
    "not a number": ("commitments[0].position", put(*HOME, "position", float("nan"))),
    "infinity": ("pauses[0].seq", put("pauses", 0, "seq", float("inf"))),
    "a word that is none of ours": ("commitments[0].answers[2].value", put(*HOME, "answers", 2, "value", "done")),
    "a word in capitals": ("plan.pronoun", put("plan", "pronoun", "She")),
    "the year 1": ("events[0].day", put("events", 0, "day", "0001-01-01")),
    "the year 9999": ("commitments[0].terms[1].starts_on", put(*HOME, "terms", 1, "starts_on", "9999-12-31")),
    "the last day of 1969": ("plan.first_day", put("plan", "first_day", "1969-12-31")),
    "the first day of 2200": ("plan.contact_until", put("plan", "contact_until", "2200-01-01")),
    "a day that does not exist": ("events[0].day", put("events", 0, "day", "2026-02-30")),
    "a day in another notation": ("events[0].day", put("events", 0, "day", "20260302")),
    "a week date": ("events[0].day", put("events", 0, "day", "2026-W10-1")),
    "a moment without a zone": ("plan.created_at", put("plan", "created_at", "2026-03-02T19:15:30.123")),
    "a moment in another zone": ("plan.created_at", put("plan", "created_at", "2026-03-02T19:15:30.123+01:00")),
    "a moment without milliseconds": ("plan.created_at", put("plan", "created_at", "2026-03-02T19:15:30Z")),
    "a moment in the year 1": ("plan.created_at", put("plan", "created_at", "0001-01-01T00:00:00.000Z")),
    "a moment of export that is none": ("exported_at", put("exported_at", "today")),
    "a time that does not exist": ("commitments[0].terms[0].time", put(*HOME, "terms", 0, "time", "24:00")),
    "a time with seconds": ("sessions[1].time", put("sessions", 1, "time", "17:05:00")),
    "a schedule that is none": ("commitments[0].terms[0].schedule", put(*HOME, "terms", 0, "schedule", "hourly")),
    "a schedule of no day": ("commitments[0].terms[0].schedule", put(*HOME, "terms", 0, "schedule", "weekdays:")),
    "a schedule beyond the calendar": (
        "commitments[0].terms[0].schedule",
        put(*HOME, "terms", 0, "schedule", "once:9999-12-31"),
    ),
    "a schedule of endless digits": (
        "commitments[0].terms[0].schedule",
        put(*HOME, "terms", 0, "schedule", "monthday:" + "9" * 100_000),
    ),
    "digits of another script": (
        "commitments[0].terms[0].schedule",
        put(*HOME, "terms", 0, "schedule", "monthday:٣"),
    ),
    "an id with a space": ("harms[0].id", put("harms", 0, "id", "a b")),
    "an id without letters": ("harms[0].id", put("harms", 0, "id", "")),
    "parts that are no list": ("path_answers[0].words", put("path_answers", 0, "words", "8")),
    "no part at all": ("path_answers[0].words", put("path_answers", 0, "words", [])),
    "a part that would be two": ("path_answers[0].words", put("path_answers", 0, "words", ["a\x1fb"])),
    "a safety question that is none": (
        "safety_screens[0].answers",
        put("safety_screens", 0, "answers", {"weather": "no"}),
    ),
    "a code twice": (
        "commitments[0].miss_reviews[0].likelier",
        put(*HOME, "miss_reviews", 0, "likelier", ["tired", "tired"]),
    ),
    "a day start after six": ("settings.day_start", put("settings", "day_start", "06:01")),
    "a lock that never comes": ("settings.lock_minutes", put("settings", "lock_minutes", 0)),
    "an older version": ("version", put("version", 0)),
    "a version in words": ("version", put("version", "1")),
    "true for a version": ("version", put("version", True)),
    "the same id twice": ("harms[1].id", again("harms")),
    "the same id in two objects": ("sessions[1].agenda[0].id", copy_agenda),
    "the same sequence twice": ("pauses[2].seq", again("pauses")),
    "the same sequence in two commitments": (
        "commitments[1].answers[0].seq",
        put(*SPORT, "answers", 0, "seq", 1),
    ),
    "a question answered twice": ("path_answers[4].prompt", copy_path_answer),
    "a day done twice": ("commitments[1].done_days[4].day", copy_done_day),
    "a miss reviewed twice": ("commitments[0].miss_reviews[1].day", again(*HOME, "miss_reviews")),
    "a harm that is not there": ("commitments[0].harm_id", put(*HOME, "harm_id", "nowhere")),
    "a paused commitment that is not there": ("pauses[0].commitment_id", put("pauses", 0, "commitment_id", "nowhere")),
    "no terms": ("commitments[1].terms", put(*SPORT, "terms", [])),
    "no first terms": ("commitments[1].terms[0].direction", put(*SPORT, "terms", 0, "direction", "easier")),
    "two first terms": ("commitments[0].terms[1].direction", put(*HOME, "terms", 1, "direction", "first")),
    "first terms taken back": (
        "commitments[1].terms[0].taken_back_at",
        put(*SPORT, "terms", 0, "taken_back_at", "2026-03-02T19:15:30.123Z"),
    ),
    "an answer before the commitment": (
        "commitments[0].answers[0].day",
        put(*HOME, "answers", 0, "day", "2026-03-01"),
    ),
    "a telling before the commitment": (
        "commitments[0].tellings[1].day",
        put(*HOME, "tellings", 1, "day", "2025-12-31"),
    ),
    "an answer to a day that has not begun": (
        "commitments[0].answers[3].day",
        put("commitments", 0, "answers", 3, "day", "2026-12-24"),
    ),
    "a day done in the future": ("commitments[1].done_days[0].day", put(*SPORT, "done_days", 0, "day", "2026-03-04")),
    "a day on which nothing was told": (
        "commitments[0].tellings[0].told_on",
        put(*HOME, "tellings", 0, "told_on", "2026-03-12"),
    ),
    "a time without its day": (
        "commitments[0].tellings[1].told_time",
        put(*HOME, "tellings", 1, "told_on", None),
    ),
    "a pause that ends before it begins": ("pauses[0].ends_on", put("pauses", 0, "ends_on", "2026-03-21")),
    "a view of terms that are not there": ("views[0].terms_seq", put("views", 0, "terms_seq", 99)),
    "a view of a pause that is not there": ("views[1].pause_seq", put("views", 1, "pause_seq", 99)),
    "a view of nothing": ("views[0].pause_seq", put("views", 0, "terms_seq", None)),
    "a view of two things": ("views[0].pause_seq", put("views", 0, "pause_seq", 1)),
    "a repair done without a day": ("harms[0].repairs[0].done_on", put("harms", 0, "repairs", 0, "done_on", None)),
    "an open repair with a day": (
        "harms[0].repairs[1].done_on",
        put("harms", 0, "repairs", 1, "done_on", "2026-03-12"),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_refused_at_its_place(name: str, content: bytes) -> None:
    place, change = FAULTS[name]
    raw = json.loads(content)
    change(raw)
    assert place_of(raw) == place


def test_what_is_refused_says_what_was_expected(content: bytes) -> None:
    raw = json.loads(content)
    raw["commitments"][0]["sureness"] = 11
    error = refusal(json.dumps(raw).encode())
    assert error.details == {"place": "commitments[0].sureness", "expected": "whole number 0 to 10; or null"}


def test_a_name_no_screen_can_show_is_refused_with_how_long_it_may_be(content: bytes) -> None:
    for place, change in {
        "commitments[0].title": put("commitments", 0, "title", "t" * 500),
        "plan.their_name": put("plan", "their_name", "A" * 500),
    }.items():
        raw = json.loads(content)
        change(raw)
        error = refusal(json.dumps(raw).encode())
        assert error.details["place"] == place
        assert "at most " in str(error.details["expected"])


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        (b'{"id":', b'{"id": "x", "id":', "plan.id"),
        (b'"settings": {', b'"settings": {"lock_minutes": 3, ', "settings.lock_minutes"),
        (b'{\n "format"', b'{\n "version": 1, "format"', "version"),
        (b'{"fear": "no"}', b'{"fear": "no", "fear": "yes"}', "safety_screens[0].answers"),
    ],
)
def test_a_field_given_twice_is_refused(content: bytes, before: bytes, after: bytes, place: str) -> None:
    assert before in content
    error = refusal(content.replace(before, after, 1))
    assert error.details["place"] == place


# Files that are no such file at all


def test_every_beginning_of_a_file_is_known_to_be_cut_off(content: bytes) -> None:
    cuts = [*range(1, 800), *range(800, len(content) - 2, 7), len(content) - 2]
    assert {refusal(content[:cut]).code for cut in cuts} == {Code.IMPORT_CUT_OFF}


@pytest.mark.parametrize(
    ("content", "code", "status"),
    [
        (b"", Code.FILE_EMPTY, 4),
        (b" \n\t", Code.FILE_EMPTY, 4),
        (b"\0" * 4096, Code.FILE_FOREIGN, 4),
        (b"SQLite format 3\0" + bytes(100), Code.FILE_FOREIGN, 4),
        (b"title,day\nrun,2026-01-01\n", Code.FILE_FOREIGN, 4),
        (b"\x89PNG\r\n\x1a\n", Code.NOT_UTF8, 4),
        ('{"format": "trustplanner"}'.encode("utf-16"), Code.NOT_UTF8, 4),
        ('{"name": "č"}'.encode("cp1250"), Code.NOT_UTF8, 4),
        (b"\xed\xa0\x80", Code.NOT_UTF8, 4),
        (b"\xef\xbb\xbf{}", Code.IMPORT_INVALID, 2),
        (b"null", Code.FILE_FOREIGN, 4),
        (b"[]", Code.FILE_FOREIGN, 4),
        (b"{}", Code.FILE_FOREIGN, 4),
        (b"17", Code.FILE_FOREIGN, 4),
        (b'{"format": "other", "version": 1}', Code.FILE_FOREIGN, 4),
        (b'{"format": ["trustplanner"], "version": 1}', Code.FILE_FOREIGN, 4),
        (b'{"format": "trustplanner", "version": 2}', Code.FILE_NEWER, 4),
        (b'{"format": "trustplanner", "version": 99999999999}', Code.FILE_NEWER, 4),
        (b'{"format": "trustplanner"}', Code.IMPORT_INVALID, 2),
        (b'{"format": "trustplanner",}', Code.IMPORT_INVALID, 2),
        (b'{"format": "trustplanner"} {}', Code.IMPORT_INVALID, 2),
        (b"{'format': 'trustplanner'}", Code.IMPORT_INVALID, 2),
        (b'{"format": "trustplanner", "plan": "\t"}', Code.IMPORT_INVALID, 2),
        (b"[" * 100_000, Code.IMPORT_INVALID, 2),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, Code.IMPORT_INVALID, 2),
        (b"," * 2_000_000, Code.FILE_TOO_LARGE, 5),
        (b"9" * 1_000_000, Code.FILE_FOREIGN, 4),
    ],
)
def test_a_file_that_is_none_of_ours_is_named_for_what_it_is(content: bytes, code: Code, status: int) -> None:
    error = refusal(content)
    assert (error.code, error.exit_status) == (code, status)


def test_a_fault_of_grammar_names_its_line(content: bytes) -> None:
    lines = content.split(b"\n")
    lines[6] = lines[6].replace(b":", b"=", 1)
    assert str(refusal(b"\n".join(lines)).details["place"]).startswith("line 7, column ")


def test_a_file_larger_than_any_vault_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(json_reading.LARGEST_FILE + 1)
    with pytest.raises(KnownError) as refused:
        read_archive_file(large)
    assert refused.value.code is Code.FILE_TOO_LARGE


# Fuzzing: whatever is made of a good file, it is refused by name or it works

REFUSALS = {
    Code.IMPORT_INVALID,
    Code.IMPORT_CUT_OFF,
    Code.FILE_EMPTY,
    Code.FILE_FOREIGN,
    Code.FILE_NEWER,
    Code.NOT_UTF8,
}
ODD: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    -1,
    2**31,
    2**63,
    10**30,
    1.5,
    float("nan"),
    "",
    " ",
    "x",
    "\0",
    "\x1f",
    "\ud800",
    "yes",
    "first",
    "ended",
    "taken_back",
    "not_yet",
    "0001-01-01",
    "9999-12-31",
    "1970-01-01",
    "2199-12-31",
    "2026-03-02",
    "2026-03-29",
    "2026-03-02T19:15:30.123Z",
    "1970-01-01T00:00:00.000Z",
    "2199-12-31T23:59:59.999Z",
    "daily",
    "times:7:week",
    "times:28:month",
    "every:52:week:2199-12-31",
    "monthday:31",
    "once:1970-01-01",
    "00:00",
    [],
    {},
    [[]],
    [None],
    {"": None},
]


def nodes_of(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    steps: Any = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for step, inner in steps:
        yield from nodes_of(inner, (*path, step))


def holder(raw: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        raw = raw[step]
    return raw


def mutated(raw: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    path = draw(st.sampled_from(list(nodes_of(raw))))
    inside, name = holder(raw, path), path[-1]
    match draw(st.sampled_from(["odd", "odd", "odd", "drop", "twice", "transplant"])):
        case "odd":
            inside[name] = draw(st.sampled_from(ODD))
        case "drop":
            del inside[name]
        case "twice" if isinstance(inside, list):
            inside.append(deepcopy(inside[name]))
        case "twice":
            inside[f"{name}_2"] = inside[name]
        case _:
            other = draw(st.sampled_from(list(nodes_of(raw))))
            inside[name] = deepcopy(holder(raw, other)[other[-1]])


class TakenBackError(Exception):
    pass


def accepted(content: bytes) -> json_reading.Archive | None:
    """What is read, or None if it was refused as a file may be."""
    try:
        return read_archive(content, "fuzz.json")
    except KnownError as error:
        if error.code not in REFUSALS:
            raise
        return None


def require_usable(vault: Vault, archive: json_reading.Archive | None) -> None:
    """Write what was accepted, count it, say it, export it; then forget it."""
    if archive is None:
        return
    with suppress(TakenBackError), vault.transaction() as unit:
        take_in(unit, None, archive)  # type: ignore[arg-type]  # no import looks at the moment
        assert list(record_as_lines(build_record(unit.read(histories), TODAY), recovery_sentences(TODAY)))
        again = read_archive(export_archive(unit, NOON), "again.json")
        assert (set(again.rows), again.settings) == (set(archive.rows), archive.settings)
        raise TakenBackError


@given(data=st.data())
def test_a_changed_file_is_refused_by_name_or_it_works(data: st.DataObject, content: bytes, empty: Vault) -> None:
    raw = json.loads(content)
    for _ in range(data.draw(st.integers(1, 3))):
        mutated(raw, data.draw)
    require_usable(empty, accepted(json.dumps(raw).encode()))


@given(data=st.data())
def test_changed_bytes_are_refused_by_name_or_they_work(data: st.DataObject, content: bytes, empty: Vault) -> None:
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(changed) - 1))
        changed[start : start + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    require_usable(empty, accepted(bytes(changed)))


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_at_all_are_refused_by_name(content: bytes) -> None:
    assert refusal(content).code in REFUSALS
