"""A person at the screens before and around the planner: what they see, and the answers they give."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.ui.person import click, focus_in, press
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination, Page

W = TypeVar("W", bound=QWidget)


class Led(QObject):
    """Where a page has led."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.to: list[Destination] = []
        page.go_requested.connect(self.to.append)


def settle() -> None:
    """Layouts settle in rounds."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def seen(page: QWidget, name: str) -> QWidget:
    """The one widget of this name that is shown."""
    return seen_as(QWidget, page, name)


def seen_as(kind: type[W], page: QWidget, name: str) -> W:
    """The one widget of this kind and name that is shown."""
    shown = [widget for widget in page.findChildren(kind, name) if widget.isVisible()]
    assert len(shown) == 1, f"{len(shown)} widgets called {name} are shown"
    return shown[0]


def is_seen(page: QWidget, name: str) -> bool:
    return any(widget.isVisible() for widget in page.findChildren(QWidget, name))


def press_button(page: QWidget, name: str) -> None:
    settle()
    click(seen(page, name))


def words_on(page: QWidget) -> list[str]:
    """Every label that is shown, from the top."""
    settle()
    labels = [label for label in page.findChildren(TextLabel) if label.isVisible()]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(page, QPoint()).y())]


def everything_said_on(page: QWidget) -> list[str]:
    """Every label, and the name and description of everything that can be used."""
    controls = [control for control in controls_on(page) if control.isVisible()]
    names = [part for control in controls for part in (control.accessibleName(), control.accessibleDescription())]
    return words_on(page) + [name for name in names if name]


def answer(page: QWidget, prefix: str, question: str, given: str) -> None:
    """Choose yes, no or "leave open" for one question."""
    click(seen(page, f"{prefix}_{question}_segment_{given}_button"))


def answer_all_no(page: QWidget, prefix: str, **others: SafetyAnswer) -> None:
    """Answer every private question with no but these."""
    for question in SafetyQuestion:
        answer(page, prefix, question, others.get(question.value, SafetyAnswer.NO))


def keep_answers(page: QWidget, prefix: str) -> None:
    click(seen(page, f"{prefix}_keep_switch"))


def controls_on(page: QWidget) -> list[QWidget]:
    """Everything a person can act on."""
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QDateTimeEdit)
    found = [control for control in page.findChildren(QWidget) if isinstance(control, kinds)]
    return [control for control in found if control.isVisible() and not _is_inside_control(control)]


def _is_inside_control(control: QWidget) -> bool:
    return isinstance(control.parentWidget(), QDateTimeEdit | QComboBox)


def tab_stops(page: QWidget) -> list[QWidget]:
    """What Tab reaches on the page, in its order: it is pressed in the window until it comes round.

    Following `nextInFocusChain` would break the window: PySide makes each widget it returns a child of the one before.
    """
    page.window().setFocus()
    stops: list[QWidget] = []
    while True:
        press(page, Qt.Key.Key_Tab)
        stop = focus_in(page)
        if stop in stops:
            return [each for each in stops if page.isAncestorOf(each)]
        stops.append(stop)


def cut_widgets(page: QWidget) -> list[str]:
    """Labels and controls that are wider or taller than the place they have, or stand outside the page's width."""
    settle()
    labels = [label for label in page.findChildren(TextLabel) if label.isVisible()]
    cut = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    cut += [
        control.objectName() or control.accessibleName()
        for control in controls_on(page)
        if control.width() < _needed_width(control) or not _is_within_width(page, control)
    ]
    for area in page.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.minimumSizeHint().width() > area.viewport().width():
            cut.append("the page is wider than the window")
    return cut


def _needed_width(control: QWidget) -> int:
    """A field that only shows something shows all of it; one to write in scrolls."""
    if isinstance(control, QLineEdit):
        padding = 2 * 13
        return control.fontMetrics().horizontalAdvance(control.text()) + padding if control.isReadOnly() else 0
    return control.minimumSizeHint().width()


def _is_within_width(page: QWidget, control: QWidget) -> bool:
    place = QRect(control.mapTo(page, QPoint()), control.size())
    return place.left() >= 0 and place.right() <= page.width()
