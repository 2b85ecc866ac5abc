"""The words about privacy, settings, what leaves the file, and deleting it."""

from dataclasses import dataclass

from trustplanner.content.texts import Text


@dataclass(frozen=True, slots=True)
class ListPassage:
    """A heading and a list."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    """All of `privacy.toml`."""

    title: str
    lead: str
    protected: ListPassage
    not_protected: ListPassage
    others: ListPassage
    danger: ListPassage


@dataclass(frozen=True, slots=True)
class SettingsHelp:
    """All of `settings_help.toml`: what stands beside each setting."""

    lock_after: str
    lock_on_minimise: str
    day_starts: str
    review_weekday: str
    text_size: str
    system_font: str
    more_contrast: str
    less_motion: str
    vault_place: str
    backups: str
    export: str
    passphrase: str
    safety_questions: str
    contact: str


@dataclass(frozen=True, slots=True)
class DoneWords:
    """What is shown when everything is deleted."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class DeletePage:
    """All of `delete_everything.toml`."""

    title: str
    lead: str
    goes: ListPassage
    stays: ListPassage
    export_first: str
    legal: str
    confirm_label: str
    keep: str
    delete: str
    done: DoneWords


@dataclass(frozen=True, slots=True)
class ExportNotes:
    """All of `export_notes.toml`; `formats` goes by the ending of the file, "backup" for a copy of the vault.

    `choices` are the three kinds of files that everything, or the days to come, can leave as.
    """

    title: str
    lead: str
    after: str
    self_reported: str
    cloud_folder: str
    shared_folder: str
    removable: str
    legal: str
    their_part: Text
    calendar_lead: str
    calendar_title: str
    calendar_title_note: str
    calendar_title_refused: str
    choices: dict[str, str]
    formats: dict[str, str]
