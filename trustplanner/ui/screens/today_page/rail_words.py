"""The sentences of the right column."""

from trustplanner.charts.figures_in_words import counts_of_due, percent_range
from trustplanner.domain.answers import How
from trustplanner.domain.follow_through import FollowThrough, window_begins
from trustplanner.domain.items import Item, Outcome
from trustplanner.domain.record import Miss
from trustplanner.domain.sessions import Session
from trustplanner.domain.today import Amend
from trustplanner.ui.kit.dates import clock_time
from trustplanner.ui.screens.today_page.page_words import PageWords


class RailWords(PageWords):
    """Counts first; a share never stands without them."""

    def share(self, share: FollowThrough) -> tuple[str, str]:
        """`85 to 95 %` and `17 of 20 kept, 2 not answered`; for a "once" its state alone."""
        counts = share.counts
        if share.once is not None:
            return "", self._once(share.once)
        if not counts.due and not counts.not_applicable and self._is_first_window(share):
            return "", self.tr("Nothing has been due yet.")
        said = counts_of_due(counts, self._figures, is_narrow=True)
        if counts.low is None or counts.high is None:
            return "", said
        return percent_range(counts.low, counts.high, self._figures), said

    def record_of(self, share: FollowThrough) -> str:
        """The way to all of it: its days, its misses, the history of its terms."""
        return self.tr("The record of “{title}”").format(title=share.commitment.title)

    def _is_first_window(self, share: FollowThrough) -> bool:
        """Whether nothing can have been due before the window."""
        return not share.is_by_day or share.commitment.created_at.date() >= window_begins(self._today)

    def _once(self, item: Item) -> str:
        states = {
            Outcome.KEPT: self.tr("Kept."),
            Outcome.PARTLY: self.tr("Kept in part."),
            Outcome.MISSED: self.tr("Missed."),
            Outcome.NOT_APPLICABLE: self.tr("Not applicable."),
            Outcome.UNANSWERED: self.tr("Not answered. It was due by {day}."),
            Outcome.OPEN: self.tr("Open, by {day}."),
        }
        return states[item.outcome].format(day=self._long(item.day))

    def share_caption(self, share: FollowThrough) -> str:
        """Over what the share is taken if it is not 28 days, and whether the terms changed in between."""
        lines = []
        if share.once is None and not share.is_by_day and share.counts.due:
            lines.append(self.tr("Last {n} times.").format(n=share.counts.due) if share.counts.due > 1 else "")
        if share.terms_changed:
            lines.append(self.tr("Terms changed on {days}.").format(days=self._figures.days(share.terms_changed)))
        return " ".join(line for line in lines if line)

    def told_first(self, misses: tuple[Miss, ...]) -> str:
        """`2 of 3 misses told before being asked`, or that there is nothing to tell."""
        if not misses:
            return self._texts.rail.told_first_none
        told = sum(miss.how is How.TOLD_FIRST for miss in misses)
        if len(misses) == 1:
            return self._figures.said(f"one_miss.{misses[0].how.value if misses[0].how else 'open'}")
        return self.tr("{k} of {n} misses told before being asked").format(k=told, n=len(misses))

    def say_how_it_came_out(self) -> str:
        """The way to the telling of the oldest miss of which it is not written."""
        return self.tr("Say how it came out")

    def amend(self, amend: Amend) -> str:
        """By when a repair is promised; past its day it says so, plainly."""
        lines = []
        if amend.due_on is not None:
            day = self._long(amend.due_on)
            words = self.tr("Promised for {day}") if amend.is_overdue else self.tr("By {day}")
            lines.append(words.format(day=day))
        if amend.miss is not None:
            lines.append(self.tr("after the miss of {day}").format(day=self._dates.short(amend.miss[1], self._today)))
        words = ", ".join(lines)
        return words[:1].upper() + words[1:] if words else self.tr("No day set")

    def amend_link(self) -> str:
        """The way to the steps of the miss that a repair belongs to."""
        return self.tr("Look at it")

    def amend_done(self) -> str:
        """What says that a repair is done."""
        return self.tr("Mark as done")

    def repair_label(self) -> str:
        """What is undone with it."""
        return self.tr("repair")

    def repaired(self, amend: Amend) -> str:
        """The toast: the repair is done, and a miss stays one."""
        if amend.miss is None:
            return self.tr("Recorded: the repair is done.")
        return self._workspace.catalogue.miss_steps().after.repaired.said(date=self._dates.short(self._today))

    def amends_link(self, further: int) -> str:
        """The way to the ledger; `further` are those not shown here."""
        if not further:
            return self.tr("Go to Amends")
        return self.tr("1 more in Amends") if further == 1 else self.tr("{n} more in Amends").format(n=further)

    def shares_title(self) -> str:
        """Over what most shares are taken."""
        return self.tr("Follow-through, last 28 days")

    def set_a_date(self) -> str:
        """Where there is no session to come."""
        return self.tr("Set a date")

    def session(self, session: Session) -> str:
        """`Tuesday 19 May, 17:30, with Ruth`."""
        parts = [self.tr("Today") if session.day == self._today else self._long(session.day)]
        if session.at_minute is not None:
            parts.append(clock_time(session.at_minute))
        if session.with_whom:
            parts.append(self.tr("with {name}").format(name=session.with_whom))
        return ", ".join(parts)

    def agenda(self, count: int) -> str:
        """`2 things on the agenda`."""
        if not count:
            return self.tr("Write an agenda")
        return self.tr("1 thing on the agenda") if count == 1 else self.tr("{n} things on the agenda").format(n=count)
