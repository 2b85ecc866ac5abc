"""The person to whom the screen is handed over, as tests act for them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import is_seen, seen_as, settle, words_on
from trustplanner.actions import sessions
from trustplanner.domain.their_voice import Reading, TheirVoice
from trustplanner.storage.queries.their_voice import their_voice as every_word
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.their_voice_page import TheirVoicePage

THEIRS = "four quiet words hers"
SAID = "Both calls came"


class Ana:
    """She sits at the screen that was handed over to her."""

    def __init__(self, planner: Planner, workspace: Workspace, qtbot: QtBot) -> None:
        self.planner, self.workspace, self.qtbot = planner, workspace, qtbot
        session = workspace.do_quietly(sessions.add_session, workspace.today, None, "Ruth")
        self.session = session.id
        planner.go(Destination("dates"))
        settle()
        click(seen_as(Button, planner, "dates_hand_over_button"))
        settle()

    @property
    def page(self) -> TheirVoicePage:
        return self.planner.findChildren(TheirVoicePage)[0]

    def click(self, name: str) -> None:
        click(seen_as(Button, self.page, f"their_voice_{name}_button"))
        settle()

    def sees(self, name: str) -> bool:
        return is_seen(self.page, f"their_voice_{name}")

    def reads(self, words: str) -> bool:
        return any(words in said for said in words_on(self.page))

    def choose(self, number: int) -> None:
        seen_as(Scale, self.page, "their_voice_scale").setFocus()
        for digit in str(number):
            press(self.page, Qt.Key(ord(digit)))

    def type_into(self, name: str, words: str) -> None:
        seen_as(QLineEdit, self.page, f"their_voice_{name}_field").setFocus()
        type_words(self.page, words)

    def write(self, words: str) -> None:
        seen_as(WritingField, self.page, "their_voice_words_field").setFocus()
        type_words(self.page, words)

    def lock(self) -> None:
        click(seen_as(Button, self.page, "their_voice_lock_link"))
        self.type_into("new", THEIRS)
        self.type_into("again", THEIRS)
        self.click("lock")
        self.qtbot.waitUntil(lambda: self.reads("locked with your passphrase"))

    def unlock(self, passphrase: str = THEIRS) -> None:
        self.type_into("passphrase", passphrase)
        press(self.page, Qt.Key.Key_Return)

    def menu_actions(self) -> list[QAction]:
        bar = self.planner.window().findChildren(QMenuBar)[0]
        return [action for menu in bar.findChildren(QMenu) for action in menu.actions()]

    def come_again(self) -> None:
        self.planner.go(Destination("their_voice", self.session))
        settle()

    @property
    def voice(self) -> TheirVoice:
        return self.workspace.read(every_word)

    def only_reading(self) -> Reading:
        [reading] = self.voice.readings
        return reading
