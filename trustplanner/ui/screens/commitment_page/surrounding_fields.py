"""What stands beside the promise: the plan for a hard moment, the sign, who asked, how sure, when it is looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.commitments import TrackingRefusal
from trustplanner.content.sureness import SurenessWords
from trustplanner.content.texts import Voice
from trustplanner.domain.commitments import LONGEST_SENTENCE, AskedBy
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.harms import Harm
from trustplanner.domain.plans import Contact
from trustplanner.domain.sureness import WorstDay
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.paired_row import PairedRow
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.tracked_line import TrackedLine
from trustplanner.ui.kit.worst_day_field import WorstDayField, is_unsure
from trustplanner.ui.screens.commitment_page.typed import Typed

_LABEL_GAP: Final = 6
_LONGEST_HARM: Final = 60  # characters of a harm in the list
_NO_HARM: Final = ""


class IfThenFields(QWidget):
    """ "If ..., then I will ...". The cue may name an urge to look; what is done then watches nobody."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal) -> None:
        super().__init__()
        self._if_field = SentenceField(theme, name="commitment_if_field", most=LONGEST_SENTENCE)
        self.tracked = TrackedLine(theme, self.tr("then I will"), refusal, name="commitment_then_field")
        column(self).addWidget(PairedRow(theme, LabelledField(theme, self.tr("If"), self._if_field), self.tracked))
        self._if_field.textEdited.connect(self.edited)
        self.tracked.edited.connect(self.edited)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._if_field.fill(typed.if_cue)
        self.tracked.fill(typed.then_action)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, if_cue=self._if_field.text(), then_action=self.tracked.line.text())


class SignField(QWidget):
    """How they would know, without asking; where contact is not welcome, how it can be seen."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal) -> None:
        super().__init__()
        self.tracked = TrackedLine(theme, "", refusal, name="commitment_sign_field")
        column(self).addWidget(self.tracked)
        self.tracked.edited.connect(self.edited)
        self.setFocusProxy(self.tracked)

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about."""
        if voice.contact is Contact.NONE:
            words = self.tr("How it can be seen")
        else:
            words = self.tr("How {name} would know, without asking").format(name=voice.name)
        self.tracked.label.label.set_text(words)
        self.tracked.line.setAccessibleName(words)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self.tracked.fill(typed.sign)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, sign=self.tracked.line.text())


