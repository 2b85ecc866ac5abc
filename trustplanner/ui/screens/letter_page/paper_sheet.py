"""Before a letter leaves the file, on paper or as PDF: what is in it, and where it goes. It is never sent."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import KnownError
from trustplanner.domain.letters import Letter
from trustplanner.exchange.folder_notes import folder_notes
from trustplanner.exchange.pdf_marks import with_spaces
from trustplanner.exchange.whole_files import require_target, write_whole
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.file_dialogs import choose_new_file
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.paper import upright_page
from trustplanner.ui.kit.passages import bullets
from trustplanner.ui.kit.plain_letters import with_plain_letters
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace

SUFFIX: Final = ".pdf"
SUGGESTED: Final = "letter.pdf"
_POINTS: Final = 12
_LINE_PERCENT: Final = 130
_MARGIN: Final = 25.0  # millimetres
_DOTS_PER_INCH: Final = 300


class PaperSheet(SheetDialog):
    """Lists what leaves; nothing is printed or written before a person asks for it here."""

    def __init__(self, workspace: Workspace, settings: DeviceSettings, window: QWidget, letter: Letter) -> None:
        words, notes = workspace.catalogue.letter().paper, workspace.catalogue.export_notes()
        super().__init__(workspace.theme, window, words.title, name="letter_paper_sheet")
        theme = workspace.theme
        self._workspace, self._settings, self._letter = workspace, settings, letter
        self._notes = notes
        self._target: Path | None = None
        self.body.addWidget(TextLabel(theme, words.lead, "body", "ink_2"))
        self.body.addSpacing(4)
        self.body.addLayout(bullets(theme, self.tr("What leaves"), [words.holds, words.holds_not]))
        self.body.addSpacing(4)
        for sentence in (words.printer, notes.legal, notes.after):
            self.body.addWidget(TextLabel(theme, sentence, "small", "ink_2"))
        self._notice = NoticeLine(theme)
        self.body.addWidget(self._notice)
        self._choose = Button(theme, self.tr("Choose where to write the PDF"), name="letter_pdf_button")
        self._print = Button(theme, self.tr("Choose a printer"), name="letter_print_button")
        self._write = Button(theme, self.tr("Write it there all the same"), name="letter_pdf_write_button")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._print.clicked.connect(self._on_print_clicked)
        self._write.clicked.connect(self._write_file)
        for button in (self._choose, self._print, self._write):
            self.add_button(button)
        self._write.hide()
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="letter_paper_close_button"))

    def _on_choose_clicked(self) -> None:
        title, pattern = self.tr("Save the letter as PDF"), self.tr("PDF (*.pdf)")
        chosen = choose_new_file(self.window(), title, Path.home() / SUGGESTED, pattern, self._settings)
        if chosen is None:
            return
        self._target = chosen if chosen.suffix.lower() == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
        found = folder_notes(self._target.parent)
        self._say(" ".join(getattr(self._notes, note.value) for note in found))
        self._write.setVisible(bool(found))
        self.fit()
        if not found:
            self._write_file()

    def _write_file(self) -> None:
        if self._target is None:
            return
        self._write.hide()
        try:
            require_target(self._target)
            write_whole(self._target, letter_pdf(self._workspace.theme, self._letter.words))
        except KnownError as error:
            self._say(self._workspace.sentence_for(error))
        else:
            self._say(self.tr("Written: {name}").format(name=self._target.name))

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a library of its own, seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(upright_page(_MARGIN))
        printer.setDocName(self.tr("Letter"))
        if QPrintDialog(printer, self.window()).exec():
            _document(self._workspace.theme, self._letter.words).print_(printer)
            self._say(self.tr("Handed to the printer."))

    def _say(self, sentence: str) -> None:
        self._notice.show_sentence(sentence)
        self.fit()


def letter_pdf(theme: Theme, words: str) -> bytes:
    """The letter as a PDF that names neither this program nor a person."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setCreator("")
    writer.setTitle("")
    writer.setPageLayout(upright_page(_MARGIN))
    _document(theme, words).print_(writer)
    del writer  # ends the file
    buffer.close()
    return with_spaces(bytes(content.data()))


def _document(theme: Theme, words: str) -> QTextDocument:
    """The words as they stand, in the type of people's words; black on white whatever the screen has."""
    document = QTextDocument()
    font = with_plain_letters(theme.font("writing"))
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setPlainText(words)
    lines = QTextBlockFormat()
    lines.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
    return document
