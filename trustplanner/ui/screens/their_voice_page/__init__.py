"""The page that is handed over: their consent, their readings, and the way to take all of it back."""

from trustplanner.ui.screens.their_voice_page.page import TheirVoicePage

__all__ = ["TheirVoicePage"]
