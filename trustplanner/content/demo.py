"""The story of the demo as its content file tells it; `demo_time` says how its moments are written."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from trustplanner.content.demo_around import HardDayTold, RatedTold, SureTold
from trustplanner.content.demo_ledger import OfferTold, WishTold
from trustplanner.content.demo_letters import LetterTold
from trustplanner.content.demo_talks import PracticeTold, TalkTold
from trustplanner.content.demo_time import check_days, check_moments, check_schedule, check_times
from trustplanner.content.demo_voice import VoiceTold
from trustplanner.content.reading import read_content
from trustplanner.domain.answers import Adjust, How
from trustplanner.domain.commitments import AskedBy, Direction, Reason
from trustplanner.domain.events import EventKind
from trustplanner.domain.harms import RepairWay
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, SafetyQuestion, Share
from trustplanner.domain.views import View
from trustplanner.resource_files import resources_folder

# Kept, partly, missed, not applicable; in small letters if written late; d a done-day; nothing written; nothing due.
_MARKS: Final = frozenset("KPMNkpmnd.-")


@dataclass(frozen=True, slots=True)
class People:
    """The names, the counsellor, and the code of the breach kind."""

    own_name: str
    their_name: str
    counsellor: str
    kind: str


@dataclass(frozen=True, slots=True)
class SafetyTold:
    """One round of the private questions; those not named were answered with no."""

    when: str
    yes: tuple[SafetyQuestion, ...] = ()

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class ContactTold:
    """What she said about contact."""

    when: str
    contact: Contact
    note: str

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class PageTold:
    """What was written for one question of the path: one entry for each field of its form."""

    when: str
    prompt: str
    words: tuple[str, ...]
    choice: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class SkippedTold:
    """A question that was skipped."""

    when: str
    prompt: str

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class LineTold:
    """A line that she said, or that was guessed."""

    when: str
    prompt: str
    whose: Whose
    words: str

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class EveningTold:
    """What was written on one evening; each field is a question of the day."""

    when: str
    shaded: str = ""
    noticed: str = ""
    how_hard: int | None = None

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """What was written in one weekly review; each field is a question of the week."""

    when: str
    kept_unseen: str = ""
    slipped: str = ""
    size: str = ""
    they_said: str = ""
    counsellor: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class RepairTold:
    """One repair: when it was planned and for which day, and what became of it; `amount` in the smallest units."""

    planned: str
    words: str
    due: str = ""
    moved: str = ""
    moved_to: str = ""
    done: str = ""
    let_go: str = ""
    way: RepairWay | None = None
    wants_contact: Share | None = None
    could_injure: Share | None = None
    advised_by: str = ""
    amount: int = 0

    def __post_init__(self) -> None:
        check_moments(self, "planned", "moved", "done", "let_go")
        check_days(self, "due", "moved_to")


@dataclass(frozen=True, slots=True)
class HarmTold:
    """One harm with its repairs."""

    when: str
    words: str
    repairs: tuple[RepairTold, ...] = ()

    def __post_init__(self) -> None:
        check_moments(self, "when")


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A change of what was promised: other terms, or the end if there is no schedule.

    `said_to_be` answers "stricter, easier, or only the wording?". `taken_back` is when it was taken back before it
    started. `months` are the marks of its due days until `until`, for a day of the month, which no calendar of weeks
    can hold. `heard` is when her view was heard, in `their_words`.
    """

    when: str
    schedule: str = ""
    will: str = ""
    said_to_be: Direction | None = None
    reason: Reason = Reason.CHOICE
    taken_back: str = ""
    view: View = View.NOT_ASKED
    heard: str = ""
    their_words: str = ""
    months: str = ""
    until: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when", "taken_back", "heard")
        check_days(self, "until")
        if self.schedule:
            check_schedule(self.schedule, is_once=False)


