"""What Today says of hard days, of the walk through the evening, and of the week: a dot, a link, quiet lines."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from trustplanner.domain.evening import kind_at
from trustplanner.domain.hard_days import HardDay, hard_days_on
from trustplanner.domain.today import DAY
from trustplanner.domain.week import review_weekday_of, week_looked_back_on
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.hard_moment import hard_moment_plan
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_head import DayHead
from trustplanner.ui.screens.today_page.notices import Act, Notice


class Ahead(QObject):
    """`go_requested` carries a `Destination`."""

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def show_head(self, head: DayHead, day: date, *, has_commitments: bool) -> None:
        """The dot beside a hard day, and on today the way into the walk."""
        words, voice = self._workspace.catalogue.hard_days(), self._workspace.voice
        head.show_hard_days(self._hard_on(day), words, voice)
        is_today = day == self._workspace.today
        kind = kind_at(self._workspace.runner.now().local.time())
        head.show_walk(kind if is_today and has_commitments else None)

    def lines(self) -> list[Notice]:
        """On the evening before a hard day that it is one; on its weekday the week."""
        found = self._tomorrow()
        weekday = review_weekday_of(self._workspace.read(settings))
        today = self._workspace.today
        if weekday == today.weekday():
            week = week_looked_back_on(today).isoformat()
            words = self._workspace.catalogue.week().today_line
            found.append(Notice("week", words, self.tr("Look back on it"), self._lead(Destination("week", week))))
        return found

    def _tomorrow(self) -> list[Notice]:
        hard = self._hard_on(self._workspace.today + DAY)
        if not hard:
            return []
        words, voice = self._workspace.catalogue.hard_days(), self._workspace.voice
        said = [words.tomorrow(each, voice) for each in hard]
        said = [each if each.endswith(".") else f"{each}." for each in said]
        plan = hard_moment_plan(self._workspace)
        sentence = " ".join([*said, plan]) if plan else " ".join(said)
        lead = self._lead(Destination("hard_days"))
        return [Notice("hard_tomorrow", sentence, self.tr("Hard days"), lead)]

    def _hard_on(self, day: date) -> tuple[HardDay, ...]:
        return hard_days_on(self._workspace.read(hard_days), day)

    def _lead(self, destination: Destination) -> Act:
        return lambda: self.go_requested.emit(destination)
