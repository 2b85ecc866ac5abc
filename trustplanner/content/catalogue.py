"""The way to every long text: one method for each content file, read when first asked for and then kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from trustplanner.content.amends import AmendsWords
from trustplanner.content.calendar import CalendarWords
from trustplanner.content.commitment_record import CommitmentRecordWords
from trustplanner.content.commitments import LooseningPage, PausesPage, QualityPage, TrackingRefusal
from trustplanner.content.conversations import ConversationsWords
from trustplanner.content.dates import DatesWords
from trustplanner.content.evening import EveningWords
from trustplanner.content.finish import FinishWords
from trustplanner.content.first_look import FirstLookWords
from trustplanner.content.first_run import CreatePage, FirstRunPages, WelcomePage
from trustplanner.content.habits import HabitsWords
from trustplanner.content.hard_days import HardDaysWords
from trustplanner.content.helplines import Helplines, HelplinesFile, helplines_from
from trustplanner.content.journal import JournalWords
from trustplanner.content.kinds import CrossQuestionsPage, Group, Kind
from trustplanner.content.letter import LetterWords
from trustplanner.content.letter_hints import LetterHints
from trustplanner.content.listening import ListeningWords
from trustplanner.content.misses import MissSteps
from trustplanner.content.path import Prompt, Stage, StagesFile
from trustplanner.content.privacy import DeletePage, ExportNotes, PrivacyPage, SettingsHelp
from trustplanner.content.reading import Place, read_content
from trustplanner.content.record import RecoveryHelp, TodayPage
from trustplanner.content.recovery_page import RecoveryPageWords
from trustplanner.content.reminders import ReminderWords
from trustplanner.content.report import ReportWords
from trustplanner.content.report_sheet import ReportSheetWords
from trustplanner.content.responses import ResponseWords
from trustplanner.content.safety import SafetyPage, SupportPage
from trustplanner.content.search import SearchWords
from trustplanner.content.sentences import ErrorsFile, last_resort
from trustplanner.content.session import SessionViewWords
from trustplanner.content.setback import SetbackWords
from trustplanner.content.sureness import SurenessWords
from trustplanner.content.their_voice import TheirVoiceWords
from trustplanner.content.untold import UntoldWords
from trustplanner.content.week import WeekWords
from trustplanner.content.wishes import WishesWords
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.domain.path import Rhythm, StageCode
from trustplanner.resource_files import resources_folder

T = TypeVar("T")

DEFAULT_LANGUAGE: Final = "en"


class Catalogue:
    """The content files of one language.

    Every method raises UnreadableError(CONTENT_UNREADABLE, file, field) if its file is missing or not exactly as it
    should be, except `error_sentence` and the person's own list in `helplines`, which find another way.
    `own_helplines` is where such a list lies or would lie.
    """

    def __init__(self, folder: Path, own_helplines: Path | None = None) -> None:
        self._folder = folder
        self.own_helplines = own_helplines
        self._read: dict[str, Any] = {}

    def stages(self) -> tuple[Stage, ...]:
        """The five stages, in order."""
        found = self.stages_file().stages
        return tuple(found[code] for code in StageCode)

    def stages_file(self) -> StagesFile:
        """The stages, the words around lines and examples, and what weighs most."""
        return self._page("stages.toml", StagesFile)

    def prompts(self, stage: StageCode, rhythm: Rhythm | None = None) -> tuple[Prompt, ...]:
        """The questions of a stage in order, all of them or those of one rhythm."""
        return tuple(
            prompt
            for prompt in self._prompts().values()
            if prompt.stage is stage and (rhythm is None or prompt.rhythm is rhythm)
        )

    def prompt(self, code: str) -> Prompt:
        """One question.

        Raises:
            KeyError: there is no such prompt; codes are given by `prompts`.
        """
        return self._prompts()[code]

    def prompt_codes(self) -> tuple[str, ...]:
        """The codes of all questions, in order."""
        return tuple(self._prompts())

    def kinds(self) -> tuple[Kind, ...]:
        """The breach kinds, by group and order."""
        return tuple(self._kinds().values())

    def kind(self, code: str) -> Kind | None:
        """One breach kind; None for a code that no file has, such as one from a newer version's export."""
        return self._kinds().get(code)

    def cross_questions(self) -> CrossQuestionsPage:
        """The four cross-cutting questions."""
        return self._page("cross_questions.toml", CrossQuestionsPage)

    def safety(self) -> SafetyPage:
        """The private questions and the pages of what they switch."""
        return self._page("safety.toml", SafetyPage)

    def support(self) -> SupportPage:
        """The page behind "Need to talk to someone now?"."""
        return self._page("support.toml", SupportPage)

    def helplines(self) -> Helplines:
        """The helplines; a list of the person's own is read again each time, since they may be editing it."""
        return helplines_from(self._page("helplines.toml", HelplinesFile), self.own_helplines)

    def shipped_helplines(self) -> bytes:
        """The shipped list as it is, comments and all, for a person to edit a copy of.

        Raises:
            UnreadableError: CONTENT_UNREADABLE.
        """
        name = "helplines.toml"
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            raise Place(name, "reading the file").refused() from None

    def miss_steps(self) -> MissSteps:
        """The five steps after a miss."""
        return self._page("miss_steps.toml", MissSteps)

    def welcome(self) -> WelcomePage:
        """The first page of a first start."""
        return self._page("welcome.toml", WelcomePage)

    def create(self) -> CreatePage:
        """Making the file and its passphrase."""
        return self._page("create.toml", CreatePage)

    def first_run(self) -> FirstRunPages:
        """Names, kind and contact."""
        return self._page("first_run.toml", FirstRunPages)

    def commitment_quality(self) -> QualityPage:
        """The questions in the margin of the commitment editor."""
        return self._page("commitment_quality.toml", QualityPage)

    def tracking_refusal(self) -> TrackingRefusal:
        """Why a commitment that tracks the other person is refused."""
        return self._page("tracking_refusal.toml", TrackingRefusal)

    def loosening(self) -> LooseningPage:
        """What changing a promise means."""
        return self._page("loosening.toml", LooseningPage)

    def pauses(self) -> PausesPage:
        """What a pause means."""
        return self._page("pauses.toml", PausesPage)

    def commitment_record(self) -> CommitmentRecordWords:
        """One commitment's own record."""
        return self._page("commitment_record.toml", CommitmentRecordWords)

    def today(self) -> TodayPage:
        """The quiet words of Today."""
        return self._page("today.toml", TodayPage)

    def recovery_help(self) -> RecoveryHelp:
        """How things are counted."""
        return self._page("recovery_help.toml", RecoveryHelp)

    def recovery_page(self) -> RecoveryPageWords:
        """What stands on Recovery besides the record."""
        return self._page("recovery_page.toml", RecoveryPageWords)

    def dates(self) -> DatesWords:
        """Sessions and dated events."""
        return self._page("dates.toml", DatesWords)

    def amends(self) -> AmendsWords:
        """What stands beside a repair, and the gaps of the ledger."""
        return self._page("amends.toml", AmendsWords)

    def wishes(self) -> WishesWords:
        """What they asked for and do not want, and openness of one's own choice."""
        return self._page("wishes.toml", WishesWords)

    def conversations(self) -> ConversationsWords:
        """Invited talks."""
        return self._page("conversations.toml", ConversationsWords)

    def listening(self) -> ListeningWords:
        """The cards to practise listening with."""
        return self._page("listening.toml", ListeningWords)

    def letter(self) -> LetterWords:
        """The letter workspace."""
        return self._page("letter.toml", LetterWords)

    def first_look(self) -> FirstLookWords:
        """What a counsellor reads first."""
        return self._page("first_look.toml", FirstLookWords)

    def report(self) -> ReportWords:
        """The report for a session."""
        return self._page("report.toml", ReportWords)

    def report_sheet(self) -> ReportSheetWords:
        """What is said before a report leaves."""
        return self._page("report_sheet.toml", ReportSheetWords)

    def calendar(self) -> CalendarWords:
        """A calendar outside the program, and its preview."""
        return self._page("calendar.toml", CalendarWords)

    def habits(self) -> HabitsWords:
        """Habits that come over from another program."""
        return self._page("habits.toml", HabitsWords)

    def reminders(self) -> ReminderWords:
        """Reminders, and what is said of them."""
        return self._page("reminders.toml", ReminderWords)

    def untold(self) -> UntoldWords:
        """The locked list of what is not told yet."""
        return self._page("untold.toml", UntoldWords)

    def responses(self) -> ResponseWords:
        """What they say to a commitment."""
        return self._page("responses.toml", ResponseWords)

    def sureness(self) -> SurenessWords:
        """How sure a person is of a commitment, and its smallest version."""
        return self._page("sureness.toml", SurenessWords)

    def setback(self) -> SetbackWords:
        """The page after a setback."""
        return self._page("setback.toml", SetbackWords)

    def journal(self) -> JournalWords:
        """The private journal."""
        return self._page("journal.toml", JournalWords)

    def finish(self) -> FinishWords:
        """The ways to finish a plan."""
        return self._page("finish.toml", FinishWords)

    def evening(self) -> EveningWords:
        """The walk through an evening and a morning."""
        return self._page("evening.toml", EveningWords)

    def week(self) -> WeekWords:
        """The weekly review."""
        return self._page("week.toml", WeekWords)

    def session(self) -> SessionViewWords:
        """The session view, and the ratings around a session."""
        return self._page("session.toml", SessionViewWords)

    def hard_days(self) -> HardDaysWords:
        """Hard days and places, known ahead."""
        return self._page("hard_days.toml", HardDaysWords)

    def their_voice(self) -> TheirVoiceWords:
        """The page that is handed over."""
        return self._page("their_voice.toml", TheirVoiceWords)

    def search(self) -> SearchWords:
        """Finding one's own words again."""
        return self._page("search.toml", SearchWords)

    def letter_hints(self) -> LetterHints:
        """The hints for letters."""
        return self._page("letter_hints.toml", LetterHints)

    def privacy(self) -> PrivacyPage:
        """What is protected and what is not."""
        return self._page("privacy.toml", PrivacyPage)

    def settings_help(self) -> SettingsHelp:
        """What stands beside each setting."""
        return self._page("settings_help.toml", SettingsHelp)

    def delete_everything(self) -> DeletePage:
        """The page before everything is deleted."""
        return self._page("delete_everything.toml", DeletePage)

    def export_notes(self) -> ExportNotes:
        """What is said before something leaves the file."""
        return self._page("export_notes.toml", ExportNotes)

    def errors(self) -> ErrorsFile:
        """The sentence for every known error; `error_sentence` says one."""
        return self._page("errors.toml", ErrorsFile)

    def error_sentence(self, code: Code, **details: str | int) -> str:
        """The sentence for a known error; never raises, even if the content files are broken."""
        try:
            return self.errors().sentences[code].said(**details)
        except UnreadableError:
            return last_resort(code, **details)

    def read_all(self) -> None:
        """Read every file of the language, so that a broken one is found before it is needed."""
        for page in EVERY_PAGE:
            page(self)

    def _prompts(self) -> dict[str, Prompt]:
        return self._page("prompts.toml", dict[str, Prompt])

    def _kinds(self) -> dict[str, Kind]:
        if "kinds" not in self._read:
            groups = list(Group)
            found = [self._kind_file(path) for path in sorted((self._folder / "kinds").glob("*.toml"))]
            if not found:
                raise Place("kinds").refused()
            found.sort(key=lambda kind: (groups.index(kind.group), kind.order))
            self._read["kinds"] = {kind.code: kind for kind in found}
        return cast("dict[str, Kind]", self._read["kinds"])

    def _kind_file(self, path: Path) -> Kind:
        name = f"kinds/{path.name}"
        kind = read_content(path, name, Kind)
        if kind.code != path.stem:
            raise Place(name, "code").refused()
        return kind

    def _page(self, name: str, shape: type[T]) -> T:
        if name not in self._read:
            self._read[name] = read_content(self._folder / name, name, shape)
        return cast("T", self._read[name])


