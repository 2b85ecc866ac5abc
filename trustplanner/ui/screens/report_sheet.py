"""Before a report leaves: how much, from which day on, every item of it, and where to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import KnownError
from trustplanner.domain.sessions import last_session_day
from trustplanner.exchange.report_contents import Report, Share, listed, report_contents
from trustplanner.exchange.whole_files import require_target, write_whole
from trustplanner.storage.queries.private_rows import private_count
from trustplanner.storage.queries.sessions import sessions
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column
from trustplanner.ui.kit.leaving_sheet import LeavingSheet
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.workspace import Workspace

if TYPE_CHECKING:
    from trustplanner.charts.figure import PageShapes  # matplotlib comes with it

T = TypeVar("T")

HTML, PDF = ".html", ".pdf"
SUGGESTED: Final = "report"
LAST, WHOLE = "last", "whole"
_PART_GAP: Final = 10


class ReportSheet(LeavingSheet):
    """Lists what leaves; nothing is printed or written before a person asks for it here."""

    def __init__(self, workspace: Workspace, device: DeviceSettings, window: QWidget) -> None:
        super().__init__(workspace, device, window, "", name="report_sheet", write_name="report_write_button")
        self._words = workspace.catalogue.report_sheet()
        self._share = Share.COMMITMENTS
        met = workspace.read(sessions)
        self._last = last_session_day((session.day for session in met), workspace.today)
        self._since: date | None = self._last
        self._report: Report | None = None
        self.set_title(self.tr("A report for the session"))
        self._fill_body()
        self.above_buttons.addWidget(self._notice)
        self._add_buttons()
        workspace.theme.load_all_fonts()
        self._show_items()

    # --- the parts

    def _fill_body(self) -> None:
        theme, words = self.theme, self._words
        self.body.addWidget(TextLabel(theme, words.lead, "body", "ink_2"))
        self.body.addSpacing(4)
        self.body.addWidget(TextLabel(theme, words.share_label, "label", "ink_2"))
        offered = [ListedOption(key, each.words, note=each.note) for key, each in words.shares.items()]
        shares = OptionList(theme, offered, name="report_share_list", label=words.share_label)
        shares.set_chosen(self._share)
        shares.option_chosen.connect(self._on_share_chosen)
        self.body.addWidget(shares)
        if self._last is not None:
            self.body.addSpacing(8)
            self.body.addWidget(TextLabel(theme, words.since_label, "label", "ink_2"))
            self.body.addWidget(self._since_list(self._last))
        self.body.addSpacing(8)
        self._items = column(spacing=4)
        self.body.addLayout(self._items)
        self.body.addSpacing(8)
        self._kept_back = TextLabel(theme, "", "small", "ink_2")
        self.body.addWidget(self._kept_back)
        for sentence in (words.kept_back, words.page, self._notes.legal, self._notes.after):
            self.body.addWidget(TextLabel(theme, sentence, "small", "ink_2"))

    def _since_list(self, last: date) -> OptionList:
        day = DateWords().short(last, self.workspace.today)
        offered = [
            ListedOption(LAST, self.tr("Since the last session, {day}").format(day=day)),
            ListedOption(WHOLE, self.tr("From the first day")),
        ]
        since = OptionList(self.theme, offered, name="report_since_list", label=self._words.since_label)
        since.set_chosen(LAST)
        since.option_chosen.connect(self._on_since_chosen)
        return since

    def _add_buttons(self) -> None:
        theme = self.theme
        self._pdf = Button(theme, self.tr("Write a PDF"), Kind.PRIMARY, name="report_pdf_button")
        self._html = Button(theme, self.tr("Write a page for reading aloud"), name="report_html_button")
        self._print = Button(theme, self.tr("Print it"), name="report_print_button")
        self._pdf.clicked.connect(lambda: self._ask_for(PDF, self.tr("PDF (*.pdf)")))
        self._html.clicked.connect(lambda: self._ask_for(HTML, self.tr("Web page (*.html)")))
        self._print.clicked.connect(self._choose_printer)
        for button in (self._pdf, self._html, self._print, self._write):
            self.add_button(button)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="report_close_button"))

    # --- what leaves

    def _on_share_chosen(self, key: str) -> None:
        self._share = Share(key)
        self._show_items()

    def _on_since_chosen(self, key: str) -> None:
        self._since = self._last if key == LAST else date.min  # no record begins before its first day
        self._show_items()

    def _show_items(self) -> None:
        """Exactly what will be written, or why nothing can be."""
        self._write.hide()
        self._notice.show_sentence("")
        clear_layout(self._items)
        try:
            words = self.workspace.catalogue.report()
            vault = self.workspace.runner.vault
            self._report = report_contents(vault, self.workspace.today, words, self._share, self._since)
        except KnownError as error:
            self._report = None
            self._notice.show_sentence(self.workspace.sentence_for(error))
        for part in () if self._report is None else listed(self._report):
            self._items.addSpacing(_PART_GAP)
            self._items.addWidget(TextLabel(self.theme, part.title, "strong"))
            for line in part.lines or (part.nothing,):
                self._items.addWidget(TextLabel(self.theme, line, "body", "ink_2"))
        n = self.workspace.read(private_count)
        one, more = self.tr("Kept back: 1 private item"), self.tr("Kept back: {n} private items")
        self._kept_back.set_text(one if n == 1 else more.format(n=n))
        self._show_busy(is_busy=False)
        self.fit()

    # --- a file

    def _ask_for(self, ending: str, pattern: str) -> None:
        self._ask_where(self.tr("Save the report"), f"{SUGGESTED}{ending}", pattern)

    def _write_file(self) -> None:
        """Draw and write beside the window; the sheet waits so long."""
        report, target = self._report, self._target
        if report is None or target is None:
            return

        def work() -> None:
            from trustplanner.exchange.report_html import report_html  # matplotlib comes with both
            from trustplanner.ui.kit.report_pdf import report_pdf

            require_target(target)
            write_whole(target, report_html(report) if target.suffix.lower() == HTML else report_pdf(report))

        self._run(work, lambda _: self._on_written(target))

    def _on_written(self, target: Path) -> None:
        self._write.hide()
        self._say(self.tr("Written: {name}").format(name=target.name))

    # --- paper

    def _choose_printer(self) -> None:
        """Ask for a printer, draw the charts beside the window, then the pages, which take a moment."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a library of its own, seldom needed

        from trustplanner.ui.kit.report_pdf import charts_of, draw_pages, page_layout, pages_for

        report = self._report
        if report is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName("")
        printer.setCreator("")
        if not printer.isValid():
            self._say(self._words.no_printer)
            return
        if not QPrintDialog(printer, self.window()).exec():
            return

        def draw(charts: "tuple[PageShapes, ...]") -> None:
            is_done = draw_pages(pages_for(report, charts, printer), printer)
            self._say(self.tr("Handed to the printer.") if is_done else self._words.printer_failed)

        self._run(lambda: charts_of(report), draw)

    # --- beside the window

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def finished(result: T) -> None:
            self._show_busy(is_busy=False)
            done(result)

        self._show_busy(is_busy=True)
        self.workspace.background.run(self, work, finished, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._show_busy(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        self._refuse(error)

    def _show_busy(self, *, is_busy: bool) -> None:
        self.closes_by_itself = not is_busy
        for button in (self._pdf, self._html, self._print, self._write):
            button.setEnabled(not is_busy and self._report is not None)
