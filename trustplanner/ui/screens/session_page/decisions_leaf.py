"""Each commitment kept, changed or ended there and then; what eases takes its notice as everywhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.session_notes import decide, end_in_session
from trustplanner.actions.views import Heard
from trustplanner.content.session import SessionViewWords
from trustplanner.domain.commitments import Reason, Stance
from trustplanner.domain.session_notes import Decision
from trustplanner.ui.kit.easing_sheet import EasingSheet
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page.leaf import Lane, Leaf
from trustplanner.ui.screens.session_page.reading import Promised, SessionReading


class DecisionRow(QWidget):
    """One commitment and the three ways."""

    chosen = Signal(str, str)

    def __init__(self, workspace: Workspace, texts: SessionViewWords, promised: Promised) -> None:
        super().__init__()
        theme, self._key = workspace.theme, promised.commitment.id
        self.setObjectName("session_decision")
        self._title = TextLabel(theme, "", "heading")
        self._standing = TextLabel(theme, "", "large", "ink_2")
        options = [SegmentOption(each.value, texts.decide_options[each]) for each in Decision]
        self.segment = SegmentedControl(theme, options, name=f"session_decide_{self._key}")
        self.segment.option_chosen.connect(lambda value: self.chosen.emit(self._key, value))
        layout = column(self, spacing=6)
        layout.addWidget(self._title)
        layout.addWidget(self._standing)
        layout.addWidget(self.segment, 0, Qt.AlignmentFlag.AlignLeading)

    def show_promised(self, promised: Promised, standing: StandingWords) -> None:
        """Show it as it is now."""
        self._title.set_text(promised.commitment.title)
        self.segment.setAccessibleName(promised.commitment.title)
        lines = [f"{standing.when(promised.terms)}."]
        if promised.coming is not None:
            lines.append(standing.coming(promised.coming))
        self._standing.set_text(" ".join(lines))
        self.segment.set_chosen(None if promised.decision is None else promised.decision.value)


class DecisionsLeaf(Leaf):
    """`change_requested` leads to the editor with the id of a commitment."""

    change_requested = Signal(str)

    def __init__(self, workspace: Workspace, texts: SessionViewWords) -> None:
        self._lane = Lane(workspace.theme)
        super().__init__(workspace.theme, "session_decisions", [self._lane])
        self._workspace = workspace
        self._texts = texts
        self._session_id = ""
        self._promised: dict[str, Promised] = {}
        self._rows: dict[str, DecisionRow] = {}

    def show_reading(self, reading: SessionReading, standing: StandingWords) -> None:
        """Show it as it is now; rows that stay keep their focus."""
        self._session_id = "" if reading.session is None else reading.session.id
        self._promised = {each.commitment.id: each for each in reading.promised}
        found = bool(self._promised)
        self.set_title(self.tr("Stays, changes, or ends"), self._texts.decide_lead if found else "")
        for key, each in self._promised.items():
            if key not in self._rows:
                self._rows[key] = self._make_row(each)
            self._rows[key].show_promised(each, standing)
        self._rows = {key: row for key, row in self._rows.items() if key in self._promised}
        rows: list[QWidget] = [self._rows[key] for key in self._promised]
        self._lane.set_blocks(rows or [TextLabel(self.theme, self._texts.decide_none, "large", "ink_2")])

    def ask_end(self, commitment_id: str) -> EasingSheet | None:
        """Ask before it ends, with its notice; None if it is not there any more."""
        promised = self._promised.get(commitment_id)
        if promised is None:
            return None
        title = promised.commitment.title

        def act(reason: Reason, heard: Heard) -> None:
            label = self.tr("end of a commitment")
            self._workspace.do(label, end_in_session, self._session_id, commitment_id, reason, heard)
            self._workspace.recorded.emit(self.tr("“{title}” is to end.").format(title=title))

        return EasingSheet(self._workspace, self.window(), title, promised.terms, Stance.ENDED, act)

    def _make_row(self, promised: Promised) -> DecisionRow:
        made = DecisionRow(self._workspace, self._texts, promised)
        made.chosen.connect(self._on_chosen)
        return made

    def _on_chosen(self, commitment_id: str, value: str) -> None:
        decision = Decision(value)
        if decision is Decision.ENDED:
            self._show_as_it_was(commitment_id)
            sheet = self.ask_end(commitment_id)
            if sheet is not None:
                sheet.open()
            return
        label = self.tr("decision in a session")
        done = self._workspace.attempt(label, decide, self._session_id, commitment_id, decision)
        if done is not None and decision is Decision.CHANGED:
            self.change_requested.emit(commitment_id)

    def _show_as_it_was(self, commitment_id: str) -> None:
        """Nothing is decided until the sheet says so."""
        before = self._promised[commitment_id].decision
        self._rows[commitment_id].segment.set_chosen(None if before is None else before.value)
