"""Need to talk to someone now? The page inside the planner; F1 and the foot of the sidebar lead here."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.opening_place import is_first_run, is_stopped
from trustplanner.ui.kit.page import HANDED_OVER, Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.support_content import SupportNumbers, support_passages
from trustplanner.ui.kit.workspace import Workspace

_PASSAGE_GAP: Final = 22


class SupportPage(Page):
    """Numbers, and what to do first. Nothing here depends on a plan or is kept in it."""

    is_for_help: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, device: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("support_page")
        self._is_handed_over = False
        theme = workspace.theme
        back = Button(theme, self.tr("Back"), Kind.NORMAL, icon="chevron-left", name="support_back_button")
        back.clicked.connect(lambda: self.go_requested.emit(Destination("back")))
        self._page = ScrollPage(theme, has_rail=True)
        self._numbers = SupportNumbers(theme, workspace.catalogue, device, back)
        self._page.main.addWidget(self._numbers)
        self._page.rail.addLayout(support_passages(theme, workspace.catalogue))
        self._again = Button(theme, self.tr("It happened again"), Kind.LINK, name="support_setback_button")
        self._again.clicked.connect(lambda: self.go_requested.emit(Destination("setback", "new")))
        self._page.rail.addSpacing(_PASSAGE_GAP)
        self._page.rail.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeading)
        column(self).addWidget(self._page)
        self.setFocusProxy(back)

    def refresh(self) -> None:
        """Read the list of numbers again."""
        self._numbers.refresh()
        is_closed = is_stopped(self.workspace) or is_first_run(self.workspace) or self._is_handed_over
        self._again.setVisible(not is_closed)  # elsewhere only help stands open

    def show_detail(self, detail: str) -> None:
        """Read again each time the page is opened: the list may have been edited meanwhile."""
        self._is_handed_over = detail == HANDED_OVER
        self.mark_stale()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column
