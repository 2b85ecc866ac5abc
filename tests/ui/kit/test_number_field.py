from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.person import press, type_words
from trustplanner.ui.kit.number_field import NumberField
from trustplanner.ui.kit.theme import Theme


@pytest.fixture
def field(applied_theme: Theme, show_window: Callable[..., QWidget]) -> NumberField:
    field = NumberField(applied_theme, name="some_number_field")
    field.set_limits(1, 28)
    show_window(field)
    field.setFocus()
    field.selectAll()
    return field


def test_a_number_is_typed_or_stepped(field: NumberField) -> None:
    heard: list[int] = []
    field.edited.connect(heard.append)
    type_words(field, "12")
    assert heard == []
    press(field, Qt.Key.Key_Return, Qt.Key.Key_Up)
    assert heard == [12, 13]
    assert field.number() == 13


def test_what_is_half_typed_is_read(field: NumberField) -> None:
    type_words(field, "7")
    assert field.number() == 7


def test_code_fills_without_a_signal_and_limits_hold(field: NumberField) -> None:
    heard: list[int] = []
    field.edited.connect(heard.append)
    field.fill(99)
    assert field.number() == 28
    field.set_limits(1, 7)
    assert field.number() == 7
    assert heard == []


def test_the_wheel_scrolls_the_page(field: NumberField) -> None:
    field.fill(5)
    middle = QPointF(field.rect().center())
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, middle, QPoint(0, 120), QPoint(0, 120), buttons, modifiers, phase, False)
    QApplication.sendEvent(field, event)
    assert field.number() == 5
    assert not event.isAccepted()
