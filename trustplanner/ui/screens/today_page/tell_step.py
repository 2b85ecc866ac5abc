"""Step 1, tell first: how the miss came out, and when it was told if that is said."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from trustplanner.actions.answers import tell
from trustplanner.content.misses import offered
from trustplanner.domain.answers import How, Telling
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.dates import DateWords, clock_time
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.miss_state import MissState
from trustplanner.ui.screens.today_page.step_page import StepPage
from trustplanner.ui.screens.today_page.typed_time import minute_typed

DAY = timedelta(days=1)
DAYS_AFTER, DAYS_BEFORE = 30, 7
TIME_WIDTH = 96
WHEN_IS_SAID = frozenset({How.TOLD_FIRST, How.WHEN_ASKED, How.FOUND_OUT})


class TellStep(StepPage):
    """The answers by mark and number. What is chosen is written at once; day and time complete it when they are said.

    Saying something else at another sitting is a new telling with its own date; within one sitting it is corrected.
    """

    def __init__(self, workspace: Workspace, commitment_id: str, day: date, chosen: How | None) -> None:
        super().__init__(workspace, commitment_id, day)
        self._dates = DateWords()
        self._written: Telling | None = None
        self._of_this_sitting: int | None = None
        theme, texts, voice = workspace.theme, self.texts.tell, workspace.voice
        self._options = OptionList(
            theme,
            [
                ListedOption(how.value, texts.options[how].label.said_to(voice), how.value)
                for how in offered(voice.contact, chosen)
            ],
            name="miss_how",
            label=texts.title.said_to(voice),
        )
        self._options.option_chosen.connect(self._on_option_chosen)
        self._day_field = ComboField(theme, name="miss_told_on_combo")
        self._day_field.set_choices(self._days())
        self._day_field.chosen.connect(self._on_day_chosen)
        self._time_field = LineField(theme, role="body", name="miss_told_at_field")
        theme.changed.connect(self._fit)
        self._fit()
        self._time_field.textEdited.connect(self._on_time_edited)
        self._time_field.editingFinished.connect(self._on_time_finished)
        self._autosave = Autosave(self._save_when, self, workspace.refused.emit)
        self._note = TextLabel(theme, role="small", color="ink_3")
        self._lay_out()

    def _lay_out(self) -> None:
        theme, texts, voice = self.workspace.theme, self.texts.tell, self.workspace.voice
        self.column.addWidget(TextLabel(theme, texts.lead.said_to(voice), color="ink_2"))
        self.column.addWidget(TextLabel(theme, texts.example.said_to(voice), role="aside"))
        self.column.addSpacing(12)
        self.column.addWidget(self._options)
        self._day_labelled = LabelledField(theme, texts.when_label, self._day_field)
        self._time_labelled = LabelledField(theme, self.tr("At"), self._time_field)
        self._when = QWidget()
        fields = WrappingRow(gap=16, line_gap=8)
        fields.addWidget(self._day_labelled)
        fields.addWidget(self._time_labelled)
        inside = column(self._when)
        inside.addSpacing(6)
        inside.addLayout(fields)
        self.column.addWidget(self._when)
        self.column.addWidget(self._note)

    def _fit(self) -> None:
        self._time_field.setFixedWidth(self.workspace.theme.px(TIME_WIDTH))

    def title(self) -> str:
        """Does the other person know yet?"""
        return self.texts.tell.title.said_to(self.workspace.voice)

    def first_field(self) -> QWidget:
        """The list, at the answer that is chosen."""
        return self._options

    def show_state(self, state: MissState) -> None:
        """Show the newest telling; days and times that are being typed stay."""
        changes = state.miss.changes
        newest = changes[-1] if changes else None
        is_new = newest != self._written
        self._written = newest
        if self._of_this_sitting is not None and all(each.seq != self._of_this_sitting for each in changes):
            self._of_this_sitting = None  # it was undone
        self._options.set_chosen(newest.how.value if newest else None)
        if is_new and not self._autosave.is_waiting:
            self._show_when(newest)
        self._when.setVisible(newest is not None and newest.how in WHEN_IS_SAID)
        lines = [self._earlier(each) for each in changes[:-1]]
        if newest is not None and newest.how is How.NOT_YET:
            lines.append(self.texts.after.not_told)
        self._note.set_text("\n".join(lines))
        self._note.setVisible(bool(lines))

    def _show_when(self, telling: Telling | None) -> None:
        told_on = None if telling is None else telling.told_on
        minute = None if telling is None else telling.told_minute
        if told_on is not None and told_on not in dict(self._days()):
            self._day_field.set_choices([*self._days(), (told_on, self._dates.long(told_on, self.workspace.today))])
        self._day_field.fill(told_on)
        self._time_field.fill("" if minute is None else clock_time(minute))
        self._show_detail(telling)

    def _show_detail(self, telling: Telling | None) -> None:
        for how in WHEN_IS_SAID:
            is_said = telling is not None and telling.how is how and telling.told_minute is not None
            minute = telling.told_minute if telling is not None else None
            self._options.set_detail(how.value, clock_time(minute) if is_said and minute is not None else "")

    def _earlier(self, telling: Telling) -> str:
        short = self.texts.tell.options[telling.how].short.said_to(self.workspace.voice)
        words = self.tr("Before: {how}, written {day}")
        return words.format(how=short, day=self._dates.with_weekday(telling.written_on))

    def _days(self) -> list[tuple[object, str]]:
        """Nothing said, the day itself, days after it up to today, and some before; the newest are always in."""
        today = self.workspace.runner.now().local.date()
        after = [self.day + step * DAY for step in range(1, DAYS_AFTER + 1)]
        newest = [today - step * DAY for step in range(DAYS_BEFORE)]
        before = [self.day - step * DAY for step in range(1, DAYS_BEFORE + 1)]
        later = sorted({day for day in (*after, *newest) if self.day < day <= today})
        days = [day for day in (self.day, *later, *before) if day <= today]
        said: list[tuple[object, str]] = [(None, self.tr("The day is not said"))]
        return said + [(day, self._dates.long(day, today)) for day in days]

    # --- what a person does

    def _on_option_chosen(self, value: str) -> None:
        how = How(value)
        self.choose(lambda: self._write(how))

    def _on_day_chosen(self, _day: object) -> None:
        self._day_labelled.show_sentence("")
        self._autosave.touch()

    def _on_time_edited(self) -> None:
        self._time_labelled.show_sentence("")
        self._autosave.touch()

    def _on_time_finished(self) -> None:
        try:
            minute = minute_typed(self._time_field.text())
        except ValueError:
            self._time_labelled.show_sentence(self.tr("A time looks like 18:25."))
            return
        if minute is not None and self._day_field.code() is None:
            self._day_labelled.show_sentence(self.tr("Say the day too."))

    def save_typing(self) -> None:
        """Write a day and a time that were said just now."""
        self._autosave.flush()

    def _save_when(self) -> None:
        if self._written is not None and self._written.how in WHEN_IS_SAID:
            self._write(self._written.how)

    def _write(self, how: How) -> None:
        told_on, minute = self._said_when() if how in WHEN_IS_SAID else (None, None)
        before = self._written
        if before is not None and (before.how, before.told_on, before.told_minute) == (how, told_on, minute):
            return
        written = self.visit.do(
            tell, self.commitment_id, self.day, how, told_on, minute, completes=self._of_this_sitting
        )
        self._of_this_sitting = written.seq
        self._show_detail(written)

    def _said_when(self) -> tuple[date | None, int | None]:
        """The day and the minute; a time that cannot be read, or that has no day, is not said."""
        told_on = self._day_field.code()
        if not isinstance(told_on, date):
            return None, None
        try:
            return told_on, minute_typed(self._time_field.text())
        except ValueError:
            return told_on, None
