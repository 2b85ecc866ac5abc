from pathlib import Path

import pytest

from tests.storage.scenes import PASSPHRASE, bytes_in, flip, pages_of
from trustplanner.domain.errors import Code, DamagedError, UnreadableError, WrongPassphraseError
from trustplanner.storage.close_marker import read_marker
from trustplanner.storage.file_checks import read_salt
from trustplanner.storage.keys import SALT_BYTES, VaultKey, derive
from trustplanner.storage.opening import unlock
from trustplanner.storage.pages import PAGE_BYTES, check_pages, key_fits_file
from trustplanner.storage.siblings import state_of
from trustplanner.storage.vault import Vault


@pytest.fixture
def key(closed: Path) -> VaultKey:
    return derive(PASSPHRASE, read_salt(closed))


def test_a_whole_vault_fits_its_key_page_by_page(closed: Path, key: VaultKey) -> None:
    report = check_pages(closed, key)
    assert report.is_sound
    assert report.pages == len(pages_of(closed)) > 60


def test_one_flipped_byte_in_each_page_in_turn_is_named(closed: Path, key: VaultKey) -> None:
    whole = pages_of(closed)
    for number in range(1, len(whole) + 1):
        # Every part of a page in turn: ciphertext, initialisation vector, authentication code.
        within = (SALT_BYTES, 2000, PAGE_BYTES - 70, PAGE_BYTES - 1)[number % 4]
        flip(closed, (number - 1) * PAGE_BYTES + within)
        before = closed.read_bytes()
        with pytest.raises(DamagedError) as refused:
            Vault.open_with_key(closed, VaultKey(key.raw, key.salt))
        assert refused.value.code is Code.FILE_DAMAGED
        assert refused.value.details == {"path": str(closed), "page": str(number), "pages": len(whole)}
        assert closed.read_bytes() == before
        flip(closed, (number - 1) * PAGE_BYTES + within)
    Vault.open(closed, PASSPHRASE).close()


def test_all_damaged_pages_are_named_at_once(closed: Path, key: VaultKey) -> None:
    for number in (3, 17, 51):
        flip(closed, (number - 1) * PAGE_BYTES + 99)
    assert check_pages(closed, key).bad == (3, 17, 51)
    assert check_pages(closed, key).named() == "3, 17 and 51"


def test_many_damaged_pages_are_counted_after_the_first_ten(closed: Path, key: VaultKey) -> None:
    for number in range(2, 15):
        flip(closed, (number - 1) * PAGE_BYTES + 99)
    assert check_pages(closed, key).named() == "2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more"


def test_pages_that_changed_places_are_named(closed: Path, key: VaultKey) -> None:
    pages = pages_of(closed)
    pages[4], pages[9] = pages[9], pages[4]
    closed.write_bytes(b"".join(pages))
    assert check_pages(closed, key).bad == (5, 10)


def test_a_ragged_end_is_one_bad_page(closed: Path, key: VaultKey) -> None:
    whole = len(pages_of(closed))
    with closed.open("ab") as handle:
        handle.write(b"x" * 100)
    report = check_pages(closed, key)
    assert (report.pages, report.bad) == (whole + 1, (whole + 1,))


def test_a_wrong_passphrase_fits_no_page(closed: Path) -> None:
    wrong = derive("something else", read_salt(closed))
    report = check_pages(closed, wrong)
    assert not report.key_fits
    assert not key_fits_file(closed, wrong)
    with pytest.raises(WrongPassphraseError):
        Vault.open(closed, "something else")


def test_a_damaged_first_page_is_not_taken_for_a_wrong_passphrase(closed: Path) -> None:
    flip(closed, 100)
    with pytest.raises(DamagedError) as refused:
        Vault.open(closed, PASSPHRASE)
    assert refused.value.details["page"] == "1"
    with pytest.raises(WrongPassphraseError):
        Vault.open(closed, "something else")


@pytest.mark.parametrize("position", range(SALT_BYTES))
def test_a_damaged_salt_is_not_taken_for_a_wrong_passphrase(closed: Path, position: int) -> None:
    flip(closed, position)
    before = bytes_in(closed.parent)
    with pytest.raises(DamagedError) as refused:
        Vault.open(closed, PASSPHRASE)
    assert (refused.value.code, refused.value.details["page"]) == (Code.FILE_DAMAGED, "1")
    if position < SALT_BYTES - 1:
        with pytest.raises(WrongPassphraseError):
            Vault.open(closed, "something else")
    assert bytes_in(closed.parent) == before


def test_a_damaged_salt_without_a_marker_is_at_least_never_opened(closed: Path) -> None:
    state_of(closed).unlink()
    assert read_marker(closed) is None
    flip(closed, 3)
    with pytest.raises(WrongPassphraseError):
        unlock(closed, PASSPHRASE)


def test_a_file_that_cannot_be_read_is_not_taken_for_a_wrong_passphrase(closed: Path, key: VaultKey) -> None:
    with pytest.raises(UnreadableError) as refused:
        check_pages(closed.parent, key)
    assert refused.value.code is Code.FILE_IS_FOLDER
