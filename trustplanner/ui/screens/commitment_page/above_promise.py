"""What is to be known above the promise: why nothing new is promised yet, and what they said to this one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.repeated_misses import is_closed_to_new
from trustplanner.domain.responses import TheirResponse
from trustplanner.storage.queries.commitments import histories_with_hidden
from trustplanner.storage.queries.responses import every_response
from trustplanner.storage.queries.sessions import sessions
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.response_line import ResponseLine
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_page.subject import Subject


class AbovePromise(QWidget):
    """`response_requested` asks to note what they say; `go_requested` carries a `Destination`."""

    response_requested = Signal()
    go_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        words, voice = workspace.catalogue.miss_steps().repeated, workspace.voice
        self._closed = Banner(
            workspace.theme,
            words.closed.said_to(voice),
            link=words.set_session.said_to(voice),
            name="commitment_closed_banner",
        )
        self._closed.link_activated.connect(lambda: self.go_requested.emit(Destination("dates", "session:")))
        self._response = ResponseLine(workspace, name="commitment_response_button")
        self._response.note_requested.connect(self.response_requested)
        layout = column(self)
        layout.addWidget(self._closed)
        layout.addWidget(self._response)

    def show_subject(self, subject: Subject) -> None:
        """Show what is so of this one; of a new one only whether it can be promised."""
        commitment = subject.commitment
        is_closed = commitment is None and self._is_closed()
        self._closed.setVisible(is_closed)
        self._response.setVisible(commitment is not None)
        if commitment is not None:
            heard = self._heard(commitment.id)
            self._response.show_responses(commitment.title, heard, can_note=not subject.is_ended)
        self.setVisible(is_closed or commitment is not None)

    def _is_closed(self) -> bool:
        workspace = self._workspace
        days = [session.day for session in workspace.read(sessions)]
        return is_closed_to_new(workspace.read(histories_with_hidden), days, workspace.today)

    def _heard(self, commitment_id: str) -> tuple[TheirResponse, ...]:
        return tuple(each for each in self._workspace.read(every_response) if each.commitment_id == commitment_id)
