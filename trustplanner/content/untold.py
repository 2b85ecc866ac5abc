"""The words around the locked list of what is not told yet."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Text


@dataclass(frozen=True, slots=True)
class UntoldWords:
    """All of `untold.toml`. `before` is read before the first word is written; `agenda_line` gives nothing away."""

    title: str
    lead: Text
    before: tuple[Text, ...]
    begin: str
    closed_lead: str
    open_note: str
    agenda_line: str
    on_agenda: Annotated[Text, Holds("date")]
    remove_question: str
