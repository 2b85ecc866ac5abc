"""One offer of openness in the log: what lies open, until when, what became of it."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal

from trustplanner.actions.offers import has_ended
from trustplanner.content.wishes import OffersWords
from trustplanner.domain.offers import Offer, OfferAnswer
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.wishes_page.entry_column import EntryRow

_LINK_GAP: Final = 18
_LINE_GAP: Final = 2


class OfferRow(EntryRow):
    """`answer_chosen` carries the id and the value of an `OfferAnswer`, the other signals the id."""

    answer_chosen = Signal(str, str)
    take_back_requested = Signal(str)
    change_requested = Signal(str)

    def __init__(self, theme: Theme, offer: Offer, words: OffersWords) -> None:
        super().__init__()
        self._id = offer.id
        self._dates = DateWords()
        self._words = TextLabel(theme, "", "promise")
        self._days = TextLabel(theme, "", "small", "ink_2")
        self._note = TextLabel(theme, "", "small", "ink_2")
        options = [SegmentOption(answer, words.answers[answer]) for answer in OfferAnswer]
        name = f"wishes_offer_{{}}_{offer.id}"
        self._answer = SegmentedControl(
            theme, options, name=name.format("answer"), label=words.answer_title, is_low=True
        )
        self._answer.option_chosen.connect(lambda value: self.answer_chosen.emit(self._id, value))
        self._take_back = Button(theme, self.tr("Take it back"), Kind.LINK, name=f"{name.format('take_back')}_button")
        self._take_back.clicked.connect(lambda: self.take_back_requested.emit(self._id))
        self._change = Button(theme, self.tr("Change"), Kind.LINK, name=f"{name.format('change')}_button")
        self._change.clicked.connect(lambda: self.change_requested.emit(self._id))
        layout = column(self.reading, spacing=_LINE_GAP)
        for part in (self._words, self._days, self._note):
            layout.addWidget(part)
        layout.addSpacing(_LINE_GAP)
        line = WrappingRow(gap=_LINK_GAP, line_gap=0)
        for each in (self._answer, self._take_back, self._change):
            line.addWidget(each)
        layout.addLayout(line)

    def show_offer(self, offer: Offer, today: date, *, may_change: bool) -> None:
        """Show it as it is now."""
        is_over = has_ended(offer, today)
        self._words.set_text(offer.words)
        self._words.set_color("ink_2" if is_over else "ink")
        self._days.set_text(self._days_in_words(offer, today))
        self._note.set_text(offer.note)
        self._note.setVisible(bool(offer.note))
        self._answer.set_chosen(offer.answer)
        self._take_back.setVisible(not is_over)
        self._change.setVisible(may_change and not is_over)
        for link in (self._take_back, self._change):
            link.setAccessibleDescription(offer.words)

    def _days_in_words(self, offer: Offer, today: date) -> str:
        day = self._dates.short
        since = self.tr("Since {day}.").format(day=day(offer.offered_on, today))
        if offer.taken_back_on is not None:
            return f"{since} {self.tr('Taken back on {day}.').format(day=day(offer.taken_back_on, today))}"
        if offer.ends_on < today:
            return f"{since} {self.tr('It ended on {day}.').format(day=day(offer.ends_on, today))}"
        words = f"{since} {self.tr('Until {day}.').format(day=day(offer.ends_on, today))}"
        if offer.review_on is None:
            return words
        to_come, passed = self.tr("Looked at again on {day}."), self.tr("It was to be looked at on {day}.")
        looked = to_come if offer.review_on >= today else passed
        return f"{words} {looked.format(day=day(offer.review_on, today))}"
