"""A width that follows the text size."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.theme import Theme


class ScaledWidth(QObject):
    """Calls `set_width` of `widget` with a number of logical pixels at 100 %, now and whenever the text size changes.

    It ends with the widget. A lambda on `theme.changed` would not: the theme outlives every page.
    """

    def __init__(self, theme: Theme, widget: QWidget, set_width: Callable[[int], None], width: int) -> None:
        super().__init__(widget)
        self._theme = theme
        self._set_width = set_width
        self._width = width
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._set_width(self._theme.px(self._width))
