"""Building a page opens no window: a part that is shown before it belongs to the page would flash up as one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.screens.entry_person import settle
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.domain.first_run import STEP, FirstRunStep
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_record_page import CommitmentRecordPage
from trustplanner.ui.screens.contact_page import ContactPage
from trustplanner.ui.screens.create_vault_page import CreateVaultPage
from trustplanner.ui.screens.evening_page import EveningPage
from trustplanner.ui.screens.finish_page import FinishPage
from trustplanner.ui.screens.first_run_page import FirstRunPage
from trustplanner.ui.screens.hard_days_page import HardDaysPage
from trustplanner.ui.screens.journal_page import JournalPage
from trustplanner.ui.screens.locked_support_page import LockedSupportPage
from trustplanner.ui.screens.names_page import NamesPage
from trustplanner.ui.screens.pauses_page import PausesPage
from trustplanner.ui.screens.safety_page import SafetyPage
from trustplanner.ui.screens.search_page import SearchPage
from trustplanner.ui.screens.stop_page import StopPage
from trustplanner.ui.screens.support_page import SupportPage
from trustplanner.ui.screens.their_voice_page import TheirVoicePage
from trustplanner.ui.screens.unlock_page import UnlockPage
from trustplanner.ui.screens.week_page import WeekPage
from trustplanner.ui.screens.welcome_page import WelcomePage

ShowPage = Callable[..., QWidget]
Make = Callable[[Workspace, DeviceSettings], QWidget]


class Windows(QObject):
    """Every window that is shown while this listens."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.shown: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def first_run(step: FirstRunStep) -> Make:
    def make(workspace: Workspace, device: DeviceSettings) -> QWidget:
        workspace.do_quietly(plans.set_setting, STEP, step)
        return FirstRunPage(workspace, device)

    return make


PAGES: dict[str, Make] = {
    **{f"first run, {step}": first_run(step) for step in FirstRunStep},
    "welcome": lambda workspace, _: WelcomePage(workspace.theme, shipped_words()),
    "create": lambda workspace, device: CreateVaultPage(workspace.theme, shipped_words(), Path("plan.vault"), device),
    "locked support": lambda workspace, device: LockedSupportPage(workspace.theme, shipped_words(), device),
    "unlock": lambda workspace, _: UnlockPage(workspace.theme),
    "unlock the demo": lambda workspace, _: UnlockPage(workspace.theme, demo_passphrase="demo"),
    "names": lambda workspace, _: NamesPage(workspace),
    "contact": lambda workspace, _: ContactPage(workspace),
    "search": lambda workspace, _: SearchPage(workspace),
    "journal": lambda workspace, _: JournalPage(workspace),
    "finish": lambda workspace, _: FinishPage(workspace),
    "record": lambda workspace, _: CommitmentRecordPage(workspace),
    "pauses": lambda workspace, _: PausesPage(workspace),
    "evening": lambda workspace, _: EveningPage(workspace),
    "week": lambda workspace, _: WeekPage(workspace),
    "hard days": lambda workspace, _: HardDaysPage(workspace),
    "their voice": lambda workspace, _: TheirVoicePage(workspace),
    "safety": SafetyPage,
    "stop": StopPage,
    "support": SupportPage,
}


@pytest.mark.parametrize("name", PAGES)
def test_only_the_window_itself_is_shown(
    workspace: Workspace, show_page: ShowPage, qapp: QApplication, tmp_path: Path, name: str
) -> None:
    yes = (SafetyQuestion.SELF_HARM, SafetyQuestion.STILL_HIDDEN)
    workspace.do_quietly(plans.choose_kind, "affair")
    workspace.do_quietly(plans.answer_safety, dict.fromkeys(yes, SafetyAnswer.YES), keep_answers=True)
    windows = Windows(qapp)
    try:
        page = PAGES[name](workspace, DeviceSettings(tmp_path / "settings.ini"))
        show_page(page)
        settle()
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == ["QWidget "]
