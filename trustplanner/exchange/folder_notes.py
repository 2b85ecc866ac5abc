"""What can be told of a folder before something private is written into it."""

import stat
from enum import StrEnum
from pathlib import Path
from typing import Final

CLOUD_NAMES: Final = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "syncthing",
    "megasync",
    "pcloud",
    "seafile",
)
REMOVABLE_ROOTS: Final = (("/", "media"), ("/", "run", "media"), ("/", "mnt"), ("/", "Volumes"))


class FolderNote(StrEnum):
    """A reason to look twice; the value is the name of its sentence."""

    CLOUD = "cloud_folder"
    SHARED = "shared_folder"
    REMOVABLE = "removable"


def folder_notes(folder: Path) -> list[FolderNote]:
    """What its name and its rights say. A folder with none of these signs may still be any of these things."""
    absolute = folder.absolute()
    found = []
    if any(name in part.lower() for part in absolute.parts for name in CLOUD_NAMES):
        found.append(FolderNote.CLOUD)
    if any(absolute.parts[: len(root)] == root for root in REMOVABLE_ROOTS):
        found.append(FolderNote.REMOVABLE)
    if _is_open_to_others(absolute):
        found.append(FolderNote.SHARED)
    return found


def _is_open_to_others(folder: Path) -> bool:
    """Whether other people on this computer may read it, by its rights and those of all folders above it."""
    try:
        return all(path.stat().st_mode & stat.S_IXOTH for path in (folder, *folder.parents))
    except OSError:
        return False
