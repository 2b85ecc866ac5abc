"""The first run: names, what happened, four short questions, the private questions, contact."""

from trustplanner.ui.screens.first_run_page.page import FirstRunPage

__all__ = ["FirstRunPage"]
