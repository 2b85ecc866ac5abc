"""Carries out what a person wants from what stands below a row."""

from PySide6.QtCore import QObject, Signal

from trustplanner.actions.plans import set_setting
from trustplanner.domain.hard_days import HARD_TODAY
from trustplanner.ui.kit.often_missed_ways import OftenMissedWays
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.promise_row import PromiseRow
from trustplanner.ui.screens.today_page.row_beside import RowWish


class RowWishes(QObject):
    """`go_requested` carries a `Destination`."""

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ways = OftenMissedWays(workspace, self)
        self._ways.go_requested.connect(self.go_requested)

    def carry_out(self, row: PromiseRow, wish: str) -> None:
        """Do what was asked for below a row."""
        commitment, often = row.shown.commitment, row.beside.often
        match RowWish(wish):
            case RowWish.HARD:
                self._say_hard(self._workspace.today.isoformat())
            case RowWish.NOT_HARD:
                self._say_hard("")
            case RowWish.SMALLER:
                self._ways.make_smaller(commitment)
            case RowWish.TAKE if often is not None:
                self._ways.take_to_session(commitment, often)
            case RowWish.LEAVE if often is not None:
                self._ways.leave(commitment, often)

    def _say_hard(self, day: str) -> None:
        self._workspace.attempt(self.tr("whether today is hard"), set_setting, HARD_TODAY, day)
