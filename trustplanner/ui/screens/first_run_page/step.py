"""One step of the first run: where it stands, its title, what is asked, and the ways back and on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.first_run import NUMBERED, FirstRunStep
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace

_TITLE_GAP, _LEAD_GAP, _BODY_GAP = 6, 8, 28


class Step(QWidget):
    """Subclasses make the body, call `lay_out`, then `say`; `refresh` shows what is recorded.

    `ways` are the buttons on and back for the foot of the page, None where they stand in the step itself.
    Everything is saved as it is given; `leave` only says whether the step can be left forward.
    """

    on_requested = Signal()
    back_requested = Signal()

    def __init__(self, workspace: Workspace, code: FirstRunStep) -> None:
        super().__init__()
        self.workspace = workspace
        self.code = code
        self.setObjectName(f"first_run_{code}_step")
        self.ways: QWidget | None = None
        self._title = TextLabel(workspace.theme, "", "title")
        self._lead = TextLabel(workspace.theme, "", "body", "ink_2")

    def refresh(self) -> None:
        """Show what is recorded."""
        raise NotImplementedError

    def save_typing(self) -> None:
        """Write what is typed.

        Raises:
            KnownError: it could not be written.
        """

    def leave(self) -> bool:
        """Whether the person may go on; if not, the step says why.

        Raises:
            KnownError: it could not be written.
        """
        self.save_typing()
        return True

    def say(self, title: str, lead: str) -> None:
        """Show the words above the body."""
        self._title.set_text(title)
        self._lead.set_text(lead)
        self._lead.setVisible(bool(lead))

    def lay_out(self, body: QWidget, kind: Kind = Kind.PRIMARY) -> None:
        """Place title and body, and make the ways for the foot; a safety choice has no primary way on."""
        layout = column(self)
        layout.addWidget(self._progress())
        layout.addSpacing(_TITLE_GAP)
        layout.addWidget(self._title)
        layout.addSpacing(_LEAD_GAP)
        layout.addWidget(self._lead)
        layout.addSpacing(_BODY_GAP)
        layout.addWidget(body)
        self.ways = QWidget()
        buttons = WrappingRow(self.ways)
        on = Button(self.workspace.theme, self.tr("Save and go on"), kind, name=f"first_run_{self.code}_on_button")
        on.clicked.connect(self.on_requested)
        buttons.addWidget(on)
        if self.code is not NUMBERED[0]:
            buttons.addWidget(self.back_button(Kind.QUIET))
        self.setFocusProxy(body)

    def back_button(self, kind: Kind) -> Button:
        """The way back to the step before."""
        back = Button(self.workspace.theme, self.tr("Back"), kind, name=f"first_run_{self.code}_back_button")
        back.clicked.connect(self.back_requested)
        return back

    def _progress(self) -> TextLabel:
        words = self.tr("Step {n} of {all}").format(n=NUMBERED.index(self.code) + 1, all=len(NUMBERED))
        label = TextLabel(self.workspace.theme, words, "small", "ink_3")
        label.setObjectName("first_run_progress_label")
        return label
