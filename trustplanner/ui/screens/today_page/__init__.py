"""Today: the day's promises, answered with one key each; the five steps after a miss; what stands beside them."""

from trustplanner.ui.screens.today_page.page import TodayPage

__all__ = ["TodayPage"]
