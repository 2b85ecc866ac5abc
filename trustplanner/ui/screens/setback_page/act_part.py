"""One act after a setback: its question, room to write, by when, and when it was done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from trustplanner.content.setback import SetbackWords
from trustplanner.content.texts import Voice
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.setbacks import SetbackAct, SetbackStep
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import FieldFoot, LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.scroll_page import SEEN_TOGETHER
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.setback_page.moment_fields import MomentFields

_LOWEST = 84

Save = Callable[[SetbackAct, str, Visit], None]


class ActPart(QWidget):
    """What is typed saves itself through `save`, which is given the act, its words and the visit.

    `by_wanted`, `by_chosen` and `by_removed` are about the time it is planned for, `done_...` about when it was done;
    each carries the act, `..._chosen` the day and the minute, too. The first act speaks of help, and leads there.
    """

    by_wanted = Signal(object)
    by_chosen = Signal(object, object, object)
    done_wanted = Signal(object)
    done_chosen = Signal(object, object, object)
    go_on_requested = Signal(object)
    help_requested = Signal()

    def __init__(self, workspace: Workspace, act: SetbackAct, words: SetbackWords, save: Save) -> None:
        super().__init__()
        self._save_words = save
        self._workspace = workspace
        self._words = words.acts[act]
        theme, name = workspace.theme, f"setback_{act.value}"
        self.act = act
        self.setProperty(SEEN_TOGETHER, True)
        self._title = TextLabel(theme, "", "heading")
        self._lead = TextLabel(theme, "", "body", "ink_2")
        self._example = TextLabel(theme, "", "aside", "ink_2")
        self.field = WritingField(theme, name=f"{name}_field", lowest=_LOWEST)
        self._labelled = LabelledField(theme, self._words.tab, self.field)
        self._labelled.show_label(is_shown=False)
        self._foot = FieldFoot(theme, self.tr("Ctrl+Enter goes on"))
        self.by = MomentFields(
            theme,
            label=words.by_label,
            bring=self.tr("Say by when"),
            take_away=self.tr("Without a time"),
            name=f"{name}_by",
        )
        self.done = MomentFields(
            theme,
            label=words.done_label,
            bring=self.tr("Done now"),
            take_away=self.tr("Not done after all"),
            name=f"{name}_done",
        )
        for moment in (self.by, self.done):
            moment.describe(self._words.tab)
        self._visit = WritingVisit(workspace, self.tr("what follows a setback"), self._save, self)
        self._help = Button(theme, self.tr("Who can help now"), Kind.LINK, name=f"{name}_help_button")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = column(self)
        layout.addWidget(TextLabel(self._workspace.theme, self._words.tab, "label", "ink_2"))
        layout.addSpacing(2)
        layout.addWidget(self._title)
        layout.addSpacing(4)
        layout.addWidget(self._lead)
        layout.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeading)
        self._help.setVisible(self.act is SetbackAct.STOP)
        for gap, part in ((4, self._example), (10, self._labelled), (4, self._foot)):
            layout.addSpacing(gap)
            layout.addWidget(part)
        layout.addSpacing(8)
        moments = WrappingRow(gap=24, line_gap=10)
        moments.addWidget(self.by)
        moments.addWidget(self.done)
        layout.addLayout(moments)

    def _connect(self) -> None:
        self._help.clicked.connect(self.help_requested)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.overflow_refused.connect(self._on_overflow)
        self.field.go_on_requested.connect(lambda: self.go_on_requested.emit(self.act))
        self._visit.refused.connect(self.show_refusal)
        self.by.wanted.connect(lambda: self.by_wanted.emit(self.act))
        self.by.chosen.connect(lambda day, minute: self.by_chosen.emit(self.act, day, minute))
        self.by.removed.connect(lambda: self.by_chosen.emit(self.act, None, None))
        self.done.wanted.connect(lambda: self.done_wanted.emit(self.act))
        self.done.chosen.connect(lambda day, minute: self.done_chosen.emit(self.act, day, minute))
        self.done.removed.connect(lambda: self.done_chosen.emit(self.act, None, None))

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about, and what contact they may propose."""
        self._title.set_text(self._words.title.said_to(voice))
        self._lead.set_text(self._words.lead.said_to(voice))
        self._example.set_text(self._words.example.said_to(voice))

    def show_step(self, step: SetbackStep | None, saved: str) -> None:
        """Show what is written, but for words that are being typed; `saved` says when it was."""
        if not self._visit.is_waiting:
            self._fill("" if step is None else step.words)
            self._foot.show_saved(saved)
        self.by.show_moment(step.by_on if step else None, step.by_minute if step else None)
        self.done.show_moment(step.done_on if step else None, step.done_minute if step else None)
        self.by.setVisible(step is None or step.done_on is None or step.by_on is not None)

    def show_nothing(self) -> None:
        """Empty it for another setback."""
        self._fill("")
        self._labelled.show_sentence("")
        self.show_step(None, "")

    def save_typing(self) -> None:
        """Write what is typed; the visit to the field is over.

        Raises:
            KnownError: it could not be written; it stays on the screen.
        """
        self._visit.end()

    def show_refusal(self, error: KnownError) -> None:
        """What stands in the way of the words is said at the field."""
        self._labelled.show_sentence(self._workspace.sentence_for(error))
        self._foot.show_saved("")

    def _fill(self, words: str) -> None:
        if words != self.field.toPlainText():
            self.field.fill(words)
            self.field.moveCursor(QTextCursor.MoveOperation.End)

    def _save(self, visit: Visit) -> None:
        self._save_words(self.act, self.field.toPlainText(), visit)

    def _on_text_changed(self) -> None:
        self._labelled.show_sentence("")
        self._visit.touch()

    def _on_overflow(self) -> None:
        self.show_refusal(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))
