"""The page of wishes: what they asked for beside what they do not want, as theirs.

One form is open at a time. What is typed in it is kept as a draft until it is written down or left.
"""

import json
from contextlib import suppress
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions import wishes
from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.queries.harms import harms
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.wishes import wishes as every_wish
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.paired_row import PairedRow
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.wishes_page.entry_column import ROW_GAP, ColumnHead, EntryColumn, Typed
from trustplanner.ui.screens.wishes_page.wish_form import WishForm
from trustplanner.ui.screens.wishes_page.wish_row import WishRow

DRAFT: Final = "wishes"
_GROUP_GAP: Final = 34
_LONGEST_IN_TOAST: Final = 60


class WishesPage(Page):
    """Detail: `asked:` or `not_wanted:` for a new one, with an id to change one."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.HARMS, Topic.PLAN, Topic.SAFETY})
    parent_place = "amends"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("wishes_page")
        self._words = workspace.catalogue.wishes()
        self._wishes: dict[str, Wish] = {}
        self._has_harm = False
        self._form: WishForm | None = None
        self._form_of: tuple[WishKind, str] = (WishKind.ASKED, "")
        self._initial: Typed = {}
        self._wanted = ""
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        theme = workspace.theme
        self._title = TextLabel(theme, self._words.page_title, "title")
        self._columns = {kind: self._make_column(kind) for kind in WishKind}
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self.refresh()
        self._restore_draft()
        workspace.undone.connect(self._restore_draft)

    def _make_column(self, kind: WishKind) -> EntryColumn[Wish, WishRow]:
        is_limit = kind is WishKind.NOT_WANTED
        none = self._words.limits_none if is_limit else self._words.asked_none
        new = self.tr("Write a limit down") if is_limit else self.tr("Write a wish down")
        head = ColumnHead(self.workspace.theme, none, new, f"wishes_{kind.value}_new_button")
        head.new_requested.connect(partial(self._open, kind, ""))
        rows: KeyedColumn[Wish, WishRow] = KeyedColumn(
            lambda wish: wish.id, self._make_row, self._show_row, spacing=ROW_GAP
        )
        return EntryColumn(head, rows)

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        main.addWidget(self.back_link("wishes"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(self._title)
        main.addSpacing(8)
        main.addWidget(TextLabel(theme, self._words.lead, "body", "ink_2"))
        main.addSpacing(_GROUP_GAP)
        asked, limits = (self._columns[kind].widget for kind in (WishKind.ASKED, WishKind.NOT_WANTED))
        main.addWidget(PairedRow(theme, asked, limits))

    def refresh(self) -> None:
        """Show the wishes as they are; a form that is open stays, unless what it changes is gone."""
        voice = self.workspace.voice
        found = self.workspace.read(every_wish)
        self._wishes = {wish.id: wish for wish in found}
        self._has_harm = bool(self.workspace.read(harms))
        if self._form is not None and self._form_of[1] and self._form_of[1] not in self._wishes:
            self._close_form()
        for kind, shown in self._columns.items():
            title = self._words.limits_title if kind is WishKind.NOT_WANTED else self._words.asked_title
            shown.widget.title.set_text(title.said_to(voice))
            of_kind = [wish for wish in found if wish.kind is kind]
            shown.show_entries(sorted(of_kind, key=lambda wish: wish.lifted_on is not None))
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open_detail(wanted)

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
        kind, _, key = detail.partition(":")
        if kind in list(WishKind) and (not key or key in self._wishes):
            self._open(WishKind(kind), key)

    # --- the form

    def _open(self, kind: WishKind, key: str) -> None:
        """Open the form of a wish or of a new one; what was written in another one is kept first."""
        if self._form is not None and self._form_of == (kind, key):
            self._form.setFocus()
            return
        if not self._finish_form():
            return
        workspace = self.workspace
        form = WishForm(workspace.theme, kind, self._words, workspace.voice, workspace.today)
        if key:
            wish = self._wishes[key]
            form.fill_from(wish, is_deletable=not wishes.stays(wish, workspace.runner.now()))
        form.edited.connect(self._autosave.touch)
        form.kept.connect(self._on_kept)
        form.left.connect(self._on_left)
        form.deleted.connect(self._on_deleted)
        self._form, self._form_of, self._initial = form, (kind, key), form.typed()
        self._columns[kind].place_form(form, key)
        form.setFocus()

    def _finish_form(self) -> bool:
        """Keep what is written in the open form, if anything; False where it could not be kept."""
        form = self._form
        if form is not None and form.typed() != self._initial and form.has_words():
            return self._keep(form)
        self._put_away()
        return True

    def _keep(self, form: WishForm) -> bool:
        (kind, key), written = self._form_of, form.written()
        do = self.workspace.do
        try:
            if key:
                do(self.tr("change of a wish"), wishes.change_wish, key, written)
            else:
                do(self.tr("new wish"), wishes.add_wish, kind, written)
        except RuleError as error:
            form.show_sentence(self.workspace.sentence_for(error))
            form.setFocus()
            return False
        except KnownError as error:
            self.workspace.refused.emit(error)
            return False
        self._put_away()
        self.workspace.recorded.emit(self.tr("Written down: “{words}”.").format(words=_shortened(written.words)))
        return True

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._columns[self._form_of[0]].take_form_away()

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
            form.setFocus()
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
        key = self._form_of[1]
        words = self._wishes[key].words
        self._put_away()
        if self.workspace.attempt(self.tr("deletion of a wish"), wishes.delete_wish, key) is not None:
            self.workspace.recorded.emit(self.tr("Deleted: “{words}”.").format(words=_shortened(words)))

    def _on_lift_requested(self, key: str) -> None:
        done = self.workspace.attempt(self.tr("lifting of a wish"), wishes.lift, key)
        if done is not None:
            words = self.tr("Recorded as lifted: “{words}”.")
            self.workspace.recorded.emit(words.format(words=_shortened(done.result.words)))

    def _on_hold_requested(self, key: str) -> None:
        done = self.workspace.attempt(self.tr("holding of a wish"), wishes.hold_again, key)
        if done is not None:
            words = self.tr("It holds again: “{words}”.")
            self.workspace.recorded.emit(words.format(words=_shortened(done.result.words)))

    # --- rows

    def _make_row(self, wish: Wish) -> WishRow:
        row = WishRow(self.workspace.theme, wish, self._words)
        row.change_requested.connect(partial(self._open, wish.kind))
        row.lift_requested.connect(self._on_lift_requested)
        row.hold_requested.connect(self._on_hold_requested)
        row.commitment_requested.connect(lambda key: self.go_requested.emit(Destination("commitment", f"wish:{key}")))
        row.repair_requested.connect(lambda key: self.go_requested.emit(Destination("amends", f"wish:{key}")))
        return row

    def _show_row(self, row: WishRow, wish: Wish) -> None:
        row.show_wish(wish, self.workspace.voice, self.workspace.today, has_harm=self._has_harm)


def _shortened(words: str) -> str:
    """The beginning of long words, for one line of a toast."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST_IN_TOAST else f"{one_line[: _LONGEST_IN_TOAST - 1].rstrip()}…"
