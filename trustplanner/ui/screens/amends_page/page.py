"""Amends: what it cost, what repairs it, and what is promised day by day."""

from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Topic
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page.commitments_section import CommitmentsSection
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.harms_section import NEW_HARM, HarmsSection
from trustplanner.ui.screens.amends_page.ledger import offered, read_ledger
from trustplanner.ui.screens.amends_page.letter_block import LetterBlock
from trustplanner.ui.screens.amends_page.limits_list import LimitsList
from trustplanner.ui.screens.amends_page.suggestion_list import SuggestionList

_GROUP_GAP: Final = 34
_TITLE_GAP: Final = 12


class AmendsPage(Page):
    """The plain list of harms with their repairs, the commitments, and in the rail what could be promised."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.HARMS,
            Topic.COMMITMENTS,
            Topic.ANSWERS,
            Topic.PLAN,
            Topic.SAFETY,
            Topic.LETTERS,
            Topic.SETTINGS,
        }
    )
    details_name_a_part = True

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("amends_page")
        theme = workspace.theme
        self._page = ScrollPage(theme, has_rail=True)
        self._limited = self._make_banner("limited")
        self._no_contact = self._make_banner("none")
        self._limits = QWidget()
        self._empty = self._make_empty()
        self._lists = QWidget()
        self._harms = HarmsSection(workspace)
        self._commitments = CommitmentsSection(workspace)
        self._wishes = LimitsList(workspace)
        self._letter = LetterBlock(workspace)
        self._suggestions = SuggestionList(workspace)
        column(self).addWidget(self._page)
        self._lay_out()
        self._connect()
        self.refresh()
        self._harms.restore_draft()

    def _make_banner(self, state: str) -> Banner:
        theme, link, name = self.workspace.theme, self.tr("What is welcome"), f"amends_{state}_banner"
        banner = Banner(theme, "", tone=BannerTone.THEIRS, icon="hand", link=link, name=name)
        banner.link_activated.connect(lambda: self._go("contact"))
        return banner

    def _make_empty(self) -> QWidget:
        """What stands here before anything is written down."""
        theme = self.workspace.theme
        empty = QWidget()
        name_harm = Button(theme, self.tr("Name a harm"), Kind.PRIMARY, name="amends_first_harm_button")
        write = Button(theme, self.tr("Write a commitment"), Kind.NORMAL, name="amends_first_commitment_button")
        name_harm.clicked.connect(self._on_first_harm_clicked)
        write.clicked.connect(lambda: self._go("commitment"))
        lines = column(empty, spacing=12)
        lines.addWidget(TextLabel(theme, self.tr("Nothing is written down here yet."), "heading"))
        words = self.tr(
            "Amends begin with what it cost. Name one harm in a sentence, then what would repair it. "
            "Commitments are the part that is kept day by day; at most three at a time."
        )
        lines.addWidget(TextLabel(theme, words, "body", "ink_2"))
        lines.addSpacing(8)
        buttons = WrappingRow()
        buttons.addWidget(name_harm)
        buttons.addWidget(write)
        lines.addLayout(buttons)
        return empty

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        main.addWidget(TextLabel(theme, self.tr("Amends"), "title"))
        main.addSpacing(_TITLE_GAP)
        limits = column(self._limits)
        limits.addWidget(self._limited)
        limits.addWidget(self._no_contact)
        limits.addSpacing(_GROUP_GAP - _TITLE_GAP)
        main.addWidget(self._limits)
        main.addSpacing(_TITLE_GAP)
        main.addWidget(self._empty)
        lists = column(self._lists)
        lists.addWidget(self._harms)
        lists.addSpacing(_GROUP_GAP)
        lists.addWidget(Hairline(theme))
        lists.addSpacing(_GROUP_GAP - 8)
        lists.addWidget(self._commitments)
        main.addWidget(self._lists)
        self._page.rail.addWidget(self._wishes)
        self._page.rail.addWidget(self._letter)
        self._page.rail.addWidget(self._suggestions)

    def _connect(self) -> None:
        self._harms.new_commitment_requested.connect(lambda harm: self._go("commitment", f"harm:{harm}"))
        self._commitments.open_requested.connect(lambda key: self._go("commitment", key))
        self._commitments.go_requested.connect(self.go_requested)
        self._commitments.record_requested.connect(lambda key: self._go("commitment_record", key))
        self._commitments.pauses_requested.connect(lambda: self._go("pauses"))
        self.workspace.undone.connect(self._harms.restore_draft)
        self._suggestions.taken.connect(lambda code: self._go("commitment", f"kind:{code}"))
        self._wishes.wishes_requested.connect(lambda: self._go("wishes"))
        self._letter.letter_requested.connect(lambda: self._go("letter"))
        self._suggestions.kind_requested.connect(lambda: self._go("names"))

    def refresh(self) -> None:
        """Show everything as it is; a form that is open stays open."""
        workspace, voice = self.workspace, self.workspace.voice
        ledger = read_ledger(workspace)
        words = EntryWords(workspace.today, voice.name, workspace.catalogue.loosening().view)
        self._harms.show_ledger(ledger, words)
        self._commitments.show_ledger(ledger, words)
        self._show_lists(is_empty=ledger.is_empty)
        self._wishes.refresh()
        self._letter.refresh()
        has_kind = workspace.plan.kind is not None
        self._suggestions.show_suggestions(offered(workspace, ledger), has_kind=has_kind)
        contact = workspace.catalogue.today().contact
        for banner, state, said in (
            (self._limited, Contact.LIMITED, contact.limited_banner),
            (self._no_contact, Contact.NONE, contact.none_banner),
        ):
            banner.show_sentence(said.said_to(voice))
            banner.setVisible(voice.contact is state)
        self._limits.setVisible(voice.contact in (Contact.LIMITED, Contact.NONE))

    def show_detail(self, detail: str) -> None:
        """`wish:ID` opens the form of a repair that they asked for."""
        kind, _, key = detail.partition(":")
        if kind == "wish":
            self.refresh()
            form = self._harms.open_from_wish(key)
            if form is not None:
                self.setFocusProxy(form)  # as long as it is there
            self._show_lists(is_empty=read_ledger(self.workspace).is_empty)

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def save_typing(self) -> None:
        """Keep what is typed as a draft.

        Raises:
            KnownError: it could not be written.
        """
        self._harms.save_typing()

    def open_again(self, sheet: SheetName) -> None:
        """One of those about the commitments."""
        self._commitments.open_again(sheet)

    def _show_lists(self, *, is_empty: bool) -> None:
        shows_empty = is_empty and not self._harms.has_form
        self._empty.setVisible(shows_empty)
        self._lists.setVisible(not shows_empty)

    def _on_first_harm_clicked(self) -> None:
        self._show_lists(is_empty=False)
        self._harms.open_form(NEW_HARM)

    def _go(self, place: str, detail: str = "") -> None:
        self.go_requested.emit(Destination(place, detail))
