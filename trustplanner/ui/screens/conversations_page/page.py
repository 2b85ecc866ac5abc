"""Conversations: talks that somebody is invited to, and listening, practised alone."""

from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from trustplanner.content.listening import Level, LevelCode
from trustplanner.domain.change import Topic
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.opening_place import ENDING
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.their_limits import TheirLimits
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.conversations_page.talks_section import TalksSection

_GROUP_GAP: Final = 34
_TITLE_GAP: Final = 8


class ConversationsPage(Page):
    """The talks, and in the rail the levels of listening. Without contact only what is written, and practice."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CONVERSATIONS, Topic.HARMS, Topic.PLAN, Topic.SAFETY})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("conversations_page")
        theme = workspace.theme
        self._words = workspace.catalogue.conversations()
        self._lead = TextLabel(theme, "", "body", "ink_2")
        self._no_contact = self._make_banner("none", self.tr("What was asked"), Destination("contact"))
        self._limited = self._make_banner("limited", self.tr("What is welcome"), Destination("contact"))
        self._ending = Banner(
            theme,
            self._words.talks.ending,
            link=self._words.talks.ending_link,
            name="conversations_ending_banner",
        )
        self._ending.link_activated.connect(lambda: self.go_requested.emit(Destination("safety", ENDING)))
        self._limits = TheirLimits(workspace, self._words.plan.limits_source, name="conversations")
        self._above = QWidget()
        self._talks = TalksSection(workspace)
        self._practise = Button(
            theme, self.tr("Practise with a card"), Kind.NORMAL, name="conversations_practise_button"
        )
        self._page = ScrollPage(theme, has_rail=True)
        column(self).addWidget(self._page)
        self._lay_out()
        self._lay_out_rail()
        self._talks.open_requested.connect(lambda key: self.go_requested.emit(Destination("talk", key)))
        self._practise.clicked.connect(lambda: self.go_requested.emit(Destination("practice")))
        self.refresh()

    def refresh(self) -> None:
        """Show what is written, and what may be planned today."""
        workspace, voice = self.workspace, self.workspace.voice
        safety = workspace.safety
        is_ending = safety is not None and safety.ending
        contact = workspace.catalogue.today().contact
        self._lead.set_text(self._words.lead.said_to(voice))
        self._no_contact.show_sentence(self._words.talks.closed.said_to(voice))
        self._limited.show_sentence(contact.limited_banner.said_to(voice))
        self._no_contact.setVisible(voice.contact is Contact.NONE)
        self._limited.setVisible(voice.contact is Contact.LIMITED)
        self._ending.setVisible(is_ending and voice.contact is not Contact.NONE)
        is_open = voice.contact is not Contact.NONE and not is_ending
        self._limits.refresh(self._words.plan.limits_title.said_to(voice))
        self._limits.setVisible(not self._limits.isHidden() and is_open)
        parts = (self._no_contact, self._limited, self._ending, self._limits)
        self._above.setVisible(not all(part.isHidden() for part in parts))
        self._talks.refresh(is_open=is_open)
        self._practise.set_kind(Kind.NORMAL if is_open else Kind.PRIMARY)
        self.setFocusProxy(self._talks.plan_button if is_open else self._practise)

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _make_banner(self, state: str, link: str, to: Destination) -> Banner:
        name = f"conversations_{state}_banner"
        banner = Banner(self.workspace.theme, "", tone=BannerTone.THEIRS, icon="hand", link=link, name=name)
        banner.link_activated.connect(lambda: self.go_requested.emit(to))
        return banner

    def _lay_out(self) -> None:
        main = self._page.main
        main.addWidget(TextLabel(self.workspace.theme, self._words.title, "title"))
        main.addSpacing(_TITLE_GAP)
        main.addWidget(self._lead)
        above = column(self._above, spacing=_GROUP_GAP // 2)
        above.setContentsMargins(0, _GROUP_GAP // 2, 0, 0)
        for part in (self._no_contact, self._limited, self._ending, self._limits):
            above.addWidget(part)
        main.addWidget(self._above)
        main.addSpacing(_GROUP_GAP)
        main.addWidget(self._talks)

    def _lay_out_rail(self) -> None:
        theme, rail = self.workspace.theme, self._page.rail
        listening = self.workspace.catalogue.listening()
        rail.addWidget(TextLabel(theme, self._words.talks.practice_title, "label", "ink_2"))
        rail.addSpacing(10)
        rail.addWidget(TextLabel(theme, self._words.talks.practice_lead, "small", "ink_2"))
        rail.addSpacing(14)
        ways = WrappingRow()
        ways.addWidget(self._practise)
        rail.addLayout(ways)
        for number, code in enumerate(LevelCode, start=1):
            level = listening.levels[code]
            rail.addSpacing(14)
            lead = WrappingRow()
            lead.addWidget(self._level_link(number, level))
            rail.addLayout(lead)
            rail.addWidget(TextLabel(theme, level.doing, "small", "ink_2"))

    def _level_link(self, number: int, level: Level) -> Button:
        """The way to the first card of a level."""
        name = f"conversations_level_{level.code}_button"
        link = Button(self.workspace.theme, f"{number}. {level.title}", Kind.LINK, name=name)
        link.clicked.connect(lambda: self.go_requested.emit(Destination("practice", level.cards[0].code)))
        return link
