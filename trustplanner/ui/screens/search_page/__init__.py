"""The page that finds one's own words again."""

from trustplanner.ui.screens.search_page.page import SearchPage

__all__ = ["SearchPage"]
