"""What is said around the rows: the clock, pauses, what is coming."""

from datetime import date

from trustplanner.domain.commitments import Commitment, Pause, Stance, Terms
from trustplanner.domain.setbacks import NextAct
from trustplanner.domain.today import LONGEST_BEHIND, MINUTE, PausedRow
from trustplanner.ui.kit.dates import clock_time
from trustplanner.ui.screens.today_page.page_words import PageWords


class NoticeWords(PageWords):
    """Says what is so now and what begins, with its day."""

    def behind(self, minutes: int) -> str:
        """The clock of this computer was set back."""
        if minutes < 120:
            amount = self.tr("1 minute") if minutes == 1 else self.tr("{n} minutes").format(n=minutes)
        elif minutes < 48 * 60:
            amount = self.tr("{n} hours").format(n=minutes // 60)
        else:
            amount = self.tr("{n} days").format(n=minutes // (24 * 60))
        words = self.tr(
            "This computer’s clock stands {amount} behind your newest entry. Entries keep the order in which they were "
            "written, and what you write now says that the clock was behind."
        )
        said = words.format(amount=amount)
        if minutes * MINUTE <= LONGEST_BEHIND:
            return said
        ahead = self.tr("If it ran ahead before, what was written then waits for its day.")
        return f"{said} {ahead}"

    def paused(self, row: PausedRow) -> str:
        """`“Ring at six” is paused until Friday 22 May. Illness.`"""
        words = self.tr("“{title}” is paused until {day}. {why}.")
        until = self._long(row.pause.ends_on)
        return words.format(title=row.commitment.title, day=until, why=self._why(row.pause))

    def _why(self, pause: Pause) -> str:
        reason = self._workspace.catalogue.pauses().reasons[pause.reason].label.said_to(self._workspace.voice)
        note = pause.note.strip().rstrip(".")
        return self.tr("{reason}: {note}").format(reason=reason, note=note) if note else reason

    def looks_again(self, title: str, pause: Pause) -> str:
        """The last day of a pause whose end was not known."""
        name = self._pause_name(title)
        if pause.ends_on == self._today:
            return self.tr("{name} ends with today. From tomorrow on it asks again.").format(name=name)
        return self.tr("{name} ended yesterday. From today on it asks again.").format(name=name)

    def _pause_name(self, title: str) -> str:
        if not title:
            return self.tr("The pause of everything")
        return self.tr("The pause of “{title}”").format(title=title)

    def loosening(self, commitment: Commitment, terms: Terms, promise: str) -> str:
        """`From Thursday 21 May, in 7 days: “Ring at six” is easier. ...`"""
        return f"{self._from(terms.starts_on)} {self._what_changes(commitment, terms, promise)}"

    def _what_changes(self, commitment: Commitment, terms: Terms, promise: str) -> str:
        if terms.stance is Stance.WAITING:
            return self.tr("“{title}” waits.").format(title=commitment.title)
        if terms.stance is Stance.ENDED:
            return self.tr("“{title}” ends.").format(title=commitment.title)
        return self.tr("“{title}” is easier. {promise}").format(title=commitment.title, promise=promise)

    def coming_pause(self, title: str, pause: Pause) -> str:
        """`From Thursday 21 May, in 7 days: “Ring at six” is paused until Thursday 28 May.`"""
        until = self._long(pause.ends_on)
        if title:
            what = self.tr("“{title}” is paused until {day}.").format(title=title, day=until)
        else:
            what = self.tr("everything is paused until {day}.").format(day=until)
        return f"{self._from(pause.starts_on)} {what}"

    def _from(self, day: date) -> str:
        words = self.tr("From {day}, {countdown}:")
        return words.format(day=self._long(day), countdown=self.countdown(day))

    def countdown(self, day: date) -> str:
        """`tomorrow`, `in 7 days`."""
        days = (day - self._today).days
        return self.tr("tomorrow") if days == 1 else self.tr("in {n} days").format(n=days)

    def begins(self, commitment: Commitment, first: date) -> str:
        """`“Three suppers” begins on Monday 18 May.`"""
        day = self._long(first)
        return self.tr("“{title}” begins on {day}.").format(title=commitment.title, day=day)

    def finished(self, way: str, day: date) -> str:
        """The plan is finished; what was promised is not loosened by that."""
        words = self.tr(
            "This plan was finished on {day}: {way}. What was promised goes on until it is ended. The record stays."
        )
        return words.format(day=self._long(day), way=way[:1].lower() + way[1:])

    def setback(self, next_act: NextAct, tab: str) -> str:
        """`After the setback of Friday 15 May: next, tell, by 20:00.`"""
        day = self._long(next_act.event.day)
        act = tab[:1].lower() + tab[1:]
        if next_act.by_on is None:
            return self.tr("After the setback of {day}: next, {act}.").format(day=day, act=act)
        words = self.tr("After the setback of {day}: next, {act}, {by}.")
        return words.format(day=day, act=act, by=self._by(next_act.by_on, next_act.by_minute))

    def _by(self, day: date, minute: int | None) -> str:
        if minute is None:
            return self.tr("by {day}").format(day=self._long(day))
        time = clock_time(minute)
        if day == self._workspace.runner.now().local.date():
            return self.tr("by {time}").format(time=time)
        return self.tr("by {day}, {time}").format(day=self._long(day), time=time)

    def review(self, commitment: Commitment) -> str:
        """The day on which a commitment is looked at again has come."""
        day = commitment.review_on
        if day is None or day == self._today:
            return self.tr("“{title}” is to be looked at again today.").format(title=commitment.title)
        words = self.tr("“{title}” was to be looked at again on {day}.")
        return words.format(title=commitment.title, day=self._long(day))
