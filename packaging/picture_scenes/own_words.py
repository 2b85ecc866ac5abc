"""The search, the journal, the look-back and the ways to finish, in the whole window, for `pictures.py`."""

from __future__ import annotations

from picture_scenes.whole_window import at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.theme import Theme


def build_search(theme: Theme) -> QWidget:
    """Words looked for in the demo's year."""
    window = at("search")(theme)
    field = window.findChild(LineField, "search_field")
    QTest.keyClicks(field, "ana six")
    QTest.keyClick(field, Qt.Key.Key_Return)
    return window
