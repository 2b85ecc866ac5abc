"""Pauses and what is to become easier, with the ways back."""

from trustplanner.ui.screens.pauses_page.page import PausesPage

__all__ = ["PausesPage"]
