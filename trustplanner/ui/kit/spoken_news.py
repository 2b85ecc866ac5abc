"""What the toast says of the workspace's news, and what its Undo takes back."""

from PySide6.QtCore import QObject, QTimer

from trustplanner.domain.change import Change
from trustplanner.ui.kit.notices import NoticeArea
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.workspace import Workspace


class SpokenNews(QObject):
    """Lets the workspace speak through the toast.

    Undo while the toast stands is for a slip, which leaves no trace. So it only ever takes back what the toast tells
    of: once something else was changed the toast goes.
    """

    def __init__(self, workspace: Workspace, notices: NoticeArea) -> None:
        super().__init__(notices)
        self._workspace = workspace
        self._notices = notices
        self._offered: Change | None = None
        self._is_on_help = False
        self._is_refusal = False
        notices.undo_requested.connect(self._on_toast_undo_requested)
        workspace.recorded.connect(self._on_recorded)
        workspace.told.connect(self.tell)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.undone.connect(self.say_no_more)
        workspace.day_changed.connect(self.say_no_more)
        workspace.undo_changed.connect(self._on_undo_changed)

    def stand_on(self, page: Page) -> None:
        """Speak on this page from now on. On one for help, or for them, only what went wrong is said."""
        self._is_on_help = page.is_for_help or page.is_handed_over
        if self._is_on_help or page.fills_window:
            self.say_no_more()  # in a session others read the screen
        self._notices.set_column(page.column_for_toast())

    def tell(self, words: str) -> None:
        """Say something that cannot be undone. What is said already stays, and is not read aloud again."""
        self._offered = None
        self._is_refusal = False
        toast = self._notices.toast
        if toast.isHidden() or toast.words() != words:
            self._notices.show_notice(words, offers_undo=False)
        else:
            toast.show_words(words, offers_undo=False)

    def refuse(self, words: str) -> None:
        """Say why something could not be done, until something can: once a change was written it is no longer true."""
        self.tell(words)
        self._is_refusal = True

    def _on_workspace_changed(self) -> None:
        if self._is_refusal:
            self.say_no_more()

    def undo(self) -> None:
        """Undo, by key or menu: a slip if the toast still offers just that."""
        offered = None if self._notices.toast.isHidden() else self._offered
        self._workspace.undo(is_slip=offered is not None and offered is self._workspace.next_undo)

    def say_no_more(self) -> None:
        """What was said is over."""
        self._offered = None
        self._is_refusal = False
        self._notices.dismiss()

    def _on_recorded(self, words: str) -> None:
        if self._is_on_help:
            return
        self._offered = self._workspace.next_undo
        self._is_refusal = False
        self._notices.show_notice(words, offers_undo=self._offered is not None)

    def _on_toast_undo_requested(self) -> None:
        is_offered = self._offered is not None and self._offered is self._workspace.next_undo
        self._workspace.undo(is_slip=is_offered)

    def _on_undo_changed(self) -> None:
        QTimer.singleShot(0, self, self._drop_old_offer)  # what was done is said only after it was done

    def _drop_old_offer(self) -> None:
        if self._offered is not None and self._offered is not self._workspace.next_undo:
            self.say_no_more()
