"""They were heard to take back what they gave, while they are not in the room: one question, and it is gone."""

from PySide6.QtWidgets import QWidget

from trustplanner.actions import their_voice
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.voice_copies import VoiceCopies
from trustplanner.ui.kit.workspace import Workspace


class WithdrawalSheet(SheetDialog):
    """Nothing in it asks for contact: their word came by itself, and none goes back."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", name="withdrawal_sheet")
        self.workspace = workspace
        self._words = words = workspace.catalogue.their_voice().heard
        self._said_to = voice = workspace.voice
        theme = workspace.theme
        self.set_title(words.title.said_to(voice))
        self._lead = TextLabel(theme, words.lead.said_to(voice), "body")
        self._means = TextLabel(theme, words.means.said_to(voice), "body")
        self._only = TextLabel(theme, words.only.said_to(voice), "body", "ink_2")
        self._copies = VoiceCopies(workspace)
        for part in (self._lead, self._means, self._only, self._copies):
            self.body.addWidget(part)
        # Neither way is the expected one, so neither is primary.
        self._confirm = Button(theme, words.confirm, name="withdrawal_confirm_button")
        self._confirm.clicked.connect(self._on_confirmed)
        self._keep = Button(theme, words.keep, name="withdrawal_keep_button")
        self.add_button(self._confirm)
        self.set_far_button(self._keep)
        self._copies.begun.connect(self._keep.setFocus)

    def _on_confirmed(self) -> None:
        try:
            self.workspace.do_for_good(their_voice.withdraw)
        except KnownError as error:
            self.show_refusal(self.workspace.sentence_for(error))
            return
        self.set_title(self.tr("It is gone"))
        self._lead.set_text(self._words.gone.said_to(self._said_to))
        self._keep.set_words(self.tr("Close"))
        self._keep.setFocus()
        for part in (self._means, self._only, self._confirm):
            part.hide()
        self._copies.look()
