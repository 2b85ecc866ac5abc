"""The menu bar: every action with its key, so that nothing hangs on a toast or a mouse alone."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from trustplanner.ui.kit.navigation import Place
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.text_size import FIRST_SIZE, LARGER, SMALLER

FOR_EVERYBODY: Final = frozenset({"support", "keys"})


class Menus(QObject):
    """Fills the menu bar and says what was chosen.

    `text_size_requested` carries LARGER, SMALLER or FIRST_SIZE; `go_requested` a `Destination`.
    """

    go_requested = Signal(object)
    undo_requested = Signal()
    redo_requested = Signal()
    lock_requested = Signal()
    quit_requested = Signal()
    text_size_requested = Signal(int)

    def __init__(self, bar: QMenuBar, places: Sequence[Place], parent: QObject) -> None:
        super().__init__(parent)
        self._own: list[QAction] = []  # what leads about in the plan
        self._is_handed_over = False
        self._can: tuple[bool, bool] = (False, False)
        bar.clear()
        bar.show()
        self._fill_file(bar.addMenu(self.tr("&File")))
        self._fill_edit(bar.addMenu(self.tr("&Edit")))
        self._fill_view(bar.addMenu(self.tr("&View")), places)
        self._fill_help(bar.addMenu(self.tr("&Help")))

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer only what there is to undo and to do again."""
        self._can = (can_undo, can_redo)
        self._undo.setEnabled(can_undo and not self._is_handed_over)
        self._redo.setEnabled(can_redo and not self._is_handed_over)

    def show_handed_over(self, *, is_handed_over: bool) -> None:
        """While the screen is in somebody else's hands, only help, the lock and the size of text stand in the menus."""
        self._is_handed_over = is_handed_over
        for action in self._own:
            action.setEnabled(not is_handed_over)
        self.show_undo(can_undo=self._can[0], can_redo=self._can[1])

    def _fill_file(self, menu: QMenu) -> None:
        self._go(menu, self.tr("Settings"), "Ctrl+,", Destination("settings"))
        self._go(menu, self.tr("Sessions and events"), "", Destination("dates"))
        self._go(menu, self.tr("A report for the session"), "", Destination("report"))
        self._go(menu, self.tr("Export"), "", Destination("export"))
        self._go(menu, self.tr("Bring habits from Loop Habit Tracker"), "", Destination("habits"))
        menu.addSeparator()
        self._action(menu, self.tr("Lock"), "Ctrl+L").triggered.connect(self.lock_requested)
        self._action(menu, self.tr("Quit"), "Ctrl+Q").triggered.connect(self.quit_requested)

    def _fill_edit(self, menu: QMenu) -> None:
        self._undo = self._action(menu, self.tr("Undo"), "Ctrl+Z")
        self._undo.triggered.connect(self.undo_requested)
        self._redo = self._action(menu, self.tr("Redo"), "Ctrl+Shift+Z")
        self._redo.triggered.connect(self.redo_requested)
        menu.addSeparator()
        self._go(menu, self.tr("Find your words"), "Ctrl+F", Destination("search"))
        self.show_undo(can_undo=False, can_redo=False)

    def _fill_view(self, menu: QMenu, places: Sequence[Place]) -> None:
        for place in places:
            self._go(menu, place.words, place.key, Destination(place.code))
        menu.addSeparator()
        self._go(menu, self.tr("Walk through the evening"), "Ctrl+E", Destination("evening"))
        self._go(menu, self.tr("The week"), "", Destination("week"))
        self._go(menu, self.tr("Hard days and places"), "", Destination("hard_days"))
        self._go(menu, self.tr("Journal"), "Ctrl+J", Destination("journal"))
        self._go(menu, self.tr("Pauses and what becomes easier"), "", Destination("pauses"))
        self._go(menu, self.tr("Ways to finish this plan"), "", Destination("finish"))
        menu.addSeparator()
        sizes = (
            (self.tr("Larger text"), "Ctrl++", LARGER),
            (self.tr("Smaller text"), "Ctrl+-", SMALLER),
            (self.tr("Text at first size"), "Ctrl+0", FIRST_SIZE),
        )
        for words, key, step in sizes:
            action = self._action(menu, words, key)
            action.triggered.connect(lambda _checked=False, step=step: self.text_size_requested.emit(step))
            if step == LARGER:
                action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])

    def _fill_help(self, menu: QMenu) -> None:
        self._go(menu, self.tr("Need to talk to someone now?"), "F1", Destination("support"))
        self._go(menu, self.tr("A first look, for a counsellor"), "", Destination("first_look"))
        self._go(menu, self.tr("The keys"), "Ctrl+/", Destination("keys"))

    def _go(self, menu: QMenu, words: str, key: str, destination: Destination) -> None:
        action = self._action(menu, words, key)
        action.triggered.connect(lambda: self.go_requested.emit(destination))
        if destination.place not in FOR_EVERYBODY:
            self._own.append(action)

    def _action(self, menu: QMenu, words: str, key: str) -> QAction:
        action = menu.addAction(words)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if key:
            action.setShortcut(QKeySequence(key))
        return action
