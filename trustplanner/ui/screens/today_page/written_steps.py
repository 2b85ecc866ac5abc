"""Steps 2 to 5: what happened, what made it likelier, the repair, and what becomes of the commitment."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.answers import mark_repaired, plan_repair, review_miss
from trustplanner.actions.sureness import answer_sureness
from trustplanner.domain.answers import Adjust
from trustplanner.domain.days import LATEST_DAY
from trustplanner.domain.moments import Now
from trustplanner.domain.sureness import AskedIn
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import FieldFoot, LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.worst_day_field import is_unsure
from trustplanner.ui.screens.today_page.cause_chips import CauseChips
from trustplanner.ui.screens.today_page.miss_state import MissState
from trustplanner.ui.screens.today_page.step_page import BETWEEN_FIELDS, SavedWords, StepPage

SUGGESTED = timedelta(days=7)
LEADS_TO_EDITOR = frozenset({Adjust.SHRINK, Adjust.MOVE, Adjust.DROP})


class FactsStep(StepPage):
    """What happened, without adjectives, and the last moment at which it could have gone right."""

    def __init__(self, workspace: Workspace, commitment_id: str, day: date) -> None:
        super().__init__(workspace, commitment_id, day)
        theme, texts = workspace.theme, self.texts.facts
        foot = FieldFoot(theme, self.tr("Ctrl+Enter goes on"))
        self._facts = SavedWords(self, "facts", texts.facts_label, foot, self._write_facts)
        self._last_moment = SavedWords(self, "last_moment", texts.last_moment_label, foot, self._write_last_moment)
        self.column.addWidget(TextLabel(theme, texts.lead, color="ink_2"))
        self.column.addWidget(self._facts.labelled)
        self.column.addSpacing(BETWEEN_FIELDS - 8)
        self.column.addWidget(self._last_moment.labelled)
        self.column.addWidget(foot)

    def title(self) -> str:
        """What happened?"""
        return self.texts.facts.title

    def first_field(self) -> QWidget:
        """The facts."""
        return self._facts.field

    def show_state(self, state: MissState) -> None:
        """Show what is written."""
        self._facts.show_words(state.review.facts if state.review else "")
        self._last_moment.show_words(state.review.last_moment if state.review else "")

    def save_typing(self) -> None:
        """Both fields."""
        self._facts.flush()
        self._last_moment.flush()

    def _write_facts(self, words: str) -> None:
        self.visit.do(review_miss, self.commitment_id, self.day, facts=words)

    def _write_last_moment(self, words: str) -> None:
        self.visit.do(review_miss, self.commitment_id, self.day, last_moment=words)


class LikelierStep(StepPage):
    """What made it likelier: something that can change."""

    def __init__(self, workspace: Workspace, commitment_id: str, day: date) -> None:
        super().__init__(workspace, commitment_id, day)
        theme, texts = workspace.theme, self.texts.likelier
        self._causes = CauseChips(theme, texts.causes, name="miss_likelier", label=texts.title)
        self._causes.causes_chosen.connect(self._on_causes_chosen)
        self.column.addWidget(TextLabel(theme, texts.lead, color="ink_2"))
        self.column.addSpacing(8)
        self.column.addWidget(self._causes)

    def title(self) -> str:
        """What made it more likely?"""
        return self.texts.likelier.title

    def first_field(self) -> QWidget:
        """The causes."""
        return self._causes

    def show_state(self, state: MissState) -> None:
        """Show what is chosen."""
        self._causes.set_causes(state.review.likelier.split() if state.review else ())

    def _on_causes_chosen(self, causes: frozenset[str]) -> None:
        self.choose(lambda: self.visit.do(review_miss, self.commitment_id, self.day, likelier=causes))


class RepairStep(StepPage):
    """What the miss cost, and the smallest full repair: what, by when, and later that it is done."""

    def __init__(self, workspace: Workspace, commitment_id: str, day: date) -> None:
        super().__init__(workspace, commitment_id, day)
        theme, texts = workspace.theme, self.texts.repair
        self._dates = DateWords()
        foot = FieldFoot(theme, self.tr("Ctrl+Enter goes on"))
        self._cost = SavedWords(self, "cost", texts.cost_label, foot, self._write_cost)
        self._repair = SavedWords(self, "repair", texts.repair_label, foot, self._write_repair)
        self._add_by = Button(theme, self.tr("Say by when"), Kind.NORMAL, name="miss_add_by_button")
        self._add_by.clicked.connect(self._on_add_by_clicked)
        self._by = DateField(theme, name="miss_by_field")
        self._by.set_limits(day, LATEST_DAY)
        self._by.edited.connect(self._on_by_edited)
        self._by_labelled = LabelledField(theme, texts.by_label, self._by)
        self._no_day = Button(theme, self.tr("Without a day"), Kind.LINK, name="miss_no_day_button")
        self._no_day.clicked.connect(self._on_no_day_clicked)
        self._done_words = TextLabel(theme, role="control")
        self._done = Button(theme, self.tr("It is done"), Kind.NORMAL, name="miss_done_button")
        self._done.clicked.connect(self._on_done_clicked)
        self._not_done = Button(theme, self.tr("Not done after all"), Kind.LINK, name="miss_not_done_button")
        self._not_done.clicked.connect(self._on_not_done_clicked)
        self._lay_out(foot)

    def _lay_out(self, foot: FieldFoot) -> None:
        theme, texts = self.workspace.theme, self.texts.repair
        self.column.addWidget(TextLabel(theme, texts.lead, color="ink_2"))
        self.column.addWidget(TextLabel(theme, texts.example.said_to(self.workspace.voice), role="aside"))
        self.column.addWidget(self._cost.labelled)
        self.column.addSpacing(BETWEEN_FIELDS - 8)
        self.column.addWidget(self._repair.labelled)
        self.column.addWidget(foot)
        by = WrappingRow(gap=16, line_gap=8)
        for part in (self._add_by, self._by_labelled, self._no_day, self._done, self._done_words, self._not_done):
            by.addWidget(part)
        self.column.addLayout(by)

    def title(self) -> str:
        """What did it cost, and what will you do about it?"""
        return self.texts.repair.title.said_to(self.workspace.voice)

    def first_field(self) -> QWidget:
        """What it cost."""
        return self._cost.field

    def show_state(self, state: MissState) -> None:
        """Show what is written and how far the repair is."""
        review = state.review
        self._cost.show_words(review.cost if review else "")
        self._repair.show_words(review.repair if review else "")
        by = review.repair_by if review else None
        done_on = review.repair_done_on if review else None
        if by is not None:
            self._by.fill(by)
        self._add_by.setVisible(by is None and done_on is None)
        self._by_labelled.setVisible(by is not None and done_on is None)
        self._no_day.setVisible(by is not None and done_on is None)
        self._done.setVisible(done_on is None and bool(review and review.repair.strip()))
        self._done_words.setVisible(done_on is not None)
        self._not_done.setVisible(done_on is not None)
        if done_on is not None:
            day = self._dates.long(done_on, self.workspace.today)
            self._done_words.set_text(self.tr("Done on {day}.").format(day=day))

    def save_typing(self) -> None:
        """Both fields."""
        self._cost.flush()
        self._repair.flush()

    def _write_cost(self, words: str) -> None:
        self.visit.do(review_miss, self.commitment_id, self.day, cost=words)

    def _write_repair(self, words: str) -> None:
        self.visit.do(review_miss, self.commitment_id, self.day, repair=words)

    def _plan(self, by: date | None) -> None:
        self.choose(lambda: self.visit.do(plan_repair, self.commitment_id, self.day, by))

    def _mark(self, done_on: date | None) -> None:
        self.choose(lambda: self.visit.do(mark_repaired, self.commitment_id, self.day, done_on))

    def _on_add_by_clicked(self) -> None:
        self._plan(self.workspace.today + SUGGESTED)
        self._by.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_by_edited(self, day: date) -> None:
        self._plan(day)

    def _on_no_day_clicked(self) -> None:
        self._plan(None)
        self._add_by.setFocus()

    def _on_done_clicked(self) -> None:
        self.choose(self.save_typing)
        self._mark(self.workspace.today)
        self._not_done.setFocus()

    def _on_not_done_clicked(self) -> None:
        self._mark(None)
        self._done.setFocus()


class AdjustStep(StepPage):
    """Keep the commitment, make it smaller, move or drop it; and how sure you are now."""

    def __init__(self, workspace: Workspace, commitment_id: str, day: date) -> None:
        super().__init__(workspace, commitment_id, day)
        theme, texts = workspace.theme, self.texts.adjust
        self._options = OptionList(
            theme,
            [ListedOption(adjust.value, texts.options[adjust].label) for adjust in Adjust],
            name="miss_adjust",
            label=texts.title,
        )
        self._options.option_chosen.connect(self._on_option_chosen)
        words = self.tr("Change it in the editor")
        self._editor = Button(theme, words, Kind.LINK, name="miss_editor_button")
        self._editor.clicked.connect(self._on_editor_clicked)
        self._scale = Scale(theme, name="miss_sureness_scale", label=texts.sureness_label)
        self._scale.number_chosen.connect(self._on_number_chosen)
        self.column.addWidget(TextLabel(theme, texts.lead.said_to(workspace.voice), color="ink_2"))
        self.column.addSpacing(4)
        self.column.addWidget(self._options)
        self.column.addWidget(self._editor, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(BETWEEN_FIELDS - 8)
        self.column.addWidget(LabelledField(theme, texts.sureness_label, self._scale))
        self._unsure = TextLabel(theme, texts.unsure, role="small", color="ink_2")
        self.column.addWidget(self._unsure)

    def title(self) -> str:
        """What happens with this commitment?"""
        return self.texts.adjust.title

    def first_field(self) -> QWidget:
        """The four ways."""
        return self._options

    def show_state(self, state: MissState) -> None:
        """Show what is chosen; anything but keeping it leads to the editor, where it takes its notice."""
        review = state.review
        adjust = review.adjust if review else None
        self._options.set_chosen(adjust.value if adjust else None)
        self._editor.setVisible(adjust in LEADS_TO_EDITOR)
        sureness = review.sureness if review else None
        self._scale.set_number(sureness)
        self._unsure.setVisible(is_unsure(sureness, None) and adjust not in LEADS_TO_EDITOR)

    def _on_option_chosen(self, value: str) -> None:
        self.choose(lambda: self.visit.do(review_miss, self.commitment_id, self.day, adjust=Adjust(value)))

    def _on_number_chosen(self, number: int) -> None:
        self.choose(lambda: self.visit.do(_say_how_sure, self.commitment_id, self.day, number))

    def _on_editor_clicked(self) -> None:
        self.go_requested.emit(Destination("commitment", self.commitment_id))


def _say_how_sure(unit: UnitOfWork, now: Now, commitment_id: str, day: date, number: int) -> None:
    """What is said after a miss stands with it, and at the commitment."""
    review_miss(unit, now, commitment_id, day, sureness=number)
    answer_sureness(unit, now, commitment_id, number, None, AskedIn.MISS)
