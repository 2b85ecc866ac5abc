"""The dated lines of a commitment's terms: what was written, from which day it counted, and what they said to it."""

from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QObject

from trustplanner.domain.commitments import Direction, Pause, Reason, Stance, Terms
from trustplanner.domain.items import History
from trustplanner.domain.responses import Response, TheirResponse
from trustplanner.domain.sureness import AskedIn, SurenessAnswer, WorstDay
from trustplanner.domain.terms_history import HistoryEntry
from trustplanner.domain.views import views_of
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.schedule_words import schedule_words
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.workspace import Workspace


class HistoryLine(NamedTuple):
    """What happened on which day; `promise` is what was promised then, if it was promised anew."""

    written: str
    what: str
    promise: str
    beside: tuple[str, ...]


class HistoryWords(QObject):
    """Puts the history of one commitment into lines, oldest first."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._voice = workspace.voice
        self._today = workspace.today
        self._dates = DateWords()
        self._standing = StandingWords(workspace.today, self._voice.name, workspace.catalogue.loosening().view)

    def lines(self, history: History, entries: list[HistoryEntry]) -> list[HistoryLine]:
        """One line for each entry."""
        before: dict[int | None, Terms] = {new.seq: old for old, new in pairwise(history.terms)}
        return [self._line(entry, history, before) for entry in entries]

    def _line(self, entry: HistoryEntry, history: History, before: dict[int | None, Terms]) -> HistoryLine:
        written = self._dates.full(entry.written_on)
        match entry:
            case Terms():
                return self._terms(entry, before.get(entry.seq), history, written)
            case Pause():
                return self._pause(entry, history, written)
            case SurenessAnswer():
                return HistoryLine(written, self._sure(entry), "", ())
            case TheirResponse():
                return HistoryLine(written, self._response(entry), "", ())

    # --- terms

    def _terms(self, terms: Terms, old: Terms | None, history: History, written: str) -> HistoryLine:
        day = self._dates.long(terms.starts_on, self._today)
        what = self._what(terms, old).format(day=day)
        beside = []
        is_loosening = terms.direction is Direction.EASIER
        if is_loosening:
            beside.append(self._notice(terms))
        if is_loosening and terms.reason is not Reason.CHOICE:
            beside.append(self._reason(terms.reason))
        heard = views_of(history.views, terms)
        if heard or is_loosening:
            beside += self._standing.views(heard).split("\n")
        beside += self._taken_back(terms.taken_back_at)
        if terms.stance is not Stance.ACTIVE and old is not None:
            return HistoryLine(written, what, "", tuple(beside))
        when = schedule_words(terms.schedule, terms.at_minute, self._dates, self._today)
        return HistoryLine(written, what, promise_words(terms, self._voice.name).whole, (f"{when}.", *beside))

    def _what(self, terms: Terms, old: Terms | None) -> str:
        if old is None:
            is_waiting = terms.stance is Stance.WAITING
            return self.tr("Written down, to wait.") if is_waiting else self.tr("Promised, from {day}.")
        if terms.stance is Stance.ENDED:
            return self.tr("Ended, from {day}.")
        if terms.stance is Stance.WAITING:
            return self.tr("Let wait, from {day}.")
        if old.stance is not Stance.ACTIVE:
            return self.tr("Begun, on {day}.")
        return {
            Direction.EASIER: self.tr("Made easier, from {day}."),
            Direction.STRICTER: self.tr("Made stricter, from {day}."),
            Direction.WORDING: self.tr("Said in other words, from {day}."),
            Direction.FIRST: self.tr("Promised, from {day}."),
        }[terms.direction]

    def _notice(self, terms: Terms) -> str:
        days = (terms.starts_on - terms.written_on).days
        if days <= 0:
            return self.tr("It counted at once.")
        return self.tr("Notice of {n} days; until then it counted as before.").format(n=days)

    def _reason(self, reason: Reason) -> str:
        return self.tr("Reason: {reason}.").format(reason=self._standing.reason(reason))

    def _taken_back(self, moment: datetime | None) -> list[str]:
        if moment is None:
            return []
        day = moment.astimezone(self._workspace.runner.local_zone()).date()
        return [self.tr("Taken back on {day}, before it began.").format(day=self._short(day))]

    # --- pauses, sureness, what they said

    def _pause(self, pause: Pause, history: History, written: str) -> HistoryLine:
        beside = [self.tr("Of all commitments.")] if pause.commitment_id is None else []
        beside += [pause.note] if pause.note.strip() else []
        heard = views_of(history.views, pause)
        beside += self._standing.views_of_pause(pause, heard).split("\n") if heard else []
        beside += self._taken_back(pause.taken_back_at)
        return HistoryLine(written, self._standing.pause_of(pause), "", tuple(beside))

    def _sure(self, answer: SurenessAnswer) -> str:
        where = {
            AskedIn.EDITOR: self.tr("when it was written"),
            AskedIn.MISS: self.tr("after a miss"),
            AskedIn.WEEK: self.tr("in a weekly review"),
            AskedIn.REVIEW: self.tr("when it was looked at again"),
        }[answer.asked_in]
        sure = self.tr("How sure, asked {where}: {n} of 10.").format(where=where, n=answer.sureness)
        worst = {
            WorstDay.WHOLE: self.tr("On the worst day: all of it."),
            WorstDay.SMALLEST: self.tr("On the worst day: only the smallest version."),
            WorstDay.NOTHING: self.tr("On the worst day: none of it."),
        }
        return sure if answer.worst_day is None else f"{sure} {worst[answer.worst_day]}"

    def _response(self, heard: TheirResponse) -> str:
        said = {
            Response.MATTERS: self.tr("{name}, as you heard it: this matters."),
            Response.NO_DIFFERENCE: self.tr("{name}, as you heard it: it makes no difference."),
            Response.PLEASE_STOP: self.tr("{name}, as you heard it: please stop."),
        }[heard.response].format(name=self._voice.name)
        if heard.heard_on is not None and heard.heard_on != heard.written_on:
            said = f"{said} {self.tr('Heard on {day}.').format(day=self._short(heard.heard_on))}"
        return f"{said} “{heard.words}”" if heard.words.strip() else said

    def _short(self, day: date) -> str:
        return self._dates.short(day, self._today)
