"""What is planned for a talk. Everything saves itself; one visit to it is one step to undo."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.conversations import TalkPlan
from trustplanner.content.conversations import ConversationsWords
from trustplanner.domain.conversations import Talk
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.leaving import is_leaving
from trustplanner.ui.kit.their_limits import TheirLimits
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.talk_page.examples import Examples
from trustplanner.ui.screens.talk_page.invitation_field import InvitationField
from trustplanner.ui.screens.talk_page.when_fields import WhenFields

_GROUP_GAP, _NOTE_GAP = 28, 4
_LOW = 80  # pixels at 100 %


class PlanFields(QWidget):
    """`edited` follows each key, `left` says that a field was left or a choice made. `examples` stand in the margin."""

    edited = Signal()
    left = Signal()
    overflow_refused = Signal()
    help_requested = Signal()

    def __init__(self, workspace: Workspace, words: ConversationsWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = words
        theme, plan = workspace.theme, words.plan
        self._head = QWidget()
        self._title = TextLabel(theme, plan.title, "heading")
        self._limits = TheirLimits(workspace, plan.limits_source, name="talk")
        self.examples = Examples(theme, words.invitation, workspace.catalogue.stages_file().examples)
        self._invitation = InvitationField(workspace, words.invitation)
        self._when = WhenFields(theme, plan)
        self._stop_field = WritingField(theme, name="talk_stop_signs_field", lowest=_LOW)
        self._stop_note = TextLabel(theme, "", "small", "ink_2")
        self._tempted_field = WritingField(theme, name="talk_tempted_field", lowest=_LOW)
        self._tempted_note = TextLabel(theme, "", "small", "ink_2")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._invitation)

    def _lay_out(self) -> None:
        layout = column(self)
        column(self._head).addWidget(self._title)
        for part in (self._head, self._limits):
            part.setContentsMargins(0, 0, 0, _GROUP_GAP - 10)  # of its own, so that a hidden one leaves no gap
            layout.addWidget(part)
        layout.addWidget(self._invitation)
        layout.addSpacing(_GROUP_GAP - 4)
        layout.addWidget(self._when)
        for label, field, note in (
            (self._words.plan.stop_label, self._stop_field, self._stop_note),
            (self._words.plan.tempted_label, self._tempted_field, self._tempted_note),
        ):
            layout.addSpacing(_GROUP_GAP)
            layout.addWidget(LabelledField(self._workspace.theme, label, field))
            layout.addSpacing(_NOTE_GAP)
            layout.addWidget(note)

    def _connect(self) -> None:
        self._invitation.edited.connect(self._on_invitation_edited)
        self._invitation.help_requested.connect(self.help_requested)
        self._when.edited.connect(self._on_when_edited)
        for field in (self._stop_field, self._tempted_field):
            field.textChanged.connect(self.edited)
        for field in (self._invitation.field, self._stop_field, self._tempted_field):
            field.overflow_refused.connect(self.overflow_refused)
            field.installEventFilter(self)

    def refresh(self, *, shows_title: bool, is_past: bool) -> None:
        """Say everything in today's names, and quote what holds today."""
        voice, plan = self._workspace.voice, self._words.plan
        self._head.setVisible(shows_title)
        self._title.set_text(plan.written_title if is_past else plan.title)
        self._limits.refresh(plan.limits_title.said_to(voice))
        self._limits.setVisible(not self._limits.isHidden() and not is_past)
        self._invitation.say_to(voice)
        self._when.say_to(voice, self._workspace.today)
        self._stop_note.set_text(plan.stop_note.said_to(voice))
        self._tempted_note.set_text(plan.tempted_note.said_to(voice))

    def fill(self, talk: Talk | None) -> None:
        """Show what is saved; an empty plan without a talk. A field that says the same keeps its cursor."""
        invitation, stop_signs, tempted = (
            ("", "", "") if talk is None else (talk.invitation, talk.stop_signs, talk.tempted)
        )
        if invitation != self._invitation.words():
            self._invitation.fill(invitation)
        self.examples.show_after(invitation)
        for field, words in ((self._stop_field, stop_signs), (self._tempted_field, tempted)):
            if field.toPlainText() != words:
                field.fill(words)
        if talk is None:
            self._when.fill(None, None, None)
        elif (self._when.day(), self._when.at_minute(), self._when.minutes()) != _when_of(talk):
            self._when.fill(*_when_of(talk))

    def typed(self) -> TalkPlan:
        """What stands in the fields."""
        return TalkPlan(
            invitation=self._invitation.words(),
            stop_signs=self._stop_field.toPlainText(),
            tempted=self._tempted_field.toPlainText(),
            day=self._when.day(),
            at_minute=self._when.at_minute(),
            minutes=self._when.minutes(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit is over when the focus leaves a field."""
        if isinstance(event, QFocusEvent) and is_leaving(event):
            self.left.emit()
        return super().eventFilter(watched, event)

    def _on_invitation_edited(self) -> None:
        self.examples.show_after(self._invitation.words())
        self.edited.emit()

    def _on_when_edited(self) -> None:
        self.edited.emit()
        self.left.emit()


def _when_of(talk: Talk) -> tuple[date | None, int | None, int | None]:
    return talk.day, talk.at_minute, talk.minutes
