"""The demo's vault: made only of what a person can do, the same for the same moment, and sound at any moment."""

import inspect
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import pytest

from tests.actions.conftest import every_row
from tests.moved_clock import MovedClock
from tests.words import shipped_words
from trustplanner.actions import (
    answers,
    commitments,
    conversations,
    events,
    hard_days,
    harms,
    letters,
    offers,
    path,
    pauses,
    payments,
    plans,
    practices,
    session_notes,
    sessions,
    sureness,
    talk_notes,
    terms,
    their_voice,
    views,
    wishes,
)
from trustplanner.actions.demo import write_demo
from trustplanner.actions.demo_story import story_steps
from trustplanner.actions.offers import has_ended
from trustplanner.actions.runner import Action, Runner, now_at
from trustplanner.content.demo import DemoStory, demo_story
from trustplanner.content.demo_time import when
from trustplanner.content.session import RatingQuestion
from trustplanner.domain.answers import Answer, How
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Stance, terms_on
from trustplanner.domain.conversations import TalkState
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardDay, HardFor
from trustplanner.domain.harms import RepairState
from trustplanner.domain.items import History, Outcome, item_on
from trustplanner.domain.letters import LetterState
from trustplanner.domain.limits import limits_in_force
from trustplanner.domain.moments import Now
from trustplanner.domain.offers import OfferAnswer
from trustplanner.domain.plans import Contact, questions_are_due
from trustplanner.domain.record import CommitmentRecord, Counts, Record, build_record, by_how, monday_of
from trustplanner.domain.restitution import restitution_of
from trustplanner.domain.schedules import Shape
from trustplanner.domain.session_notes import Around, SessionRating
from trustplanner.domain.sessions import next_session
from trustplanner.domain.sureness import AskedIn, SurenessAnswer
from trustplanner.domain.today import day_view
from trustplanner.domain.views import View, views_of
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.check import check_vault
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.commitments import every_commitment, histories, miss_review
from trustplanner.storage.queries.conversations import agreements, talks
from trustplanner.storage.queries.events import events as every_event
from trustplanner.storage.queries.harms import harms as every_harm
from trustplanner.storage.queries.harms import payments as every_payment
from trustplanner.storage.queries.harms import repairs as every_repair
from trustplanner.storage.queries.letters import letter_steps, letter_tags, letter_versions
from trustplanner.storage.queries.letters import letters as every_letter
from trustplanner.storage.queries.offers import offers as every_offer
from trustplanner.storage.queries.path import path_answers_on
from trustplanner.storage.queries.plans import last_safety_screen, the_plan
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.queries.sessions import agenda
from trustplanner.storage.queries.sessions import sessions as every_session
from trustplanner.storage.queries.wishes import wishes as every_wish
from trustplanner.storage.vault import Vault

P = ParamSpec("P")
R = TypeVar("R")

PASSPHRASE = "demo"
THURSDAY_EVENING = datetime(2026, 5, 14, 20, 41, tzinfo=timezone(timedelta(hours=2)))
WHAT_A_PERSON_DOES = (
    answers, commitments, conversations, events, hard_days, harms, letters, offers, path, pauses, payments, plans,
    practices, session_notes, sessions, sureness, talk_notes, their_voice, terms, views, wishes,
)  # fmt: skip
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
OUTCOMES = {
    "K": Outcome.KEPT,
    "P": Outcome.PARTLY,
    "M": Outcome.MISSED,
    "N": Outcome.NOT_APPLICABLE,
    ".": Outcome.UNANSWERED,
}
AWKWARD = {
    "leap day": datetime(2028, 2, 29, 12, 0, tzinfo=timezone(timedelta(0))),
    "half past midnight on 1 January": datetime(2027, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=1))),
    "the hour that is left out in spring": datetime(2026, 3, 29, 3, 5, tzinfo=ZoneInfo("Europe/Berlin")),
    "the hour that comes twice in autumn": datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")),
    "a Monday as it begins": datetime(2026, 5, 11, 3, 0, tzinfo=ZoneInfo("America/New_York")),
    "a Sunday as it ends": datetime(2026, 5, 18, 2, 59, tzinfo=ZoneInfo("Pacific/Honolulu")),
    "before dawn, far in the east": datetime(2025, 9, 13, 5, 0, tzinfo=ZoneInfo("Pacific/Kiritimati")),
    "the first of a month at noon": datetime(2026, 9, 1, 12, 0, tzinfo=ZoneInfo("Asia/Kolkata")),
}


