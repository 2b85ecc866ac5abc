"""A row of links of which few are in view; the others lie in the menu of the last one, "More"."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.theme import Theme

MOST_IN_VIEW: Final = 4
_LINK_GAP: Final = 18


class FewLinks(QWidget):
    """The links stand in the order in which they are given: what matters most comes first, what is rare goes below.

    Each entry of the menu presses its link, so that a link does the same wherever it stands. The name of the row
    begins those of its button and its menu; the entries have the names of their links.
    """

    def __init__(self, theme: Theme, links: Sequence[Button], *, name: str) -> None:
        super().__init__()
        self._links = tuple(links)
        self._below: list[Button] = []
        self._more = Button(theme, self.tr("More"), Kind.LINK, end_icon="chevron-down", name=f"{name}_button")
        self._more.clicked.connect(self._open)
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}_menu")
        line = WrappingRow(self, gap=_LINK_GAP, line_gap=0)
        for link in (*self._links, self._more):
            line.addWidget(link)

    def show_links(self, possible: Sequence[Button], about: str, *, beside: int = 0) -> None:
        """Offer these of the links; `about` is what they are for, `beside` how many others are in view close by."""
        wanted = [link for link in self._links if link in possible]
        room = MOST_IN_VIEW - beside
        in_view = len(wanted) if len(wanted) <= room else max(0, room - 1)
        self._below = wanted[in_view:]
        for link in self._links:
            link.setVisible(link in wanted[:in_view])
            link.setAccessibleDescription(about)
        self._more.setVisible(bool(self._below))
        self._more.setAccessibleName(self.tr("More for “{title}”").format(title=about))
        held = ", ".join(link.words() for link in self._below)
        self._more.setAccessibleDescription(self.tr("Opens a list: {links}").format(links=held))

    def _open(self) -> None:
        self._menu.clear()
        for link in self._below:
            action = self._menu.addAction(link.text())
            action.setObjectName(link.objectName())
            action.triggered.connect(link.click)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
