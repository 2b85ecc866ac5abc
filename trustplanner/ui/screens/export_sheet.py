"""Before something is written into a file that is not encrypted: as what, what leaves, item by item, and where to."""

from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trustplanner.actions.plans import set_setting
from trustplanner.domain.errors import KnownError
from trustplanner.domain.reminders import LONGEST_WORDS, gives_away
from trustplanner.exchange.exports import ARCHIVE, CALENDAR, TABLES, calendar_preview, exported
from trustplanner.exchange.json_schema import SETTINGS
from trustplanner.exchange.whole_files import write_whole
from trustplanner.storage.queries.contents import row_counts
from trustplanner.storage.queries.plans import safety_screens, settings
from trustplanner.storage.queries.reminders import guarded_words
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column
from trustplanner.ui.kit.leaving_sheet import LeavingSheet
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.workspace import Workspace

OF_SESSIONS = ("session_notes", "session_decisions", "session_ratings")
OF_LETTERS = ("letter_versions", "letter_steps", "letter_tags", "hints_left")
ENDINGS: Final = (ARCHIVE, TABLES, CALENDAR)
CALENDAR_TITLE: Final = "calendar_title"  # the setting that keeps a title of one's own


class ExportSheet(LeavingSheet):
    """Lists what leaves, item by item, as the kind of file that is chosen."""

    def __init__(self, workspace: Workspace, device: DeviceSettings, window: QWidget) -> None:
        super().__init__(workspace, device, window, "", name="export_sheet", write_name="export_write_button")
        self._ending = ARCHIVE
        self._autosave = Autosave(self._keep_title, self, workspace.refused.emit)
        self.set_title(self._notes.title)
        theme = workspace.theme
        self._formats = OptionList(
            theme, self._offered(), name="export_format_list", label=self.tr("What kind of file")
        )
        self._formats.set_chosen(self._ending.removeprefix("."))
        self._formats.option_chosen.connect(self._on_format_chosen)
        self.body.addWidget(self._formats)
        self.body.addWidget(TextLabel(theme, self._notes.legal, "small", "ink_2"))  # before the list, which may be long
        self.body.addSpacing(8)
        self._lead = TextLabel(theme, "", "body", "ink_2")
        self.body.addWidget(self._lead)
        self._everything, self._days = self._list_of_contents(), self._list_of_days()
        self.body.addWidget(self._everything)
        self.body.addWidget(self._days)
        self.body.addSpacing(8)
        self.body.addWidget(TextLabel(theme, self._notes.after, "small", "ink_2"))
        self.above_buttons.addWidget(self._notice)
        self._add_buttons()
        self.close_requested.connect(self._on_close_requested)
        self._show_format()
        # A calendar's library takes a third of a second; it comes while the person reads.
        workspace.background.run(self, partial(import_module, "trustplanner.exchange.calendar_file"), lambda _: None)

    def save_typing(self) -> None:
        """Keep the title of a calendar.

        Raises:
            KnownError: it could not be written.
        """
        self._autosave.flush()

    # --- the parts

    def _offered(self) -> list[ListedOption]:
        keys = [ending.removeprefix(".") for ending in ENDINGS]
        return [ListedOption(key, self._notes.choices[key], note=self._notes.formats[key]) for key in keys]

    def _list_of_contents(self) -> QWidget:
        theme, holder = self.workspace.theme, QWidget()
        layout = column(holder, spacing=8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for line, (words, number) in enumerate(self._contents()):
            grid.addWidget(TextLabel(theme, words, "body"), line, 0)
            figure = TextLabel(theme, str(number), "body", wraps=False)
            grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.setColumnStretch(0, 1)
        layout.addLayout(grid)
        for sentence in (self._notes.their_part.said_to(self.workspace.voice), self._notes.self_reported):
            layout.addWidget(TextLabel(theme, sentence, "small", "ink_2"))
        return holder

    def _list_of_days(self) -> QWidget:
        theme, holder = self.workspace.theme, QWidget()
        layout = column(holder, spacing=12)
        self._lines = column(spacing=6)
        layout.addLayout(self._lines)
        self._title = LineField(theme, name="export_title_field")
        self._title.setMaxLength(LONGEST_WORDS)
        self._title.fill(self.workspace.read(settings).get(CALENDAR_TITLE, ""))
        self._title.textEdited.connect(self._on_title_edited)
        self._title_field = LabelledField(theme, self._notes.calendar_title, self._title)
        layout.addWidget(self._title_field)
        layout.addWidget(TextLabel(theme, self._notes.calendar_title_note, "small", "ink_2"))
        return holder

    def _add_buttons(self) -> None:
        theme = self.workspace.theme
        self._choose = Button(theme, self.tr("Choose where to write it"), Kind.PRIMARY, name="export_choose_button")
        self._choose.clicked.connect(self._on_choose_clicked)
        self.add_button(self._choose)
        self.add_button(self._write)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="export_close_button"))

    # --- the kind of file

    def _on_format_chosen(self, key: str) -> None:
        self._ending = f".{key}"
        self._write.hide()
        self._notice.show_sentence("")
        self._show_format()

    def _show_format(self) -> None:
        is_calendar = self._ending == CALENDAR
        for each in self._offered():  # of the chosen one alone, so that what leaves begins in sight in a low window
            self._formats.set_note(each.value, each.note if f".{each.value}" == self._ending else "")
        self._lead.set_text(self._notes.calendar_lead if is_calendar else self._notes.lead)
        self._everything.setVisible(not is_calendar)
        self._days.setVisible(is_calendar)
        self._choose.setEnabled(True)
        if is_calendar:
            self._show_days()
        self.fit()

    def _show_days(self) -> None:
        """Exactly the lines of what will be written, or why nothing can be."""
        is_refused = gives_away(self._own_title(), *self.workspace.read(guarded_words))
        self._title_field.show_sentence(self._notes.calendar_title_refused if is_refused else "")
        self._choose.setEnabled(not is_refused)
        if is_refused:
            return
        clear_layout(self._lines)
        try:
            lines = list(calendar_preview(self.workspace.runner.vault, self.workspace.runner.now(), self._own_title()))
        except KnownError as error:
            lines = [self.workspace.sentence_for(error)]
            self._choose.setEnabled(False)
        for line in lines:
            self._lines.addWidget(TextLabel(self.workspace.theme, line.strip(), "body"))

    def _on_title_edited(self) -> None:
        self._autosave.touch()
        self._show_days()
        self.fit()

    def _own_title(self) -> str:
        return " ".join(self._title.text().split())

    def _on_close_requested(self) -> None:
        with suppress(KnownError):  # on a full disk a word of a title is not worth a sheet that stays
            self._autosave.flush()

    def _keep_title(self) -> None:
        self.workspace.do_quietly(set_setting, CALENDAR_TITLE, self._own_title())

    # --- writing

    def _on_choose_clicked(self) -> None:
        name = "calendar" if self._ending == CALENDAR else "trustplanner"  # a calendar names not even this program
        self._ask_where(self.tr("Write it into a file"), f"{name}{self._ending}", self._pattern())

    def _pattern(self) -> str:
        return {
            ARCHIVE: self.tr("JSON text (*.json)"),
            TABLES: self.tr("Tables in a zip (*.zip)"),
            CALENDAR: self.tr("Calendar (*.ics)"),
        }[self._ending]

    def _write_file(self) -> None:
        if self._target is None:
            return
        runner = self.workspace.runner
        try:
            self._autosave.flush()
            write_whole(self._target, exported(runner.vault, self._ending, runner.now(), self._own_title()))
        except KnownError as error:
            self._refuse(error)
            return
        self.close_sheet()
        self.workspace.told.emit(self.tr("Written: {name}").format(name=self._target.name))

    # --- what leaves

    def _contents(self) -> list[tuple[str, int]]:
        """What leaves, in the words of the planner, with how many of each."""
        counts = self.workspace.read(row_counts)
        values = self.workspace.read(settings)
        counts["kept_answers"] = sum(bool(screen.answers) for screen in self.workspace.read(safety_screens))
        counts["settings"] = sum(bool(values.get(each.name)) for each in SETTINGS)  # others are the window's own
        return [(words, sum(counts[table] for table in tables)) for words, tables in self._listed()]

    def _listed(self) -> list[tuple[str, tuple[str, ...]]]:
        """The lines of the list, with the tables each stands for: every table but the drafts, which stay."""
        return [
            (self.tr("Names, kind of breach and contact"), ("plans",)),
            (self.tr("Answers on the path"), ("path_answers",)),
            (self.tr("Lines that were said or guessed"), ("path_lines",)),
            (self.tr("Harms"), ("harms",)),
            (self.tr("Repairs, with what is given back"), ("repairs", "payments")),
            (self.tr("Wishes and limits"), ("wishes",)),
            (self.tr("Offers of openness"), ("offers",)),
            (self.tr("Commitments, with their terms and pauses"), ("commitments", "terms", "pauses", "views")),
            (self.tr("Daily answers, changed ones included"), ("answers", "done_days")),
            (self.tr("How misses came out, and what followed"), ("tellings", "miss_reviews")),
            (self.tr("How sure you were, and what they said about it"), ("sureness_answers", "responses")),
            (self.tr("Sessions, with their agenda and what they left"), ("sessions", "agenda_lines", *OF_SESSIONS)),
            (self.tr("Their voice: consent, own words, readings"), ("consents", "anchors", "readings")),
            (self.tr("Letters, with their history"), ("letters", *OF_LETTERS)),
            (self.tr("Talks, with notes and agreements"), ("talks", "talk_lines", "agreements")),
            (self.tr("Listening practice"), ("practices",)),
            (self.tr("Events, with the acts after a setback"), ("events", "setback_steps")),
            (self.tr("Hard days and places"), ("hard_days",)),
            (self.tr("The private journal"), ("journal_entries",)),
            (self.tr("The locked list, still locked"), ("sealed_notes",)),
            (self.tr("How the plan was finished"), ("plan_ends",)),
            (self.tr("What the private questions changed"), ("safety_screens",)),
            (self.tr("Your kept answers to the private questions"), ("kept_answers",)),
            (self.tr("Settings of this plan"), ("settings",)),
        ]
