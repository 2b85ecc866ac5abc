"""The log of openness: laid open by one's own choice, for a while, never location, messages, accounts or phones."""

from typing import Final, cast

from PySide6.QtCore import QObject

from trustplanner.actions import offers
from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.offers import Offer, OfferAnswer
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.offers import offers as every_offer
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.wishes_page.entry_column import ROW_GAP, ColumnHead, EntryColumn, EntryForm
from trustplanner.ui.screens.wishes_page.offer_form import OfferForm
from trustplanner.ui.screens.wishes_page.offer_row import OfferRow
from trustplanner.ui.screens.wishes_page.part import Part, shortened

CODE: Final = "offer"
_ABOUT_DAYS: Final = frozenset({Code.OFFER_TOO_LONG, Code.DATE_IMPOSSIBLE})


class OffersPart(Part):
    """Nothing new is laid open without contact, nor while something goes on or is hidden; the log stays readable."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(workspace, parent)
        self.code = CODE
        self._words = workspace.catalogue.wishes().offers
        self.head = ColumnHead(workspace.theme, self._words.none, self._words.new, "wishes_offer_new_button")
        self.head.new_requested.connect(lambda: self.form_requested.emit(""))
        rows: KeyedColumn[Offer, OfferRow] = KeyedColumn(
            lambda offer: offer.id, self._make_row, self._show_row, spacing=ROW_GAP
        )
        self.entry_column = EntryColumn(self.head, rows)

    @property
    def may_add(self) -> bool:
        """Whether anything may be laid open now."""
        return self.workspace.voice.contact is not Contact.NONE and not self._is_ending

    @property
    def _is_ending(self) -> bool:
        safety = self.workspace.safety
        return safety is not None and safety.ending

    def refresh(self) -> None:
        """The newest first."""
        voice, words = self.workspace.voice, self._words
        found = self.workspace.read(every_offer)
        self.entries = {offer.id: offer for offer in found}
        self.head.title.set_text(words.title.said_to(voice))
        self.head.note.set_text((words.closed if self._is_ending else words.lead).said_to(voice))
        self.head.note.show()
        self.entry_column.show_entries(found, may_add=self.may_add)

    def make_form(self, key: str) -> EntryForm:
        """The form of one."""
        form = OfferForm(self.workspace.theme, self._words, self.workspace.today)
        if key:
            form.fill_from(self.entries[key])
        return form

    def keep(self, key: str, form: EntryForm) -> None:
        """Write an offer down, or change it."""
        terms = cast("OfferForm", form).terms()
        if key:
            self.workspace.do(self.tr("change of an openness"), offers.change_offer, key, terms)
        else:
            self.workspace.do(self.tr("new openness"), offers.make_offer, terms)

    def delete(self, key: str) -> bool:
        """Take one out of the log."""
        return self.workspace.attempt(self.tr("deletion of an openness"), offers.delete_offer, key) is not None

    def show_error(self, form: EntryForm, error: KnownError) -> None:
        """At the days what is wrong with them, everything else at the words."""
        if error.code in _ABOUT_DAYS:
            cast("OfferForm", form).show_sentence_at_days(self.workspace.sentence_for(error))
        else:
            super().show_error(form, error)

    def _make_row(self, offer: Offer) -> OfferRow:
        row = OfferRow(self.workspace.theme, offer, self._words)
        row.change_requested.connect(self.form_requested)
        row.take_back_requested.connect(self._on_take_back_requested)
        row.answer_chosen.connect(self._on_answer_chosen)
        return row

    def _show_row(self, row: OfferRow, offer: Offer) -> None:
        row.show_offer(offer, self.workspace.today, may_change=self.may_add)

    def _on_answer_chosen(self, key: str, answer: str) -> None:
        label = self.tr("what became of an openness")
        if self.workspace.attempt(label, offers.note_answer, key, OfferAnswer(answer)) is not None:
            self.workspace.recorded.emit(self.tr("Recorded."))
        else:
            self.refresh()

    def _on_take_back_requested(self, key: str) -> None:
        done = self.workspace.attempt(self.tr("taking back of an openness"), offers.take_back, key)
        if done is not None:
            words = self.tr("Taken back: “{words}”.")
            self.workspace.recorded.emit(words.format(words=shortened(done.result.words)))
