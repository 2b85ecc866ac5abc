"""The weekly review: ten minutes, one page."""

from trustplanner.ui.screens.week_page.page import WeekPage

__all__ = ["WeekPage"]
