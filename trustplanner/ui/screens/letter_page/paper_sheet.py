"""Before a letter leaves the file, on paper or as PDF: what is in it, and where it goes. It is never sent."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import KnownError
from trustplanner.domain.letters import Letter
from trustplanner.exchange.pdf_marks import with_spaces
from trustplanner.exchange.whole_files import require_target, write_whole
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.leaving_sheet import LeavingSheet
from trustplanner.ui.kit.paper import upright_page
from trustplanner.ui.kit.passages import bullets
from trustplanner.ui.kit.plain_letters import with_plain_letters
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace

SUGGESTED: Final = "letter.pdf"
_POINTS: Final = 12
_LINE_PERCENT: Final = 130
_MARGIN: Final = 25.0  # millimetres
_DOTS_PER_INCH: Final = 300


class PaperSheet(LeavingSheet):
    """Lists what leaves; nothing is printed or written before a person asks for it here."""

    def __init__(self, workspace: Workspace, device: DeviceSettings, window: QWidget, letter: Letter) -> None:
        words, theme = workspace.catalogue.letter().paper, workspace.theme
        name, write_name = "letter_paper_sheet", "letter_pdf_write_button"
        super().__init__(workspace, device, window, words.title, name=name, write_name=write_name)
        self._letter = letter
        self.body.addWidget(TextLabel(theme, words.lead, "body", "ink_2"))
        self.body.addSpacing(4)
        self.body.addLayout(bullets(theme, self.tr("What leaves"), [words.holds, words.holds_not]))
        self.body.addSpacing(4)
        for sentence in (words.printer, self._notes.legal, self._notes.after):
            self.body.addWidget(TextLabel(theme, sentence, "small", "ink_2"))
        self.body.addWidget(self._notice)
        self._choose = Button(theme, self.tr("Choose where to write the PDF"), name="letter_pdf_button")
        self._print = Button(theme, self.tr("Choose a printer"), name="letter_print_button")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._print.clicked.connect(self._on_print_clicked)
        for button in (self._choose, self._print, self._write):
            self.add_button(button)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="letter_paper_close_button"))

    def _on_choose_clicked(self) -> None:
        self._ask_where(self.tr("Save the letter as PDF"), SUGGESTED, self.tr("PDF (*.pdf)"))

    def _write_file(self) -> None:
        if self._target is None:
            return
        self._write.hide()
        try:
            require_target(self._target)
            write_whole(self._target, letter_pdf(self.workspace.theme, self._letter.words))
        except KnownError as error:
            self._refuse(error)
        else:
            self._say(self.tr("Written: {name}").format(name=self._target.name))

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a library of its own, seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(upright_page(_MARGIN))
        printer.setDocName(self.tr("Letter"))
        if QPrintDialog(printer, self.window()).exec():
            _document(self.workspace.theme, self._letter.words).print_(printer)
            self._say(self.tr("Handed to the printer."))


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
