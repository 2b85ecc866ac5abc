"""One invited talk: how it is planned, what became of it, and the note afterwards."""

from trustplanner.ui.screens.talk_page.page import TalkPage

__all__ = ["TalkPage"]
