"""Everything that was ever agreed about one commitment, in the order in which it was written."""

from collections.abc import Iterable
from typing import TypeAlias

from trustplanner.domain.commitments import Pause, Terms
from trustplanner.domain.items import History
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.sureness import SurenessAnswer

HistoryEntry: TypeAlias = Terms | Pause | SurenessAnswer | TheirResponse


def terms_history(
    history: History, sureness: Iterable[SurenessAnswer] = (), responses: Iterable[TheirResponse] = ()
) -> list[HistoryEntry]:
    """Terms and pauses, those taken back too, with how sure the person was and what the other said, oldest first."""
    every: list[HistoryEntry] = [*history.terms, *history.pauses, *sureness, *responses]
    return sorted(every, key=lambda entry: entry.written_at)