@dataclass(frozen=True, slots=True)
class CommitmentTold:
    """One commitment: how it was written, what became of it, and how each of its days was answered.

    `weeks` holds a line for each week, "43 KMPKKM.": how many weeks ago, and a mark for each day from Monday on; "N
    times a week" has an eighth mark for the week itself. `once` is the mark of a "once", answered at `answered`.
    """

    when: str
    title: str
    will: str
    schedule: str
    so_that: str = ""
    at: str = ""
    starts: str = ""
    due: str = ""
    asked_by: AskedBy = AskedBy.NOBODY
    asked_on: str = ""
    sureness: int | None = None
    if_cue: str = ""
    then_action: str = ""
    sign: str = ""
    smallest: str = ""
    review_on: str = ""
    harm: str = ""
    is_event: bool = False
    usually_answered: str = "20:40"
    weeks: str = ""
    once: str = ""
    answered: str = ""
    changes: tuple[ChangeTold, ...] = ()

    def __post_init__(self) -> None:
        check_moments(self, "when", "answered")
        check_days(self, "starts", "due", "asked_on", "review_on")
        check_times(self, "at", "usually_answered")
        check_schedule(self.schedule, is_once=bool(self.due))
        if not all(set(marks) <= _MARKS for _, marks in self.marks()):
            raise ValueError("weeks")

    def marks(self) -> list[tuple[int, str]]:
        """For each week how many weeks ago it was, and its marks."""
        rows = (line.split() for line in self.weeks.splitlines())
        return [(int(weeks_ago), marks) for weeks_ago, marks in rows]


@dataclass(frozen=True, slots=True)
class PauseTold:
    """Days on which one commitment, or all without `what`, asked for nothing."""

    when: str
    starts: str
    ends: str
    reason: Reason
    note: str
    what: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when")
        check_days(self, "starts", "ends")


@dataclass(frozen=True, slots=True)
class MissTold:
    """How one miss came out, and what was written in the steps after it.

    It was told, or found out, `days_later` at `at`. `corrected` is when an answer that had said "kept" was changed.
    `repair_in` and `repaired_in` are days from the miss to the promised and to the actual repair.
    """

    what: str
    day: str
    how: How
    at: str
    days_later: int = 0
    at_first: How | None = None
    corrected: str = ""
    facts: str = ""
    last_moment: str = ""
    likelier: tuple[str, ...] = ()
    cost: str = ""
    repair: str = ""
    adjust: Adjust | None = None
    sureness: int | None = None
    repair_in: int | None = None
    repaired_in: int | None = None

    def __post_init__(self) -> None:
        check_moments(self, "corrected")
        check_days(self, "day")
        check_times(self, "at")


@dataclass(frozen=True, slots=True)
class SessionTold:
    """One session. `planned` is the day it was first set for, if `moved` says that it was moved.

    The agenda was noted at `noted`; the other fields are the questions before a session.
    """

    when: str
    agenda: tuple[str, ...]
    noted: str
    planned: str = ""
    moved: str = ""
    show: str = ""
    avoided: str = ""
    use: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when", "noted", "moved")
        check_days(self, "planned")


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event of `day`, written down at `when`."""

    when: str
    day: str
    kind: EventKind
    words: str

    def __post_init__(self) -> None:
        check_moments(self, "when")
        check_days(self, "day")


@dataclass(frozen=True, slots=True)
class TodayTold:
    """What the running day begins with, as far as the clock has come, and what is still open from yesterday."""

    kept: str
    kept_at: str
    missed: str
    told_at: str
    open_since_yesterday: str

    def __post_init__(self) -> None:
        check_times(self, "kept_at", "told_at")


@dataclass(frozen=True, slots=True)
class FurtherPromise:
    """A promise for the large vaults that are made for measuring only."""

    title: str
    will: str
    so_that: str


@dataclass(frozen=True, slots=True)
class DemoStory:
    """All of `demo.toml`. Commitments and harms are called by their keys."""

    people: People
    safety: tuple[SafetyTold, ...]
    contact: tuple[ContactTold, ...]
    pages: tuple[PageTold, ...]
    skipped: tuple[SkippedTold, ...]
    lines: tuple[LineTold, ...]
    letters: tuple[LetterTold, ...]
    evenings: tuple[EveningTold, ...]
    reviews: tuple[ReviewTold, ...]
    harms: dict[str, HarmTold]
    wishes: tuple[WishTold, ...]
    offers: tuple[OfferTold, ...]
    commitments: dict[str, CommitmentTold]
    pauses: tuple[PauseTold, ...]
    misses: tuple[MissTold, ...]
    sessions: tuple[SessionTold, ...]
    events: tuple[EventTold, ...]
    talks: tuple[TalkTold, ...]
    practices: tuple[PracticeTold, ...]
    voice: tuple[VoiceTold, ...]
    rated: tuple[RatedTold, ...]
    hard_days: tuple[HardDayTold, ...]
    sure: tuple[SureTold, ...]
    today: TodayTold
    further: tuple[FurtherPromise, ...]


@cache
def demo_story(language: str = "en") -> DemoStory:
    """The story that comes with the program.

    Raises:
        UnreadableError: RESOURCES_MISSING, CONTENT_UNREADABLE.
    """
    return read_content(resources_folder() / "content" / language / "demo.toml", "demo.toml", DemoStory)