class AskedByFields(QWidget):
    """Who asked for it, and on which day if that is known."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._who_combo = ComboField(theme, name="commitment_asked_combo")
        self._day_switch = Switch(
            theme, self.tr("On a day I know"), name="commitment_asked_on_switch", is_track_first=True
        )
        self._day_field = DateField(theme, name="commitment_asked_on_field")
        self._day_field.setAccessibleName(self.tr("Asked for on"))
        layout = column(self)
        layout.addWidget(TextLabel(theme, self.tr("Who asked for it"), "label", "ink_2"))
        layout.addSpacing(_LABEL_GAP)
        self._who_combo.setAccessibleName(self.tr("Who asked for it"))
        line = WrappingRow(gap=16)
        for field in (self._who_combo, self._day_switch, self._day_field):
            line.addWidget(field)
        layout.addLayout(line)
        self._who_combo.chosen.connect(self._on_anything_edited)
        self._day_switch.switched.connect(self._on_anything_edited)
        self._day_field.edited.connect(self._on_anything_edited)

    def say_to(self, voice: Voice) -> None:
        """Whom the words are about."""
        chosen = self._who_combo.code()
        counsellor = voice.counsellor if voice.has_counsellor else self.tr("My counsellor")
        self._who_combo.set_choices(
            [
                (AskedBy.NOBODY.value, self.tr("Nobody yet")),
                (AskedBy.THEY.value, voice.name),
                (AskedBy.COUNSELLOR.value, counsellor),
                (AskedBy.TOGETHER.value, self.tr("{name} and I together").format(name=voice.name)),
            ]
        )
        self._who_combo.fill(chosen or AskedBy.NOBODY.value)

    def fill(self, typed: Typed, today: date) -> None:
        """Show what is typed; nobody has asked on a day to come."""
        self._who_combo.fill(typed.asked_by)
        self._day_switch.set_on(typed.has_asked_on)
        self._day_field.set_limits(EARLIEST_DAY, today)
        self._day_field.fill(date.fromisoformat(typed.asked_on))
        self._show_what_is_chosen()

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        self._day_field.interpretText()
        return replace(
            typed,
            asked_by=str(self._who_combo.code()),
            has_asked_on=self._day_switch.is_on,
            asked_on=self._day_field.day().isoformat(),
        )

    def _show_what_is_chosen(self) -> None:
        is_asked = self._who_combo.code() != AskedBy.NOBODY
        self._day_switch.setVisible(is_asked)
        self._day_field.setVisible(is_asked and self._day_switch.is_on)

    def _on_anything_edited(self) -> None:
        self._show_what_is_chosen()
        self.edited.emit()


class SurenessFields(QWidget):
    """How sure, from 0 to 10, what could be kept on the worst day, and which hurt it answers.

    Where a smaller promise would be a surer one it says so, with the smallest version beside it; nothing is forced.
    """

    edited = Signal()

    def __init__(self, theme: Theme, words: SurenessWords) -> None:
        super().__init__()
        self._words = words
        self._worst = WorstDayField(theme, words, name="commitment_worst_segment")
        self._unsure = TextLabel(theme, "", "small")
        self._smallest = ""
        sure = self.tr("How sure are you that you can keep it?")
        self._scale = Scale(theme, name="commitment_sureness_scale", label=sure)
        self._harm_combo = ComboField(theme, name="commitment_harm_combo")
        pair = PairedRow(
            theme,
            LabelledField(theme, sure, self._scale),
            LabelledField(theme, self.tr("Which hurt it answers"), self._harm_combo),
            is_even=False,
        )
        layout = column(self, spacing=14)
        layout.addWidget(pair)
        layout.addWidget(self._worst)
        layout.addWidget(self._unsure)
        self._scale.number_chosen.connect(self._on_anything_said)
        self._scale.cleared.connect(self._on_anything_said)
        self._worst.day_chosen.connect(self._on_anything_said)
        self._harm_combo.chosen.connect(self.edited)

    def show_harms(self, harms: Sequence[Harm]) -> None:
        """Offer these; what is chosen stays, unless it is gone."""
        chosen = self._harm_combo.code()
        listed = [(harm.id, _shortened(harm.words)) for harm in harms]
        self._harm_combo.set_choices([(_NO_HARM, self.tr("None of those I wrote down")), *listed])
        self._harm_combo.fill(chosen if chosen in {harm.id for harm in harms} else _NO_HARM)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._scale.set_number(typed.sureness)
        self._worst.show_day(WorstDay(typed.worst_day) if typed.worst_day else None)
        self.show_smallest(typed.smallest)
        offered = {self._harm_combo.itemData(index) for index in range(self._harm_combo.count())}
        self._harm_combo.fill(typed.harm_id if typed.harm_id in offered else _NO_HARM)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(
            typed,
            sureness=self._scale.number,
            worst_day=self._worst.day.value if self._worst.day else "",
            harm_id=str(self._harm_combo.code() or _NO_HARM),
        )

    def show_smallest(self, smallest: str) -> None:
        """Put the smallest version beside what is said of a size that may be too large."""
        self._smallest = smallest.strip()
        is_asked = is_unsure(self._scale.number, self._worst.day)
        lines = [self._words.unsure] if is_asked else []
        if self._smallest and is_asked:
            lines.append(self._words.smallest_beside.said(words=self._smallest))
        elif not self._smallest and (is_asked or self._worst.day is WorstDay.SMALLEST):
            lines.append(self._words.smallest_ask)
        self._unsure.set_text("\n".join(lines))
        self._unsure.setVisible(bool(lines))

    def _on_anything_said(self) -> None:
        self.show_smallest(self._smallest)
        self.edited.emit()


class SmallestField(QWidget):
    """The smallest version that still counts, for a hard day."""

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal) -> None:
        super().__init__()
        label = self.tr("On a hard day, at least")
        self.tracked = TrackedLine(theme, label, refusal, name="commitment_smallest_field")
        column(self).addWidget(self.tracked)
        self.tracked.edited.connect(self.edited)
        self.setFocusProxy(self.tracked)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self.tracked.fill(typed.smallest)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, smallest=self.tracked.line.text())


class ReviewField(QWidget):
    """The day on which it is looked at again."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._switch = Switch(
            theme, self.tr("Looked at again on"), name="commitment_review_switch", is_track_first=True
        )
        self._day_field = DateField(theme, name="commitment_review_field")
        self._day_field.setAccessibleName(self.tr("Looked at again on"))
        self._day_field.set_limits(EARLIEST_DAY, LATEST_DAY)
        line = WrappingRow(gap=12)
        line.addWidget(self._switch)
        line.addWidget(self._day_field)
        column(self).addLayout(line)
        self._switch.switched.connect(self._on_anything_edited)
        self._day_field.edited.connect(self._on_anything_edited)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._switch.set_on(typed.has_review)
        self._day_field.fill(date.fromisoformat(typed.review_on))
        self._day_field.setVisible(typed.has_review)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        self._day_field.interpretText()
        return replace(typed, has_review=self._switch.is_on, review_on=self._day_field.day().isoformat())

    def _on_anything_edited(self) -> None:
        self._day_field.setVisible(self._switch.is_on)
        self.edited.emit()


class LineSwitch(QWidget):
    """Whether it is a line I must not cross."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._switch = Switch(
            theme, self.tr("A line I must not cross"), name="commitment_line_switch", is_track_first=True
        )
        column(self).addWidget(self._switch)
        self._switch.switched.connect(self.edited)

    def fill(self, typed: Typed) -> None:
        """Show what is chosen."""
        self._switch.set_on(typed.is_line)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what is chosen."""
        return replace(typed, is_line=self._switch.is_on)


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST_HARM else f"{one_line[: _LONGEST_HARM - 1].rstrip()}…"
