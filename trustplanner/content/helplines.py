"""The list of helplines: dated, editable, and truthful about what was checked.

A number counts as checked only with the day and with what it was checked against; anything else is refused. A
person's own list replaces the shipped one; if theirs cannot be read, the shipped one is shown with the reason.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from trustplanner.content.reading import Holds, read_content
from trustplanner.content.texts import Sentence
from trustplanner.domain.errors import UnreadableError


class HelpFor(StrEnum):
    """What a line is for."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    OWN_BEHAVIOUR = "own_behaviour"
    BEING_HURT = "being_hurt"
    CHILD = "child"
    DRINK_DRUGS = "drink_drugs"
    GAMBLING = "gambling"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Helpline:
    """One service. `reach` is a number, a text message or an address, as a person would read it.

    `seen_at` names a page on which the number stood when the list was put together; that is no check.
    """

    country: str
    service: str
    for_what: HelpFor
    reach: str
    checked: bool
    checked_on: date | None = None
    checked_against: str | None = None
    hours: str | None = None
    seen_at: str | None = None

    def __post_init__(self) -> None:
        for name in ("checked_on", "checked_against"):
            if (getattr(self, name) is not None) is not self.checked:
                raise ValueError(name)


@dataclass(frozen=True, slots=True)
class HelplinesFile:
    """The shipped `helplines.toml`. `how_to_edit` is said with the `path` of a list of one's own."""

    put_together_on: date
    note: str
    how_to_edit: Annotated[Sentence, Holds("path")]
    kinds: dict[HelpFor, str]
    entries: tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class OwnHelplines:
    """A person's own list; a copy of the shipped file is one, and so are entries alone."""

    entries: tuple[Helpline, ...]
    put_together_on: date | None = None
    note: str | None = None
    how_to_edit: Annotated[Sentence, Holds("path")] | None = None
    kinds: dict[HelpFor, str] | None = None

    def __post_init__(self) -> None:
        if not self.entries:
            raise ValueError("entries")


@dataclass(frozen=True, slots=True)
class Helplines:
    """The list to show, and why the person's own was not used, if it was not."""

    entries: tuple[Helpline, ...]
    put_together_on: date | None
    note: str | None
    how_to_edit: Sentence
    kinds: dict[HelpFor, str]
    is_own: bool
    problem: UnreadableError | None

    def countries(self) -> tuple[str, ...]:
        """Each country once, in the order of the list."""
        return tuple(dict.fromkeys(entry.country for entry in self.entries))


def helplines_from(shipped: HelplinesFile, own: Path | None) -> Helplines:
    """The person's own list at `own` if there is one that can be read, else the shipped one."""
    problem = None
    if own is not None and (own.exists() or own.is_symlink()):
        try:
            theirs = read_content(own, own.name, OwnHelplines)
        except UnreadableError as error:
            problem = error
        else:
            return Helplines(
                theirs.entries, theirs.put_together_on, theirs.note, shipped.how_to_edit, shipped.kinds, True, None
            )
    return Helplines(
        shipped.entries,
        shipped.put_together_on,
        shipped.note,
        shipped.how_to_edit,
        shipped.kinds,
        False,
        problem,
    )
