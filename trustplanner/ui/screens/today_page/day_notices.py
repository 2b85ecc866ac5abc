"""Which notices stand on the page, and what their links do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trustplanner.actions.pauses import resume
from trustplanner.actions.reminders import leave_reminder
from trustplanner.actions.terms import take_back_pending
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.pauses import is_theirs_to_end
from trustplanner.domain.plans import Contact
from trustplanner.domain.setbacks import NextAct
from trustplanner.domain.today import DayView
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.quiet import attempt_quietly
from trustplanner.ui.kit.reminder_state import reminder_that_stands
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_state import Notices
from trustplanner.ui.screens.today_page.notice_words import NoticeWords
from trustplanner.ui.screens.today_page.notices import Notice


class DayNotices(QObject):
    """Turns what is so into notices. `go_requested` carries a `Destination`, `longer_wanted` a `Pause`.

    `review_wanted` carries the id of a commitment.
    """

    go_requested = Signal(object)
    longer_wanted = Signal(object)
    review_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = NoticeWords(workspace, self)

    # --- above the rows

    def next_acts(self, state: Notices) -> list[Notice]:
        """What comes next after a setback."""
        return [self._setback(each) for each in state.setbacks]

    def banners(self, state: Notices) -> list[Notice]:
        """What matters before anything is answered: limits, safety, the clock, an illness to look at again."""
        found = self._finished(state) + self._contact(state)
        if state.is_ending_first:
            ending = self._workspace.catalogue.safety().ending.notice
            found.append(Notice("ending", ending, self.tr("Private questions"), self._lead("safety")))
        if state.are_questions_due:
            words = self.tr("The private questions are due again.")
            found.append(Notice("safety", words, self.tr("Answer them"), self._lead("safety")))
        if state.minutes_behind:
            found.append(Notice("clock", self._words.behind(state.minutes_behind)))
        for pause in state.pauses_to_look_at:
            title = state.titles.get(pause.commitment_id or "", "")
            words = self._words.looks_again(title, pause)
            found.append(Notice(f"longer_{pause.seq}", words, self.tr("Longer"), self._ask_longer(pause)))
        return found + self._reminder()

    def _finished(self, state: Notices) -> list[Notice]:
        if state.finished is None:
            return []
        way = self._workspace.catalogue.finish().ways[state.finished.kind].label
        words = self._words.finished(way, state.finished.ended_on)
        return [Notice("finished", words, self.tr("How it was finished"), self._lead("finish"))]

    def _reminder(self) -> list[Notice]:
        standing = reminder_that_stands(self._workspace)
        if standing is None:
            return []

        def close() -> None:
            attempt_quietly(self._workspace, leave_reminder, standing)

        words = self._workspace.catalogue.reminders().banner[standing.slot]
        return [Notice("reminder", words, self.tr("Close"), close)]

    def _contact(self, state: Notices) -> list[Notice]:
        texts = self._workspace.catalogue.today().contact
        text = {
            Contact.OPEN: None,
            Contact.LIMITED: texts.limited_banner,
            Contact.NONE: texts.ran_out_banner if state.has_no_contact_run_out else texts.none_banner,
        }[state.contact]
        if text is None:
            return []
        words = text.said_to(self._workspace.voice)
        code = "ran_out" if state.has_no_contact_run_out else state.contact.value
        if state.is_to_look_through:
            look = self.tr("What needs contact")
            return [Notice(f"{code}_change", words, look, self._lead("contact_change"), is_theirs=True)]
        return [Notice(code, words, self.tr("What is welcome"), self._lead("contact"), is_theirs=True)]

    # --- below the rows

    def paused(self, view: DayView) -> list[Notice]:
        """One quiet line for each commitment that is paused on the day."""
        lead = self._lead("pauses")
        return [
            Notice(f"paused_{row.commitment.id}", self._words.paused(row), self.tr("Pauses"), lead)
            for row in view.paused
        ]

    def lines(self, state: Notices) -> list[Notice]:
        """What is coming, and what is to be looked at again."""
        found = [self._loosening(commitment, terms) for commitment, terms in state.loosenings]
        found += [self._coming_pause(pause, state) for pause in state.coming_pauses]
        found += [
            Notice(f"begins_{commitment.id}", self._words.begins(commitment, first))
            for commitment, first in state.coming_commitments
        ]
        found += [
            Notice(
                f"review_{commitment.id}",
                self._words.review(commitment),
                self.tr("Look at it"),
                self._ask_review(commitment),
            )
            for commitment in state.to_review
        ]
        if state.titles and not state.has_active and state.finished is None:
            words = self.tr("No commitment is active now.")
            found.append(Notice("none_active", words, self.tr("Write a commitment"), self._lead("commitment")))
        return found

    def _setback(self, next_act: NextAct) -> Notice:
        key = next_act.event.id
        words = self._words.setback(next_act, self._workspace.catalogue.setback().acts[next_act.act].tab)
        return Notice(f"setback_{key}", words, self.tr("Go to it"), self._lead("setback", key))

    def _loosening(self, commitment: Commitment, terms: Terms) -> Notice:
        promise = promise_words(terms, self._workspace.voice.name).whole
        words = self._words.loosening(commitment, terms, promise)

        def take_back() -> None:
            done = self._workspace.attempt(self.tr("taking back"), take_back_pending, commitment.id)
            if done is not None:
                self._workspace.recorded.emit(self.tr("Taken back. The terms stay as they are."))

        return Notice(f"loosening_{commitment.id}", words, self.tr("Take back"), take_back)

    def _coming_pause(self, pause: Pause, state: Notices) -> Notice:
        words = self._words.coming_pause(state.titles.get(pause.commitment_id or "", ""), pause)
        if is_theirs_to_end(pause):  # what was heard of its end is asked for there
            return Notice(f"pause_{pause.seq}", words, self.tr("Pauses"), self._lead("pauses"))

        def take_back() -> None:
            done = self._workspace.attempt(self.tr("taking back"), resume, pause.seq or 0)
            if done is not None:
                self._workspace.recorded.emit(self.tr("Taken back. There will be no pause."))

        return Notice(f"pause_{pause.seq}", words, self.tr("Take back"), take_back)

    def _lead(self, place: str, detail: str = "") -> Callable[[], None]:
        return lambda: self.go_requested.emit(Destination(place, detail))

    def _ask_review(self, commitment: Commitment) -> Callable[[], None]:
        return lambda: self.review_wanted.emit(commitment.id)

    def _ask_longer(self, pause: Pause) -> Callable[[], None]:
        return lambda: self.longer_wanted.emit(pause)
