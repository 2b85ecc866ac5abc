import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.scenes import MOMENT, PASSPHRASE, content_of, write_setting, write_words
from trustplanner.domain.errors import Code, DamagedError, UnreadableError
from trustplanner.domain.moments import Draft, Setting
from trustplanner.storage.backups import MOST_BYTES, Backup, backups, kept, last_backup
from trustplanner.storage.check import check_vault
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.siblings import backups_of
from trustplanner.storage.vault import Vault
from trustplanner.storage.verified_copy import row_counts, verify_copy, write_verified_copy

NOON = datetime(2026, 5, 2, 12, tzinfo=UTC)


def test_a_backup_is_a_whole_vault_of_its_own(vault: Vault, tmp_path: Path) -> None:
    write_words(vault, 20)
    made = vault.back_up()
    alone = tmp_path / "alone.vault"
    alone.write_bytes(made.path.read_bytes())
    with Vault.open(alone, PASSPHRASE) as copy:
        assert content_of(copy) == content_of(vault)


def test_the_date_of_the_last_verified_copy_is_that_of_its_file(vault: Vault) -> None:
    assert last_backup(vault.path) is None
    made = vault.back_up()
    written = datetime.fromtimestamp(made.path.stat().st_mtime, UTC)
    assert last_backup(vault.path) == written.replace(microsecond=0)
    assert made.path.name == f"{written:%Y-%m-%dT%H-%M-%SZ}.vault"


def test_copies_of_the_same_second_stand_side_by_side(vault: Vault) -> None:
    made = [vault.back_up() for _ in range(4)]
    assert backups(vault.path) == made
    assert len({backup.path for backup in made}) == 4


def test_backups_are_private(vault: Vault) -> None:
    made = vault.back_up()
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_only_finished_copies_count(vault: Vault) -> None:
    made = vault.back_up()
    folder = backups_of(vault.path)
    for name in ("2031-01-01T00-00-00Z.vault.part", "new backup", "notes.txt", "2031-01-01.vault"):
        (folder / name).write_bytes(b"half")
    assert backups(vault.path) == [made]
    vault.back_up()
    assert not list(folder.glob("*.part"))
    assert (folder / "notes.txt").exists()


def test_a_copy_that_lacks_a_row_is_not_verified(vault: Vault) -> None:
    write_setting(vault, "name", "Sam")
    made = vault.back_up()
    write_setting(vault, "other", "row")
    with pytest.raises(DamagedError) as refused:
        verify_copy(made.path, vault._key, row_counts(vault._file.driver))
    assert refused.value.code is Code.BACKUP_UNVERIFIED


@pytest.mark.parametrize("position", [16, 5000, 4096 * 30 + 4000])
def test_a_copy_with_a_flipped_byte_is_not_verified(vault: Vault, position: int) -> None:
    made = vault.back_up()
    counts = row_counts(vault._file.driver)
    verify_copy(made.path, vault._key, counts)
    content = bytearray(made.path.read_bytes())
    content[position] ^= 1
    made.path.write_bytes(content)
    with pytest.raises(DamagedError):
        verify_copy(made.path, vault._key, counts)


