"""The screens before and around the planner, for `pictures.py`."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from trustplanner.actions import plans, sealed
from trustplanner.actions.runner import Runner
from trustplanner.content.catalogue import Catalogue, shipped_catalogue
from trustplanner.domain.first_run import STEP, FirstRunStep
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion, Share
from trustplanner.domain.sealed import UNTOLD
from trustplanner.storage.keys import TEST
from trustplanner.storage.sealing import Seal, new_seal
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import PassphraseField
from trustplanner.ui.kit.layouts import is_narrow, row
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.opening_place import ENDING
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.passphrase_strength import StrengthLine
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.contact_page import ContactPage
from trustplanner.ui.screens.create_vault_page import CreateVaultPage
from trustplanner.ui.screens.first_run_page import FirstRunPage
from trustplanner.ui.screens.locked_support_page import LockedSupportPage
from trustplanner.ui.screens.names_page import NamesPage
from trustplanner.ui.screens.safety_page import SafetyPage
from trustplanner.ui.screens.stop_page import StopPage
from trustplanner.ui.screens.support_page import SupportPage
from trustplanner.ui.screens.untold_page import UntoldPage
from trustplanner.ui.screens.welcome_page import WelcomePage

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
PASSPHRASE = "pictured"  # noqa: S105  (of a vault that lives as long as the picture)
PLACES = (
    Place("today", "calendar-days", "Today", "Ctrl+1"),
    Place("path", "route", "Path", "Ctrl+2"),
    Place("amends", "list-checks", "Amends", "Ctrl+3"),
    Place("recovery", "chart-column", "Recovery", "Ctrl+5"),
)
LONG_NAME = "Anastasia-Philippa Wolkenstein-Hohenberg von der Weissenburg"
OWN_HELPLINES = Path("/home/sam/.local/share/trustplanner/helplines.toml")
ALL_NO = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)


class PageFrame(QWidget):
    """A page beside the sidebar, scrolled down by `scrolled` pixels."""

    def __init__(self, workspace: Workspace, page: Page, *, has_places: bool = True, scrolled: int = 0) -> None:
        super().__init__()
        self.theme = workspace.theme
        self._page = page
        self._scrolled = scrolled
        self.sidebar = Sidebar(workspace.theme, PLACES)
        self.sidebar.show_place("")
        self.sidebar.show_places(is_shown=has_places)
        layout = row(self)
        layout.addWidget(self.sidebar)
        layout.addWidget(page, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar follows the width of the window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(is_narrow(self.theme, self.width()))

    def grab(self, *given: object) -> object:
        """Scroll first: before it is shown, the page does not know how long it is."""
        for area in self._page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(self._scrolled)
        return super().grab(*given)


def _catalogue() -> Catalogue:
    return shipped_catalogue(own_helplines=OWN_HELPLINES)


def _device() -> DeviceSettings:
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    device = DeviceSettings(folder / "settings.ini")
    device.put("support/country", "United Kingdom")
    return device


def _workspace(theme: Theme, their_name: str = "Ana") -> Workspace:
    """Sam's plan, chosen and answered as far as the first run asks."""
    workspace = _new_vault(theme)
    do = workspace.runner.do
    do("", plans.begin_first_run, "Sam", their_name, Pronoun.SHE, "Ruth")
    do("", plans.choose_kind, "hidden_money", Share.YES, Share.YES, Share.NO, None)
    do("", plans.set_contact, Contact.LIMITED, date(2026, 6, 1), "Only by letter, and not before June.")
    return workspace


def _new_vault(theme: Theme) -> Workspace:
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    vault = Vault.create(folder / "pictured.vault", PASSPHRASE, TEST)
    return Workspace(Runner(vault, lambda: NOW), _catalogue(), theme, Background(theme), theme)


# --- before a file is open


def build_welcome(theme: Theme) -> QWidget:
    """The first page of a first start."""
    return WelcomePage(theme, _catalogue())


def build_create(theme: Theme) -> QWidget:
    """Making the file, with a passphrase typed that is easy to guess."""
    place = Path("/home/sam/.local/share/trustplanner/plan.vault")
    page = CreateVaultPage(theme, _catalogue(), place, _device())
    first = page.findChildren(PassphraseField)[0]
    first.line.setText("river1984")
    first.line.textEdited.emit(first.line.text())
    page.findChildren(StrengthLine)[0].estimate_now()
    return page


def build_locked_support(theme: Theme) -> QWidget:
    """Help before a file is open."""
    return LockedSupportPage(theme, _catalogue(), _device())


# --- the first run