EVERY_PAGE: Final[tuple[Callable[[Catalogue], object], ...]] = (
    Catalogue.stages, Catalogue.prompt_codes, Catalogue.kinds, Catalogue.cross_questions, Catalogue.safety,
    Catalogue.support, Catalogue.helplines, Catalogue.miss_steps, Catalogue.welcome, Catalogue.create,
    Catalogue.first_run, Catalogue.commitment_quality, Catalogue.tracking_refusal, Catalogue.loosening,
    Catalogue.pauses, Catalogue.today, Catalogue.recovery_help, Catalogue.recovery_page, Catalogue.dates,
    Catalogue.amends, Catalogue.wishes, Catalogue.conversations, Catalogue.listening, Catalogue.privacy,
    Catalogue.calendar, Catalogue.untold, Catalogue.settings_help, Catalogue.journal, Catalogue.finish,
    Catalogue.setback, Catalogue.responses, Catalogue.sureness, Catalogue.session,
    Catalogue.evening, Catalogue.week, Catalogue.hard_days, Catalogue.their_voice, Catalogue.report,
    Catalogue.first_look, Catalogue.report_sheet,
    Catalogue.search, Catalogue.delete_everything, Catalogue.export_notes, Catalogue.letter_hints, Catalogue.letter,
    Catalogue.habits, Catalogue.reminders, Catalogue.commitment_record, Catalogue.errors,
)  # fmt: skip


def shipped_catalogue(language: str = DEFAULT_LANGUAGE, own_helplines: Path | None = None) -> Catalogue:
    """The catalogue that comes with the program.

    Raises:
        UnreadableError: RESOURCES_MISSING, the installation is incomplete.
    """
    return Catalogue(resources_folder() / "content" / language, own_helplines)
