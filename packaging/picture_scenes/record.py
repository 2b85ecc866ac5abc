"""The record of one commitment and its pauses for `pictures.py`: the demo's, periods, one that is new, and sheets."""

from __future__ import annotations

from datetime import date, timedelta

from picture_scenes.dates_and_recovery import PageFrame, demo_vault, empty_vault
from PySide6.QtWidgets import QScrollArea, QWidget

from trustplanner.actions import answers, commitments, pauses, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.views import Heard
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment, Reason
from trustplanner.domain.plans import Pronoun
from trustplanner.domain.schedules import Schedule, Unit, daily, on_weekdays, times_a
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_record_page import CommitmentRecordPage
from trustplanner.ui.screens.pauses_page import PausesPage

TODAY = date(2026, 5, 14)
DAY = timedelta(days=1)
LONG_TITLE = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]
HEBREW = "להתקשר בשש"


def _record(theme: Theme, workspace: Workspace, commitment_id: str, below: str = "") -> QWidget:
    page = CommitmentRecordPage(workspace)
    page.show_detail(commitment_id)

    def scroll(_: Page) -> None:
        for area in page.findChildren(QScrollArea):
            part = page.findChild(QWidget, below)
            if part is not None:
                area.verticalScrollBar().setValue(part.mapTo(area.widget(), part.rect().topLeft()).y() - 40)

    return PageFrame(theme, page, "amends", scroll if below else lambda _: None)


def _demo(theme: Theme) -> tuple[Workspace, str]:
    workspace = demo_vault(theme)
    return workspace, workspace.read(every_commitment)[0].id


def build_record(theme: Theme) -> QWidget:
    """The demo's first commitment, from the top."""
    return _record(theme, *_demo(theme))


def build_record_counted(theme: Theme) -> QWidget:
    """The same, with "How is this counted?" unfolded."""
    frame = _record(theme, *_demo(theme), "record_window_bar")
    page = frame.findChild(CommitmentRecordPage)
    page.refresh()
    page.findChild(Button, "record_how_button").click()
    return frame


def build_record_misses(theme: Theme) -> QWidget:
    """The same, at its misses."""
    return _record(theme, *_demo(theme), "record_misses")


def build_record_weekdays(theme: Theme) -> QWidget:
    """The same, at its weekdays and the history of its terms."""
    return _record(theme, *_demo(theme), "record_weekdays")


def build_record_history(theme: Theme) -> QWidget:
    """The same, at the history of its terms."""
    return _record(theme, *_demo(theme), "record_history")


def _promise(workspace: Workspace, title: str, schedule: Schedule) -> Commitment:
    wording = Wording("ring at six on working days", "is not left waiting", schedule, 18 * 60)
    return workspace.runner.do("", commitments.create, title, wording, Surroundings()).result


def build_record_periods(theme: Theme) -> QWidget:
    """Twice a week, with a long name, on its first days."""
    workspace = empty_vault(theme)
    workspace.runner.do("", plans.begin, "Sam", LONG_TITLE, Pronoun.THEY)
    supper = _promise(workspace, LONG_TITLE, times_a(Unit.WEEK, 2))
    workspace.runner.do("", answers.mark_done, supper.id, TODAY)
    return _record(theme, workspace, supper.id)


def build_record_new(theme: Theme) -> QWidget:
    """On its first day, in another script."""
    workspace = empty_vault(theme)
    ring = _promise(workspace, HEBREW, daily())
    workspace.runner.do("", answers.write, ring.id, TODAY, Value.PARTLY)
    return _record(theme, workspace, ring.id)


def _paused(theme: Theme) -> Workspace:
    workspace = empty_vault(theme)
    do = workspace.runner.do
    ring = _promise(workspace, "Ring at six", on_weekdays(range(5)))
    say = _promise(workspace, LONG_TITLE, daily())
    heard = Heard(View.AGREES, TODAY - DAY, "Have a rest.")
    do("", pauses.pause, ring.id, TODAY - DAY, TODAY + 5 * DAY, reason=Reason.ILLNESS, note="The flu.", heard=heard)
    do("", pauses.pause, None, TODAY - DAY, TODAY + 2 * DAY, reason=Reason.THEIR_WISH)
    do("", pauses.pause, None, TODAY + 20 * DAY, TODAY + 30 * DAY, reason=Reason.CHOICE, note="By the sea.")
    gone = do("", pauses.pause, say.id, TODAY + 9 * DAY, TODAY + 10 * DAY, reason=Reason.CHOICE).result
    do("", pauses.resume, gone.seq or 0)
    eased = Wording("ring at six", "is not left waiting", on_weekdays([0, 2]), 18 * 60)
    do("", change_terms, ring.id, eased, heard=Heard(View.DISAGREES, TODAY, "You said every day."))
    do("", commitments.let_wait, say.id)
    return workspace


def build_pauses(theme: Theme) -> QWidget:
    """Running, planned and over, and what becomes easier."""
    return PageFrame(theme, PausesPage(_paused(theme)), "amends")


def build_pauses_below(theme: Theme) -> QWidget:
    """The same further down."""

    def scroll(page: Page) -> None:
        for area in page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    return PageFrame(theme, PausesPage(_paused(theme)), "amends", scroll)


def build_pauses_empty(theme: Theme) -> QWidget:
    """Nothing planned."""
    return PageFrame(theme, PausesPage(empty_vault(theme)), "amends")


def build_pauses_begin_again(theme: Theme) -> QWidget:
    """What is asked before a pause that is their wish ends."""

    def ask(page: Page) -> None:
        rows = (row for row in page.findChildren(Button) if "Ana" in row.accessibleDescription())
        next(rows).click()

    return PageFrame(theme, PausesPage(_paused(theme)), "amends", ask)


def build_pauses_sheet(theme: Theme) -> QWidget:
    """Planning time off for one of them or all."""

    def plan(page: Page) -> None:
        page.findChild(Button, "pauses_plan_button").click()

    return PageFrame(theme, PausesPage(_paused(theme)), "amends", plan)
