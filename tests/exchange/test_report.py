"""The report: what is listed is what is written, and every count is the record's own."""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.vaults import PASSPHRASE as DEMO_PASSPHRASE
from benchmarks.vaults import demo_vault
from tests.builders import MONDAY, promise
from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, make_full_vault
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, letters
from trustplanner.actions import sessions as sessions_of
from trustplanner.actions.runner import Runner
from trustplanner.charts.figures_in_words import counts_of_due
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.answers import Adjust, Value
from trustplanner.domain.letters import LetterState
from trustplanner.domain.schedules import Schedule, Shape, Unit
from trustplanner.exchange.report_contents import Report, Share, listed, report_contents
from trustplanner.exchange.report_html import report_html
from trustplanner.exchange.report_terms import asks_for
from trustplanner.exchange.vault_record import record_between
from trustplanner.starting import local_clock
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.letters import letters as all_letters
from trustplanner.storage.queries.sessions import agenda, sessions
from trustplanner.storage.vault import Vault

TODAY = FIRST_DAY + timedelta(DAYS + 1)
WORDS = shipped_catalogue().report()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Vault]:
    """Three weeks with a row of every kind."""
    with Vault.open(make_full_vault(tmp_path), PASSPHRASE, writable=False) as vault:
        yield vault


def text_of(report: Report) -> str:
    """What a screen reader reads, line by line."""
    page = report_html(report).decode()
    page = re.sub(r"<style>.*?</style>|<head>.*?</head>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "\n", page))


def of_level(vault: Vault, share: Share) -> Report:
    return report_contents(vault, TODAY, WORDS, share, FIRST_DAY)


def test_every_count_is_the_one_of_the_record(full: Vault) -> None:
    record = record_between(full, TODAY, FIRST_DAY)
    report = of_level(full, Share.COMMITMENTS)
    due = [found for found in record.commitments if found.counts.due or found.counts.not_applicable]
    assert [found.title for found in report.commitments] == [found.title for found in due]
    text = text_of(report)
    for found in due:
        assert counts_of_due(found.counts, report.sentences) in text
    for found, shown in zip(due, report.commitments, strict=True):
        assert shown.table.total.counts == shown.view.counts == found.counts
        numbers = (found.counts.partly, found.counts.missed, found.counts.unanswered)
        assert shown.cells[:4] == (f"{found.counts.kept} of {found.counts.due}", *map(str, numbers))
        assert (
            sum(int(n) for line in shown.misses for n in re.findall(r"^[^(]+\((\d+)\):", line)) == found.counts.missed
        )


def test_each_level_lets_more_leave_and_nothing_else(full: Vault) -> None:
    chart, commitments, everything = (text_of(of_level(full, share)) for share in Share)
    session = next(each for each in full.read(sessions) if full.read(agenda, each.id))
    [line] = full.read(agenda, session.id)
    assert WORDS.changes_title not in chart
    assert WORDS.changes_title in commitments
    assert line.words not in commitments
    assert WORDS.agenda_title in everything
    for private in ("Only for me", "an old message", "I stayed for one more", "alcohol", "The call comes", "Not him"):
        assert private not in chart + commitments
    for private in ("Only for me", "an old message", "I stayed for one more", "alcohol", "Not him"):
        assert private not in everything


def test_what_is_listed_is_what_is_written(full: Vault) -> None:
    for share in Share:
        report = of_level(full, share)
        page = report_html(report).decode()
        words = [line for part in listed(report) for line in (part.title, *(part.lines or (part.nothing,)))]
        read = re.sub(r"<head>.*?</head>|<table>.*?</table>", "", page, flags=re.DOTALL)
        written = [unescape(line) for line in re.findall(r"<(?:h1|h2|h3|p)[^>]*>(.*?)</", read)]
        fixed = {report.title, WORDS.how_title, WORDS.how, WORDS.ask, WORDS.self_reported, WORDS.not_watched}
        fixed |= {" ".join((*report.opening, WORDS.self_reported))}
        assert set(written) - fixed == set(words)
        assert page.count("<img ") == page.count("<table>") == len(report.commitments)


def test_the_page_needs_nothing_from_elsewhere_and_says_what_it_is(full: Vault) -> None:
    page = report_html(of_level(full, Share.FULL)).decode()
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!data:)', page) == []
    assert page.count(WORDS.self_reported) >= 2
    assert report_html(of_level(full, Share.FULL)).decode() == page


@pytest.mark.parametrize("share", list(Share))
def test_a_screen_reader_finds_its_way(full: Vault, share: Share) -> None:
    report = of_level(full, share)
    page = report_html(report).decode()
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert set(re.findall(r"<th\b([^>]*)>", page)) == {' scope="col"', ' scope="row"'}
    alternatives = [unescape(words) for words in re.findall(r'<img alt="([^"]*)"', page)]
    assert alternatives == [found.paragraph for found in report.commitments]
    for found in re.findall(r"base64,([^\"]+)", page):
        picture = b64decode(found).decode()
        assert "<script" not in picture
        assert re.findall(r'(?:href)="(?!#|data:)', picture) == []


