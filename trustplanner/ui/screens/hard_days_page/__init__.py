"""Hard days and places, known ahead."""

from trustplanner.ui.screens.hard_days_page.page import HardDaysPage

__all__ = ["HardDaysPage"]
