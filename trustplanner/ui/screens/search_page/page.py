"""Finding one's own words again. They are read and compared in memory; what is looked for is kept nowhere.

So this page, unlike every other, saves nothing of what is typed into it: after a lock its field is empty.
"""

from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Topic
from trustplanner.domain.search import Chapter, Written, terms_of
from trustplanner.storage.queries.search import look_for
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.search_page.group import FoundGroup
from trustplanner.ui.screens.search_page.leads import Leads

WAIT_MS: Final = 250
LONGEST_SEARCH: Final = 200  # characters


class SearchPage(Page):
    """Looks through everything that is written. The journal only while its switch is on."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.DRAFTS, Topic.SETTINGS}

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("search_page")
        theme = workspace.theme
        self._words = workspace.catalogue.search()
        self._leads = Leads(workspace, self)
        self._line = LineField(theme, name="search_field")
        self._line.setMaxLength(LONGEST_SEARCH)
        hints = Qt.InputMethodHint  # so that a keyboard on the screen learns nothing from it
        self._line.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self._wait = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self._look)
        self._line.textEdited.connect(lambda _: self._wait.start())
        self._line.returnPressed.connect(self._look)
        self._journal = Switch(theme, self.tr("Look in the private journal, too"), name="search_journal_switch")
        self._journal.switched.connect(lambda _: self._look())
        self._count = TextLabel(theme, "", "body", "ink_2")
        self._ending = TextLabel(theme, self._words.ending, "small", "ink_2")
        self._groups = {chapter: FoundGroup(theme, chapter, self._leads) for chapter in Chapter}
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._line)

    def refresh(self) -> None:
        """Look again: what was found may have changed."""
        self._look()

    def show_detail(self, _detail: str) -> None:
        """What was looked for last stands there still, chosen, so that typing begins anew."""
        self._line.selectAll()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _lay_out(self) -> None:
        theme, main, words = self.workspace.theme, self._page.main, self._words
        main.addWidget(self.back_link("search"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, words.title, "title"))
        for gap, part in (
            (8, TextLabel(theme, words.lead, "body", "ink_2")),
            (22, LabelledField(theme, self.tr("Words to find"), self._line)),
            (6, TextLabel(theme, words.kept, "caption", "ink_2")),
            (16, self._journal),
            (4, TextLabel(theme, words.journal_note, "small", "ink_2")),
            (22, self._count),
            (4, self._ending),
        ):
            main.addSpacing(gap)
            main.addWidget(part)
        for group in self._groups.values():
            main.addWidget(group)
            group.chosen.connect(self.go_requested)

    # --- looking

    def _look(self) -> None:
        self._wait.stop()
        self._leads.read()
        terms = terms_of(self._line.text())
        chapters = self._leads.chapters(with_journal=self._journal.is_on)
        found = [each for each in self.workspace.read(look_for, terms, chapters) if self._leads.can_be_opened(each)]
        by_chapter: dict[Chapter, list[Written]] = {chapter: [] for chapter in Chapter}
        for each in found:
            by_chapter[each.chapter].append(each)
        for chapter, group in self._groups.items():
            group.show_found(by_chapter[chapter], terms)
        self._say_count(len(found), has_terms=bool(terms))
        self._ending.setVisible(self._leads.is_ending)

    def _say_count(self, count: int, *, has_terms: bool) -> None:
        words = self.tr("{count} pieces of writing, the newest of each place first").format(count=count)
        if count == 1:
            words = self.tr("1 piece of writing")
        if count == 0:
            words = self._words.none
        self._count.set_text(words if has_terms else "")
        self._count.setVisible(has_terms)
        self._line.setAccessibleDescription(words if has_terms else "")
