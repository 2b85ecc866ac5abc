"""A column of widgets that belong to things: what still belongs stays the same widget, with its focus and its words."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.ui.kit.layouts import column

K = TypeVar("K")
W = TypeVar("W", bound=QWidget)


class KeyedColumn(Generic[K, W]):
    """Widgets by key, one below the other, in `widget`, which is hidden while there are none."""

    def __init__(self, make: Callable[[K], W], *, spacing: int, above: int = 0) -> None:
        self.widget = QWidget()
        self._layout: QVBoxLayout = column(self.widget, spacing=spacing)
        self._layout.setContentsMargins(0, above, 0, 0)
        self._make = make
        self._by_key: dict[K, W] = {}
        self.widget.hide()

    def show_keys(self, keys: Sequence[K]) -> bool:
        """Have one widget for each key, in this order; returns whether any came, went or moved."""
        if list(keys) == list(self._by_key):
            return False
        gone = {key: widget for key, widget in self._by_key.items() if key not in set(keys)}
        for widget in gone.values():
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._by_key = {key: self._by_key.get(key) or self._make(key) for key in keys}
        for place, widget in enumerate(self._by_key.values()):
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)
                widget.show()
        self.widget.setVisible(bool(self._by_key))
        return True

    def keys(self) -> list[K]:
        """The key of each widget, from the top."""
        return list(self._by_key)

    def of(self, key: K) -> W:
        """The widget of a key.

        Raises:
            KeyError: nothing is shown for it.
        """
        return self._by_key[key]

    def all(self) -> list[W]:
        """Every widget, from the top."""
        return list(self._by_key.values())
