"""What they say about a commitment, noted as it was heard. Nobody is asked why, and nothing is offered instead."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions.responses import hear_response
from trustplanner.domain.commitments import LONGEST_SENTENCE, Commitment
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.errors import KnownError
from trustplanner.domain.responses import Response, response_of
from trustplanner.storage.queries.responses import every_response
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.fields import LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace

RESPONSE_SHEET: Final = "response_sheet"
_FIELD_GAP: Final = 14


class ResponseSheet(DraftSheet):
    """Shows what was noted before, and writes what is noted now. "Please stop" ends the commitment with it."""

    def __init__(self, workspace: Workspace, window: QWidget, commitment: Commitment) -> None:
        words, voice, theme = workspace.catalogue.responses(), workspace.voice, workspace.theme
        title = words.title.said_to(voice)
        super().__init__(workspace, window, title, SheetName(RESPONSE_SHEET, commitment.id))
        self._commitment = commitment
        self._words = words
        name = RESPONSE_SHEET
        options = [
            ListedOption(response.value, option.label.said_to(voice)) for response, option in words.options.items()
        ]
        self._options = OptionList(theme, options, name=f"{name}_options", label=title)
        self._stop_note = TextLabel(theme, words.please_stop_note, "small", "ink")
        label = words.words_label.said_to(voice)
        self._words_field = WordsLine(theme, name=f"{name}_words_field", most=LONGEST_SENTENCE)
        self._day_switch = Switch(theme, words.day_switch, name=f"{name}_day_switch", is_track_first=True)
        self._day_field = DateField(theme, name=f"{name}_day_field")
        self._day_field.setAccessibleName(words.day_label)
        self._day_field.set_limits(EARLIEST_DAY, workspace.today)
        self._notice = NoticeLine(theme)
        self._note = Button(theme, "", Kind.PRIMARY, name=f"{name}_note_button")
        self._fill_known()
        self._lay_out(label)
        self._connect()
        self._show_what_is_chosen()

    def _fill_known(self) -> None:
        known = response_of(self._workspace.read(every_response), self._commitment.id)
        self._day_field.fill(self._workspace.today)
        if known is not None:
            self._options.set_chosen(known.response.value)
            self._words_field.fill(known.words)
            self._day_switch.set_on(known.heard_on is not None)
            self._day_field.fill(known.heard_on or self._workspace.today)

    def _lay_out(self, label: str) -> None:
        theme, voice = self._workspace.theme, self._workspace.voice
        self.body.setSpacing(_FIELD_GAP)
        day = WrappingRow(gap=12)
        day.addWidget(self._day_switch)
        day.addWidget(self._day_field)
        for part in (
            TextLabel(theme, self._commitment.title, "strong"),
            TextLabel(theme, self._words.note.said_to(voice), "small", "ink_2"),
            self._options,
            self._stop_note,
            LabelledField(theme, label, self._words_field),
        ):
            self.body.addWidget(part)
        self.body.addLayout(day)
        self.body.addWidget(self._notice)
        self.add_button(self._note)
        leave = self.tr("Leave it as it is")
        self.set_far_button(Button(theme, leave, Kind.QUIET, name=f"{RESPONSE_SHEET}_leave_button"))

    def _connect(self) -> None:
        self._options.option_chosen.connect(self._on_anything_chosen)
        self._day_switch.switched.connect(self._on_anything_chosen)
        self._day_field.edited.connect(self._autosave.touch)
        self._note.clicked.connect(self._on_note_clicked)

    def typed(self) -> Typed:
        """What is chosen and typed."""
        return {
            "response": self._options.chosen,
            "words": self._words_field.text(),
            "has_day": self._day_switch.is_on,
            "day": self._day_field.day().isoformat(),
        }

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        day = date.fromisoformat(typed["day"])
        self._options.set_chosen(typed["response"])
        self._words_field.fill(typed["words"])
        self._day_switch.set_on(bool(typed["has_day"]))
        self._day_field.fill(day)
        self._show_what_is_chosen()

    def _show_what_is_chosen(self) -> None:
        ends = self._options.chosen == Response.PLEASE_STOP
        self._stop_note.setVisible(ends)
        self._note.set_words(self.tr("Note it, and end it") if ends else self.tr("Note it"))
        self._day_field.setVisible(self._day_switch.is_on)
        self._note.setEnabled(self._options.chosen is not None)
        self.fit()

    def _on_anything_chosen(self) -> None:
        self._autosave.touch()
        self._show_what_is_chosen()

    def _on_note_clicked(self) -> None:
        self._day_field.interpretText()
        response, key = Response(str(self._options.chosen)), self._commitment.id
        day = self._day_field.day() if self._day_switch.is_on else None
        words, voice = self._words_field.words(), self._workspace.voice
        try:
            self._workspace.do(self.tr("note of a response"), hear_response, key, response, day, words)
        except KnownError as error:
            self._notice.show_sentence(self._workspace.sentence_for(error))
            self.fit()
            return
        self.finish()
        if response is Response.PLEASE_STOP:
            self._workspace.recorded.emit(self._words.ended.said_to(voice, words=self._commitment.title))
        else:
            self._workspace.recorded.emit(self._words.noted.said_to(voice))
