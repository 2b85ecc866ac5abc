"""A column of widgets that belong to things: what still belongs stays the same widget, with its focus and its words."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.ui.kit.layouts import column

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class KeyedColumn(Generic[T, W]):
    """One widget for each thing, one below the other, in `widget`, which is hidden while there are none.

    `key` tells things apart, `make` makes the widget of one, `show` brings a widget up to date.
    """

    def __init__(
        self, key: Callable[[T], str], make: Callable[[T], W], show: Callable[[W, T], None], *, spacing: int = 0
    ) -> None:
        self.widget = QWidget()
        self._layout: QVBoxLayout = column(self.widget, spacing=spacing)
        self._key = key
        self._make = make
        self._show = show
        self._widgets: dict[str, W] = {}
        self.widget.hide()

    def show_things(self, things: Sequence[T]) -> None:
        """Show these and no others, in this order."""
        wanted = {self._key(thing): thing for thing in things}
        for gone in [key for key in self._widgets if key not in wanted]:
            widget = self._widgets.pop(gone)
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, (key, thing) in enumerate(wanted.items()):
            if key not in self._widgets:
                self._widgets[key] = self._make(thing)
            widget = self._widgets[key]
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)
                widget.show()  # Qt would show it only in the next round of events, and Tab would pass it by
            self._show(widget, thing)
        self._put_tabs_in_order([self._widgets[key] for key in wanted])
        self.widget.setVisible(bool(wanted))

    def of(self, key: str) -> W | None:
        """The widget of a thing, if it is shown."""
        return self._widgets.get(key)

    def all(self) -> list[W]:
        """Every widget, in the order in which they came."""
        return list(self._widgets.values())

    def _put_tabs_in_order(self, widgets: list[W]) -> None:
        """Tab goes from the top down, whichever widget was made first."""
        stops = [stop for widget in widgets for stop in widget.findChildren(QWidget) if _is_stop(stop)]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)


def _is_stop(widget: QWidget) -> bool:
    """The open list of a combo is a window of its own, which Tab does not reach."""
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_tab and widget.window().windowType() != Qt.WindowType.Popup
