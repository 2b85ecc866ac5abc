"""What was agreed in a talk: each in a field of its own, and the way to make a commitment of it."""

from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.talk_notes import add_agreement, change_agreement, delete_agreement
from trustplanner.content.conversations import NoteWords
from trustplanner.content.texts import Voice
from trustplanner.domain.commitments import LONGEST_SENTENCE, AskedBy
from trustplanner.domain.conversations import Agreement
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace

_ROW_GAP: Final = 20


class Agreed(NamedTuple):
    """An agreement, what the commitment that came of it is called, and whether one may come of it now."""

    agreement: Agreement
    title: str
    is_open: bool


class AgreementRow(QWidget):
    """One agreement. What is typed saves itself; one visit is one step to undo."""

    commit_requested = Signal(str)
    open_requested = Signal(str)
    take_out_requested = Signal(str)

    def __init__(self, workspace: Workspace, agreed: Agreed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._agreement = agreed.agreement
        self._visit = Visit(workspace, self.tr("change of what was agreed"), self)
        theme, key = workspace.theme, agreed.agreement.id
        self.field = SentenceField(theme, name=f"talk_agreement_{key}_field", most=LONGEST_SENTENCE)
        self._asked_by = ComboField(theme, name=f"talk_agreement_{key}_asked_by", is_compact=True)
        self._asked_by.setAccessibleName(self.tr("Who asked for it"))
        self._became = TextLabel(theme, "", "small", "ink_2")
        self._commit = Button(
            theme, self.tr("Write it as a commitment"), Kind.LINK, name=f"talk_agreement_{key}_commit_button"
        )
        self._open = Button(theme, self.tr("Open it"), Kind.LINK, name=f"talk_agreement_{key}_open_button")
        self._take_out = Button(theme, self.tr("Delete"), Kind.LINK, name=f"talk_agreement_{key}_delete_button")
        layout = column(self, spacing=4)
        layout.addWidget(self.field)
        below = WrappingRow(gap=14, line_gap=2)
        for part in (self._asked_by, self._became, self._commit, self._open, self._take_out):
            below.addWidget(part)
        layout.addLayout(below)
        self._autosave = Autosave(self._save, self, workspace.refused.emit)
        self._connect(key)

    def _connect(self, key: str) -> None:
        self.field.textEdited.connect(self._autosave.touch)
        self.field.editingFinished.connect(self._on_editing_finished)
        self._asked_by.chosen.connect(self._on_asked_by_chosen)
        self._commit.clicked.connect(self._on_commit_clicked)
        self._open.clicked.connect(lambda: self.open_requested.emit(self._agreement.commitment_id or ""))
        self._take_out.clicked.connect(lambda: self.take_out_requested.emit(key))

    def show_agreed(self, agreed: Agreed) -> None:
        """Show it as it is saved, unless it is being typed into."""
        self._agreement = agreed.agreement
        words = agreed.agreement.words
        if not self._autosave.is_waiting and words != self.field.words():
            self.field.fill(words)
        self.field.setAccessibleName(self.tr("Agreed: {words}").format(words=words))
        self._asked_by.set_choices(asked_by_choices(self, self._workspace.voice))
        self._asked_by.fill(agreed.agreement.asked_by)
        has_become = agreed.agreement.commitment_id is not None
        self._became.set_text(self.tr("Now a commitment: “{title}”").format(title=agreed.title))
        self._became.setVisible(has_become)
        self._open.setVisible(has_become)
        self._open.setAccessibleName(self.tr("Open the commitment: {title}").format(title=agreed.title))
        self._commit.setVisible(not has_become and agreed.is_open)
        self._commit.setAccessibleName(self.tr("Write it as a commitment: {words}").format(words=words))
        self._take_out.setAccessibleName(self.tr("Delete: {words}").format(words=words))

    def finish(self) -> None:
        """Save what is typed, and let the visit be one step.

        Raises:
            KnownError: it could not be saved.
        """
        self._autosave.flush()
        self._visit.end()

    def _save(self) -> None:
        if self.field.words():  # an emptied field leaves it as it was; it is deleted with its button
            asked_by = AskedBy(str(self._asked_by.code()))
            self._agreement = self._visit.do(change_agreement, self._agreement.id, self.field.words(), asked_by)

    def _finished(self) -> bool:
        try:
            self.finish()
        except KnownError as error:
            self._workspace.refused.emit(error)
            return False
        return True

    def _on_editing_finished(self) -> None:
        if self._finished() and not self.field.words():
            self.field.fill(self._agreement.words)

    def _on_asked_by_chosen(self) -> None:
        self._autosave.touch()
        self._on_editing_finished()

    def _on_commit_clicked(self) -> None:
        if self._finished():
            self.commit_requested.emit(self._agreement.id)


class AgreementList(QWidget):
    """The agreements of one talk and a field for the next one; `drafted` follows each key in that."""

    commit_requested = Signal(str)
    open_requested = Signal(str)
    drafted = Signal()

    def __init__(self, workspace: Workspace, words: NoteWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._talk_id = ""
        theme = workspace.theme
        self._rows = KeyedColumn[Agreed, AgreementRow](
            lambda agreed: agreed.agreement.id, self._make_row, AgreementRow.show_agreed, spacing=_ROW_GAP
        )
        self.new_field = SentenceField(theme, name="talk_agreement_new_field", most=LONGEST_SENTENCE)
        self._add = Button(theme, self.tr("Add what was agreed"), Kind.NORMAL, name="talk_agreement_add_button")
        layout = column(self)
        layout.addWidget(self._rows.widget)
        layout.addSpacing(_ROW_GAP)
        layout.addWidget(LabelledField(theme, words.agreed_field, self.new_field))
        layout.addSpacing(8)
        ways = WrappingRow()
        ways.addWidget(self._add)
        layout.addLayout(ways)
        self.new_field.textEdited.connect(self._on_new_edited)
        self.new_field.returnPressed.connect(self._on_add_requested)
        self._add.clicked.connect(self._on_add_requested)

    def show_agreed(self, talk_id: str, agreed: list[Agreed]) -> None:
        """Show what was agreed in this talk."""
        self._talk_id = talk_id
        self._rows.show_things(agreed)
        self._add.setEnabled(bool(self.new_field.words()))

    def typed(self) -> str:
        """What is typed but not added yet."""
        return self.new_field.text()

    def fill_typed(self, words: str) -> None:
        """Show again what was typed before."""
        self.new_field.fill(words)
        self._add.setEnabled(bool(self.new_field.words()))

    def finish(self) -> None:
        """Save every agreement that is being changed.

        Raises:
            KnownError: one could not be saved.
        """
        for row in self._rows.all():
            row.finish()

    def _make_row(self, agreed: Agreed) -> AgreementRow:
        row = AgreementRow(self._workspace, agreed)
        row.commit_requested.connect(self.commit_requested)
        row.open_requested.connect(self.open_requested)
        row.take_out_requested.connect(self._on_take_out_requested)
        return row

    def _on_new_edited(self) -> None:
        self._add.setEnabled(bool(self.new_field.words()))
        self.drafted.emit()

    def _on_add_requested(self) -> None:
        words = self.new_field.words()
        if not words:
            return
        label = self.tr("what was agreed")
        if self._workspace.attempt(label, add_agreement, self._talk_id, words, AskedBy.TOGETHER) is not None:
            self.fill_typed("")
            self.new_field.setFocus()
            self.drafted.emit()

    def _on_take_out_requested(self, key: str) -> None:
        label = self.tr("deletion of what was agreed")
        if self._workspace.attempt(label, delete_agreement, key) is not None:
            self.new_field.setFocus()
            self._workspace.recorded.emit(self.tr("Deleted. A commitment that came of it stays."))


def asked_by_choices(widget: QWidget, voice: Voice) -> list[tuple[object, str]]:
    """Who may have asked for something that was agreed; the counsellor only if there is one."""
    choices: list[tuple[object, str]] = [
        (AskedBy.TOGETHER, widget.tr("Both of us")),
        (AskedBy.THEY, widget.tr("{name} asked for it").format(name=voice.name)),
        (AskedBy.NOBODY, widget.tr("I said I would")),
    ]
    counsellor = voice.counsellor if voice.has_counsellor else widget.tr("A counsellor")
    choices.insert(2, (AskedBy.COUNSELLOR, widget.tr("{name} asked for it").format(name=counsellor)))
    return choices
