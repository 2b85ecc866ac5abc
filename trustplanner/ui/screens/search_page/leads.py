"""What each found piece of writing is called, and where it stands."""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QObject

from trustplanner.domain.path import StageCode
from trustplanner.domain.search import Chapter, Written
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace

_OF_COMMITMENTS: Final = ("Terms", "Pause", "TheirView", "TheirResponse", "MissReview", "Commitment")


class Lead(NamedTuple):
    """The name of a piece of writing, its day in words or nothing, and the way to it."""

    name: str
    day: str
    destination: Destination


class Leads(QObject):
    """Knows the questions, the commitments and the pages that writing stands on; `read` looks at them again."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dates = DateWords()
        self._commitments: dict[str, str] = {}
        self._open_prompts: frozenset[str] = frozenset()
        self.is_ending = False

    def read(self) -> None:
        """Look at what there is now."""
        safety = self._workspace.safety
        self.is_ending = safety is not None and safety.ending
        catalogue = self._workspace.catalogue
        prompts = (catalogue.prompt(code) for code in catalogue.prompt_codes())
        self._open_prompts = frozenset(
            prompt.code for prompt in prompts if not (self.is_ending and prompt.stage is StageCode.AMENDS)
        )
        self._commitments = {each.id: each.title for each in self._workspace.read(every_commitment)}

    def chapters(self, *, with_journal: bool) -> frozenset[Chapter]:
        """The chapters that are looked through: letters wait while something goes on or is hidden."""
        closed = {Chapter.LETTERS} if self.is_ending else set()
        return frozenset(Chapter) - closed - (set() if with_journal else {Chapter.JOURNAL})

    def can_be_opened(self, written: Written) -> bool:
        """Whether the page that it stands on is open now; a question of a newer version has none."""
        return written.chapter is not Chapter.PATH or written.about in self._open_prompts

    def chapter(self, chapter: Chapter) -> str:
        """The heading of a group."""
        return {
            Chapter.PATH: self.tr("On the path"),
            Chapter.AMENDS: self.tr("Harms and repairs"),
            Chapter.WISHES: self.tr("Wishes and offers"),
            Chapter.COMMITMENTS: self.tr("Commitments"),
            Chapter.DAYS: self.tr("After a miss"),
            Chapter.CONVERSATIONS: self.tr("Conversations"),
            Chapter.LETTERS: self.tr("Letters"),
            Chapter.DATES: self.tr("Sessions and events"),
            Chapter.PLAN: self.tr("The plan itself"),
            Chapter.JOURNAL: self.tr("The private journal"),
        }[chapter]

    def lead(self, written: Written) -> Lead:
        """How a piece of writing is named, and the way to it."""
        return Lead(self._name(written), self._day(written.day), self._destination(written))

    def _day(self, day: date | None) -> str:
        return "" if day is None else self._dates.short(day, self._workspace.today)

    def _name(self, written: Written) -> str:
        if written.chapter is Chapter.PATH:
            return self._workspace.catalogue.prompt(written.about).contents.said_to(self._workspace.voice)
        of_commitment = self._commitments.get(written.about or written.key)
        if written.kind in _OF_COMMITMENTS and of_commitment is not None:
            return of_commitment
        return {
            "Harm": self.tr("What it cost"),
            "Repair": self.tr("A repair"),
            "Wish": self.tr("A wish or a limit"),
            "Offer": self.tr("An offer"),
            "Pause": self.tr("A pause of everything"),
            "TheirView": self.tr("What was said to a pause"),
            "Talk": self.tr("A talk"),
            "TalkLine": self.tr("A line of the note afterwards"),
            "Agreement": self.tr("Something agreed"),
            "Practice": self.tr("Practice with a card"),
            "Letter": self.tr("A letter"),
            "LetterVersion": self.tr("A letter as it was before"),
            "LetterStep": self.tr("Where a letter was"),
            "Session": self.tr("A session"),
            "AgendaLine": self.tr("What a session is for"),
            "Event": self.tr("An event"),
            "SetbackStep": self.tr("After a setback"),
            "HardDay": self.tr("A hard day or place"),
            "Plan": self.tr("What was said about contact"),
            "PlanEnd": self.tr("How the plan was finished"),
            "JournalEntry": self.tr("An entry"),
        }.get(written.kind, self.tr("A commitment"))

    def _destination(self, written: Written) -> Destination:
        about, key = written.about, written.key
        if written.chapter is Chapter.PATH:
            is_of_a_day = written.kind == "PathAnswer" and written.day is not None
            return Destination("path", f"{about}@{written.day}" if is_of_a_day else about)
        if written.chapter is Chapter.COMMITMENTS:
            commitment = about or key
            if self.is_ending or commitment not in self._commitments:
                return Destination("amends")
            return Destination("commitment", commitment)
        return {
            "MissReview": Destination("today", str(written.day)),
            "Wish": Destination("wishes", f"{about}:{key}"),
            "Offer": Destination("wishes"),
            "Talk": Destination("talk", key),
            "TalkLine": Destination("talk", about),
            "Agreement": Destination("talk", about),
            "Practice": Destination("practice", about),
            "Letter": Destination("letter", key),
            "LetterVersion": Destination("letter", about),
            "LetterStep": Destination("letter", about),
            "Session": Destination("dates", f"session:{key}"),
            "AgendaLine": Destination("dates"),
            "Event": Destination("dates", f"event:{key}"),
            "SetbackStep": Destination("dates", f"event:{about}"),
            "HardDay": Destination("hard_days"),
            "Plan": Destination("contact"),
            "PlanEnd": Destination("finish"),
            "JournalEntry": Destination("journal", str(written.day)),
        }.get(written.kind, Destination("amends"))
