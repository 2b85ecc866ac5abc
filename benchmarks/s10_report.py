"""S10: a report of two pages and more as PDF, beside drawing its charts alone; it is made beside the window."""

from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Measured, in_turns, timed
from benchmarks.vaults import PASSPHRASE, demo_vault
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.exchange.report_contents import Share, report_contents
from trustplanner.resource_files import resources_folder
from trustplanner.starting import local_clock
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.fonts import BundledFonts
from trustplanner.ui.kit.report_pdf import charts_of, report_pdf

GOAL = 3.0
ROUNDS = 11


def run() -> list[Measured]:
    """All that is not private of the demo, since its last session."""
    app = QApplication.instance() or QApplication([])
    BundledFonts(resources_folder() / "fonts").load_all()
    with demo_vault() as path, Vault.open(path, PASSPHRASE, writable=False) as vault:
        words, today = shipped_catalogue().report(), local_clock().date()
        report = report_contents(vault, today, words, Share.FULL)
    found = in_turns(
        "S10",
        GOAL,
        ("a report with all that is not private, as PDF", timed(lambda: report_pdf(report))),
        ("its charts alone", timed(lambda: charts_of(report))),
        rounds=ROUNDS,
    )
    app.processEvents()
    return [found]
