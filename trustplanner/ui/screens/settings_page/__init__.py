"""Settings."""

from trustplanner.ui.screens.settings_page.page import SettingsPage

__all__ = ["SettingsPage"]
