"""Three weeks with the clock moved day by day: what a person enters, and a record counted by hand beside it.

A: call when late, every day by 18:00        B: phone on the table, three times a week (x = a done-day)
C: show the bills, Mondays and Thursdays; from 18 May on Mondays only

day      A            B   C            what else happens
Mo  4    K            x   K
Tu  5    K
We  6    M            x                told first, at 20:00
Th  7    K, later M       M            not told yet; found out on the 10th
Fr  8    P            x                the third done-day makes B's week kept
Sa  9    - then K                      forgotten; answered on the 12th, three days late
Su 10    -                             forgotten for good
Mo 11    K                K            C is eased, with its notice of seven days
Tu 12    K
We 13    N            x
Th 14    K                P            they do not agree with the easing
Fr 15    ill                           all is paused until Tuesday
We 20    K            x                B's second week is answered P, three days late
Th 21    K                             C asks for Mondays only
Fr 22    M            x                a K by mistake first; told when asked, on Saturday at 09:00
Sa 23    K
Su 24    K
Mo 25    K                K            B's third week is answered M; A's 7th is changed to missed
Tu 26                                  the evening on which the record is looked at
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.builders import MONDAY, PASSPHRASE, on
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, pauses, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.undo import UndoStack
from trustplanner.actions.views import Heard, note_their_view
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.table import build_table
from trustplanner.charts.view import build_view
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Direction, Reason
from trustplanner.domain.items import Item, Outcome, item_on, items
from trustplanner.domain.plans import Pronoun
from trustplanner.domain.record import CommitmentRecord, Counts, Record, build_record
from trustplanner.domain.schedules import Schedule, Unit, daily, on_weekdays, times_a
from trustplanner.domain.views import View
from trustplanner.exchange.record_texts import record_as_json
from trustplanner.exchange.vault_record import record_between
from trustplanner.storage.queries.commitments import histories, history_of
from trustplanner.storage.vault import Vault

DAY = timedelta(days=1)
MONDAYS, MONDAYS_AND_THURSDAYS = on_weekdays([0]), on_weekdays([0, 3])
TODAY = on("05-26")

CALL = Counts(kept=11, partly=1, missed=3, unanswered=1, not_applicable=1, late=2)
PHONE = Counts(kept=1, partly=1, missed=1, late=1)
BILLS = Counts(kept=3, partly=1, missed=1)


class Person:
    """Does what the table says, one evening after the other."""

    def __init__(self, runner: Runner, clock: MovedClock) -> None:
        self.runner = runner
        self.clock = clock
        self.undo = UndoStack()
        self.do("Begin", plans.begin, "Sam", "Ana", Pronoun.SHE)
        self.call = self.promise("Call when late", daily(), 18 * 60)
        self.phone = self.promise("Phone on the table", times_a(Unit.WEEK, 3))
        self.bills = self.promise("Show the bills", MONDAYS_AND_THURSDAYS)

    def do(self, label: str, action: Callable[..., Any], *arguments: Any, **given: Any) -> Any:
        done = self.runner.do(label, action, *arguments, **given)
        self.undo.push(done.change)
        return done.result

    def promise(self, title: str, schedule: Schedule, at_minute: int | None = None) -> str:
        wording = Wording(f"I will: {title}", "", schedule, at_minute)
        made: str = self.do("New", commitments.create, title, wording, Surroundings()).id
        return made

    def answer(self, commitment_id: str, day: date, letter: str) -> None:
        letters = {"K": Value.KEPT, "P": Value.PARTLY, "M": Value.MISSED, "N": Value.NOT_APPLICABLE}
        self.do("Answer", answers.write, commitment_id, day, letters[letter])

    def evening(self, day: str, call: str = "", bills: str = "", *, phone: bool = False) -> date:
        """What one evening enters for the day itself."""
        self.clock.go_to(on(day), "21:00")
        if call:
            self.answer(self.call, on(day), call)
        if bills:
            self.answer(self.bills, on(day), bills)
        if phone:
            self.do("Done", answers.mark_done, self.phone, on(day))
        return on(day)

    def item(self, commitment_id: str, day: str) -> Item:
        history = self.runner.vault.read(history_of, commitment_id)
        assert history is not None
        found = item_on(history, on(day), self.runner.now().today)
        assert found is not None
        return found


def first_week(person: Person) -> None:
    person.evening("05-04", "K", "K", phone=True)
    person.evening("05-05", "K")
    wednesday = person.evening("05-06", "M", phone=True)
    person.do("Tell", answers.tell, person.call, wednesday, How.TOLD_FIRST, wednesday, 20 * 60)
    thursday = person.evening("05-07", "K", "M")
    person.do("Tell", answers.tell, person.bills, thursday, How.NOT_YET)
    assert (person.item(person.phone, "05-10").done, person.item(person.phone, "05-10").times) == (2, 3)
    person.evening("05-08", "P", phone=True)
    assert person.item(person.phone, "05-10").outcome is Outcome.KEPT


def second_week(person: Person) -> None:
    monday = person.evening("05-11", "K", "K")
    assert person.item(person.call, "05-09").outcome is Outcome.UNANSWERED
    assert person.item(person.call, "05-10").outcome is Outcome.OPEN
    person.do("Tell", answers.tell, person.bills, on("05-07"), How.FOUND_OUT, on("05-10"))
    eased = person.do("Ease", change_terms, person.bills, Wording("I will: Show the bills", "", MONDAYS))
    assert (eased.direction, eased.starts_on) == (Direction.EASIER, monday + 7 * DAY)
    person.evening("05-12", "K")
    person.answer(person.call, on("05-09"), "K")
    person.evening("05-13", "N", phone=True)
    thursday = person.evening("05-14", "K", "P")
    person.do("View", note_their_view, eased.seq, Heard(View.DISAGREES, thursday, "Not yet"))
    friday = person.evening("05-15")
    person.do("Pause", pauses.pause, None, friday, on("05-19"), reason=Reason.ILLNESS)


def third_week(person: Person) -> None:
    person.evening("05-20", "K", phone=True)
    person.answer(person.phone, on("05-17"), "P")
    person.evening("05-21", "K")
    friday = person.evening("05-22", "K", phone=True)
    person.do("Nothing", plans.set_setting, "look", "dark")
    person.undo.undo(person.runner, is_slip=True)  # the look
    person.undo.undo(person.runner)  # the done-day
    person.undo.undo(person.runner, is_slip=True)  # the K by mistake
    person.answer(person.call, friday, "M")
    person.do("Done", answers.mark_done, person.phone, friday)
    saturday = person.evening("05-23", "K")
    person.do("Tell", answers.tell, person.call, friday, How.WHEN_ASKED, saturday, 9 * 60)
    person.evening("05-24", "K")
    person.evening("05-25", "K", "K")
    person.answer(person.phone, on("05-24"), "M")
    person.answer(person.call, on("05-07"), "M")
    person.clock.go_to(TODAY)


@pytest.fixture
def person(runner: Runner, clock: MovedClock) -> Person:
    """Somebody after the three weeks."""
    somebody = Person(runner, clock)
    first_week(somebody)
    second_week(somebody)
    third_week(somebody)
    return somebody


@pytest.fixture
def record(person: Person) -> Record:
    return build_record(person.runner.vault.read(histories), TODAY)


def figures(record: Record) -> dict[str, CommitmentRecord]:
    return {found.title: found for found in record.commitments}


def test_every_count_is_the_one_counted_by_hand(record: Record) -> None:
    assert [found.counts for found in record.commitments] == [CALL, PHONE, BILLS]
    assert record.totals == Counts(kept=15, partly=3, missed=5, unanswered=1, not_applicable=1, late=3)
    assert (record.first, record.last, record.totals.due) == (MONDAY, TODAY, 24)


def test_every_range_is_the_one_counted_by_hand(record: Record) -> None:
    ranges = [(found.counts.due, found.counts.low, found.counts.high) for found in record.commitments]
    assert ranges == [(16, 11.5 / 16, 12.5 / 16), (3, 0.5, 0.5), (5, 0.7, 0.7)]
    assert [found.window for found in record.commitments] == [CALL, PHONE, BILLS], "all within 28 days or 12 items"


def test_every_day_is_what_the_table_says(person: Person) -> None:
    shown = {}
    for name, commitment_id in [("A", person.call), ("B", person.phone), ("C", person.bills)]:
        history = person.runner.vault.read(history_of, commitment_id)
        assert history is not None
        found = items(history, TODAY)
        shown[name] = " ".join(f"{item.day.day}{letter_of(item)}" for item in found)
    assert shown == {
        "A": "4K 5K 6M 7M+18 8P 9K+3 10- 11K 12K 13N 14K 20K 21K 22M 23K 24K 25K 26?",
        "B": "10K 17P+3 24M 31?",
        "C": "4K 7M 11K 14P 25K",
    }


def letter_of(item: Item) -> str:
    """The answer's letter with the days it was late; a dash for silence, a question mark while open."""
    letters = {Outcome.UNANSWERED: "-", Outcome.OPEN: "?", Outcome.NOT_APPLICABLE: "N"}
    letter = letters.get(item.outcome, item.outcome.value[0].upper())
    return f"{letter}+{item.late_by}" if item.late_by else letter


