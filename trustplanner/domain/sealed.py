"""Words inside the vault that only a passphrase of their own opens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

UNTOLD: Final = "untold"  # the list of what is not told yet


@dataclass(frozen=True, slots=True)
class SealedNote:
    """One sealed note. `wrapped` is its key under the passphrase, `sealed` its words under the key; both base64."""

    id: str
    wrapped: str
    sealed: str
    created_at: datetime
    updated_at: datetime
