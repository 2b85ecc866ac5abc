"""The short sentences of the session view."""

from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from trustplanner.charts.figures_in_words import counts_of_due, telling_time
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.answers import MissReview
from trustplanner.domain.record import Counts, Miss
from trustplanner.domain.session_view import SinceLast
from trustplanner.domain.sessions import Session
from trustplanner.domain.their_voice import HIGHEST_READING, Reading
from trustplanner.ui.kit.dates import DateWords, clock_time
from trustplanner.ui.kit.workspace import Workspace

NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"


class SessionWords(QObject):
    """Says what the view shows, on the day it is made."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice = workspace.voice
        self._tell = workspace.catalogue.miss_steps().tell
        self._today = workspace.today
        self._dates = DateWords()
        self._figures = recovery_sentences(workspace.today)

    def long(self, day: date) -> str:
        """`Thursday 14 May`, with its year if that is not this year."""
        return self._dates.long(day, self._today)

    def short(self, day: date) -> str:
        """`14 May`, with its year if that is not this year."""
        return self._dates.short(day, self._today)

    def head(self, session: Session | None) -> str:
        """`Session, Tuesday 19 May`."""
        return self.tr("Session") if session is None else self.tr("Session, {day}").format(day=self.long(session.day))

    def session(self, session: Session) -> str:
        """`Tuesday 19 May, 17:00`."""
        day = self.long(session.day)
        return day if session.at_minute is None else f"{day}, {clock_time(session.at_minute)}"

    def kept_back(self, n: int) -> str:
        """`Kept back: 4 private items`."""
        one, more = self.tr("Kept back: 1 private item"), self.tr("Kept back: {n} private items")
        return one if n == 1 else more.format(n=n)

    # --- since last time

    def since(self, since: SinceLast) -> str:
        """`Since 5 May, 15 days`, both of them among the days; without a session before, since the beginning."""
        days = (since.today - since.first).days + 1
        one, more = self.tr("Since {day}, 1 day"), self.tr("Since {day}, {n} days")
        return (one if days == 1 else more).format(day=self.short(since.first), n=days)

    def totals(self, since: SinceLast) -> str:
        """`38 answers due, 37 given, 2 written after their day had closed.`"""
        counts = since.totals
        one, more = self.tr("1 answer due, {given} given"), self.tr("{n} answers due, {given} given")
        said = (one if counts.due == 1 else more).format(n=counts.due, given=counts.answered)
        if counts.not_applicable:
            said = self.tr("{said}, and {n} not applicable").format(said=said, n=counts.not_applicable)
        if counts.late:
            said = self.tr("{said}; {n} written after the day had closed").format(said=said, n=counts.late)
        begins = "" if since.last_session else self.tr(" No session came before; this is from the beginning.")
        return f"{said}.{begins}"

    def counts(self, counts: Counts) -> str:
        """`9 of 10 kept, 1 missed, all answered, 1 late`."""
        said = counts_of_due(counts, self._figures)
        return self.tr("{said}, {n} late").format(said=said, n=counts.late) if counts.late else said

    def miss(self, miss: Miss, review: MissReview | None) -> str:
        """`Missed Thursday 14 May: told first, after 25 minutes. Repaired on 15 May.`"""
        said = self.tr("Missed {day}: {how}.").format(day=self.long(miss.day), how=self.how(miss))
        if review is not None and review.repair_done_on is not None:
            return f"{said} {self.tr('Repaired on {day}.').format(day=self.short(review.repair_done_on))}"
        return said

    def how(self, miss: Miss) -> str:
        """`told first, after 25 minutes`."""
        if miss.how is None:
            return self.tr("how it came out is not written")
        short = self._tell.options[miss.how].short.said_to(self.voice)
        how = short[:1].lower() + short[1:]
        return how if miss.time is None else f"{how}, {telling_time(miss.time, self._figures)}"

    def earlier_misses(self, n: int) -> str:
        """How many stand in the counts only."""
        one, more = self.tr("One earlier miss is in the counts."), self.tr("{n} earlier misses are in the counts.")
        return one if n == 1 else more.format(n=n)

    # --- their voice

    def own(self) -> str:
        """Whose column the first one is."""
        return self.tr("What I did")

    def theirs(self) -> str:
        """`Ana’s voice`."""
        return self.tr("{name}’s voice").format(name=self.voice.name)

    def reading_day(self, reading: Reading) -> str:
        """`of 10, on 5 May`; of one without a number only its day."""
        day = self.short(reading.day)
        if reading.value is None:
            return self.tr("on {day}").format(day=day)
        return self.tr("of {most}, on {day}").format(most=HIGHEST_READING, day=day)

    def reading_value(self, reading: Reading) -> str:
        """`4`, or `Not today`."""
        return self.tr("Not today") if reading.value is None else str(reading.value)

    def readings_before(self, before: list[Reading]) -> str:
        """`before that: not today (21 April), 2 (7 April)`."""
        said = [
            self.tr("{value} ({day})")
            .format(value=self.tr("not today") if each.value is None else each.value, day=self.short(each.day))
            .replace(" ", NO_BREAK_SPACE)
            for each in before
        ]
        return self.tr("before that: {readings}").format(readings=", ".join(said))

    def anchor(self, number: int, words: str) -> str:
        """`7 would be: “I stop listening for the door.”`"""
        return self.tr("{n} would be: “{words}”").format(n=number, words=words)

    def quoted(self, words: str) -> str:
        """Their words between quotation marks."""
        return self.tr("“{words}”").format(words=words.strip())

    # --- where one is

    def place(self, number: int, of: int) -> str:
        """`Page 2 of 7`."""
        return self.tr("Page {n} of {most}").format(n=number, most=of)
