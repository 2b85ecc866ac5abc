"""The page of dates and the recovery chart, for `pictures.py`: the demo's story, and what stands there without it."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trustplanner.actions import plans
from trustplanner.actions.answers import write
from trustplanner.actions.commitments import Surroundings, create
from trustplanner.actions.demo import write_demo
from trustplanner.actions.events import add_event
from trustplanner.actions.runner import Runner
from trustplanner.actions.sessions import add_agenda_line, add_session
from trustplanner.actions.terms import Wording
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.answers import Value
from trustplanner.domain.events import EventKind
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import daily
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.layouts import is_narrow, row
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page import DatesPage
from trustplanner.ui.screens.recovery_page import RecoveryPage

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
TODAY = NOW.date()
LONGEST_DRAWING_MS = 120_000
PASSPHRASE = "pictured"  # noqa: S105  (of a vault that lives as long as the picture)
PLACES = (
    Place("today", "calendar-days", "Today", "Ctrl+1"),
    Place("path", "route", "Path", "Ctrl+2"),
    Place("amends", "list-checks", "Amends", "Ctrl+3"),
    Place("conversations", "messages-square", "Conversations", "Ctrl+4"),
    Place("recovery", "chart-column", "Recovery", "Ctrl+5"),
)


class PageFrame(QWidget):
    """A page beside the sidebar."""

    def __init__(
        self, theme: Theme, page: Page, place: str = "", then: Callable[[Page], object] = lambda _: None
    ) -> None:
        super().__init__()
        self.theme = theme
        self.page = page
        self.then = then
        self.sidebar = Sidebar(theme, PLACES)
        self.sidebar.show_place(place)
        layout = row(self)
        layout.addWidget(self.sidebar)
        layout.addWidget(page, 1)

    def settle(self) -> None:
        """Wait until the chart is drawn, then do what a person did last."""
        wait_for(self.page)
        self.then(self.page)
        for _ in range(20):
            QApplication.processEvents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar follows the width of the window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(is_narrow(self.theme, self.width()))


def _workspace(theme: Theme, vault: Vault) -> Workspace:
    return Workspace(Runner(vault, lambda: NOW), shipped_catalogue(), theme, Background(theme), theme)


def _folder() -> Path:
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def empty_vault(theme: Theme) -> Workspace:
    """A plan and nothing else."""
    vault = Vault.create(_folder() / "pictured.vault", PASSPHRASE, TEST)
    workspace = _workspace(theme, vault)
    workspace.runner.do("", plans.begin, "Sam", "Ana", Pronoun.SHE, "Ruth")
    return workspace


def demo_vault(theme: Theme) -> Workspace:
    """The demo's year."""
    path = _folder() / "demo.vault"
    write_demo(path, PASSPHRASE, lambda: NOW, profile=TEST)
    return _workspace(theme, Vault.open(path, PASSPHRASE))


def build_dates(theme: Theme) -> QWidget:
    """The dates of the demo."""
    return PageFrame(theme, DatesPage(demo_vault(theme)))


def build_dates_empty(theme: Theme) -> QWidget:
    """Nothing written down yet."""
    return PageFrame(theme, DatesPage(empty_vault(theme)))


def build_dates_forms(theme: Theme) -> QWidget:
    """A coming session with long points, and a setback that is being written down."""
    workspace = empty_vault(theme)
    session = workspace.runner.do("", add_session, TODAY + timedelta(days=7), 17 * 60, "Ruth").result
    for words in ("The evening of 3 May", "Whether ringing at six still helps, or has become a duty " * 2, "שישי"):
        workspace.runner.do("", add_agenda_line, session.id, words)
    workspace.runner.do("", add_event, date(2026, 1, 14), EventKind.DISCLOSURE, "At the kitchen table, all of it.")
    page = DatesPage(workspace)
    page.show_detail("event:")
    return PageFrame(theme, page)


def build_dates_setback(theme: Theme) -> QWidget:
    """A setback is written down, and another one is being written."""
    workspace = empty_vault(theme)
    nothing = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    with workspace.runner.together(lambda: NOW - timedelta(days=3)) as together:
        together.do(plans.answer_safety, nothing, keep_answers=False)
    workspace.runner.do("", add_event, TODAY - timedelta(days=1), EventKind.SETBACK, "I read the old messages again.")
    page = DatesPage(workspace)
    page.show_detail("event:")

    def choose(page: Page) -> None:
        press("dates_event_kind_segment_setback_button")(page)
        page.findChildren(ScrollPage)[0].verticalScrollBar().setValue(10_000)

    return PageFrame(theme, page, then=choose)