def _first_run(step: FirstRunStep, *, scrolled: int = 0) -> Callable[[Theme], QWidget]:
    def build(theme: Theme) -> QWidget:
        workspace = _workspace(theme)
        if step in (FirstRunStep.SUPPORT, FirstRunStep.ENDING, FirstRunStep.CONTACT):
            yes = {SafetyQuestion.SELF_HARM: SafetyAnswer.YES, SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
            workspace.runner.do("", plans.answer_safety, ALL_NO | yes, keep_answers=False)
        workspace.runner.do("", plans.set_setting, STEP, step)
        return PageFrame(workspace, FirstRunPage(workspace, _device()), has_places=False, scrolled=scrolled)

    return build


build_first_run_kind = _first_run(FirstRunStep.KIND)
build_first_run_kind_below = _first_run(FirstRunStep.KIND, scrolled=560)
build_first_run_cross = _first_run(FirstRunStep.CROSS)
build_first_run_safety = _first_run(FirstRunStep.SAFETY)
build_first_run_safety_below = _first_run(FirstRunStep.SAFETY, scrolled=9999)
build_first_run_support = _first_run(FirstRunStep.SUPPORT)
build_first_run_ending = _first_run(FirstRunStep.ENDING)
build_first_run_contact = _first_run(FirstRunStep.CONTACT)


def build_first_run_names(theme: Theme) -> QWidget:
    """The very first step, with nothing in it yet."""
    workspace = _new_vault(theme)
    return PageFrame(workspace, FirstRunPage(workspace, _device()), has_places=False)


# --- around the planner


def build_safety(theme: Theme) -> QWidget:
    """The questions again, on the day they were answered with one switch on and the answers kept."""
    workspace = _workspace(theme)
    answers = ALL_NO | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    workspace.runner.do("", plans.answer_safety, answers, keep_answers=True)
    return PageFrame(workspace, SafetyPage(workspace, _device()))


def build_ending(theme: Theme) -> QWidget:
    """The ending and telling track inside the planner."""
    workspace = _workspace(theme)
    answers = ALL_NO | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    workspace.runner.do("", plans.answer_safety, answers, keep_answers=False)
    page = SafetyPage(workspace, _device())
    page.show_detail(ENDING)
    return PageFrame(workspace, page)


def _stop(*, scrolled: int = 0) -> Callable[[Theme], QWidget]:
    """Instead of the planner."""

    def build(theme: Theme) -> QWidget:
        workspace = _workspace(theme)
        workspace.runner.do("", plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
        return PageFrame(workspace, StopPage(workspace, _device()), has_places=False, scrolled=scrolled)

    return build


build_stop = _stop()
build_stop_below = _stop(scrolled=9999)


def build_contact(theme: Theme) -> QWidget:
    """Limits until a day, with what was said."""
    workspace = _workspace(theme)
    return PageFrame(workspace, ContactPage(workspace))


def build_contact_none(theme: Theme) -> QWidget:
    """No contact, by an answer to the private questions; a long name."""
    workspace = _workspace(theme, LONG_NAME)
    answers = ALL_NO | {SafetyQuestion.ASKED_NO_CONTACT: SafetyAnswer.YES}
    workspace.runner.do("", plans.answer_safety, answers, keep_answers=False)
    return PageFrame(workspace, ContactPage(workspace))


def build_untold(theme: Theme) -> QWidget:
    """The locked list, before it is begun."""
    workspace = _workspace(theme)
    return PageFrame(workspace, UntoldPage(workspace))


def _untold(theme: Theme) -> tuple[Workspace, Seal]:
    workspace = _workspace(theme, LONG_NAME)
    seal, wrapped = new_seal(PASSPHRASE, UNTOLD, TEST)
    workspace.runner.do("", sealed.begin_note, UNTOLD, wrapped, seal.seal(""))
    return workspace, seal


def build_untold_locked(theme: Theme) -> QWidget:
    """The locked list."""
    workspace, _ = _untold(theme)
    return PageFrame(workspace, UntoldPage(workspace))


def build_untold_open(theme: Theme) -> QWidget:
    """The list, open, with two facts."""
    workspace, seal = _untold(theme)
    page = UntoldPage(workspace)
    page.show_open(seal, "9 March: 400 from the joint account, for the card.\nI met Chris four times since May.")
    return PageFrame(workspace, page)


def build_names(theme: Theme) -> QWidget:
    """Names and what happened, from Settings."""
    workspace = _workspace(theme)
    return PageFrame(workspace, NamesPage(workspace))


def build_support(theme: Theme) -> QWidget:
    """Help inside the planner."""
    workspace = _workspace(theme)
    return PageFrame(workspace, SupportPage(workspace, _device()))


def build_support_below(theme: Theme) -> QWidget:
    """The foot of the same page."""
    workspace = _workspace(theme)
    return PageFrame(workspace, SupportPage(workspace, _device()), scrolled=9999)