def test_the_weeks_are_the_ones_counted_by_hand(record: Record) -> None:
    assert [(week.monday, week.counts) for week in figures(record)["Call when late"].weeks] == [
        (on("05-04"), Counts(kept=3, partly=1, missed=2, unanswered=1, late=2)),
        (on("05-11"), Counts(kept=3, not_applicable=1)),
        (on("05-18"), Counts(kept=4, missed=1)),
        (on("05-25"), Counts(kept=1)),
    ]


def test_every_miss_has_how_it_came_out_and_the_time_it_took(record: Record) -> None:
    told = {
        (found.title, miss.day.day): (miss.how, None if miss.time is None else tuple(miss.time))
        for found in record.commitments
        for miss in found.misses
    }
    assert told == {
        ("Call when late", 6): (How.TOLD_FIRST, (0, 120)),
        ("Call when late", 7): (None, None),
        ("Call when late", 22): (How.WHEN_ASKED, (1, 15 * 60)),
        ("Phone on the table", 24): (None, None),
        ("Show the bills", 7): (How.FOUND_OUT, (3, None)),
    }
    (bills,) = figures(record)["Show the bills"].misses
    assert [change.how for change in bills.changes] == [How.NOT_YET, How.FOUND_OUT]


def test_the_changed_closed_day_keeps_its_earlier_answer(person: Person) -> None:
    changed = person.item(person.call, "05-07")
    assert [(row.value, date.fromordinal(row.written_on)) for row in changed.earlier] == [(Value.KEPT, on("05-07"))]


