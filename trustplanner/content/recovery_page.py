"""The words of the Recovery page that are not said by the record itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NothingToShow:
    """What stands where the chart will stand."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is said before the chart leaves the file."""

    title: str


@dataclass(frozen=True, slots=True)
class RecoveryPageWords:
    """All of `recovery_page.toml`."""

    walk_hint: str
    no_commitment: NothingToShow
    nothing_due: NothingToShow
    picture: PictureWords
