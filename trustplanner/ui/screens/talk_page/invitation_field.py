"""The invitation: room to write it, and a question where it may press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.conversations import InvitationWords
from trustplanner.content.texts import Voice
from trustplanner.domain.invitations import Press, pressing_in
from trustplanner.domain.limits import touched_limit
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField

_GAP = 4


class InvitationField(QWidget):
    """`edited` follows each key. What may press is asked about, one question at a time; it never stops anything."""

    edited = Signal()
    help_requested = Signal()

    def __init__(self, workspace: Workspace, words: InvitationWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = words
        theme = workspace.theme
        self.field = WritingField(theme, name="talk_invitation_field")
        self._note = TextLabel(theme, "", "small", "ink_2")
        self._hint_title = TextLabel(theme, words.hint_title, "label", "ink_2")
        self._hint = TextLabel(theme, "", "aside")
        self._help = Button(theme, words.threat_link, Kind.LINK, name="talk_threat_help_button")
        self._question = QWidget()
        question = column(self._question, spacing=_GAP)
        for part in (self._hint_title, self._hint, self._help):
            question.addWidget(part)
        layout = column(self, spacing=_GAP)
        layout.addWidget(LabelledField(theme, words.label, self.field))
        layout.addWidget(self._note)
        self._question.setContentsMargins(0, 10, 0, 0)  # of its own, so that a hidden one leaves no gap
        layout.addWidget(self._question)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_text_changed)
        self._help.clicked.connect(self.help_requested)

    def words(self) -> str:
        """The invitation as it is typed."""
        return self.field.toPlainText()

    def fill(self, words: str) -> None:
        """Show an invitation that is saved."""
        self.field.fill(words)
        self.show_hint()

    def say_to(self, voice: Voice) -> None:
        """Whom it is for."""
        self._note.set_text(self._words.note.said_to(voice))
        self.show_hint()

    def show_hint(self) -> None:
        """Ask about the gravest thing that may press, if there is one."""
        question, is_grave = self._question_about(self.words())
        self._hint.set_text(question)
        self._help.setVisible(is_grave)
        self._question.setVisible(bool(question))

    def _question_about(self, words: str) -> tuple[str, bool]:
        voice, pressing = self._workspace.voice, pressing_in(words)
        limit = touched_limit(self._workspace.read(wishes), words)
        if limit is not None and (pressing is None or pressing.how is not Press.THREAT):
            return self._words.touches_limit.said_to(voice, words=limit.words), False
        if pressing is None:
            return "", False
        said = self._words.hints[pressing.how].said_to(voice, words=pressing.words)
        return said, pressing.how is Press.THREAT

    def _on_text_changed(self) -> None:
        self.show_hint()
        self.edited.emit()
