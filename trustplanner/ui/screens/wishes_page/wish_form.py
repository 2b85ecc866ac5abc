"""The fields of one wish: the words, whose they are, when they were heard; of a limit its topic and for how long."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.wishes import LONGEST_TOPIC, WishWords
from trustplanner.content.texts import Voice
from trustplanner.content.wishes import WishesWords
from trustplanner.domain.commitments import LONGEST_SENTENCE
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.path import Whose
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.screens.wishes_page.entry_column import Typed

_FIELD_GAP: Final = 12
_NOTE_GAP: Final = 4
_FIRST_SPAN: Final = timedelta(weeks=4)


class WishForm(QWidget):
    """Enter keeps, Esc leaves. `deleted` is offered for one that is one's own to delete."""

    edited = Signal()
    kept = Signal()
    left = Signal()
    deleted = Signal()

    def __init__(self, theme: Theme, kind: WishKind, words: WishesWords, voice: Voice, today: date) -> None:
        super().__init__()
        self._is_limit = kind is WishKind.NOT_WANTED
        name = f"wishes_{kind.value}"
        self._line = WordsLine(theme, name=f"{name}_field", most=LONGEST_SENTENCE)
        self._words = LabelledField(theme, words.words_label, self._line)
        said = SegmentOption(Whose.SAID, words.said.said_to(voice), "theirs")
        options = [said, SegmentOption(Whose.GUESS, self.tr("I guess"))]
        self._whose = SegmentedControl(theme, options, name=f"{name}_whose_segment", label=self.tr("Whose words"))
        self._heard = DateField(theme, name=f"{name}_heard_field")
        self._topic = WordsLine(theme, name=f"{name}_topic_field", most=LONGEST_TOPIC)
        self._until_switch = Switch(theme, self.tr("Until a day"), name=f"{name}_until_switch", is_track_first=True)
        self._until = DateField(theme, name=f"{name}_until_field")
        self._until.setAccessibleName(self.tr("Until"))
        self.keep_button = Button(theme, self.tr("Write it down"), Kind.NORMAL, name=f"{name}_keep_button")
        self._leave_button = Button(theme, self.tr("Cancel"), Kind.QUIET, name=f"{name}_leave_button")
        self._delete_button = Button(theme, self.tr("Delete"), Kind.QUIET, name=f"{name}_delete_button")
        self._lay_out(theme, words)
        self._fill_new(today)
        self._connect()
        self.setFocusProxy(self._line)

    def _fill_new(self, today: date) -> None:
        self._heard.set_limits(EARLIEST_DAY, today)
        self._heard.fill(today)
        self._until.set_limits(EARLIEST_DAY, LATEST_DAY)
        self._until.fill(today + _FIRST_SPAN)
        self._whose.set_chosen(Whose.SAID)
        self._until.hide()
        self._delete_button.hide()

    def _lay_out(self, theme: Theme, words: WishesWords) -> None:
        layout = column(self, spacing=_FIELD_GAP)
        layout.addWidget(self._words)
        heard = WrappingRow(gap=12)
        heard.addWidget(self._whose)
        heard.addWidget(self._heard)
        self._heard.setAccessibleName(self.tr("Heard on"))
        layout.addLayout(heard)
        self._limit = QWidget()
        limit = column(self._limit, spacing=_FIELD_GAP)
        topic = column(spacing=_NOTE_GAP)
        topic.addWidget(LabelledField(theme, words.topic_label, self._topic))
        topic.addWidget(TextLabel(theme, words.topic_note, "small", "ink_2"))
        limit.addLayout(topic)
        until = WrappingRow(gap=12)
        until.addWidget(self._until_switch)
        until.addWidget(self._until)
        limit.addLayout(until)
        layout.addWidget(self._limit)
        self._limit.setVisible(self._is_limit)  # now that it is part of this; before it would be a window
        buttons = WrappingRow()
        for button in (self.keep_button, self._leave_button, self._delete_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for line in (self._line, self._topic):
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self.kept)
        self._whose.option_chosen.connect(self._on_edited)
        self._heard.edited.connect(self._on_edited)
        self._until.edited.connect(self._on_edited)
        self._until_switch.switched.connect(self._on_until_switched)
        self.keep_button.clicked.connect(self.kept)
        self._leave_button.clicked.connect(self.left)
        self._delete_button.clicked.connect(self.deleted)

    # --- what is in the fields

    def fill_from(self, wish: Wish, *, is_deletable: bool) -> None:
        """Show a wish as it is."""
        self._line.fill(wish.words)
        self._line.end(False)
        self._topic.fill(wish.about)
        self._whose.set_chosen(Whose.GUESS if wish.is_guess else Whose.SAID)
        self._heard.fill(wish.heard_on)
        self._show_until(wish.until)
        self.keep_button.set_words(self.tr("Keep the change"))
        self._delete_button.setVisible(is_deletable)

    def written(self) -> WishWords:
        """What is to be kept."""
        for field in (self._heard, self._until):
            field.interpretText()
        return WishWords(
            words=self._line.words(),
            about=self._topic.words(),
            until=self._until.day() if self._until_switch.is_on else None,
            is_guess=self._whose.chosen == Whose.GUESS,
            heard_on=self._heard.day(),
        )

    def typed(self) -> Typed:
        """Every field."""
        until = self._until.day().isoformat() if self._until_switch.is_on else ""
        return {
            "words": self._line.text(),
            "about": self._topic.text(),
            "whose": self._whose.chosen,
            "heard": self._heard.day().isoformat(),
            "until": until,
        }

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._line.fill(str(typed["words"]))
        self._topic.fill(str(typed["about"]))
        self._whose.set_chosen(Whose(typed["whose"]))
        self._heard.fill(date.fromisoformat(typed["heard"]))
        self._show_until(date.fromisoformat(typed["until"]) if typed["until"] else None)

    def has_words(self) -> bool:
        """Whether anything is written."""
        return bool(self._line.words())

    def show_sentence(self, sentence: str) -> None:
        """Say at the words what is wrong."""
        self._words.show_sentence(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_until(self, until: date | None) -> None:
        self._until_switch.set_on(until is not None)
        self._until.setVisible(until is not None)
        if until is not None:
            self._until.fill(until)

    def _on_until_switched(self) -> None:
        self._until.setVisible(self._until_switch.is_on)
        self._on_edited()

    def _on_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()
