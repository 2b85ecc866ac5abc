"""From a passphrase to the key of a vault: Argon2id of its NFKC form, with the salt that begins the file.

The last byte of the salt names the profile, so a vault carries all that is needed to open it but the passphrase.
"""

import os
import unicodedata
from dataclasses import dataclass
from typing import Final

from trustplanner.domain.errors import Code, RuleError, UnreadableError

SALT_BYTES: Final = 16
KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Profile:
    """How dear it is to try one passphrase: passes over so many bytes of memory."""

    number: int
    passes: int
    memory: int


STANDARD: Final = Profile(number=1, passes=3, memory=256 * 2**20)
# So weak that it protects nothing: for the throw-away vaults of tests, which carry its number in their salt.
TEST: Final = Profile(number=255, passes=1, memory=8 * 2**10)
PROFILES: Final = {profile.number: profile for profile in (STANDARD, TEST)}


class VaultKey:
    """The raw key of one vault with its salt; the key is kept where it can be overwritten."""

    __slots__ = ("raw", "salt")

    def __init__(self, raw: bytes | bytearray, salt: bytes) -> None:
        self.raw = bytearray(raw)
        self.salt = bytes(salt)

    def __repr__(self) -> str:
        return f"VaultKey(salt={self.salt.hex()})"

    def specification(self) -> bytearray:
        """The key in SQLCipher's notation for a raw key with its salt; the caller wipes it after use."""
        return bytearray(b"x'" + self.raw.hex().encode() + self.salt.hex().encode() + b"'")

    def wipe(self) -> None:
        """Overwrite the key. Copies inside libraries are out of reach; only ending the process ends those."""
        wipe(self.raw)


def wipe(secret: bytearray) -> None:
    """Overwrite a secret in place."""
    secret[:] = bytes(len(secret))


def new_salt(profile: Profile) -> bytes:
    """A random salt that names its profile."""
    return os.urandom(SALT_BYTES - 1) + bytes([profile.number])


def profile_of(salt: bytes) -> Profile | None:
    """The profile a salt names; None if this program knows none of that number."""
    return PROFILES.get(salt[SALT_BYTES - 1]) if len(salt) == SALT_BYTES else None


def derive(passphrase: str, salt: bytes) -> VaultKey:
    """The key of the vault that begins with this salt.

    Takes 0.5 to 1 s and 256 MiB with `STANDARD`; the interpreter is free for other threads meanwhile.

    Raises:
        UnreadableError: MEMORY_SHORT.
    """
    # Local, because the unlock screen is painted before any cryptography is loaded.
    from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13
    from nacl.exceptions import RuntimeError as NaClRuntimeError

    profile = PROFILES[salt[SALT_BYTES - 1]]
    # "surrogatepass": what a broken input method types is still the same passphrase the next day.
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        raw = crypto_pwhash_alg(KEY_BYTES, secret, salt, profile.passes, profile.memory, crypto_pwhash_ALG_ARGON2ID13)
    except NaClRuntimeError as error:
        raise UnreadableError(Code.MEMORY_SHORT) from error
    return VaultKey(raw, salt)


def require_passphrase(passphrase: str) -> None:
    """A vault without a passphrase does not exist.

    Raises:
        RuleError: NO_PASSPHRASE.
    """
    if not passphrase:
        raise RuleError(Code.NO_PASSPHRASE)
