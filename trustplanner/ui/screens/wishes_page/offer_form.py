"""The fields of one offer of openness: what lies open, until when, when it is looked at again."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.offers import OfferTerms, last_possible_day
from trustplanner.content.wishes import OffersWords
from trustplanner.domain.commitments import LONGEST_SENTENCE
from trustplanner.domain.days import LATEST_DAY
from trustplanner.domain.offers import Offer
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.screens.wishes_page.entry_column import Typed

_FIELD_GAP: Final = 12
_NOTE_GAP: Final = 4
_FIRST_SPAN: Final = timedelta(weeks=4)
_FIRST_REVIEW: Final = timedelta(weeks=2)
_NAME: Final = "wishes_offer"


class OfferForm(QWidget):
    """Enter keeps, Esc leaves."""

    edited = Signal()
    kept = Signal()
    left = Signal()
    deleted = Signal()

    def __init__(self, theme: Theme, words: OffersWords, today: date) -> None:
        super().__init__()
        self._line = WordsLine(theme, name=f"{_NAME}_field", most=LONGEST_SENTENCE)
        self._words = LabelledField(theme, words.words_label, self._line)
        self._ends = DateField(theme, name=f"{_NAME}_ends_field")
        self._ends_field = LabelledField(theme, self.tr("Until"), self._ends)
        self._review_switch = Switch(
            theme, self.tr("Look at it again on"), name=f"{_NAME}_review_switch", is_track_first=True
        )
        self._review = DateField(theme, name=f"{_NAME}_review_field")
        self._review.setAccessibleName(self.tr("Look at it again on"))
        self._note = WordsLine(theme, name=f"{_NAME}_note_field", most=LONGEST_SENTENCE)
        self._keep_button = Button(theme, self.tr("Write it down"), Kind.NORMAL, name=f"{_NAME}_keep_button")
        self._leave_button = Button(theme, self.tr("Cancel"), Kind.QUIET, name=f"{_NAME}_leave_button")
        self._delete_button = Button(theme, self.tr("Delete"), Kind.QUIET, name=f"{_NAME}_delete_button")
        self._lay_out(theme, words)
        self._fill_days(today, today + _FIRST_SPAN, today + _FIRST_REVIEW)
        self._delete_button.hide()
        self._connect()
        self.setFocusProxy(self._line)

    def _fill_days(self, offered_on: date, ends_on: date, review_on: date | None) -> None:
        # A day that is too far can be typed, so that it can be said what is wrong with it.
        for field in (self._ends, self._review):
            field.set_limits(offered_on, LATEST_DAY)
        self._ends.fill(min(ends_on, last_possible_day(offered_on)))
        self._show_review(review_on)
        if review_on is None:
            self._review.fill(min(offered_on + _FIRST_REVIEW, ends_on))

    def _lay_out(self, theme: Theme, words: OffersWords) -> None:
        layout = column(self, spacing=_FIELD_GAP)
        what = column(spacing=_NOTE_GAP)
        what.addWidget(self._words)
        what.addWidget(TextLabel(theme, words.rules, "small", "ink_2"))
        layout.addLayout(what)
        layout.addWidget(self._ends_field)
        review = WrappingRow(gap=12)
        review.addWidget(self._review_switch)
        review.addWidget(self._review)
        layout.addLayout(review)
        layout.addWidget(LabelledField(theme, self.tr("A note, if you like"), self._note))
        buttons = WrappingRow()
        for button in (self._keep_button, self._leave_button, self._delete_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for line in (self._line, self._note):
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self.kept)
        for field in (self._ends, self._review):
            field.edited.connect(self._on_edited)
        self._review_switch.switched.connect(self._on_review_switched)
        self._keep_button.clicked.connect(self.kept)
        self._leave_button.clicked.connect(self.left)
        self._delete_button.clicked.connect(self.deleted)

    # --- what is in the fields

    def fill_from(self, offer: Offer) -> None:
        """Show an offer as it is."""
        self._line.fill(offer.words)
        self._line.end(False)
        self._note.fill(offer.note)
        self._fill_days(offer.offered_on, offer.ends_on, offer.review_on)
        self._keep_button.set_words(self.tr("Keep the change"))
        self._delete_button.show()

    def terms(self) -> OfferTerms:
        """What is to be kept."""
        for field in (self._ends, self._review):
            field.interpretText()
        review_on = self._review.day() if self._review_switch.is_on else None
        return OfferTerms(self._line.words(), self._ends.day(), review_on, self._note.words())

    def typed(self) -> Typed:
        """Every field."""
        return {
            "words": self._line.text(),
            "ends": self._ends.day().isoformat(),
            "review": self._review.day().isoformat() if self._review_switch.is_on else "",
            "note": self._note.text(),
        }

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._line.fill(str(typed["words"]))
        self._note.fill(str(typed["note"]))
        self._ends.fill(date.fromisoformat(typed["ends"]))
        self._show_review(date.fromisoformat(typed["review"]) if typed["review"] else None)

    def has_words(self) -> bool:
        """Whether anything is written."""
        return bool(self._line.words())

    def show_sentence(self, sentence: str) -> None:
        """Say at the words what is wrong."""
        self._words.show_sentence(sentence)
        self._ends_field.show_sentence("")

    def show_sentence_at_days(self, sentence: str) -> None:
        """Say at the days what is wrong with them."""
        self._ends_field.show_sentence(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_review(self, review_on: date | None) -> None:
        self._review_switch.set_on(review_on is not None)
        self._review.setVisible(review_on is not None)
        if review_on is not None:
            self._review.fill(review_on)

    def _on_review_switched(self) -> None:
        self._review.setVisible(self._review_switch.is_on)
        self._on_edited()

    def _on_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()
