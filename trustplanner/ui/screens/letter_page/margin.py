"""The margin of a letter: one question at a time, the counts, where the letter is, and the other letters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.letters import Letter
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dots import ContentsEntry, DotState
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page.counts import Counts
from trustplanner.ui.screens.letter_page.desk import Desk
from trustplanner.ui.screens.letter_page.hints import Hint
from trustplanner.ui.screens.letter_page.tray import Tray
from trustplanner.ui.screens.letter_page.view import LetterView

_ABOVE_LINE, _BELOW_LINE = 22, 18
_HINT_GAP = 8
_LONGEST_QUOTE = 90  # characters


class HintNote(QWidget):
    """One question with its reason; hidden while there is none. It is left aside for good with one press."""

    leave_requested = Signal(object)
    support_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("letter_hint")
        theme, support = workspace.theme, workspace.catalogue.support()
        self._support = support
        self.hint: Hint | None = None
        self._heading = TextLabel(theme, workspace.catalogue.letter().hint_title, "label", "ink_2")
        self._question = TextLabel(theme, "", "aside", "ink")
        self._reason = TextLabel(theme, "", "small", "ink_2")
        self._leave = Button(theme, self.tr("Leave it as it is"), Kind.LINK, name="letter_leave_hint_button")
        self._help = Button(theme, support.title, Kind.LINK, icon="life-buoy", name="letter_support_button")
        self._leave.clicked.connect(lambda: self.leave_requested.emit(self.hint))
        self._help.clicked.connect(self.support_requested)
        layout = column(self)
        for part in (self._heading, self._question, self._reason):
            layout.addWidget(part)
            layout.addSpacing(_HINT_GAP)
        layout.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addSpacing(_ABOVE_LINE - _HINT_GAP)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(_BELOW_LINE)
        self.hide()

    def show_hint(self, hint: Hint | None) -> None:
        """Ask this, or nothing."""
        self.hint = hint
        self.setVisible(hint is not None)
        if hint is None:
            return
        is_safety = hint.is_about_safety
        self._heading.setVisible(not is_safety)
        question = self.tr("“{words}” {question}").format(words=_shortened(hint.words), question=hint.question)
        self._question.set_text(question)
        said = (hint.reason, self._support.lead if is_safety else hint.rephrasing)
        self._reason.set_text(" ".join(part for part in said if part))
        self._help.setVisible(is_safety)


def _shortened(words: str) -> str:
    """Words for the margin; what is longer is known again by how it begins."""
    plain = words.strip().rstrip(".,;:")
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


class LetterList(QWidget):
    """All letters, and the way to another one. `letter_chosen` carries an id."""

    letter_chosen = Signal(str)
    new_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("letter_list")
        self._theme = workspace.theme
        self._view: LetterView | None = None
        self._links: KeyedColumn[Letter, ContentsEntry] = KeyedColumn(
            lambda each: each.id, self._make, self._show, spacing=2
        )
        self._new = Button(workspace.theme, self.tr("Begin another letter"), Kind.LINK, name="letter_new_button")
        self._new.set_icon("plus")
        self._new.clicked.connect(self.new_requested)
        layout = column(self)
        layout.addWidget(TextLabel(workspace.theme, self.tr("Letters"), "label", "ink_2"))
        layout.addSpacing(_HINT_GAP)
        layout.addWidget(self._links.widget)
        layout.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeading)

    def show_view(self, view: LetterView) -> None:
        """Show which there are, and which is open."""
        self._view = view
        self._links.show_things(view.letters if len(view.letters) > 1 else ())

    def name_of(self, letter: Letter) -> str:
        """What a letter is called: its name, or its number."""
        if letter.title:
            return letter.title
        return self.tr("Letter {number}").format(number=self._view.number(letter) if self._view else 1)

    def _make(self, letter: Letter) -> ContentsEntry:
        entry = ContentsEntry(self._theme, "", DotState.NOT_OPENED, name=f"letter_{letter.id}_button")
        entry.activated.connect(lambda: self.letter_chosen.emit(letter.id))
        return entry

    def _show(self, entry: ContentsEntry, letter: Letter) -> None:
        is_open = self._view is not None and self._view.letter == letter
        written = DotState.WRITTEN if letter.words.strip() else DotState.NOT_OPENED
        entry.show_state(self.name_of(letter), DotState.HERE if is_open else written)


class LetterMargin(QWidget):
    """All four, one below the other."""

    def __init__(self, workspace: Workspace, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = HintNote(workspace)
        self.counts = Counts(workspace.theme, desk.kind_name)
        self.tray = Tray(workspace)
        self.letters = LetterList(workspace)
        self._of_letter = QWidget()
        self._above = above = column(self._of_letter)
        self.take_hint()
        for part in (self.counts, self.tray):
            above.addWidget(part)
            above.addSpacing(_ABOVE_LINE)
            above.addWidget(Hairline(workspace.theme))
            above.addSpacing(_BELOW_LINE)
        layout = column(self)
        layout.addWidget(self._of_letter)
        layout.addWidget(self.letters)

    def take_hint(self) -> None:
        """Have the question on top."""
        if self._above.indexOf(self.hint) < 0:
            self._above.insertWidget(0, self.hint)

    def show_view(self, view: LetterView) -> None:
        """Show where the letter is; before listening only which letters there are."""
        self._of_letter.setVisible(not view.is_gated)
        self.tray.show_view(view)
        self.letters.show_view(view)
        self.setVisible(bool(view.letters))
