"""After a passphrase change: the earlier copies written anew, so that the old passphrase opens none of them."""

from dataclasses import dataclass
from pathlib import Path

from trustplanner.domain.errors import Code, DamagedError, WrongPassphraseError
from trustplanner.storage.backups import Backup, backups
from trustplanner.storage.durable_files import part_file, sync_folder
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import read_salt
from trustplanner.storage.keys import VaultKey, derive
from trustplanner.storage.pages import key_fits_file
from trustplanner.storage.passphrase_change import write_with_new_key
from trustplanner.storage.siblings import part_of


@dataclass(frozen=True, slots=True)
class Remade:
    """How many copies were written anew, and how many stay as they are because they do not open."""

    made: int
    left: int


def earlier_backups(vault: Path, key: VaultKey) -> list[Backup]:
    """The copies that this key does not open.

    Raises:
        UnreadableError: the folder is there but cannot be read.
    """
    return [copy for copy in backups(vault) if _salt_of(copy) != key.salt]


def remake_backups(vault: Path, old_passphrase: str, key: VaultKey) -> Remade:
    """Write every earlier copy anew with this key, under its own name; each is verified before it takes its place.

    One that the old passphrase does not open, because it is older still or damaged, stays as it is.

    Raises:
        UnreadableError: DISK_FULL and the like; the copies that come later stay as they are.
    """
    old_keys: dict[bytes, VaultKey] = {}
    made = left = 0
    try:
        for copy in earlier_backups(vault, key):
            salt = _salt_of(copy)
            if salt and salt not in old_keys:
                old_keys[salt] = derive(old_passphrase, salt)
            try:
                _remake(copy.path, old_keys.get(salt), key)
                made += 1
            except (DamagedError, WrongPassphraseError):
                left += 1
    finally:
        for old_key in old_keys.values():
            old_key.wipe()
    return Remade(made, left)


def _remake(copy: Path, old_key: VaultKey | None, key: VaultKey) -> None:
    with told_plainly(copy):
        if old_key is None or not key_fits_file(copy, old_key):
            raise WrongPassphraseError(Code.WRONG_PASSPHRASE, path=copy.name)
        part = part_of(copy)
        with part_file(part):
            write_with_new_key(copy, old_key, key, part)
            part.replace(copy)
            sync_folder(copy.parent)


def _salt_of(copy: Backup) -> bytes:
    """Empty for a copy that is damaged or none of ours."""
    try:
        return read_salt(copy.path)
    except DamagedError:
        return b""
