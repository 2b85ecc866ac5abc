"""The report as the content of a file, with or without a window: HTML, or a PDF that Qt draws."""

import os
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QApplication

from trustplanner.actions.runner import Runner
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.errors import Code, RuleError
from trustplanner.exchange.report_contents import Report, Share, report_contents
from trustplanner.exchange.report_html import report_html
from trustplanner.resource_files import resources_folder
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.fonts import BundledFonts
from trustplanner.ui.kit.report_pdf import report_pdf

HTML, PDF = ".html", ".pdf"


def report_file(
    vault: Vault, clock: Callable[[], datetime], kind: str, share: str = Share.COMMITMENTS, since: date | None = None
) -> bytes:
    """The report of a vault from `since`, else from the last session, until today; `kind` is HTML or PDF.

    Raises:
        RuleError: CALL_MISTAKE for a first day after today; STOPPED, ENDING_FIRST.
    """
    today = Runner(vault, clock).now().today
    if since is not None and since > today:
        raise RuleError(Code.CALL_MISTAKE, option="--since is after today")
    report = report_contents(vault, today, shipped_catalogue().report(), Share(share), since)
    return written_as(report, kind)


def written_as(report: Report, kind: str) -> bytes:
    """A report as HTML or PDF. Without a program around it Qt draws where no screen is."""
    if kind == HTML:
        return report_html(report)
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _ALONE.append(QApplication([]))
    BundledFonts(resources_folder() / "fonts").load_all()
    return report_pdf(report)


_ALONE: list[QApplication] = []  # Qt needs it for as long as anything is drawn
