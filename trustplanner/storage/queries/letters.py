"""Letters, what they were before, where they are, and what their sentences are tagged with."""

from sqlalchemy import Connection, bindparam

from trustplanner.domain.letters import HintLeft, Letter, LetterStep, LetterTag, LetterVersion
from trustplanner.storage import amends_tables as tables
from trustplanner.storage.queries.rows import Rows

_LETTERS = Rows(Letter, order_by=(tables.letters.c.position, tables.letters.c.created_at))
_VERSIONS = Rows(
    LetterVersion,
    tables.letter_versions.c.letter_id == bindparam("letter"),
    order_by=(tables.letter_versions.c.seq,),
)
_STEPS = Rows(LetterStep, tables.letter_steps.c.letter_id == bindparam("letter"), order_by=(tables.letter_steps.c.seq,))
_TAGS = Rows(LetterTag, tables.letter_tags.c.letter_id == bindparam("letter"))
_HINTS = Rows(HintLeft, tables.hints_left.c.letter_id == bindparam("letter"))


def letters(connection: Connection) -> tuple[Letter, ...]:
    """All letters in the order in which they were begun."""
    return _LETTERS.all(connection)


def letter_versions(connection: Connection, letter_id: str) -> tuple[LetterVersion, ...]:
    """The words of one letter as they were, oldest first."""
    return _VERSIONS.all(connection, letter=letter_id)


def letter_steps(connection: Connection, letter_id: str) -> tuple[LetterStep, ...]:
    """Every state that one letter came to, those that were taken back too, oldest first."""
    return _STEPS.all(connection, letter=letter_id)


def letter_tags(connection: Connection, letter_id: str) -> tuple[LetterTag, ...]:
    """The tags of one letter; some may belong to words that are not in it now."""
    return _TAGS.all(connection, letter=letter_id)


def hints_left(connection: Connection, letter_id: str) -> tuple[HintLeft, ...]:
    """The hints that were left aside in one letter."""
    return _HINTS.all(connection, letter=letter_id)
