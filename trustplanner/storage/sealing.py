"""Sealed notes: XChaCha20-Poly1305 under a random key, which Argon2id of the note's own passphrase wraps.

Key and words are bound to the note's id, so that neither opens in another's place. Words are padded to whole
kilobytes, so that their length says little. What is sealed stays sealed in backups and exports.
"""

import os
import struct
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import Final

from trustplanner.domain.errors import Code, DamagedError, WrongPassphraseError
from trustplanner.storage.keys import KEY_BYTES, SALT_BYTES, Profile, derive, new_salt, profile_of, wipe

FORMAT: Final = b"\x01"
NONCE_BYTES: Final = 24
TAG_BYTES: Final = 16
PADDING: Final = 1024
WRAPPED_BYTES: Final = len(FORMAT) + SALT_BYTES + NONCE_BYTES + KEY_BYTES + TAG_BYTES
_LENGTH: Final = struct.Struct("<I")


class Seal:
    """The open key of one sealed note."""

    __slots__ = ("_key", "_note_id")

    def __init__(self, key: bytearray, note_id: str) -> None:
        self._key = key
        self._note_id = note_id

    def __repr__(self) -> str:
        return f"Seal({self._note_id!r})"

    def seal(self, words: str) -> str:
        """The words sealed, as base64."""
        written = words.encode("utf-8", "surrogatepass")
        padded = _LENGTH.pack(len(written)) + written
        padded += bytes(-len(padded) % PADDING)
        return b64encode(FORMAT + _encrypted(padded, _bound(b"words", self._note_id), self._key)).decode()

    def unseal(self, sealed: str) -> str:
        """The words of what `seal` made.

        Raises:
            DamagedError: SEAL_BROKEN, if anything was altered or it belongs to another note or key.
        """
        blob = _decoded(sealed)
        padded = _decrypted(blob[len(FORMAT) :], _bound(b"words", self._note_id), self._key)
        if padded is None or not blob.startswith(FORMAT):
            raise DamagedError(Code.SEAL_BROKEN)
        (length,) = _LENGTH.unpack_from(padded)
        return padded[_LENGTH.size : _LENGTH.size + length].decode("utf-8", "surrogatepass")

    def wipe(self) -> None:
        """Overwrite the key; the seal opens nothing afterwards."""
        wipe(self._key)


def new_seal(passphrase: str, note_id: str, profile: Profile) -> tuple[Seal, str]:
    """A seal with a fresh key, and that key wrapped. Takes as long as opening a vault.

    Raises:
        UnreadableError: MEMORY_SHORT.
    """
    key, salt = bytearray(os.urandom(KEY_BYTES)), new_salt(profile)
    outer = derive(passphrase, salt)
    wrapped = FORMAT + salt + _encrypted(bytes(key), _bound(b"key", note_id, salt), outer.raw)
    outer.wipe()
    return Seal(key, note_id), b64encode(wrapped).decode()


def open_seal(wrapped: str, passphrase: str, note_id: str) -> Seal:
    """The seal whose key is wrapped here. Takes as long as opening a vault.

    Raises:
        WrongPassphraseError: LIST_LOCKED; altered keys cannot be told from a wrong passphrase.
        DamagedError: SEAL_BROKEN, if this is no wrapped key at all.
        UnreadableError: MEMORY_SHORT.
    """
    blob = _decoded(wrapped)
    salt = blob[len(FORMAT) : len(FORMAT) + SALT_BYTES]
    if len(blob) != WRAPPED_BYTES or not blob.startswith(FORMAT) or profile_of(salt) is None:
        raise DamagedError(Code.SEAL_BROKEN)
    outer = derive(passphrase, salt)
    key = _decrypted(blob[len(FORMAT) + SALT_BYTES :], _bound(b"key", note_id, salt), outer.raw)
    outer.wipe()
    if key is None:
        raise WrongPassphraseError(Code.LIST_LOCKED)
    return Seal(bytearray(key), note_id)


def _bound(purpose: bytes, note_id: str, salt: bytes = b"") -> bytes:
    """What a ciphertext is bound to; each part with its length, so that no two read alike."""
    parts = (b"trustplanner sealed note", FORMAT, purpose, note_id.encode("utf-8", "surrogatepass"), salt)
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def _encrypted(plain: bytes, bound_to: bytes, key: bytes | bytearray) -> bytes:
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt  # only wanted here

    nonce = os.urandom(NONCE_BYTES)
    return nonce + encrypt(plain, bound_to, nonce, bytes(key))


def _decrypted(blob: bytes, bound_to: bytes, key: bytes | bytearray) -> bytes | None:
    """The plain bytes; None if they were altered, or key or binding are others."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    if len(blob) < NONCE_BYTES + TAG_BYTES:
        return None
    try:
        return decrypt(blob[NONCE_BYTES:], bound_to, blob[:NONCE_BYTES], bytes(key))
    except CryptoError:
        return None


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text.encode("ascii"), validate=True)
    except (Base64Error, ValueError):
        raise DamagedError(Code.SEAL_BROKEN) from None
