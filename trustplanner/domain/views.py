"""Their view of a loosening or a pause, as the person who runs the program heard it: rows that are only ever added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trustplanner.domain.commitments import Pause, Terms


class View(StrEnum):
    """What they think of it; where nothing was ever noted they were not asked."""

    NOT_ASKED = "not_asked"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_WELCOME = "not_welcome"


@dataclass(frozen=True, slots=True)
class TheirView:
    """What was heard about the terms `terms_seq` or the pause `pause_seq`, exactly one of the two.

    The newest row about a thing counts and the earlier ones stay readable. `words` are as heard, `heard_on` the day
    they were heard. What is taken back takes its views with it.
    """

    seq: int | None
    terms_seq: int | None
    pause_seq: int | None
    view: View
    heard_on: date | None
    words: str
    written_at: datetime
    written_on: date


def views_of(views: Iterable[TheirView], about: Terms | Pause) -> tuple[TheirView, ...]:
    """What was heard about terms or about a pause, of `views` in order of sequence; the last one counts."""
    if isinstance(about, Terms):
        return tuple(row for row in views if row.terms_seq is not None and row.terms_seq == about.seq)
    return tuple(row for row in views if row.pause_seq is not None and row.pause_seq == about.seq)


def view_of(views: Iterable[TheirView], about: Terms | Pause) -> View:
    """The view that counts."""
    found = views_of(views, about)
    return found[-1].view if found else View.NOT_ASKED
