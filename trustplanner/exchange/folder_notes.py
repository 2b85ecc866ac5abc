"""What can be told of a folder before something private is written into it."""

import os
import stat
import sys
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
    "proton drive",
    "tresorit",
)
CLOUD_MARKS: Final = (".stfolder", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log")
REMOVABLE_ROOTS: Final = (("/", "media"), ("/", "run", "media"), ("/", "mnt"), ("/", "Volumes"))


class FolderNote(StrEnum):
    """A reason to look twice; the value is the name of its sentence."""

    CLOUD = "cloud_folder"
    SHARED = "shared_folder"
    REMOVABLE = "removable"


def folder_notes(folder: Path) -> list[FolderNote]:
    """What its name, its marks and its rights say. A folder with none of these signs may still be any of these things.

    A link is followed to where the file would really lie.
    """
    places = {folder.absolute(), folder.resolve()}
    found = []
    if any(_is_in_a_cloud(place) for place in places):
        found.append(FolderNote.CLOUD)
    if any(place.parts[: len(root)] == root for root in REMOVABLE_ROOTS for place in places):
        found.append(FolderNote.REMOVABLE)
    if _is_open_to_others(folder.resolve()):
        found.append(FolderNote.SHARED)
    return found


def _is_in_a_cloud(folder: Path) -> bool:
    """Whether a folder above it, or the folder itself, has the name or holds the mark of a service that copies it."""
    if any(name in part.lower() for part in folder.parts for name in CLOUD_NAMES):
        return True
    return any(os.path.lexists(place / mark) for place in (folder, *folder.parents) for mark in CLOUD_MARKS)


def _is_open_to_others(folder: Path) -> bool:
    """Whether other people on this computer may enter it, by its rights and those of all folders above it."""
    if sys.platform == "win32":  # its rights are not told by these bits
        return False
    try:
        return all(path.stat().st_mode & stat.S_IXOTH for path in (folder, *folder.parents))
    except OSError:
        return False
