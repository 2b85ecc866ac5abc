"""What there is to remind of now, read from the vault."""

from datetime import date, timedelta

from trustplanner.domain.reminders import (
    REMINDED,
    REMINDER_LEFT,
    REMINDERS,
    Occurrence,
    Reminders,
    Says,
    due_reminder,
    gives_away,
    missed_reminders,
    occurrences_of,
    reminders_of,
    standing_reminder,
    unanswered_days,
)
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.today import day_view
from trustplanner.storage.queries.commitments import every_pause, histories
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.reminders import guarded_words
from trustplanner.ui.kit.opening_place import is_first_run, is_stopped
from trustplanner.ui.kit.workspace import Workspace

_A_DAY = timedelta(days=1)


def chosen_reminders(workspace: Workspace) -> Reminders:
    """What the person has chosen."""
    return reminders_of(workspace.read(settings).get(REMINDERS, ""))


def reminder_to_give(workspace: Workspace) -> Occurrence | None:
    """The window to remind of now, if there is one. What is unanswered is read only inside a window."""
    chosen, reminded = chosen_reminders(workspace), _reminded(workspace)
    now, day_start = workspace.runner.now(), day_start_of(workspace.read(settings))
    any_day = {now.today, now.today - _A_DAY}
    if due_reminder(chosen, now.local, any_day, reminded, day_start) is None:
        return None
    return due_reminder(chosen, now.local, _unanswered(workspace), reminded, day_start)


def reminders_gone_by(workspace: Workspace) -> list[Occurrence]:
    """The windows of the last day in which the vault was locked, oldest first."""
    chosen, now = chosen_reminders(workspace), workspace.runner.now()
    if not chosen.is_on:
        return []
    day_start = day_start_of(workspace.read(settings))
    return missed_reminders(chosen, now.local, _unanswered(workspace), _reminded(workspace), day_start)


def reminder_that_stands(workspace: Workspace) -> Occurrence | None:
    """The reminder to show inside the window, until it is closed or answered."""
    values = workspace.read(settings)
    chosen, reminded = reminders_of(values.get(REMINDERS, "")), occurrences_of(values.get(REMINDED, ""))
    left = occurrences_of(values.get(REMINDER_LEFT, ""))
    if not chosen.is_on or not reminded or reminded[-1] in left:
        return None
    return standing_reminder(chosen, _unanswered(workspace), reminded, left, day_start_of(values))


def words_outside(workspace: Workspace, chosen: Reminders) -> str:
    """What a message says; own words that have come to give something away since are not said."""
    listed = workspace.catalogue.reminders().says
    if chosen.says is not Says.OWN:
        return listed[chosen.says]
    is_fit = bool(chosen.own_words) and not gives_away(chosen.own_words, *workspace.read(guarded_words))
    return chosen.own_words if is_fit else listed[Says.MOMENT]


def _reminded(workspace: Workspace) -> tuple[Occurrence, ...]:
    return occurrences_of(workspace.read(settings).get(REMINDED, ""))


def _unanswered(workspace: Workspace) -> frozenset[date]:
    """The open days with something unanswered; none where nothing may be asked for."""
    if is_stopped(workspace) or is_first_run(workspace):
        return frozenset()
    today, day_start = workspace.today, day_start_of(workspace.read(settings))
    view = day_view(workspace.read(histories, today - _A_DAY), today, today, day_start)
    return unanswered_days(view, workspace.read(every_pause))