def recovery(
    theme: Theme, workspace: Workspace, title: str = "", then: Callable[[Page], object] = lambda _: None
) -> QWidget:
    """The record of the commitment of this short name, or of the first one."""
    page = RecoveryPage(workspace, DeviceSettings(_folder() / "settings.ini", workspace))
    page.show_detail(next((each.id for each in workspace.read(every_commitment) if each.title == title), ""))
    return PageFrame(theme, page, "recovery", then)


def look_at_bar(place: int) -> Callable[[Page], object]:
    """Walk to a bar."""
    return lambda page: page.findChildren(ChartCanvas)[0].go_to(place)


def press(name: str) -> Callable[[Page], object]:
    """Press a button of the page and wait until everything is drawn again."""

    def act(page: Page) -> None:
        page.findChildren(QAbstractButton, name)[0].click()
        wait_for(page)

    return act


def wait_for(page: Page) -> None:
    """Wait until the chart is drawn, however busy the machine is; a picture without it would be looked at in vain."""
    patience = QDeadlineTimer(LONGEST_DRAWING_MS)
    while isinstance(page, RecoveryPage) and not page.is_settled:
        QApplication.processEvents()
        if patience.hasExpired():
            raise TimeoutError("the chart is not drawn")


def answer_three_days(workspace: Workspace, title: str) -> None:
    """A commitment that began three days ago."""
    story = list("kpm")
    with workspace.runner.together(lambda: NOW - timedelta(days=len(story))) as together:
        commitment = together.do(create, title, Wording("I will ring at six", "", daily()), Surroundings())
    for back, letter in zip(range(len(story), 0, -1), story, strict=True):
        with workspace.runner.together(lambda back=back: NOW - timedelta(days=back)) as together:
            value = {"k": Value.KEPT, "p": Value.PARTLY, "m": Value.MISSED}[letter]
            together.do(write, commitment.id, TODAY - timedelta(days=back), value)


def build_recovery(theme: Theme) -> QWidget:
    """The demo's year, with the card of one month."""
    return recovery(theme, demo_vault(theme), "Ring at six", look_at_bar(8))


def build_recovery_weeks(theme: Theme) -> QWidget:
    """Three months of it, week by week."""
    return recovery(theme, demo_vault(theme), "Ring at six", press("recovery_range_segment_3m_button"))


def build_recovery_table(theme: Theme) -> QWidget:
    """The same three months as a table."""

    def as_table(page: Page) -> None:
        press("recovery_range_segment_3m_button")(page)
        look_at_bar(5)(page)
        press("recovery_table_switch")(page)

    return recovery(theme, demo_vault(theme), "Ring at six", as_table)


def build_recovery_nearer(theme: Theme) -> QWidget:
    """Three months of it, and from there two bars back and nearer, with the card of one week."""

    def nearer(page: Page) -> None:
        press("recovery_range_segment_3m_button")(page)
        [canvas] = page.findChildren(ChartCanvas)
        for key, modifier in ((Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_Plus, None)):
            QTest.keyClick(canvas, key, modifier or Qt.KeyboardModifier.NoModifier)
            wait_for(page)
        canvas.go_to(3)

    return recovery(theme, demo_vault(theme), "Ring at six", nearer)


def build_recovery_help(theme: Theme) -> QWidget:
    """How it is counted."""
    return recovery(theme, demo_vault(theme), "Ring at six", press("recovery_help_button"))


def build_recovery_picture(theme: Theme) -> QWidget:
    """What leaves with a picture."""
    return recovery(theme, demo_vault(theme), "Ring at six", press("recovery_picture_button"))


def build_recovery_empty(theme: Theme) -> QWidget:
    """No commitment yet."""
    return recovery(theme, empty_vault(theme))


def build_recovery_new(theme: Theme) -> QWidget:
    """Three days of a commitment with a long name from right to left."""
    workspace = empty_vault(theme)
    answer_three_days(workspace, "להתקשר בשש " * 5 + "\N{TELEPHONE RECEIVER}")
    return recovery(theme, workspace)
