"""Habits become waiting commitments, their days imported answers, and every one that is left out has its reason."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from tests.exchange.loop_files import OLD_HABITS, OLD_MARKS, tables
from tests.full_vault import Clock
from tests.words import shipped_words
from trustplanner.actions import plans, wishes
from trustplanner.actions.commitments import activate
from trustplanner.actions.runner import Runner
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.answers import Answer, DoneDay, Value
from trustplanner.domain.commitments import Commitment, Stance, Terms
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.habits_taken import LeftOut
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.record import build_record
from trustplanner.domain.schedule_text import to_text
from trustplanner.domain.wishes import WishKind
from trustplanner.exchange.json_archive import export_archive, take_in
from trustplanner.exchange.json_reading import read_archive
from trustplanner.exchange.loop_habits import Habit, Mark
from trustplanner.exchange.loop_import import Import, found_habits, take_in_habits
from trustplanner.exchange.loop_tables import read_tables
from trustplanner.storage.queries.commitments import every_commitment, histories
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.vault import Vault

TODAY = date(2026, 3, 23)  # a Monday
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def runner(vault: Vault) -> Runner:
    return Runner(vault, Clock(TODAY))


def brought(runner: Runner, content: bytes | None = None) -> Import:
    return runner.do("Import", take_in_habits, read_tables(tables() if content is None else content, "l.zip")).result


def days_of(rows: Iterable[Answer | DoneDay], commitment: Commitment) -> list[date]:
    return [row.day for row in rows if row.commitment_id == commitment.id]


def test_habits_arrive_as_waiting_commitments_with_marked_entries(runner: Runner, vault: Vault) -> None:
    brought(runner)
    meditate, run, home = vault.read(every_commitment)
    assert [each.title for each in (meditate, run, home)] == ["Meditate", "Бег, и ещё", "Call home"]
    assert all(each.imported for each in (meditate, run, home))
    terms = {row.commitment_id: row for row in vault.read(entities, Terms)}
    assert {row.stance for row in terms.values()} == {Stance.WAITING}
    assert [to_text(terms[each.id].schedule) for each in (meditate, run, home)] == [
        "daily",
        "times:2:week",
        "every:3:day:2026-03-06",
    ]
    answers = vault.read(entities, Answer)
    assert all(row.imported and row.written_on == TODAY for row in answers)
    assert {row.day: row.value for row in answers if row.commitment_id == meditate.id} == {
        date(2026, 3, 6): Value.KEPT,
        date(2026, 3, 7): Value.KEPT,
        date(2026, 3, 8): Value.MISSED,
        date(2026, 3, 10): Value.NOT_APPLICABLE,
    }
    assert days_of(vault.read(entities, DoneDay), run) == [date(2026, 3, 3), date(2026, 3, 9), date(2026, 3, 12)]
    assert days_of(answers, run) == [date(2026, 3, 15)]  # the week with two of two; of the other nothing is known


def test_every_imported_entry_is_late_in_the_record_and_nothing_is_asked_for(runner: Runner, vault: Vault) -> None:
    brought(runner)
    record = build_record(vault.read(histories), TODAY)
    for found in record.commitments:
        assert found.stance is Stance.WAITING
        assert found.counts.late == found.counts.due + found.counts.not_applicable > 0
        assert found.counts.unanswered == 0


def test_an_import_ends_with_what_was_read_used_and_left_out(runner: Runner) -> None:
    assert list(brought(runner).lines(shipped_words().habits())) == [
        "Read: 4 habits with 13 entries.",
        "Used: 3 habits with 9 entries.",
        "Left out: 1 habit, because an amount is neither kept nor missed.",
        "Left out: 1 entry, because the day is still open or has not come.",
        "Left out: 2 entries, because Loop added this by itself.",
        "Left out: 1 entry, because only a daily habit can miss or skip a single day.",
        "They wait until you begin with one. Their entries are marked: when they were written is not known.",
    ]


def test_an_unchecked_day_of_the_older_tables_is_no_miss(runner: Runner, vault: Vault) -> None:
    found = brought(runner, tables(OLD_HABITS, OLD_MARKS))
    assert found.left_out == {LeftOut.AUTOMATIC: 1, LeftOut.UNCHECKED: 1}
    assert found.rounded == 1
    assert {to_text(row.schedule) for row in vault.read(entities, Terms)} == {"daily", "times:5:week"}
    assert {row.value for row in vault.read(entities, Answer)} == {Value.KEPT}


def habit(name: str = "Run", times: int = 1, days: int = 1, **marks: Mark) -> Habit:
    found = marks or {"d2026_03_06": Mark.DONE}
    return Habit(
        name, times, days, False, {date.fromisoformat(day[1:].replace("_", "-")): mark for day, mark in found.items()}
    )


@pytest.mark.parametrize(
    ("times", "days", "text", "is_rounded"),
    [
        (1, 1, "daily", 0),
        (7, 7, "daily", 0),
        (3, 7, "times:3:week", 0),
        (1, 7, "times:1:week", 0),
        (1, 14, "every:14:day:2026-03-06", 0),
        (10, 30, "times:10:month", 0),
        (30, 31, "times:28:month", 0),
        (2, 3, "times:5:week", 1),
        (2, 90, "times:1:week", 1),
        (1, 9999, "times:1:week", 1),
    ],
)
def test_each_frequency_has_its_shape(
    runner: Runner, vault: Vault, times: int, days: int, text: str, is_rounded: int
) -> None:
    found = runner.do("Import", take_in_habits, [habit(times=times, days=days)]).result
    assert to_text(vault.read(entities, Terms)[0].schedule) == text
    assert found.rounded == is_rounded


def test_a_name_of_five_hundred_letters_is_shortened_and_stands_whole_in_the_sentence(
    runner: Runner, vault: Vault
) -> None:
    long = "ходить " * 71 + "🌱\n\tend"
    found = runner.do("Import", take_in_habits, [habit(long)]).result
    (commitment,), (terms,) = vault.read(every_commitment), vault.read(entities, Terms)
    assert len(commitment.title) <= 60
    assert commitment.title.endswith("…")
    assert terms.will == " ".join(long.split())[:500]
    assert found.shortened == 1


def test_two_habits_of_one_name_are_two(runner: Runner, vault: Vault) -> None:
    runner.do("Import", take_in_habits, [habit(), habit()])
    assert len({each.id for each in vault.read(every_commitment)}) == 2


def test_the_same_file_once_more_changes_nothing(runner: Runner, vault: Vault) -> None:
    brought(runner)
    before = export_archive(vault, NOON)
    again = brought(runner)
    assert (again.rows, again.left_out[LeftOut.THERE]) == ((), 3)
    assert export_archive(vault, NOON) == before


def test_what_was_brought_over_leaves_and_comes_back(runner: Runner, vault: Vault) -> None:
    done = runner.do("Import", take_in_habits, read_tables(tables(), "l.zip"))
    content = export_archive(vault, NOON)
    assert json.loads(content)["commitments"][0]["answers"][0]["imported"] is True
    runner.undo(done.change, is_slip=True)
    assert vault.read(every_commitment) == ()
    runner.do("Import", take_in, read_archive(content, "plan.json"))
    assert export_archive(vault, NOON) == content


def test_an_import_is_one_step_to_undo_also_later(runner: Runner, vault: Vault) -> None:
    done = runner.do("Import", take_in_habits, read_tables(tables(), "l.zip"))
    runner.undo(done.change, is_slip=False)
    assert vault.read(every_commitment) == ()
    assert vault.read(entities, Answer) == ()
    assert vault.read(entities, DoneDay) == ()


def test_a_habit_can_be_begun_with_afterwards(runner: Runner, vault: Vault) -> None:
    brought(runner)
    meditate = vault.read(every_commitment)[0]
    assert runner.do("Begin", activate, meditate.id).result.stance is Stance.ACTIVE
    before = build_record(vault.read(histories), TODAY).commitments[0]
    assert (before.counts.kept, before.counts.missed, before.counts.not_applicable) == (2, 1, 1)


@pytest.mark.parametrize(
    "habits",
    [
        [],
        [Habit("Run", 1, 1, False, {})],
        [Habit("Water", 1, 1, True, {})],
        [habit(d2026_03_23=Mark.DONE, d2026_03_22=Mark.DONE, d2026_04_01=Mark.NOT_DONE)],
        [habit(d2026_03_06=Mark.UNCHECKED, d2026_03_07=Mark.AUTOMATIC)],
        [habit("  ")],
        [habit("Read her messages every evening")],
    ],
)
def test_without_an_entry_that_can_be_used_it_is_no_success(runner: Runner, vault: Vault, habits: list[Habit]) -> None:
    before = export_archive(vault, NOON)
    with pytest.raises(RuleError) as refused:
        runner.do("Import", take_in_habits, habits)
    assert refused.value.code is Code.IMPORT_WITHOUT_ENTRIES
    assert export_archive(vault, NOON) == before


def test_ten_years_of_nothing_are_nothing(runner: Runner) -> None:
    table = "Date,Value,Notes\n" + "".join(
        f"{date.fromordinal(TODAY.toordinal() - back)},UNKNOWN,\n" for back in range(3650)
    )
    with pytest.raises(RuleError) as refused:
        brought(runner, tables(marks={"001 Meditate": table}))
    assert refused.value.code is Code.IMPORT_WITHOUT_ENTRIES


def test_habits_that_the_editor_would_refuse_are_left_out(runner: Runner, vault: Vault) -> None:
    runner.do("", plans.begin, "Sam", "Ana", Pronoun.SHE)
    runner.do("", wishes.add_wish, WishKind.NOT_WANTED, WishWords("Leave my brother alone.", about="brother"))
    habits = [habit("Check her phone"), habit("Call the brother"), habit("Run")]
    found = runner.do("Import", take_in_habits, habits).result
    assert found.left_out == {LeftOut.WATCHES: 1, LeftOut.LIMIT: 1}
    assert [each.title for each in vault.read(every_commitment)] == ["Run"]


@pytest.mark.parametrize(
    ("question", "code"),
    [(SafetyQuestion.FEAR, Code.STOPPED), (SafetyQuestion.STILL_HIDDEN, Code.ENDING_FIRST)],
)
def test_where_new_commitments_are_closed_none_are_brought_over(
    runner: Runner, vault: Vault, question: SafetyQuestion, code: Code
) -> None:
    runner.do("", plans.answer_safety, {question: SafetyAnswer.YES}, keep_answers=False)
    with pytest.raises(RuleError) as refused:
        brought(runner)
    assert refused.value.code is code
    assert vault.read(every_commitment) == ()


def test_only_chosen_habits_are_brought_over_and_the_others_are_counted(runner: Runner, vault: Vault) -> None:
    habits = [habit("Run"), habit("Swim"), habit("Read"), Habit("Water", 1, 1, True, {})]
    found = runner.do("Import", take_in_habits, habits, {1, 3}).result
    assert [each.title for each in vault.read(every_commitment)] == ["Swim"]
    assert found.left_out == {LeftOut.AMOUNTS: 1, LeftOut.NOT_CHOSEN: 2}
    runner.do("Import", take_in_habits, habits, {0})
    assert {each.title for each in vault.read(every_commitment)} == {"Swim", "Run"}


def test_with_none_chosen_nothing_is_changed(runner: Runner, vault: Vault) -> None:
    with pytest.raises(RuleError) as refused:
        runner.do("Import", take_in_habits, [habit()], [])
    assert refused.value.code is Code.IMPORT_WITHOUT_ENTRIES
    assert vault.read(every_commitment) == ()


def test_what_is_said_of_a_habit_before_is_what_is_written(runner: Runner, vault: Vault) -> None:
    habits = read_tables(tables(), "l.zip")
    said = found_habits(vault, runner.now(), habits)
    written = runner.do("Import", take_in_habits, habits, range(len(habits))).result
    assert sum(each.entries for each in said) == written.entries_used
    assert tuple(row for each in said for row in each.rows) == written.rows
    assert [each.days[0] for each in said if each.rows] == [date(2026, 3, 6), date(2026, 3, 3), date(2026, 3, 6)]