def test_a_copy_that_fails_its_check_never_gets_its_name(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.vault"
    target.write_bytes(b"what stood here before")
    other_key = VaultKey(os.urandom(32), vault._key.salt)
    with pytest.raises(DamagedError):
        write_verified_copy(vault._file.driver, other_key, target)
    assert target.read_bytes() == b"what stood here before"
    assert not list(tmp_path.glob("*.part"))
    write_verified_copy(vault._file.driver, vault._key, target)
    assert check_vault(target, PASSPHRASE).is_sound


def test_a_backup_folder_that_is_something_else_is_said_plainly_and_loses_nothing(vault: Vault) -> None:
    backups_of(vault.path).write_text("a file of this name")
    write_setting(vault, "name", "Sam")
    with pytest.raises(UnreadableError):
        vault.close()
    with Vault.open(vault.path, PASSPHRASE) as again:
        assert content_of(again)[0] == {"name": "Sam"}


def test_changes_are_backed_up_once(vault: Vault) -> None:
    write_setting(vault, "name", "Sam")
    made = vault.back_up()
    vault.close()
    assert backups(vault.path) == [made]


def copies(folder: Path, moments: list[datetime], size: int = 10) -> list[Backup]:
    made = []
    for number, moment in enumerate(moments):
        path = folder / f"{number}.vault"
        path.touch()
        os.truncate(path, size)  # sparse: takes no room
        made.append(Backup(moment, 1, path))
    return made


def test_all_copies_of_two_days_stay_then_the_last_of_days_weeks_and_months(tmp_path: Path) -> None:
    hours = [NOON - timedelta(hours=hour) for hour in range(24 * 500)]
    all_copies = copies(tmp_path, hours)
    staying = sorted(kept(all_copies, all_copies[0]), reverse=True)
    assert [copy.moment for copy in staying[:49]] == hours[:49]
    days = [copy.moment for copy in staying[49:]]
    assert len({day.date() for day in days}) == len(days)
    assert all(day.hour == 23 for day in days)
    today = NOON.date()
    daily = {today - timedelta(days=day) for day in range(14)}
    sundays = {date(2026, 4, 26) - timedelta(weeks=week) for week in range(9)}
    ends_of_months = {date(2026, month, 1) - timedelta(days=1) for month in range(1, 6)}
    ends_of_months |= {date(2025, month, 1) - timedelta(days=1) for month in range(7, 13)}
    assert {copy.moment.date() for copy in staying} == {today} | daily | sundays | ends_of_months


def test_days_without_a_copy_use_up_no_place(tmp_path: Path) -> None:
    monthly = copies(tmp_path, [NOON - timedelta(days=30 * month) for month in range(20)])
    assert len(kept(monthly, monthly[0])) == 14


def test_the_folder_stays_under_its_limit_and_the_newest_always_stays(tmp_path: Path) -> None:
    fifth = copies(tmp_path, [NOON - timedelta(hours=hour) for hour in range(9)], size=MOST_BYTES // 5)
    assert kept(fifth, fifth[0]) == set(fifth[:5])
    huge = copies(tmp_path, [NOON, NOON - timedelta(hours=1)], size=2 * MOST_BYTES)
    assert kept(huge, huge[0]) == {huge[0]}


def test_where_room_is_short_many_copies_of_one_day_do_not_push_out_those_of_other_days(tmp_path: Path) -> None:
    days = [NOON - timedelta(days=day) for day in range(1, 6)]
    minutes = [NOON - timedelta(minutes=minute) for minute in range(20)]
    all_copies = copies(tmp_path, [*minutes, *days], size=MOST_BYTES // 8)
    staying = kept(all_copies, all_copies[0])
    assert staying == {*all_copies[:3], *all_copies[20:]}


def test_a_clock_set_back_never_costs_the_copy_just_made(tmp_path: Path) -> None:
    made = copies(tmp_path, [NOON + timedelta(days=day) for day in range(400)])
    assert made[0] in kept(made, made[0])


TEN_YEARS = timedelta(days=3653)


def rotated(folder: Path, moments: list[datetime]) -> list[datetime]:
    """What is left when a copy is made at each of these moments, in this order."""
    left: set[Backup] = set()
    for made in copies(folder, moments):
        left = kept([*sorted(left), made], made)
    return sorted(copy.moment for copy in left)


def test_weeks_under_a_clock_that_runs_ten_years_ahead_cost_no_good_copy(tmp_path: Path) -> None:
    before = [NOON - timedelta(hours=hour) for hour in reversed(range(720))]
    ahead = [NOON + TEN_YEARS + timedelta(hours=8 * number) for number in range(60)]
    assert set(rotated(tmp_path, before)) <= set(rotated(tmp_path, [*before, *ahead]))
    after = [NOON + timedelta(days=day) for day in range(1, 4)]
    left = rotated(tmp_path, [*before, *ahead, *after])
    assert set(rotated(tmp_path, [*before, *after])) == {moment for moment in left if moment < NOON + TEN_YEARS}


def test_copies_that_lie_ahead_never_crowd_out_those_of_now(tmp_path: Path) -> None:
    ahead = [NOON + TEN_YEARS + timedelta(days=day) for day in range(30)]
    now = [NOON + timedelta(hours=6 * number) for number in range(400)]
    left = rotated(tmp_path, [*ahead, *now])
    assert {moment for moment in left if moment <= now[-1]} == set(rotated(tmp_path, now))
    assert {moment for moment in left if moment > now[-1]} == set(rotated(tmp_path, ahead))


def test_a_clock_ten_years_behind_at_the_start_lets_no_good_copy_go(tmp_path: Path) -> None:
    good = rotated(tmp_path, [NOON - timedelta(hours=8 * number) for number in reversed(range(300))])
    behind = [NOON - TEN_YEARS + timedelta(days=day) for day in range(40)]
    assert set(good) <= set(rotated(tmp_path, [*good, *behind]))


def test_the_last_copy_is_not_one_that_a_wrong_clock_put_ahead(vault: Vault) -> None:
    made = vault.back_up()
    ahead = made.path.with_name("2036-05-02T12-00-00Z.vault")
    ahead.write_bytes(made.path.read_bytes())
    assert last_backup(vault.path) == datetime(2036, 5, 2, 12, tzinfo=UTC)
    assert last_backup(vault.path, made.moment) == made.moment
    assert last_backup(vault.path, NOON - TEN_YEARS) == datetime(2036, 5, 2, 12, tzinfo=UTC), "there is no other"


def test_a_copy_ahead_is_not_the_one_before_when_something_is_deleted(vault: Vault) -> None:
    for number in range(100):
        write_setting(vault, str(number), "written")
    ahead = vault.back_up()
    ahead.path.rename(ahead.path.with_name("2136-05-02T12-00-00Z.vault"))
    with vault.transaction() as unit:
        for number in range(50):
            unit.delete(Setting(str(number), "written"))
    assert vault.back_up().is_far_smaller, "there is no other to compare with"
    assert not vault.back_up().is_far_smaller


def test_old_copies_really_go(vault: Vault) -> None:
    earlier = old_copies(vault, 59)
    made = vault.back_up()
    left = backups(vault.path)
    assert set(left) == kept([*earlier, made], made)
    assert 14 < len(left) < 30
    assert made in left


def old_copies(vault: Vault, count: int) -> list[Backup]:
    """Backups of what is in the vault now, as if one had been made every ten days."""
    made = vault.back_up()
    content = made.path.read_bytes()
    made.path.unlink()
    for number in range(1, count + 1):
        moment = NOON - timedelta(days=number * 10)
        made.path.with_name(f"{moment:%Y-%m-%dT%H-%M-%SZ}.vault").write_bytes(content)
    return backups(vault.path)


def test_a_copy_with_far_fewer_rows_pushes_out_nothing_and_says_so(vault: Vault) -> None:
    for number in range(100):
        write_setting(vault, str(number), "written")
    earlier = old_copies(vault, 59)
    with vault.transaction() as unit:
        for number in range(15):
            unit.delete(Setting(str(number), "written"))
    made = vault.close()
    assert made is not None
    assert made.is_far_smaller
    assert backups(vault.path) == [*earlier, made]


def test_a_few_rows_less_and_drafts_that_go_are_as_on_any_day(vault: Vault) -> None:
    for number in range(100):
        write_setting(vault, str(number), "written")
    write_words(vault, 40)
    old_copies(vault, 59)
    with vault.transaction() as unit:
        for number in range(5):
            unit.delete(Setting(str(number), "written"))
        for number in range(40):
            unit.delete(Draft(f"words-{number}", "", MOMENT))
    made = vault.back_up()
    assert not made.is_far_smaller
    assert len(backups(vault.path)) < 30


def test_the_first_copy_with_a_new_passphrase_pushes_out_nothing(vault: Vault) -> None:
    earlier = old_copies(vault, 59)
    last = vault.back_up()
    vault.change_passphrase("another walk by the river")
    before = backups(vault.path)
    made = vault.back_up()
    assert not made.is_far_smaller
    assert backups(vault.path) == [*before, made]
    assert last in before
    assert set(before) & set(earlier)


@pytest.mark.parametrize("name", ["2026-13-45T99-99-99Z.vault", "2026-02-30T10-00-00Z.vault"])
def test_a_name_of_no_moment_is_that_of_something_else(vault: Vault, name: str) -> None:
    made = vault.back_up()
    (made.path.parent / name).write_bytes(b"somebody's")
    assert backups(vault.path) == [made]
    vault.back_up()
    assert (made.path.parent / name).exists()


def test_what_nobody_would_miss_is_alone_no_reason_for_a_backup(vault: Vault) -> None:
    with vault.transaction(is_worth_backup=False) as unit:
        unit.put(Draft("place", "here", MOMENT))
    assert vault.close() is None
    assert backups(vault.path) == []
    with Vault.open(vault.path, PASSPHRASE) as again:
        assert content_of(again)[1] == {"place": "here"}


def test_beside_other_changes_it_is_backed_up_too(vault: Vault) -> None:
    write_setting(vault, "name", "Sam")
    with vault.transaction(is_worth_backup=False) as unit:
        unit.put(Draft("place", "here", MOMENT))
    made = vault.close()
    assert [made] == backups(vault.path)
