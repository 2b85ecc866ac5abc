"""S14: one search through ten years of writing, from the key to the rows on the screen, beside 0.3 s.

Every day has three answers on the path and an entry in the journal, 14,600 pieces of 4 million letters, most of them
with a letter that is no ASCII.
"""

import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Measured, in_turns
from benchmarks.vaults import PASSPHRASE
from trustplanner.actions import journal, path, plans
from trustplanner.actions.runner import Runner
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.plans import Pronoun
from trustplanner.starting import local_clock
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.search_page import SearchPage

DAYS, BEGIN = 3650, date(2016, 1, 4)
LIMIT_MS = 300.0
PROMPTS = ("day_shaded", "day_noticed", "week_slipped")
WORDS = (
    "I", "went", "home", "and", "told", "her", "about", "the", "second", "loan", "at", "the", "kitchen", "table", "we",
    "were", "quiet", "café", "didn’t", "know",
)  # fmt: skip


def _write(vault: Vault, runner: Runner) -> None:
    chosen = random.Random(1)  # noqa: S311  (no secret is made of it)

    def words(count: int) -> str:
        return " ".join(chosen.choices(WORDS, k=count))

    now = runner.now()
    with vault.transaction() as unit:
        plans.begin(unit, now, "Sam", "Ana", Pronoun.SHE)
        for day in (BEGIN + timedelta(days=number) for number in range(DAYS)):
            for prompt in PROMPTS:
                path.write_answer(unit, now, prompt, words(40), on=day)
            journal.write_entry(unit, now, day, words(120))


def _searcher(page: SearchPage) -> Callable[[], float]:
    field = page.findChild(LineField, "search_field")
    assert isinstance(field, LineField)

    def search() -> float:
        field.setText("loan café")
        began = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
        return 1000 * (time.perf_counter() - began)

    return search


def run() -> list[Measured]:
    """A search that finds most of what there is, the journal with it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory(prefix="trustplanner-benchmark-") as folder:
        vault = Vault.create(Path(folder) / "plan.vault", PASSPHRASE)
        runner = Runner(vault, local_clock)
        _write(vault, runner)
        background = Background()
        page = SearchPage(Workspace(runner, shipped_catalogue(), load_theme(), background))
        page.resize(1280, 800)
        page.show()
        with_journal = page.findChild(Switch, "search_journal_switch")
        assert isinstance(with_journal, Switch)
        with_journal.set_on(True)
        figure = ("search through ten years, journal included", _searcher(page))
        found = in_turns("S14", 1.0, figure, ("the limit", lambda: LIMIT_MS))
        page.close()
        background.wait()
        vault.close(backup=False)
    return [found]
