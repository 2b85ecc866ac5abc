"""The end of the walk: where things stand, in counts, and what the coming day asks for."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.charts.figures_in_words import counts_of_due
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.content.evening import WalkEnd
from trustplanner.domain.evening import Asked, WalkKind
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.record import count
from trustplanner.domain.today import DayRow
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords, clock_time
from trustplanner.ui.kit.hard_day_dot import HardDayLines, hard_day_words
from trustplanner.ui.kit.hard_moment import hard_moment_plan
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.evening_page.steps import Step
from trustplanner.ui.screens.evening_page.walk import Walk, hard_on

_ABOVE_PART: Final = 26
_BELOW_TITLE: Final = 6


class Part(QWidget):
    """A small title with what stands below it; hidden while there is nothing."""

    def __init__(self, workspace: Workspace, title: str, role: str = "body") -> None:
        super().__init__()
        self.title = TextLabel(workspace.theme, title, role="label", color="ink_2")
        self.words = TextLabel(workspace.theme, role=role)
        self.inside: QVBoxLayout = column(self)
        self.inside.addSpacing(_ABOVE_PART)
        self.inside.addWidget(self.title)
        self.inside.addSpacing(_BELOW_TITLE)
        self.inside.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Say this."""
        self.words.set_text(words)
        self.setVisible(bool(words))


class EndStep(Step):
    """Nothing is asked here. `week_requested` leads to the weekly review on its day."""

    week_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        theme = workspace.theme
        self._texts: WalkEnd = workspace.catalogue.evening().end
        self._hard_texts = workspace.catalogue.hard_days()
        self._dates = DateWords()
        self._recorded = TextLabel(theme, role="heading")
        self._counts = TextLabel(theme, role="body", color="ink_2")
        self._open = Part(workspace, self._texts.open_title)
        self._open_note = TextLabel(theme, self._texts.open_note, role="small", color="ink_3")
        self._open.inside.addWidget(self._open_note)
        self._coming = Part(workspace, "")
        self._hard = Part(workspace, self._texts.hard_title)
        self._show_hard = Button(theme, self.tr("Show the words"), Kind.LINK, name="evening_hard_days_button")
        self._show_hard.clicked.connect(self._on_show_hard_clicked)
        self._hard_lines = HardDayLines(theme)
        self._hard.inside.addWidget(self._show_hard, 0, Qt.AlignmentFlag.AlignLeading)
        self._hard.inside.addWidget(self._hard_lines)
        self._hard_lines.hide()
        self._plan = Part(workspace, self._texts.plan_title, role="promise")
        for part in (self._recorded, self._counts, self._open, self._coming, self._hard, self._plan):
            self.column.addWidget(part)

    def show_walk(self, walk: Walk) -> None:
        """Show where things stand now."""
        is_evening = walk.kind is WalkKind.EVENING
        words = self.workspace.catalogue.evening()
        self._recorded.set_text(self._heading(walk) if is_evening else self._texts.morning)
        self._recorded.setVisible(is_evening or bool(walk.view.still_open))
        counts = self._counts_words(walk) if is_evening else ""
        self._counts.set_text(counts)
        self._counts.setVisible(bool(counts))
        self._open.show_words("\n".join(row.commitment.title for row in self._open_rows(walk)))
        walk_words = words.evening if is_evening else words.morning
        self._coming.title.set_text(
            self.tr("{when}, {day}").format(
                when=walk_words.coming_title, day=self._dates.long(walk.coming_day, walk.view.today)
            )
        )
        asked = [self._asked(each) for each in walk.coming()]
        self._coming.show_words("\n".join(asked) or walk_words.coming_none)
        self._show_hard_days(hard_on(self.workspace, walk.coming_day), is_tomorrow=is_evening)
        self._plan.show_words(hard_moment_plan(self.workspace))

    def _heading(self, walk: Walk) -> str:
        rows = self._asked_rows(walk)
        if any(row.item.is_answered or row.done_on_day for row in rows):
            return self._texts.recorded
        return self._texts.blank if rows else self._texts.nothing

    def _asked_rows(self, walk: Walk) -> list[DayRow]:
        return [row for row in walk.view.rows if row.is_running or row.item.day <= walk.view.today]

    def _open_rows(self, walk: Walk) -> list[DayRow]:
        today = self._asked_rows(walk) if walk.kind is WalkKind.EVENING else []
        return [row for row in (*today, *walk.view.still_open) if not row.is_running and not row.item.is_answered]

    def _counts_words(self, walk: Walk) -> str:
        """Counts, never a share; while something goes on or is hidden only how many have an answer."""
        rows = [row for row in self._asked_rows(walk) if not row.is_running]
        lines = []
        if any(row.item.is_answered for row in rows):
            lines.append(self._counts_of(rows, has_open=bool(self._open_rows(walk))))
        lines += [self._period(row) for row in self._asked_rows(walk) if row.is_running]
        if any(row.miss is not None and not row.commitment.is_line for row in rows):
            lines.append(self._texts.steps_later)
        return "\n".join(lines)

    def _counts_of(self, rows: list[DayRow], *, has_open: bool) -> str:
        """`Today: 1 of 2 kept, 1 missed. 2 still open.`; with one of yesterday open, too, not all is answered."""
        safety = self.workspace.safety
        answered = sum(row.item.is_answered for row in rows)
        if safety is not None and safety.ending:
            return self.tr("Today: {answered} of {due} answered.").format(answered=answered, due=len(rows))
        open_count = len(rows) - answered
        sentences = recovery_sentences(self.workspace.today)
        counts = counts_of_due(count(row.item for row in rows), sentences, has_open=has_open)
        if open_count:
            words = self.tr("Today: {counts}. {n} still open.")
            return words.format(counts=counts.removesuffix("."), n=open_count)
        return self.tr("Today: {counts}.").format(counts=counts.removesuffix("."))

    def _period(self, row: DayRow) -> str:
        words = self.tr("“{title}”: {done} of {times} so far.")
        return words.format(title=row.commitment.title, done=row.item.done, times=row.item.times)

    def _asked(self, asked: Asked) -> str:
        if asked.times:
            words = self.tr("{title}: {done} of {times} so far")
            return words.format(title=asked.commitment.title, done=asked.done, times=asked.times)
        if asked.terms.at_minute is None:
            return asked.commitment.title
        return f"{clock_time(asked.terms.at_minute)}  {asked.commitment.title}"

    def _show_hard_days(self, found: tuple[HardDay, ...], *, is_tomorrow: bool) -> None:
        voice = self.workspace.voice
        self._hard.show_words(hard_day_words(found, self._hard_texts, voice, is_tomorrow=is_tomorrow))
        self._hard_lines.show_days(found, self._hard_texts, voice, is_tomorrow=is_tomorrow)
        self._show_hard.setVisible(self._hard_lines.hides_words and self._hard_lines.isHidden())

    def _on_show_hard_clicked(self) -> None:
        self._hard_lines.show()
        self._show_hard.hide()
