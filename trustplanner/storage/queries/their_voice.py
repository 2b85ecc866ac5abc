"""Their voice: consent, their own words for a 3 and a 7, readings."""

from sqlalchemy import Connection

from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent, TheirVoice
from trustplanner.storage import session_tables as tables
from trustplanner.storage.queries.rows import Rows

_CONSENTS = Rows(TheirConsent, order_by=(tables.consents.c.seq.desc(),), most=1)
_ANCHORS = Rows(Anchors, order_by=(tables.anchors.c.seq,))
_READINGS = Rows(Reading, order_by=(tables.readings.c.day, tables.readings.c.seq))


def their_consent(connection: Connection) -> TheirConsent | None:
    """The consent that holds; None without one."""
    return _CONSENTS.first(connection)


def anchors(connection: Connection) -> tuple[Anchors, ...]:
    """Their own words, in order of writing."""
    return _ANCHORS.all(connection)


def readings(connection: Connection) -> tuple[Reading, ...]:
    """Every reading, by its day; of two of one day the later written one comes last."""
    return _READINGS.all(connection)


def voice_for_charts(connection: Connection) -> TheirVoice | None:
    """What lies open with their consent; None without it, or if there is nothing."""
    voice = their_voice(connection)
    return voice if voice.readings and their_consent(connection) is not None else None


def their_voice(connection: Connection) -> TheirVoice:
    """All that lies open in the vault; nothing while a passphrase of their own seals it."""
    return TheirVoice(anchors(connection), readings(connection))
