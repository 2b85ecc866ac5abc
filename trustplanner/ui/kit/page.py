"""A place of the program that reads again what it shows: at once if it is seen, otherwise when it is."""

from typing import ClassVar, Final, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Change, Topic
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace

HANDED_OVER: Final = "handed_over"


class Destination(NamedTuple):
    """Where a page wishes to lead: a place or a sheet, and what to show there; the main window knows the codes.

    Each evening and week: `evening` (`evening` or `morning`), `week` (a Monday, ISO), `hard_days` (an id, or `new`).
    What was promised: `commitment_record` (the id of a commitment), `pauses`.
    Places: `today` (a day, ISO), `path` (a prompt), `amends` (`wish:ID` makes a repair of it), `wishes` (`asked:`,
    `not_wanted:` or `offer:`, with an id to change one), `commitment` (an id, or nothing for a new one; `kind:CODE`,
    `harm:ID`, `wish:ID`, `agreement:ID`), `letter` (an id, `ID:write` or `ID:tag`), `letter_no` (the id of a letter),
    `conversations`, `talk` (an id, or nothing for a new one), `practice` (a card), `untold`, `recovery` (a
    commitment), `session` (a topic and which of its pages), `their_voice` (the session it is handed over in), `dates`
    (`session:ID`, `session:`, `event:ID` or `event:`), `setback` (an event, `new`, or `day:` and a day), `settings`,
    `support` (`handed_over` while the screen is in their hands), `search`, `journal` (a day, ISO), `finish`, `safety`
    (`first`: what its switches put first, or `ending`), `contact`, `names`, and `back` from a page that is left.
    Sheets: `contact_change`, `export`, `habits`, `delete`, `passphrase`, `report`, `keys`, `first_look`, `withdrawal`.
    """

    place: str
    detail: str = ""


class Page(QWidget):
    """Shows part of the vault. Subclasses name their `topics` and write `refresh`, which reconciles by id.

    Rebuilding rows would lose the keyboard focus, so `refresh` keeps the widgets that still belong.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    parent_place: ClassVar[str] = ""
    """The place of the sidebar that this page belongs to, if it is not one itself."""

    details_name_a_part: ClassVar[bool] = False
    """Whether a detail leads to a form or a row further down, instead of naming what the whole page is about."""

    is_for_help: ClassVar[bool] = False
    """Whether people come here for help, where nothing else is said of what they did before."""

    fills_window: ClassVar[bool] = False
    """Whether it is shown without the sidebar, and nothing but it is said in the window; it offers help itself."""

    is_handed_over: ClassVar[bool] = False
    """Whether the screen is in somebody else's hands: menus and keys lead nowhere else."""

    paints_own_focus = True
    """A page holds the focus until Tab goes on; a ring around all of it would point at nothing."""

    go_requested = Signal(object)
    """Carries a `Destination`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._is_stale = True
        workspace.changed.connect(self._on_workspace_changed)
        workspace.day_changed.connect(self.mark_stale)

    def refresh(self) -> None:
        """Read again and show what is true now."""
        raise NotImplementedError

    def show_detail(self, detail: str) -> None:
        """Show what a destination names; nothing by default. Called before the page is shown."""

    def detail(self) -> str:
        """What `show_detail` needs to come back here after a lock; nothing by default."""
        return ""

    def come_to(self, detail: str) -> None:
        """Take the keyboard, and be seen from the top, or where a part is named."""
        self.setFocus()
        for scrolled in self.findChildren(ScrollPage):
            if detail and self.details_name_a_part:
                QTimer.singleShot(0, scrolled, scrolled.show_focused)  # once the part has its place
            else:
                scrolled.begin_at_top()

    def column_for_toast(self) -> QWidget | None:
        """The column a floating toast is centred on; the whole page by default."""
        return None

    def save_typing(self) -> None:
        """Write what is typed and not yet saved; called before locking, closing and leaving. Nothing by default."""

    def open_again(self, sheet: SheetName) -> None:
        """Open the sheet that was open before a lock, if what it is about is still there; nothing by default."""

    def back_link(self, name: str) -> Button:
        """The quiet way back, to stand above the title of a page that belongs to no place of the sidebar."""
        link = Button(self.workspace.theme, self.tr("Back"), Kind.LINK, icon="chevron-left", name=f"{name}_back_button")
        link.clicked.connect(lambda: self.go_requested.emit(Destination("back")))
        return link

    def mark_stale(self) -> None:
        """Read again, now if the page is seen or else before it is."""
        self._is_stale = True
        self._refresh_if_seen()

    def _on_workspace_changed(self, change: Change) -> None:
        if self.topics & change.topics:
            self.mark_stale()

    def _refresh_if_seen(self) -> None:
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again before the page is seen."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
        super().showEvent(event)