def test_the_slip_left_nothing(person: Person) -> None:
    assert person.item(person.call, "05-22").earlier == ()
    assert person.item(person.phone, "05-24").done == 2


def test_the_pause_and_the_easing_stand_beside_the_record(record: Record) -> None:
    for found in record.commitments:
        assert found.pauses == ((on("05-15"), on("05-19")),)
    bills = figures(record)["Show the bills"]
    assert bills.terms_changed_in_window == (on("05-18"),)
    (change,) = bills.changes
    assert change.their_view is View.DISAGREES


def test_the_quiet_line_begins_with_the_fourteenth_due_day(record: Record) -> None:
    """The 14th due day is the 23rd. Credits by day, weighed by hand's formula on the last point."""
    points = figures(record)["Call when late"].quiet_points
    assert [point.day.day for point in points] == [23, 24, 25]
    credit = {4: 1, 5: 1, 6: 0, 7: 0, 8: 0.5, 9: 1, 11: 1, 12: 1, 14: 1, 20: 1, 21: 1, 22: 0, 23: 1, 24: 1, 25: 1}
    weight = {day: 0.5 ** ((25 - day) / 14) for day in credit}
    expected = sum(weight[day] * credit[day] for day in credit) / sum(weight.values())
    assert points[-1].value == pytest.approx(expected)
    assert points[-1].value == pytest.approx(0.79883, abs=0.00001)


def test_chart_table_and_json_agree_to_the_last_count(person: Person, record: Record) -> None:
    told = json.loads(json.dumps(record_as_json(record_between(person.runner.vault, TODAY))))
    words = recovery_sentences(TODAY)
    for found, as_json in zip(record.commitments, told["commitments"], strict=True):
        view = build_view(record, found.commitment_id)
        table = build_table(view, words)
        assert view.counts == table.total.counts == found.counts
        assert sum((row.counts for row in table.rows), Counts()) == found.counts
        assert sum((bar.counts for bar in view.bars), Counts()) == found.counts
        assert [as_json[name] for name in ("due", "kept", "partly", "missed", "unanswered")] == [
            found.counts.due,
            found.counts.kept,
            found.counts.partly,
            found.counts.missed,
            found.counts.unanswered,
        ]
        assert (as_json["not_applicable"], as_json["late"]) == (found.counts.not_applicable, found.counts.late)
        assert (as_json["low"], as_json["high"]) == (found.counts.low, found.counts.high)
        assert sum(as_json["misses"].values()) == len(view.misses) == found.counts.missed


def test_the_record_survives_a_restart(person: Person, record: Record, tmp_path: Path) -> None:
    person.runner.vault.close(backup=False)
    with Vault.open(tmp_path / "mine.vault", PASSPHRASE) as again:
        assert build_record(again.read(histories), TODAY) == record


def test_nothing_changes_while_the_clock_goes_on_but_what_was_open(person: Person, record: Record) -> None:
    """A month later only silence has been added."""
    later = build_record(person.runner.vault.read(histories), TODAY + 31 * DAY)
    for before, after in zip(record.commitments, later.commitments, strict=True):
        closed = [item for item in before.items if item.outcome is not Outcome.OPEN]
        assert after.items[: len(closed)] == tuple(closed)
        assert after.counts.unanswered > before.counts.unanswered
        assert (after.counts.kept, after.counts.missed) == (before.counts.kept, before.counts.missed)
