"""Everything in a vault goes out as JSON and comes back as it was."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from tests.full_vault import PASSPHRASE, make_full_vault
from trustplanner.actions import answers, harms, plans
from trustplanner.actions.runner import Runner
from trustplanner.domain import settings
from trustplanner.domain.answers import Answer, Value
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.plans import Plan, Pronoun
from trustplanner.exchange.json_archive import export_archive, take_in
from trustplanner.exchange.json_reading import read_archive
from trustplanner.exchange.json_schema import SETTINGS, SHAPES
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.tables import TABLES
from trustplanner.storage.vault import Vault

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    path = make_full_vault(tmp_path_factory.mktemp("full"))
    with Vault.open(path, PASSPHRASE, writable=False) as vault:
        yield vault


def rows_of(vault: Vault, entity_type: type[Entity]) -> set[Entity]:
    return set(vault.read(entities, entity_type))


def test_the_full_vault_has_a_value_in_every_field_of_every_kind(full: Vault) -> None:
    for entity_type in TABLES:
        rows = full.read(entities, entity_type)
        assert rows, entity_type
        empty = [
            field.name
            for field in fields(entity_type)
            if not any(getattr(row, field.name) not in (None, "") for row in rows)
        ]
        assert empty == []


def test_every_kind_of_row_is_in_the_format_but_drafts() -> None:
    assert {shape.entity_type for shape in SHAPES} | {Setting, Draft} == set(TABLES)


def test_every_setting_of_the_plan_is_in_the_format() -> None:
    names = {value for name, value in vars(settings).items() if name.isupper() and isinstance(value, str)}
    assert {each.name for each in SETTINGS} == names


def test_what_is_exported_comes_back_as_the_same_rows(full: Vault, runner: Runner, vault: Vault) -> None:
    archive = read_archive(export_archive(full, NOON), "full.json")
    assert runner.do("Import", take_in, archive).result is True
    for entity_type in TABLES.keys() - {Draft}:
        assert rows_of(vault, entity_type) == rows_of(full, entity_type)
    assert rows_of(vault, Draft) == set()


def test_export_import_export_is_the_same_but_for_its_moment(full: Vault, runner: Runner, vault: Vault) -> None:
    first = export_archive(full, NOON)
    runner.do("Import", take_in, read_archive(first, "full.json"))
    assert export_archive(vault, NOON) == first
    later = json.loads(export_archive(vault, NOON.replace(year=2027)))
    assert later.pop("exported_at") == "2027-05-04T12:00:00.000Z"
    before = json.loads(first)
    del before["exported_at"]
    assert later == before


def test_a_new_vault_is_exported_and_taken_in_again(vault: Vault, runner: Runner) -> None:
    archive = read_archive(export_archive(vault, NOON), "new.json")
    assert archive.rows == ()
    assert runner.do("Import", take_in, archive).result is False


def test_the_file_is_utf_8_without_escapes_and_holds_words_as_they_were_written(full: Vault) -> None:
    text = export_archive(full, NOON).decode()
    assert "«ďakujem» שלום 🌱" in text
    assert "“You looked me in the eye.”" in text
    assert "\\u" not in text


def test_days_times_moments_and_schedules_are_written_for_people(full: Vault) -> None:
    raw = json.loads(export_archive(full, NOON))
    home, sport, letter = raw["commitments"]
    assert (home["terms"][0]["schedule"], home["terms"][0]["time"]) == ("daily", "18:00")
    assert (sport["terms"][0]["schedule"], letter["terms"][0]["schedule"]) == ("times:2:week", "once:2026-04-11")
    assert home["answers"][0]["written_at"] == "2026-03-02T19:15:30.123Z"
    assert home["answers"][0]["utc_offset_minutes"] == 60
    assert home["tellings"][1]["told_time"] == "07:30"
    assert raw["settings"] == {"day_start": "04:00", "day_start_floor": "2026-03-02", "lock_minutes": 7}
    assert raw["safety_screens"][0]["answers"] == {"fear": "no"}
    assert [answer["words"] for answer in raw["path_answers"] if answer["prompt"] == "responsibility_sentence"] == [
        ["I lied", "in May", "she paid"]
    ]


def test_rows_stand_in_the_order_of_the_person_not_of_the_file(full: Vault, vault: Vault) -> None:
    rows = read_archive(export_archive(full, NOON), "full.json").rows
    with vault.transaction() as unit:
        unit.put(next(row for row in rows if isinstance(row, Plan)))
        for position, row in enumerate(reversed([row for row in rows if isinstance(row, Commitment)])):
            unit.put(replace(row, position=position, harm_id=None))
    raw = json.loads(export_archive(vault, NOON))
    assert [commitment["title"] for commitment in raw["commitments"]] == ["Letter", "Sport", "Home by six"]


def test_a_vault_that_holds_all_of_it_is_not_changed(full: Vault, runner: Runner, vault: Vault) -> None:
    archive = read_archive(export_archive(full, NOON), "full.json")
    runner.do("Import", take_in, archive)
    runner.do("Harm", harms.add_harm, "One more.")
    before = export_archive(vault, NOON)
    done = runner.do("Import", take_in, archive)
    assert done.result is False
    assert done.change.is_empty
    assert export_archive(vault, NOON) == before


def test_a_vault_that_holds_something_else_is_refused_and_not_changed(
    full: Vault, runner: Runner, vault: Vault
) -> None:
    runner.do("Begin", plans.begin, "Sam", "Noor", Pronoun.THEY)
    before = export_archive(vault, NOON)
    with pytest.raises(RuleError) as refused:
        runner.do("Import", take_in, read_archive(export_archive(full, NOON), "full.json"))
    assert refused.value.code is Code.IMPORT_CONFLICT
    assert export_archive(vault, NOON) == before


def test_the_same_id_with_other_content_is_refused(full: Vault, runner: Runner) -> None:
    content = export_archive(full, NOON)
    runner.do("Import", take_in, read_archive(content, "full.json"))
    changed = content.replace(b"Ana lies awake.", b"Ana sleeps.")
    assert changed != content
    with pytest.raises(RuleError) as refused:
        runner.do("Import", take_in, read_archive(changed, "full.json"))
    assert refused.value.code is Code.IMPORT_CONFLICT


def test_settings_of_a_new_vault_stay_where_the_file_gives_none(full: Vault, runner: Runner, vault: Vault) -> None:
    runner.do("Lock", plans.set_lock_minutes, 12)
    raw = json.loads(export_archive(full, NOON))
    raw["settings"]["lock_minutes"] = None
    runner.do("Import", take_in, read_archive(json.dumps(raw).encode(), "full.json"))
    assert settings.lock_minutes_of({row.id: row.value for row in vault.read(entities, Setting)}) == 12


def test_an_import_that_fails_in_the_end_leaves_nothing(full: Vault, runner: Runner, vault: Vault) -> None:
    class PowerCutError(Exception):
        pass

    with suppress(PowerCutError), vault.transaction() as unit:
        take_in(unit, runner.now(), read_archive(export_archive(full, NOON), "full.json"))
        raise PowerCutError
    assert all(rows_of(vault, entity_type) == set() for entity_type in TABLES)


def test_an_import_is_one_step_that_can_be_undone(full: Vault, runner: Runner, vault: Vault) -> None:
    done = runner.do("Import", take_in, read_archive(export_archive(full, NOON), "full.json"))
    runner.undo(done.change, is_slip=True)
    assert all(rows_of(vault, entity_type) == set() for entity_type in TABLES)


def test_an_answer_after_an_import_continues_the_sequence(full: Vault, runner: Runner, vault: Vault) -> None:
    runner.do("Import", take_in, read_archive(export_archive(full, NOON), "full.json"))
    highest = max(row.seq or 0 for row in vault.read(entities, Answer))
    home = next(row for row in vault.read(entities, Commitment) if row.title == "Home by six")
    written = runner.do("Answer", answers.write, home.id, date(2026, 3, 6), Value.MISSED).result
    assert written.seq == highest + 1
