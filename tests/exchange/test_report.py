"""The report: what is listed is what is written, and every count is the record's own."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, make_full_vault
from trustplanner.charts.figures_in_words import counts_of_due
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.exchange.report_contents import Report, Share, listed, report_contents
from trustplanner.exchange.report_html import report_html
from trustplanner.exchange.vault_record import record_between
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
        assert len(shown.misses) == found.counts.missed


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
        fixed |= {f"{report.written} {WORDS.self_reported}"}
        assert set(written) - fixed - {WORDS.since_title} == set(words) - {WORDS.charts_title, WORDS.since_title}
        assert page.count("<img ") == page.count("<table>") == len(report.commitments)


def test_the_page_needs_nothing_from_elsewhere_and_says_what_it_is(full: Vault) -> None:
    page = report_html(of_level(full, Share.FULL)).decode()
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!data:)', page) == []
    assert page.count(WORDS.self_reported) >= 2
    assert report_html(of_level(full, Share.FULL)).decode() == page


def test_an_empty_plan_says_that_nothing_was_promised(vault: Vault) -> None:
    report = report_contents(vault, TODAY, WORDS, Share.FULL)
    assert WORDS.since_none in text_of(report)
    assert WORDS.agenda_none in text_of(report)
