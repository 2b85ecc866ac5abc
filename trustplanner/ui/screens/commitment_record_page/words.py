"""The sentences of one commitment's record: days, misses, figures and how they are counted."""

from datetime import date, timedelta

from PySide6.QtCore import QObject

from trustplanner.charts.figures_in_words import counts_of_due, percent_range, telling_time
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.answers import AnswerRow, How, MissReview
from trustplanner.domain.commitments import AskedBy, Commitment, Stance, Terms, active_spans
from trustplanner.domain.counted import CountedLine, Part
from trustplanner.domain.items import History, Item, Outcome
from trustplanner.domain.record import Counts, Miss, by_how
from trustplanner.domain.record_calendar import CalendarDay
from trustplanner.domain.schedules import DAYS_A_WEEK
from trustplanner.storage.queries.answers import answers_for
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.workspace import Workspace


class RecordWords(QObject):
    """Says what the record of one commitment holds, on the day it is made."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._voice = workspace.voice
        self._dates = DateWords()
        self._today = workspace.today
        self._figures = recovery_sentences(workspace.today)

    def long(self, day: date) -> str:
        """`Wednesday 13 May`, with its year if that is not this year."""
        return self._dates.long(day, self._today)

    # --- the head

    def state(self, history: History, terms: Terms) -> str:
        """`Active since Monday 4 May.`; nothing for one that has not begun or has ended, which its schedule says."""
        if terms.stance is Stance.WAITING:
            return self.tr("It waits, and asks for nothing until it begins.")
        since = next((first for first, last in active_spans(history.terms) if first <= self._today <= last), None)
        return "" if since is None else self.tr("Active since {day}.").format(day=self.long(since))

    def asked(self, commitment: Commitment) -> str:
        """`Ana asked for it, on 3 May.`; nothing where nobody has."""
        who = {
            AskedBy.NOBODY: "",
            AskedBy.THEY: self.tr("{name} asked for it").format(name=self._voice.name),
            AskedBy.COUNSELLOR: self.tr("The counsellor advised it"),
            AskedBy.TOGETHER: self.tr("{name} and I agreed on it").format(name=self._voice.name),
        }[commitment.asked_by]
        if not who or commitment.asked_on is None:
            return f"{who}." if who else ""
        day = self._dates.short(commitment.asked_on, self._today)
        return self.tr("{who}, on {day}.").format(who=who, day=day)

    # --- a day of the calendar

    def day(self, day: CalendarDay, misses: dict[date, Miss], commitment: Commitment) -> str:
        """`Wednesday 13 May: missed, told first, after 3 hours; written the same day.`"""
        return f"{self.long(day.day)}: {self._of_day(day, misses, commitment)}"

    def _of_day(self, day: CalendarDay, misses: dict[date, Miss], commitment: Commitment) -> str:
        parts = []
        if day.is_done:
            parts.append(self.tr("done on this day"))
        if day.item is not None:
            parts.append(self.item(day.item, misses.get(day.item.day), commitment))
        elif day.period is not None:
            parts.append(self._inside(day.period))
        if day.is_paused:
            parts.append(self.tr("paused"))
        if not parts:
            parts.append(self._without(day))
        return "; ".join(parts) + "."

    def _without(self, day: CalendarDay) -> str:
        if day.day > self._today:
            return self.tr("not yet")
        return self.tr("not due") if day.is_asked else self.tr("nothing was promised")

    def _inside(self, period: Item) -> str:
        words = self.tr("part of {first} to {last}, {state}")
        first, last = self._dates.short(period.first, self._today), self._dates.short(period.day, self._today)
        return words.format(first=first, last=last, state=self._state(period))

    def _state(self, item: Item) -> str:
        state = self.outcome(item.outcome)
        if not item.times:
            return state
        return self.tr("{state}, {done} of {times} done").format(state=state, done=item.done, times=item.times)

    def item(self, item: Item, miss: Miss | None, commitment: Commitment) -> str:
        """`missed, told first, after 3 hours; written the same day`; earlier answers follow."""
        parts = [self._state(item)]
        if miss is not None:
            parts.append(self.how(miss))
        said = ", ".join(parts)
        written = self._written(item, commitment)
        earlier = [self._earlier(row) for row in item.earlier]
        return "; ".join([said, *([written] if written else []), *earlier])

    def outcome(self, outcome: Outcome) -> str:
        """`kept`, `not answered`."""
        return {
            Outcome.KEPT: self.tr("kept"),
            Outcome.PARTLY: self.tr("partly"),
            Outcome.MISSED: self.tr("missed"),
            Outcome.NOT_APPLICABLE: self.tr("not applicable"),
            Outcome.UNANSWERED: self.tr("not answered"),
            Outcome.OPEN: self.tr("still open"),
        }[outcome]

    def _written(self, item: Item, commitment: Commitment) -> str:
        """When it was written, from its day on; the day stands where it is read, so that only this one is looked up."""
        if item.written_on is None:
            return ""
        if commitment.imported and self._is_imported(item):
            return self.tr("imported, time of writing unknown")
        days = (item.written_on - item.day).days
        if days < 0:
            return self.tr("written on {day}").format(day=self._dates.short(item.written_on, self._today))
        named = {0: self.tr("written the same day"), 1: self.tr("written the next day")}
        return named.get(days) or self.tr("written {n} days later").format(n=days)

    def _is_imported(self, item: Item) -> bool:
        rows = self._workspace.read(answers_for, item.commitment_id, item.day)
        return bool(rows) and rows[-1].imported

    def _earlier(self, row: AnswerRow) -> str:
        value = self._figures.said(f"values.{row.value.value}")
        day = self._dates.short(date.fromordinal(row.written_on), self._today)
        return self.tr("earlier: {value} (written {day})").format(value=value, day=day)

    # --- misses

    def how(self, miss: Miss) -> str:
        """`told first, after 3 hours`."""
        how = self._how(miss.how)
        return how if miss.time is None else f"{how}, {telling_time(miss.time, self._figures)}"

    def _how(self, how: How | None) -> str:
        if how is None:
            return self.tr("how it came out is not written")
        short = self._workspace.catalogue.miss_steps().tell.options[how].short.said_to(self._voice)
        return short[:1].lower() + short[1:]

    def told_before(self, miss: Miss) -> str:
        """`Before that: not told yet (written 13 May).`; nothing where it was told once."""
        said = [
            self.tr("{how} (written {day})").format(
                how=self._how(telling.how), day=self._dates.short(telling.written_on, self._today)
            )
            for telling in reversed(miss.changes[:-1])
        ]
        return self.tr("Before that: {tellings}.").format(tellings=self._figures.listed(said)) if said else ""

    def repair(self, review: MissReview | None) -> str:
        """`Repair: ring on Thursday. Repaired on 14 May.`"""
        if review is None or not review.repair.strip():
            return ""
        said = self.tr("Repair: {words}.").format(words=review.repair.strip().rstrip("."))
        if review.repair_done_on is not None:
            day = self._dates.short(review.repair_done_on, self._today)
            return f"{said} {self.tr('Repaired on {day}.').format(day=day)}"
        if review.repair_by is None:
            return said
        by = self._dates.short(review.repair_by, self._today)
        return f"{said} {self.tr('Planned by {day}, not done yet.').format(day=by)}"

    def told_first(self, misses: tuple[Miss, ...]) -> str:
        """`2 of 3 misses told before being asked.`; empty without a miss."""
        if not misses:
            return ""
        if len(misses) == 1:
            return self._figures.said(f"one_miss.{misses[0].how.value if misses[0].how else 'open'}")
        told = by_how(misses)[How.TOLD_FIRST]
        return self._figures.said("folded.told_of", len(misses), k=told)

    # --- figures

    def counts(self, counts: Counts) -> str:
        """`17 of 20 kept, 1 missed, 2 not answered`."""
        return counts_of_due(counts, self._figures)

    def share(self, counts: Counts) -> str:
        """`85 to 95 %`; nothing where nothing was due."""
        if counts.low is None or counts.high is None:
            return ""
        return percent_range(counts.low, counts.high, self._figures)

    def late(self, counts: Counts) -> str:
        """How many answers were written after their day had closed."""
        return self._figures.said("paragraph.late", counts.late) if counts.late else ""

    def weekday(self, weekday: int) -> str:
        """`Monday`."""
        return self._dates.weekday(weekday % DAYS_A_WEEK)

    # --- how they are counted

    def counted_day(self, line: CountedLine) -> str:
        """`Wed 13 May`; of a period its last day, with its first."""
        if line.first == line.day or line.day - line.first > timedelta(days=31):
            return self._brief(line.day)
        return self.tr("{first} to {last}").format(first=self._brief(line.first), last=self._brief(line.day))

    def _brief(self, day: date) -> str:
        words = self._dates.with_weekday(day)
        return words if day.year == self._today.year else f"{words} {day.year}"

    def counted_state(self, line: CountedLine) -> str:
        """`kept`, `not answered, written late`, `paused`."""
        if line.outcome is None:
            return self.tr("paused")
        state = self.outcome(line.outcome)
        return self.tr("{state}, written late").format(state=state) if line.late_by else state

    def counted_adds(self, line: CountedLine) -> str:
        """`adds 1`, `adds 0.5`; of what is in no sum that it is in none."""
        if line.part is not Part.IN_SUM:
            return self.tr("in no sum")
        return self.tr("adds {credit}").format(credit=halves(line.halves))

    def counted_sum(self, line: CountedLine) -> str:
        """`17.5 of 20`: what is added up with this line."""
        counts = line.sum_so_far
        return self.tr("{credit} of {due}").format(credit=halves(credit_halves(counts)), due=counts.due)

    def counted_end(self, counts: Counts) -> str:
        """`17 kept and 1 partly, a half each, make 17.5 of 20 due. ...`: the figures again, as they were added up."""
        low, high = credit_halves(counts), credit_halves(counts) + 2 * counts.unanswered
        words = self.tr("{kept} kept make {credit} of {due} due.")
        if counts.partly:
            words = self.tr("{kept} kept, and {partly} partly at a half each, make {credit} of {due} due.")
        sentences = [words.format(kept=counts.kept, partly=counts.partly, credit=halves(low), due=counts.due)]
        if counts.unanswered:
            one = self.tr("One was not answered; had it been kept, it would be {credit} of {due}.")
            more = self.tr("{n} were not answered; had they been kept, it would be {credit} of {due}.")
            words = one if counts.unanswered == 1 else more
            sentences.append(words.format(n=counts.unanswered, credit=halves(high), due=counts.due))
        if counts.not_applicable:
            sentences.append(self.tr("{n} not applicable left the sum.").format(n=counts.not_applicable))
        return " ".join(sentences)


def credit_halves(counts: Counts) -> int:
    """What is credited, in halves."""
    return 2 * counts.kept + counts.partly


def halves(amount: int) -> str:
    """`17` or `17.5`."""
    return f"{amount // 2}.5" if amount % 2 else str(amount // 2)
