"""Pauses beside each other: which are to come, run or are over, and what ending one of them leaves asleep."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trustplanner.domain.commitments import Pause, Reason, paused_spans
from trustplanner.domain.views import TheirView, View


class PauseTime(StrEnum):
    """When a pause is, seen from a day. One that was taken back is over, whatever its days."""

    COMING = "coming"
    RUNNING = "running"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class PauseEntry:
    """A pause, and what they said to it, oldest first."""

    pause: Pause
    views: tuple[TheirView, ...]


def pause_time(pause: Pause, today: date) -> PauseTime:
    """Whether a pause is to come, runs or is over."""
    if pause.taken_back_at is not None or pause.ends_on < today or pause.ends_on < pause.starts_on:
        return PauseTime.PAST
    return PauseTime.RUNNING if pause.starts_on <= today else PauseTime.COMING


def is_theirs_to_end(pause: Pause) -> bool:
    """Whether it is a wish or a limit of theirs, which ends early only once they have said so."""
    return pause.reason is Reason.THEIR_WISH


def is_word_of_its_end(pause: Pause, view: TheirView) -> bool:
    """Whether this is what they said when a pause of theirs ended early, and not what they said of the pause itself."""
    if not is_theirs_to_end(pause) or view.view is not View.AGREES:
        return False
    if pause.taken_back_at is not None:
        return view.written_at == pause.taken_back_at
    return view.written_on - pause.ends_on == timedelta(days=1)


def paused_by_another(pauses: Iterable[Pause], ended: Pause, commitment_id: str, today: date) -> date | None:
    """Until when a commitment stays paused on `today` once `ended` is over; None if nothing else pauses it."""
    others = [pause for pause in pauses if pause.seq != ended.seq]
    return next((last for first, last in paused_spans(others, commitment_id) if first <= today <= last), None)
