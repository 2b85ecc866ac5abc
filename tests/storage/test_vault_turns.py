"""Several threads at one vault: one at a time, whatever they do with it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE
from tests.storage.scenes import MOMENT
from trustplanner.domain.moments import Draft
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.vault import Vault

NEW = "another quiet evening"
ROUNDS = 30


class Other:
    """Does something on a thread of its own, again and again, until it is told to stop."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._work = work
        self._stops = threading.Event()
        self.rounds = 0
        self.failed: list[BaseException] = []
        self._thread = threading.Thread(target=self._go_on)
        self._thread.start()

    def _go_on(self) -> None:
        try:
            while not self._stops.is_set():
                self._work()
                self.rounds += 1
        except BaseException as error:  # noqa: BLE001  (whatever it is, the test is to see it)
            self.failed.append(error)

    def end(self) -> None:
        self._stops.set()
        self._thread.join()


def write(vault: Vault, name: str, words: str) -> None:
    with vault.transaction() as unit:
        unit.put(Draft(name, words, MOMENT))


@pytest.mark.parametrize("others_work", ["change the passphrase", "make a copy", "read", "write"])
def test_the_window_goes_on_while_another_thread_uses_the_vault(vault: Vault, others_work: str) -> None:
    work: dict[str, Callable[[], object]] = {
        "change the passphrase": lambda: vault.change_passphrase(NEW),
        "make a copy": vault.back_up,
        "read": lambda: vault.read(draft, "mine"),
        "write": lambda: write(vault, "theirs", "x" * 1000),
    }
    other = Other(work[others_work])
    for number in range(ROUNDS):
        write(vault, "mine", str(number))
        found = vault.read(draft, "mine")
        assert found is not None
        assert found.body == str(number)
    while not other.rounds and not other.failed:
        vault.read(draft, "mine")
    other.end()
    assert other.failed == []


def test_closing_waits_for_whoever_is_at_work(vault: Vault) -> None:
    has_begun, may_end = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with vault.transaction() as unit:
            has_begun.set()
            may_end.wait()
            unit.put(Draft("mine", "the last words", MOMENT))

    other, closing = threading.Thread(target=write_slowly), threading.Thread(target=vault.close)
    other.start()
    has_begun.wait()
    closing.start()
    may_end.set()
    closing.join()
    other.join()
    with Vault.open(vault.path, PASSPHRASE) as again:
        found = again.read(draft, "mine")
        assert found is not None
        assert found.body == "the last words"


def test_a_second_use_on_the_same_thread_is_still_refused(tmp_path: Path) -> None:
    with Vault.create(tmp_path / "own.vault", PASSPHRASE, TEST) as vault:
        with vault.transaction(), pytest.raises(RuntimeError, match="in use"):
            vault.back_up()
        with vault.transaction(), pytest.raises(RuntimeError, match="in use"):
            vault.change_passphrase(NEW)
