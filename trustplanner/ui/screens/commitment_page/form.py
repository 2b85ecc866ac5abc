"""All fields of the editor in their rows, each with its question in the margin."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.content.commitments import Quality
from trustplanner.content.texts import Voice
from trustplanner.domain.harms import Harm
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_page.beginning_fields import Active, BeginningFields
from trustplanner.ui.screens.commitment_page.margin import EditorPage, MarginQuestion
from trustplanner.ui.screens.commitment_page.promise_fields import EventField, SoThatField, WillField
from trustplanner.ui.screens.commitment_page.schedule_fields import ScheduleFields
from trustplanner.ui.screens.commitment_page.surrounding_fields import (
    AskedByFields,
    IfThenFields,
    LineSwitch,
    ReviewField,
    SignField,
    SmallestField,
    SurenessFields,
)
from trustplanner.ui.screens.commitment_page.title_field import TitleField
from trustplanner.ui.screens.commitment_page.typed import Typed


class CommitmentForm(EditorPage):
    """Shows a `Typed` and gives it back as it stands. `edited` follows every change by a person.

    `above` is room between the title and the promise, for what is to be known before writing.
    """

    edited = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._quality = catalogue.commitment_quality()
        refusal = catalogue.tracking_refusal()
        self.title = TitleField(theme, refusal)
        self.will = WillField(theme, refusal, self._quality.brackets_left)
        self.so_that = SoThatField(theme, refusal)
        self.occasion = EventField(theme)
        self.schedule = ScheduleFields(theme)
        self.beginning = BeginningFields(theme, self._quality.three_active)
        self.if_then = IfThenFields(theme, refusal)
        self.sign = SignField(theme, refusal)
        self.asked_by = AskedByFields(theme)
        self.sureness = SurenessFields(theme, catalogue.sureness())
        self.smallest = SmallestField(theme, refusal)
        self.review = ReviewField(theme)
        self.line = LineSwitch(theme)
        self.delete_button = Button(theme, self.tr("Delete it"), Kind.LINK, name="commitment_delete_button")
        self._ending = QWidget()
        WrappingRow(self._ending).addWidget(self.delete_button)
        self.above = QWidget()
        self.above_layout = column(self.above, spacing=10)
        # Every line that binds as the promise does, and is refused where it would watch somebody.
        promised = (self.title, self.will, self.so_that, self.if_then, self.sign, self.smallest)
        self.tracked = tuple(fields.tracked for fields in promised)
        self._questions: dict[Quality, MarginQuestion] = {}
        self._voice: Voice | None = None
        self._add_rows(theme)
        self._connect()

    def _add_rows(self, theme: Theme) -> None:
        self.add_row(self.title)
        self.add_row(self.above)
        for fields, quality in (
            (self.will, Quality.WILL),
            (self.so_that, Quality.SO_THAT),
            (self.occasion, Quality.IS_EVENT),
            (self.schedule, Quality.WHEN),
            (self.beginning, None),
            (self.if_then, Quality.IF_THEN),
            (self.sign, Quality.HOW_KNOWN),
            (self.asked_by, Quality.ASKED_BY),
            (self.sureness, Quality.SURENESS),
            (self.smallest, Quality.SMALLEST),
            (self.review, Quality.REVIEW_ON),
            (self.line, Quality.IS_LINE),
        ):
            question = None
            if quality is not None:
                has_label = quality not in (Quality.IS_EVENT, Quality.REVIEW_ON, Quality.IS_LINE)
                question = self._questions[quality] = MarginQuestion(theme, is_below_label=has_label)
            self.add_row(fields, question, self.will.tracked if fields is self.will else None)
        self.add_row(self._ending)

    def _connect(self) -> None:
        self.occasion.switched.connect(self._on_event_switched)
        self.will.edited.connect(self._ask_all)
        self.smallest.edited.connect(lambda: self.sureness.show_smallest(self.smallest.tracked.line.text()))
        for fields in (
            self.title, self.will, self.so_that, self.schedule, self.beginning, self.if_then, self.sign, self.asked_by,
            self.sureness, self.smallest, self.review, self.line,
        ):  # fmt: skip
            fields.edited.connect(self.edited)

    # --- what it shows

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about; asks the questions in the margin."""
        self._voice = voice
        for line in self.tracked:
            line.say_to(voice)
        for fields in (self.so_that, self.sign, self.asked_by):
            fields.say_to(voice)
        self._ask_all()

    def offer(self, harms: Sequence[Harm], active: list[Active], *, has_place: bool, today: date) -> None:
        """What can be chosen: the harms, and which older one may wait instead."""
        self.sureness.show_harms(harms)
        self.beginning.show_active(active, has_place=has_place, today=today)

    def fill(self, typed: Typed, today: date) -> None:
        """Show what is typed."""
        for fields in (
            self.title, self.will, self.so_that, self.occasion, self.schedule, self.beginning, self.if_then, self.sign,
            self.sureness, self.smallest, self.review, self.line,
        ):  # fmt: skip
            fields.fill(typed)
        self.asked_by.fill(typed, today)
        self._ask_all()

    def take(self, typed: Typed) -> Typed:
        """`typed` with everything that stands here now."""
        for fields in (
            self.title, self.will, self.so_that, self.schedule, self.occasion, self.beginning, self.if_then, self.sign,
            self.asked_by, self.sureness, self.smallest, self.review, self.line,
        ):  # fmt: skip
            typed = fields.take(typed)
        return typed

    def show_kind(self, *, is_new: bool, is_deletable: bool, is_ended: bool) -> None:
        """A new one is asked when it begins; one that has asked for nothing yet can be deleted.

        Of one that has ended the promise can no longer be changed.
        """
        self.beginning.setVisible(is_new)
        self._ending.setVisible(is_deletable)
        for fields in (self.will, self.so_that, self.occasion, self.schedule):
            fields.setEnabled(not is_ended)

    def _ask_all(self) -> None:
        """Ask in the margin what fits what is written now."""
        if self._voice is None:
            return
        for quality, question in self._questions.items():
            asked = self.will.question() if quality is Quality.WILL else quality
            question.ask(self._quality.questions[asked], self._voice)
        # What is asked about every day needs no day to be named.
        self.show_question(self._questions[Quality.WHEN], is_wanted=not self.occasion.is_on)

    def _on_event_switched(self) -> None:
        is_event = self.occasion.is_on
        self.will.show_occasion(is_shown=is_event)
        self.schedule.show_event(is_event=is_event)
        self._ask_all()
        self.edited.emit()


def note(theme: Theme) -> TextLabel:
    """A quiet line between the title and the promise; hidden while there is nothing to say."""
    label = TextLabel(theme, "", "small", "ink_2")
    label.hide()
    return label
