"""Events: what happened on which day, newest first, each with its private note."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.events import add_event, change_event, delete_event
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.plans import questions_are_due
from trustplanner.storage.queries.events import events
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page.event_form import EventForm
from trustplanner.ui.screens.dates_page.event_row import EventRow
from trustplanner.ui.screens.dates_page.section import ROW_GAP, RowWithForm, Section

BELOW_BANNER: Final = 12


class EventsSection(Section):
    """Disclosures, apologies and setbacks.

    A setback brings the private questions back: it is said where the setback was written down, with a way there, which
    `questions_requested` carries. Nobody is led there without asking. `acts_requested` carries the setback whose five
    acts are wanted.
    """

    questions_requested = Signal()
    acts_requested = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._words = workspace.catalogue.dates().events
        super().__init__(workspace, self._words.title, "", "dates_add_event_button", parent)
        self._add_button.set_words(self.tr("Write down an event"))
        self._names = event_names(self)
        self._banner = Banner(
            workspace.theme, self._words.setback_banner, link=self.tr("Answer them now"), name="dates_setback_banner"
        )
        self._banner.link_activated.connect(self.questions_requested)
        self._above = QWidget()
        above = column(self._above)
        above.addWidget(self._banner)
        above.addSpacing(BELOW_BANNER)
        self._content.addWidget(self._above)
        self._rows = KeyedColumn[Event, EventRow](
            lambda event: event.id, self._make_row, self._show_row, spacing=ROW_GAP
        )
        self._content.addWidget(self._rows.widget)
        self._none = TextLabel(workspace.theme, self._words.none, "body", "ink_2")
        self._content.addWidget(self._none)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down."""
        return not self._rows.all()

    def refresh(self) -> None:
        """Show the events as they are."""
        happened = tuple(reversed(self.workspace.read(events)))
        self._rows.show_things(happened)
        self._none.setVisible(not happened)
        self._above.setVisible(self._setback_brings_questions(happened))
        self._close_form_unless({event.id for event in happened})

    def _setback_brings_questions(self, happened: tuple[Event, ...]) -> bool:
        """Whether the private questions are back because of a setback, and not because of the time."""
        newest = max((event.created_at for event in happened if event.kind is EventKind.SETBACK), default=None)
        safety, today = self.workspace.safety, self.workspace.today
        return questions_are_due(safety, newest, today) and not questions_are_due(safety, None, today)

    def open(self, key: str) -> None:
        """Open the form of an event, or of a new one today."""
        event = next((event for event in self.workspace.read(events) if event.id == key), None)
        if key and event is None:
            self.workspace.refused.emit(RuleError(Code.NOT_FOUND))
            return
        form = EventForm(self.workspace.theme, key, self._words, self._names)
        if event is None:
            form.fill_new(self.workspace.today)
        else:
            form.fill_from(event)
        form.acts_wanted.connect(self._on_acts_wanted)
        self._take_form(form, form)

    def _make_row(self, event: Event) -> EventRow:
        row = EventRow(self.workspace.theme, event.id)
        row.change_requested.connect(self.open)
        row.acts_requested.connect(self.acts_requested)
        row.delete_requested.connect(self._on_delete_requested)
        return row

    def _show_row(self, row: EventRow, event: Event) -> None:
        row.show_event(event, self._names[event.kind], DateWords().long(event.day, self.workspace.today))

    def _row_of(self, key: str) -> RowWithForm | None:
        return self._rows.of(key)

    def _keep(self) -> None:
        self._keep_event()

    def _on_acts_wanted(self) -> None:
        kept = self._keep_event()
        if kept:
            self.acts_requested.emit(kept)

    def _keep_event(self) -> str:
        """Keep what is in the form; returns the event, or nothing where a rule says no."""
        form = self.form
        if not isinstance(form, EventForm):
            return ""
        kind = form.kind()
        if kind is None:
            form.show_kind_missing(self.tr("Choose what it was."))
            return ""
        try:
            if form.subject:
                label, said = self.tr("change of an event"), self.tr("Changed: {event}, {day}.")
                done = self.workspace.do(label, change_event, form.subject, form.day(), kind, form.words())
            else:
                label, said = self.tr("new event"), self.tr("Written down: {event}, {day}.")
                done = self.workspace.do(label, add_event, form.day(), kind, form.words())
        except KnownError as error:
            form.show_sentence(self.workspace.sentence_for(error))
            return ""
        day = DateWords().long(form.day(), self.workspace.today)
        self.close_form()
        self.workspace.recorded.emit(said.format(event=self._names[kind], day=day))
        return done.result.id

    def _on_delete_requested(self, key: str) -> None:
        if self.workspace.attempt(self.tr("deleted event"), delete_event, key) is not None:
            self.focus_add_button()
            self.workspace.recorded.emit(self.tr("Deleted: the event and its note."))


def event_names(context: QObject) -> dict[EventKind, str]:
    """What each kind of event is called."""
    return {
        EventKind.DISCLOSURE: context.tr("Disclosure"),
        EventKind.APOLOGY: context.tr("Apology offered"),
        EventKind.SETBACK: context.tr("Setback"),
    }
