"""What the tests of the kit may ask for: the theme, and a window in which a widget is used as a person uses it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.theme import Theme, load_theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The shipped tokens in light colours, whatever the system has."""
    theme = load_theme()
    theme.set_mode("light")
    return theme


@pytest.fixture
def applied_theme(theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme with its palette and style sheet on the whole program, for this test only."""
    palette, font = qapp.palette(), qapp.font()
    theme.apply_to(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def mirror(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Let the whole program read from right to left, for this test only."""
    directions = Qt.LayoutDirection
    yield lambda: qapp.setLayoutDirection(directions.RightToLeft)
    qapp.setLayoutDirection(directions.LeftToRight)


@pytest.fixture
def show_window(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show widgets below each other in a window that has the keyboard."""
    windows: list[QWidget] = []  # kept for the whole test, as a program keeps its windows

    def show(*widgets: QWidget, width: int = 700) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a window may be too narrow
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch()
        window.resize(width, 800)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.mouseMove(window, QPoint(width - 1, 799))  # not where the test before left it
        return window

    return show
