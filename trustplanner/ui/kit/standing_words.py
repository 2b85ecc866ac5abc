"""How a commitment, a change of its terms and a pause stand, in words: on Amends, on its own record, among pauses."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from trustplanner.content.commitments import ViewWords
from trustplanner.domain.commitments import Direction, Pause, Reason, Stance, Terms
from trustplanner.domain.pauses import is_theirs_to_end, is_word_of_its_end
from trustplanner.domain.views import TheirView, View
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.schedule_words import schedule_words


class StandingWords:
    """The small lines about promises, on one day, about the person of one name."""

    def __init__(self, today: date, name: str, views: ViewWords) -> None:
        self._today = today
        self._name = name
        self._views = views
        self._dates = DateWords()

    def schedule(self, terms: Terms, *, is_over: bool = False) -> str:
        """`Monday to Friday at 18:00`; of one that has not begun also when it begins, and that one is over."""
        words = schedule_words(terms.schedule, terms.at_minute, self._dates, self._today)
        if is_over:
            over = QCoreApplication.translate("Amends", "{schedule}. It is over; its record stays.")
            return over.format(schedule=words)
        if terms.stance is Stance.ACTIVE and terms.starts_on > self._today:
            begins = QCoreApplication.translate("Amends", "{schedule}. Begins on {day}.")
            return begins.format(schedule=words, day=self.long(terms.starts_on))
        if terms.stance is Stance.ENDED:
            ended = QCoreApplication.translate("Amends", "{schedule}. Ended on {day}; its record stays.")
            return ended.format(schedule=words, day=self.long(terms.starts_on))
        return words

    def when(self, terms: Terms) -> str:
        """`Monday to Friday at 18:00`, whatever becomes of it."""
        return schedule_words(terms.schedule, terms.at_minute, self._dates, self._today)

    def coming(self, coming: Terms) -> str:
        """`From Thursday 21 May: easier.`"""
        if coming.stance is Stance.WAITING:
            words = QCoreApplication.translate("Amends", "From {day} it waits.")
        elif coming.stance is Stance.ENDED:
            words = QCoreApplication.translate("Amends", "It ends on {day}.")
        elif coming.direction is Direction.EASIER:
            words = QCoreApplication.translate("Amends", "From {day}: easier. {schedule}.")
        elif coming.direction is Direction.STRICTER:
            words = QCoreApplication.translate("Amends", "From {day}: stricter. {schedule}.")
        else:
            words = QCoreApplication.translate("Amends", "From {day}: in other words. {schedule}.")
        return words.format(
            day=self.long(coming.starts_on),
            schedule=schedule_words(coming.schedule, coming.at_minute, self._dates, self._today),
        )

    def eased(self, terms: Terms) -> str:
        """`Made easier on Saturday 2 May.`; nothing for other terms."""
        if terms.direction is not Direction.EASIER or terms.starts_on > self._today:
            return ""
        if terms.stance is not Stance.ACTIVE:
            return ""
        words = QCoreApplication.translate("Amends", "Made easier on {day}.")
        return words.format(day=self.long(terms.starts_on))

    def pause(self, pause: Pause) -> str:
        """`Paused until Friday 5 June, for illness. The program asks again then.`"""
        reason = self.reason(pause.reason)
        if pause.starts_on > self._today:
            words = QCoreApplication.translate("Amends", "Pause from {first} to {last}: {reason}.")
        elif pause.looks_again:
            words = QCoreApplication.translate("Amends", "Paused; looked at again on {last}: {reason}.")
        else:
            words = QCoreApplication.translate("Amends", "Paused until {last}: {reason}.")
        return words.format(first=self.long(pause.starts_on), last=self.long(pause.ends_on), reason=reason)

    def pause_of(self, pause: Pause) -> str:
        """`Pause from Monday 4 May to Friday 8 May: illness.`, whenever that was or is."""
        words = QCoreApplication.translate("Amends", "Pause from {first} to {last}: {reason}.")
        reason = self.reason(pause.reason)
        return words.format(first=self.long(pause.starts_on), last=self.long(pause.ends_on), reason=reason)

    def reason(self, reason: Reason) -> str:
        """`my own wish`."""
        return {
            Reason.CHOICE: QCoreApplication.translate("Amends", "my own wish"),
            Reason.ILLNESS: QCoreApplication.translate("Amends", "illness"),
            Reason.DANGER: QCoreApplication.translate("Amends", "danger"),
            Reason.THEIR_WISH: QCoreApplication.translate("Amends", "a wish or a limit of {name}"),
        }[reason].format(name=self._name)

    def countdown(self, day: date) -> str:
        """`tomorrow, on Friday 8 May`, `in 4 days, on Monday 11 May`; both count promise days."""
        days = (day - self._today).days
        if days == 1:
            return QCoreApplication.translate("Amends", "tomorrow, on {day}").format(day=self.long(day))
        return QCoreApplication.translate("Amends", "in {n} days, on {day}").format(n=days, day=self.long(day))

    def has_begun(self, pause: Pause) -> bool:
        """Whether a pause asks for nothing already today."""
        return pause.starts_on <= self._today

    def views(self, rows: Sequence[TheirView]) -> str:
        """What they said, the newest first, each on a line of its own: `Ana: agrees, as you heard it, on 5 May.`"""
        if not rows:
            not_asked = QCoreApplication.translate("Amends", "{name}: {view}.")
            return not_asked.format(name=self._name, view=self._views.options[View.NOT_ASKED].stands)
        return "\n".join(self._view(row, is_newest=row is rows[-1]) for row in reversed(rows))

    def views_of_pause(self, pause: Pause, rows: Sequence[TheirView]) -> str:
        """The same of a pause; of one that is their own wish nothing while nothing was noted, and how they ended it."""
        if is_theirs_to_end(pause) and not rows:
            return ""
        if not rows or not is_word_of_its_end(pause, rows[-1]):
            return self.views(rows)
        *before, newest = rows
        earlier = (self._view(row, is_newest=False) for row in reversed(before))
        return "\n".join([self._view(newest, is_newest=True, said=self._ended(pause)), *earlier])

    def _ended(self, pause: Pause) -> str:
        if pause.taken_back_at is None:
            return QCoreApplication.translate("Amends", "said that it may begin again, as you heard it")
        return QCoreApplication.translate("Amends", "said that it need not be paused, as you heard it")

    def _view(self, row: TheirView, *, is_newest: bool, said: str = "") -> str:
        """`Ana: does not agree, as you heard it, on 3 May. “Not again.”`; of one that counts no more `Earlier: …`."""
        if row.heard_on is None and is_newest:
            words = QCoreApplication.translate("Amends", "{name}: {view}.")
        elif is_newest:
            words = QCoreApplication.translate("Amends", "{name}: {view}, on {day}.")
        elif row.heard_on is None:
            words = QCoreApplication.translate("Amends", "Earlier: {view}.")
        else:
            words = QCoreApplication.translate("Amends", "Earlier: {view}, on {day}.")
        day = "" if row.heard_on is None else self._dates.short(row.heard_on, self._today)
        line = words.format(name=self._name, view=said or self._views.options[row.view].stands, day=day)
        if not row.words:
            return line
        return QCoreApplication.translate("Amends", "{line} “{heard}”").format(line=line, heard=row.words)

    def long(self, day: date) -> str:
        """A day with its weekday."""
        return self._dates.long(day, self._today)
