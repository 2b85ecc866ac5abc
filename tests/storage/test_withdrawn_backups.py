"""Earlier copies made anew without what was taken back: everything else stays, and each copy is sound."""

import shutil
from pathlib import Path

from tests.full_vault import PASSPHRASE, make_full_vault
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.session_notes import SessionNote
from trustplanner.domain.their_voice import SEALED_VOICE, Anchors, Reading, TheirConsent, TheirVoice
from trustplanner.storage.backups import backups
from trustplanner.storage.check import check_vault
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.queries.their_voice import their_consent, their_voice
from trustplanner.storage.tables import TABLES
from trustplanner.storage.vault import Vault

THEIRS = {TheirConsent, Anchors, Reading, SessionNote, SealedNote}


def opened_copy(vault: Vault, folder: Path) -> Vault:
    [backup] = backups(vault.path)
    folder.mkdir(exist_ok=True)
    return Vault.open(Path(shutil.copyfile(backup.path, folder / "copy.vault")), PASSPHRASE)


def test_a_copy_loses_what_is_theirs_and_nothing_else(tmp_path: Path) -> None:
    with Vault.open(make_full_vault(tmp_path), PASSPHRASE) as vault:
        with vault.transaction() as unit:
            [note] = unit.read(entities, SealedNote)
            unit.put(SealedNote(SEALED_VOICE, note.wrapped, note.sealed, note.created_at, note.updated_at))
        vault.back_up()
        assert vault.read(their_voice) != TheirVoice()
        assert vault.backups_with_their_voice() == 1
        remade = vault.remake_without_their_voice()
        assert (remade.made, remade.left) == (1, 0)
        assert vault.backups_with_their_voice() == 0
        assert vault.remake_without_their_voice().made == 0, "nothing is written twice"
        [backup] = backups(vault.path)
        assert check_vault(backup.path, PASSPHRASE).is_sound
        with opened_copy(vault, tmp_path / "elsewhere") as copy:
            assert copy.read(their_voice) == TheirVoice()
            assert copy.read(their_consent) is None
            assert [each.id for each in copy.read(entities, SealedNote)] == [note.id], "the list of what is not told"
            assert all(not each.fits_words and each.fits is None for each in copy.read(entities, SessionNote))
            for kind in TABLES.keys() - THEIRS:
                assert copy.read(entities, kind) == vault.read(entities, kind)


def test_a_copy_of_an_earlier_passphrase_stays_as_it_is_and_is_counted(tmp_path: Path) -> None:
    with Vault.open(make_full_vault(tmp_path), PASSPHRASE) as vault:
        vault.back_up()
        vault.change_passphrase("another walk, another river")
        before = {copy.path: copy.path.read_bytes() for copy in backups(vault.path)}
        assert vault.backups_with_their_voice() == 0
        remade = vault.remake_without_their_voice()
        assert (remade.made, remade.left) == (0, len(before))
        assert {copy.path: copy.path.read_bytes() for copy in backups(vault.path)} == before
        assert vault.earlier_backups() == len(before), "and the page says how many it cannot look into"
