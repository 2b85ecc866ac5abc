"""What stands below a commitment on Amends: what they said to it, and that it is missed often.

The links to it stand among the others of the row.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import Stance
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.often_missed_ways import OftenMissedWays
from trustplanner.ui.kit.response_line import ResponseLine
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page.ledger import CommitmentEntry


class CommitmentBeside(QWidget):
    """`response_requested` carries the entry, `go_requested` a `Destination`."""

    response_requested = Signal(object)
    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, entry: CommitmentEntry) -> None:
        super().__init__()
        self._workspace = workspace
        self._entry = entry
        self._ways = OftenMissedWays(workspace, self)
        self._ways.go_requested.connect(self.go_requested)
        key = entry.commitment.id
        self._response = ResponseLine(workspace, name=f"amends_response_{key}_button", has_link_below=False)
        self._response.note_requested.connect(lambda: self.response_requested.emit(self._entry))
        self._words = TextLabel(workspace.theme, "", "small", "ink_2")
        repeated = workspace.catalogue.miss_steps().repeated
        self._smaller = self._link(repeated.smaller, "smaller")
        self._take = self._link("", "take")
        self._leave = self._link(repeated.leave, "leave")
        self._smaller.clicked.connect(lambda: self._ways.make_smaller(self._entry.commitment))
        self._take.clicked.connect(self._on_take_clicked)
        self._leave.clicked.connect(self._on_leave_clicked)
        self._lay_out()
        self.show_entry(entry)

    def _lay_out(self) -> None:
        layout = column(self, spacing=2)
        layout.addWidget(self._response)
        layout.addWidget(self._words)

    @property
    def ways(self) -> tuple[Button, ...]:
        """The ways out of repeated misses."""
        return self._smaller, self._take, self._leave

    @property
    def response(self) -> Button:
        """Asks to note what they say about it."""
        return self._response.link

    def possible(self) -> list[Button]:
        """Which of them lead anywhere now."""
        ways = [] if self._entry.often is None else list(self.ways)
        return ways if self._entry.stance is Stance.ENDED else [*ways, self.response]

    def show_entry(self, entry: CommitmentEntry) -> None:
        """Show what is so now."""
        self._entry = entry
        title, often = entry.commitment.title, entry.often
        self._response.show_responses(title, entry.responses, can_note=entry.stance is not Stance.ENDED)
        self._words.setVisible(often is not None)
        if often is None:
            return
        repeated, voice = self._workspace.catalogue.miss_steps().repeated, self._workspace.voice
        self._words.set_text(repeated.often.said_to(voice, n=often.missed, most=often.due))
        self._take.set_words(repeated.take.said_to(voice))

    def _link(self, words: str, wish: str) -> Button:
        name = f"amends_{wish}_{self._entry.commitment.id}_button"
        return Button(self._workspace.theme, words, Kind.LINK, name=name)

    def _on_take_clicked(self) -> None:
        if self._entry.often is not None:
            self._ways.take_to_session(self._entry.commitment, self._entry.often)

    def _on_leave_clicked(self) -> None:
        if self._entry.often is not None:
            self._ways.leave(self._entry.commitment, self._entry.often)
