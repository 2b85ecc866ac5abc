"""Shorthand for acting on promises and for reading what holds of them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import MONDAY
from trustplanner.actions import pauses
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.views import Heard
from trustplanner.domain.commitments import Pause, Stance, Terms, pending, terms_on
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import Item, items
from trustplanner.domain.record import Record, build_record
from trustplanner.domain.schedules import Schedule, daily, on_weekdays
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import histories, history_of, terms_of

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SUNDAYS = on_weekdays([6])
AGREES = Heard(View.AGREES, MONDAY, "That is fine")


def worded(schedule: Schedule | None = None, at_minute: int | None = None, will: str = "") -> Wording:
    """The wording of `promise`, with something else in it."""
    return Wording(will or "I will call when I am late", "you need not wonder", schedule or daily(), at_minute)


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any, **given: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments, **given)
    return error.value.code


def rows(runner: Runner, commitment_id: str) -> tuple[Terms, ...]:
    return runner.vault.read(terms_of, commitment_id)


def stance(runner: Runner, commitment_id: str, day: date | None = None) -> Stance | None:
    found = terms_on(rows(runner, commitment_id), day or runner.now().today)
    return None if found is None else found.stance


def coming(runner: Runner, commitment_id: str) -> Terms | None:
    return pending(rows(runner, commitment_id), runner.now().today)


def asked(runner: Runner, commitment_id: str) -> list[Item]:
    found = runner.vault.read(history_of, commitment_id)
    assert found is not None
    return items(found, runner.now().today)


def record(runner: Runner) -> Record:
    return build_record(runner.vault.read(histories), runner.now().today)


def change(runner: Runner, commitment_id: str, wording: Wording, **given: Any) -> Terms | None:
    return runner.do("Change", change_terms, commitment_id, wording, **given).result


def pause(runner: Runner, commitment_id: str | None, first: date, last: date, **given: Any) -> Pause:
    return runner.do("Pause", pauses.pause, commitment_id, first, last, **given).result