@pytest.mark.parametrize(
    ("schedule", "at_minute", "asked"),
    [
        (Schedule(Shape.DAILY), 18 * 60, "every day at 18:00"),
        (Schedule(Shape.WEEKDAYS, weekdays=(0, 1, 2, 3, 4)), None, "Monday to Friday"),
        (Schedule(Shape.WEEKDAYS, weekdays=(0, 2)), 5, "Monday and Wednesday at 00:05"),
        (Schedule(Shape.WEEKDAYS, weekdays=(6,)), None, "every Sunday"),
        (Schedule(Shape.WEEKDAYS, weekdays=tuple(range(7))), None, "every day"),
        (Schedule(Shape.EVERY, every=3, unit=Unit.DAY, anchor=MONDAY), None, "every 3 days"),
        (Schedule(Shape.EVERY, every=2, unit=Unit.WEEK, anchor=MONDAY), None, "every 2 weeks on Monday"),
        (Schedule(Shape.EVERY, every=1, unit=Unit.WEEK, anchor=MONDAY), None, "every Monday"),
        (Schedule(Shape.TIMES, times=3, unit=Unit.WEEK), None, "3 times a week"),
        (Schedule(Shape.TIMES, times=1, unit=Unit.MONTH), None, "once a month, on any day"),
        (Schedule(Shape.MONTH_DAY, month_day=1), None, "every month on day 1"),
        (Schedule(Shape.MONTH_DAY, month_day=31), None, "every month on day 31, or on its last day"),
    ],
)
def test_what_was_promised_is_said_for_every_shape(
    full: Vault, schedule: Schedule, at_minute: int | None, asked: str
) -> None:
    known = full.read(histories)[0].terms[0]
    terms = replace(known, schedule=schedule, at_minute=at_minute)
    assert asks_for(terms, WORDS.asks, recovery_sentences(TODAY)) == asked


def test_a_change_says_from_what_to_what_and_what_is_over_says_since_when() -> None:
    with demo_vault() as path, Vault.open(path, DEMO_PASSPHRASE, writable=False) as vault:
        today = local_clock().date()
        report = report_contents(vault, today, WORDS, Share.COMMITMENTS, today - timedelta(400))
    changed = lines_under(report, WORDS.changes_title)
    assert any("Monday to Friday became Monday, Wednesday and Friday. Not agreed to" in line for line in changed)
    asked = {found.title: found.asks for found in report.commitments}
    assert asked["Ring at six"] == "Monday to Friday at 18:00"
    for found in report.commitments:
        assert found.cells[-1].startswith(("Ended on", "Its day was")) is found.is_over
        assert found.counts.startswith(f"{found.asks}. ")
    for words in (found.cells[-1] for found in report.commitments if not found.is_over):
        kept, due = map(int, re.findall(r"(\d+) of (\d+) kept", words)[0])
        others = sum(map(int, re.findall(r"(\d+) (?:partly|missed|not answered)", words)))
        assert kept + others == due, words
    [once] = [title for title, words in asked.items() if words.startswith("Once, by")]
    [its_day] = [found.cells[-1] for found in report.commitments if found.title == once]
    assert its_day.startswith("Its day was")
    assert not any(once in line and "paused" in line for line in changed)


def lines_under(report: Report, title: str) -> tuple[str, ...]:
    return next((part.lines for part in report.parts if part.title == title), ())


def test_a_letter_is_told_once_somebody_has_seen_it_and_only_with_all_that_is_not_private(
    runner: Runner, vault: Vault
) -> None:
    runner.do("", letters.begin_letter)
    [letter] = vault.read(all_letters)
    today = runner.now().today

    def stands(share: Share) -> tuple[str, ...]:
        return lines_under(report_contents(vault, today, WORDS, share), WORDS.stands_title)

    before = stands(Share.FULL)
    assert not any("letter" in line for line in before)
    runner.do("", letters.take_step, letter.id, LetterState.READ, today)
    assert [line for line in stands(Share.FULL) if line not in before] == [
        WORDS.letter_read.said(date=report_contents(vault, today, WORDS, Share.FULL).sentences.day(today))
    ]
    assert stands(Share.COMMITMENTS) == ()


def test_what_changed_after_a_miss_is_told_beside_it(runner: Runner, vault: Vault, clock: MovedClock) -> None:
    ring = promise(runner, title="Ring at six")
    runner.do("", answers.write, ring.id, MONDAY, Value.MISSED)
    runner.do("", answers.review_miss, ring.id, MONDAY, adjust=Adjust.MOVE)
    [found] = report_contents(vault, MONDAY, WORDS, Share.COMMITMENTS).commitments
    assert found.misses == ("How it came out is not written (1): 4 May (to be moved).",)


def test_a_session_before_everything_and_two_on_a_day_are_one_boundary(
    runner: Runner, vault: Vault, clock: MovedClock
) -> None:
    runner.do("", sessions_of.add_session, MONDAY, None, "Dr Lee")
    runner.do("", sessions_of.add_session, MONDAY, None, "Dr Lee")
    clock.go_to(MONDAY + timedelta(3))
    ring = promise(runner, title="Ring at six")
    runner.do("", answers.write, ring.id, MONDAY + timedelta(3), Value.KEPT)
    report = report_contents(vault, MONDAY + timedelta(3), WORDS, Share.FULL)
    assert report.opening[1] == "It counts from 7 May."  # the record begins with the first commitment
    assert [found.cells[0] for found in report.commitments] == ["1 of 1"]


def test_an_empty_plan_says_that_nothing_was_promised(vault: Vault) -> None:
    report = report_contents(vault, TODAY, WORDS, Share.FULL)
    assert WORDS.since_none in text_of(report)
    assert WORDS.agenda_none in text_of(report)
