"""The head of the page: whose letter it is, that it is saved, and what stands before it: listening."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.letters import Letter
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page.view import LetterView


class LetterHead(QWidget):
    """Title, name of the letter where there are several, and the banner."""

    lines_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = workspace.theme
        self.workspace = workspace
        self._words = workspace.catalogue.letter()
        self._dates = DateWords()
        self._title = TextLabel(theme, "", "title")
        self._title.setObjectName("letter_title_label")
        self._name = TextLabel(theme, "", "label", "ink_2")
        self._name.setObjectName("letter_name_label")
        self._saved = TextLabel(theme, "", "caption", "ink_2", wraps=False)
        self._saved.setObjectName("letter_saved_label")
        self._banner = Banner(
            theme, "", tone=BannerTone.THEIRS, icon="ear", link=self.tr("Open"), name="letter_listening_banner"
        )
        self._banner.link_activated.connect(self.lines_requested)
        titles = row(spacing=16)
        titles.addWidget(self._title, 1)
        titles.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignBottom)
        layout = column(self)
        layout.addLayout(titles)
        layout.addWidget(self._name)
        layout.addSpacing(14)
        layout.addWidget(self._banner)

    def show_view(self, view: LetterView, name: str) -> None:
        """Show what is true of the letter."""
        self._title.set_text(self._words.title.said_to(self.workspace.voice))
        self._name.set_text(name)
        self._name.setVisible(bool(name))
        self._saved.set_text(self._saved_words(view.letter))
        self._banner.show_sentence(self._listening(view))
        self._banner.setVisible(not view.is_gated)

    def _counted(self, said: int, guessed: int) -> str:
        """A guess is not their words, and is not counted among them."""
        words, voice = self._words.listening, self.workspace.voice
        parts = [words.heard.said_to(voice, n=said) if said else words.none_heard.said_to(voice)]
        if guessed:
            parts.append(words.guessed.said(n=guessed))
        return " ".join(parts)

    def _listening(self, view: LetterView) -> str:
        voice = self.workspace.voice
        if view.has_listened:
            return self._counted(view.said, view.guessed)
        if view.letter is None or view.letter.written_ahead_on is None:
            return ""
        day = self._dates.short(view.letter.written_ahead_on, self.workspace.today)
        return self._words.gate.ahead_since.said_to(voice, date=day)

    def _saved_words(self, letter: Letter | None) -> str:
        if letter is None or not letter.words:
            return ""
        runner = self.workspace.runner
        moment = letter.updated_at.astimezone(runner.local_zone())
        if moment.date() == runner.now().local.date():
            return self.tr("Saved at {time}").format(time=f"{moment:%H:%M}")
        return self.tr("Saved on {day}").format(day=self._dates.short(moment.date(), self.workspace.today))
