"""A vault that is filled before anyone can see it: it appears whole under its name, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trustplanner.domain.errors import KnownError
from trustplanner.storage.durable_files import put_in_free_place
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import require_free_place
from trustplanner.storage.keys import STANDARD, Profile
from trustplanner.storage.vault import Vault
from trustplanner.storage.workroom import workroom


@contextmanager
def new_vault(target: Path, passphrase: str, profile: Profile = STANDARD) -> Iterator[Vault]:
    """A new vault for the block to fill; it gets its name when the block ends, and never exists if the block fails.

    Raises:
        RuleError: VAULT_EXISTS, NO_PASSPHRASE.
        UnreadableError: FOLDER_MISSING, DISK_FULL and the like.
    """
    require_free_place(target)
    with told_plainly(target), workroom(target) as room:
        part = room / "new.vault"
        try:
            vault = Vault.create(part, passphrase, profile)
            try:
                yield vault
            finally:
                vault.close(backup=False)
            put_in_free_place(part, target)
        except KnownError as error:
            if error.details.get("path") == str(part):
                error.details["path"] = str(target)
            raise
