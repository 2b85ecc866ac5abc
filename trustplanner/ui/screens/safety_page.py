"""The private questions again: every four weeks, after a setback, or when a person wishes. And what they put first."""

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.actions.plans import answer_safety, forget_safety_answers, set_setting
from trustplanner.domain.change import Topic
from trustplanner.domain.first_run import PUT_FIRST_ON
from trustplanner.domain.plans import SafetyScreen, may_lift
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.contact_change import is_to_look_through
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.kept_answers import KeptAnswers
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.opening_place import ENDING, PUT_FIRST, is_stopped
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.passages import passage
from trustplanner.ui.kit.put_first import EndingTrack, SupportFirst
from trustplanner.ui.kit.quiet import attempt_quietly
from trustplanner.ui.kit.safety_form import SafetyForm
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace

GROUP_GAP = 28
ON_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class SafetyPage(Page):
    """Three views, one at a time: the questions, support first, the ending and telling track.

    Answers are no undo step: a switch is lifted by answering again, not before the next day, and in no other way.
    Leaving the page forgets what was chosen but not saved.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PLAN, Topic.SAFETY})

    def __init__(self, workspace: Workspace, device: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("safety_page")
        theme, catalogue = workspace.theme, workspace.catalogue
        self._words = catalogue.safety()
        self._page = ScrollPage(theme)
        self._questions = QWidget()
        self._fill_questions(column(self._questions))
        self._support = SupportFirst(theme, catalogue, device, name="safety")
        self._support.go_on_requested.connect(self._on_support_read)
        self._track = EndingTrack(theme, catalogue, name="safety")
        self._track.go_on_requested.connect(lambda: self.go_requested.emit(Destination("back")))
        self._add_way_to_session()
        for view in (self._questions, self._support, self._track):
            self._page.main.addWidget(view)
        column(self).addWidget(self._page)
        for key in ON_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self._on_on_requested)
        self._show_view(self._questions)

    def refresh(self) -> None:
        """Say everything in the names and pronouns of the plan, and what can be lifted today."""
        voice, last = self.workspace.voice, self.workspace.safety
        self._lead.set_text(self._words.lead.said_to(voice))
        self._form.say_to(voice)
        self._support.show_to(voice)
        self._track.show_to(voice)
        self._lifting.setVisible(last is not None and _is_anything_on(last))
        is_today = last is not None and not may_lift(last, self.workspace.today)
        self._already.show_sentence(self._words.lifting.add_only if is_today else "")
        self._kept.show_screen(last, voice, self.workspace.today)

    def show_detail(self, detail: str) -> None:
        """`first`: what the switches put before the planner; `ending`: the track; else the questions."""
        self._form.clear()
        last = self.workspace.safety
        if detail == PUT_FIRST and last is not None and (last.support or last.ending):
            self._put_first(last)
        elif detail == ENDING and last is not None and last.ending:
            self._show_view(self._track)
        else:
            self._show_view(self._questions)

    def save_typing(self) -> None:
        """Nothing of this page is kept before it is asked for; leaving it forgets."""
        self._form.clear()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- what it shows

    def _fill_questions(self, layout: QVBoxLayout) -> None:
        theme, words = self.workspace.theme, self._words
        self._lead = TextLabel(theme, "", "body", "ink_2")
        self._already = NoticeLine(theme)
        self._lifting = QWidget()
        lifting = passage(theme, words.lifting.title, (words.lifting.lead, words.lifting.note))
        column(self._lifting).addLayout(lifting)
        self._kept = KeptAnswers(theme, words)
        self._kept.forget_requested.connect(self._on_forget_requested)
        self._form = SafetyForm(theme, words, name="safety")
        layout.addWidget(TextLabel(theme, words.title, "title"))
        layout.addSpacing(8)
        layout.addWidget(self._lead)
        layout.addSpacing(8)
        layout.addWidget(TextLabel(theme, words.why_again, "body", "ink_2"))
        for part in (self._lifting, self._already, self._kept):
            layout.addSpacing(14)
            layout.addWidget(part)
        layout.addSpacing(GROUP_GAP)
        layout.addWidget(self._form)
        layout.addSpacing(GROUP_GAP)
        layout.addLayout(self._ways())

    def _ways(self) -> WrappingRow:
        """Neither way is the expected one, so neither is primary."""
        theme = self.workspace.theme
        save = Button(theme, self.tr("Save and go on"), Kind.NORMAL, name="safety_save_button")
        save.clicked.connect(self._on_save_clicked)
        not_today = Button(theme, self.tr("Not today"), Kind.NORMAL, name="safety_not_today_button")
        not_today.clicked.connect(lambda: self.go_requested.emit(Destination("back")))
        ways = WrappingRow()
        ways.addWidget(save)
        ways.addWidget(not_today)
        return ways

    def _add_way_to_session(self) -> None:
        words = self.tr("Write down the appointment")
        session = Button(self.workspace.theme, words, Kind.NORMAL, name="safety_session_button")
        session.clicked.connect(lambda: self.go_requested.emit(Destination("dates", "session:")))
        self._track.ways.addWidget(session)
        untold = Button(self.workspace.theme, self.tr("The locked list"), Kind.NORMAL, name="safety_untold_button")
        untold.clicked.connect(lambda: self.go_requested.emit(Destination("untold")))
        self._track.ways.addWidget(untold)

    def _show_view(self, shown: QWidget) -> None:
        for view in (self._questions, self._support, self._track):
            view.setVisible(view is shown)
        self._page.verticalScrollBar().setValue(0)
        self.setFocusProxy({self._questions: self._form}.get(shown, shown))

    def _put_first(self, last: SafetyScreen) -> None:
        """Show what comes before the planner, and keep that it was shown today."""
        attempt_quietly(self.workspace, set_setting, PUT_FIRST_ON, self.workspace.today.isoformat())
        self._show_view(self._support if last.support else self._track)

    # --- what a person does

    def _on_on_requested(self) -> None:
        """The key of the first run goes on here, too, from whichever view is shown."""
        if self._questions.isVisible():
            self._on_save_clicked()
        elif self._support.isVisible():
            self._on_support_read()
        else:
            self.go_requested.emit(Destination("back"))

    def _on_save_clicked(self) -> None:
        answers, keeps = self._form.answers(), self._form.keeps_answers
        screen = attempt_quietly(self.workspace, answer_safety, answers, keep_answers=keeps)
        if screen is None:
            return
        self._form.clear()
        if screen.stop:
            self.go_requested.emit(Destination("stop"))
        elif screen.support or screen.ending:
            self._put_first(screen)
            self.setFocus()
        else:
            self.go_requested.emit(Destination("back"))
            if is_to_look_through(self.workspace):
                self.go_requested.emit(Destination("contact_change"))

    def _on_support_read(self) -> None:
        last = self.workspace.safety
        if last is not None and last.ending and not is_stopped(self.workspace):
            self._show_view(self._track)
            self.setFocus()
        else:
            self.go_requested.emit(Destination("back"))

    def _on_forget_requested(self) -> None:
        if self.workspace.attempt(self.tr("Forget the kept answers"), forget_safety_answers) is not None:
            self.workspace.recorded.emit(self.tr("The kept answers are forgotten."))


def _is_anything_on(last: SafetyScreen) -> bool:
    return last.stop or last.indirect or last.ending or last.support
