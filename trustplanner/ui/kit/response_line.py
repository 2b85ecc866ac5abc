"""What they said to a commitment, as it was heard: the newest first, the earlier ones below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.responses import TheirResponse
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace


class ResponseLine(QWidget):
    """Nothing stands here while nothing was noted, and nothing is missing then; `note_requested` asks to note it.

    The link stands below it, unless it is to stand among other links.
    """

    note_requested = Signal()

    def __init__(self, workspace: Workspace, *, name: str, has_link_below: bool = True) -> None:
        super().__init__()
        self._workspace = workspace
        self._dates = DateWords()
        self._heard = TextLabel(workspace.theme, "", "small")
        self._earlier = TextLabel(workspace.theme, "", "small", "ink_3")
        self.link = Button(workspace.theme, "", Kind.LINK, name=name)
        self.link.clicked.connect(self.note_requested)
        layout = column(self)
        layout.addWidget(self._heard)
        layout.addWidget(self._earlier)
        self._has_link_below = has_link_below
        if has_link_below:
            layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)

    def show_responses(self, title: str, responses: Sequence[TheirResponse], *, can_note: bool) -> None:
        """Show those to the commitment of this title, oldest first as they come from the vault."""
        self._heard.setVisible(bool(responses))
        self._earlier.setVisible(len(responses) > 1)
        self.link.set_words(self._workspace.catalogue.responses().link.said_to(self._workspace.voice))
        self.link.setAccessibleDescription(title)
        if self._has_link_below:
            self.link.setVisible(can_note)
        if responses:
            self._heard.set_text(self._said(responses[-1]))
            earlier = "\n".join(self._said(each) for each in reversed(responses[:-1]))
            self._earlier.set_text(self.tr("Before: {words}").format(words=earlier) if earlier else "")

    def _said(self, response: TheirResponse) -> str:
        voice, words = self._workspace.voice, self._workspace.catalogue.responses()
        heard = words.options[response.response].heard.said_to(voice)
        if response.heard_on is None:
            said = self.tr("{heard}, as you heard it.").format(heard=heard)
        else:
            day = self._dates.short(response.heard_on, self._workspace.today)
            said = self.tr("{heard}, as you heard it on {day}.").format(heard=heard, day=day)
        quoted = response.words.strip()
        return f"{said} “{quoted}”" if quoted else said
