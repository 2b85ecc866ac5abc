"""Every page of the open planner by the name of its place, made when it is first gone to."""

from collections.abc import Callable

from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.commitment_page import CommitmentPage
from trustplanner.ui.screens.commitment_record_page import CommitmentRecordPage
from trustplanner.ui.screens.contact_page import ContactPage
from trustplanner.ui.screens.conversations_page import ConversationsPage
from trustplanner.ui.screens.dates_page import DatesPage
from trustplanner.ui.screens.evening_page import EveningPage
from trustplanner.ui.screens.finish_page import FinishPage
from trustplanner.ui.screens.first_run_page import FirstRunPage
from trustplanner.ui.screens.hard_days_page import HardDaysPage
from trustplanner.ui.screens.journal_page import JournalPage
from trustplanner.ui.screens.letter_page import LetterPage, PreparingPage, shipped_hints
from trustplanner.ui.screens.names_page import NamesPage
from trustplanner.ui.screens.path_page import PathPage
from trustplanner.ui.screens.pauses_page import PausesPage
from trustplanner.ui.screens.practice_page import PracticePage
from trustplanner.ui.screens.recovery_page import RecoveryPage
from trustplanner.ui.screens.safety_page import SafetyPage
from trustplanner.ui.screens.search_page import SearchPage
from trustplanner.ui.screens.session_page import SessionPage
from trustplanner.ui.screens.setback_page import SetbackPage
from trustplanner.ui.screens.stop_page import StopPage
from trustplanner.ui.screens.support_page import SupportPage
from trustplanner.ui.screens.talk_page import TalkPage
from trustplanner.ui.screens.their_voice_page import TheirVoicePage
from trustplanner.ui.screens.today_page import TodayPage
from trustplanner.ui.screens.untold_page import UntoldPage
from trustplanner.ui.screens.week_page import WeekPage
from trustplanner.ui.screens.wishes_page import WishesPage


def page_makers(workspace: Workspace, device: DeviceSettings) -> dict[str, Callable[[], Page]]:
    """What makes each page; the names are the places of `Destination`."""
    return {
        "today": lambda: TodayPage(workspace),
        "week": lambda: WeekPage(workspace),
        "hard_days": lambda: HardDaysPage(workspace),
        "evening": lambda: EveningPage(workspace),
        "path": lambda: PathPage(workspace),
        "amends": lambda: AmendsPage(workspace),
        "commitment": lambda: CommitmentPage(workspace),
        "commitment_record": lambda: CommitmentRecordPage(workspace),
        "pauses": lambda: PausesPage(workspace),
        "wishes": lambda: WishesPage(workspace),
        "letter": lambda: LetterPage(workspace, device, shipped_hints(workspace.catalogue.letter_hints())),
        "letter_no": lambda: PreparingPage(workspace),
        "conversations": lambda: ConversationsPage(workspace),
        "talk": lambda: TalkPage(workspace),
        "practice": lambda: PracticePage(workspace),
        "recovery": lambda: RecoveryPage(workspace, device),
        "session": lambda: SessionPage(workspace),
        "dates": lambda: DatesPage(workspace),
        "setback": lambda: SetbackPage(workspace),
        "their_voice": lambda: TheirVoicePage(workspace),
        "untold": lambda: UntoldPage(workspace),
        "search": lambda: SearchPage(workspace),
        "journal": lambda: JournalPage(workspace),
        "finish": lambda: FinishPage(workspace),
        "support": lambda: SupportPage(workspace, device),
        "safety": lambda: SafetyPage(workspace, device),
        "contact": lambda: ContactPage(workspace),
        "names": lambda: NamesPage(workspace),
        "first_run": lambda: FirstRunPage(workspace, device),
        "stop": lambda: StopPage(workspace, device),
    }
