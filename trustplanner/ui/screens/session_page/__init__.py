"""The session view: what happened since last time, on pages that two or three people read together."""

from trustplanner.ui.screens.session_page.page import SessionPage

__all__ = ["SessionPage"]
