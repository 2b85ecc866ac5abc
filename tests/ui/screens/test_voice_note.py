"""The note that a passphrase of their own seals: whatever is altered in it is refused, and nothing of it is shown."""

from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.their_voice import SEALED_VOICE, Reading, TheirVoice, voice_to_text
from trustplanner.storage.keys import TEST
from trustplanner.storage.sealing import new_seal
from trustplanner.ui.screens.their_voice_page.keeping import open_note

WORDS = "four quiet words hers"
AT = datetime(2026, 5, 14, 18, 0, tzinfo=UTC)
VOICE = TheirVoice((), (Reading(None, date(2026, 5, 14), 4, "The calls came. שלום", None, date(2026, 5, 14), AT),))


def sealed_as(note_id: str, words: str = WORDS) -> SealedNote:
    seal, wrapped = new_seal(words, note_id, TEST)
    return SealedNote(SEALED_VOICE, wrapped, seal.seal(voice_to_text(VOICE)), AT, AT)


NOTE = sealed_as(SEALED_VOICE)


def code_of(note: SealedNote) -> Code:
    with pytest.raises(KnownError) as caught:
        open_note(note, WORDS)
    return caught.value.code


def flips(text: str) -> list[str]:
    """The same with one bit of it turned, once for each byte."""
    blob = b64decode(text)
    turned = (blob[:at] + bytes([byte ^ 1 << at % 8]) + blob[at + 1 :] for at, byte in enumerate(blob))
    return [b64encode(each).decode() for each in turned]


def test_unaltered_it_opens() -> None:
    assert open_note(NOTE, WORDS).voice == VOICE


def test_every_altered_byte_of_it_is_refused() -> None:
    flipped = flips(NOTE.sealed)
    assert len(flipped) > 1024
    assert {code_of(replace(NOTE, sealed=each)) for each in flipped} == {Code.SEAL_BROKEN}


def test_every_altered_byte_of_its_key_is_refused() -> None:
    codes = {code_of(replace(NOTE, wrapped=each)) for each in flips(NOTE.wrapped)}
    assert codes <= {Code.LIST_LOCKED, Code.SEAL_BROKEN}


@pytest.mark.parametrize("part", ["sealed", "wrapped"])
def test_what_is_cut_off_anywhere_is_refused(part: str) -> None:
    is_key = part == "wrapped"
    blob = b64decode(NOTE.wrapped if is_key else NOTE.sealed)
    for length in range(0, len(blob), 7):
        short = b64encode(blob[:length]).decode()
        cut = replace(NOTE, wrapped=short) if is_key else replace(NOTE, sealed=short)
        assert code_of(cut) in (Code.LIST_LOCKED, Code.SEAL_BROKEN)


def test_another_note_in_its_place_is_refused() -> None:
    other, again = sealed_as("untold"), sealed_as(SEALED_VOICE)
    assert code_of(replace(NOTE, wrapped=other.wrapped, sealed=other.sealed)) is Code.LIST_LOCKED
    assert code_of(replace(NOTE, sealed=again.sealed)) is Code.SEAL_BROKEN
    assert code_of(replace(NOTE, wrapped=again.wrapped)) is Code.SEAL_BROKEN
