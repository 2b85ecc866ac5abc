"""What Today knows after following each change, beside what it would read anew."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.screens.seen_today import Seen
from trustplanner.actions import answers
from trustplanner.domain.answers import How, Value
from trustplanner.domain.change import Change, Edit
from trustplanner.domain.errors import RuleError
from trustplanner.domain.schedules import Unit, daily, times_a
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_state import DayReader
from trustplanner.ui.screens.today_page.page import OF_ONE_COMMITMENT

DAY = timedelta(days=1)
VALUES = (Value.KEPT, Value.PARTLY, Value.MISSED, Value.NOT_APPLICABLE)


@pytest.mark.parametrize("seed", range(4))
def test_following_changes_leads_to_what_reading_anew_finds(
    seed: int, workspace: Workspace, clock: MovedClock, show_page: Callable[..., QWidget]
) -> None:
    seen = Seen(workspace, clock, show_page)
    promised = [
        seen.promise(schedule=daily()).id,
        seen.promise(schedule=daily()).id,
        seen.promise(schedule=times_a(Unit.WEEK, 2)).id,
    ]
    today = MONDAY + 9 * DAY
    clock.go_to(today)
    reader = DayReader(workspace)
    reader.read(today)
    changes: list[Change] = []
    workspace.changed.connect(changes.append)
    random = Random(seed)  # noqa: S311  (a story, no secret)
    followed = 0
    for _ in range(60):
        a_change(workspace, random, random.choice(promised), today)
        while changes:
            change, followed = changes.pop(), followed + 1
            assert reader.read(today, _touched(change)) == DayReader(workspace).read(today)
            fresh = DayReader(workspace)
            fresh.read(today)
            assert reader.known == fresh.known
    assert followed > 20


def a_change(workspace: Workspace, random: Random, commitment_id: str, today: date) -> None:
    """One of the things a person may do; what a rule refuses does not happen."""
    day = random.choice([today, today - DAY, today - 3 * DAY])
    try:
        match random.randrange(8):
            case 0 | 1 | 2:
                workspace.do("", answers.write, commitment_id, day, random.choice(VALUES))
            case 3:
                workspace.do("", answers.clear, commitment_id, day)
            case 4:
                workspace.do("", answers.tell, commitment_id, day, random.choice(list(How)))
            case 5:
                workspace.do("", answers.review_miss, commitment_id, day, facts=str(random.random()))
            case 6:
                workspace.do("", answers.mark_done, commitment_id, day)
            case _:
                workspace.undo(is_slip=random.random() < 0.5)
    except RuleError:
        return


def _touched(change: Change) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for edit in change.edits:
        row = edit.after if edit.after is not None else edit.before
        assert isinstance(row, OF_ONE_COMMITMENT)
        found.setdefault(row.commitment_id, []).append(edit)
    return found
