"""Looking through what was promised once contact is limited or not welcome: what needs it can wait at once."""

from PySide6.QtWidgets import QWidget

from trustplanner.actions.commitments import let_wait_for_contact
from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.contact_change import asking
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace

_ROW_GAP = 14


class ContactSheet(SheetDialog):
    """Each commitment with a switch, all of them off: nothing waits that the person has not chosen."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        words, theme = workspace.catalogue.loosening().contact, workspace.theme
        super().__init__(theme, window, words.title, name="contact_sheet")
        self._workspace = workspace
        self._switches: dict[str, Switch] = {}
        self.body.setSpacing(_ROW_GAP)
        self.body.addWidget(TextLabel(theme, words.lead.said_to(workspace.voice), "body", "ink_2"))
        for commitment, terms in asking(workspace):
            self._add(commitment, terms)
        self.body.addWidget(TextLabel(theme, words.note, "small", "ink_2"))
        self._wait = Button(theme, self.tr("Let these wait"), Kind.PRIMARY, name="contact_sheet_wait_button")
        self._wait.clicked.connect(self._on_wait_clicked)
        self._none = Button(theme, self.tr("None of them needs it"), Kind.NORMAL, name="contact_sheet_none_button")
        self._none.clicked.connect(lambda: self._look_through([]))
        self.add_button(self._wait)
        self.add_button(self._none)
        self.set_far_button(Button(theme, self.tr("Not now"), Kind.QUIET, name="contact_sheet_leave_button"))
        self._show_ways()

    def _add(self, commitment: Commitment, terms: Terms) -> None:
        theme = self._workspace.theme
        switch = Switch(theme, commitment.title, name=f"contact_sheet_{commitment.id}_switch", is_track_first=True)
        switch.switched.connect(self._show_ways)
        self._switches[commitment.id] = switch
        promise = promise_words(terms, self._workspace.voice.name)
        line = column(spacing=2)
        line.addWidget(switch)
        line.addWidget(TextLabel(theme, promise_runs(promise.promise, promise.purpose), "promise"))
        self.body.addLayout(line)

    def _chosen(self) -> list[str]:
        return [key for key, switch in self._switches.items() if switch.is_on]

    def _show_ways(self) -> None:
        has_chosen = bool(self._chosen())
        self._wait.setVisible(has_chosen)
        self._none.setVisible(not has_chosen)

    def _on_wait_clicked(self) -> None:
        self._look_through(self._chosen())

    def _look_through(self, chosen: list[str]) -> None:
        try:
            self._workspace.do(self.tr("waiting of what needs contact"), let_wait_for_contact, chosen)
        except KnownError as error:
            self.show_refusal(self._workspace.sentence_for(error))
            return
        if chosen:
            words = self.tr("1 waits.") if len(chosen) == 1 else self.tr("{n} wait.").format(n=len(chosen))
            self._workspace.recorded.emit(words)
        self.close_sheet()
