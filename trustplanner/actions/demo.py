"""Writes the demo: one realistic year as a vault, told through the actions that a person has."""

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from itertools import groupby
from pathlib import Path
from typing import Final

from trustplanner.actions.demo_bulk import further_steps
from trustplanner.actions.demo_diary import Step
from trustplanner.actions.demo_story import story_steps
from trustplanner.actions.runner import Runner, now_at
from trustplanner.content.demo import demo_story
from trustplanner.domain.commitments import MOST_ACTIVE
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.errors import Code, RuleError
from trustplanner.storage.keys import STANDARD, Profile
from trustplanner.storage.whole_vault import new_vault

MOST_YEARS: Final = 50
MOST_COMMITMENTS: Final = 100


def write_demo(
    path: Path,
    passphrase: str,
    clock: Callable[[], datetime],
    *,
    years: int = 1,
    commitments: int | None = None,
    profile: Profile = STANDARD,
) -> None:
    """Write the story as a closed vault, which appears whole or not at all.

    `clock` gives the aware local time; the story ends at its moment and is the same for the same moment and zone. With
    more `years` (1 to 50) or `commitments` active at the end (3 to 100, 3 if None) a longer history is put beside
    the story, for measuring only.

    Raises:
        RuleError: CALL_MISTAKE, VAULT_EXISTS, NO_PASSPHRASE; DATE_IMPOSSIBLE if it would begin before 1970.
        UnreadableError: FOLDER_MISSING, DISK_FULL and the like.
    """
    active = MOST_ACTIVE if commitments is None else commitments
    if not 1 <= years <= MOST_YEARS:
        raise RuleError(Code.CALL_MISTAKE, option=f"--years takes a number from 1 to {MOST_YEARS}")
    if not MOST_ACTIVE <= active <= MOST_COMMITMENTS:
        option = f"--commitments takes a number from {MOST_ACTIVE} to {MOST_COMMITMENTS}"
        raise RuleError(Code.CALL_MISTAKE, option=option)
    story = demo_story()
    moment = clock()
    now = now_at(moment, FIRST_DAY_START)
    with new_vault(path, passphrase, profile) as vault:
        runner = Runner(vault, clock)
        steps = story_steps(story, now)
        tell(runner, steps, moment.tzinfo)
        if years > 1 or active > MOST_ACTIVE:
            begins = steps[0].moment.date()
            tell(runner, further_steps(story, begins, now.today, years=years, active=active), moment.tzinfo)


def tell(runner: Runner, steps: Iterable[Step], zone: tzinfo | None) -> None:
    """Do everything in the order of time, a month of it in one transaction."""
    hand = _ClockOfTheStory(zone)
    for _, month in groupby(steps, key=lambda step: (step.moment.year, step.moment.month)):
        with runner.together(hand) as together:
            for step in month:
                hand.moment = step.moment
                step.act(together)


class _ClockOfTheStory:
    """A wall clock that is set from step to step."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self.moment = datetime.min  # noqa: DTZ901  (a wall clock; its zone is given when it is asked)

    def __call__(self) -> datetime:
        return self.moment.replace(tzinfo=self._zone)
