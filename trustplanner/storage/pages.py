"""Checks every page of a vault against its own authentication code, without SQLite.

This is what tells a wrong passphrase (no page fits the key) from a damaged file (some do not), and names the pages.

A page of SQLCipher 4 is 4096 bytes: ciphertext, 16 bytes of initialisation vector, 64 bytes of HMAC-SHA512 over
both and the page number (4 bytes, little-endian). On page 1 the salt stands before the ciphertext. The HMAC's key is
PBKDF2-HMAC-SHA512 of the raw key, with every byte of the salt XOR 0x3a, in 2 rounds.
Source: the SQLCipher design page, "Security Features" and "Page HMAC", for its version 4 defaults.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import Code, DamagedError
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import KEY_BYTES, SALT_BYTES, VaultKey

PAGE_BYTES: Final = 4096
HMAC_BYTES: Final = 64
PAGES_AT_ONCE: Final = 256
NAMED_PAGES: Final = 10
_SALT_MASK: Final = 0x3A
_HMAC_ROUNDS: Final = 2


@dataclass(frozen=True, slots=True)
class PageReport:
    """How many pages a file has, counting a cut-off last one, and the numbers of those that do not fit the key."""

    pages: int
    bad: tuple[int, ...]

    @property
    def is_sound(self) -> bool:
        """Whether there are pages and every one fits."""
        return self.pages > 0 and not self.bad

    @property
    def key_fits(self) -> bool:
        """Whether at least one page fits: then the passphrase is right, whatever else is wrong."""
        return len(self.bad) < self.pages

    def named(self) -> str:
        """The bad pages as a person reads them, the first ten by number."""
        numbers = [str(number) for number in self.bad[:NAMED_PAGES]]
        more = len(self.bad) - len(numbers)
        if more:
            return f"{', '.join(numbers)} and {more} more"
        return " and ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)


def authentication_key(key: VaultKey) -> bytes:
    """The key of the pages' authentication codes."""
    salt = bytes(byte ^ _SALT_MASK for byte in key.salt)
    return hashlib.pbkdf2_hmac("sha512", key.raw, salt, _HMAC_ROUNDS, KEY_BYTES)


def is_authentic(page: bytes | memoryview, number: int, page_key: bytes) -> bool:
    """Whether this is page `number`, counted from 1, as it was written with the key behind `page_key`."""
    if len(page) != PAGE_BYTES:
        return False
    begin = SALT_BYTES if number == 1 else 0
    end = PAGE_BYTES - HMAC_BYTES
    code = hmac.digest(page_key, bytes(page[begin:end]) + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(code, page[end:])


def check_pages(file: Path, key: VaultKey) -> PageReport:
    """Check every page of a file, whole or with a ragged end.

    Raises:
        UnreadableError: the file cannot be read.
    """
    bad: list[int] = []
    number = 0
    for number, fits in _judged_pages(file, key):
        if not fits:
            bad.append(number)
    return PageReport(number, tuple(bad))


def key_fits_file(file: Path, key: VaultKey) -> bool:
    """Whether any page fits the key; ends at the first that does.

    Raises:
        UnreadableError: the file cannot be read.
    """
    return any(fits for _, fits in _judged_pages(file, key))


def _judged_pages(file: Path, key: VaultKey) -> Iterator[tuple[int, bool]]:
    """The number of each page, from 1, and whether it fits."""
    page_key = authentication_key(key)
    number = 0
    with told_plainly(file), file.open("rb") as handle:
        while chunk := handle.read(PAGE_BYTES * PAGES_AT_ONCE):
            view = memoryview(chunk)
            for offset in range(0, len(chunk), PAGE_BYTES):
                number += 1
                page = view[offset : offset + PAGE_BYTES]
                # The code of page 1 does not cover the salt before it.
                has_salt = number > 1 or page[:SALT_BYTES] == key.salt
                yield number, has_salt and is_authentic(page, number, page_key)


def damaged(file: Path, report: PageReport) -> DamagedError:
    """The error that names the damaged pages: `page` in words, of `pages` in all."""
    return DamagedError(Code.FILE_DAMAGED, path=str(file), page=report.named(), pages=report.pages)
