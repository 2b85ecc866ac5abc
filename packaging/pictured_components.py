"""A page of every component in its states, for `pictures.py`."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.answer_segment import AnswerSegment
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.chip import Chip, Tone
from trustplanner.ui.kit.choice_fields import ComboField, DateField, TimeField
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.fields import FieldFoot, LabelledField, LineField, PassphraseField
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import Run, TextLabel, promise_runs
from trustplanner.ui.kit.layouts import WrappingRow, row
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.marks import Mark
from trustplanner.ui.kit.range_bar import RangeBar
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField


class Components(QWidget):
    """The page in a window of its own, with a focus ring."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.page = ScrollPage(theme, has_rail=True)
        row(self).addWidget(self.page)
        self._show_answers()
        self._show_writing()
        self._show_choices()
        self._show_marks()
        self._show_buttons()
        self._show_fields()
        self._show_banners()
        self.page.main.addStretch()
        self.page.rail.addStretch()
        self.ring = FocusRing(theme, self)

    def _head(self, layout: QBoxLayout, words: str) -> None:
        layout.addSpacing(26)
        layout.addWidget(TextLabel(self.theme, words, role="label", color="ink_2"))
        layout.addSpacing(8)

    def _show_answers(self) -> None:
        main = self.page.main
        main.addWidget(TextLabel(self.theme, "Thursday 14 May", role="title"))
        main.addWidget(TextLabel(self.theme, "Two of three answered.", color="ink_2"))
        self._head(main, "Answer")
        for words, value in (
            ("Rest", None),
            ("Hover", None),
            ("Pressed", None),
            ("Kept", "kept"),
            ("Partly", "partly"),
            ("Missed", "missed"),
            ("Not applicable", "not_applicable"),
            ("Cannot answer", None),
        ):
            answer = AnswerRow(self.theme, words, "components")
            answer.set_chosen(value)
            answer.set_note("07:52" if value else "")
            self._put_into_state(answer, words)
            main.addWidget(answer)
            main.addSpacing(8)

    def _put_into_state(self, answer: AnswerRow, words: str) -> None:
        partly = next(part for part in answer.findChildren(AnswerSegment) if part.value == Mark.PARTLY.value)
        if words == "Hover":
            partly.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        elif words == "Pressed":
            partly.setDown(True)
        elif words == "Cannot answer":
            answer.set_enabled_reason("It begins on Monday 18 May.")

    def _show_writing(self) -> None:
        main = self.page.main
        self._head(main, "Words people say")
        runs = promise_runs("I will ring at six on working days,", "so that Ana is not left waiting.")
        main.addWidget(TextLabel(self.theme, runs, role="promise"))
        told = [
            Run("Told first.", color="ink", role="control_strong"),
            Run(" You told Ana at 18:25, before she asked."),
        ]
        main.addWidget(TextLabel(self.theme, told, role="control", color="ink_2"))
        quote = "“You made me feel stupid in my own house.”"
        main.addWidget(TextLabel(self.theme, quote, role="promise", color="theirs"))
        aside = (
            "Hearing comes before apology. An apology that answers the wrong hurt is another way of not being heard."
        )
        main.addWidget(TextLabel(self.theme, aside, role="aside", color="ink_2"))
        main.addSpacing(12)
        writing = WritingField(self.theme)
        writing.fill("She has started counting the receipts again, and <b>no</b> & yes")
        main.addWidget(writing)
        foot = FieldFoot(self.theme, "Ctrl+Enter adds the line")
        foot.show_saved("Saved at 20:41. Only in this file.")
        main.addSpacing(4)
        main.addWidget(foot)

    def _show_choices(self) -> None:
        main = self.page.main
        self._head(main, "When")
        chips = DayChips(self.theme)
        chips.set_days({0, 1, 2, 3, 4})
        compact = ComboField(self.theme, is_compact=True)
        compact.set_choices([("week", "Every week")])
        line = WrappingRow()
        for choice in (chips, compact):
            line.addWidget(choice)
        main.addLayout(line)
        main.addSpacing(12)
        combo = ComboField(self.theme)
        combo.set_choices([("ana", "Ana, on 3 May"), ("me", "Nobody, I chose it")])
        day, moment = DateField(self.theme), TimeField(self.theme)
        day.fill(date(2026, 5, 14))
        moment.fill(time(18, 0))
        line = WrappingRow(line_gap=12)
        for field in (combo, day, moment):
            line.addWidget(field)
        main.addLayout(line)
        main.addSpacing(12)
        scale = Scale(self.theme)
        scale.set_number(8)
        main.addWidget(scale)
        main.addSpacing(12)
        ranges = SegmentedControl(
            self.theme, [SegmentOption(words, words) for words in ("2 weeks", "6 weeks", "3 months", "1 year", "All")]
        )
        ranges.set_chosen("All")
        main.addWidget(ranges)
        main.addSpacing(12)
        tags = WrappingRow()
        for words, tone, icon in (
            ("What happened", Tone.ACCENT, "camera"),
            ("Effect on Ana", Tone.THEIRS, "waves"),
            ("About me", Tone.NEUTRAL, "feather"),
            ("A request", Tone.OUTLINE, "hand"),
        ):
            tags.addWidget(Chip(self.theme, words, tone, icon))
        main.addLayout(tags)

    def _show_marks(self) -> None:
        rail = self.page.rail
        rail.addWidget(TextLabel(self.theme, "Follow-through, last 28 days", role="label", color="ink_2"))
        rail.addSpacing(8)
        bar = RangeBar(self.theme)
        bar.show_range("Ring at six", "85 to 95 %", "17 of 20 kept, 2 not answered", low=0.85, high=0.95, due=20)
        rail.addWidget(bar)
        rail.addSpacing(22)
        rail.addWidget(Hairline(self.theme))
        rail.addSpacing(18)
        marks = MarkRow(self.theme)
        marks.set_marks([mark.value for mark in Mark], "Every mark")
        rail.addWidget(marks)
        switch = Switch(self.theme, "Show as table")
        switch.set_on(True)
        rail.addSpacing(8)
        rail.addWidget(switch)

    def _show_buttons(self) -> None:
        self._head(self.page.rail, "Buttons")
        buttons = WrappingRow()
        disabled = Button(self.theme, "Save", Kind.PRIMARY)
        disabled.setEnabled(False)
        shown: list[QPushButton] = [
            Button(self.theme, "Save", Kind.PRIMARY, name="components_save_button"),
            Button(self.theme, "Write one"),
            Button(self.theme, "Skip", Kind.QUIET),
            Button(self.theme, "Undo", Kind.LINK),
            disabled,
            Button(self.theme, "Print or PDF", icon="printer"),
            Button(self.theme, "Blank screen", icon="eye-off", key="B"),
        ]
        for button in shown:
            buttons.addWidget(button)
        self.page.rail.addLayout(buttons)

    def _show_fields(self) -> None:
        rail = self.page.rail
        self._head(rail, "Fields")
        first = LineField(self.theme)
        first.fill("Her phone rings")
        rail.addWidget(LabelledField(self.theme, "How Ana would know", first))
        rail.addSpacing(8)
        second = LineField(self.theme)
        second.fill("soon")
        labelled = LabelledField(self.theme, "When", second)
        labelled.show_sentence("Name a day or a time, so that it can be seen.")
        rail.addWidget(labelled)
        rail.addSpacing(8)
        passphrase = PassphraseField(self.theme)
        passphrase.line.fill("fourteen chars")
        rail.addWidget(LabelledField(self.theme, "Passphrase", passphrase))

    def _show_banners(self) -> None:
        rail = self.page.rail
        self._head(rail, "Banner")
        limit = "No contact until 1 June, as Ana asked. Nothing here will suggest it."
        rail.addWidget(Banner(self.theme, limit, tone=BannerTone.THEIRS, icon="hand"))
        rail.addSpacing(8)
        rail.addWidget(Banner(self.theme, "The last verified backup is 9 days old.", link="Back up"))


def build_components(theme: Theme) -> QWidget:
    """Every component in its states."""
    return Components(theme)
