"""A person at the program: clicks where things are, presses keys where the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def click(widget: QWidget) -> None:
    """Press and release the main button of the mouse in the middle of the widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def focus_in(window_or_widget: QWidget) -> QWidget:
    """What has the focus in the window."""
    focused = window_or_widget.window().focusWidget()
    assert focused is not None, "nothing in the window has the focus"
    return focused


def press(window_or_widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """Press keys one after the other, each where the focus is then."""
    for key in keys:
        QTest.keyClick(focus_in(window_or_widget), key, modifier)


def type_words(window_or_widget: QWidget, words: str) -> None:
    """Type letters where the focus is."""
    for letter in words:
        QTest.keyClicks(focus_in(window_or_widget), letter)
