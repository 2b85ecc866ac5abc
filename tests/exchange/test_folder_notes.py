"""What is said of a folder before something private is written into it."""

from pathlib import Path

import pytest

from trustplanner.exchange.folder_notes import CLOUD_MARKS, FolderNote, folder_notes


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A folder that nobody else can enter."""
    folder = tmp_path / "mine"
    folder.mkdir(mode=0o700)
    return folder


def test_a_private_folder_on_this_computer_needs_no_second_look(private: Path) -> None:
    (private / "letters").mkdir()
    assert folder_notes(private / "letters") == []


@pytest.mark.parametrize(
    "name",
    ["Dropbox", "OneDrive - Home", "My Google Drive", "iCloud Drive", "Nextcloud", "pCloudDrive", "Proton Drive"],
)
def test_a_folder_that_is_named_like_a_cloud_is_told_wherever_it_stands(private: Path, name: str) -> None:
    inside = private / name / "a" / "b"
    inside.mkdir(parents=True)
    assert folder_notes(inside) == [FolderNote.CLOUD]
    assert folder_notes(private / name) == [FolderNote.CLOUD]
    assert folder_notes(private) == []


@pytest.mark.parametrize("mark", CLOUD_MARKS)
def test_a_folder_of_any_name_that_a_service_has_marked_is_told(private: Path, mark: str) -> None:
    (private / mark).mkdir()
    (private / "letters").mkdir()
    assert folder_notes(private / "letters") == [FolderNote.CLOUD]


def test_a_link_into_a_cloud_is_told(private: Path) -> None:
    (private / "Dropbox").mkdir()
    (private / "letters").symlink_to(private / "Dropbox")
    assert folder_notes(private / "letters") == [FolderNote.CLOUD]


def test_a_folder_that_others_may_enter_is_told_only_if_they_get_there(private: Path) -> None:
    inside = private / "open to all"
    inside.mkdir()
    inside.chmod(0o755)
    assert folder_notes(inside) == [], "the folder above it lets nobody through"
    assert folder_notes(Path("/")) == [FolderNote.SHARED]


@pytest.mark.parametrize("place", ["/media/stick", "/run/media/me/stick/a", "/mnt/disk", "/Volumes/Stick"])
def test_a_disk_that_can_be_taken_out_is_told(place: str) -> None:
    assert FolderNote.REMOVABLE in folder_notes(Path(place))


def test_a_folder_that_is_not_there_is_no_reason_to_fail(private: Path) -> None:
    assert folder_notes(private / "nowhere" / "at all") == []


def test_a_folder_named_by_a_relative_path_is_looked_at_where_it_really_is(
    private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (private / "Seafile").mkdir()
    monkeypatch.chdir(private / "Seafile")
    assert folder_notes(Path()) == [FolderNote.CLOUD]
