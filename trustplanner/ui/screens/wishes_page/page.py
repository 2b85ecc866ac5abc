"""The page of wishes: what they asked for beside what they do not want, as theirs; below it the log of openness.

One form is open at a time. What is typed in it is kept as a draft until it is written down or left.
"""

import json
from contextlib import suppress
from functools import partial
from typing import ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.paired_row import PairedRow
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.wishes_page.entry_column import EntryForm, Typed
from trustplanner.ui.screens.wishes_page.offers_part import OffersPart
from trustplanner.ui.screens.wishes_page.part import Part, shortened
from trustplanner.ui.screens.wishes_page.wishes_part import WishesPart

DRAFT: Final = "wishes"
_GROUP_GAP: Final = 34


class WishesPage(Page):
    """Detail: `asked:`, `not_wanted:` or `offer:` for a new one, with an id to change one."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.HARMS, Topic.PLAN, Topic.SAFETY})
    details_name_a_part = True
    parent_place = "amends"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("wishes_page")
        self._words = workspace.catalogue.wishes()
        self._form: EntryForm | None = None
        self._form_of: tuple[str, str] = ("", "")  # the code of its part, the id of its entry
        self._initial: Typed = {}
        self._wanted = ""
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        self._wishes = {kind: WishesPart(workspace, kind, self) for kind in WishKind}
        self._offers = OffersPart(workspace, self)
        self._parts: dict[str, Part] = {each.code: each for each in (*self._wishes.values(), self._offers)}
        self._page = ScrollPage(workspace.theme)
        self._lay_out()
        self._connect()
        column(self).addWidget(self._page)
        self.refresh()
        self._restore_draft()

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        main.addWidget(self.back_link("wishes"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, self._words.page_title, "title"))
        main.addSpacing(8)
        main.addWidget(TextLabel(theme, self._words.lead, "body", "ink_2"))
        main.addSpacing(_GROUP_GAP)
        asked, limits = (self._wishes[kind].head for kind in (WishKind.ASKED, WishKind.NOT_WANTED))
        main.addWidget(PairedRow(theme, asked, limits))
        main.addSpacing(_GROUP_GAP)
        main.addWidget(Hairline(theme))
        main.addSpacing(_GROUP_GAP - 8)
        main.addWidget(self._offers.head)
        hard = Button(theme, self.workspace.catalogue.hard_days().title, Kind.LINK, name="wishes_hard_days_button")
        hard.clicked.connect(lambda: self.go_requested.emit(Destination("hard_days")))
        main.addSpacing(_GROUP_GAP)
        main.addWidget(hard, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        for code, part in self._parts.items():
            part.form_requested.connect(partial(self._open, code))
        for wishes in self._wishes.values():
            wishes.commitment_requested.connect(partial(self._go_with_wish, "commitment"))
            wishes.repair_requested.connect(partial(self._go_with_wish, "amends"))
        self.workspace.undone.connect(self._restore_draft)

    def _go_with_wish(self, place: str, key: str) -> None:
        self.go_requested.emit(Destination(place, f"wish:{key}"))

    def refresh(self) -> None:
        """Show everything as it is; a form that is open stays, unless what it is about is gone or closed."""
        for part in self._parts.values():
            part.refresh()
        code, key = self._form_of
        if self._form is not None and not self._may_open(code, key):
            self._close_form()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open_detail(wanted)

    def _may_open(self, code: str, key: str) -> bool:
        if code == self._offers.code and not self._offers.may_add:
            return False
        return code in self._parts and (not key or key in self._parts[code].entries)

    # --- where the page is led to

    def show_detail(self, detail: str) -> None:
        """Open the form that a destination names; without one the page stays as it is."""
        if detail and detail != self.detail():
            self._wanted = detail
            self.mark_stale()

    def detail(self) -> str:
        """Which form is open."""
        return "" if self._form is None else ":".join(self._form_of)

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _open_detail(self, detail: str) -> None:
        code, _, key = detail.partition(":")
        if self._may_open(code, key):
            self._open(code, key)

    # --- the form

    def _open(self, code: str, key: str) -> None:
        """Open the form of an entry or of a new one; what was written in another one is kept first."""
        if self._form is not None and self._form_of == (code, key):
            _widget(self._form).setFocus()
            return
        if not self._finish_form():
            return
        form = self._parts[code].make_form(key)
        form.edited.connect(self._autosave.touch)
        form.kept.connect(self._on_kept)
        form.left.connect(self._on_left)
        form.deleted.connect(self._on_deleted)
        self._form, self._form_of, self._initial = form, (code, key), form.typed()
        self._parts[code].entry_column.place_form(_widget(form), key)
        _widget(form).setFocus()

    def _finish_form(self) -> bool:
        """Keep what is written in the open form, if anything; False where it could not be kept."""
        form = self._form
        if form is not None and form.typed() != self._initial and form.has_words():
            return self._keep(form)
        self._put_away()
        return True

    def _keep(self, form: EntryForm) -> bool:
        code, key = self._form_of
        words = str(form.typed()["words"])
        try:
            self._parts[code].keep(key, form)
        except RuleError as error:
            self._parts[code].show_error(form, error)
            _widget(form).setFocus()
            return False
        except KnownError as error:
            self.workspace.refused.emit(error)
            return False
        self._put_away()
        self.workspace.recorded.emit(self.tr("Written down: “{words}”.").format(words=shortened(words)))
        return True

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._parts[self._form_of[0]].entry_column.take_form_away()

    def _put_away(self) -> None:
        """Close the form and forget its draft."""
        if self._form is None:
            return
        self._close_form()
        try:
            self._autosave.touch()
            self._autosave.flush()
        except KnownError as error:
            self.workspace.refused.emit(error)

    def save_typing(self) -> None:
        """Keep what is typed as a draft.

        Raises:
            KnownError: it could not be written.
        """
        self._autosave.flush()

    def _save_draft(self) -> None:
        body = ""
        if self._form is not None and self._form.typed() != self._initial:
            body = json.dumps({"detail": self.detail(), "typed": self._form.typed()})
        self.workspace.do_quietly(keep_draft, DRAFT, body)

    def _restore_draft(self) -> None:
        """Show again what was typed before a lock."""
        kept = self.workspace.read(draft, DRAFT)
        if kept is None or self._form is not None:
            return
        with suppress(ValueError, KeyError, TypeError):  # kept by another version
            found = json.loads(kept.body)
            self._open_detail(found["detail"])
            self._fill_form(found["typed"])

    def _fill_form(self, typed: Typed) -> None:
        if self._form is not None:
            self._form.fill_typed(typed)

    # --- what a person does

    def _on_kept(self) -> None:
        form = self._form
        if form is None:
            return
        if not form.has_words():
            form.show_sentence(self.workspace.catalogue.error_sentence(Code.WORDS_MISSING))
            _widget(form).setFocus()
        elif form.typed() != self._initial:
            self._keep(form)
        else:
            self._put_away()

    def _on_left(self) -> None:
        """Leave the form; words that were typed can be had back."""
        form = self._form
        if form is None or form.typed() == self._initial or not form.has_words():
            self._put_away()
            return
        try:
            self._autosave.touch()
            self._autosave.flush()
            self.workspace.do(self.tr("putting away of what was typed"), keep_draft, DRAFT, "")
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        self._close_form()
        self.workspace.recorded.emit(self.tr("Put away what you had typed."))

    def _on_deleted(self) -> None:
        code, key = self._form_of
        words = str(self._initial["words"])
        self._put_away()
        if self._parts[code].delete(key):
            self.workspace.recorded.emit(self.tr("Deleted: “{words}”.").format(words=shortened(words)))


def _widget(form: EntryForm) -> QWidget:
    """The same form, seen as what is shown."""
    return cast("QWidget", form)
