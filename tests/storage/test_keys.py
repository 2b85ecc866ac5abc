import pytest

from trustplanner.domain.errors import Code, RuleError
from trustplanner.storage.keys import (
    STANDARD,
    TEST,
    VaultKey,
    derive,
    new_salt,
    profile_of,
    require_passphrase,
    wipe,
)


def test_the_standard_profile_takes_256_mib_and_three_passes() -> None:
    assert (STANDARD.memory, STANDARD.passes) == (256 * 1024 * 1024, 3)


def test_a_salt_names_its_profile() -> None:
    assert profile_of(new_salt(STANDARD)) == STANDARD
    assert profile_of(new_salt(TEST)) == TEST
    assert profile_of(bytes(15) + b"\x07") is None
    assert profile_of(b"short") is None


def test_two_salts_are_never_the_same() -> None:
    assert len({new_salt(TEST) for _ in range(200)}) == 200


def test_the_standard_key_is_argon2id_as_anyone_may_compute_it() -> None:
    # Computed with argon2-cffi 25: time cost 3, memory cost 262144 KiB, parallelism 1, 32 bytes, type ID.
    key = derive("a long walk by the river", b"trustplanner-12\x01")
    assert key.raw.hex() == "4c0d5d8b150b99e564a631d013f33bbf550d0b08deb83a78b6b90300277eec39"


def test_the_same_words_typed_differently_give_the_same_key() -> None:
    salt = new_salt(TEST)
    composed, decomposed, full_width = "caf\u00e9 1", "cafe\u0301 1", "\uff43\uff41\uff46\u00e9 \u2460"
    assert derive(composed, salt).raw == derive(decomposed, salt).raw == derive(full_width, salt).raw
    assert derive("Caf\u00e9 1", salt).raw != derive(composed, salt).raw


def test_a_passphrase_may_hold_anything_a_keyboard_sends() -> None:
    salt = new_salt(TEST)
    odd = ["", "\0", "\ud83d", "\U0001f9ed", "\u202eabc", "x" * 10_000]
    assert len({bytes(derive(passphrase, salt).raw) for passphrase in odd}) == len(odd)


def test_a_key_can_be_overwritten_and_is_never_shown() -> None:
    key = VaultKey(b"\x5a" * 32, new_salt(TEST))
    specification = key.specification()
    assert b"5a" * 32 in specification
    assert "5a5a" not in repr(key)
    wipe(specification)
    key.wipe()
    assert not any(specification)
    assert not any(key.raw)


def test_a_vault_without_a_passphrase_does_not_exist() -> None:
    with pytest.raises(RuleError) as refused:
        require_passphrase("")
    assert refused.value.code is Code.NO_PASSPHRASE
