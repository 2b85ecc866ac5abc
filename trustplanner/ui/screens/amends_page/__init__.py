"""Amends: the harms and their repairs, and every commitment that answers them."""

from trustplanner.ui.screens.amends_page.page import AmendsPage

__all__ = ["AmendsPage"]
