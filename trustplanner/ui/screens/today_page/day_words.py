"""The sentences of Today that depend on counts and days."""

from datetime import date

from trustplanner.domain.answers import Answer, AnswerRow, Value
from trustplanner.domain.items import Item
from trustplanner.domain.schedules import Shape
from trustplanner.domain.today import DAY, DayRow, DayView
from trustplanner.ui.kit.dates import clock_time, local_time
from trustplanner.ui.kit.recorded_words import recorded_words
from trustplanner.ui.screens.today_page.day_state import DayState
from trustplanner.ui.screens.today_page.page_words import PageWords


class DayWords(PageWords):
    """Says what the vault knows, with counts first and nothing that praises or blames."""

    # --- the day

    def title(self, day: date) -> str:
        """`Thursday 14 May`."""
        return self._long(day)

    def neighbour(self, day: date, step: int) -> str:
        """`Wed 13 May`: the day before (-1) or after (1)."""
        return self._dates.with_weekday(day + step * DAY)

    def quiet_line(self, state: DayState) -> str:
        """`Two of three answered. One from yesterday is still open.`"""
        view = state.view
        parts = [self._answered(state)]
        if view.open_from_before == 1:
            parts.append(self.tr("One from yesterday is still open."))
        elif view.open_from_before:
            words = self.tr("{number} from yesterday are still open.")
            parts.append(_sentence(words.format(number=self._number(view.open_from_before))))
        return " ".join(parts)

    def _answered(self, state: DayState) -> str:
        view, quiet = state.view, self._texts.quiet
        due, answered = view.due_count, view.answered_count
        if not due:
            if view.day < view.today:
                return self.tr("Nothing was due on this day.")
            return quiet.nothing_due_today if state.has_commitments else quiet.nothing_due_yet
        if answered == due:
            return self.tr("All of today answered.") if view.open_from_before else quiet.all_answered
        if not answered and view.day == view.today:
            words = self.tr("One is due.") if due == 1 else self.tr("{due} are due.")
            return _sentence(words.format(due=self._number(due)))
        words = self.tr("{answered} of {due} answered.")
        return _sentence(words.format(answered=self._number(answered), due=self._number(due)))

    def _number(self, number: int) -> str:
        words = (
            self.tr("none"), self.tr("one"), self.tr("two"), self.tr("three"), self.tr("four"), self.tr("five"),
            self.tr("six"), self.tr("seven"), self.tr("eight"), self.tr("nine"), self.tr("ten"),
        )  # fmt: skip
        return words[number] if number < len(words) else str(number)

    def still_open_title(self, view: DayView) -> str:
        """`Yesterday, Wednesday 13 May, still open`; once all is answered only the day."""
        day = self._dates.long(view.today - DAY)
        if view.open_from_before:
            return self.tr("Yesterday, {day}, still open").format(day=day)
        return self.tr("Yesterday, {day}").format(day=day)

    def still_open_note(self, state: DayState) -> str:
        """Until when yesterday stays open: with the hour, unless a day begins at midnight."""
        minutes = state.day_start.minutes
        sentence = self._texts.quiet.yesterday_open
        return sentence.said(time=clock_time(minutes)) if minutes else sentence.said()

    def closed_note(self, view: DayView) -> str:
        """What an answer to a day before yesterday means."""
        days = (view.today - view.day).days
        if view.answered_count < view.due_count:
            words = self.tr("This day has closed. An answer written now shows that it is {days} days late.")
            return f"{words.format(days=days)} {self._texts.quiet.stays_blank}"
        return self.tr("This day has closed. A change written now shows beside the earlier answer.")

    # --- a row

    def time_written(self, item: Item, answer: Answer | None, shown_day: date) -> str:
        """`07:52`, to stand beside the answer; nothing where that needs a day."""
        if answer is None or not _has_time_alone(item, answer, shown_day):
            return ""
        return local_time(answer.written_at, answer.utc_offset)

    def _day_written(self, item: Item, answer: Answer | None, shown_day: date) -> str:
        """`Written Thu 14 May` when late; with its time where it was written on another day in time."""
        if answer is None or _has_time_alone(item, answer, shown_day):
            return ""
        if answer.imported:
            return self.tr("Imported")
        day = self._dates.with_weekday(answer.written_on, item.day)
        if item.late_by:
            return self.tr("Written {day}").format(day=day)
        time = local_time(answer.written_at, answer.utc_offset)
        return self.tr("Written {day}, {time}").format(day=day, time=time)

    def progress(self, item: Item) -> str:
        """`1 of 3 so far`."""
        return self.tr("{done} of {times} so far").format(done=item.done, times=item.times)

    def done_question(self, day: date) -> str:
        """What the one segment of a running period asks."""
        if day == self._today:
            return self.tr("Done today")
        return self.tr("Done on {day}").format(day=self._dates.with_weekday(day))

    def yesterday_too(self, row: DayRow) -> str:
        """The link that marks yesterday in a running or just ended period."""
        day = self._dates.weekday_and_day(self._today - DAY)
        if row.is_running:
            return self.tr("Add yesterday, {day}").format(day=day)
        return self.tr("Add {day} as done").format(day=day)

    def captions(self, row: DayRow, answer: Answer | None, shown_day: date) -> list[str]:
        """What stands under a row: until when, the done-days, on which day it was written, and what stood before."""
        written = "" if row.is_running else self._day_written(row.item, answer, shown_day)
        lines = [self._span(row, shown_day), written, *(self._earlier(each) for each in row.item.earlier)]
        return [line for line in lines if line]

    def _span(self, row: DayRow, shown_day: date) -> str:
        item = row.item
        if item.times:
            return self._running(row) if row.is_running else self._ended(row)
        if row.terms.schedule.shape is Shape.ONCE and item.day != shown_day:
            return self.tr("Once, by {day}.").format(day=self._long(item.day))
        return ""

    def _running(self, row: DayRow) -> str:
        until = self.tr("Until {day}.").format(day=self._long(row.item.day))
        if not row.done_days:
            return until
        return f"{until} {self.tr('Done on {days}.').format(days=self._days(row))}"

    def _ended(self, row: DayRow) -> str:
        span = self._figures.weekday_span(row.item.first, row.item.day)
        if not row.done_days:
            return self.tr("{span}: none of {times} marked as done.").format(span=span, times=row.item.times)
        words = self.tr("{span}: {done} of {times}, on {days}.")
        return words.format(span=span, done=row.item.done, times=row.item.times, days=self._days(row))

    def _days(self, row: DayRow) -> str:
        return self._figures.joined([self._dates.weekday_and_day(day) for day in row.done_days])

    def _earlier(self, earlier: AnswerRow) -> str:
        day = self._dates.with_weekday(date.fromordinal(earlier.written_on))
        if earlier.value is Value.TAKEN_BACK:
            return self.tr("Taken back on {day}").format(day=day)
        return self.tr("Was: {answer}, written {day}").format(answer=self._answer(earlier.value), day=day)

    def _answer(self, value: Value) -> str:
        return {
            Value.KEPT: self.tr("kept"),
            Value.PARTLY: self.tr("partly"),
            Value.MISSED: self.tr("missed"),
            Value.NOT_APPLICABLE: self.tr("not applicable"),
        }[value]

    def done(self, row: DayRow) -> str:
        """The toast after a done-day, with the row as it is now."""
        return self.tr("Recorded: {done} of {times}.").format(done=row.item.done, times=row.item.times)

    def recorded(self, row: DayRow, value: Value) -> str:
        """The toast after an answer: never praise, never blame."""
        return recorded_words(value, row.commitment.title, self._texts.quiet.partly)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _has_time_alone(item: Item, answer: Answer, shown_day: date) -> bool:
    """Whether an answer was written in the program, on the day that is shown, and in time."""
    return not answer.imported and not item.late_by and answer.written_on == shown_day
