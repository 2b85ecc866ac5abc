"""The marker a clean close leaves: the file's SHA-256, and the salt that began it.

While the file still has that hash, no transaction can be waiting for recovery, so a journal beside it is alien or
stale. The salt is no secret; its copy tells a damaged first page from a wrong passphrase.
"""

import hashlib
import json
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from trustplanner.storage.durable_files import write_small_file
from trustplanner.storage.keys import SALT_BYTES
from trustplanner.storage.siblings import state_of


@dataclass(frozen=True, slots=True)
class CloseMarker:
    """What the last clean close wrote down."""

    sha256: str
    salt: bytes


def read_marker(vault: Path) -> CloseMarker | None:
    """The marker of the last clean close; None if there is none, or none that can be read."""
    file = state_of(vault)
    try:
        if not stat.S_ISREG(file.lstat().st_mode):  # reading a pipe would never end
            return None
        fields = json.loads(file.read_text("ascii"))
        marker = CloseMarker(str(fields["sha256"]), bytes.fromhex(fields["salt"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return marker if len(marker.salt) == SALT_BYTES else None


def write_marker(vault: Path, salt: bytes) -> None:
    """Note that the vault is closed. Where this fails the next opening is only more careful, so nobody is told."""
    with suppress(OSError):
        marker = CloseMarker(_sha256(vault), salt)
        if marker != read_marker(vault):
            content = json.dumps({"sha256": marker.sha256, "salt": marker.salt.hex()})
            write_small_file(state_of(vault), content.encode("ascii"))


def was_closed_cleanly(vault: Path) -> bool:
    """Whether the file is byte for byte what the last clean close left."""
    marker = read_marker(vault)
    return marker is not None and marker.sha256 == _sha256(vault)


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
