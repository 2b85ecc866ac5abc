"""Terms that were changed since, with their notice, their reason and what they said to it; and pauses."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trustplanner.content.session import SessionViewWords
from trustplanner.domain.commitments import Direction, Reason, Stance
from trustplanner.domain.session_view import PauseSince, TermsSince
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.session_page.leaf import Lane, Leaf
from trustplanner.ui.screens.session_page.reading import SessionReading


class TermsLeaf(Leaf):
    """One block for each change and each pause, in the order of writing."""

    def __init__(self, theme: Theme, texts: SessionViewWords) -> None:
        self._lane = Lane(theme)
        super().__init__(theme, "session_terms", [self._lane])
        self._texts = texts
        self._today = date.min
        self.set_title(self.tr("What was agreed anew"))

    def show_reading(self, reading: SessionReading, standing: StandingWords, name: str) -> None:
        """Show it as it is now."""
        self._today = reading.since.today
        blocks = [self._change(each, standing, name) for each in reading.since.changes]
        blocks += [self._pause(each, standing) for each in reading.since.pauses]
        self._lane.set_blocks(blocks or [TextLabel(self.theme, self._texts.no_changes, "large", "ink_2")])

    def _change(self, change: TermsSince, standing: StandingWords, name: str) -> QWidget:
        terms = change.terms
        said = _what(change, self._today).format(day=standing.long(terms.starts_on))
        lines = [said]
        promise = ""
        if terms.stance is Stance.ACTIVE:
            promise = promise_words(terms, name).whole
            lines.append(f"{standing.when(terms)}.")
        if terms.direction is Direction.EASIER:
            lines.append(self._notice(change, standing))
            lines += standing.views(change.views).split("\n")
        return self._block(change.commitment.title, promise, lines)

    def _notice(self, change: TermsSince, standing: StandingWords) -> str:
        terms = change.terms
        days = (terms.starts_on - terms.written_on).days
        if terms.reason is not Reason.CHOICE:
            return self.tr("It counted at once. Reason: {reason}.").format(reason=standing.reason(terms.reason))
        if days <= 0:
            return self.tr("It counted at once.")
        counts = self.tr("Notice of {n} days; until then it counts as before.")
        counted = self.tr("Notice of {n} days; until then it counted as before.")
        return (counts if terms.starts_on > self._today else counted).format(n=days)

    def _pause(self, each: PauseSince, standing: StandingWords) -> QWidget:
        title = self.tr("All commitments") if each.commitment is None else each.commitment.title
        views = standing.views_of_pause(each.pause, each.views)
        return self._block(title, "", [standing.pause_of(each.pause), *views.splitlines()])

    def _block(self, title: str, promise: str, lines: Sequence[str]) -> QWidget:
        block = QWidget()
        layout = column(block, spacing=4)
        layout.addWidget(TextLabel(self.theme, title, "heading"))
        if promise:
            layout.addWidget(TextLabel(self.theme, promise, "promise"))
        for line in lines:
            layout.addWidget(TextLabel(self.theme, line, "large", "ink_2"))
        return block


def _what(change: TermsSince, today: date) -> str:
    terms, before = change.terms, change.before
    is_coming = terms.starts_on > today
    if terms.stance is Stance.ENDED:
        ends = QCoreApplication.translate("Session", "Ends on {day}.")
        return ends if is_coming else QCoreApplication.translate("Session", "Ended, from {day}.")
    if terms.stance is Stance.WAITING:
        waits = QCoreApplication.translate("Session", "Waits from {day}.")
        return waits if is_coming else QCoreApplication.translate("Session", "Let wait, from {day}.")
    if before is None or terms.direction is Direction.FIRST:
        return QCoreApplication.translate("Session", "Promised, from {day}.")
    if before.stance is not Stance.ACTIVE:
        begins = QCoreApplication.translate("Session", "Begins on {day}.")
        return begins if is_coming else QCoreApplication.translate("Session", "Begun, on {day}.")
    return {
        Direction.EASIER: QCoreApplication.translate("Session", "Made easier, from {day}."),
        Direction.STRICTER: QCoreApplication.translate("Session", "Made stricter, from {day}."),
        Direction.WORDING: QCoreApplication.translate("Session", "Said in other words, from {day}."),
    }[terms.direction]
