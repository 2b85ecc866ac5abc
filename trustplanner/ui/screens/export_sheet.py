"""Before everything is written into a file that is not encrypted: what leaves, item by item, and where to."""

import os
from datetime import UTC
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.exchange.folder_notes import folder_notes
from trustplanner.exchange.json_archive import export_archive
from trustplanner.exchange.json_schema import SETTINGS
from trustplanner.exchange.whole_files import write_whole
from trustplanner.storage.queries.contents import row_counts
from trustplanner.storage.queries.plans import safety_screens, settings
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.file_dialogs import choose_new_file
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace

OF_LETTERS = ("letter_versions", "letter_steps", "letter_tags", "hints_left")


class ExportSheet(SheetDialog):
    """Lists what leaves; nothing is written before a place is chosen and, where the place is risky, confirmed."""

    def __init__(self, workspace: Workspace, device: DeviceSettings, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", name="export_sheet")
        self.workspace = workspace
        self._device = device
        self._notes = workspace.catalogue.export_notes()
        self._target: Path | None = None
        self.set_title(self._notes.title)
        theme = workspace.theme
        self.body.addWidget(TextLabel(theme, self._notes.lead, "body", "ink_2"))
        for warning in (self._notes.formats["json"], self._notes.legal):  # before the list, which may be long
            self.body.addWidget(TextLabel(theme, warning, "small", "ink_2"))
        self.body.addSpacing(8)
        self.body.addLayout(self._list_of_contents())
        self.body.addSpacing(8)
        their_part = self._notes.their_part.said_to(workspace.voice)
        for sentence in (their_part, self._notes.self_reported, self._notes.after):
            self.body.addWidget(TextLabel(theme, sentence, "small", "ink_2"))
        self._notice = NoticeLine(theme)
        self.body.addWidget(self._notice)
        self._choose = Button(theme, self.tr("Choose where to write it"), Kind.PRIMARY, name="export_choose_button")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._write = Button(theme, self.tr("Write it there all the same"), Kind.NORMAL, name="export_write_button")
        self._write.clicked.connect(self._write_file)
        self._write.hide()
        self.add_button(self._choose)
        self.add_button(self._write)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="export_close_button"))

    def _list_of_contents(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for line, (words, number) in enumerate(self._contents()):
            grid.addWidget(TextLabel(self.workspace.theme, words, "body"), line, 0)
            figure = TextLabel(self.workspace.theme, str(number), "body", wraps=False)
            grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.setColumnStretch(0, 1)
        return grid

    def _on_choose_clicked(self) -> None:
        title = self.tr("Write everything into a file")
        folder = Path.home()
        pattern = self.tr("JSON text (*.json)")
        chosen = choose_new_file(self.window(), title, folder / "trustplanner.json", pattern, self._device)
        if chosen is None:
            return
        self._write.hide()
        self._target = chosen if chosen.suffix == ".json" else chosen.with_name(chosen.name + ".json")
        if self._target != chosen and os.path.lexists(self._target):  # the dialog has asked about another name
            self._refuse(RuleError(Code.VAULT_EXISTS, path=str(self._target)))
            return
        found = folder_notes(self._target.parent)
        self._notice.show_sentence(" ".join(getattr(self._notes, note.value) for note in found))
        self._write.setVisible(bool(found))
        self.fit()
        if not found:
            self._write_file()

    def _write_file(self) -> None:
        if self._target is None:
            return
        now = self.workspace.runner.now()
        try:
            write_whole(self._target, export_archive(self.workspace.runner.vault, now.at.astimezone(UTC)))
        except KnownError as error:
            self._refuse(error)
            return
        self.close_sheet()
        self.workspace.told.emit(self.tr("Written: {name}").format(name=self._target.name))

    def _refuse(self, error: KnownError) -> None:
        self._notice.show_sentence(self.workspace.sentence_for(error))
        self.fit()

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
            (self.tr("How sure you were, and what they said to it"), ("sureness_answers", "responses")),
            (self.tr("Sessions, with their agenda"), ("sessions", "agenda_lines")),
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
