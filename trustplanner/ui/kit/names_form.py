"""Who a plan is about: your own first name, a nickname, how the pages speak of this person, and a counsellor."""

import json
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.content.first_run import NamesPage
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import Plan, Pronoun
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.scaled_width import ScaledWidth
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme

_FIELD_WIDTH = 420
_NOTE_GAP, _GROUP_GAP = 6, 22


class TypedNames(NamedTuple):
    """What stands in the form, as it was typed."""

    own_name: str = ""
    their_name: str = ""
    pronoun: Pronoun = Pronoun.THEY
    counsellor: str = ""

    @classmethod
    def of(cls, plan: Plan) -> "TypedNames":
        """The names of a plan."""
        return cls(plan.own_name, plan.their_name, plan.pronoun, plan.counsellor)

    def as_draft(self) -> str:
        """For a draft, while a plan cannot be made of it yet."""
        return json.dumps(self._asdict())

    @classmethod
    def from_draft(cls, body: str) -> "TypedNames":
        """What `as_draft` wrote; nothing typed if it is something else."""
        try:
            found = json.loads(body)
            return cls(found["own_name"], found["their_name"], Pronoun(found["pronoun"]), found["counsellor"])
        except (ValueError, KeyError, TypeError):
            return cls()


class NamesForm(QWidget):
    """`edited` follows every change a person makes; `visit_ended` says that they have left a field or chosen."""

    edited = Signal()
    visit_ended = Signal()
    go_on_requested = Signal()

    def __init__(self, theme: Theme, words: NamesPage, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._layout = column(self)
        self._own = self._add_line(f"{name}_own_name_field", words.own_name, words.own_name_note)
        self._their = self._add_line(f"{name}_their_name_field", words.their_name, words.their_name_note)
        self._pronoun = self._add_pronoun(f"{name}_pronoun_segment", words.pronoun)
        self._counsellor = self._add_line(f"{name}_counsellor_field", words.counsellor, words.counsellor_note)
        self.setFocusProxy(self._own)

    def typed(self) -> TypedNames:
        """What stands in the form."""
        pronoun = Pronoun(self._pronoun.chosen or Pronoun.THEY)
        return TypedNames(_text(self._own), _text(self._their), pronoun, _text(self._counsellor))

    def fill(self, names: TypedNames) -> None:
        """Show these names, without any signal. A field that says the same already is left alone, cursor and all."""
        lines = ((self._own, names.own_name), (self._their, names.their_name), (self._counsellor, names.counsellor))
        for labelled, words in lines:
            if _text(labelled).strip() != words.strip():
                _line(labelled).fill(words)
        self._pronoun.set_chosen(names.pronoun)

    def show_problem(self, error: RuleError, sentence: str, *, moves_focus: bool) -> None:
        """Say it at each field it is about, and perhaps go to the first of them."""
        at_fault = [labelled for labelled in self._lines() if self._is_at_fault(labelled, error.code)]
        for labelled in self._lines():
            labelled.show_sentence(sentence if labelled in at_fault else "")
        if at_fault and moves_focus:
            at_fault[0].setFocus()

    def clear_problem(self) -> None:
        """Nothing needs a look any more."""
        for labelled in self._lines():
            labelled.show_sentence("")

    def _lines(self) -> tuple[LabelledField, ...]:
        return self._own, self._their, self._counsellor

    def _is_at_fault(self, labelled: LabelledField, code: Code) -> bool:
        words = _text(labelled).strip()
        if code is Code.WORDS_MISSING:
            return not words and labelled is not self._counsellor
        return len(words) > LONGEST_NAME

    def _add_line(self, name: str, label: str, note: str) -> LabelledField:
        field = LineField(self.theme, name=name)
        field.textEdited.connect(self._on_edited)
        field.editingFinished.connect(self.visit_ended)
        field.returnPressed.connect(self.go_on_requested)
        labelled = LabelledField(self.theme, label, field)
        ScaledWidth(self.theme, labelled, labelled.setMaximumWidth, _FIELD_WIDTH)
        self._add(labelled, note)
        return labelled

    def _add_pronoun(self, name: str, label: str) -> SegmentedControl:
        options = [
            SegmentOption(Pronoun.SHE, self.tr("she, her")),
            SegmentOption(Pronoun.HE, self.tr("he, him")),
            SegmentOption(Pronoun.THEY, self.tr("they, them")),
        ]
        segment = SegmentedControl(self.theme, options, name=name, label=label)
        segment.option_chosen.connect(self._on_pronoun_chosen)
        self._add(LabelledField(self.theme, label, segment), "")
        return segment

    def _add(self, labelled: LabelledField, note: str) -> None:
        if self._layout.count():
            self._layout.addSpacing(_GROUP_GAP)
        self._layout.addWidget(labelled)
        if note:
            self._layout.addSpacing(_NOTE_GAP)
            self._layout.addWidget(TextLabel(self.theme, note, "small", "ink_2"))

    def _on_edited(self) -> None:
        self.clear_problem()
        self.edited.emit()

    def _on_pronoun_chosen(self, _: str) -> None:
        self.edited.emit()
        self.visit_ended.emit()


def _line(labelled: LabelledField) -> LineField:
    field = labelled.field
    assert isinstance(field, LineField)  # noqa: S101  (made so in `_add_line`)
    return field


def _text(labelled: LabelledField) -> str:
    return _line(labelled).text()
