"""The guided path: the contents, one question at a time, and the margin beside it."""

from trustplanner.ui.screens.path_page.page import PathPage

__all__ = ["PathPage"]