class Told(NamedTuple):
    """A demo vault, open for reading, and the moment at which it was written."""

    vault: Vault
    now: Now

    @property
    def histories(self) -> dict[str, History]:
        return {history.commitment.title: history for history in self.vault.read(histories)}

    def record(self) -> Record:
        return build_record(self.histories.values(), self.now.today)

    def of(self, title: str) -> CommitmentRecord:
        return next(each for each in self.record().commitments if each.title == title)


def written(folder: Path, moment: datetime, **size: int) -> Iterator[Told]:
    file = folder / "demo.vault"
    write_demo(file, PASSPHRASE, lambda: moment, profile=TEST, **size)
    with Vault.open(file, PASSPHRASE, writable=False) as vault:
        yield Told(vault, now_at(moment, FIRST_DAY_START))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The story up to the evening of Thursday 14 May 2026."""
    yield from written(tmp_path_factory.mktemp("demo"), THURSDAY_EVENING)


@pytest.fixture
def story() -> DemoStory:
    return demo_story()


def shipped_questions() -> Iterable[tuple[RatingQuestion, ...]]:
    return shipped_words().session().ratings.questions.values()


# Made of actions


class OneByOne:
    """Does each thing of the story by itself, as the window does, and remembers what it changed."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.rows: dict[tuple[type[Entity], Any], Entity] = {}

    def do(self, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        assert inspect.getmodule(action) in WHAT_A_PERSON_DOES
        assert not getattr(action, "__name__", "_").startswith("_")
        done = self.runner.do("", action, *args, **kwargs)
        for edit in done.change.edits:
            assert edit.after is not None
            key = getattr(edit.after, "seq", None) or getattr(edit.after, "id", None)
            self.rows[type(edit.after), key] = edit.after
        return done.result


def rows_by_name(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, ids replaced by what they stand for."""
    names = {each.id: each.title for each in vault.read(every_commitment)}
    names |= {each.id: each.words for each in vault.read(every_harm)}
    names |= {each.id: str(each.day) for each in vault.read(every_session)}

    def named(cell: object) -> object:
        return UUID.sub(lambda found: names.get(found[0], "an id"), cell) if isinstance(cell, str) else cell

    return {
        table: sorted((tuple(map(named, row)) for row in rows), key=repr)
        for table, rows in vault.read(every_row).items()
    }


def test_every_row_comes_from_an_action_that_a_person_has(
    told: Told, story: DemoStory, vault: Vault, clock: MovedClock
) -> None:
    one_by_one = OneByOne(Runner(vault, clock))
    for step in story_steps(story, told.now):
        clock.local = step.moment
        step.act(one_by_one)
    assert rows_by_name(vault) == rows_by_name(told.vault)
    in_vault = {row for kind in {kind for kind, _ in one_by_one.rows} for row in vault.read(entities, kind)}
    assert in_vault == set(one_by_one.rows.values())


def test_the_same_moment_gives_the_same_story(told: Told, tmp_path: Path) -> None:
    for again in written(tmp_path, THURSDAY_EVENING):
        assert rows_by_name(again.vault) == rows_by_name(told.vault)


def test_it_is_sound_and_stands_alone(tmp_path: Path) -> None:
    file = tmp_path / "demo.vault"
    write_demo(file, PASSPHRASE, lambda: THURSDAY_EVENING, profile=TEST)
    assert list(tmp_path.iterdir()) == [file]
    assert check_vault(file, PASSPHRASE).is_sound


def test_no_entry_was_written_before_the_one_above_it_or_after_now(told: Told) -> None:
    rows = sorted(told.vault.read(entities, Answer), key=lambda row: row.seq or 0)
    moments = [row.written_at for row in rows]
    assert moments == sorted(moments)
    assert moments[-1] <= told.now.at
    assert {(row.clock_behind, row.imported) for row in rows} == {(0, False)}


# What it tells


def test_the_year_is_counted_as_it_was_told(told: Told) -> None:
    found = {record.title: record.counts for record in told.record().commitments}
    assert found == {
        "Say where I am going": Counts(kept=310, partly=12, missed=10, unanswered=23, not_applicable=1, late=6),
        "Everything on one sheet": Counts(partly=1),
        "Ring at six": Counts(kept=183, partly=6, missed=19, unanswered=17, late=5),
        "Statements on the table": Counts(kept=6, partly=1, missed=1, unanswered=1),
        "Three suppers": Counts(kept=5, partly=2, missed=1, unanswered=3),
        "Correct a half-truth": Counts(kept=36, partly=4, missed=4, unanswered=6, not_applicable=63, late=3),
        "What I wanted to hide": Counts(),
    }


def test_misses_came_out_in_every_way_and_each_was_said(told: Told) -> None:
    misses = [miss for record in told.record().commitments for miss in record.misses]
    found = by_how(misses)
    assert {how: count for how, count in found.items() if count} == {
        How.TOLD_FIRST: 17,
        How.WHEN_ASKED: 10,
        How.FOUND_OUT: 8,
    }
    not_told_at_first = [miss for miss in misses if [change.how for change in miss.changes][:1] == [How.NOT_YET]]
    assert [miss.how for miss in not_told_at_first] == [How.TOLD_FIRST]
    assert any(miss.time is not None and (miss.time.minutes or 0) < 0 for miss in misses)  # before it was due


def test_the_last_weeks_look_as_they_are_drawn(told: Told) -> None:
    window = told.of("Say where I am going").window
    assert window == Counts(kept=26, partly=1, missed=1)
    since = told.now.today - timedelta(days=27)
    misses = [miss for record in told.record().commitments for miss in record.misses if miss.day >= since]
    assert sorted(miss.how for miss in misses if miss.how and miss.day < told.now.today) == [
        How.TOLD_FIRST,
        How.TOLD_FIRST,
        How.WHEN_ASKED,
    ]


def test_today_is_partly_answered_and_something_is_open_from_yesterday(told: Told) -> None:
    view = day_view(told.histories.values(), told.now.today, told.now.today)
    assert {row.commitment.title: row.item.outcome for row in view.rows} == {
        "Say where I am going": Outcome.KEPT,
        "Ring at six": Outcome.MISSED,
        "Correct a half-truth": Outcome.OPEN,
    }
    assert [(row.commitment.title, row.item.outcome) for row in view.still_open] == [
        ("Correct a half-truth", Outcome.OPEN)
    ]
    (miss,) = [row.miss for row in view.rows if row.miss is not None]
    assert (miss.how, miss.time and miss.time.minutes) == (How.TOLD_FIRST, 25)


def test_the_setback_changed_an_answer_that_stays_readable(told: Told, story: DemoStory) -> None:
    (setback,) = [event for event in told.vault.read(every_event) if event.kind is EventKind.SETBACK]
    item = item_on(told.histories["Say where I am going"], setback.day, told.now.today)
    assert item is not None
    assert (item.outcome, item.late_by) == (Outcome.MISSED, 2)
    assert [row.value.value for row in item.earlier] == ["kept"]
    review = told.vault.read(miss_review, item.commitment_id, setback.day)
    assert review is not None
    assert review.repair_done_on == setback.day + timedelta(days=4)
    assert {event.kind for event in told.vault.read(every_event)} == set(EventKind)


def test_promises_were_eased_with_notice_tightened_ended_and_replaced(told: Told) -> None:
    ring, statements, suppers, half = (
        told.histories[title].terms
        for title in ("Ring at six", "Statements on the table", "Three suppers", "Correct a half-truth")
    )
    _, eased, tightened, taken_back = ring
    assert eased.starts_on - eased.written_on == timedelta(days=7)
    (heard,) = views_of(told.histories["Ring at six"].views, eased)
    assert (heard.view, heard.words) == (View.DISAGREES, "“You picked the easy days.”")
    assert heard.heard_on is not None
    assert heard.heard_on > eased.starts_on  # heard later
    assert tightened.starts_on == tightened.written_on
    assert taken_back.taken_back_at is not None
    assert [(terms.schedule.shape, terms.stance) for terms in statements] == [
        (Shape.WEEKDAYS, Stance.ACTIVE),
        (Shape.MONTH_DAY, Stance.ACTIVE),
        (Shape.MONTH_DAY, Stance.ENDED),
    ]
    assert suppers[0].schedule.shape is Shape.TIMES
    assert suppers[0].starts_on == statements[-1].starts_on
    assert suppers[-1].starts_on == suppers[-1].written_on < half[0].starts_on  # her wish counts at once


def test_the_next_part_of_the_money_and_the_next_session_lie_ahead(told: Told) -> None:
    repairs = told.vault.read(every_repair)
    (first_due, *_) = sorted(
        (each for each in repairs if each.state is RepairState.OPEN and each.due_on), key=lambda each: str(each.due_on)
    )
    assert (first_due.words, first_due.due_on) == (
        "Pay back the second 150 of 500 that Ana’s sister lent us.",
        date(2026, 5, 29),
    )
    assert {each.state for each in repairs} == set(RepairState)
    assert {each.words for each in told.vault.read(every_harm)} > {"Not knowing what is real"}
    coming = next_session(told.vault.read(every_session), told.now.today)
    assert coming is not None
    assert (coming.day, coming.at_minute, coming.with_whom) == (date(2026, 5, 19), 17 * 60 + 30, "Ruth")
    assert len(told.vault.read(agenda, coming.id)) == 2


def test_four_sessions_have_their_short_lines_and_one_day_was_agreed_as_hard(told: Told) -> None:
    days = {each.id: each.day for each in told.vault.read(every_session)}
    rated = told.vault.read(entities, SessionRating)
    assert len({days[each.session_id] for each in rated}) == 4
    assert {each.around for each in rated} == set(Around)
    assert {each.question for each in rated} == {each.code for every in shipped_questions() for each in every}
    agreed = next(each for each in told.vault.read(entities, HardDay) if each.whose is HardFor.AGREED)
    assert agreed.heard_on is not None
    assert agreed.day is not None
    assert agreed.heard_on < agreed.day < told.now.today


def test_a_hard_day_of_ones_own_is_known_ahead_and_last_week_was_looked_back_on(told: Told) -> None:
    [own] = [each for each in told.vault.read(entities, HardDay) if each.whose is HardFor.ME]
    assert own.day is not None
    assert timedelta(days=1) < own.day - told.now.today <= timedelta(days=14)
    sure = told.vault.read(entities, SurenessAnswer)
    last_week = monday_of(told.now.today) - timedelta(days=7)
    of_week = [each for each in sure if each.asked_in is AskedIn.WEEK]
    titles = {each.id: each.title for each in told.vault.read(every_commitment)}
    due = {"Say where I am going", "Ring at six", "Correct a half-truth"}
    assert {titles[each.commitment_id] for each in of_week} == due
    assert {monday_of(each.written_on) for each in of_week} == {last_week}
    said = {each.prompt for each in told.vault.read(path_answers_on, [last_week])}
    assert {"week_slipped", "week_size", "week_they_said"} <= said


def test_the_letter_grew_over_two_evenings_and_was_read_with_the_counsellor(told: Told) -> None:
    [letter] = told.vault.read(every_letter)
    assert letter.words.endswith("There is nothing you need to do with this.")
    [before, _] = told.vault.read(letter_versions, letter.id)
    assert letter.words.startswith(before.words[:60])
    assert len(told.vault.read(letter_tags, letter.id)) > 5
    assert [step.state for step in told.vault.read(letter_steps, letter.id)] == [LetterState.READ]
    assert letter.if_no


def test_one_invitation_was_declined_one_talk_led_to_a_promise_and_one_is_open(told: Told) -> None:
    every = told.vault.read(talks)
    assert [talk.state for talk in every] == [TalkState.DECLINED, TalkState.HELD, TalkState.PLANNED]
    became = {each.words: each.commitment_id for each in told.vault.read(agreements)}
    titles = {each.id: each.title for each in told.vault.read(every_commitment)}
    assert [titles[found] for found in became.values() if found] == ["Three suppers"]
    assert None in became.values()


def test_sessions_are_two_or_three_weeks_apart(told: Told) -> None:
    days = [session.day for session in told.vault.read(every_session)][1:]  # the first was for what was still hidden
    apart = {(after - before).days for before, after in pairwise(days)}
    assert apart <= {14, 21, 28}  # once four weeks, over the flu


def test_nobody_is_asked_private_questions_or_kept_from_contact_at_the_end(told: Told) -> None:
    screen, plan = told.vault.read(last_safety_screen), told.vault.read(the_plan)
    assert screen is not None
    assert plan is not None
    assert {screen.stop, screen.indirect, screen.ending, screen.support} == {False}
    assert plan.contact is Contact.OPEN
    (setback,) = [event for event in told.vault.read(every_event) if event.kind is EventKind.SETBACK]
    assert not questions_are_due(screen, setback.created_at, told.now.today)


# At any moment


@pytest.fixture(scope="module", params=AWKWARD.values(), ids=list(AWKWARD))
def awkward(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    yield from written(tmp_path_factory.mktemp("demo"), request.param)


def test_each_day_says_what_was_told_of_it(awkward: Told, story: DemoStory) -> None:
    today = awkward.now.today
    monday = monday_of(today)
    corrected = {(miss.what, miss.day) for miss in story.misses if miss.corrected}
    for key in ("going", "ring", "half"):
        told = story.commitments[key]
        found = {item.day: item for item in awkward.of(told.title).items}
        for weeks_ago, marks in told.marks():
            for weekday, mark in enumerate(marks):
                day = monday - timedelta(weeks=weeks_ago, days=-weekday)
                is_open = day >= today - timedelta(days=1)
                if mark == "-":
                    assert day not in found
                elif is_open:
                    assert day > today or day in found
                elif any(key == what and day == monday - since(text) for what, text in corrected):
                    assert found[day].outcome is Outcome.MISSED
                else:
                    assert found[day].outcome is OUTCOMES[mark.upper()], (key, day)
                    assert (found[day].late_by > 0) is mark.islower(), (key, day)


def since(text: str) -> timedelta:
    """From the day of "43 tue" to the Monday of the current week."""
    told = when(text)
    return timedelta(weeks=told.weeks_ago, days=-told.weekday)


def test_no_more_than_three_are_active_on_any_day(awkward: Told) -> None:
    record = awkward.record()
    for ordinal in range(record.first.toordinal(), record.today.toordinal() + 1):
        day = date.fromordinal(ordinal)
        in_force = [terms_on(history.terms, day) for history in awkward.histories.values()]
        active = [
            terms
            for terms in in_force
            if terms is not None
            and terms.stance is Stance.ACTIVE
            and (terms.schedule.shape is not Shape.ONCE or day <= (terms.schedule.anchor or day))
        ]
        assert len(active) <= 3, day


def test_what_is_ahead_is_near_and_nothing_is_from_the_future(awkward: Told) -> None:
    today = awkward.now.today
    coming = next_session(awkward.vault.read(every_session), today)
    assert coming is not None
    assert today < coming.day <= today + timedelta(days=8)
    due = [each.due_on for each in awkward.vault.read(every_repair) if each.due_on and each.state is RepairState.OPEN]
    assert today + timedelta(days=11) < min(due) < today + timedelta(days=19)
    assert all(row.written_at <= awkward.now.at for row in awkward.vault.read(entities, Answer))
    screen = awkward.vault.read(last_safety_screen)
    assert not questions_are_due(screen, None, today)
    open_since_yesterday = day_view(awkward.histories.values(), today, today).still_open
    assert "Correct a half-truth" in {row.commitment.title for row in open_since_yesterday}


@pytest.mark.parametrize(("at", "answered"), [("07:40", 0), ("08:00", 1), ("18:20", 1), ("18:40", 2)], ids=str)
def test_the_day_is_answered_as_far_as_the_clock_has_come(tmp_path: Path, at: str, answered: int) -> None:
    clock = MovedClock(datetime(2026, 5, 14))  # noqa: DTZ001  (a wall clock; its zone is given when it is asked)
    clock.go_to(date(2026, 5, 14), at)
    for demo in written(tmp_path, clock()):
        assert day_view(demo.histories.values(), demo.now.today, demo.now.today).answered_count == answered


# Larger ones, for measuring


def test_a_larger_one_holds_the_story_and_a_longer_history(told: Told, tmp_path: Path) -> None:
    for large in written(tmp_path, THURSDAY_EVENING, years=2, commitments=5):
        records = {record.title: record for record in large.record().commitments}
        for record in told.record().commitments:
            assert records[record.title].counts == record.counts
        first, today = large.record().first, large.now.today
        assert today - first == timedelta(days=730)
        plan = large.vault.read(the_plan)
        assert plan is not None
        before, now = (len(due_on(large, day)) for day in (plan.first_day - timedelta(days=1), today))
        assert (before, now) == (5, 5)
        assert len(large.vault.read(entities, Answer)) > 5 * 365 * 2 * 0.8


def due_on(told: Told, day: date) -> list[str]:
    return [
        title
        for title, history in told.histories.items()
        if (terms := terms_on(history.terms, day)) is not None
        and terms.stance is Stance.ACTIVE
        and terms.schedule.shape is not Shape.ONCE
    ]


def test_a_larger_one_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "large.vault"
    write_demo(file, PASSPHRASE, lambda: THURSDAY_EVENING, years=1, commitments=6, profile=TEST)
    report = check_vault(file, PASSPHRASE)
    assert report.is_sound
    assert report.rows["commitments"] == 7 + 3


# Refused


@pytest.mark.parametrize("size", [{"years": 0}, {"years": 51}, {"commitments": 2}, {"commitments": 101}], ids=str)
def test_an_impossible_size_is_refused(tmp_path: Path, size: dict[str, int]) -> None:
    with pytest.raises(RuleError) as refused:
        write_demo(tmp_path / "demo.vault", PASSPHRASE, lambda: THURSDAY_EVENING, profile=TEST, **size)
    assert refused.value.code is Code.CALL_MISTAKE
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "demo.vault"
    file.write_text("mine")
    with pytest.raises(KnownError) as refused:
        write_demo(file, PASSPHRASE, lambda: THURSDAY_EVENING, profile=TEST)
    assert refused.value.code is Code.VAULT_EXISTS
    assert file.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_a_story_that_would_begin_too_early_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refused:
        write_demo(
            tmp_path / "demo.vault", PASSPHRASE, lambda: datetime(1970, 3, 1, 20, tzinfo=ZoneInfo("UTC")), profile=TEST
        )
    assert refused.value.code is Code.DATE_IMPOSSIBLE
    assert list(tmp_path.iterdir()) == []


def test_what_she_does_not_want_stands_beside_what_is_given_back(told: Told) -> None:
    found = told.vault.read(every_wish)
    assert {wish.kind for wish in found} == set(WishKind)
    assert {wish.is_guess for wish in found} == {True, False}
    assert limits_in_force(found) != tuple(wish for wish in found if wish.kind is WishKind.NOT_WANTED), "one was lifted"
    owed = [restitution_of(each, told.vault.read(every_payment)) for each in told.vault.read(every_repair)]
    assert [each.is_paid for each in owed if each is not None] == [True, False, False]
    first, last = told.vault.read(every_offer)[-1], told.vault.read(every_offer)[0]
    assert (first.answer, first.taken_back_on is None) == (OfferAnswer.DECLINED, False)
    assert not has_ended(last, told.now.today)
