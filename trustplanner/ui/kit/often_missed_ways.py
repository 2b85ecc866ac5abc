"""The ways out of repeated misses, on Today and in Amends: smaller or another thing, a session, or left for now."""

from PySide6.QtCore import QObject, Signal

from trustplanner.actions.repeated_misses import leave_for_now, take_repeats_to_session
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.repeated_misses import OftenMissed
from trustplanner.domain.sessions import next_session
from trustplanner.storage.queries.sessions import sessions
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace


class OftenMissedWays(QObject):
    """Carries them out. `go_requested` carries a `Destination`."""

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dates = DateWords()

    def make_smaller(self, commitment: Commitment) -> None:
        """Go to the editor."""
        self.go_requested.emit(Destination("commitment", commitment.id))

    def take_to_session(self, commitment: Commitment, often: OftenMissed) -> None:
        """Put it on the agenda of the next session; where there is none, go where one is set."""
        workspace = self._workspace
        session = next_session(workspace.read(sessions), workspace.today)
        if session is None:
            self.go_requested.emit(Destination("dates", "session:"))
            return
        agenda = workspace.catalogue.miss_steps().repeated.agenda
        words = agenda.said_to(workspace.voice, words=commitment.title, n=often.missed, most=often.due)
        label, key = self.tr("point on the agenda"), commitment.id
        if workspace.attempt(label, take_repeats_to_session, key, often.newest, session.id, words) is not None:
            day = self._dates.long(session.day, workspace.today)
            workspace.recorded.emit(self.tr("It stands on the agenda of {day}.").format(day=day))

    def leave(self, commitment: Commitment, often: OftenMissed) -> None:
        """Say nothing of it until the next miss."""
        label = self.tr("leaving it for now")
        if self._workspace.attempt(label, leave_for_now, commitment.id, often.newest) is not None:
            self._workspace.recorded.emit(self.tr("Left for now. It comes back after the next miss."))
