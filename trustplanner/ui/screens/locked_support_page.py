"""Need to talk to someone now? The page before a file is open; it needs no passphrase and no plan."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.front_page import FrontPage
from trustplanner.ui.kit.support_content import SupportNumbers, support_passages
from trustplanner.ui.kit.theme import Theme


class LockedSupportPage(FrontPage):
    """Numbers, and what to do first, for anybody at this computer."""

    back_requested = Signal()

    def __init__(
        self, theme: Theme, catalogue: Catalogue, settings: DeviceSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name="locked_support", has_help=False, holds_much=True, parent=parent)
        back = Button(theme, self.tr("Back"), Kind.NORMAL, icon="chevron-left", name="locked_support_back_button")
        back.clicked.connect(self.back_requested)
        self._numbers = SupportNumbers(theme, catalogue, settings, back)
        self.main.addWidget(self._numbers)
        self.rail.addLayout(support_passages(theme, catalogue))
        self.setFocusProxy(back)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list each time: it may have been edited meanwhile."""
        self._numbers.refresh()
        super().showEvent(event)
