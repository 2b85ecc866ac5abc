"""What was planned, to read: where no talk is planned, nothing of it can be changed or begun."""

from PySide6.QtWidgets import QWidget

from trustplanner.content.conversations import PlanWords
from trustplanner.domain.conversations import Talk
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme


class WrittenPlan(QWidget):
    """Each part with its label; parts without words are left out."""

    def __init__(self, theme: Theme, words: PlanWords, invitation_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self)
        layout.addWidget(TextLabel(theme, words.written_title, "heading"))
        self._parts: list[tuple[QWidget, TextLabel]] = []
        for label in (invitation_label, words.stop_label, words.tempted_label):
            part = QWidget()
            lines = column(part, spacing=4)
            lines.setContentsMargins(0, 16, 0, 0)
            said = TextLabel(theme, "", "promise")
            lines.addWidget(TextLabel(theme, label, "label", "ink_2"))
            lines.addWidget(said)
            layout.addWidget(part)
            self._parts.append((part, said))

    def show_talk(self, talk: Talk) -> None:
        """Show the words of this talk."""
        for (part, said), words in zip(self._parts, (talk.invitation, talk.stop_signs, talk.tempted), strict=True):
            said.set_text(words.strip())
            part.setVisible(bool(words.strip()))
