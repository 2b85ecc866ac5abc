"""Every file that may stand beside a vault, by name. Deleting a vault means deleting these too."""

from pathlib import Path
from typing import Final

_BACKUPS: Final = ".backups"
_BEFORE_RECOVERY: Final = ".before-recovery"


def lock_of(vault: Path) -> Path:
    """Held while a process has the vault open; empty, kept for ever."""
    return vault.with_name(vault.name + ".lock")


def state_of(vault: Path) -> Path:
    """How the vault was last closed: see `close_marker`."""
    return vault.with_name(vault.name + ".state")


def journal_of(vault: Path) -> Path:
    """SQLite's rollback journal, there only during a transaction or after a crash."""
    return vault.with_name(vault.name + "-journal")


def shared_memory_logs_of(vault: Path) -> tuple[Path, Path]:
    """Files of a journal mode no vault ever uses: whoever finds one may be sure it is alien."""
    return vault.with_name(vault.name + "-wal"), vault.with_name(vault.name + "-shm")


def part_of(target: Path) -> Path:
    """A file while it is made, before it gets its name."""
    return target.with_name(target.name + ".part")


def backups_of(vault: Path) -> Path:
    """The folder of verified copies."""
    return vault.with_name(vault.name + _BACKUPS)


def before_recovery_of(vault: Path) -> Path:
    """The folder that keeps vault and journal as the last crash left them."""
    return vault.with_name(vault.name + _BEFORE_RECOVERY)


def set_aside_name(alien: Path) -> Path:
    """A free name for a journal that does not belong to the vault."""
    number = 1
    while (free := alien.with_name(f"{alien.name}.set-aside-{number}")).exists():
        number += 1
    return free


def set_aside_journals(vault: Path) -> list[Path]:
    """The alien journals that were set aside so far."""
    logs = (journal_of(vault), *shared_memory_logs_of(vault))
    return sorted(
        path for path in vault.parent.iterdir() for log in logs if path.name.startswith(f"{log.name}.set-aside-")
    )


def files_beside(vault: Path) -> tuple[Path, ...]:
    """The names beside a vault that may only ever be ordinary files."""
    part, state = part_of(vault), state_of(vault)
    logs = (journal_of(vault), *shared_memory_logs_of(vault))
    return (lock_of(vault), state, part_of(state), *logs, part, journal_of(part))


def folders_of_copies(vault: Path) -> tuple[Path, Path]:
    """The folders that this program fills beside a vault and removes things from."""
    return backups_of(vault), before_recovery_of(vault)


def is_folder_of_copies(folder: Path) -> bool:
    """Whether a folder has the name of one that holds the copies of some vault."""
    return folder.name.endswith((_BACKUPS, _BEFORE_RECOVERY))


def everything_of(vault: Path) -> list[Path]:
    """What exists of a vault: itself, its siblings and its two folders; for deleting everything."""
    lock, *others = files_beside(vault)  # the lock goes last: until then nobody else comes
    named = [
        vault,
        *others,
        *folders_of_copies(vault),
        part_of(before_recovery_of(vault)),
        *set_aside_journals(vault),
        lock,
    ]
    return [path for path in named if path.is_symlink() or path.exists()]
