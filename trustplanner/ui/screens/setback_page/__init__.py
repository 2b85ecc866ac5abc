"""After a setback: stop, tell, own, mend, change."""

from trustplanner.ui.screens.setback_page.page import SetbackPage

__all__ = ["SetbackPage"]
