"""Recovery: the chart of one commitment, its words and its table."""

from trustplanner.ui.screens.recovery_page.page import RecoveryPage

__all__ = ["RecoveryPage"]
