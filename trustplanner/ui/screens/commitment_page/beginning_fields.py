"""When a new commitment begins; and, where no place is free, which of them waits."""

from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import NOTICE
from trustplanner.domain.days import LATEST_DAY
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_page.typed import Begins, Typed

_GAP: Final = 14
_ITSELF: Final = ""


class Active(NamedTuple):
    """A commitment that takes one of the places."""

    id: str
    title: str


class BeginningFields(QWidget):
    """Today, tomorrow or on a date; with a fourth one, first whether it waits or an older one does."""

    edited = Signal()

    def __init__(self, theme: Theme, three_active: str) -> None:
        super().__init__()
        self._dates = DateWords()
        self._active: list[Active] = []
        self._place_combo = ComboField(theme, name="commitment_place_combo")
        self._place = LabelledField(theme, self.tr("Which one waits"), self._place_combo)
        self._meanwhile = TextLabel(theme, "", "small", "ink_2")
        self._full = QWidget()
        full = column(self._full, spacing=8)
        full.addWidget(TextLabel(theme, three_active, "body"))
        full.addWidget(self._place)
        full.addWidget(self._meanwhile)
        options = [
            SegmentOption(Begins.TODAY.value, self.tr("Today")),
            SegmentOption(Begins.TOMORROW.value, self.tr("Tomorrow")),
            SegmentOption(Begins.ON_DATE.value, self.tr("On a date")),
        ]
        begins = self.tr("Begins")
        self._begins_segment = SegmentedControl(theme, options, name="commitment_begins_segment", label=begins)
        self._day_field = DateField(theme, name="commitment_begins_field")
        self._day_field.setAccessibleName(self.tr("Begins on"))
        self._begins = QWidget()
        self._notice = NoticeLine(theme)
        lines = column(self._begins, spacing=6)
        lines.addWidget(TextLabel(theme, begins, "label", "ink_2"))
        choice = WrappingRow(gap=12)
        choice.addWidget(self._begins_segment)
        choice.addWidget(self._day_field)
        lines.addLayout(choice)
        lines.addWidget(self._notice)
        layout = column(self, spacing=_GAP)
        layout.addWidget(self._full)
        layout.addWidget(self._begins)
        self._begins_segment.option_chosen.connect(self._on_anything_edited)
        self._day_field.edited.connect(self._on_anything_edited)
        self._place_combo.chosen.connect(self._on_anything_edited)

    def show_active(self, active: list[Active], *, has_place: bool, today: date) -> None:
        """Offer the others to wait instead, if no place is free."""
        self._active = [] if has_place else active
        starts = self._dates.long(today + NOTICE, today)
        itself = [(_ITSELF, self.tr("This one waits"))]
        others = self.tr("“{title}” waits instead, from {day}")
        self._place_combo.set_choices(
            [*itself, *((each.id, others.format(title=each.title, day=starts)) for each in self._active)]
        )
        self._meanwhile.set_text(
            self.tr(
                "Letting an older one wait makes it easier, so it takes its notice. Until {day} four are shown."
            ).format(day=starts)
        )
        self._day_field.set_limits(today, LATEST_DAY)
        self._show_what_is_chosen()

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        ids = {each.id for each in self._active}
        self._place_combo.fill(typed.waits_instead if typed.waits_instead in ids else _ITSELF)
        self._begins_segment.set_chosen(typed.begins)
        self._day_field.fill(date.fromisoformat(typed.begins_on))
        self.show_sentence("")
        self._show_what_is_chosen()

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        self._day_field.interpretText()
        return replace(
            typed,
            begins=self._begins_segment.chosen or Begins.TODAY.value,
            begins_on=self._day_field.day().isoformat(),
            waits_instead=str(self._place_combo.code() or _ITSELF),
        )

    def waits(self) -> bool:
        """Whether the new one waits, because no place is free and none is made free."""
        return bool(self._active) and self._place_combo.code() == _ITSELF

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with the day; an empty sentence takes it back."""
        self._notice.show_sentence(sentence)

    def _show_what_is_chosen(self) -> None:
        self._full.setVisible(bool(self._active))
        self._meanwhile.setVisible(not self.waits())
        self._begins.setVisible(not self.waits())
        self._day_field.setVisible(self._begins_segment.chosen == Begins.ON_DATE)

    def _on_anything_edited(self) -> None:
        self.show_sentence("")
        self._show_what_is_chosen()
        self.edited.emit()
