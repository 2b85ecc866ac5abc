"""One commitment's own record: its days, its misses, its figures and the history of its terms."""

from trustplanner.ui.screens.commitment_record_page.page import CommitmentRecordPage

__all__ = ["CommitmentRecordPage"]
