"""The words around what they say to a commitment."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Text
from trustplanner.domain.responses import Response


@dataclass(frozen=True, slots=True)
class ResponseOption:
    """One thing they may say: to choose it, and as it stands at the commitment."""

    label: Text
    heard: Text


@dataclass(frozen=True, slots=True)
class ResponseWords:
    """All of `responses.toml`."""

    title: Text
    note: Text
    link: Text
    words_label: Text
    day_switch: str
    day_label: str
    please_stop_note: str
    ended: Annotated[Text, Holds("words")]
    noted: Text
    at_review: Text
    options: dict[Response, ResponseOption]
