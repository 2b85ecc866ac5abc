"""What the tests of the screens may ask for: the theme, a workspace on a real vault, and a window for one page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.words import shipped_words
from trustplanner.actions.runner import Runner
from trustplanner.domain.plans import Plan
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import Theme, load_theme
from trustplanner.ui.kit.workspace import Workspace


@pytest.fixture(autouse=True)
def _closed_windows_are_deleted(qapp: QApplication) -> Iterator[None]:
    """Delete what a test has closed before the next one begins.

    Qt would wait for an event loop, while Python may take the objects of a closed window apart one by one.
    """
    yield
    delete_closed_windows()


def delete_closed_windows() -> None:
    """Carry out what was asked for with `deleteLater`."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
def background(qapp: QApplication) -> Iterator[Background]:
    """The thread for slow work, ended with the test."""
    background = Background()
    yield background
    background.wait()


@pytest.fixture
def workspace(runner: Runner, plan: Plan, theme: Theme, background: Background) -> Workspace:
    """Sam's plan for Ana in a real vault, on `clock`, without anything written in it yet."""
    return Workspace(runner, shipped_words(), theme, background)


@pytest.fixture
def show_page(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Show a page in a window that has the keyboard; the window is as wide as a whole program's."""
    windows: list[QWidget] = []  # kept for the whole test, as a program keeps its windows

    def show(page: QWidget, *, width: int = 1280, height: int = 800) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a window may be too narrow
        layout.addWidget(page)
        window.resize(width, height)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.mouseMove(window, QPoint(width - 1, height - 1))  # not where the test before left it
        return window

    yield show
    delete_closed_windows()  # while this still keeps them
