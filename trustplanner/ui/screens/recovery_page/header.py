"""The head of the page: which commitment, over which range, as chart or table."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.charts.ranges import Range
from trustplanner.content.texts import filled
from trustplanner.domain.commitments import Stance
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.recovery_page.reading import Choice, Choices

TABLE_KEY: Final = "Ctrl+T"
GAP: Final = 12


class RecoveryHeader(QWidget):
    """Says what a person has chosen: `commitment_chosen` an id, `range_chosen` a `Range`, `table_switched` a bool."""

    commitment_chosen = Signal(str)
    range_chosen = Signal(object)
    table_switched = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, self.tr("Recovery"), "title")
        self.combo = ComboField(theme, name="recovery_commitment_combo", is_compact=True)
        self.combo.setAccessibleName(self.tr("Commitment"))
        self.table_switch = Switch(theme, self.tr("Show as table"), name="recovery_table_switch")
        self.table_switch.setToolTip(TABLE_KEY)
        self.ranges = SegmentedControl(
            theme, self._range_options(), name="recovery_range_segment", label=self.tr("Range")
        )
        since = [SegmentOption(Range.SESSION.value, self.tr("Since last session"))]
        self.since = SegmentedControl(theme, since, name="recovery_since_segment", label=self.tr("Range"))
        self._self_reported = TextLabel(theme, "", "small", "ink_2")
        upper, lower = SpreadRow(gap=20, line_gap=8), SpreadRow(gap=14, line_gap=8)
        _fill(upper, self._title, self.combo, self.table_switch)
        _fill(lower, self.ranges, self.since, self._self_reported)
        rows = column(self, spacing=GAP)
        rows.addLayout(upper)
        rows.addLayout(lower)
        self.combo.chosen.connect(self._on_combo_chosen)
        self.table_switch.switched.connect(self.table_switched)
        self.ranges.option_chosen.connect(self._on_range_chosen)
        self.since.option_chosen.connect(self._on_range_chosen)

    def show_choices(self, choices: Choices, chosen: str | None) -> None:
        """Offer the active commitments first, then the others, which keep their record."""
        active = choices.active()
        offered = [(choice.commitment.id, self._name(choice, active)) for choice in choices.found]
        self.combo.set_choices(offered)
        if active and len(active) < len(offered):
            self.combo.insertSeparator(len(active))
        if chosen is not None:
            self.combo.fill(chosen)
        self.combo.setToolTip(self.combo.currentText())
        self.since.setVisible(bool(offered) and choices.last_session is not None)
        for widget in (self.combo, self.table_switch, self.ranges, self._self_reported):
            widget.setVisible(bool(offered))

    def show_self_reported(self, sentence: str) -> None:
        """Say what the record is not."""
        self._self_reported.set_text(sentence)

    def show_range(self, chosen: Range | None) -> None:
        """Show which range is chosen; None while the chart was moved to other days."""
        is_session = chosen is Range.SESSION
        self.ranges.set_chosen(chosen.value if chosen and not is_session else None)
        self.since.set_chosen(chosen.value if chosen and is_session else None)
        self.ranges.set_answered_beside(is_answered=is_session)
        self.since.set_answered_beside(is_answered=not is_session)

    def _range_options(self) -> list[SegmentOption]:
        return [
            SegmentOption(Range.TWO_WEEKS.value, self.tr("2 weeks")),
            SegmentOption(Range.SIX_WEEKS.value, self.tr("6 weeks")),
            SegmentOption(Range.THREE_MONTHS.value, self.tr("3 months")),
            SegmentOption(Range.ONE_YEAR.value, self.tr("1 year")),
            SegmentOption(Range.ALL.value, self.tr("All")),
        ]

    def _name(self, choice: Choice, active: list[Choice]) -> str:
        title = choice.commitment.title
        if choice.stance is Stance.ACTIVE:
            place = active.index(choice) + 1
            words = self.tr("“{title}”, {place} of {places}")
            return filled(words, {"title": title, "place": place, "places": len(active)})
        is_ended = choice.stance is Stance.ENDED
        return filled(self.tr("“{title}”, ended") if is_ended else self.tr("“{title}”, waiting"), {"title": title})

    def _on_combo_chosen(self, commitment_id: object) -> None:
        self.commitment_chosen.emit(str(commitment_id))

    def _on_range_chosen(self, value: str) -> None:
        self.show_range(Range(value))
        self.range_chosen.emit(Range(value))


def _fill(row: SpreadRow, *widgets: QWidget) -> None:
    for widget in widgets:
        row.addWidget(widget)
