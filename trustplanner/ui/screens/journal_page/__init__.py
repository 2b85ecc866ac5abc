"""The private journal."""

from trustplanner.ui.screens.journal_page.page import JournalPage

__all__ = ["JournalPage"]
