"""Sealed notes: opened by their own passphrase and nothing else, and any altered byte is refused."""

from base64 import b64decode, b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustplanner.domain.errors import Code, KnownError
from trustplanner.storage.keys import TEST
from trustplanner.storage.sealing import PADDING, Seal, new_seal, open_seal

WORDS = "On 9 March I took 400 from the account. שלום 🌱\nShe does not know."


def sealed_once() -> tuple[Seal, str, str]:
    seal, wrapped = new_seal("four quiet words here", "untold", TEST)
    return seal, wrapped, seal.seal(WORDS)


SEAL, WRAPPED, SEALED = sealed_once()


def refused(code: Code, act: object, *arguments: object) -> bool:
    assert callable(act)
    with pytest.raises(KnownError) as caught:
        act(*arguments)
    return caught.value.code is code


def flipped(text: str, at: int) -> str:
    blob = bytearray(b64decode(text))
    blob[at % len(blob)] ^= 1 << at % 8
    return b64encode(bytes(blob)).decode()


def test_the_same_passphrase_opens_it_again() -> None:
    assert open_seal(WRAPPED, "four quiet words here", "untold").unseal(SEALED) == WORDS


def test_another_passphrase_does_not() -> None:
    assert refused(Code.LIST_LOCKED, open_seal, WRAPPED, "four quiet words hers", "untold")


@given(st.text())
def test_any_words_come_back_as_they_were(words: str) -> None:
    assert SEAL.unseal(SEAL.seal(words)) == words


@given(st.integers(0, 10_000))
def test_an_altered_byte_is_refused(at: int) -> None:
    assert refused(Code.SEAL_BROKEN, SEAL.unseal, flipped(SEALED, at))


def test_every_altered_byte_of_the_key_is_refused() -> None:
    for at in range(len(b64decode(WRAPPED))):
        with pytest.raises(KnownError):
            open_seal(flipped(WRAPPED, at), "four quiet words here", "untold")


@given(st.integers(0, 5_000))
def test_what_is_cut_off_is_refused(length: int) -> None:
    blob = b64decode(SEALED)
    cut = b64encode(blob[: length % len(blob)]).decode()
    assert refused(Code.SEAL_BROKEN, SEAL.unseal, cut)


@pytest.mark.parametrize("text", ["", "no base64", "é", "AAAA"])
def test_what_was_never_sealed_is_refused(text: str) -> None:
    assert refused(Code.SEAL_BROKEN, SEAL.unseal, text)
    assert refused(Code.SEAL_BROKEN, open_seal, text, "four quiet words here", "untold")


def test_neither_key_nor_words_open_in_the_place_of_another() -> None:
    other, other_wrapped = new_seal("four quiet words here", "another", TEST)
    assert refused(Code.SEAL_BROKEN, other.unseal, SEALED)
    assert refused(Code.LIST_LOCKED, open_seal, other_wrapped, "four quiet words here", "untold")


def test_the_length_of_the_words_shows_only_in_kilobytes() -> None:
    lengths = {len(b64decode(SEAL.seal("a" * count))) for count in range(PADDING - 4)}
    assert len(lengths) == 1


def test_a_wiped_seal_opens_nothing() -> None:
    seal, _ = new_seal("four quiet words here", "untold", TEST)
    sealed = seal.seal(WORDS)
    seal.wipe()
    assert refused(Code.SEAL_BROKEN, seal.unseal, sealed)
    assert "four" not in repr(seal)
