"""What a rule or the surroundings say no to, each with a code.

The sentence that a person reads for each code stands in `resources/content/<language>/errors.toml`;
a test walks every code. Anything that is not a `KnownError` is a mistake of ours and goes to the crash window.
"""

from enum import StrEnum
from typing import ClassVar


class Code(StrEnum):
    """Every known error. The value is the key of its sentence."""

    # the call
    CALL_MISTAKE = "call_mistake"
    UNKNOWN_FORMAT = "unknown_format"
    NO_DISPLAY = "no_display"
    NO_PASSPHRASE = "no_passphrase"
    VAULT_EXISTS = "vault_exists"
    IMPORT_CONFLICT = "import_conflict"
    IMPORT_INVALID = "import_invalid"
    IMPORT_CUT_OFF = "import_cut_off"
    IMPORT_DAMAGED = "import_damaged"
    IMPORT_WITHOUT_ENTRIES = "import_without_entries"
    NO_COMMITMENT = "no_commitment"
    NAME_AMBIGUOUS = "name_ambiguous"
    # the passphrase
    WRONG_PASSPHRASE = "wrong_passphrase"
    LIST_LOCKED = "list_locked"
    SEAL_BROKEN = "seal_broken"
    # the file itself
    FILE_EMPTY = "file_empty"
    FILE_TRUNCATED = "file_truncated"
    FILE_FOREIGN = "file_foreign"
    FILE_NOT_ENCRYPTED = "file_not_encrypted"
    FILE_DAMAGED = "file_damaged"
    FILE_INCONSISTENT = "file_inconsistent"
    FILE_NEWER = "file_newer"
    BACKUP_UNVERIFIED = "backup_unverified"
    # the surroundings
    FILE_MISSING = "file_missing"
    FILE_MOVED = "file_moved"
    FILE_IS_LINK = "file_is_link"
    FILE_IS_FOLDER = "file_is_folder"
    FILE_NOT_REGULAR = "file_not_regular"
    FILE_HAS_TWO_NAMES = "file_has_two_names"
    FOLDER_OF_COPIES = "folder_of_copies"
    FILE_TOO_LARGE = "file_too_large"
    NO_PERMISSION = "no_permission"
    READ_ONLY = "read_only"
    FOLDER_MISSING = "folder_missing"
    DISK_FULL = "disk_full"
    READ_FAILED = "read_failed"
    WRITE_FAILED = "write_failed"
    NAME_TOO_LONG = "name_too_long"
    MEMORY_SHORT = "memory_short"
    IN_USE = "in_use"
    BUSY = "busy"
    DRIVER_UNSAFE = "driver_unsafe"
    RESOURCES_MISSING = "resources_missing"
    CONTENT_UNREADABLE = "content_unreadable"
    NOT_UTF8 = "not_utf8"
    # told on the first page after the window that met them is gone
    COPY_NOT_MADE = "copy_not_made"
    COPY_DISK_FULL = "copy_disk_full"
    COPY_FAR_SMALLER = "copy_far_smaller"
    NOT_MOVED = "not_moved"
    DELETE_INCOMPLETE = "delete_incomplete"
    PASSPHRASE_CHANGED = "passphrase_changed"
    PASSPHRASE_KEPT = "passphrase_kept"
    # the rules of the planner
    NOT_FOUND = "not_found"
    NOT_DUE = "not_due"
    FUTURE_DAY = "future_day"
    THREE_ACTIVE = "three_active"
    HIDDEN_MISSES = "hidden_misses"
    TRACKS_THEM = "tracks_them"
    AGAINST_A_LIMIT = "against_a_limit"
    LIMIT_STAYS = "limit_stays"
    AMOUNT_UNCLEAR = "amount_unclear"
    AMOUNT_IMPOSSIBLE = "amount_impossible"
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_IS_PAID_ON = "amount_is_paid_on"
    PAID_TOO_MUCH = "paid_too_much"
    OFFER_TOO_LONG = "offer_too_long"
    OPENS_TOO_MUCH = "opens_too_much"
    WORDS_MISSING = "words_missing"
    WORDS_TOO_LONG = "words_too_long"
    ANSWER_TOO_LONG = "answer_too_long"
    SCHEDULE_IMPOSSIBLE = "schedule_impossible"
    DATE_IMPOSSIBLE = "date_impossible"
    DAY_START_IMPOSSIBLE = "day_start_impossible"
    PAUSE_TOO_EARLY = "pause_too_early"
    PAUSE_TOO_LONG = "pause_too_long"
    PAUSE_IS_THEIRS = "pause_is_theirs"
    ALREADY_STARTED = "already_started"
    ALREADY_ENDED = "already_ended"
    PERIOD_RUNS = "period_runs"
    PLAN_FINISHED = "plan_finished"
    NOT_TOGETHER = "not_together"
    NOT_MISSED = "not_missed"
    HAS_SETBACK_STEPS = "has_setback_steps"
    WHEN_OR_WHERE_MISSING = "when_or_where_missing"
    HARD_DAY_STAYS = "hard_day_stays"
    NOT_OFFERED = "not_offered"
    NOT_TO_OFFER = "not_to_offer"
    CHANGED_SINCE = "changed_since"
    PASSPHRASES_DIFFER = "passphrases_differ"
    PASSPHRASE_SHORT = "passphrase_short"
    ENDING_FIRST = "ending_first"
    STOPPED = "stopped"
    LOCK_TIME_IMPOSSIBLE = "lock_time_impossible"
    REMINDER_TIMES_IMPOSSIBLE = "reminder_times_impossible"
    REMINDER_GIVES_AWAY = "reminder_gives_away"
    NO_CONTACT_WANTED = "no_contact_wanted"
    TALK_LENGTH_IMPOSSIBLE = "talk_length_impossible"
    NOT_CONSENTED = "not_consented"
    READING_IMPOSSIBLE = "reading_impossible"
    READING_TOO_SOON = "reading_too_soon"
    VOICE_LOCKED = "voice_locked"


class KnownError(Exception):
    """A rule or the surroundings say no; shown as one plain sentence, in place.

    `details` fill the sentence's placeholders and never hold what a person wrote.
    """

    exit_status: ClassVar[int] = 2

    def __init__(self, code: Code, **details: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details


class RuleError(KnownError):
    """A rule of the planner says no, or the call was a mistake."""


class WrongPassphraseError(KnownError):
    """The passphrase does not open this file."""

    exit_status = 3


class DamagedError(KnownError):
    """The file is damaged, not one of ours, or from a newer version."""

    exit_status = 4


class UnreadableError(KnownError):
    """The file cannot be read or written here and now."""

    exit_status = 5
