"""One plain sentence for every known error."""

from dataclasses import dataclass
from typing import Annotated, Final

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence
from trustplanner.domain.errors import Code

# What a sentence may speak of; errors carry these names in their details, and never what a person wrote.
_FACTS: Final = (
    "path", "page", "pages", "place", "expected", "file", "field", "days", "most", "least", "option",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ErrorsFile:
    """All of `errors.toml`."""

    sentences: dict[Code, Annotated[Sentence, Holds(*_FACTS)]]


# For the moment in which the content files themselves cannot be read; the same words stand in the English file.
_LAST_RESORT: Final = {
    Code.RESOURCES_MISSING: Sentence(
        "Some of the program’s own files are missing. Install it again; your file is not touched.", ""
    ),
    Code.CONTENT_UNREADABLE: Sentence(
        "The program’s words cannot be read: {file}, at {field}. Put the file right or install the program again; "
        "your file is not touched.",
        "Some of the program’s words cannot be read. Install it again; your file is not touched.",
    ),
}


def last_resort(code: Code, **details: str | int) -> str:
    """The sentence for an error when no content file can be read: English, and the same for most errors."""
    sentence = _LAST_RESORT.get(code, _LAST_RESORT[Code.CONTENT_UNREADABLE])
    return sentence.said(**details)
