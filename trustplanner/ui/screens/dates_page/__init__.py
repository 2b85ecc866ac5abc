"""Sessions with their agenda, and dated events: the dates that stand beside the record."""

from trustplanner.ui.screens.dates_page.page import DatesPage

__all__ = ["DatesPage"]
