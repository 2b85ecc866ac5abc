"""What contact the hurt person wants. Recorded as theirs; every page keeps to it."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import set_contact
from trustplanner.domain.change import Topic
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.contact_change import is_to_look_through
from trustplanner.ui.kit.contact_form import ContactForm
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.put_first import NoContactMeaning
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.their_words import TheirWords
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace

GROUP_GAP = 28


class ContactPage(Page):
    """What stands now, and the form that changes it. A visit to the note is one undo step."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PLAN, Topic.SAFETY, Topic.COMMITMENTS, Topic.SETTINGS})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("contact_page")
        theme = workspace.theme
        self._words = workspace.catalogue.first_run().contact
        self._dates = DateWords()
        self._title = TextLabel(theme, "", "title")
        self._lead = TextLabel(theme, "", "body", "ink_2")
        link = self.tr("Answer the private questions")
        self._held = Banner(theme, "", tone=BannerTone.THEIRS, icon="hand", link=link, name="contact_held_banner")
        self._held.link_activated.connect(lambda: self.go_requested.emit(Destination("safety")))
        look = self.tr("Look through them")
        self._change = Banner(theme, "", icon="info", link=look, name="contact_change_banner")
        self._change.link_activated.connect(lambda: self.go_requested.emit(Destination("contact_change")))
        self._stands = TextLabel(theme, "", "promise")
        self._said = TheirWords(theme, self.tr("From memory"), name="contact_said_quote")
        self._meaning = NoContactMeaning(theme, workspace.catalogue)
        self._form = ContactForm(theme, self._words, name="contact")
        self._visit = Visit(workspace, self.tr("change of what was said about contact"), self)
        self._saving = Autosave(self._save_note, self, workspace.refused.emit)
        self._form.chosen.connect(self._on_chosen)
        self._form.note_edited.connect(self._saving.touch)
        self._form.note_left.connect(self._on_note_left)
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._form)

    def refresh(self) -> None:
        """Show what is recorded, and what it means today."""
        voice, plan, last = self.workspace.voice, self.workspace.plan, self.workspace.safety
        self._title.set_text(self._words.title.said_to(voice))
        self._lead.set_text(self._words.lead.said_to(voice))
        self._held.setVisible(last is not None and last.indirect)
        self._held.show_sentence(self._words.held_by_answers.said_to(voice))
        self._change.setVisible(is_to_look_through(self.workspace))
        self._change.show_sentence(self.workspace.catalogue.loosening().contact.notice.said_to(voice))
        self._stands.set_text(self._stands_now())
        self._said.show_words(plan.contact_note)
        self._meaning.setVisible(voice.contact is Contact.NONE)
        self._meaning.show_to(voice)
        self._form.show_plan(plan, voice, self.workspace.today)

    def save_typing(self) -> None:
        """Write the note, and end the visit to it."""
        self._saving.flush()
        self._visit.end()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        main.addWidget(self.back_link("contact"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(self._title)
        for gap, part in (
            (8, self._lead),
            (18, self._held),
            (22, TextLabel(theme, self._words.stands_title, "label", "ink_2")),
            (6, self._stands),
            (10, self._said),
            (14, self._meaning),
            (14, self._change),
            (GROUP_GAP - 4, Hairline(theme)),
            (GROUP_GAP - 4, self._form),
        ):
            main.addSpacing(gap)
            main.addWidget(part)

    def _stands_now(self) -> str:
        """What may be proposed today, in one line."""
        plan, voice = self.workspace.plan, self.workspace.voice
        label = self._words.options[voice.contact].label
        is_as_recorded = voice.contact is plan.contact
        if voice.contact is Contact.OPEN or not is_as_recorded:
            return label
        if plan.contact_until is None:
            return self.tr("{state}. {until}.").format(state=label, until=self._words.until_said.said_to(voice))
        today = self.workspace.today
        day = self._dates.long(plan.contact_until, today)
        if today > plan.contact_until:
            words = self.tr("{state}. The day that was named, {day}, has passed; that alone changes nothing.")
            return words.format(state=label, day=day)
        return self.tr("{state}, until {day}").format(state=label, day=day)

    # --- what a person does

    def _on_chosen(self) -> None:
        form = self._form
        label = self.tr("change of contact")
        self.workspace.attempt(label, set_contact, form.contact(), form.until(), form.note())
        self.refresh()

    def _save_note(self) -> None:
        form = self._form
        self._visit.do(set_contact, form.contact(), form.until(), form.note())

    def _on_note_left(self) -> None:
        self._saving.flush()
        self._visit.end()
