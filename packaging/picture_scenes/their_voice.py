"""The page that is handed over, in the whole window on the demo's year, for `pictures.py`."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from picture_scenes.dates_and_recovery import wait_for
from picture_scenes.whole_window import at, evening
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QWidget

from trustplanner.actions import their_voice
from trustplanner.domain.their_voice import SEALED_VOICE, Given
from trustplanner.storage.keys import TEST
from trustplanner.storage.sealing import new_seal
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page.page import RecoveryPage
from trustplanner.ui.screens.their_voice_page import TheirVoicePage

READINGS: tuple[tuple[int, int | None, str], ...] = (
    (91, 2, ""),
    (77, 3, ""),
    (56, None, ""),
    (35, 4, ""),
    (21, None, "I do not want to put a number on this week."),
    (7, 6, "Both calls came when they were said to come."),
)


def _always(moment: datetime) -> datetime:
    return moment


def _page(window: QWidget) -> TheirVoicePage:
    return window.findChildren(TheirVoicePage)[0]


def _give(workspace: Workspace) -> None:
    """Three weeks of readings, with their words for a 3 and a 7."""
    workspace.runner.do("", their_voice.withdraw)
    for back, value, words in READINGS:
        moment = evening() - timedelta(days=back)
        with workspace.runner.together(partial(_always, moment)) as together:
            together.do(their_voice.consent, 1)
            together.do(
                their_voice.write_anchors, "I check everything twice", "I stop checking, and notice it only later"
            )
            together.do(their_voice.give_reading, Given(value, words))


def _press(window: QWidget, name: str) -> None:
    window.findChild(Button, name).click()


def build_their_voice_asked(theme: Theme) -> QWidget:
    """Their consent page."""
    window = at("their_voice")(theme)
    _page(window).workspace.do_for_good(their_voice.withdraw)
    return window


def build_their_voice(theme: Theme) -> QWidget:
    """Open, with three readings before."""
    window = at("their_voice")(theme)
    _give(_page(window).workspace)
    _page(window).mark_stale()
    return window


def build_their_voice_lock(theme: Theme) -> QWidget:
    """About to be locked with a passphrase of their own."""
    window = build_their_voice(theme)
    _press(window, "their_voice_lock_link")
    return window


def build_their_voice_locked(theme: Theme) -> QWidget:
    """Locked with it."""
    window = at("their_voice")(theme)
    workspace = _page(window).workspace
    _give(workspace)
    seal, wrapped = new_seal("four quiet words", SEALED_VOICE, TEST)
    workspace.do_for_good(their_voice.seal_voice, wrapped, seal.seal("{}"))
    return window


def build_their_voice_gone(theme: Theme) -> QWidget:
    """Taken back."""
    window = build_their_voice(theme)
    _press(window, "their_voice_withdraw_button")
    _press(window, "their_voice_withdraw_confirm_button")
    deadline = QDeadlineTimer(3000)
    while not deadline.hasExpired():
        QApplication.processEvents()
    return window


def build_recovery_voice(theme: Theme) -> QWidget:
    """The chart with their voice in it."""
    window = at("recovery")(theme)
    _give(window.findChild(RecoveryPage).workspace)
    window.findChild(RecoveryPage).mark_stale()
    wait_for(window.findChild(RecoveryPage))
    return window
