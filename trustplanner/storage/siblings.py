"""Every file that may stand beside a vault, by name. Deleting a vault means deleting these too."""

from pathlib import Path


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
    return vault.with_name(vault.name + ".backups")


def before_recovery_of(vault: Path) -> Path:
    """The folder that keeps vault and journal as the last crash left them."""
    return vault.with_name(vault.name + ".before-recovery")


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


def everything_of(vault: Path) -> list[Path]:
    """What exists of a vault: itself, its siblings and its two folders; for deleting everything."""
    part = part_of(vault)
    named = [
        vault,
        journal_of(vault),
        *shared_memory_logs_of(vault),
        state_of(vault),
        part,
        journal_of(part),
        part_of(state_of(vault)),
        backups_of(vault),
        before_recovery_of(vault),
        part_of(before_recovery_of(vault)),
        *set_aside_journals(vault),
        lock_of(vault),
    ]
    return [path for path in named if path.is_symlink() or path.exists()]
