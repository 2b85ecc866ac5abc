"""Forks a child for each line it is given, so that children start in milliseconds; run as a module by `children`."""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

import alembic.command  # noqa: F401  (loaded once here, so that no child spends its life importing)
import nacl.bindings  # noqa: F401  (the same)

from tests.storage.scenes import MOMENT, PASSPHRASE, drafts_in, write_words
from trustplanner.domain.errors import KnownError
from trustplanner.domain.moments import Draft, Setting
from trustplanner.storage.hardening import harden_process
from trustplanner.storage.keys import TEST
from trustplanner.storage.migrations import Revisions
from trustplanner.storage.self_check import check_driver
from trustplanner.storage.siblings import journal_of
from trustplanner.storage.vault import Vault

SLOTS = 40
# The steps between which a process is killed: whatever changes a name or opens a file.
FILE_STEPS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "shutil.rmtree"})


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def write_until_killed(path: str, *, says_before_commit: bool = False) -> None:
    """Write on and on, into two tables at once, and say each number when it is safe."""
    vault = Vault.open(Path(path), PASSPHRASE)
    last = vault.read(lambda c: c.exec_driver_sql("SELECT max(CAST(value AS INTEGER)) FROM settings").scalar())
    for number in count((last or 0) + 1):
        with vault.transaction() as unit:
            unit.put(Setting(f"slot-{number % SLOTS}", str(number)))
            unit.put(Draft(f"slot-{number % SLOTS}", f"{number} {'w' * (number % 7 * 1000)}", MOMENT))
            if says_before_commit:
                say(str(number))
        if not says_before_commit:
            say(str(number))


def crash_in_transaction(path: str, name: str, count: int = 40) -> None:
    """Die in the middle of a transaction that has already changed the file: a hot journal is left."""
    vault = Vault.open(Path(path), PASSPHRASE)
    with vault.transaction() as unit:
        unit.put(Setting(name, "never committed"))
        unit.read(lambda c: c.exec_driver_sql("PRAGMA cache_size = 1"))
        for number in range(count):
            unit.put(Draft(f"{name}-{number}", "u" * 1500, MOMENT))
        os.kill(os.getpid(), signal.SIGKILL)


def hold(path: str) -> None:
    """Keep a vault open until killed."""
    with Vault.open(Path(path), PASSPHRASE):
        say("holding")
        signal.pause()


def count_up(path: str, times: int) -> None:
    """Read a number, add one and write it, with a newly opened vault each time."""
    done = 0
    while done < times:
        try:
            vault = Vault.open(Path(path), PASSPHRASE)
        except KnownError:
            continue
        with vault.transaction() as unit:
            before = unit.get(Setting, "count")
            unit.put(Setting("count", str(int(before.value if before else 0) + 1)))
        vault.close(backup=False)
        done += 1
    say("counted")


def tell_process() -> None:
    """Say how hardened the process is."""
    import ctypes
    import resource

    harden_process()
    mask = os.umask(0)
    say(f"umask {mask:o}")
    say(f"core {resource.getrlimit(resource.RLIMIT_CORE)}")
    if sys.platform == "linux":
        say(f"dumpable {ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)}")


def write_beyond_a_size_limit(path: str) -> None:
    """Write more than the system lets a file grow."""
    import resource

    vault = Vault.open(Path(path), PASSPHRASE)
    limit = Path(path).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        write_words(vault, 400)
    except KnownError as error:
        say(f"refused {error.code}")
    say(f"words {len(vault.read(drafts_in))}")


def create_with_open_umask(path: str) -> None:
    os.umask(0)
    with Vault.create(Path(path), PASSPHRASE, TEST) as vault:
        write_words(vault, 3)
        with vault.transaction() as unit:
            unit.put(Setting("journal", "is there now"))
            say(f"{journal_of(Path(path)).stat().st_mode & 0o777:o}")
    for file in sorted([Path(path), *Path(path).parent.rglob("*")]):
        say(f"{file.stat().st_mode & 0o777:o}")


def die_at_step(step: int, operation: str, path: str, **arguments: str) -> None:
    """Do an operation and die just before its so many-th file step; say "done" if it has fewer."""
    doing = OPERATIONS[operation](Path(path), **arguments)
    left = step

    def watch(event: str, _: object) -> None:
        nonlocal left
        if event in FILE_STEPS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    doing()
    say("done")


def _creating(path: Path) -> Callable[[], object]:
    return lambda: Vault.create(path, PASSPHRASE, TEST)


def _opening(path: Path) -> Callable[[], object]:
    return lambda: Vault.open(path, PASSPHRASE)


def _backing_up(path: Path) -> Callable[[], object]:
    return Vault.open(path, PASSPHRASE).back_up


def _closing(path: Path) -> Callable[[], object]:
    vault = Vault.open(path, PASSPHRASE)
    with vault.transaction() as unit:
        unit.put(Setting("late", "change"))
    return vault.close


def _changing_passphrase(path: Path, new: str) -> Callable[[], object]:
    vault = Vault.open(path, PASSPHRASE)
    return lambda: vault.change_passphrase(new)


def _migrating(path: Path, folder: str, newest: str) -> Callable[[], object]:
    revisions = Revisions(("0001", newest), Path(folder))
    return lambda: Vault.open(path, PASSPHRASE, revisions=revisions)


OPERATIONS: dict[str, Callable[..., Callable[[], object]]] = {
    "create": _creating,
    "open": _opening,
    "back up": _backing_up,
    "close": _closing,
    "change passphrase": _changing_passphrase,
    "migrate": _migrating,
}
FUNCTIONS: dict[str, Callable[..., None]] = {
    function.__name__: function
    for function in (
        write_until_killed,
        crash_in_transaction,
        hold,
        count_up,
        tell_process,
        write_beyond_a_size_limit,
        create_with_open_umask,
        die_at_step,
    )
}


def become_child(what: str, arguments: dict[str, object]) -> None:
    try:
        FUNCTIONS[what](**arguments)
    except KnownError as error:
        say(f"refused {error.code}")
    except BaseException:  # noqa: BLE001  (a forked child must end here, whatever happens)
        traceback.print_exc()
        say("failed")
    os._exit(0)


def serve() -> None:
    check_driver()  # once, before the first fork
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            say(f"started {os.getpid()}")
            become_child(order["what"], order["arguments"])
        _, status = os.waitpid(pid, 0)
        say(f"ended {status}")


if __name__ == "__main__":
    serve()
