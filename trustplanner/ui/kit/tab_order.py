"""The order of the Tab key follows the page: rows come and go, and Qt would put each new one at the end."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(parts: Iterable[QWidget]) -> None:
    """Let Tab walk these parts of a window one after the other, each inside as it was made.

    The list that a combo box opens is a window of its own, and is left out.
    """
    stops = [
        widget
        for part in parts
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() == part.window()
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
