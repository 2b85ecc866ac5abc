"""One column of wishes: what they asked for, or what they do not want."""

from typing import cast

from PySide6.QtCore import QObject, Signal

from trustplanner.actions import wishes
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.queries.harms import harms
from trustplanner.storage.queries.wishes import wishes as every_wish
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.wishes_page.entry_column import ROW_GAP, ColumnHead, EntryColumn, EntryForm
from trustplanner.ui.screens.wishes_page.part import Part, shortened
from trustplanner.ui.screens.wishes_page.wish_form import WishForm
from trustplanner.ui.screens.wishes_page.wish_row import WishRow


class WishesPart(Part):
    """`repair_requested` and `commitment_requested` carry the id of a wish that is to become one."""

    repair_requested = Signal(str)
    commitment_requested = Signal(str)

    def __init__(self, workspace: Workspace, kind: WishKind, parent: QObject) -> None:
        super().__init__(workspace, parent)
        self.code = kind.value
        self._kind = kind
        self._is_limit = kind is WishKind.NOT_WANTED
        self._words = workspace.catalogue.wishes()
        self._has_harm = False
        none = self._words.limits_none if self._is_limit else self._words.asked_none
        new = self.tr("Write a limit down") if self._is_limit else self.tr("Write a wish down")
        self.head = ColumnHead(workspace.theme, none, new, f"wishes_{self.code}_new_button")
        self.head.new_requested.connect(lambda: self.form_requested.emit(""))
        rows: KeyedColumn[Wish, WishRow] = KeyedColumn(
            lambda wish: wish.id, self._make_row, self._show_row, spacing=ROW_GAP
        )
        self.entry_column = EntryColumn(self.head, rows)

    def refresh(self) -> None:
        """Those that hold come first."""
        workspace = self.workspace
        self._has_harm = bool(workspace.read(harms))
        found = [wish for wish in workspace.read(every_wish) if wish.kind is self._kind]
        self.entries = {wish.id: wish for wish in found}
        title = self._words.limits_title if self._is_limit else self._words.asked_title
        self.head.title.set_text(title.said_to(workspace.voice))
        self.entry_column.show_entries(sorted(found, key=lambda wish: wish.lifted_on is not None))

    def make_form(self, key: str) -> EntryForm:
        """A limit that they said is no longer one's own to delete after its first day."""
        workspace = self.workspace
        form = WishForm(workspace.theme, self._kind, self._words, workspace.voice, workspace.today)
        if key:
            wish = self.entries[key]
            form.fill_from(wish, is_deletable=not wishes.stays(wish, workspace.runner.now()))
        return form

    def keep(self, key: str, form: EntryForm) -> None:
        """Write a wish down, or say it otherwise."""
        written = cast("WishForm", form).written()
        if key:
            self.workspace.do(self.tr("change of a wish"), wishes.change_wish, key, written)
        else:
            self.workspace.do(self.tr("new wish"), wishes.add_wish, self._kind, written)

    def delete(self, key: str) -> bool:
        """Delete one."""
        return self.workspace.attempt(self.tr("deletion of a wish"), wishes.delete_wish, key) is not None

    def _make_row(self, wish: Wish) -> WishRow:
        row = WishRow(self.workspace.theme, wish, self._words)
        row.change_requested.connect(self.form_requested)
        row.lift_requested.connect(self._on_lift_requested)
        row.hold_requested.connect(self._on_hold_requested)
        row.commitment_requested.connect(self.commitment_requested)
        row.repair_requested.connect(self.repair_requested)
        return row

    def _show_row(self, row: WishRow, wish: Wish) -> None:
        row.show_wish(wish, self.workspace.voice, self.workspace.today, has_harm=self._has_harm)

    def _on_lift_requested(self, key: str) -> None:
        done = self.workspace.attempt(self.tr("lifting of a wish"), wishes.lift, key)
        if done is not None:
            words = self.tr("It no longer holds: “{words}”.")
            self.workspace.recorded.emit(words.format(words=shortened(done.result.words)))

    def _on_hold_requested(self, key: str) -> None:
        done = self.workspace.attempt(self.tr("holding of a wish"), wishes.hold_again, key)
        if done is not None:
            words = self.tr("It holds again: “{words}”.")
            self.workspace.recorded.emit(words.format(words=shortened(done.result.words)))
