"""The commitment editor: one promise as a sentence, with questions in the margin."""

from trustplanner.ui.screens.commitment_page.page import CommitmentPage

__all__ = ["CommitmentPage"]
