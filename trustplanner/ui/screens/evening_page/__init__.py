"""The walk through an evening or a morning, one thing at a time."""

from trustplanner.ui.screens.evening_page.page import EveningPage

__all__ = ["EveningPage"]
