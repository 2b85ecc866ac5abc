"""How pauses and coming loosenings are said on their page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from trustplanner.domain.commitments import Pause, Stance
from trustplanner.domain.pauses import PauseTime
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.pauses_page.reading import ListedPause, Loosening, StaysPaused


class PausesWords(QObject):
    """Says them on the day they are looked at."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._today = workspace.today
        self._dates = DateWords()
        self._standing = StandingWords(workspace.today, workspace.voice.name, workspace.catalogue.loosening().view)

    def name(self, listed: ListedPause) -> str:
        """`Ring at six`, or that it is all of them."""
        if listed.pause.commitment_id is None:
            return self.tr("All commitments")
        return listed.title

    def when(self, listed: ListedPause) -> str:
        """`Paused until Friday 22 May: illness.`; of one to come also in how many days it begins."""
        pause = listed.pause
        if listed.time is PauseTime.RUNNING:
            return self._standing.pause(pause)
        if listed.time is PauseTime.PAST:
            return self._past(pause)
        begins = self.tr("Begins {countdown}.").format(countdown=self._standing.countdown(pause.starts_on))
        return f"{self._standing.pause_of(pause)} {begins}"

    def _past(self, pause: Pause) -> str:
        said = self._standing.pause_of(pause)
        if pause.taken_back_at is None:
            return said
        day = pause.taken_back_at.astimezone(self._workspace.runner.local_zone()).date()
        taken = self.tr("Taken back on {day}.").format(day=self._dates.short(day, self._today))
        return f"{said} {taken}"

    def views(self, listed: ListedPause | Loosening) -> str:
        """What they said to it, the newest first."""
        if isinstance(listed, ListedPause):
            return self._standing.views_of_pause(listed.pause, listed.entry.views)
        return self._standing.views(listed.views)

    def stays(self, asleep: Sequence[StaysPaused]) -> str:
        """`If this pause ends, “Ring at six” stays paused by another until 20 May.`"""
        words = self.tr("If this pause ends, “{title}” stays paused by another until {day}.")
        return " ".join(
            words.format(title=each.title, day=self._dates.short(each.until, self._today)) for each in asleep
        )

    def ended(self, listed: ListedPause) -> str:
        """What is said when a pause has ended: that it asks again, and what does not."""
        if listed.pause.starts_on >= self._today:
            return self.tr("The pause is taken back.")
        asks = self.tr("From today on it asks again.")
        words = self.tr("“{title}” stays paused by another until {day}.")
        stays = (
            words.format(title=each.title, day=self._dates.short(each.until, self._today))
            for each in listed.stay_paused
        )
        return " ".join([asks, *stays])

    def loosening(self, loosening: Loosening) -> str:
        """`It becomes easier in 4 days, on Thursday 14 May.`"""
        words = {
            Stance.ACTIVE: self.tr("It becomes easier {countdown}."),
            Stance.WAITING: self.tr("It begins to wait {countdown}."),
            Stance.ENDED: self.tr("It ends {countdown}."),
        }[loosening.terms.stance]
        return words.format(countdown=self._standing.countdown(loosening.terms.starts_on))

    def will_be(self, loosening: Loosening) -> str:
        """What it is then: its schedule; nothing for one that waits or ends."""
        if loosening.terms.stance is not Stance.ACTIVE:
            return ""
        return self.tr("Then: {schedule}.").format(schedule=self._standing.when(loosening.terms))

    def span(self, pause: Pause) -> str:
        """`Pause from Monday 4 May to Friday 8 May: illness.`"""
        return self._standing.pause_of(pause)
