"""Today for `pictures.py`: the day of the design, the first day, a day with everything on it, and the steps."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions import answers, commitments, harms, pauses, plans, sessions
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner, Together
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.answers import Adjust, How, Value
from trustplanner.domain.commitments import Commitment, Direction, Reason
from trustplanner.domain.miss_steps import MissStep
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import Schedule, Unit, daily, due_days, on_weekdays, once, times_a
from trustplanner.storage.keys import TEST
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.layouts import is_narrow, row
from trustplanner.ui.kit.miss_place import MissPlace
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.notices import NoticeArea
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page import TodayPage

TODAY = date(2026, 5, 14)
DAY = timedelta(days=1)
BEGIN = TODAY - 60 * DAY
WORKING_DAYS = on_weekdays(range(5))
PASSPHRASE = "pictured"  # noqa: S105  (of a vault that lives as long as the picture)
PLACES = (
    Place("today", "calendar-days", "Today", "Ctrl+1"),
    Place("path", "route", "Path", "Ctrl+2"),
    Place("amends", "list-checks", "Amends", "Ctrl+3"),
    Place("recovery", "chart-column", "Recovery", "Ctrl+5"),
)


class PicturedClock:
    """The wall clock of the story; UTC, so that no summer time moves it."""

    def __init__(self) -> None:
        self.now = datetime.combine(TODAY, time(18, 40), UTC)

    def __call__(self) -> datetime:
        """The aware local time."""
        return self.now

    def at(self, day: date, hour: int = 20, minute: int = 0) -> None:
        """Move to a moment."""
        self.now = datetime.combine(day, time(hour, minute), UTC)


class Story:
    """Writes a vault day by day, through the actions that a person has."""

    def __init__(self) -> None:
        folder = Path(mkdtemp())
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        self.vault = Vault.create(folder / "pictured.vault", PASSPHRASE, TEST)
        self.clock = PicturedClock()
        self.runner = Runner(self.vault, self.clock)
        none = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
        self.clock.at(TODAY - 7 * DAY)
        self.runner.do("", plans.answer_safety, none, keep_answers=False)
        self.clock.at(BEGIN)
        self.runner.do("", plans.begin, "Sam", "Ana", Pronoun.SHE, "Ruth")

    def promise(self, title: str, will: str, so_that: str, schedule: Schedule, **surroundings: object) -> Commitment:
        """A commitment that begins on the first day."""
        self.clock.at(BEGIN)
        wording = Wording(will, so_that, schedule)
        given = Surroundings(**surroundings)  # type: ignore[arg-type]  # the fields of a scene are written by hand
        return self.runner.do("", commitments.create, title, wording, given).result

    def answer(self, together: Together, commitment: Commitment, day: date, value: Value) -> None:
        """One answer at eight in the evening of its day."""
        self.clock.at(day)
        together.do(answers.write, commitment.id, day, value)

    def fill(self, commitment: Commitment, schedule: Schedule, exceptions: dict[date, Value | None]) -> None:
        """Kept on every due day from the beginning to yesterday, but for these."""
        with self.runner.together(self.clock) as together:
            for day in due_days(schedule, BEGIN, TODAY - DAY):
                value = exceptions.get(day, Value.KEPT)
                if value is not None:
                    self.answer(together, commitment, day, value)

    def workspace(self, theme: Theme) -> Workspace:
        """What the page is given, at twenty to seven."""
        self.clock.at(TODAY, 18, 40)
        return Workspace(self.runner, shipped_catalogue(), theme, Background(theme), theme)


class Framed(QWidget):
    """A page as the window shows it: sidebar, toast, focus ring."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        theme = workspace.theme
        self.workspace = workspace
        self.theme = theme
        self.page = TodayPage(workspace)
        self.sidebar = Sidebar(theme, PLACES)
        self.sidebar.show_place("today")
        self.area = NoticeArea(theme)
        self.area.set_content(self.page)
        self.area.set_column(self.page.column_for_toast())
        layout = row(self)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.area, 1)
        self.ring = FocusRing(theme, self)

    def changeEvent(self, event: QEvent) -> None:
        """Be where the person is put after unlocking."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            QTimer.singleShot(0, self.page, self.page.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar follows the width of the window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(is_narrow(self.theme, self.width()))

    def open_steps(self, commitment: Commitment, step: MissStep, day: date = TODAY) -> None:
        """Show the steps after a miss."""
        self.page.show_detail(f"|{MissPlace(commitment.id, day, step).to_text()}")


def _design_story() -> tuple[Story, Commitment]:
    """Thursday 14 May as drawn: one kept, one missed and told first, one open; one of yesterday open."""
    story = Story()
    say = story.promise("Say where I am going", "say where I am going before I leave", "need not ask", daily())
    ring = story.promise("Ring at six", "ring at six on working days", "is not left waiting", WORKING_DAYS)
    truth = story.promise(
        "Correct a half-truth", "when I notice a half-truth, correct it the same day", "", daily(), is_event=True
    )
    story.fill(say, daily(), {date(2026, 4, 24): Value.PARTLY, date(2026, 5, 1): Value.MISSED})
    story.fill(ring, WORKING_DAYS, {date(2026, 4, 28): None, date(2026, 5, 5): None})
    open_days = dict.fromkeys([date(2026, 4, 20), date(2026, 5, 3), TODAY - DAY])
    story.fill(truth, daily(), {**open_days, date(2026, 4, 30): Value.PARTLY, date(2026, 5, 6): Value.MISSED})
    do = story.runner.do
    do("", answers.tell, say.id, date(2026, 5, 1), How.TOLD_FIRST, date(2026, 5, 1))
    do("", answers.tell, truth.id, date(2026, 5, 6), How.WHEN_ASKED, date(2026, 5, 7))
    story.clock.at(TODAY, 7, 52)
    do("", answers.write, say.id, TODAY, Value.KEPT)
    story.clock.at(TODAY, 18, 31)
    do("", answers.write, ring.id, TODAY, Value.MISSED)
    do("", answers.tell, ring.id, TODAY, How.TOLD_FIRST, TODAY, 18 * 60 + 25)
    harm = do("", harms.add_harm, "The money her sister lent us").result
    words = "Pay back the second 150 of 500 that Ana’s sister lent us."
    do("", harms.add_repair, harm.id, words, date(2026, 5, 29))
    session = do("", sessions.add_session, date(2026, 5, 19), 17 * 60 + 30, "Ruth").result
    for line in ("The evening of 6 May", "Ringing from the train"):
        do("", sessions.add_agenda_line, session.id, line)
    return story, ring


def build_today(theme: Theme) -> QWidget:
    """The day of the design, with its toast."""
    story, _ = _design_story()
    framed = Framed(story.workspace(theme))
    framed.area.show_notice("Recorded as missed: “Ring at six”.")
    return framed


def build_today_empty(theme: Theme) -> QWidget:
    """The first day."""
    return Framed(Story().workspace(theme))


def build_today_full(theme: Theme) -> QWidget:
    """Everything that can stand on the page, with long names."""
    story = Story()
    suppers = _three_suppers(story)
    sheet = story.promise(
        "Everything on one sheet", "put every account, card and loan on one sheet", "", once(TODAY + 6 * DAY)
    )
    plans_change = _long_names(story)
    do = story.runner.do
    story.clock.at(TODAY - DAY, 21)
    do("", plans.set_contact, Contact.LIMITED, None, "Letters only")
    do("", pauses.pause, sheet.id, TODAY + 7 * DAY, TODAY + 9 * DAY, reason=Reason.CHOICE)
    do("", pauses.pause, suppers.id, TODAY - 2 * DAY, TODAY, reason=Reason.ILLNESS, note="flu", looks_again=True)
    by_evening = Wording("say it by the evening whenever plans change", "knows", daily())
    do("", change_terms, plans_change.id, by_evening, said_to_be=Direction.EASIER)
    story.clock.at(TODAY + 3 * DAY)
    do("", answers.write, plans_change.id, TODAY - 3 * DAY, Value.KEPT)  # before the clock was set back
    return Framed(story.workspace(theme))


def _three_suppers(story: Story) -> Commitment:
    week = times_a(Unit.WEEK, 3)
    suppers = story.promise("Three suppers", "sit down to supper at home", "does not sit opposite a telephone", week)
    with story.runner.together(story.clock) as together:
        for day in _days(2, 3, 9, 10, 12, 16, 18, 20):
            story.clock.at(day)
            together.do(answers.mark_done, suppers.id, day)
    return suppers


def _long_names(story: Story) -> Commitment:
    commitment = story.promise(
        "Say it on the same day whenever plans change, even small ones"[:60],
        "say it on the same day whenever plans change, even when it is only a quarter of an hour",
        "does not have to wonder whether the whole evening is off again",
        daily(),
        review_on=TODAY - 2 * DAY,
    )
    story.fill(commitment, daily(), dict.fromkeys(_days(3, 4, 9)) | dict.fromkeys(_days(12, 20), Value.MISSED))
    do, missed = story.runner.do, TODAY - 12 * DAY
    do("", answers.tell, commitment.id, missed, How.FOUND_OUT, TODAY - 10 * DAY)
    repair = "Tell the whole story of that evening, in order, once."
    do("", answers.review_miss, commitment.id, missed, repair=repair, adjust=Adjust.KEEP)
    do("", answers.plan_repair, commitment.id, missed, TODAY - 4 * DAY)
    return commitment


def _days(*ago: int) -> Iterable[date]:
    return [TODAY - each * DAY for each in ago]


def build_today_past(theme: Theme) -> QWidget:
    """A closed day with a late answer that was changed again."""
    story, ring = _design_story()
    day = date(2026, 4, 28)
    story.clock.at(date(2026, 5, 1))
    story.runner.do("", answers.write, ring.id, day, Value.KEPT)
    story.clock.at(date(2026, 5, 4))
    story.runner.do("", answers.write, ring.id, day, Value.MISSED)
    framed = Framed(story.workspace(theme))
    framed.page.show_detail(day.isoformat())
    return framed


def _steps(theme: Theme, step: MissStep) -> QWidget:
    story, ring = _design_story()
    story.runner.do(
        "",
        answers.review_miss,
        ring.id,
        TODAY,
        facts="I was still on the train at six. At ten past I saw the time and rang.",
        likelier=frozenset({"rushed", "forgot"}),
        cost="She waited half an hour with the food.",
        repair="I ring at seven today, and I cook tomorrow.",
        adjust=Adjust.SHRINK,
        sureness=8,
    )
    framed = Framed(story.workspace(theme))
    framed.open_steps(ring, step)
    return framed


def build_missed(theme: Theme) -> QWidget:
    """Step 1."""
    return _steps(theme, MissStep.TELL)


def build_missed_facts(theme: Theme) -> QWidget:
    """Step 2."""
    return _steps(theme, MissStep.FACTS)


def build_missed_likelier(theme: Theme) -> QWidget:
    """Step 3."""
    return _steps(theme, MissStep.LIKELIER)


def build_missed_repair(theme: Theme) -> QWidget:
    """Step 4."""
    return _steps(theme, MissStep.REPAIR)


def build_missed_adjust(theme: Theme) -> QWidget:
    """Step 5."""
    return _steps(theme, MissStep.ADJUST)


def build_line_crossed(theme: Theme) -> QWidget:
    """A line was crossed."""
    story = Story()
    line = story.promise("No contact with him", "not see or write to M.", "", daily(), is_line=True)
    framed = Framed(story.workspace(theme))
    story.runner.do("", answers.write, line.id, TODAY, Value.MISSED)
    QTimer.singleShot(0, framed.page, framed.page._open_line_sheet)  # noqa: SLF001  (as a person's key M does)
    return framed
