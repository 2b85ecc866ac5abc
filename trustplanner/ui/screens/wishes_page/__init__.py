"""What they asked for and do not want, side by side, and the log of openness."""

from trustplanner.ui.screens.wishes_page.page import WishesPage

__all__ = ["WishesPage"]
